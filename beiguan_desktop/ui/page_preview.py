"""One page as it will be printed, as large as wanted; wheel and keys turn the pages."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from beiguan_desktop.core.page_form import Form
from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.gongwen_page import paint_page
from beiguan_desktop.ui.theme import PRINT_INK, PRINT_PAPER, Theme

WHOLE, WIDE = 0, 1
"""The zooms: the whole page, or as wide as there is room."""
_AIR = 20
_NOTCH = 120  # of a wheel, in eighths of a degree
_TURNS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}


class _Sheet(QWidget):
    """The page on its ground; nothing is painted but what is in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.page: SetPage | None = None
        self.words = ""
        self.setAutoFillBackground(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, paper and what stands on it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.hover))
        if self.page is None:
            painter.setFont(faces.sans(14))
            painter.setPen(QColor(self._theme.ink2))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
            return
        box = paper_box(self.size())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setPen(QPen(QColor(self._theme.strong), self._theme.hairline))
        painter.setBrush(QColor(PRINT_PAPER))
        painter.drawRect(box)
        painter.setPen(QColor(PRINT_INK))
        painter.translate(box.topLeft())
        paint_page(painter, self.page, box.width() / Form.width)
        painter.end()


class PagePreview(QScrollArea):
    """Shows pages one at a time. `turned`: another one, its place from 0; `zoomed`: which zoom."""

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Sequence[SetPage] = ()
        self._at, self._zoom, self._turned_by = 0, 0, 0
        self._sheet = _Sheet(theme)
        self.setWidget(self._sheet)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("打印的样子")
        self.tell("")

    def tell(self, words: str) -> None:
        """Show words in place of a page, while there is none."""
        self._pages, self._sheet.page, self._sheet.words = (), None, words
        self.setAccessibleDescription(words)
        self._fit()

    def show_pages(self, pages: Sequence[SetPage]) -> None:
        """Show the first of some pages."""
        self._pages, self._at = pages, 0
        self._turn_to(0)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def place(self) -> int:
        """Which page is shown, from 0."""
        return self._at

    @property
    def zoom(self) -> int:
        """WHOLE or WIDE."""
        return self._zoom

    def turn(self, by: int) -> None:
        """Go so many pages on, or back."""
        self._turn_to(self._at + by)

    def set_zoom(self, zoom: int) -> None:
        """Show the page WHOLE or WIDE, its middle kept where it is."""
        bar = self.verticalScrollBar()
        share = (bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep())
        self._zoom = max(WHOLE, min(zoom, WIDE))
        self._fit()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoomed.emit(self._zoom)

    def _turn_to(self, at: int) -> None:
        if not self._pages:
            return
        self._at = max(0, min(at, self.count - 1))
        self._sheet.page = page = self._pages[self._at]
        text = "".join(words.text for words in page.words)
        self.setAccessibleDescription(f"第 {page.number} 页，共 {self.count} 页：{text}")
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.turned.emit(self._at)

    def _fit(self) -> None:
        """Make the sheet as large as its room, or as high as the page is when it is as wide."""
        room = self.maximumViewportSize()
        width = room.width() - self.verticalScrollBar().sizeHint().width()
        height = round((width - 2 * _AIR) * Form.height / Form.width) + 2 * _AIR
        is_wide = self._zoom == WIDE and bool(self._pages) and height > room.height()
        self._sheet.resize(QSize(width, height) if is_wide else room)
        self._sheet.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page into its new room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages; the arrows up and down move a page that is larger than its room."""
        by = _TURNS.get(Qt.Key(event.key()))
        if by is not None:
            self.turn(by)
        elif event.key() == Qt.Key.Key_Home:
            self._turn_to(0)
        elif event.key() == Qt.Key.Key_End:
            self._turn_to(self.count - 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll within the page; at its end a notch turns it. With Ctrl, zoom."""
        delta = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom + (delta > 0) - (delta < 0))
            return
        bar = self.verticalScrollBar()
        if bar.value() != (bar.minimum() if delta > 0 else bar.maximum()):
            self._turned_by = 0
            super().wheelEvent(event)
            return
        self._turned_by += delta
        if abs(self._turned_by) >= _NOTCH:
            self.turn(-1 if self._turned_by > 0 else 1)
            self._turned_by = 0


def paper_box(room: QSize) -> QRectF:
    """Return where a whole page lies in a room, with air round it."""
    width, height = max(1, room.width() - 2 * _AIR), max(1, room.height() - 2 * _AIR)
    scale = min(width / Form.width, height / Form.height)
    box = QRectF(0, 0, Form.width * scale, Form.height * scale)
    box.moveCenter(QPoint(room.width() // 2, room.height() // 2).toPointF())
    return box
