"""The page moves by whole lines and keeps its place whatever happens to its size."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication

from tests.ui.page_parts import report_of, shown
from tests.ui.panes import shipped, unit_of


@pytest.fixture
def view(qtbot):
    return shown(qtbot)


def stands_whole(view) -> bool:
    """Tell whether no half line stands at the top."""
    value = view.verticalScrollBar().value()
    return all(
        line.top >= value or line.bottom <= value
        for unit in view.lines.between(value - 100, value + 100)
        for line in view.lines.of(unit)
    )


def roll(view, notches: float, pixels: int = 0, keys=Qt.KeyboardModifier.NoModifier) -> bool:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        view.viewport().mapToGlobal(middle),
        QPoint(0, pixels),
        QPoint(0, round(notches * 120)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def test_a_place_is_shown_at_the_top_and_told_back(view):
    unit = unit_of("三、")
    view.show_place(unit)
    assert view.top_place() == (unit, 0)
    assert stands_whole(view)


def test_within_a_paragraph_two_lines_stay_above_the_place(view):
    unit = unit_of("（三）创新驱动")
    position = shipped().units[unit].text.index("战略性新兴")
    view.show_place(unit, position)
    at, top = view.top_place()
    lines = view.lines
    assert at == unit
    assert lines.at(unit, top).index == lines.at(unit, position).index - 2


def test_a_remembered_place_is_where_it_was(view):
    unit = unit_of("（三）创新驱动")
    view.show_place(unit, 180, settle=False)
    place = view.top_place()
    value = view.verticalScrollBar().value()
    view.show_place(0)
    view.show_place(*place, settle=False)
    assert (view.top_place(), view.verticalScrollBar().value()) == (place, value)


def test_the_wheel_moves_whole_lines_both_ways(view):
    places = {view.top_place()}
    for _ in range(12):
        roll(view, -1)
        assert stands_whole(view)
        places.add(view.top_place())
    assert len(places) == 13
    for _ in range(14):
        roll(view, 1)
    assert view.verticalScrollBar().value() == 0


def test_a_touch_pad_gathers_small_steps_into_a_line(view):
    view.show_place(unit_of("现在，我代表"))
    pitch = view.lines.document.pitch
    before = view.verticalScrollBar().value()
    roll(view, 0, -(pitch // 2))
    assert view.verticalScrollBar().value() == before
    roll(view, 0, -(pitch // 2) - 1)
    assert view.verticalScrollBar().value() > before
    assert stands_whole(view)


def test_ctrl_and_the_wheel_are_left_to_the_window(view):
    assert not roll(view, -1, keys=Qt.KeyboardModifier.ControlModifier)
    assert view.verticalScrollBar().value() == 0


def test_a_page_down_keeps_one_line_and_a_page_up_takes_it_back(qtbot, view):
    view.show_place(unit_of("（一）经济运行"))
    height = view.viewport().height()
    bottom = view.lines.line_at(view.verticalScrollBar().value() + height)
    last = view.lines.beside(bottom, -1)
    before = view.top_place()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    top = view.scroller.top_line()
    assert (top.unit, top.index) == (last.unit, last.index)
    assert stands_whole(view)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert stands_whole(view)
    back = view.scroller.top_line()
    start = view.lines.at(*before)
    assert abs(back.top - start.top) <= 3 * view.lines.document.pitch


def test_pages_lead_from_end_to_end(qtbot, view):
    for key, end in ((Qt.Key.Key_PageDown, "maximum"), (Qt.Key.Key_PageUp, "minimum")):
        values = []
        for _ in range(80):
            qtbot.keyClick(view, key)
            values.append(view.verticalScrollBar().value())
        assert (
            abs(values[-1] - getattr(view.verticalScrollBar(), end)())
            <= 2 * view.lines.document.pitch
        )


def test_home_and_end_go_to_the_ends(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert stands_whole(view)
    height = view.viewport().height()
    last = view.lines.last(view.lines.count - 1)
    assert last.bottom <= view.verticalScrollBar().value() + height
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.verticalScrollBar().value() == 0


def test_a_click_in_the_groove_settles_on_a_line(view):
    view.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)
    assert view.verticalScrollBar().value() > 0
    assert stands_whole(view)


@pytest.mark.parametrize("points", [12, 22, 30, 36])
def test_the_text_size_keeps_the_place_at_the_top(view, points):
    unit = unit_of("（三）创新驱动")
    view.show_place(unit, 150, settle=False)
    place = view.top_place()
    view.set_text_size(points)
    line = view.lines.at(*place)
    top = view.scroller.top_line()
    assert (top.unit, top.index) == (line.unit, line.index)
    assert stands_whole(view)


def test_the_text_size_has_ends(view):
    view.set_text_size(99)
    assert view.lines.document.em == 48
    view.set_text_size(1)
    assert view.lines.document.em == 16


@pytest.mark.parametrize("width", [400, 420, 600, 1100, 1600])
def test_a_new_width_keeps_the_place_and_whole_letters(view, width):
    unit = unit_of("（三）创新驱动")
    view.show_place(unit, 150, settle=False)
    place = view.top_place()
    columns = []
    view.column_changed.connect(lambda left, wide: columns.append((left, wide)))
    view.resize(width, 700)
    left, wide = columns[-1]
    em = view.lines.document.em
    assert 11 * em <= wide <= 36 * em
    assert wide % em == 0
    assert left >= 76
    line = view.lines.at(*place)
    assert (view.scroller.top_line().unit, view.scroller.top_line().index) == (
        line.unit,
        line.index,
    )


def test_the_unit_at_the_top_is_told_once_when_it_changes(view):
    told = []
    view.reached.connect(told.append)
    unit = unit_of("（三）创新驱动")
    view.show_place(unit)
    view.show_place(unit, 200)
    assert told == [unit]


def test_a_place_in_view_is_left_where_it_is(view):
    unit = unit_of("现在，我代表")
    view.reveal(unit)
    assert view.verticalScrollBar().value() == 0
    view.reveal(unit_of("三、"))
    assert view.top_place()[0] == unit_of("三、")


def test_a_short_report_does_not_scroll(qtbot):
    view = shown(qtbot, report_of("只有一句话。"))
    roll(view, -3)
    view.show_place(0)
    assert (view.verticalScrollBar().value(), view.top_place()) == (0, (0, 0))
