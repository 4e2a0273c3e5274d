"""What people type to go somewhere: a page, a paragraph, the words it begins with."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.going import Aimed, Guide
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import PageMark
from tests.unit.small_report import body, heading, line, report_of

REPORT = report_of(
    line("title", "政府工作报告"),
    heading("三、2026年重点工作", 1),
    body("（六）优化公共服务。扩大学位。" + "字" * 600, runin="（六）优化公共服务。"),
    body("今年要 办好实事。" + "字" * 600),
    body("今年要，建好学校。"),
)
MARKED = replace(REPORT, marks=(PageMark(0, 1, 1, "hand"),))


def guide(report=MARKED):
    return Guide(report, Pages(report.units, report.marks))


@pytest.mark.parametrize(
    "typed", ["2", "第2页", "第 2 页", "2页", "p2", "P.2", "页2", "２", "第2", "第二页", "二页"]
)
def test_a_number_is_a_page(typed):
    found = guide().understand(typed)
    assert (found.aim, found.number, found.most) == ("page", 2, 3)
    unit, position = found.place
    pages = Pages(MARKED.units, MARKED.marks)
    assert pages.at(unit, position).page == 2
    assert position == 0 or pages.at(unit, position - 1).page == 1


@pytest.mark.parametrize(
    "typed", ["段2", "§2", "d2", "D 2", "第2段", "2段", "第二段", "¶2", "第2自然段"]
)
def test_a_paragraph_is_named_as_such(typed):
    assert guide().understand(typed) == Aimed("paragraph", (3, 0), 2, 3)


def test_where_pages_are_not_known_a_bare_number_is_a_paragraph():
    unknown = guide(REPORT)
    assert unknown.understand("2") == Aimed("paragraph", (3, 0), 2, 3)
    assert unknown.understand("第2页") == Aimed("page", None, 2, 0)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("一百零五", 105),
        ("两百", 200),
        ("二〇", 20),
    ],
)
def test_numbers_may_be_written_in_han(typed, number):
    assert guide().understand(f"第{typed}段") == Aimed("paragraph", None, number, 3)


@pytest.mark.parametrize("typed", ["0", "4", "999999", "第99页"])
def test_a_page_that_there_is_not_leads_nowhere(typed):
    found = guide().understand(typed)
    assert (found.aim, found.place, found.most) == ("page", None, 3)


@pytest.mark.parametrize(
    ("typed", "place", "most"),
    [
        ("优化公共", (2, 0), 1),
        ("（六）优化", (2, 0), 1),
        ("六优化", (2, 0), 1),
        ("2026年重点", (1, 0), 1),
        ("三、", (1, 0), 1),
        ("今年要办", (3, 0), 1),
        ("今年要", (3, 0), 2),
        ("政府工作", (0, 0), 1),
        ("扩大学位", None, 0),
        ("（", None, 0),
        ("段", None, 0),
        ("1234567", None, 0),
        ("𠮷", None, 0),
    ],
)
def test_other_words_are_how_a_paragraph_begins(typed, place, most):
    assert guide().understand(typed) == Aimed("words", place, most=most)


@pytest.mark.parametrize("typed", ["", "  ", "\u3000"])
def test_nothing_typed_leads_nowhere(typed):
    assert guide().understand(typed) == Aimed("nothing")
