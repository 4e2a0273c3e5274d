"""The list of what was found: by section, the word bold among the words around it."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.find_rows import FindRows, Heading, Hit, Index, Role
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

ROW = 44
NARROW = 480
"""Pixels of width below which the words need the room of the page."""
_BAR = 4
_TAIL = 0.4
"""The share of a narrow row that is kept for what stands after the word."""
_FEW = 4
"""Letters of a part that still say which it is."""
_LEFT, _GAP = 14, 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindList(QListView):
    """Hits under their headings. `chosen` tells the row one went to, `left` that it is done."""

    chosen = Signal(int)
    clicked_row = Signal()
    """A hit was clicked: one may want to write about it."""
    left = Signal()

    def __init__(self, rows: FindRows, theme: Theme) -> None:
        super().__init__()
        self.setModel(rows)
        self._rows = rows
        self.setItemDelegate(_Delegate(self, theme))
        self.setAccessibleName("找到的每一处")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.viewport().setAutoFillBackground(False)  # it lies on the pane's paper
        self.rescale()

    def rescale(self) -> None:
        """Let rows be as high as the interface is large."""
        self.verticalScrollBar().setSingleStep(bar(ROW))
        self.scheduleDelayedItemsLayout()

    def show_row(self, row: int) -> None:
        """Make a row the current one and bring it into sight, its heading if it fits too."""
        index = self._rows.index(row)
        if row > 0 and isinstance(self._rows.row(row - 1), Heading):
            self.scrollTo(self._rows.index(row - 1))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with the arrows; Enter ends in the text."""
        if event.key() in _ENTER:
            self.left.emit()
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        now = self.currentIndex().row()
        if now not in (before, -1):
            self.chosen.emit(now)

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._rows.is_hit(index):
            self.chosen.emit(index.row())
            self.clicked_row.emit()


class _Delegate(QStyledItemDelegate):
    """Paints headings and hits, one line each."""

    def __init__(self, view: FindList, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Give every row the height of a target."""
        return QSize(0, bar(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row over the whole width of the list."""
        row, box = index.data(Role.ROW), QRect(option.rect)
        painter.save()
        painter.setClipRect(box)
        if isinstance(row, Heading):
            self._paint_heading(painter, box, row)
        elif isinstance(row, Hit):
            is_current = index.row() == self._view.currentIndex().row()
            self._paint_ground(painter, box, is_current, is_hovered(self._view, option))
            self._paint_hit(painter, box, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, heading: Heading) -> None:
        count = f"{heading.count} 处"
        inside = box.adjusted(px(_LEFT), px(6), -px(_LEFT), 0)
        painter.setFont(faces.sans(14))
        painter.setPen(QColor(self._theme.ink3))
        width = QFontMetricsF(painter.font()).horizontalAdvance(count)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(faces.kai(14))
        painter.setPen(QColor(self._theme.ink2))
        room = inside.adjusted(0, 0, -round(width) - px(_GAP), 0)
        words = shortened(heading.words, room.width(), QFontMetricsF(painter.font()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        line = QColor(self._theme.line)
        height = self._theme.hairline
        under = QRect(inside.left(), box.bottom() + 1 - height, inside.width(), height)
        painter.fillRect(under, line)

    def _paint_ground(
        self, painter: QPainter, box: QRect, is_current: bool, is_hovered: bool
    ) -> None:
        theme = self._theme
        if is_current:
            painter.fillRect(box, QColor(theme.tint))
            painter.fillRect(box.left(), box.top(), px(_BAR), box.height(), QColor(theme.accent))
            if self._view.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        elif is_hovered:
            painter.fillRect(box, QColor(theme.hover))

    def _paint_hit(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        inside = box.adjusted(px(_LEFT), 0, -px(_LEFT), 0)
        place = hit.place
        if box.width() < px(NARROW):
            place = place.partition("　")[0]
        painter.setFont(faces.sans(14))
        painter.setPen(QColor(self._theme.ink3))
        width = QFontMetricsF(painter.font()).horizontalAdvance(place)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | middle, place)
        painter.setPen(QColor(self._theme.ink))
        before, found, after = hit.words
        plain, bold = faces.serif(14), faces.serif(14, bold=True)
        metrics = QFontMetricsF(plain)
        baseline = inside.center().y() + metrics.capHeight() / 2 + 1
        right = inside.right() - width - px(_GAP)
        x = float(inside.left())
        room = right - x - QFontMetricsF(bold).horizontalAdvance(found)
        tail = min(metrics.horizontalAdvance(after), _TAIL * room)
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, max(0.0, room - tail))
        for words, font in ((before, plain), (found, bold), (after, plain)):
            x = self._write(painter, words, font, QPointF(x, baseline), right)

    def _write(
        self, painter: QPainter, words: str, font: QFont, at: QPointF, right: float
    ) -> float:
        """Write words as far as there is room; return where they end."""
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, right - at.x()))
        painter.setFont(font)
        painter.drawText(at, shown)
        return at.x() + metrics.horizontalAdvance(shown)


def shortened(words: str, room: float, metrics: QFontMetricsF) -> str:
    """Return what of a heading has room in so many pixels.

    A part, or a report's title, gives its end up before the section or the edition behind it
    does; where too little is left of it, the middle of all gives way.
    """
    part, gap, rest = words.partition("　")
    left = room - metrics.horizontalAdvance(gap + rest)
    if rest and left >= _FEW * metrics.horizontalAdvance("一"):
        return metrics.elidedText(part, Qt.TextElideMode.ElideRight, left) + gap + rest
    return metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room)
