"""Page and line between the places where pages are known."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.pagination import LINES, Pages, seam_marks
from beiguan_desktop.core.report import PageMark
from tests.unit.small_report import line, report_of, small

FULL = "字" * 28
FIRST = "字" * 26


def paragraphs(*lines):
    """Make a report of paragraphs that fill so many lines each."""
    return report_of(*(line("paragraph", FIRST + FULL * (n - 1)) for n in lines)).units


def torn(units, index, *rows):
    seams = tuple(26 + 28 * (row - 1) for row in rows)
    return tuple(replace(u, seams=seams) if i == index else u for i, u in enumerate(units))


def place(pages, unit_index, position=0):
    found = pages.at(unit_index, position)
    return found.page, found.line


def test_without_marks_nothing_is_known():
    pages = Pages(paragraphs(3, 4), ())
    assert pages.count == 0
    assert pages.at(0) is None


def test_seams_twenty_two_lines_apart_are_pages():
    units = torn(paragraphs(10, 80), 1, 7, 29, 73)
    marks = seam_marks(units)
    assert [(m.page, m.line, m.origin) for m in marks] == [
        (2, 1, "seam"),
        (3, 1, "seam"),
        (5, 1, "seam"),
    ]
    pages = Pages(units, marks)
    assert place(pages, 0) == (1, 1)
    assert place(pages, 1) == (1, 11)
    assert place(pages, 1, 26 + 28 * 6) == (2, 1)
    assert place(pages, 1, 26 + 28 * 50) == (4, 1)
    assert place(pages, 1, 26 + 28 * 79) == (5, 7)
    assert pages.count == 5
    assert pages.at(0).about


def test_a_page_between_known_starts_is_sure_but_near_a_border_that_is_inferred():
    units = torn(paragraphs(10, 80), 1, 7, 29, 73)
    pages = Pages(units, seam_marks(units))

    def found(line):
        return pages.at(1, 26 + 28 * (line - 1)) if line else pages.at(1)

    assert (pages.at(0).is_bounded, pages.at(0).is_near) == (True, False)
    assert not found(29).is_near  # page 3 begins at a seam
    near = [line for line in range(80) if found(line).is_near]
    assert near == [49, 50, 51, 52]  # page 4 begins where the lines are shared
    assert all(found(line).is_bounded for line in range(80))
    assert all(found(line).about for line in range(80))


def test_beyond_the_page_after_the_last_known_start_nothing_is_sure():
    units = paragraphs(*[1] * 80)
    pages = Pages(units, [PageMark(units[22].letter, 2, 1, "hand")])
    assert [pages.at(line).is_bounded for line in (0, 22, 43, 44, 79)] == [True] * 3 + [False] * 2
    assert [pages.at(line).is_near for line in (22, 41, 42, 43)] == [False, False, True, True]
    assert [pages.at(line).about for line in (0, 22, 43, 44)] == [True, False, False, True]
    late = Pages(units, [PageMark(units[30].letter, 9, 1, "hand")])
    assert [late.at(line).is_bounded for line in (0, 29, 30)] == [False, False, True]


def test_half_width_punctuation_took_half_a_column_in_print_even_where_it_was_mended():
    words = ("字字字，" * 8)[:-1]
    mended = replace(paragraphs(1)[0], text=words, source_text=words.replace("，", ","))
    marks = [PageMark(0, 1, 1, "hand")]
    rows = [Pages([one], marks).at(0, 28).line for one in (mended, paragraphs(2)[0])]
    assert rows == [1, 2]


def test_seams_at_any_distance_say_nothing_about_pages():
    assert seam_marks(torn(paragraphs(90), 0, 7, 17, 30, 41, 56)) == ()
    assert seam_marks(torn(paragraphs(90), 0, 22)) == ()


def test_lines_are_shared_evenly_and_earlier_pages_take_the_extra():
    units = paragraphs(*[1] * 60)
    pages = Pages(units, [PageMark(units[45].letter, 3, 1, "pdf")])
    assert [place(pages, i) for i in (22, 23, 44, 45)] == [(1, 23), (2, 1), (2, 22), (3, 1)]


def test_after_a_correction_by_hand_the_rest_follows():
    units = torn(paragraphs(10, 80), 1, 7, 29, 51, 73)
    marks = seam_marks(units)
    pages = Pages(units, [*marks, PageMark(units[1].letter + 26 + 28 * 10, 4, 1, "hand")])
    assert place(pages, 1, 26 + 28 * 10) == (4, 1)
    assert place(pages, 1, 26 + 28 * 28) == (5, 1)
    assert place(pages, 0) == (1, 1)


def test_a_mark_by_hand_outdoes_the_pages_before_it_that_it_denies():
    units = torn(paragraphs(10, 80), 1, 7, 29, 51, 73)
    marks = [*seam_marks(units), PageMark(units[1].letter + 26 + 28 * 60, 2, 1, "hand")]
    pages = Pages(units, marks)
    assert place(pages, 1, 26 + 28 * 60) == (2, 1)
    assert place(pages, 0) == (1, 1)


def test_a_mark_by_hand_may_deny_even_the_number_of_the_first_page():
    units = paragraphs(*[1] * 60)
    pages = Pages(units, [PageMark(units[30].letter, 2, 1, "hand")])
    assert [place(pages, i)[0] for i in (0, 29, 30)] == [1, 1, 2]
    early = Pages(
        units, [PageMark(units[0].letter, 5, 1, "hand"), PageMark(units[50].letter, 4, 1, "hand")]
    )
    assert [place(early, i)[0] for i in (0, 27, 28, 49, 50)] == [2, 3, 3, 3, 4]


def test_a_first_page_may_have_another_number():
    units = paragraphs(*[1] * 30)
    pages = Pages(units, [PageMark(0, 3, 1, "hand")])
    assert [place(pages, i) for i in (0, 21, 22)] == [(3, 1), (3, 22), (4, 1)]
    assert pages.count == 4


def test_a_first_page_in_the_middle_of_the_text_is_no_page_start():
    units = paragraphs(*[1] * 30)
    pages = Pages(units, [PageMark(units[10].letter, 1, 1, "hand")])
    assert [place(pages, i) for i in (9, 10, 22)] == [(1, 10), (1, 11), (2, 1)]


def test_a_seam_close_to_a_better_mark_yields_to_it():
    units = torn(paragraphs(10, 80), 1, 7, 29, 51, 73)
    marks = [*seam_marks(units), PageMark(units[1].letter + 26 + 28 * 24, 3, 1, "hand")]
    pages = Pages(units, marks)
    assert place(pages, 1, 26 + 28 * 24) == (3, 1)
    assert place(pages, 1, 26 + 28 * 28) == (3, 5)


def test_a_unit_that_does_not_exist_has_no_place():
    units = paragraphs(*[1] * 30)
    pages = Pages(units, [PageMark(0, 1, 1, "hand")])
    assert pages.at(99) is None
    assert pages.at(-1) is None


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=12),
    st.lists(
        st.tuples(st.integers(0, 5000), st.integers(1, 30), st.sampled_from(["seam", "hand"])),
        max_size=5,
    ),
)
def test_places_are_in_order_whatever_was_marked(lines, marked):
    units = paragraphs(*lines)
    total = units[-1].letter + len(units[-1].text)
    marks = [PageMark(min(a, total), page, 1, origin) for a, page, origin in marked]
    pages = Pages(units, marks)
    places = [pages.at(u.ordinal, p) for u in units for p in range(0, len(u.text), 13)]
    if marks:
        found = [(p.page, p.line) for p in places]
        assert found == sorted(found)
        assert all(line >= 1 for _, line in found)
        assert found[-1][0] <= pages.count
    else:
        assert places == [None] * len(places)
    assert LINES == 22


def test_the_pages_begin_where_the_places_on_them_say():
    units = small().units
    pages = Pages(units, (PageMark(60, 2, 1, "seam"),))
    starts = pages.starts()
    assert [page for page, _, _ in starts] == list(range(1, pages.count + 1))
    for page, unit, position in starts:
        found = pages.at(unit, position)
        assert (found.page, found.line) == (page, 1)
    assert Pages(units, ()).starts() == []
    before = Pages(units, (PageMark(0, 2, 6, "hand"),))
    assert before.starts()[0] == (2, 0, 0)
