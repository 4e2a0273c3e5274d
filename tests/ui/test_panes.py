"""How the panes lie, by width and size of letters; the rail and the tree that opens from it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.ui.panes import Arrangement, arranged, least_text
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.scale import SCALE
from beiguan_desktop.ui.theme import LIGHT, PALETTES
from tests.ui.panes import shipped, unit_of

THREE = Arrangement()
RAIL = Arrangement(is_railed=True)
LYING = Arrangement(is_lying=True)
BOTH = Arrangement(is_railed=True, is_lying=True)


@pytest.mark.parametrize(
    ("width", "points", "interface", "wanted"),
    [
        (1440, 18, 14, THREE),
        (1440, 22, 14, RAIL),
        (1366, 18, 14, THREE),
        (1366, 20, 14, RAIL),
        (1366, 22, 14, RAIL),
        (1366, 28, 14, RAIL),
        (1366, 30, 14, BOTH),
        (1920, 28, 14, THREE),
        (1920, 30, 14, LYING),
        (1180, 18, 14, RAIL),
        (1280, 28, 14, BOTH),
        (1179, 18, 14, LYING),
        (1024, 18, 14, LYING),
        (1024, 20, 14, BOTH),
        (1024, 36, 14, BOTH),
        (1440, 18, 18, RAIL),
        (1366, 18, 22, RAIL),
        (1366, 28, 22, BOTH),
        (1920, 18, 22, THREE),
        (1024, 18, 22, BOTH),
        (784, 18, 14, BOTH),
    ],
)
def test_the_panes_lie_as_there_is_room(width, points, interface, wanted):
    SCALE.put_on(interface)
    try:
        assert arranged(width, points, points * 4 / 3) == wanted
    finally:
        SCALE.put_on(14)


def test_the_text_has_room_for_margin_and_twenty_letters():
    assert least_text(24) == 92 + 20 * 24 + 36


@pytest.fixture
def page(qtbot):
    page = ReadingPage(LIGHT)
    qtbot.addWidget(page)
    report = shipped()
    page.show_report(report, Pages(report.units, report.marks))
    page.show_panel()
    page.resize(1440, 780)
    page.show()
    QApplication.processEvents()
    return page


def rail_of(page, width: int = 1366, points: int = 22):
    page.resize(width, page.height())
    page.set_text_size(points)
    QApplication.processEvents()
    assert page.rail.isVisible()
    return page.rail


def test_folding_and_unfolding_leaves_every_pane_where_it_was(page):
    def places():
        around = (page.tree, page.view, page.panel)
        return [pane.mapTo(page, QPoint()).toTuple() + pane.size().toTuple() for pane in around]

    before = places()
    for points, width in ((22, 1366), (30, 1366), (36, 1024), (18, 784), (18, 1440)):
        page.resize(width, 780)
        page.set_text_size(points)
        QApplication.processEvents()
    assert places() == before


def test_the_writing_pane_lies_under_the_text_with_box_button_and_cards_beside(page):
    page.resize(1024, 528)
    QApplication.processEvents()
    editor, at = page.panel.editor, lambda widget: widget.mapTo(page, QPoint())
    assert at(page.panel).y() == pytest.approx(528 * 0.6, abs=3)
    assert at(editor.finish_button).x() > at(editor.words_box).x() + editor.words_box.width()
    assert at(page.panel.list).x() > at(editor.finish_button).x()
    for widget in (*editor.kind_buttons.values(), editor.words_box, editor.finish_button):
        assert at(widget).y() + widget.height() <= 528
    assert page.panel.list.height() >= 88


@pytest.mark.parametrize("name", PALETTES)
def test_the_rail_shows_what_has_been_read(page, name):
    rail = rail_of(page)
    rail._theme = PALETTES[name]
    page.tree.follow(unit_of("（三）创新驱动"))
    before = rail.grab().toImage()
    page.model.set_read(dict.fromkeys(range(len(shipped().units) // 2), 1.0))
    QApplication.processEvents()
    after = rail.grab().toImage()
    assert before != after
    colours = {after.pixelColor(x, y).name() for x in range(56) for y in range(128, 700)}
    assert PALETTES[name].ok.lower() in colours
    assert PALETTES[name].accent.lower() in colours


def test_the_row_where_the_text_is_stands_on_the_rail_however_low_it_is(page):
    rail = rail_of(page)
    for height in (780, 400, 240):
        page.resize(1366, height)
        page.tree.follow(len(shipped().units) - 3)
        shown = [index for _place, index in rail._places()]
        assert any(page.tree.is_here(index) for index in shown)


def test_a_click_on_the_rail_opens_the_tree_and_the_next_click_closes_it(page, qtbot):
    rail = rail_of(page)
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    assert page.is_tree_open
    assert page.tree.isVisible()
    assert page.tree.mapTo(page, QPoint()).x() == rail.width()
    assert page.view.width() > 900  # it lies over the text and pushes nothing
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(600, 300))
    assert not page.is_tree_open
    assert not page.tree.isVisible()


def test_the_rail_closes_its_tree_again_and_esc_does(page, qtbot):
    rail = rail_of(page)
    for _ in range(2):
        qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    assert not page.is_tree_open
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.tree, Qt.Key.Key_Escape)
    assert not page.is_tree_open


def test_choosing_a_section_closes_the_tree_and_choosing_a_part_does_not(page, qtbot):
    qtbot.mouseClick(rail_of(page), Qt.MouseButton.LeftButton)
    chosen = []
    page.tree.section_chosen.connect(chosen.append)
    part = page.model.index(2, 0)
    box = page.tree.visualRect(part)
    chevron, title = QPoint(20, box.center().y()), QPoint(90, box.center().y())
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=chevron)
    assert page.is_tree_open
    assert chosen == []
    box = page.tree.visualRect(part)
    title.setY(box.center().y())
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert chosen == [page.model.unit_at(part)]
    assert page.is_tree_open
    section = page.model.index(0, 0, part)
    title.setY(page.tree.visualRect(section).center().y())
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert not page.is_tree_open


def test_the_tree_closes_when_the_keys_go_elsewhere(page, qtbot):
    qtbot.mouseClick(rail_of(page), Qt.MouseButton.LeftButton)
    page.view.setFocus()
    assert not page.is_tree_open


def test_an_open_tree_grows_with_the_window_and_goes_back_into_its_place(page, qtbot):
    rail = rail_of(page)
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    page.resize(1366, 700)
    assert page.tree.parentWidget().height() == 700
    page.set_text_size(18)
    QApplication.processEvents()
    assert not rail.isVisible()
    assert page.tree.isVisible()
    assert page.across.indexOf(page.tree.parentWidget()) == 0
    page.view.setFocus()  # nothing watches any more
    assert page.tree.isVisible()


def test_keys_lead_over_the_rail_to_the_tree(page):
    rail = rail_of(page)
    page.panel.list.setFocus()
    page.next_pane()
    assert rail.hasFocus()
    page.next_pane()
    assert page.view.hasFocus()
