"""Places survive rare letters, blanks and torn quotes."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.anchoring import (
    CONTEXT,
    clause_at,
    occurrences,
    paragraph,
    passage,
    section,
    sentence_at,
)
from beiguan_desktop.core.letters import letter_count
from tests.unit.small_report import body, report_of, small, unit_of

CHINESE = st.text(alphabet="甲乙𠮷学校12 　，。！？；：“”（）‘’—₂\u200b", max_size=40)


@pytest.mark.parametrize("text", ["𠮷祥街学位紧张", "学位𠮷紧张", "学位紧张𠮷", "在𠮷𠮷街"])
def test_a_passage_counts_a_letter_beyond_the_basic_plane_as_one(text):
    report = report_of(body("先有一段。"), body(f"前𠮷文，{text}，后𠮷文。"))
    start = report.units[1].text.index(text)
    anchor = passage(report, 1, start, start + len(text))
    assert (anchor.place, anchor.quote) == ("passage", text)
    assert (anchor.prefix, anchor.suffix) == ("前𠮷文，", "，后𠮷文。")
    assert anchor.letter_start == letter_count("先有一段前𠮷文")
    assert anchor.letter_end - anchor.letter_start == letter_count(text)


@given(before=CHINESE, inside=CHINESE, after=CHINESE, first=CHINESE)
def test_a_passage_is_always_the_text_at_its_place(before, inside, after, first):
    text = before + inside + after
    report = report_of(body(first), body(text))
    anchor = passage(report, 1, len(before), len(before) + len(inside))
    assert anchor.letter_start == letter_count(first + text[: anchor.start])
    assert anchor.letter_end == letter_count(first + text[: anchor.end])
    if anchor.place == "passage":
        assert anchor.quote == text[anchor.start : anchor.end] == anchor.quote.strip()
        assert text[: anchor.start].endswith(anchor.prefix)
        assert text[anchor.end :].startswith(anchor.suffix)
        assert max(len(anchor.prefix), len(anchor.suffix)) <= CONTEXT
        assert anchor.quote in inside
    else:
        assert (anchor.start, anchor.end, anchor.quote) == (0, len(text), "")


def test_a_passage_drawn_backwards_or_beyond_the_end_is_the_same_passage():
    report = report_of(body("甲乙丙丁"))
    assert passage(report, 0, 3, 1) == passage(report, 0, 1, 3)
    assert passage(report, 0, 2, 99).quote == "丙丁"
    assert passage(report, 0, -5, 1).quote == "甲"


def test_a_passage_over_the_whole_unit_or_over_blanks_is_the_paragraph():
    report = report_of(body("　甲乙 丙丁。 "))
    assert passage(report, 0, 1, 7) == paragraph(report, 0)
    assert passage(report, 0, 3, 4) == paragraph(report, 0)
    assert passage(report, 0, 0, 4).quote == "甲乙"


def test_paragraph_and_section_are_named_by_their_unit():
    report = small()
    unit = unit_of(report, "（六）")
    one, other = paragraph(report, unit), section(report, unit)
    assert (one.place, other.place) == ("paragraph", "section")
    assert one.letter_start == other.letter_start == report.units[unit].letter
    assert one.letter_end == report.units[unit + 1].letter


def sentence(text, position):
    return text[slice(*sentence_at(text, position))]


def clause(text, position):
    return text[slice(*clause_at(text, position))]


def test_a_sentence_ends_with_its_mark_and_a_run_in_heading_is_one():
    text = "（一）经济稳中有进。系统施策、精准发力；增速持平。 好不好？！好"
    assert sentence(text, 0) == "（一）经济稳中有进。"
    assert sentence(text, 9) == "（一）经济稳中有进。"
    assert sentence(text, 10) == sentence(text, 24) == "系统施策、精准发力；增速持平。"
    assert sentence(text, text.index("？")) == "好不好？！"
    assert sentence(text, len(text)) == sentence(text, 999) == "好"


def test_a_mark_inside_quotes_ends_the_sentence_only_where_they_close():
    assert sentence("他说“要快。要好。”大家同意。", 3) == "他说“要快。要好。”"
    assert sentence("深化“谁来办？怎么办”改革。再看。", 0) == "深化“谁来办？怎么办”改革。"
    assert sentence("（见《怎么办？》一文）很好。", 6) == "（见《怎么办？》一文）很好。"


def test_a_torn_quote_swallows_nothing():
    assert sentence("三制”改革。推进“放管服。再看。", 0) == "三制”改革。"
    assert sentence("三制”改革。推进“放管服。再看。", 7) == "推进“放管服。"
    assert sentence("甲（乙“丙）丁”。戊。", 0) == "甲（乙“丙）丁”。"


def test_a_clause_leaves_the_mark_that_ends_it():
    text = "总值完成 1,893 亿元，落实“同责，双责”，增长 5.5%。重点：一是快；二是好。"
    assert clause(text, 0) == "总值完成 1,893 亿元"
    assert clause(text, text.index("双责")) == "落实“同责，双责”"
    assert clause(text, text.index("5.5")) == "增长 5.5%"
    assert clause(text, text.index("重")) == "重点"
    assert clause(text, text.index("快")) == "一是快"
    assert clause(text, len(text)) == "二是好"
    assert clause("。。", 0) == "。。"


@given(CHINESE, st.integers(0, 45))
def test_sentences_and_clauses_hold_their_position_and_tile_the_text(text, position):
    for cut in (sentence_at, clause_at):
        start, end = cut(text, position)
        assert 0 <= start <= end <= len(text)
        assert text[start:end].strip(" 　\u200b") == text[start:end]
    spans = sorted({sentence_at(text, at) for at in range(len(text))})
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    kept = "".join(text[slice(*span)] for span in spans)
    assert set(text) - set(kept) <= set(" 　\u200b")
    assert letter_count(kept) == letter_count(text)


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("谋划 19 个老旧小区", "谋划19个", ["谋划 19 个"]),
        ("推进“十五五”规划", '"十五五"规划', ["“十五五”规划"]),
        ("技术合同,成交额", "技术合同，成交额", ["技术合同,成交额"]),
        ("PM₁₀、PM_{2.5}浓度", "PM2.5浓度", ["PM_{2.5}浓度"]),
        ("PM₁₀、PM_{2.5}浓度", "PM_{2.5}", ["PM_{2.5}"]),
        ("PM₂.₅浓度", "PM_{2.5}浓度", ["PM₂.₅浓度"]),
        ("PM_{ }浓度", "PM", ["PM"]),
        ("㈠经济", "(一)经济", ["㈠经济"]),
        ("㈠经济", "一", ["㈠"]),
        ("哈哈哈", "哈哈", ["哈哈", "哈哈"]),
        ("学位\u200b紧张", "学位紧张", ["学位\u200b紧张"]),
        ("五年－－奋斗", "——奋斗", ["－－奋斗"]),
        ("甲𠮷乙𠮷", "𠮷", ["𠮷", "𠮷"]),
        ("甲乙", "丙", []),
        ("甲乙", " 　", []),
        ("", "甲", []),
    ],
)
def test_a_quote_is_found_whatever_its_width_blanks_and_marks(text, quote, found):
    assert [text[slice(*span)] for span in occurrences(text, quote)] == found


def test_one_character_that_folds_into_two_alike_is_one_place():
    assert occurrences("甲‥乙", ".") == [(1, 2)]


@given(before=CHINESE, inside=CHINESE, after=CHINESE)
def test_what_stands_in_a_text_is_found_at_its_place(before, inside, after):
    text = before + inside + after
    bare = inside.strip(" 　\u200b")
    found = occurrences(text, inside)
    if not "".join(bare.split()):
        assert found == []
    else:
        start = len(before) + inside.index(bare)
        assert (start, start + len(bare)) in found
