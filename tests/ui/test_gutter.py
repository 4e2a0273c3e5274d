"""Every mark of a paragraph finds its line in the margin, or is counted."""

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.comment_marks import Mark
from beiguan_desktop.ui.gutter import margin
from tests.ui.panes import opinion


def marks(count: int) -> list[Mark]:
    return [Mark(opinion(f"{at}"), 0, 0, None) for at in range(count)]


def test_seals_stand_one_a_line_from_the_first():
    seals = margin(3, {}, marks(2)).seals
    assert [(seal.line, seal.is_rest) for seal in seals] == [(0, False), (1, False)]


def test_what_does_not_fit_is_counted_on_the_last_line():
    seals = margin(2, {}, marks(4)).seals
    assert [(seal.line, len(seal.comments), seal.is_rest) for seal in seals] == [
        (0, 1, False),
        (1, 3, True),
    ]


def test_the_number_gives_way_to_a_page_mark_and_seals_skip_it():
    found = margin(3, {0: "第3页"}, marks(2))
    assert found.number_line == 1
    assert [seal.line for seal in found.seals] == [1, 2]


def test_a_line_that_is_all_page_mark_still_shows_its_opinions():
    found = margin(1, {0: "第3页"}, marks(1))
    assert (found.number_line, [seal.line for seal in found.seals]) == (0, [0])


@given(st.integers(1, 6), st.sets(st.integers(0, 5)), st.integers(0, 9))
def test_no_opinion_is_lost_and_no_line_used_twice(lines, pages, count):
    found = margin(lines, {line: "第3页" for line in pages if line < lines}, marks(count))
    ids = [comment.id for seal in found.seals for comment in seal.comments]
    assert ids == [f"{at}" for at in range(count)]
    used = [seal.line for seal in found.seals]
    assert len(set(used)) == len(used)
    assert all(line < lines for line in used)
