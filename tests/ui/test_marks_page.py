"""The list of what is marked: rows, words that are too long, what is said where nothing is."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.comment import Highlight
from beiguan_desktop.ui.marks_list import LINES, ONE
from beiguan_desktop.ui.marks_model import LOST, STAR, STROKE, MarksModel, Role, rows
from beiguan_desktop.ui.marks_page import PRIVATE, MarksPage
from beiguan_desktop.ui.theme import LIGHT
from tests.ui.page_parts import pages
from tests.ui.panes import on_words, shipped, unit_of


def highlight(identity: str, words: str) -> Highlight:
    place = on_words(words)
    letters = (place.letter_start, place.letter_end)
    span = (place.unit, place.start, place.end)
    return Highlight(identity, "r1", "reading", "p1", *span, *letters, words, "now")


def found():
    """Two strokes, one of them lost, a starred paragraph and a starred heading."""
    here, lost = highlight("h1", "创新平台能级"), highlight("h2", "技术合同成交额")
    stars = [unit_of("（三）创新驱动"), unit_of("二、")]
    return rows(shipped(), pages(), [(here, on_words(here.quote)), (lost, None)], stars)


@pytest.fixture
def page(qtbot):
    made = MarksPage(LIGHT)
    qtbot.addWidget(made)
    made.resize(1160, 700)
    made.show()
    made.show_rows(found(), is_read_only=False)
    qtbot.waitExposed(made)
    return made


def test_rows_stand_in_the_order_of_the_report_with_their_places():
    assert [(row.kind, row.where.split("　")[0]) for row in found()] == [
        (STAR, "第5段"),
        (STROKE, "第5段"),
        (STROKE, LOST),
        (STAR, "约第9页"),
    ]
    assert found()[1].where == "第5段　第一部分　约第2页"


def test_the_model_keeps_what_qt_asks_of_models(qtbot):
    model = MarksModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(found())
    model.set_kind(STAR)
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0
    model.set_kind("")
    index = model.index(1, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "重点，创新平台能级，第5段　第一部分　约第2页"
    assert index.data(Role.ROW).key == "h1"
    assert index.data(Role.PLACE) == found()[1].where
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(model.index(99, 0)) is None
    assert [model.count(kind) for kind in ("", STROKE, STAR)] == [4, 2, 2]
    model.set_rows([])
    assert model.rowCount() == 0


def test_tabs_count_and_tell_a_screen_reader_what(page):
    assert [tab.text() for tab in page.tabs.values()] == ["全部 4", "重点 2", "星标 2"]
    assert page.tabs[STAR].accessibleName() == "星标的地方，2处"
    assert page.list.accessibleName()
    assert any(label.text() == PRIVATE for label in page.findChildren(type(page._empty_title)))


def test_long_words_are_cut_with_a_sign_and_rows_are_as_high_as_what_they_show(page):
    heights = [page.list.visualRect(page.model.index(row, 0)).height() for row in range(4)]
    assert heights[0] == heights[1], "a paragraph with a star is told by one line"
    delegate = page.list.itemDelegate()
    text = shipped().units[unit_of("（三）创新驱动")].text
    long = Highlight("h", "r1", "reading", "p1", 0, 0, 9, 0, 9, text, "now")
    page.show_rows(rows(shipped(), pages(), [(long, None)], []), is_read_only=False)
    layout, count = delegate._lines(page.model.index(0, 0).data(Role.ROW))
    assert (count, layout.text()[-1]) == (LINES, "…")
    assert LINES > ONE
    odd = Highlight("h", "r1", "reading", "p1", 0, 0, 9, 0, 9, "𠮷" * 500, "now")
    page.show_rows(rows(shipped(), pages(), [(odd, None)], []), is_read_only=False)
    layout, count = delegate._lines(page.model.index(0, 0).data(Role.ROW))
    assert (count, layout.text().strip("𠮷")) == (LINES, "…")
    assert page.grab().width() == 1160


def test_a_narrow_page_gives_rows_more_height(page, qtbot):
    text = "区域合作纵深推进" * 9
    some = Highlight("h", "r1", "reading", "p1", 0, 0, 9, 0, 9, text, "now")
    page.show_rows(rows(shipped(), pages(), [(some, None)], []), is_read_only=False)
    index = page.model.index(0, 0)
    before = page.list.visualRect(index).height()
    page.resize(700, 500)
    qtbot.waitUntil(lambda: page.list.visualRect(page.model.index(0, 0)).height() > before)


def test_the_pointer_shows_what_can_be_taken_off(page, qtbot):
    index = page.model.index(1, 0)
    spot = page.list.visualRect(index).center()
    qtbot.mouseMove(page.list.viewport(), spot)
    there, none = QPointF(spot), Qt.MouseButton.NoButton
    above = QPointF(page.list.viewport().mapToGlobal(spot))
    kept = Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QEvent.Type.MouseMove, there, above, none, none, kept)
    QApplication.sendEvent(page.list.viewport(), move)
    page.list.viewport().grab()
    with qtbot.waitSignal(page.off_asked) as asked:
        box = page.list.itemDelegate().off_box(page.list.visualRect(index))
        assert box.height() >= 44
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert asked.args[0].key == "h1"


def test_other_buttons_letters_and_empty_space_do_nothing(page, qtbot):
    told = []
    page.opened.connect(told.append)
    page.off_asked.connect(told.append)
    port = page.list.viewport()
    spot = page.list.visualRect(page.model.index(1, 0)).center()
    qtbot.mouseClick(port, Qt.MouseButton.RightButton, pos=spot)
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(40, port.height() - 3))
    for text in "ab1":
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(page.list, event)
    assert told == []


def test_without_rights_nothing_is_offered_to_be_taken_off(page, qtbot):
    told = []
    page.opened.connect(lambda row: told.append(row.key))
    page.off_asked.connect(told.append)
    page.show_rows(found(), is_read_only=True)
    index = page.model.index(1, 0)
    box = page.list.itemDelegate().off_box(page.list.visualRect(index))
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert told == ["h1"], "the click leads there"


def test_what_is_empty_says_so_by_kind(page):
    page.take_focus()
    only = [row for row in found() if row.kind == STAR]
    page.show_rows(only, is_read_only=False)
    assert not page.empty.isVisible()
    page.tabs[STROKE].click()
    assert page.empty.isVisible()
    assert page.empty.accessibleName().startswith("还没有画重点")
    assert not page.list.isVisible()
    page.tabs[""].click()
    assert page.list.isVisible()


def test_a_place_is_a_passage_of_the_report():
    (row,) = [row for row in found() if row.key == "h1"]
    assert row.place == passage(shipped(), row.place.unit, row.place.start, row.place.end)
