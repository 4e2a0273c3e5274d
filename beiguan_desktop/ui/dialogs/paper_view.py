"""A document as it will be printed, to read and copy: laid out by formats, never from markup."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from beiguan_desktop.core.paper import Block, Paper, width
from beiguan_desktop.ui import faces

_POINTS, _TITLE = 16, 22
_INDENTED = ("heading1", "heading2", "body", "closing")
_PITCH = 1.55
_PADDING = 18
_NEW_OPINION = 0.55
"""Space above an opinion, in em: the lines of one belong together."""


class PaperView(QTextEdit):
    """Title in the middle, heads bold, opinions indented and parted, rows spread over the line."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_PADDING)
        self._em, self._is_writing = 1.0, False
        self._blocks: tuple[Block, ...] = ()
        self.rescale()

    def rescale(self) -> None:
        """Set the document in letters of the interface's size."""
        self._em = QFontMetricsF(faces.serif(_POINTS)).horizontalAdvance("国")
        if self._blocks:
            self._write()

    def show_words(self, words: str) -> None:
        """Show a sentence instead of a document."""
        self._blocks = ()
        self.setCurrentFont(faces.serif(_POINTS))
        self.setPlainText(words)

    def show_paper(self, paper: Paper) -> None:
        """Show a document from its beginning."""
        self._blocks = paper.blocks
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the rows over the line anew."""
        super().resizeEvent(event)
        if self._blocks and event.size().width() != event.oldSize().width():
            self._write()

    def _write(self) -> None:
        """Write everything anew, unless this is being done.

        The bar comes and goes meanwhile, which is a resizing: to begin again within it would
        take away the document that Qt is laying out.
        """
        if not self._is_writing:
            self._is_writing = True
            self.clear()
            self._insert()
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self._is_writing = False

    def _insert(self) -> None:
        cursor = QTextCursor(self.document())
        for at, block in enumerate(self._blocks):
            if at:
                cursor.insertBlock()
            cursor.setBlockFormat(self._block_format(block))
            for run in block.runs:
                face = QTextCharFormat()
                face.setFont(_font(block, is_set_off=bool(run.face)))
                cursor.insertText(run.text, face)

    def _block_format(self, block: Block) -> QTextBlockFormat:
        em, made = self._em, QTextBlockFormat()
        made.setLineHeight(_PITCH * em, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if block.role == "title":
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            made.setBottomMargin(em)
        elif block.role == "signature":
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        elif block.role in _INDENTED:
            made.setTextIndent(2 * em)
        is_first = block.role == "body" and len(block.runs) > 1 and block.runs[0].face == "黑体"
        if is_first or block.role in ("heading1", "closing", "signature", "receipt"):
            made.setTopMargin((_NEW_OPINION if is_first else 1) * em)
        made.setTabPositions(self._tabs(block))
        return made

    def _tabs(self, block: Block) -> list[QTextOption.Tab]:
        """Spread the cells of a row: the last one ends at the margin."""
        cells = block.text.split("\t")
        bar = self.verticalScrollBar()
        coming = 0 if bar.isVisible() else bar.sizeHint().width()  # once all is written
        room = self.viewport().width() - coming - 2 * _PADDING - 2
        gap = max(0.0, room - self._em * sum(map(width, cells))) / max(1, len(cells) - 1)
        tabs, at = [], 0.0
        for cell in cells[:-2]:
            at += width(cell) * self._em + gap
            tabs.append(QTextOption.Tab(at, QTextOption.TabType.LeftTab))
        if len(cells) > 1:
            tabs.append(QTextOption.Tab(room, QTextOption.TabType.RightTab))
        return tabs


def _font(block: Block, *, is_set_off: bool) -> QFont:
    if block.role == "title":
        return faces.serif(_TITLE, bold=True)
    if block.role in ("heading1", "heading2"):
        return faces.sans(_POINTS, bold=True)
    return faces.serif(_POINTS, bold=is_set_off)
