"""What a file says of its text, and the text as it flows without what the print put in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core import outline
from beiguan_desktop.core.layout import PLAIN, Flow, Layout, Place
from beiguan_desktop.core.lines import BLANKS
from tests.unit.reading_checks import assert_whole

PRINT = "各位代表：\n\u3000\u3000现在，向大会报告工\n— 1 —\f工作报告\n作，请予审议。\n甲。"


def at(words: str, text: str = PRINT) -> int:
    return text.index(words)


def span(words: str, text: str = PRINT) -> tuple[int, int]:
    return at(words, text), at(words, text) + len(words)


TORN = Layout(
    noise=(span("— 1 —"), span("工作报告")),
    joins=((at("作，"), ""),),
    places=(
        Place(0, 1, 1),
        Place(at("现在"), 1, 2),
        Place(at("作，"), 2, 1),
        Place(at("甲。"), 2, 2),
    ),
)


def flow(text: str, **layout) -> str:
    layout = Layout(**layout)
    assert layout.fits(text)
    return Flow(text, layout).text


def test_a_file_that_says_nothing_flows_as_it_is():
    assert PLAIN.fits("")
    assert PLAIN.fits(PRINT)
    whole = Flow(PRINT, PLAIN)
    assert whole.text == PRINT
    assert whole.spans(0, len(PRINT)) == [(0, len(PRINT))]
    assert Flow("", PLAIN).spans(0, 0) == []


def test_a_paragraph_torn_by_a_page_with_its_number_and_head_flows_on():
    torn = Flow(PRINT, TORN)
    assert torn.text == "各位代表：\n\u3000\u3000现在，向大会报告工作，请予审议。\n甲。"
    start = torn.text.index("现在")
    spans = torn.spans(start, torn.text.index("\n甲"))
    assert [PRINT[a:b] for a, b in spans] == ["现在，向大会报告工", "作，请予审议。"]


@pytest.mark.parametrize(
    ("text", "noise", "left"),
    [
        ("甲\n1\n乙", ["1"], "甲\n乙"),
        ("甲\n 1 \f乙", ["1"], "甲\f乙"),
        ("甲\n1", ["1"], "甲"),
        ("1\n甲", ["1"], "甲"),
        ("1\f甲", ["1"], "\f甲"),
        ("1", ["1"], ""),
        ("甲\n1\n2\f乙", ["1", "2"], "甲\f乙"),
        ("甲\f1\f2\n乙", ["1", "2"], "甲\f\f乙"),
        ("甲 1 乙", ["1"], "甲乙"),
        ("甲 1\n乙", ["1"], "甲\n乙"),
        ("1 甲", ["1"], "甲"),
    ],
)
def test_noise_goes_with_its_line_end_or_the_blanks_round_it(text, noise, left):
    assert flow(text, noise=tuple(span(words, text) for words in noise)) == left


def test_a_joined_line_has_a_blank_where_words_need_one():
    assert flow("the \n end", joins=((6, " "),)) == "the end"
    assert flow("工\n作", joins=((2, ""),)) == "工作"
    assert flow("\n作", joins=((1, ""),)) == "\n作"  # nothing is before it
    assert flow("甲 3\n乙", noise=((2, 3),), joins=((4, ""),)) == "甲乙"


def test_generated_numbers_stand_before_their_paragraph():
    text = "标题\n内容"
    numbered = Flow(text, Layout(generated=((0, "一、"), (3, "1."))))
    assert numbered.text == "一、标题\n1.内容"
    assert numbered.spans(0, 4) == [(0, 2)]
    assert numbered.spans(0, 2) == []
    assert numbered.parts(3, 9) == [(3, 1, 2), (7, 3, 5)]


def test_headings_begin_in_the_flow_where_their_number_does():
    text = "页\n标题\n内容"
    said = Layout(((0, 1),), generated=((2, "一、"),), headings=((2, 0), (5, 3)))
    assert said.fits(text)
    assert Flow(text, said).outline == {0: 0, 5: 3}


@pytest.mark.parametrize(
    "layout",
    [
        Layout(noise=((0, 6),)),
        Layout(noise=((-1, 1),)),
        Layout(noise=((1, 1),)),
        Layout(noise=((2, 1),)),
        Layout(noise=((2, 3),)),  # nothing but a line end
        Layout(noise=((0, 2), (1, 5))),
        Layout(noise=((3, 5), (0, 2))),
        Layout(joins=((2, ""),)),
        Layout(joins=((5, ""),)),
        Layout(joins=((-1, ""),)),
        Layout(joins=((3, "。"),)),
        Layout(joins=((3, ""), (3, ""))),
        Layout(joins=((3, ""),), noise=((3, 5),)),
        Layout(generated=((0, ""),)),
        Layout(generated=((0, " "),)),
        Layout(generated=((0, "一\n"),)),
        Layout(generated=((0, "一" * 41),)),
        Layout(generated=((2, "一、"),)),
        Layout(generated=((3, "一"), (0, "二"))),
        Layout(headings=((0, -1),)),
        Layout(headings=((0, 4),)),
        Layout(headings=((2, 0),)),
        Layout(headings=((5, 0),)),
        Layout(headings=((3, 0), (0, 0))),
        Layout(headings=((3, 0),), noise=((3, 5),)),
        Layout(places=(Place(0, 0, 1),)),
        Layout(places=(Place(0, 1, 0),)),
        Layout(places=(Place(0, 100_001, 1),)),
        Layout(places=(Place(0, 1, 100_001),)),
        Layout(places=(Place(0, 2, 1), Place(3, 1, 1))),
        Layout(places=(Place(0, 1, 2), Place(3, 1, 1))),
        Layout(places=(Place(9, 1, 1),)),
    ],
)
def test_what_cannot_be_true_of_a_text_does_not_fit(layout):
    assert not layout.fits("标题\n内容")


def test_units_know_their_printed_lines():
    reading = outline.read(PRINT, source="0" * 64, layout=TORN)
    assert_whole(PRINT, reading)
    assert [unit.text for unit in reading.units] == [
        "各位代表：",
        "现在，向大会报告工作，请予审议。",
        "甲。",
    ]
    unit = reading.units[1]
    assert unit.source_text == unit.text
    assert unit.seams == (len("现在，向大会报告工"),)
    assert reading.noise == (span("— 1 —")[:1] + span("工作报告")[1:],)
    joined = reading.repairs[0]
    assert (joined.kind, joined.after) == ("join", "")
    assert joined.before == "\n— 1 —\f工作报告\n"
    assert [(mark.letter, mark.page, mark.line, mark.origin) for mark in reading.marks] == [
        (0, 1, 1, "pdf"),
        (4, 1, 2, "pdf"),
        (12, 2, 1, "pdf"),
        (17, 2, 2, "pdf"),
    ]


def test_generated_numbers_are_read_and_counted_and_have_no_span():
    text = "回顾去年\n我们的工作很好，成绩很大。\n展望今年\n我们要做的工作很多。"
    numbers = ((0, "一、"), (at("展望", text), "二、"))
    reading = outline.read(text, source="0" * 64, layout=Layout(generated=numbers))
    assert [unit.kind for unit in reading.units] == ["heading", "paragraph"] * 2
    first, _, third, _ = reading.units
    assert (first.text, first.generated, first.source_text) == ("一、回顾去年", "一、", "回顾去年")
    assert (third.text, third.spans) == ("二、展望今年", (span("展望今年", text),))
    assert reading.units[1].letter == len("一回顾去年")
    assert_whole(text, reading)


def test_a_blank_put_between_two_lines_is_a_repair_with_its_place():
    text = "各位代表：\n我们引进了the\nend公司的项目１个。"
    layout = Layout(joins=((at("end", text), " "),))
    reading = outline.read(text, source="0" * 64, layout=layout)
    unit = reading.units[1]
    assert unit.text == "我们引进了the end公司的项目1个。"
    assert unit.source_text == "我们引进了theend公司的项目１个。"
    join, digits = reading.repairs
    assert (join.before, join.after) == ("\n", " ")
    assert (digits.before, digits.after, digits.start) == ("１", "1", at("１", text))
    assert_whole(text, reading)


def test_nothing_is_mended_across_the_end_of_a_printed_line():
    text = "各位代表：\n优良天数的PM_{2.\n5}浓度下降了。"
    reading = outline.read(text, source="0" * 64, layout=Layout(joins=((at("5}", text), ""),)))
    assert reading.units[1].text == "优良天数的PM_{2.5}浓度下降了。"
    assert [repair.kind for repair in reading.repairs] == ["join"]


def test_what_is_mended_in_a_generated_number_is_no_repair_of_the_source():
    text = "回顾去年的主要工作"
    reading = outline.read(text, source="0" * 64, layout=Layout(generated=((0, "１．"),)))
    assert "".join(unit.text for unit in reading.units).startswith("1")
    assert reading.repairs == ()
    assert_whole(text, reading)


def test_a_line_that_is_numbered_by_itself_begins_a_paragraph():
    text = "各位代表：\n建设一批口袋公园\n改造一批老旧小区，让群众满意。"
    plain = outline.read(text, source="0" * 64)
    assert len(plain.units) == 2
    at = [text.index(word) for word in ("建设", "改造")]
    layout = Layout(generated=tuple((each, "● ") for each in at))
    reading = outline.read(text, source="0" * 64, layout=layout)
    assert [unit.text[:4] for unit in reading.units] == ["各位代表", "● 建设", "● 改造"]
    assert_whole(text, reading)


def test_no_line_of_a_table_is_joined_over_a_rows_end():
    text = "各位代表：\n甲项目\n开工\n乙项目\n完工\n继续努力，成绩很大。"
    assert len(outline.read(text, source="0" * 64).units) < 4
    layout = Layout(rows=tuple(text.index(word) for word in ("甲", "乙", "继续")), noise=((6, 7),))
    reading = outline.read(text, source="0" * 64, layout=replace(layout, noise=()))
    assert [unit.text for unit in reading.units][1:] == [
        "甲项目开工",
        "乙项目完工",
        "继续努力，成绩很大。",
    ]
    assert not layout.fits(text.replace("甲", " "))
    assert not replace(layout, noise=((6, 9),)).fits(text)
    assert_whole(text, reading)


def test_a_number_that_was_cut_off_its_words_is_no_unit():
    text = "各位代表：\n我们的工作很好，成绩很大。\n来源：某某网"
    numbers = ((at("来源", text), "1。"),)
    reading = outline.read(text, source="0" * 64, layout=Layout(generated=numbers))
    assert all(unit.spans for unit in reading.units)
    assert_whole(text, reading)


def test_notes_are_units_of_their_own_after_everything_else():
    text = "各位代表：\n我们推行一网统管，成绩很大，还\n一网统管，指用一张网管全城。\n各位代表"
    first, second = at("一网统管，指", text), text.rindex("各位代表")
    numbers = ((first, "1. "), (second, "2. "))
    layout = Layout(generated=numbers, notes=(first, second))
    assert layout.fits(text)
    reading = outline.read(text, source="0" * 64, layout=layout)
    assert [(unit.kind, unit.text[:5]) for unit in reading.units] == [
        ("salutation", "各位代表："),
        ("paragraph", "我们推行一"),
        ("note", "1. 一网"),
        ("note", "2. 各位"),
    ]
    assert_whole(text, reading)
    assert not Layout(generated=numbers, notes=(first,)).fits(text)
    assert not Layout(notes=(first,)).fits(text)


@st.composite
def said(draw):
    """Draw a text and something that fits it."""
    pieces = st.sampled_from(
        ["一、", "（一）", "工作。", "各位代表！", "\n", "\n", "\f", " ", "12", "— 3 —", "，", "a"]
    )
    text = draw(st.lists(pieces, max_size=40).map("".join))
    words = [i for i, c in enumerate(text) if c not in BLANKS]
    some = st.lists(st.sampled_from(words or [0]), unique=True, max_size=6).map(sorted)
    borders = draw(some)
    noise = tuple(zip(borders[::2], borders[1::2], strict=False))
    free = [at for at in draw(some) if not any(a <= at < b for a, b in noise)]
    numbered = [at for at in draw(some) if not any(a <= at < b for a, b in noise)]
    styled = [at for at in draw(some) if not any(a <= at < b for a, b in noise)]
    layout = Layout(
        noise=noise,
        joins=tuple((at, draw(st.sampled_from(["", " "]))) for at in free),
        generated=tuple((at, draw(st.sampled_from(["一、", "1."]))) for at in numbered),
        places=tuple(Place(at, 1 + i // 3, 1 + i % 3) for i, at in enumerate(draw(some))),
        notes=tuple(numbered[draw(st.integers(0, len(numbered))) :]),
        headings=tuple((at, draw(st.integers(0, 3))) for at in styled),
        rows=tuple(at for at in draw(some) if not any(a <= at < b for a, b in noise)),
    )
    return text, layout if words else PLAIN


@given(said())
def test_whatever_is_said_nothing_is_lost(drawn):
    text, layout = drawn
    assert layout.fits(text)
    reading = outline.read(text, source="0" * 64, layout=layout)
    assert_whole(text, reading)
    assert [mark.letter for mark in reading.marks] == sorted({m.letter for m in reading.marks})
    noise = {at for start, end in layout.noise for at in range(start, end)}
    assert not noise & {at for unit in reading.units for s in unit.spans for at in range(*s)}
