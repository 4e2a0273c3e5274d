"""The boxes that people type into, and whose key is whose."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from beiguan_desktop.core.text import LONGEST, worded

_TO_TEXT = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ALSO_WHEN_EMPTY = (*_TO_TEXT, Qt.Key.Key_Up, Qt.Key.Key_Down)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsBox(QPlainTextEdit):
    """A box for words: plain text, undo of its own while there is something to undo.

    `empty_key` carries keys that mean the report when the box is empty (arrows, page keys).
    """

    finished = Signal()
    escaped = Signal()
    empty_key = Signal(int)
    copy_asked = Signal()
    left = Signal()
    told = Signal(str)
    """What was left out of something pasted, or why nothing was taken of it."""
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.document().setDocumentMargin(4)

    def words(self) -> str:
        """Return what was typed, cleaned. Raises UserError when it is too long."""
        return worded(self.toPlainText())

    @property
    def is_blank(self) -> bool:
        """Whether not one letter stands in the box, an unfinished composition included."""
        return self.document().isEmpty()

    def put(self, text: str) -> None:
        """Fill the box anew; what stood there before cannot be undone into it."""
        if self.toPlainText() == text:  # a paragraph of 60,000 characters takes 6 ms to set
            self.document().clearUndoRedoStacks()
        else:
            self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def sizeHint(self) -> QSize:
        """Ask for the least height; the layout gives more where there is room."""
        return QSize(200, self.minimumHeight())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words only: a file dropped here would leave its path in the opinion."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert plain words, whatever dress they came in, and tell what was left out."""
        from beiguan_desktop.ui.pasting import taken  # noqa: PLC0415 - on first use

        chosen = self.textCursor().selectedText()
        pasted = taken(source, LONGEST - len(self.toPlainText()) + len(chosen))
        if pasted.words:
            self.insertPlainText(pasted.words)
            self.ensureCursorVisible()
        if pasted.told:
            self.told.emit(pasted.told)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window once the box has none of its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort keys: finish, back to the text, or words."""
        key, held = event.key(), event.modifiers()
        to_text = _ALSO_WHEN_EMPTY if self.is_blank else _TO_TEXT
        if key in _ENTER and held & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in to_text and held == Qt.KeyboardModifier.NoModifier:
            self.empty_key.emit(key)
        elif self.is_blank and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around, unless there are words out of sight."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that one types here now: the box is brought into sight."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went elsewhere: what stands here is saved at once."""
        super().focusOutEvent(event)
        self.left.emit()
