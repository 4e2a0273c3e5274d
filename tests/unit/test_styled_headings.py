"""Headings that a Word file says by their style: which are believed, and where they stand."""

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.layout import Layout
from beiguan_desktop.core.lines import cut, split
from beiguan_desktop.core.report import Reading
from beiguan_desktop.core.styled_headings import outline_ranks, styled
from tests.unit.reading_checks import assert_whole

WORDS = "我们坚持稳中求进，着力推动高质量发展，加快建设现代化产业体系，切实保障和改善民生。"
TORN = WORDS.removesuffix("。")
HEAD = ["政府工作报告", "各位代表：", "现在，我代表市人民政府向大会报告工作，请予审议。"]
END = "各位代表！让我们团结奋斗，为全面建设社会主义现代化国家作出新的更大贡献！"


def read(*lines: str | tuple[int, str], between: str = "\n") -> Reading:
    """Read lines; a pair is a heading's outline level and its words."""
    texts = [line if isinstance(line, str) else line[1] for line in lines]
    starts = [len(between.join([*texts[:at], ""])) for at in range(len(texts))]
    said = tuple(
        (start, line[0]) for start, line in zip(starts, lines, strict=True) if type(line) is tuple
    )
    text = between.join(texts)
    layout = Layout(headings=said)
    assert layout.fits(text)
    reading = outline.read(text, source="0" * 64, layout=layout)
    assert_whole(text, reading)
    return reading


def headings(reading: Reading) -> list[tuple[int, str]]:
    """Return levels and words of standing headings and run-ins."""
    found = [(u.level or (u.runin.level if u.runin else 0), u.text[:8]) for u in reading.units]
    return [each for each in found if each[0]]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_headings_stand_for_their_style_and_join_nothing(between):
    reading = read(
        *HEAD,
        *((0, "2030年工作回顾"), TORN, (1, "扩大投资"), WORDS),
        *((0, "2031年工作安排"), (1, "促进消费"), (2, "补贴购车"), WORDS, (0, "结束语"), END),
        between=between,
    )
    assert headings(reading) == [
        *((1, "2030年工作回"), (2, "扩大投资"), (1, "2031年工作安"), (2, "促进消费")),
        *((3, "补贴购车"), (1, "结束语")),
    ]
    assert [u.text for u in reading.units if u.kind == "paragraph"][1:-1] == [TORN, WORDS, WORDS]
    assert reading.repairs == ()
    assert reading.units[-3].path == ("2031年工作安排", "促进消费", "补贴购车")


def test_the_same_lines_without_a_style_are_no_headings():
    assert headings(read(*HEAD, "谈谈投资", WORDS, "促进消费", WORDS, END)) == []


def test_levels_are_ranks_among_those_used():
    reading = read(*HEAD, (1, "去年工作"), WORDS, (3, "扩大投资"), WORDS, (1, "今年打算"), END)
    assert [level for level, _ in headings(reading)] == [1, 2, 1]


def test_a_label_ranks_beside_the_style_of_its_headings():
    reading = read(
        *HEAD,
        *((0, "一、工作回顾"), WORDS, (1, "扩大投资"), WORDS, (0, "二、工作安排"), WORDS),
        *((1, "促进消费"), (2, "1．补贴购车"), WORDS, (0, "结束语"), END),
    )
    assert [level for level, _ in headings(reading)] == [1, 2, 1, 2, 3, 1]


def test_a_label_without_a_style_stands_below_headings_under_which_it_begins_anew():
    reading = read(
        *HEAD,
        *((0, "去年工作"), f"一、修路。{WORDS}", f"二、修桥。{WORDS}", f"一是抓紧。{WORDS}"),
        *((0, "今年打算"), f"一、植树。{WORDS}", f"二、造林。{WORDS}", END),
    )
    assert [level for level, _ in headings(reading)] == [1, 2, 2, 3, 1, 2, 2]


def test_a_label_without_a_style_stands_else_where_it_usually_does():
    reading = read(
        *HEAD, "一、工作回顾", WORDS, (1, "扩大投资"), WORDS, f"1．修路。{WORDS}",
        "二、工作安排", WORDS, (1, "促进消费"), WORDS, END,
    )  # fmt: skip
    assert [level for level, _ in headings(reading)] == [1, 2, 3, 1, 2]


def test_labels_at_one_outline_level_keep_ranks_of_their_own():
    styles = [("chinese", 1), ("bracket", 1), ("outline 0", 0), ("", 0), ("lone", 0), ("dash", 0)]
    assert outline_ranks(styles, [0, 0, 0, None, None, None]) == {
        "outline 0": 1,
        "chinese": 1,
        "bracket": 2,
    }
    assert outline_ranks(styles[:2], [0, 0]) == {}


def test_a_title_in_a_headings_style_stays_the_title():
    rest = [WORDS, (1, "扩大投资"), WORDS, (1, "促进消费"), WORDS, END]
    for title in ("政府工作报告", "我们的村子"):
        reading = read((0, title), (1, "去年工作"), *rest)
        assert (reading.units[0].kind, reading.title) == ("title", title)
        assert [level for level, _ in headings(reading)] == [1, 1, 1]
    reading = read((0, "去年的村子"), (1, "修路"), WORDS, (0, "今年的村子"), *rest)
    assert [level for level, _ in headings(reading)] == [1, 2, 1, 2, 2]


def test_many_styled_headings_under_a_title_are_no_web_page():
    rows = [(0, "去年"), (1, "工业经济"), (2, "稳住投资"), (3, "几个项目"), (3, "几条道路")]
    reading = read("政府工作报告", *rows, WORDS * 3, END)
    assert [level for level, _ in headings(reading)] == [1, 2, 3, 4, 4]
    assert reading.noise == ()


@pytest.mark.parametrize(
    "words", [WORDS + WORDS, "修好了路。修好了桥。", "指标\t增长", "各位代表！", "很长" * 31]
)
def test_what_is_no_heading_is_none_whatever_its_style(words):
    texts = [*[WORDS] * 9, words]
    lines = cut("\n".join(texts))[0]
    assert styled(lines, {lines[-1].start: 0}) == lines


def test_a_file_that_is_all_in_a_headings_style_says_nothing_by_it():
    lines = [*HEAD, "谈谈投资", WORDS, "促进消费", WORDS, END]
    assert read(*((0, line) for line in lines)).units == read(*lines).units


def test_headings_of_a_style_are_found_among_printed_lines():
    story = (
        "始终把稳增长作为首要任务，系统施策、精准发力，推动经济持续回升向好，全区生产总值同比增长。"
    )
    text = (story * 3)[:117] + "。"
    printed = [text[:26], *(text[at : at + 28] for at in range(26, 118, 28))]
    reading = read(*HEAD, (0, "扩大投资"), *printed * 5, (0, "促进消费"), *printed * 5, END)
    assert headings(reading) == [(1, "扩大投资"), (1, "促进消费")]
    assert reading.units[4].text == text


def test_a_heading_of_a_style_is_not_cut():
    lines = cut(f"工作回顾：去年\n{WORDS}")[0]
    assert len(split(lines[0], [5])) == 2
    whole = styled(lines, {0: 1})[0]
    assert split(whole, [5]) == [whole]


def test_a_heading_with_a_generated_number_is_read_with_it():
    text = "\n".join([*HEAD, "去年工作", WORDS, "今年打算", WORDS, END])
    at, other = text.index("去年"), text.index("今年")
    layout = Layout(generated=((at, "第1篇 "),), headings=((at, 0), (other, 0)))
    assert layout.fits(text)
    reading = outline.read(text, source="0" * 64, layout=layout)
    assert headings(reading) == [(1, "第1篇 去年工作"[:8]), (1, "今年打算")]
