"""Words to read and copy, not to change: plain text whatever somebody wrote."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget


class WordsView(QPlainTextEdit):
    """A read-only box of plain text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(12)
