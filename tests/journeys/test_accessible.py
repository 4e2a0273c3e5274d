"""For people who use the keys alone, or hear the window: everything has a name and a way to it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget

CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)


def spoken(widget: QWidget) -> str:
    """Return what a screen reader says of a control."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


def nameless(window: QWidget) -> list[str]:
    """Return the controls in sight that would be announced without a name."""
    controls = [widget for kind in CONTROLS for widget in window.findChildren(kind)]
    return [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in controls
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not spoken(widget)
    ]


def writes(deputy, number: int, words: str, opinion: str) -> None:
    deputy.clicks(number, words)
    deputy.types(opinion)
    deputy.finishes()


@pytest.fixture
def two(deputy):
    """Return a deputy with two opinions, the second far below the first."""
    deputy.starts()
    writes(deputy, 3, "经济", "写得好")
    writes(deputy, 40, "。", "再具体一些")
    return deputy


def test_every_control_has_a_name_on_every_page(two):
    window = two.window
    assert nameless(window) == []
    window.open_statistics()
    assert nameless(window) == []
    window.open_hand_in()
    assert nameless(window) == []
    window.ask_person()
    assert nameless(window) == []


def test_the_form_that_changes_the_report_has_names_too(two):
    two.clicks(5, "。")
    two.presses(two.editor.kind_buttons["修改"])
    assert nameless(two.window) == []


def test_the_seals_are_walked_by_the_keys_and_lead_to_their_cards(two):
    window, seals = two.window, two.window.page.seals
    window.page.view.setFocus()
    two.key(Qt.Key.Key_Tab)
    assert window.focusWidget() is seals
    seals.begin_with(None)
    first, second = window.workspace.comments
    assert window.page.view.state.pointed == first
    two.key(Qt.Key.Key_Down)
    assert window.page.view.state.pointed == second
    assert window.page.view.top_place()[0] > window.workspace.comments[first].anchor.unit
    two.key(Qt.Key.Key_Return)
    assert window.page.panel.current == second
    assert window.focusWidget() is window.page.panel.list
    assert window.page.view.state.pointed is None


def test_esc_leads_from_the_seals_back_to_the_text(two):
    two.window.page.seals.setFocus(Qt.FocusReason.TabFocusReason)
    two.key(Qt.Key.Key_Escape)
    assert two.window.focusWidget() is two.window.page.view


def test_a_screen_reader_hears_every_seal(two):
    seals = QAccessible.queryAccessibleInterface(two.window.page.seals)
    rows = [seals.child(at).text(QAccessible.Text.Name) for at in range(seals.childCount())]
    assert len(rows) == 2
    assert [row for row in rows if "第3段" in row and "写得好" in row] == rows[:1]
    assert [row for row in rows if "第40段" in row and "再具体一些" in row] == rows[1:]


def test_without_an_opinion_the_keys_pass_the_margin_by(deputy):
    deputy.starts()
    assert not deputy.window.page.seals.isVisible()


def test_a_screen_reader_hears_the_text_and_follows_the_caret(two):
    text = QAccessible.queryAccessibleInterface(two.window.page.view)
    assert text.role() == QAccessible.Role.EditableText or text.state().readOnly
    assert text.textInterface().characterCount() > 10_000
    two.window.page.view.setFocus()
    two.window.page.view.show_place(0)
    before = text.textInterface().cursorPosition()
    two.key(Qt.Key.Key_Down)
    assert text.textInterface().cursorPosition() != before
