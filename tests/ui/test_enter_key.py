"""Enter presses the button that has the focus; a dialog keeps its own default."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget


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
