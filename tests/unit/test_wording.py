"""References and canonical sentences read rightly aloud and lose no word."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.amending import Edit
from beiguan_desktop.core.anchoring import occurrences, paragraph, passage, section
from beiguan_desktop.core.comment import ACTS, KINDS, WHOLE_REPORT, Comment
from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.unplaced import seen
from beiguan_desktop.core.wording import canonical, ended, quoted, reference, runs, told, worded
from tests.unit.small_report import REVIEW, SIX, THREE, body, heading, line, report_of, small
from tests.unit.small_report import unit_of as at

REPORT = small()
NOW = "2026-02-27T09:41:00+08:00"
OPINION = Comment("c1", "r1", "reading", WHOLE_REPORT, "建议", "", "p1", "甲", "三", NOW, NOW)


def quote(beginning, words, report=REPORT):
    unit = at(report, beginning)
    return passage(report, unit, *occurrences(report.units[unit].text, words)[0])


@pytest.mark.parametrize(
    ("beginning", "name"),
    [
        ("优化公共服务", "第三部分（六）“优化公共服务”一段"),
        ("（三）创新", "第一部分（三）“创新驱动纵深推进”一段"),
        ("——五年", "第一部分“——五年接续奋斗，发展活力持续迸发”一段"),
        ("一是", "第二部分“一是高质量发展实现重大突破”一段"),
        ("加强国防", "第三部分（六）“加强国防动员…”一段"),
        ("全力推进", "第一部分“全力推进‘放管服’等改革…”一段"),
        ("各位代表！2025", "第一部分“各位代表！2025年目标任务的完成…”一段"),
        ("各位代表！“十四五”", "第一部分“各位代表！‘十四五’时期…”一段"),
        ("现在", "“现在，我代表区人民政府向大会报告工作…”一段"),
        ("（六）", "第三部分（六）标题"),
        ("三、", "第三部分标题"),
        ("政府工作报告", "报告标题"),
        ("各位代表：", "“各位代表”一行"),
        ("安阳市北关区十一届", "“安阳市北关区十一届人大六次会议秘书处 2026年2月26日印”一行"),
    ],
)
def test_a_line_is_named_as_people_find_it(beginning, name):
    unit = at(REPORT, beginning)
    assert reference(REPORT, paragraph(REPORT, unit)) == name
    assert reference(REPORT, paragraph(REPORT, unit), page="第20页") == f"{name}（第20页）"


@pytest.mark.parametrize(
    ("beginning", "name"),
    [
        ("三、", "第三部分“2026年重点工作”"),
        ("一、", "第一部分“2025年和‘十四五’时期工作回顾”"),
        ("（六）", "第三部分（六）“惠民生增福祉，提升群众幸福指数”一节"),
        ("（三）", "第一部分（三）“创新驱动纵深推进”一节"),
        ("——五年", "第一部分“——五年接续奋斗，发展活力持续迸发”一节"),
    ],
)
def test_a_section_is_named_by_its_number_and_its_words(beginning, name):
    assert reference(REPORT, section(REPORT, at(REPORT, beginning))) == name


def test_the_whole_report_and_a_bare_page_number_are_named():
    assert reference(REPORT, WHOLE_REPORT, page="3") == "报告全文"
    anchor = paragraph(REPORT, at(REPORT, "优化"))
    assert reference(REPORT, anchor, page="20").endswith("一段（第20页）")
    assert reference(REPORT, anchor, page="第20—21页").endswith("一段（第20—21页）")


def test_a_paragraph_without_a_topic_is_not_quoted_twice():
    anchor = quote("加强国防", "加强国防动员")
    words = replace(OPINION, anchor=anchor, text="好。")
    assert canonical(REPORT, words) == "第三部分（六）“加强国防动员”：好。"
    assert canonical(REPORT, words, page="20") == "第三部分（六）（第20页）“加强国防动员”：好。"


def test_a_whole_paragraph_is_replaced_in_one_sentence():
    anchor = paragraph(REPORT, at(REPORT, "优化公共服务"))
    change = replace(
        OPINION, anchor=anchor, kind="修改", act="修改", replacement="都办好。（改过）。"
    )
    assert canonical(REPORT, change) == (
        "第三部分（六）“优化公共服务”一段，整段改为“都办好。（改过）。”"
    )


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (("2026年工作",), "“2026年工作”部分“办好实事”一段"),
        (("第二部分 重点工作", "㈢惠民生"), "第二部分（三）“办好实事”一段"),
        (("第三章 民生", "(四) 就业", "1．培训"), "第三章（四）第1点“办好实事”一段"),
        (("三、重点", "（12）民生"), "第三部分（12）“办好实事”一段"),
        (("三、重点", "2025年的事"), "第三部分“办好实事”一段"),
        ((), "“办好实事”一段"),
    ],
)
def test_other_ways_of_numbering_are_spoken(path, name):
    report = report_of(body("办好实事。今年做十件。", *path, runin="办好实事。"))
    assert reference(report, paragraph(report, 0)) == name


def test_a_number_without_words_needs_no_quotes():
    report = report_of(body("（二）加快。", "一、回顾", runin="（二）", form="numbered"))
    assert reference(report, paragraph(report, 0)) == "第一部分（二）一段"
    assert reference(report, section(report, 0)) == "第一部分（二）一节"
    bare = report_of(heading("重点", 1))
    assert reference(bare, paragraph(bare, 0)) == "“重点”标题"


def test_two_paragraphs_of_one_topic_are_told_apart_by_all_that_is_above():
    report = report_of(
        body("办好实事。甲。", THREE, "一是抓城市", runin="办好实事。", level=3),
        body("办好实事。乙。", THREE, "二是抓农村", runin="办好实事。", level=3),
        body("办好实事。丙。", REVIEW, runin="办好实事。", level=3),
    )
    names = [reference(report, paragraph(report, unit)) for unit in range(3)]
    assert names[1] == "第三部分“二是抓农村”部分“办好实事”一段"
    assert names[2] == "第一部分“办好实事”一段"
    assert len(set(names)) == 3


def test_first_words_end_with_a_clause_are_unlike_others_and_tear_no_quote():
    long = "坚持以人民为中心的发展思想不动摇" * 2
    report = report_of(
        body("今年，我们要办好十件实事，甲。"),
        body("今年，我们要办好十件实事，乙。"),
        body(f"{long}，丙。"),
        body("要落实好“党政同责、一岗双责”要求，丁。"),
        body("谢谢。"),
        body("谢谢。"),
        line("note", "附件：十件实事，清单。"),
    )
    names = [reference(report, paragraph(report, unit)) for unit in range(7)]
    assert names[0] == "“今年，我们要办好十件实事，甲”一段"
    assert names[2] == f"“{long[:24]}…”一段"
    assert names[3] == "“要落实好‘党政同责、一岗双责’要求…”一段"
    assert names[4] == "“谢谢”一段"
    assert names[6] == "“附件：十件实事…”一段"


SERVICE = "第三部分（六）“优化公共服务”一段，"


@pytest.mark.parametrize(
    ("act", "words", "replacement", "sentence"),
    [
        ("修改", "多措并举", "年内新增一批学位", "将“多措并举”改为“年内新增一批学位”。"),
        ("修改", "发展。", "发展，并公布。", "将“发展。”改为“发展，并公布。”"),
        ("增加", "学位紧张", "（“两个一批”）", "在“学位紧张”后增加“（‘两个一批’）”。"),
        ("删除", "多措并举", "", "删去“多措并举”。"),
        ("移位", "多措并举", "段首", "将“多措并举”移至段首。"),
        ("移位", "多措并举", "调整到“教育”之后。", "将“多措并举”调整到“教育”之后。"),
    ],
)
def test_a_change_of_a_passage_is_a_canonical_sentence(act, words, replacement, sentence):
    anchor = quote("优化", words)
    comment = replace(OPINION, anchor=anchor, kind="修改", act=act, replacement=replacement)
    assert canonical(REPORT, comment) == SERVICE + sentence


def test_the_reason_and_what_else_was_said_follow_the_sentence():
    comment = replace(
        OPINION,
        anchor=quote("优化", "多措并举"),
        kind="修改",
        act="修改",
        replacement="新增学位",
        reason="理由：太笼统",
        text="年年提！",
    )
    where = "第三部分（六）“优化公共服务”一段（第20页），将“多措并举”改为“新增学位”。"
    assert canonical(REPORT, comment, page="第20页") == where + "理由：太笼统。说明：年年提！"
    assert worded(REPORT, replace(comment, text="新增学位")).remark == ""
    assert worded(REPORT, replace(comment, text=comment.reason)).remark == ""


@pytest.mark.parametrize(
    ("anchor", "act", "replacement", "sentence"),
    [
        (WHOLE_REPORT, "增加", "名词解释（附件）", "对报告全文：增加“名词解释（附件）”。"),
        (WHOLE_REPORT, "修改", "文字再精炼", "对报告全文作修改：文字再精炼。"),
        (WHOLE_REPORT, "移位", "先写民生", "对报告全文调整顺序：先写民生。"),
        (paragraph(REPORT, at(REPORT, "三、")), "删除", "", "第三部分标题，删去。"),
        (paragraph(REPORT, at(REPORT, "优化")), "修改", "新段", SERVICE + "整段改为“新段”。"),
        (paragraph(REPORT, at(REPORT, "优化")), "删除", "", SERVICE + "整段删去。"),
        (paragraph(REPORT, at(REPORT, "优化")), "移位", "段首", SERVICE + "整段移至段首。"),
        (paragraph(REPORT, at(REPORT, "优化")), "增加", "新句", SERVICE + "在本段末尾增加“新句”。"),
        (section(REPORT, at(REPORT, "三、")), "删除", "", "第三部分“2026年重点工作”，整节删去。"),
        (paragraph(REPORT, at(REPORT, "三、")), "修改", "今年", "第三部分标题，改为“今年”。"),
    ],
)
def test_a_change_without_a_quote_says_what_is_changed(anchor, act, replacement, sentence):
    comment = replace(OPINION, anchor=anchor, kind="修改", act=act, replacement=replacement)
    assert canonical(REPORT, comment) == sentence


def test_what_is_done_to_a_text_is_told_without_its_place():
    assert told("建设 5 个村。", Edit("增加", 0, 6, "新")) == "在“建设5个”后增加“新”"
    assert told("建设。", Edit("增加", 0, 0, "先看。")) == "在开头增加“先看。”"
    assert told("建设。", Edit("删除", 0, 2)) == "删去“建设”"
    assert told("建设。", Edit("修改", 0, 2, "办好")) == "将“建设”改为“办好”"


def test_the_words_of_another_reading_are_not_taken_apart():
    """Several edits are told one by one only where the quotation stands as it is quoted."""
    long = REPORT.units[at(REPORT, "优化公共服务")].text
    anchor = quote("优化", long[8:30])
    new = long[8:30].replace("推进", "推动").replace("紧张", "不足")
    change = replace(OPINION, anchor=anchor, kind="修改", act="修改", replacement=new)
    assert "改为“" in canonical(REPORT, change)
    moved = replace(change, anchor=replace(anchor, start=0, end=22))
    assert f"将“{anchor.quote}”改为“{new}”" in canonical(REPORT, moved)


def test_own_words_are_told_from_fixed_ones_at_the_outermost_quotation_marks():
    anchor = quote("优化", "多措并举")
    new = "“两个一批”（‘学位’）新‘增"
    change = replace(OPINION, anchor=anchor, kind="修改", act="修改", replacement=new, text="好。")
    assert runs(REPORT, change) == (
        ("第三部分（六）“优化公共服务”一段", False),
        ("，将“", False),
        ("多措并举", True),
        ("”改为“", False),
        ("‘两个一批’（‘学位’）新‘增", True),
        ("”。", False),
        ("说明：", False),
        ("好。", True),
    )
    assert runs(REPORT, replace(OPINION, anchor=anchor, text="好。"))[-1] == ("”：好。", False)


@pytest.mark.parametrize(
    ("act", "with_quote", "without"),
    [
        ("修改", "对“多措并举”作修改：写明确。", "作修改：写明确。"),
        ("增加", "在“多措并举”后增加内容：写明确。", "增加内容：写明确。"),
        ("移位", "调整“多措并举”的位置：写明确。", "调整位置：写明确。"),
    ],
)
def test_a_change_without_new_words_falls_back_to_what_was_said(act, with_quote, without):
    comment = replace(OPINION, kind="修改", act=act, text="写明确", reason="写明确")
    passage_, whole = quote("优化", "多措并举"), paragraph(REPORT, at(REPORT, "优化"))
    assert canonical(REPORT, replace(comment, anchor=passage_)) == SERVICE + with_quote
    assert canonical(REPORT, replace(comment, anchor=whole)) == SERVICE + without


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        ("修改", "对报告全文作修改：压缩篇幅。"),
        ("增加", "对报告全文增加内容：压缩篇幅。"),
        ("删除", "对报告全文作删减：压缩篇幅。"),
        ("移位", "对报告全文调整顺序：压缩篇幅。"),
    ],
)
def test_a_change_of_the_whole_report_is_said_in_words(act, sentence):
    comment = replace(OPINION, kind="修改", act=act, text="压缩篇幅")
    assert canonical(REPORT, comment) == sentence
    why = canonical(REPORT, replace(comment, text="", reason="太长"))
    assert why == sentence.replace("：压缩篇幅", "") + "理由：太长。"


def test_what_was_said_beside_a_change_of_the_whole_report_follows_it():
    comment = replace(OPINION, kind="修改", act="修改", replacement="甲", text="乙", reason="丙")
    assert canonical(REPORT, comment) == "对报告全文作修改：甲。理由：丙。说明：乙。"


@pytest.mark.parametrize(
    ("anchor", "sentence"),
    [
        (WHOLE_REPORT, "要落实运营补助。"),
        (
            paragraph(REPORT, at(REPORT, "优化")),
            "第三部分（六）“优化公共服务”一段：要落实运营补助。",
        ),
        (
            quote("优化", "多措并举化解东部区域学位紧张难题，"),
            "第三部分（六）“优化公共服务”一段“多措并举化解东部区域学位紧张难题”：要落实运营补助。",
        ),
    ],
)
def test_every_other_kind_is_its_place_and_its_words(anchor, sentence):
    assert canonical(REPORT, replace(OPINION, anchor=anchor, text="要落实运营补助")) == sentence


def test_a_reason_alone_stands_behind_its_place():
    comment = replace(OPINION, anchor=paragraph(REPORT, at(REPORT, "优化")), reason="不清楚")
    assert canonical(REPORT, comment) == "第三部分（六）“优化公共服务”一段。理由：不清楚。"
    assert canonical(REPORT, replace(OPINION, reason="不清楚")) == "报告全文。理由：不清楚。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲“乙‘丙’丁”戊", "“甲‘乙“丙”丁’戊”"),
        ("三制”改革", "“三制’改革”"),
        ("it’s", "“it’s”"),
        ("", "“”"),
    ],
)
def test_quotes_within_quotes_change_their_marks(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("好", "好。"),
        ("好。", "好。"),
        ("好！ ", "好！"),
        ("他说“好”", "他说“好”。"),
        ("他说“好。”", "他说“好。”"),
        ("好；", "好；"),
        ("改为“甲，”", "改为“甲，”。"),
        ("=1+1", "=1+1。"),
        ("𠮷", "𠮷。"),
        ("", "。"),
    ],
)
def test_a_text_ends_with_one_mark(text, expected):
    assert ended(text) == expected


WORDS = st.text(alphabet="甲乙𠮷学校=@12，。！“”‘’（）\n", max_size=12).map(str.strip)


@given(
    kind=st.sampled_from(KINDS),
    act=st.sampled_from(ACTS),
    text=WORDS,
    replacement=WORDS,
    reason=WORDS,
    unit=st.integers(-1, len(REPORT.units) - 1),
    span=st.tuples(st.integers(0, 30), st.integers(0, 30)),
)
def test_no_word_is_ever_lost(*, kind, act, text, replacement, reason, unit, span):
    anchor = WHOLE_REPORT if unit < 0 else passage(REPORT, unit, *span)
    act = act if kind == "修改" else ""
    replacement = "" if act == "删除" or kind != "修改" else replacement
    comment = replace(
        OPINION,
        anchor=anchor,
        kind=kind,
        act=act,
        text=text,
        replacement=replacement,
        reason=reason,
    )
    sentence = canonical(REPORT, comment, page="第2页")
    for words in (text, replacement, reason):
        assert letters(words) in letters(sentence)
    is_at_end = act == "增加" and "末尾增加" in sentence  # said instead of the last words there
    assert is_at_end or letters(anchor.quote) in letters(sentence)
    around = sentence
    for words in sorted((text, reason, replacement), key=len, reverse=True):
        around = around.replace(words, "").replace(quoted(words)[1:-1], "")  # one within another
    assert "。。" not in around
    assert SIX not in sentence or SIX in anchor.quote


# -- opinions whose place is gone from the text


EARLIER = replace(OPINION, reading="earlier", text="请写明。")
SERVICES = at(REPORT, "优化公共服务")


def lost(anchor, **fields):
    """Word an opinion of an earlier reading."""
    return canonical(REPORT, replace(EARLIER, anchor=anchor, **fields))


@pytest.mark.parametrize(
    ("act", "new", "said"),
    [
        ("修改", "新写法", "没找到位置的一处，将“推进教育优质均衡”改为“新写法”。"),
        ("增加", "新写法", "没找到位置的一处，在“推进教育优质均衡”后增加“新写法”。"),
        ("删除", "", "没找到位置的一处，删去“推进教育优质均衡”。"),
        ("移位", "本段末尾", "没找到位置的一处，将“推进教育优质均衡”移至本段末尾。"),
    ],
)
def test_a_change_of_words_that_are_gone_quotes_them(act, new, said):
    place = quote("优化公共服务", "推进教育优质均衡")
    assert lost(place, kind="修改", act=act, replacement=new, text="") == said


def test_a_remark_on_words_that_are_gone_quotes_them_and_one_on_a_unit_says_so():
    place = quote("优化公共服务", "推进教育优质均衡")
    assert lost(place) == "没找到位置的一处“推进教育优质均衡”：请写明。"
    assert lost(paragraph(REPORT, SERVICES)) == "没找到位置的一段：请写明。"
    assert lost(section(REPORT, SERVICES)) == "没找到位置的一节：请写明。"
    assert lost(WHOLE_REPORT) == "请写明。"
    known = seen(REPORT, replace(EARLIER, anchor=paragraph(REPORT, SERVICES)), "优化公共服务。")
    assert canonical(REPORT, known) == "没找到位置的一段“优化公共服务”：请写明。"
    long = seen(REPORT, replace(EARLIER, anchor=paragraph(REPORT, SERVICES)), "长" * 40)
    assert canonical(REPORT, long) == f"没找到位置的一段“{'长' * 24}…”：请写明。"


@pytest.mark.parametrize(
    ("act", "new", "said"),
    [
        ("删除", "", "没找到位置的一段，整段删去。"),
        ("增加", "一句", "没找到位置的一段，在本段末尾增加“一句”。"),
        ("修改", "一句", "没找到位置的一段，整段改为“一句”。"),
    ],
)
def test_a_change_of_a_whole_unit_that_is_gone_is_told(act, new, said):
    place = paragraph(REPORT, SERVICES)
    assert lost(place, kind="修改", act=act, replacement=new, text="") == said


def test_what_is_not_in_the_report_is_never_looked_for_in_its_units():
    nowhere = replace(paragraph(REPORT, SERVICES), unit=10**6)
    assert lost(nowhere, kind="修改", act="修改", replacement="一句", text="").endswith("“一句”。")
    long = "推进教育优质均衡发展，办好人民满意的教育，扩大普惠托育，提升医疗服务"
    place = replace(quote("优化公共服务", "推进教育优质均衡"), quote=long)
    assert long in lost(place, kind="修改", act="修改", replacement="新", text="")
    assert "".join(it for it, _ in runs(REPORT, replace(EARLIER, anchor=place))) == lost(place)
