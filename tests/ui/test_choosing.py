"""One click chooses the sentence, the next its clause, the third the paragraph."""

import pytest

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.ui.choosing import numbered, place_clicked, sentence_beside
from tests.ui.page_parts import report_of
from tests.ui.panes import shipped, unit_of

TEXT = "第一句在前，还有半句。第二句在后。"
REPORT = report_of(TEXT, "只有一句话。")


def quotes(*positions: int, unit: int = 0) -> list[str]:
    chosen, found = None, []
    for position in positions:
        chosen = place_clicked(REPORT, unit, position, chosen)
        found.append(chosen.quote or chosen.place)
    return found


def test_the_same_point_goes_from_sentence_to_clause_to_paragraph_and_round():
    assert quotes(2, 2, 2, 2) == [
        "第一句在前，还有半句。",
        "第一句在前",
        "paragraph",
        "第一句在前，还有半句。",
    ]


def test_another_sentence_begins_anew():
    assert quotes(2, 13) == ["第一句在前，还有半句。", "第二句在后。"]


def test_the_other_clause_of_a_chosen_clause_is_chosen_itself():
    assert quotes(2, 2, 8) == ["第一句在前，还有半句。", "第一句在前", "还有半句"]


def test_a_paragraph_of_one_sentence_has_no_step_too_many():
    assert quotes(2, 2, 2, unit=1) == ["paragraph", "只有一句话", "paragraph"]


def test_a_choice_in_another_paragraph_counts_for_nothing():
    elsewhere = paragraph(REPORT, 1)
    assert place_clicked(REPORT, 0, 13, elsewhere).quote == "第二句在后。"


def test_a_heading_stands_for_its_section_and_the_title_for_the_report():
    heading = unit_of("三、")
    assert place_clicked(shipped(), heading, 2, None).place == "section"
    assert place_clicked(shipped(), unit_of("政府工作报告"), 2, None) == WHOLE_REPORT
    assert place_clicked(shipped(), unit_of("——2026年2月"), 2, None) == WHOLE_REPORT


@pytest.mark.parametrize(
    ("unit", "step", "expected"), [(0, 1, 1), (1, 1, 1), (1, -1, 0), (0, -9, 0)]
)
def test_arrows_go_to_the_next_paragraph_and_stop_at_the_ends(unit, step, expected):
    assert numbered(REPORT, unit, step) == expected


def test_arrows_pass_over_headings():
    heading = unit_of("三、")
    assert shipped().units[numbered(shipped(), heading, -1)].number is not None
    assert numbered(shipped(), heading - 1, 1) == heading + 1
    assert numbered(shipped(), heading - 1, 2) == heading + 2


def test_a_passage_that_spans_sentences_is_no_step_of_the_round():
    wide = passage(REPORT, 0, 2, 14)
    assert place_clicked(REPORT, 0, 2, wide).quote == "第一句在前，还有半句。"


def test_sentences_follow_one_another_into_the_next_paragraph_and_back():
    chosen, found = paragraph(REPORT, 0), []
    for step in (1, 1, 1, -1, -1):
        chosen = sentence_beside(REPORT, chosen.unit, chosen, step)
        found.append(chosen.quote or chosen.place)
    first, second = "第一句在前，还有半句。", "第二句在后。"
    assert found == [first, second, "paragraph", second, first]


def test_from_a_clause_the_way_leads_to_the_sentence_after_its_own():
    clause = passage(REPORT, 0, 0, 5)
    assert sentence_beside(REPORT, 0, clause, 1).quote == "第二句在后。"
    last = passage(REPORT, 0, 13, 15)
    assert sentence_beside(REPORT, 0, last, 1).unit == 1
    assert sentence_beside(REPORT, 0, None, 1).quote == "第一句在前，还有半句。"


def test_sentences_end_where_the_report_ends():
    report = report_of("甲。乙。")
    first, last = passage(report, 0, 0, 2), passage(report, 0, 2, 4)
    assert sentence_beside(report, 0, last, 1) == last
    assert sentence_beside(report, 0, first, -1) == first
