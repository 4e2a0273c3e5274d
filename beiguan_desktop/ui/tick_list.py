"""The list of opinions one ticks, painted row by row; words are wrapped, never cut."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QApplication,
    QStyleOptionViewItem,
)

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flowing import MIDDLE, em, flow, height
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.painted_list import (
    ENTER,
    FlowedList,
    FlowedRows,
    Index,
    paint_frame,
    paint_tick,
)
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.tick_model import Role, TickModel, TickRow

_LEFT, _RIGHT, _GAP, _BOX = 24, 24, 12, 22
_TOP, _BETWEEN, _BOTTOM = 10, 2, 12
_WAITING = 0.6
"""How strong the rows are while none can be ticked."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Rows(FlowedRows):
    """Paints headings and opinions."""

    _view: "TickList"

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the words ask."""
        row: TickRow = index.data(Role.ROW)
        if not row.id:
            return QSize(
                0, round(height(self._words(row.text, faces.sans(14, bold=True)))) + px(20)
            )
        high = (
            _TOP + self._head() + _BETWEEN + height(self._words(row.text, _words_face())) + _BOTTOM
        )
        if row.note:
            high += height(self._words(row.note, faces.sans(14)))
        return QSize(0, max(px(44), round(high)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: TickRow = index.data(Role.ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self._view.isEnabled() else _WAITING)
        if row.id:
            self._paint_row(painter, box, option, index)
        else:
            words = self._words(row.text, faces.sans(14, bold=True))
            painter.setPen(QColor(self.theme.ink2))
            words.draw(painter, QPointF(_LEFT, box.bottom() - height(words) - 4))
        thin = self.theme.hairline
        line = QRectF(_LEFT, box.bottom() - thin, box.width() - _LEFT - _RIGHT, thin)
        painter.fillRect(line, QColor(self.theme.line))
        painter.restore()

    def _paint_row(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index
    ) -> None:
        theme, row = self.theme, index.data(Role.ROW)
        is_current = index == self._view.currentIndex() and self._view.can_move
        if is_current:
            painter.fillRect(box, QColor(theme.tint))
        elif is_hovered(self._view, option) and row.is_ticked is not None:
            painter.fillRect(box, QColor(theme.hover))
        middle = box.top() + _TOP + self._head() / 2
        if row.is_ticked is not None:
            side = px(_BOX)
            square = QRectF(_LEFT, middle - side / 2, side, side)
            paint_tick(painter, square, theme, is_ticked=row.is_ticked)
        self._paint_head(painter, box, row, middle)
        top = box.top() + _TOP + self._head() + _BETWEEN
        stays = row.is_ticked is not True
        for words, font, ink in (
            (row.text, _words_face(), theme.ink2 if stays else theme.ink),
            (row.note, faces.sans(14), theme.ink3),
        ):
            if words:
                laid = self._words(words, font)
                painter.setPen(QColor(ink))
                laid.draw(painter, QPointF(self._indent, top))
                top += height(laid)
        if self.is_framed(index):
            paint_frame(painter, box.adjusted(0, 0, 0, -1), theme)  # above the line

    def _paint_head(self, painter: QPainter, box: QRectF, row: TickRow, middle: float) -> None:
        """Paint number and place, and what stands at their right."""
        theme, x, right = self.theme, self._indent, box.right() - _RIGHT
        plain, bold = faces.sans(14), faces.sans(14, bold=True)
        base = middle + MIDDLE * em(plain)
        beside = QFontMetricsF(plain).horizontalAdvance(row.side)
        painter.setFont(plain)
        painter.setPen(QColor(theme.ink2))
        painter.drawText(QPointF(right - beside, base), row.side)
        for words, font, ink in ((row.head, bold, theme.ink), (row.place, plain, theme.ink2)):
            room = right - beside - _GAP - x
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QPointF(x, base), shown)
            x += QFontMetricsF(font).horizontalAdvance(shown) + (_GAP if shown else 0)

    @property
    def _indent(self) -> float:
        return _LEFT + px(_BOX) + _GAP

    def _head(self) -> float:
        return 1.5 * em(faces.sans(14))

    def _words(self, words: str, font: QFont) -> QTextLayout:
        is_heading = font.bold()
        left = _LEFT if is_heading else self._indent
        key = (words, self._view.viewport().width(), font.key())
        if key not in self._laid:
            room = max(4 * em(font), self._view.viewport().width() - left - _RIGHT)
            self._laid[key] = flow(words, font, room)
        return self._laid[key]


def _words_face() -> QFont:
    return faces.sans(16)


class TickList(FlowedList):
    """`ticked`: an opinion, and whether it is ticked now. `moved`: the order is another one."""

    ticked = Signal(str, bool)
    moved = Signal()

    def __init__(self, name: str, theme: Theme, *, can_move: bool = False) -> None:
        super().__init__()
        self.model_of_rows = TickModel()
        self.can_move = can_move
        self._dragged: QPersistentModelIndex | None = None
        self._has_moved = False
        self.begin(self.model_of_rows, _Rows(self, theme), name)
        self.setLayoutMode(self.LayoutMode.Batched)

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:
        """Return the first opinion from a row on; headings are none."""
        return self.model_of_rows.entry_row(start, step)

    def tick(self, at: int) -> None:
        """Tick a row, or take its tick away."""
        row = self.model_of_rows.toggle(at)
        if row is not None:
            self.ticked.emit(row.id, bool(row.is_ticked))

    def move_current(self, by: int) -> None:
        """Put the current row so many places on; it stays the current one."""
        at = self.currentIndex().row()
        if self.model_of_rows.move(at, at + by):
            self.scrollTo(self.currentIndex())
            self.moved.emit()

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a row."""
        self.shows_frame = False
        super().mousePressEvent(event)
        at = self.indexAt(event.position().toPoint())
        self._start, self._has_moved = event.position().toPoint(), False
        self._dragged = QPersistentModelIndex(at) if at.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Put the row one holds where the pointer is."""
        super().mouseMoveEvent(event)
        held = self._dragged
        if not self.can_move or held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        here = event.position().toPoint()
        if (here - self._start).manhattanLength() < QApplication.startDragDistance():
            return
        over = self.indexAt(here)
        if over.isValid() and self._is_beyond(over, here.y(), held.row()):
            self._has_moved = self.model_of_rows.move(held.row(), over.row()) or self._has_moved

    def _is_beyond(self, over: QModelIndex, y: int, held: int) -> bool:
        """Tell whether the pointer has passed the middle of a row: else two of them would dance."""
        middle = self.visualRect(over).center().y()
        return (y > middle) if over.row() > held else (y < middle)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the row where it is, or tick what was only clicked."""
        super().mouseReleaseEvent(event)
        held, self._dragged = self._dragged, None
        if event.button() != Qt.MouseButton.LeftButton or held is None:
            return
        if self._has_moved:
            self.moved.emit()
        elif self.indexAt(event.position().toPoint()).row() == held.row():
            self.tick(held.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by blank or Enter; with Alt, the arrows take the row along."""
        self.shows_frame = True
        step = _STEPS.get(Qt.Key(event.key()))
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Space or event.key() in ENTER:
            self.tick(self.currentIndex().row())
        elif step is not None and with_alt and self.can_move:
            self.move_current(step)
        else:
            super().keyPressEvent(event)
        self.viewport().update()
