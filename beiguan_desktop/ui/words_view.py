"""Words to read and copy, not to change: plain text whatever somebody wrote."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class WordsView(QPlainTextEdit):
    """A read-only box of plain text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(8)

    def set_ground(self, colour: str) -> None:
        """Lie flat on a ground of another colour: not a box to type in."""
        self.setStyleSheet(
            f"WordsView {{ background: {colour}; border: 1px solid {colour}; border-radius: 5px; }}"
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around, unless there are words out of sight."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()
