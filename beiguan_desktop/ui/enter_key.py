"""Enter presses the button that has the focus, as people expect who use the keys alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """An event filter for the application; dialogs have a default button of their own."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn Enter on a focused button into a click."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QAbstractButton):
            is_plain = isinstance(event, QKeyEvent) and event.key() in _ENTER
            in_dialog = isinstance(watched.window(), QDialog)
            if is_plain and not in_dialog and watched.hasFocus() and watched.isEnabled():
                watched.click()
                return True
        return super().eventFilter(watched, event)
