"""A report too long to be laid out at once: what is asked for is there nevertheless."""

import pytest
from PySide6.QtCore import QPoint

from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import page_lines
from beiguan_desktop.ui.motion import SWITCH
from beiguan_desktop.ui.report_view import ReportView
from tests.large import units

UNITS = units(2 * page_lines.LONG)
LONG = Report("l", "长", "审议", "", None, "r", UNITS, ())
LAST = len(UNITS) - 1


@pytest.fixture
def still():
    before, SWITCH.is_reduced = SWITCH.is_reduced, True
    yield
    SWITCH.is_reduced = before


def shown(qtbot, size=(900, 700)) -> ReportView:
    view = ReportView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.set_report(LONG, Pages(LONG.units, ()))
    return view


@pytest.fixture
def view(qtbot, still):
    return shown(qtbot)


@pytest.fixture
def whole(qtbot, still, monkeypatch):
    """The same laid out as a whole."""
    monkeypatch.setattr(page_lines, "LONG", 10**9)
    return shown(qtbot)


def laid(view) -> int:
    blocks = (view.lines.document.block(unit) for unit in range(len(UNITS)))
    return sum(block.layout().lineCount() > 0 for block in blocks)


def place(view, unit: int) -> list:
    return [(line.top, line.start, line.end) for line in view.lines.of(unit)]


def test_only_the_beginning_is_laid_out_at_first(view):
    assert 0 < laid(view) < len(UNITS) / 4
    assert view.top_place() == (0, 0)


def test_the_rest_follows_while_one_reads_and_nothing_moves(view, whole, qtbot):
    bar = view.verticalScrollBar()
    height = whole.verticalScrollBar().maximum()
    assert abs(bar.maximum() - height) < height / 5, "it is reckoned from the beginning"
    view.show_place(40)
    before = view.top_place(), bar.value()
    qtbot.waitUntil(lambda: laid(view) == len(UNITS))
    qtbot.waitUntil(lambda: bar.maximum() == height)
    assert (view.top_place(), bar.value()) == before


@pytest.mark.parametrize("unit", [LAST, LAST // 2, LAST // 7])
def test_any_place_is_gone_to_at_once(view, whole, unit):
    for each in (view, whole):
        each.show_place(unit)
    assert place(view, unit) == place(whole, unit)
    assert view.top_place() == whole.top_place()
    assert view.verticalScrollBar().value() == whole.verticalScrollBar().value()
    assert view.viewport().grab().toImage() == whole.viewport().grab().toImage()


def test_the_end_is_the_end(view, whole):
    view.show_end()
    whole.show_end()
    assert view.verticalScrollBar().value() == whole.verticalScrollBar().value()
    assert view.top_place() == whole.top_place()


def test_the_scroll_bar_leads_to_where_it_is_put(view, whole):
    for each in (view, whole):
        each.verticalScrollBar().setValue(whole.verticalScrollBar().maximum() // 2)
        each.scroller.settle()
    assert view.top_place() == whole.top_place()
    assert view.cursorForPosition(QPoint(300, 300)).position() == (
        whole.cursorForPosition(QPoint(300, 300)).position()
    )


def test_in_another_width_and_size_it_is_as_if_it_had_been_whole(view, whole):
    for each in (view, whole):
        each.show_place(LAST // 2)
        each.resize(700, 700)
        each.set_text_size(22)
        each.grab()
    assert view.top_place() == whole.top_place()
    assert place(view, LAST // 2) == place(whole, LAST // 2)
