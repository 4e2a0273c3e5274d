"""Enter presses the button that has the focus, as people expect who use the keys alone."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """An event filter that only the button with the focus has.

    On the whole application it would be asked some 3,000 times before the first paint.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(now, QAbstractButton):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn Enter on a focused button into a click; a key that is held clicks once."""
        if isinstance(watched, QAbstractButton) and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress and _is_plain_enter(event)
            if is_press and watched.hasFocus() and not _is_default(watched):
                if not event.isAutoRepeat():
                    watched.click()
                return True
        return super().eventFilter(watched, event)


def _is_plain_enter(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def _is_default(button: QAbstractButton) -> bool:
    """Whether its dialog presses this button itself while it has the focus."""
    is_in_dialog = isinstance(button.window(), QDialog)
    return is_in_dialog and isinstance(button, QPushButton) and button.autoDefault()
