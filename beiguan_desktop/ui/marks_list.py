"""The list of what somebody marked: the words as in the text, and under them where they stand."""

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from beiguan_desktop.ui import faces, painted_list
from beiguan_desktop.ui.gutter import star
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.marks_model import STAR, Index, MarksModel, Role, Row
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.utf16 import by_units

LINES, ONE = 3, 1
"""The most lines of marked words, and of a paragraph that bears a star: the text has the rest."""
_LETTERS = 40
"""The most letters in a line."""
OFF = "去掉"
_LEFT, _RIGHT, _PAD = 56, 24, 14
_OFF = 72, 44
_BAR = 4
_SIGN = 24
_AIR = 4


class _Rows(QStyledItemDelegate):
    """Paints rows; the words are laid out once for each width."""

    def __init__(self, view: "MarksList", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self.has_acts = True
        self.take_faces()

    def take_faces(self) -> None:
        """Write in letters of the interface's size."""
        self._large, self._small = faces.serif(16), faces.sans(14)

    def _room(self) -> int:
        room = self._view.viewport().width() - px(_LEFT) - px(_RIGHT) - _off().width()
        return max(200, min(room, _LETTERS * QFontMetrics(self._large).horizontalAdvance("字")))

    def _lines(self, row: Row) -> tuple[QTextLayout, int]:
        """Lay words out, at most so many lines; return how many there are."""
        most = ONE if row.kind == STAR else LINES
        words = row.words[: _LETTERS * (most + 1) * 2]
        layout = _set(words, self._large, self._room())
        while layout.lineCount() > most:
            last = layout.lineAt(most - 1)
            end = last.textStart() + last.textLength()
            words = by_units(layout.text())[:end]
            layout = _set(f"{words[:-2]}…", self._large, self._room())
        return layout, layout.lineCount()

    def _count(self, row: Row) -> int:
        """Count the lines; few words need not be laid out for that: there may be many rows."""
        em = QFontMetrics(self._large).horizontalAdvance("字")
        is_short = row.kind == STAR or len(row.words) * em <= self._room()
        return 1 if is_short else self._lines(row)[1]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the words and the line under them."""
        height = (
            self._count(index.data(Role.ROW)) * _pitch(self._large)
            + _AIR
            + QFontMetrics(self._small).height()
        )
        return QSize(self._view.viewport().width(), max(height + 2 * px(_PAD), px(64)))

    def off_box(self, row: QRect) -> QRect:
        """Return where 去掉 stands in a row."""
        size = _off()
        top = row.center().y() - size.height() // 2
        left = px(_LEFT) + self._room() + px(_RIGHT) // 2
        return QRect(left, top, size.width(), size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(Role.ROW)
        theme, box = self._theme, option.rect
        is_here = index == self._view.currentIndex() and self._view.hasFocus()
        hovered = is_hovered(self._view, option)
        painter.save()
        ground = theme.tint if is_here else theme.hover if hovered else theme.paper
        painter.fillRect(box, QColor(ground))
        thin = theme.hairline
        painter.fillRect(box.x(), box.bottom() + 1 - thin, box.width(), thin, QColor(theme.line))
        if is_here:
            painter.fillRect(box.x(), box.y(), _BAR, box.height(), QColor(theme.accent))
        self._paint_sign(painter, box, row)
        self._write(painter, box, row)
        if self.has_acts and (is_here or hovered):
            painter.setFont(self._small)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawText(self.off_box(box), Qt.AlignmentFlag.AlignCenter, OFF)
        painter.restore()

    def _paint_sign(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme = self._theme
        middle = QPointF(px(_LEFT) / 2 + 2, box.y() + px(_PAD) + _pitch(self._large) / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == STAR:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.warn))
            painter.drawPolygon(star(middle, px(_SIGN) / 2))
        else:
            swatch = QRectF(0, 0, px(_SIGN), px(_SIGN) - 6)
            swatch.moveCenter(middle)
            painter.setPen(QPen(QColor(theme.strong), 1))
            painter.setBrush(QColor(theme.mark))
            painter.drawRoundedRect(swatch, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _write(self, painter: QPainter, box: QRect, row: Row) -> None:
        theme, pitch = self._theme, _pitch(self._large)
        layout, count = self._lines(row)
        painter.setPen(QColor(theme.ink))
        for at in range(count):
            layout.lineAt(at).draw(painter, QPointF(px(_LEFT), box.y() + px(_PAD) + at * pitch))
        painter.setFont(self._small)
        painter.setPen(QColor(theme.ink2 if row.place else theme.warn))
        top = box.y() + px(_PAD) + count * pitch + _AIR
        under = QRect(px(_LEFT), top, self._room(), QFontMetrics(self._small).height())
        words = painter.fontMetrics().elidedText(
            row.where, Qt.TextElideMode.ElideRight, under.width()
        )
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter, words)


class MarksList(QListView):
    """`chosen` carries the row that was clicked or entered, `off_asked` one to be taken off."""

    chosen = Signal(object)
    off_asked = Signal(object)

    def __init__(self, model: MarksModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(self, theme)
        self.setModel(model)
        self.setItemDelegate(self._rows)
        painted_list.prepare(self, "画了重点、加了星标的地方")
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalScrollBar().setSingleStep(27)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours, and in letters of another size."""
        painted_list.lie_on(self, theme.paper)
        self._rows.take_faces()
        self.scheduleDelayedItemsLayout()

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Offer nothing to be taken off where nothing can be written."""
        self._rows.has_acts = not is_read_only

    def _row(self, index: QModelIndex) -> Row | None:
        found: Row | None = index.data(Role.ROW)
        return found

    def _off(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row is not None and self._rows.has_acts:
            self.off_asked.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the place of a row, or take off what it shows."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._row(index)
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if self._rows.has_acts and self._rows.off_box(self.visualRect(index)).contains(point):
            self._off(index)
        else:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to the place, Delete takes off; letters and Esc are left to the page."""
        row = self._row(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.chosen.emit(row)
        elif event.key() == Qt.Key.Key_Delete:
            self._off(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give rows the height that another width asks for."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _off() -> QSize:
    return QSize(*map(px, _OFF))


def _pitch(font: QFont) -> int:
    return round(QFontMetrics(font).height() * 1.05)


def _set(words: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout
