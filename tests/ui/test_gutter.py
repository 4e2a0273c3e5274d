"""Every mark of a paragraph finds its line in the margin, or is counted."""

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.comment_marks import Mark
from beiguan_desktop.ui.gutter import margin
from tests.ui.panes import opinion


def marks(count: int) -> list[Mark]:
    return [Mark(opinion(f"{at}"), 0, 0, None) for at in range(count)]


def test_seals_stand_one_a_line_from_the_first():
    seals = margin(3, {}, marks(2), numbered=True).seals
    assert [(seal.line, seal.is_rest) for seal in seals] == [(0, False), (1, False)]


def test_what_does_not_fit_is_counted_on_the_last_line():
    seals = margin(2, {}, marks(4), numbered=True).seals
    assert [(seal.line, len(seal.comments), seal.is_rest) for seal in seals] == [
        (0, 1, False),
        (1, 3, True),
    ]


def test_a_page_mark_gives_way_to_the_number_and_seals_skip_it():
    found = margin(4, {0: "第3页"}, marks(3), numbered=True)
    assert (found.pages, found.below) == ({1: "第3页"}, "")
    assert [seal.line for seal in found.seals] == [0, 2, 3]


def test_a_page_mark_keeps_its_line_where_no_number_stands():
    found = margin(2, {0: "第3页"}, marks(1), numbered=False)
    assert found.pages == {0: "第3页"}
    assert [seal.line for seal in found.seals] == [1]


def test_a_page_mark_gives_way_past_the_next_one():
    found = margin(3, {0: "第3页", 1: "第4页"}, [], numbered=True)
    assert found.pages == {1: "第4页", 2: "第3页"}


def test_a_paragraph_of_one_line_has_its_page_mark_below():
    found = margin(1, {0: "第3页"}, marks(1), numbered=True)
    assert (found.pages, found.below) == ({}, "第3页")
    assert [seal.line for seal in found.seals] == [0]


def test_a_line_that_is_all_page_mark_still_shows_its_opinions():
    found = margin(1, {0: "第3页"}, marks(1), numbered=False)
    assert [seal.line for seal in found.seals] == [0]


def test_a_title_of_one_line_shows_its_first_seal_and_counts_the_rest_beside():
    seals = margin(1, {}, marks(3), numbered=False).seals
    assert [(len(seal.comments), seal.is_rest, seal.is_beside) for seal in seals] == [
        (1, False, False),
        (2, True, True),
    ]
    (all_of_them,) = margin(1, {}, marks(3), numbered=True).seals
    assert len(all_of_them.comments) == 3, "the number has its place"


@given(st.integers(1, 6), st.sets(st.integers(0, 5)), st.integers(0, 9), st.booleans())
def test_no_mark_is_lost_and_no_line_used_twice(lines, pages, count, numbered):
    given_pages = {line: f"第{line}页" for line in pages if line < lines}
    found = margin(lines, given_pages, marks(count), numbered=numbered)
    ids = [comment.id for seal in found.seals for comment in seal.comments]
    assert ids == [f"{at}" for at in range(count)]
    used = [(seal.line, seal.is_beside) for seal in found.seals]
    assert len(set(used)) == len(used)
    assert all(line < lines for line, _ in used)
    told = [*found.pages.values(), *([found.below] if found.below else [])]
    assert sorted(told) == sorted(given_pages.values())
    assert not (numbered and 0 in found.pages)
