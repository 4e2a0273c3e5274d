"""The list of opinions with proposed places: sections, decisions, keys and painted buttons."""

import pytest
from PySide6.QtCore import QPoint, Qt

from beiguan_desktop.ui.places_page import PlacesPage
from beiguan_desktop.ui.places_rows import ELSEWHERE, HERE, NOT, Role, Row
from beiguan_desktop.ui.places_runs import Span, joined
from beiguan_desktop.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
ACTS = (HERE, ELSEWHERE, NOT)
ROWS = (
    Row("same", "建议", "张建国", "写明。", "原来的话", "原来的话", "第1段", "就在原处。"),
    Row(
        "new",
        "修改",
        "张建国",
        "改写。",
        "原来的话",
        "现在的话",
        "第2段",
        "改过。",
        "changed",
        ACTS,
    ),
    Row(
        "gone",
        "询问",
        "",
        "在哪里？" * 60,
        "没有的话" * 60,
        told="没有了。",
        section="lost",
        acts=(NOT,),
    ),
    Row("odd", "画重点", "", "𠮷" * 300, "", "", "第3段", "", "changed", ACTS),
)


@pytest.fixture
def page(qtbot):
    made = PlacesPage(LIGHT, "换成更好的文字", leave="先不换")
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    made.show_rows("看一看", ["一句。", "两句。"], ROWS, accept="换成这个文字")
    qtbot.waitExposed(made)
    return made


def shown(page) -> list[str]:
    model = page.model
    keys = (model.index(at).data(Role.ROW) for at in range(model.rowCount()))
    return [row.key if row else "-" for row in keys]


def button(page, key: str, act: str) -> QPoint:
    """Return the middle of a painted button, in the viewport."""
    row = page.model.row(key)
    laid = page.list._painted.laid(row)
    box = laid.buttons[row.acts.index(act)]
    top = page.list.visualRect(page.model.index_of(key)).top()
    return QPoint(round(box.center().x()), round(top + box.center().y()))


def test_what_nobody_can_place_comes_first_and_what_stays_is_folded(page):
    assert shown(page) == ["-", "gone", "-", "new", "odd", "-"]
    assert page.model.head("lost") == "找不准，没有猜　1 条"
    assert not page.model.index_of("same").isValid()
    page.model.fold("exact")
    assert shown(page)[-1] == "same"
    assert page.model.index_of("same").isValid()
    page.model.fold("lost")
    assert shown(page)[:2] == ["-", "-"]


def test_buttons_are_pressed_by_the_mouse_and_large_enough(page, qtbot):
    for act in ACTS:
        with qtbot.waitSignal(page.decided) as said:
            qtbot.mouseClick(page.list.viewport(), LEFT, pos=button(page, "new", act))
        assert said.args == ["new", act]
    boxes = page.list._painted.laid(page.model.row("new")).buttons
    assert all(box.height() >= 44 and box.width() >= 44 for box in boxes)
    with qtbot.assertNotEmitted(page.decided):
        at = page.list.visualRect(page.model.index_of("new")).topLeft() + QPoint(40, 20)
        qtbot.mouseClick(page.list.viewport(), LEFT, pos=at)


def test_in_a_narrow_window_they_stand_below_the_words(page, qtbot):
    page.resize(700, 700)
    qtbot.waitUntil(lambda: page.list.viewport().width() < 720)
    boxes = page.list._painted.laid(page.model.row("new")).buttons
    assert boxes[0].left() < 100
    with qtbot.waitSignal(page.decided):
        qtbot.mouseClick(page.list.viewport(), LEFT, pos=button(page, "new", HERE))


def test_keys_decide_and_open_heads(page, qtbot):
    rows = page.list
    rows.setFocus()
    rows.setCurrentIndex(page.model.index_of("new"))
    for key, act in (
        (Qt.Key.Key_Return, HERE),
        (Qt.Key.Key_Right, ELSEWHERE),
        (Qt.Key.Key_Delete, NOT),
    ):
        with qtbot.waitSignal(page.decided) as said:
            qtbot.keyClick(rows, key)
        assert said.args == ["new", act]
    rows.setCurrentIndex(page.model.index_of("gone"))
    with qtbot.assertNotEmitted(page.decided):
        qtbot.keyClick(rows, Qt.Key.Key_Right)
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert rows.currentIndex().data(Role.ROW) is None
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert page.model.is_folded("lost")
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 1
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(rows, Qt.Key.Key_Escape)


def test_a_click_on_a_head_folds_its_section(page, qtbot):
    at = page.list.visualRect(page.model.index(0)).center()
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=at)
    assert page.model.is_folded("lost")


def test_a_decision_is_seen_and_spoken(page):
    page.model.decide("new", NOT)
    page.model.decide("same", HERE)
    page.model.decide("nobody", HERE)
    index = page.model.index_of("new")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(NOT)
    assert "原来说的是“原来的话”" in spoken
    assert "现在是“现在的话”" in spoken
    assert [row.decision for row in page.model.rows()] == [HERE, NOT, "", ""]


def test_it_is_painted_in_other_colours_and_while_it_is_busy(page):
    page.model.decide("new", HERE)
    page.model.fold("exact")
    page.list.setCurrentIndex(page.model.index_of("new"))
    before = page.grab().toImage()
    page.list.set_theme(DARK)
    assert page.grab().toImage() != before
    page.show_busy("正在找…", may_leave=False)
    assert not page.leave_button.isEnabled()
    assert not page.list.isVisible()
    page.show_end("没有读成", "请再试一次。")
    page.take_focus()
    assert page.back_button.hasFocus()
    page.show_rows("好了", [], ROWS[:1], accept="换")
    page.tell("变了。")
    page.take_focus()
    assert page.main_button.hasFocus()
    assert page.told.isVisible()


def test_words_struck_and_added_stand_in_one_line():
    words, spans = joined((("same", "𠮷甲"), ("deleted", "乙"), ("added", "丙")), "前")
    assert words == "前𠮷甲乙丙"
    assert spans == [Span("deleted", 4, 5), Span("added", 5, 6)]
