"""Reports as nobody should write them, in the least window: every part bears them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.ui.concern_flow import concerns_of
from beiguan_desktop.ui.find_flow import FindFlow
from beiguan_desktop.ui.go_to_flow import GoToFlow
from beiguan_desktop.ui.outline_filter import UNREAD, WITH_OPINIONS
from beiguan_desktop.ui.paragraph_flow import ParagraphFlow
from beiguan_desktop.ui.print_flow import PrintFlow
from tests.journeys.test_accessible import nameless
from tests.large import ODD_TEXTS, SENTENCE
from tests.ui.sight import cut

ODD = {
    **ODD_TEXTS,
    "no headings": "\n".join([SENTENCE * 3] * 40),
    "one paragraph": SENTENCE,
    "one letter": "一",
    "headings alone": "一、去年\n（一）经济\n二、今年\n（一）民生",
}
TYPED = ("%", "(", "𠮷", "", "  ", "全区", "全市生产", "qqsc")
LEAST = (1024, 640)


@pytest.fixture(params=ODD)
def reader(deputy, tmp_path, request):
    """Return somebody before an odd report, in a window as small as it may be."""
    deputy.starts()
    window = deputy.window
    window.setMinimumSize(*LEAST)
    window.resize(*LEAST)
    deputy.qtbot.waitUntil(window.isActiveWindow)
    file = tmp_path / "怪.txt"
    file.write_text(ODD[request.param], encoding="utf-8")
    window.import_report(file)
    window.page.view.setFocus()
    return deputy


def does(deputy, name: str) -> None:
    """Do something by the window's action and look: nothing is cut, everything has a name."""
    deputy.window.actions_by_name[name].trigger()
    looks(deputy.window)


def looks(top) -> None:
    for _ in range(3):
        QApplication.processEvents()
    assert nameless(top) == []
    assert cut(top) == []


def test_whatever_is_typed_is_looked_for_in_text_opinions_and_library(reader):
    does(reader, "find")
    pane = reader.window.findChild(FindFlow).pane
    for tab in pane.tabs:
        reader.presses(tab)
        for words in TYPED:
            pane.bar.box.setText(words)
            does(reader, "find_next")
            does(reader, "find_previous")
    pane.closed.emit()
    does(reader, "one_by_one")
    reader.window.actions_by_name["find"].trigger()
    pane.bar.box.setText("全区")
    reader.window.actions_by_name["find_next"].trigger()
    assert nameless(reader.window) == []


def test_whatever_is_typed_leads_somewhere_or_is_answered(reader):
    does(reader, "go_to")
    box = reader.window.findChild(GoToFlow).pane.bar.box
    for words in (*TYPED, "1", "段1", "999999", "0", "-1"):
        does(reader, "go_to")
        box.setText(words)
        reader.qtbot.keyClick(box, Qt.Key.Key_Return)
        looks(reader.window)


def test_names_and_terms_are_looked_for_and_the_tree_is_reduced(reader):
    does(reader, "concerns")
    page = concerns_of(reader.window).page
    for words in TYPED:
        page.search.setText(words)
        looks(reader.window)
    page.search.clear()
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Space)
    reader.presses(concerns_of(reader.window).tree_button)
    looks(reader.window)
    does(reader, "terms")
    reader.window.rooms.show_text()
    chosen = reader.window.progress.filter
    for only in (WITH_OPINIONS, UNREAD, None):
        chosen.choose(only)
        looks(reader.window)


def test_one_paragraph_alone_strokes_stars_and_what_was_read(reader):
    does(reader, "one_by_one")
    pane = reader.window.findChild(ParagraphFlow).pane
    for button in (pane.next_button, pane.next_button, pane.previous_button):
        reader.presses(button)
        looks(reader.window)
    middle = pane.view.viewport().rect().center()
    reader.qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    for name in ("highlight", "star", "copy_place", "next_unread", "my_marks", "statistics"):
        does(reader, name)
    reader.window.rooms.show_text()
    for name in ("undo", "redo", "undo"):
        does(reader, name)


def test_it_is_printed_in_every_size(reader):
    does(reader, "print")
    page = reader.window.findChild(PrintFlow).page
    for choice in page.sizes.buttons():
        reader.presses(choice)
        assert page.preview.count > 0
        looks(page)
    page.close()
