"""Words to read and copy, not to change: plain text whatever somebody wrote."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class WordsView(QPlainTextEdit):
    """A read-only box of plain text; by the style sheet it lies flat: nobody types in it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(8)

    def show_words(self, words: str) -> None:
        """Show these words, but do not set again what is there."""
        if words != self.toPlainText():
            self.setPlainText(words)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around, unless there are words out of sight."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()
