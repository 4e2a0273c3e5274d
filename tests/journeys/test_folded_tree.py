"""The tree folded to a strip: marks lead to sections, and the drawer stays while it is used."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(deputy):
    deputy.starts()
    deputy.window.resize(1366, 768)
    deputy.window.looks.set_text_size(26)
    QApplication.processEvents()
    return deputy.window.page


def part(page, label: str):
    rows = (page.model.index(row, 0) for row in range(page.model.rowCount()))
    return next(index for index in rows if index.data().startswith(label))


def mark(rail, wanted) -> QPoint:
    return next(place for place, index in rail._places() if index == wanted).center().toPoint()


def click_row(page, qtbot, index) -> None:
    box = page.tree.visualRect(index)
    qtbot.mouseClick(page.tree.viewport(), LEFT, pos=QPoint(90, box.center().y()))


def tip_at(rail, point: QPoint) -> str:
    QApplication.sendEvent(
        rail, QHelpEvent(QHelpEvent.Type.ToolTip, point, rail.mapToGlobal(point))
    )
    return QToolTip.text()


def is_in_view(page, index) -> bool:
    return page.tree.viewport().rect().contains(page.tree.visualRect(index))


@pytest.mark.parametrize("label", ["一", "二", "三"])
def test_a_mark_leads_to_its_part_and_opens_the_drawer_there(page, qtbot, label):
    wanted = part(page, label)
    qtbot.mouseClick(page.rail, LEFT, pos=mark(page.rail, wanted))
    assert page.is_tree_open
    assert page.tree.hasFocus()
    assert page.tree.here() == page.tree.currentIndex() == wanted
    assert page.tree.isExpanded(wanted) == page.model.hasChildren(wanted)
    assert is_in_view(page, wanted)
    qtbot.waitUntil(lambda: page.view.top_place()[0] == page.model.unit_at(wanted))
    other = next(index for _place, index in page.rail._places() if index.parent() == wanted)
    qtbot.mouseClick(page.rail, LEFT, pos=mark(page.rail, other))
    assert page.is_tree_open
    assert page.tree.here() == other


def test_a_tip_names_the_section_of_the_mark_and_how_far_it_is_read(page):
    wanted = part(page, "三")
    assert tip_at(page.rail, mark(page.rail, wanted)) == f"{wanted.data()}，还没读"
    assert tip_at(page.rail, QPoint(20, 40)) == "打开目录"
    assert tip_at(page.rail, QPoint(20, page.rail.height() - 3)) == "打开目录"


def test_the_strip_shows_and_says_which_section_one_is_in(page):
    wanted = part(page, "三")
    first, second = (page.model.index(row, 0, wanted) for row in (0, 1))
    page.tree.follow(page.model.unit_at(first))
    before = page.rail.grab().toImage()
    page.tree.follow(page.model.unit_at(second))
    assert page.rail.grab().toImage() != before
    assert page.rail.accessibleName() == f"目录，打开，现在在{second.data()}，还没读"


def test_a_part_chosen_in_the_drawer_keeps_it_open_and_a_section_closes_it(page, qtbot, deputy):
    page.rail.setFocus()
    deputy.key(Qt.Key.Key_Return)
    wanted = part(page, "二")
    click_row(page, qtbot, wanted)
    assert page.is_tree_open
    assert page.tree.hasFocus()
    qtbot.waitUntil(lambda: page.view.top_place()[0] == page.model.unit_at(wanted))
    leaf = page.model.index(0, 0, wanted)
    assert is_in_view(page, leaf)
    deputy.key(Qt.Key.Key_Return)  # on the part
    assert page.is_tree_open
    click_row(page, qtbot, leaf)
    assert not page.is_tree_open
    assert page.tree.here() == leaf


def test_enter_on_a_section_closes_the_drawer(page, deputy, qtbot):
    wanted = part(page, "二")
    qtbot.mouseClick(page.rail, LEFT, pos=mark(page.rail, wanted))
    deputy.key(Qt.Key.Key_Down)
    deputy.key(Qt.Key.Key_Return)
    assert not page.is_tree_open
    assert page.tree.here() == page.model.index(0, 0, wanted)


def test_the_drawer_stays_while_a_filter_is_chosen_and_the_strip_shows_it(page, deputy, qtbot):
    page.rail.setFocus()
    deputy.key(Qt.Key.Key_Return)
    plain = page.rail.grab().toImage().copy(0, 100, 56, 26)
    button = deputy.window.progress.head.button
    deputy.presses(button)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(a for a in menu.actions() if a.text() == "只看没读的")
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()
    assert page.is_tree_open
    assert page.rail.grab().toImage().copy(0, 100, 56, 26) != plain
    assert tip_at(page.rail, QPoint(20, 40)) == "只看没读的"
    assert page.rail.accessibleName().endswith("，只看没读的")
    deputy.presses(button)  # 全部显示
    assert page.is_tree_open
    assert tip_at(page.rail, QPoint(20, 40)) == "打开目录"
    assert "只看" not in page.rail.accessibleName()
