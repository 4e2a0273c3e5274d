"""Enter presses the button that has the focus; a dialog keeps its own default."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget


@pytest.fixture
def pressed(qtbot, qapp):
    """Return a button in a window and a list of its clicks."""
    window = QWidget()
    qtbot.addWidget(window)
    button, clicks = QPushButton("按", window), []
    button.clicked.connect(lambda: clicks.append(1))
    window.show()
    qtbot.waitExposed(window)
    button.setFocus()
    yield button, clicks
    window.close()


def test_enter_presses_the_focused_button(qtbot, pressed):
    button, clicks = pressed
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Enter)
    assert clicks == [1, 1]


def test_a_button_that_is_disabled_stays_unpressed(qtbot, pressed):
    button, clicks = pressed
    button.setEnabled(False)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert clicks == []


def test_in_a_dialog_enter_presses_once(qtbot, qapp):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button, clicks = QPushButton("按"), []
    button.clicked.connect(lambda: clicks.append(1))
    QVBoxLayout(dialog).addWidget(button)
    dialog.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert clicks == [1]


def test_in_a_dialog_the_focused_button_is_pressed_and_not_the_default(qtbot, qapp):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, clicks = QVBoxLayout(dialog), []
    for word in ("存", "关"):
        button = QPushButton(word)
        button.setAutoDefault(word == "存")
        button.setDefault(word == "存")
        button.clicked.connect(lambda _checked=False, word=word: clicks.append(word))
        column.addWidget(button)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert clicks == ["关"]


def test_enter_that_is_held_presses_once_and_with_ctrl_not_at_all(qtbot, pressed):
    button, clicks = pressed
    for is_repeat in (False, True, True):
        press = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.NoModifier,
            autorep=is_repeat,
        )
        QApplication.sendEvent(button, press)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert clicks == [1]


def test_a_button_without_the_focus_and_any_other_key_are_left_alone(qtbot, pressed):
    button, clicks = pressed
    qtbot.keyClick(button, Qt.Key.Key_A)
    button.clearFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert clicks == []


@pytest.mark.parametrize("role", ["", "main", "flat", "link"])
def test_the_focus_changes_the_frame_of_a_button_and_nothing_inside(qtbot, pressed, role):
    button, _clicks = pressed
    button.setProperty("role", role)
    button.resize(160, 60)
    button.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    qtbot.waitUntil(button.hasFocus)
    button.style().polish(button)
    inside = button.rect().adjusted(3, 3, -3, -3)
    focused = button.grab().toImage()
    button.clearFocus()
    without = button.grab().toImage()
    assert focused != without
    assert focused.copy(inside) == without.copy(inside)
