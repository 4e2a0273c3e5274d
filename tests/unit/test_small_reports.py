"""Small, plain reports typed by hand are read as a reader would see them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.reading_checks import assert_whole, read

SHORT = {
    "T": "title",
    "M": "meta",
    "S": "salutation",
    "H": "heading",
    "P": "paragraph",
    "F": "footer",
    "N": "note",
}

# text, and what a reader sees: kind (with the depth of its path), run-in after a slash
REPORTS = {
    "items with 一是 on a line of their own": (
        "工作报告\n一、民生\n一是教育\n新建学校。\n二是卫生\n新建医院。",
        "T H0 H1 P2 H1 P2",
    ),
    "an annex": (
        "工作报告\n一、道路\n修好了。\n附近村民都满意。\n附件：重点项目\n1.修路：五条。",
        "T H0 P1 P1 N N",
    ),
    "a run-in of one sentence and another chapter": (
        (
            "政府工作报告\n\n一、工作回顾\n\n去年，全区经济平稳增长，完成生产总值100亿元。\n\n（一）经济。增长5%。\n\n二、今年工作\n\n"
            "我们要努力工作，办好十件实事。"
        ),
        "T H0 P1 P1/（一）经济。 H0 P1",
    ),
    "single line ends and three-character headings": (
        (
            "某某县政府工作报告\n（2025年1月10日在县第十届人民代表大会第三次会议上）\n县长 张三\n"
            "\n各位代表：\n"
            "现在，我代表县人民政府向大会作工作报告。\n一、2024年工作回顾\n一年来，我们做了很多工作。\n（一）稳增长\n经济稳定增长，𠮷祥如意。\n"
            "（二）促改革\n改革不断深入。\n二、2025年工作安排\n今年要做好以下工作。"
        ),
        "T M M S P0 H0 P1 H1 P2 H1 P2 H0 P1",
    ),
    "a title of two characters about its subject": (
        "关于计划的报告\n\n各位代表：\n\n现在，我报告计划执行情况，请予审查。\n\n一、情况\n\n去年情况很好，完成了任务。",
        "T S P0 H0 P1",
    ),
    "no heading and no title": ("第一段文字。\n\n第二段文字，没有标题。", "P0 P0"),
    "one paragraph": ("去年经济增长，今年还要增长。", "P0"),
    "one open line": ("我们要努力工作", "P0"),
    "one line that is a title": ("某县政府工作报告", "T"),
    "a title and a line": ("政府工作报告\n我们努力工作", "T P0"),
    "a title and one paragraph": ("工作汇报\n\n去年，我们做了工作。", "T P0"),
    "a title without a title's last word": ("我们的村子\n\n去年，村里修了路。", "T P0"),
    "Windows line ends": (
        "乡政府工作报告\r\n一、情况\r\n去年很好。\r\n二、打算\r\n今年更好。\r\n",
        "T H0 P1 H0 P1",
    ),
    "one section only": ("工作总结\n一、去年情况\n去年修了路。\n今年还要修桥。", "T H0 P1 P1"),
    "half-width brackets": (
        "工作报告\n一、情况\n(一)经济\n经济增长。\n(二)民生\n民生改善。",
        "T H0 H1 P2 H1 P2",
    ),
    "full-width brackets over arabic numbers": (
        "工作报告\n（一）经济\n1.工业\n工业增长。\n2.农业\n农业丰收。\n（二）民生\n民生改善。",
        "T H0 H1 P2 H1 P2 H0 P1",
    ),
    "arabic numbers alone": (
        "2026年工作要点\n1. 修路\n今年修三条路。\n2. 架桥\n今年架一座桥。",
        "T H0 P1 H0 P1",
    ),
    "items with 一是": (
        "工作报告\n\n一、打算\n\n今年做三件事。\n\n一是修好道路。全年修路五条。\n\n二是办好学校。新建学校一所。",
        "T H0 P1 P1/一是修好道路。 P1/二是办好学校。",
    ),
    "items with dashes": (
        "工作报告\n各位代表：\n一、成绩\n去年成绩不小。\n——经济增长。总量上升。\n——民生改善。收入增加。",
        "T S H0 P1 P1/——经济增长。 P1/——民生改善。",
    ),
    "only run-ins": (
        "工作报告\n（一）经济。经济增长。\n（二）民生。民生改善。",
        "T P0/（一）经济。 P0/（二）民生。",
    ),
    "a salutation and nothing else above": ("各位代表：\n去年很好。\n今年更好。", "S P0 P0"),
    "a heading first": ("一、情况\n去年很好。\n二、打算\n今年更好。", "H0 P1 H0 P1"),
    "an address only at the end": (
        "工作报告\n\n去年很好。\n\n各位代表！让我们团结起来，为建设美好家园、实现更大目标而努力奋斗！",
        "T P0 P0",
    ),
    "thanks after the last words": (
        "工作报告\n\n各位代表：\n\n去年很好。\n\n让我们团结起来，为建设美好家园、实现更大的发展目标而继续努力奋斗！\n\n谢谢大家！",
        "T S P0 P0 P0",
    ),
    "an exclamation before more chapters": (
        (
            "工作报告\n\n各位代表：\n\n过去的一年里，全县人民团结一心、顽强拼搏，为家乡的发展作出了重要的贡献！\n\n一、情况\n\n去年很好。\n\n"
            "（一）路：修了三条。"
        ),
        "T S P0 H0 P1 H1",
    ),
    "a signature and a date": (
        "关于修路的建议\n\n村里的路坏了，请修一修。\n\n某某村村委会\n2026年3月1日",
        "T P0 F F",
    ),
    "English words": (
        "AI 应用报告\n一、DeepSeek 的应用\nWe use DeepSeek 写材料。\n二、打算\n用 AI 办公。",
        "T H0 P1 H0 P1",
    ),
    "a rare letter in title and heading": (
        "𠮷县政府工作报告\n一、𠮷县情况\n𠮷县很好。\n二、打算\n更好。",
        "T H0 P1 H0 P1",
    ),
    "indented paragraphs": (
        "　　　　工作报告\n　　一、情况\n　　去年很好。\n　　二、打算\n　　今年更好。",
        "T H0 P1 H0 P1",
    ),
    "a spaced title and an occasion": (
        (
            "政 府 工 作 报 告\n——2026年2月1日在某县第一届人民代表大会第一次会议上\n"
            "某县人民政府县长 李四\n各位代表：\n去年很好。"
        ),
        "T M M S P0",
    ),
    "a title over a motto": ("工作报告\n坚定信心 奋力前行\n各位代表：\n去年很好。", "T M S P0"),
    "an open last line": ("工作报告\n去年很好。\n今年要更加努力", "T P0 P0"),
    "a line that ends in a colon": (
        "情况说明\n现将有关情况说明如下：\n一、道路\n路修好了。",
        "T P0 H0 P1",
    ),
    "a sentence that begins with 更多": ("工作报告\n产业兴旺。更多群众在家门口就业。", "T P0"),
    "the same sentence twice": (
        "工作报告\n要努力。\n要努力。\n一、情况\n要努力。",
        "T P0 P0 H0 P1",
    ),
    "chapters with a stop instead of a comma": (
        "工作报告\n一．情况\n去年很好。\n二．打算\n今年更好。",
        "T H0 P1 H0 P1",
    ),
    "a preface above the salutation": (
        "工作报告\n这是一份很短的报告。\n各位代表：\n去年很好。",
        "T P0 S P0",
    ),
    "chapters without numbers": (
        "工作报告\n\n2025年工作回顾\n\n去年很好。\n\n2026年工作安排\n\n今年更好。",
        "T H0 P1 H0 P1",
    ),
}


def seen(text):
    """Say what a reading shows, in the words of REPORTS."""
    letters = {kind: letter for letter, kind in SHORT.items()}
    out = []
    for unit in read(text).units:
        depth = len(unit.path) if unit.kind in ("heading", "paragraph") else ""
        out.append(f"{letters[unit.kind]}{depth}" + (f"/{unit.runin.text}" if unit.runin else ""))
    return " ".join(out)


@pytest.mark.parametrize("name", REPORTS)
def test_a_small_report_shows_what_a_reader_sees(name):
    text, expected = REPORTS[name]
    assert seen(text) == expected
    reading = read(text)
    assert reading.noise == ()
    assert_whole(text, reading)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("第一段文字。\n第二段。", "第一段文字"),
        ("各位代表：\n去年很好。", "去年很好"),
        ("各位代表！去年很好。今年更好。", "去年很好"),
        ("各位代表：", "各位代表"),
        ("一、情况\n去年很好。", "一、情况"),
        ("各位代表：\n现在作政府工作报告，请审议。", "政府工作报告"),
        ("现在，我代表区政府筹备组向大会作工作报告。", "政府工作报告"),
        ("现在，我代表村民委员会向大会报告工作。", "现在，我代表村民委员会向大会报告工作"),
        ("去年" + "我们做了许多工作，" * 5 + "很好。", "去年我们做了许多工作，我们做了许多工作…"),
        ("AI  应 用 Open Source 报告\n去年很好。", "AI应用Open Source报告"),
        ("", ""),
    ],
)
def test_without_a_title_the_report_is_called_by_its_own_first_words(text, title):
    assert read(text).title == title


def test_numbers_count_paragraphs_and_paths_name_what_stands_above():
    text, _ = REPORTS["single line ends and three-character headings"]
    units = read(text).units
    found = [(u.number, u.path) for u in units if u.kind == "paragraph"]
    first, second = "一、2024年工作回顾", "二、2025年工作安排"
    assert found == [
        (1, ()),
        (2, (first,)),
        (3, (first, "（一）稳增长")),
        (4, (first, "（二）促改革")),
        (5, (second,)),
    ]


def test_contents_above_the_salutation_are_no_body():
    contents = "一、情况\n二、打算"
    text = f"工作报告\n{contents}\n各位代表：\n一、情况\n去年很好。\n二、打算\n今年更好。"
    assert seen(text) == "T S H0 P1 H0 P1"
    assert_whole(text, read(text))


def test_a_notice_after_the_last_words_is_no_body():
    text = "工作报告\n去年很好，今年更好，明年还要好，年年都好。\n免责声明：本文不代表本站立场。"
    assert seen(text) == "T P0"
    assert_whole(text, read(text))


# --- whatever is typed by these rules is read by them -------------------------------------

WORDS = [
    *("全县经济平稳增长", "群众收入不断提高", "新建学校3所", "修通公路20公里"),
    *("AI 应用加快推广", "𠮷村面貌焕然一新", "粮食生产再获丰收", "招商引资取得实效"),
    *("财政支出保障有力", "城乡环境持续改善"),
]
HEADS = ["稳增长", "工业经济", "深入推进改革", "民生福祉", "农业", "扩大有效投资，增强后劲"]
TITLES = ["政府工作报告", "某县人民政府工作报告", "关于修路的建议", "工作总结", "关于计划的报告"]
GREETINGS = ["各位代表：", "各位委员：", "同志们："]
NUMERALS = "一二三四五六七八九"
ENDS = ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n　　"]

prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=16).map(
    lambda words: "，".join(words) + "。"
)


def some(draw, lines, largest):
    """Draw paragraphs of 10 to 200 characters that say what no other one says."""
    texts = draw(st.lists(prose, min_size=1, max_size=largest))
    return [f"办成了第{n}件实事，{text}" for n, text in enumerate(texts, len(lines))]


styles = st.sampled_from(["{}、", "（{}）", "({})", "{}．"])


@st.composite
def reports(draw):
    """Draw a report and what a reader must see: kind, text, path."""
    lines, expected = [], []
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(TITLES)))
        expected.append(("title", lines[-1], ()))
    if draw(st.booleans()):
        lines.append(draw(st.sampled_from(GREETINGS)))
        expected.append(("salutation", lines[-1], ()))
    for text in some(draw, lines, 3):
        lines.append(text)
        expected.append(("paragraph", text, ()))
    style = draw(styles)
    is_runin = draw(st.booleans())
    heads = draw(st.lists(st.sampled_from(HEADS), max_size=5, unique=True))
    for numeral, head in zip(NUMERALS, heads, strict=False):
        label = style.format(numeral)
        texts = some(draw, lines, 3)
        if is_runin:
            path = (f"{label}{head}。",)
            texts[0] = path[0] + texts[0]
            expected.append(("paragraph", texts[0], ()))
        else:
            path = (label + head,)
            lines.append(path[0])
            expected.append(("heading", path[0], ()))
            expected.append(("paragraph", texts[0], path))
        lines += texts
        expected += [("paragraph", text, path) for text in texts[1:]]
    return draw(st.sampled_from(ENDS)).join(lines), expected


@given(reports())
@settings(max_examples=200, deadline=None)
def test_a_report_made_by_rule_is_read_as_it_was_made(made):
    text, expected = made
    reading = read(text)
    assert reading.noise == ()
    assert [(u.kind, u.source_text, without_brackets(u.path)) for u in reading.units] == [
        (kind, words, without_brackets(path)) for kind, words, path in expected
    ]
    assert_whole(text, reading)


def without_brackets(path):
    """Half-width brackets are mended in what people see."""
    return tuple(title.replace("(", "（").replace(")", "）") for title in path)
