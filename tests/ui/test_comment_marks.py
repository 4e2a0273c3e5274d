"""Each unit knows its opinions; a change touches only the units it names."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.anchoring import paragraph, passage, section
from beiguan_desktop.ui.comment_marks import STACKED, CommentMarks
from tests.ui.page_parts import report_of, withdrawn
from tests.ui.panes import opinion, shipped

REPORT = report_of("一二三四五六七八九十" * 3, "甲乙丙丁戊己庚辛")


def marks_of(*comments) -> CommentMarks:
    marks = CommentMarks(REPORT)
    marks.set_all(comments)
    return marks


def on(identity: str, start: int, end: int, unit: int = 0):
    return opinion(identity, passage(REPORT, unit, start, end))


def test_the_whole_comes_before_its_parts_and_the_earlier_before_the_later():
    marks = marks_of(
        on("late", 9, 12),
        on("early", 2, 5),
        opinion("whole", paragraph(REPORT, 0)),
        on("next", 1, 2, unit=1),
        opinion("section", section(REPORT, 0)),
        opinion("report"),
    )
    assert marks.order() == ["report", "section", "whole", "early", "late", "next"]


def test_an_opinion_on_the_whole_report_stands_at_the_title():
    marks = CommentMarks(shipped())
    marks.set_all([opinion("a")])
    unit = marks.unit_of("a")
    assert shipped().units[unit].kind == "title"
    assert marks.of(unit)[0].end == 0


def test_lines_of_overlapping_passages_take_different_places():
    marks = marks_of(on("a", 0, 10), on("b", 2, 6), on("c", 6, 9), on("d", 7, 9), on("e", 8, 9))
    assert [mark.slot for mark in marks.of(0)] == [0, 1, 1, 2, None]


@given(st.lists(st.tuples(st.integers(0, 28), st.integers(1, 9)), max_size=12))
def test_no_two_lines_in_one_place_overlap(spans):
    marks = marks_of(*(on(f"{at}", s, min(30, s + n)) for at, (s, n) in enumerate(spans)))
    lines = [mark for mark in marks.of(0) if mark.slot is not None and mark.end]
    assert all(mark.slot < STACKED for mark in lines)
    for one in lines:
        for two in lines:
            if one is not two and one.slot == two.slot:
                assert one.end <= two.start or two.end <= one.start


def test_a_click_means_the_shortest_passage():
    marks = marks_of(on("long", 0, 10), on("short", 3, 5))
    assert [marks.at(0, at) and marks.at(0, at).id for at in (2, 3, 5, 10)] == [
        "long",
        "short",
        "long",
        None,
    ]


def test_a_change_touches_its_units_only():
    first, second = on("a", 0, 3), on("b", 1, 2, unit=1)
    marks = marks_of(first, second)
    reworded = replace(first, text="更好。")
    assert marks.apply([first], [reworded]) == {0}
    assert marks.of(0)[0].comment is reworded
    assert marks.apply([second], []) == {1}
    assert marks.order() == ["a"]
    assert marks.apply([second], []) == set()


def test_an_opinion_that_moves_leaves_its_old_unit():
    first = on("a", 0, 3)
    moved = replace(first, anchor=passage(REPORT, 1, 0, 2))
    marks = marks_of(first)
    assert marks.apply([], [moved]) == {0, 1}
    assert (marks.of(0), marks.unit_of("a")) == ((), 1)


def test_withdrawn_and_homeless_opinions_are_not_shown():
    stray = replace(on("b", 0, 2), anchor=replace(paragraph(REPORT, 1), unit=99))
    marks = marks_of(withdrawn(on("a", 0, 3)), stray)
    assert marks.order() == []
    assert marks.unit_of("a") is None
