"""The page of rows: changed, added, put in order, taken away and put back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.ui import dressing
from beiguan_desktop.ui.rows_page import RowsPage
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.sight import cut, name_of

ROWS = [("甲", "一"), ("乙", "二"), ("丙", "三")]


@pytest.fixture
def page(qtbot):
    made = RowsPage(LIGHT, "对照表", "说明。", ("词", "部门"), is_ordered=True)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_rows(ROWS)
    made.kept = []
    made.changed.connect(made.kept.append)
    return made


def row(page, at):
    return page.column._rows[at]


def test_a_row_that_is_typed_in_is_kept_once_the_typing_rests(page, qtbot):
    edit = row(page, 1).edits[1]
    edit.setFocus()
    qtbot.keyClicks(edit, "x")
    assert page.kept == []
    qtbot.waitUntil(lambda: bool(page.kept))
    assert page.kept == [[("甲", "一"), ("乙", "x二"), ("丙", "三")]]


def test_leaving_the_page_keeps_what_waits(page, qtbot):
    qtbot.keyClicks(row(page, 0).edits[0], "z")
    page.hide()
    assert page.kept[-1][0] == ("z甲", "一")


def test_rows_move_up_and_down_and_stop_at_the_ends(page, qtbot):
    up, down, _ = row(page, 1).buttons
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert [cells[0] for cells in page.kept[-1]] == ["乙", "甲", "丙"]
    qtbot.mouseClick(up, Qt.MouseButton.LeftButton)
    assert len(page.kept) == 1
    for _ in range(3):
        qtbot.mouseClick(down, Qt.MouseButton.LeftButton)
    assert [cells[0] for cells in page.kept[-1]] == ["甲", "丙", "乙"]


def test_a_row_that_is_taken_away_can_be_put_back_where_it_stood(page, qtbot):
    qtbot.mouseClick(row(page, 1).buttons[-1], Qt.MouseButton.LeftButton)
    assert page.kept[-1] == [ROWS[0], ROWS[2]]
    assert page.told.text() == "去掉了“乙”"
    qtbot.mouseClick(page.back_in_button, Qt.MouseButton.LeftButton)
    assert page.kept[-1] == ROWS
    assert not page.back_in_button.isVisible()
    assert page.told.text() == ""


def test_an_empty_row_goes_without_a_word(page, qtbot):
    qtbot.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(row(page, 3).buttons[-1], Qt.MouseButton.LeftButton)
    assert not page.back_in_button.isVisible()
    assert page.kept[-1] == ROWS


def test_enter_goes_from_row_to_row_and_makes_one_at_the_end(page, qtbot):
    page.take_focus()
    for at in range(3):
        assert QApplication.focusWidget() is row(page, at).edits[0]
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    edit = QApplication.focusWidget()
    assert edit is row(page, 3).edits[0]
    qtbot.keyClick(edit, Qt.Key.Key_Return)  # an empty one makes no other
    assert len(page.column._rows) == 4
    qtbot.keyClicks(edit, "new")
    page.keep()
    assert page.kept[-1] == [*ROWS, ("new", "")]


def test_what_ships_takes_the_place_of_all_and_gives_it_back(page, qtbot):
    page.reset([("原", "原")])
    assert page.kept[-1] == [("原", "原")]
    qtbot.mouseClick(page.back_in_button, Qt.MouseButton.LeftButton)
    assert page.kept[-1] == ROWS
    page.reset([("原", "原")])
    qtbot.keyClicks(row(page, 0).edits[0], "z")
    assert not page.back_in_button.isVisible(), "what was written since would be lost"


def test_the_last_row_gone_leaves_the_keys_with_the_page(page, qtbot):
    for _ in ROWS:
        qtbot.mouseClick(row(page, 0).buttons[-1], Qt.MouseButton.LeftButton)
    assert page.kept[-1] == []
    assert page.isAncestorOf(QApplication.focusWidget())
    page.take_focus()
    assert QApplication.focusWidget() is page.add_button
    qtbot.mouseClick(page.back_in_button, Qt.MouseButton.LeftButton)
    assert page.kept[-1] == [ROWS[2]]


def test_tab_goes_through_the_page_as_the_eye_does(page):
    page.back_button.setFocus()
    wanted = [page.reset_button]
    for at in range(3):
        wanted += [*row(page, at).edits, *row(page, at).buttons]
    wanted.append(page.add_button)
    found = []
    while len(found) < len(wanted):
        page.focusNextChild()
        found.append(QApplication.focusWidget())
    assert found == wanted


@pytest.mark.parametrize("points", [14, 22])
def test_nothing_is_cut_and_everything_has_a_name(page, qapp, points):
    dressing.wear(qapp, "dark", points)
    QApplication.processEvents()
    try:
        page.resize(1024, 560)
        QApplication.processEvents()
        assert cut(page) == []
        for each in row(page, 0).buttons + row(page, 0).edits:
            assert name_of(each)
            assert min(each.width(), each.height()) >= 44
    finally:
        dressing.wear(qapp, "light", 14)
