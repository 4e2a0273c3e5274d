"""Page and line where the print itself is known, line by line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core import outline
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import PageMark
from tests.unit.small_report import line, report_of

WORDS = ("各位代表：", "（一）工作很好，“成绩”很大。我们", "——", "二")
UNITS = report_of(*(line("paragraph", words) for words in WORDS)).units


def marks(*rows, origin="pdf"):
    return [PageMark(*row, origin) for row in rows]


PRINT = marks((0, 1, 1), (4, 1, 2), (9, 2, 1), (13, 2, 2), (15, 4, 1))
"""各位代表：| （一）工作很好，| “成绩”很大。| 我们 —— | 二"""


def place(pages, unit, position=0):
    found = pages.at(unit, position)
    assert (found.about, found.is_bounded, found.is_near) == (False, True, False)
    return found.page, found.line


def test_every_place_stands_where_the_print_has_it():
    pages = Pages(UNITS, PRINT)
    assert pages.count == 4
    assert place(pages, 0) == (1, 1)
    assert place(pages, 1) == (1, 2)
    text = UNITS[1].text
    assert place(pages, 1, text.index("，")) == (1, 2)
    assert place(pages, 1, text.index("“")) == (2, 1)
    assert place(pages, 1, text.index("。")) == (2, 1)
    assert place(pages, 1, text.index("我们")) == (2, 2)
    assert place(pages, 2) == (2, 2)
    assert place(pages, 3) == (4, 1)


def test_a_seam_says_at_which_sign_the_page_ended():
    at = UNITS[1].text.index("”")
    units = (UNITS[0], replace(UNITS[1], seams=(at,)), *UNITS[2:])
    pages = Pages(units, marks((0, 1, 1), (4, 1, 2), (11, 2, 1)))
    assert place(pages, 1, at - 1) == (1, 2)
    assert place(pages, 1, at) == (2, 1)


def test_pages_begin_where_their_first_lines_do_and_pages_without_text_with_the_next():
    pages = Pages(UNITS, PRINT)
    quote = UNITS[1].text.index("“")
    assert pages.starts() == [(1, 0, 0), (2, 1, quote), (3, 3, 0), (4, 3, 0)]
    assert [pages.starts_in(unit) for unit in range(4)] == [[0], [quote], [], [0]]


def test_what_stands_before_the_first_page_has_no_place():
    pages = Pages(UNITS, marks((4, 1, 1), (9, 1, 2)))
    assert pages.at(0) is None
    assert pages.at(9) is None
    assert place(pages, 1) == (1, 1)
    assert pages.starts() == [(1, 1, 0)]


def test_after_a_correction_by_hand_the_rest_follows():
    pages = Pages(UNITS, [*PRINT, *marks((9, 5, 1), origin="hand")])
    assert place(pages, 1) == (1, 2)
    assert place(pages, 1, len(WORDS[1]) - 1) == (5, 2)
    assert (pages.count, place(pages, 3)) == (7, (7, 1))
    last = Pages(UNITS, [*PRINT, *marks((9, 5, 1), (16, 9, 1), origin="hand")])
    assert (last.at(1, 10).page, last.at(3).page) == (5, 9)


def test_page_starts_without_lines_leave_the_lines_to_the_columns():
    pages = Pages(UNITS, marks((0, 1, 1), (15, 2, 1)))
    assert (pages.at(1).page, pages.at(1).line) == (1, 2)
    assert pages.at(3).page == 2
    torn = (UNITS[0], replace(UNITS[1], seams=(4,)), *UNITS[2:])
    assert Pages(torn, marks((0, 1, 1), (15, 2, 1))).starts_in(1) == (4,)


@given(st.lists(st.tuples(st.integers(0, 15), st.integers(1, 3), st.integers(1, 9))))
def test_places_are_in_order_and_pages_begin_where_their_places_say(rows):
    ordered = zip(sorted({r[0] for r in rows}), sorted({r[1:] for r in rows}), strict=False)
    told = [(letter, *where) for letter, where in ordered]
    pages = Pages(UNITS, marks(*told))
    if not any(row[2] > 1 for row in told):
        return
    places = [pages.at(u.ordinal, p) for u in UNITS for p in range(len(u.text))]
    found = [(p.page, p.line) for p in places if p]
    assert found == sorted(found)
    starts = pages.starts()
    assert [page for page, _, _ in starts] == list(range(told[0][1], pages.count + 1))


@pytest.mark.parametrize("position", [0, 3])
def test_a_reading_of_a_text_alone_has_no_places(position):
    reading = outline.read("各位代表：\n请予审议。", source="0" * 64)
    assert Pages(reading.units, reading.marks).at(0, position) is None
