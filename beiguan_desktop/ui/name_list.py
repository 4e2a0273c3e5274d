"""The list of names one picks from: groups with headings, ticks, counts."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextLayout,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flowing import MIDDLE, em, flow, height
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.name_model import NameModel, Role
from beiguan_desktop.ui.painted_list import (
    ENTER,
    FlowedList,
    FlowedRows,
    Index,
    paint_chosen,
    paint_frame,
    paint_tick,
)
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

LEAST = 44
"""Pixels of a row that every hand can hit."""
_LEFT, _RIGHT, _GAP = 20, 16, 12
_BOX = 20
_HANG = 0.45
"""How much of an opening quotation mark is empty: it hangs out."""


class _Rows(FlowedRows):
    """Paints headings and entries; names are wrapped, never cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the wrapped name asks."""
        high = height(self._words(index)) + px(18 if index.data(Role.IS_HEADING) else 16)
        return QSize(0, max(px(LEAST), round(high)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(Role.IS_HEADING):
            self._paint_heading(painter, box, index)
        else:
            self._paint_entry(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, index: Index) -> None:
        theme, words = self.theme, self._words(index)
        painter.setPen(QColor(theme.ink2))
        words.draw(painter, QPointF(_LEFT, box.bottom() - height(words) - 5))
        width = box.width() - _LEFT - _RIGHT
        thin = theme.hairline
        painter.fillRect(QRectF(_LEFT, box.bottom() - thin, width, thin), QColor(theme.line))

    def _paint_entry(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box, words = self.theme, QRectF(option.rect), self._words(index)
        is_chosen = index == self._view.currentIndex() and not self._has_ticks
        if is_chosen:
            paint_chosen(painter, box, theme)
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        top = box.center().y() - height(words) / 2
        first = top + height(words) / words.lineCount() / 2
        if self._has_ticks:
            side = px(_BOX)
            square = QRectF(_LEFT, first - side / 2, side, side)
            paint_tick(painter, square, theme, is_ticked=bool(index.data(Role.IS_TICKED)))
        painter.setPen(QColor(theme.ink))
        hang = _HANG * em(words.font()) if index.data().startswith("“") else 0.0
        words.draw(painter, QPointF(self._indent - hang, top))
        note, font = index.data(Role.NOTE), faces.sans(14)
        painter.setFont(font)
        painter.setPen(QColor(theme.ink2 if is_chosen else theme.ink3))
        wide = QFontMetricsF(font).horizontalAdvance(note)
        painter.drawText(QPointF(box.right() - _RIGHT - wide, first + MIDDLE * em(font)), note)
        if self.is_framed(index):
            paint_frame(painter, box, theme)

    @property
    def _has_ticks(self) -> bool:
        model = self._view.model()
        return isinstance(model, NameModel) and model.has_ticks

    @property
    def _indent(self) -> float:
        return _LEFT + (px(_BOX) + _GAP if self._has_ticks else 0)

    def _words(self, index: Index) -> QTextLayout:
        is_heading, words, note = (
            bool(index.data(Role.IS_HEADING)),
            index.data(),
            index.data(Role.NOTE),
        )
        is_chosen = index == self._view.currentIndex() and not self._has_ticks
        font = faces.sans(14, bold=True) if is_heading else faces.sans(16, bold=is_chosen)
        key = (words, note, is_heading, self._view.viewport().width(), font.key())
        if key not in self._laid:
            self._laid[key] = flow(words, font, self._room(note, is_heading=is_heading))
        return self._laid[key]

    def _room(self, note: str, *, is_heading: bool) -> float:
        width = self._view.viewport().width() - _RIGHT
        if is_heading:
            return width - _LEFT
        beside = QFontMetricsF(faces.sans(14)).horizontalAdvance(note)
        return max(4 * em(faces.sans(16)), width - self._indent - beside - _GAP)


class NameList(FlowedList):
    """`ticked`: a tick was set or taken away. `chosen`: another entry is the current one."""

    ticked = Signal()
    chosen = Signal(str)

    def __init__(
        self, model: NameModel, name: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names = model
        self.begin(model, _Rows(self, theme), name)

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:
        """Return the first name from a row on; headings are none."""
        return self._names.entry_row(start, step)

    def choose(self, key: str) -> None:
        """Make an entry the current one, in sight."""
        rows = (self._names.index(row) for row in range(self._names.rowCount()))
        index = next((i for i in rows if i.data(Role.KEY) == key), QModelIndex())
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which entry is the current one."""
        super().currentChanged(current, previous)
        entry = self._names.entry(current)
        if entry is not None:
            self.chosen.emit(entry.key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was clicked, wherever in its row."""
        super().mouseReleaseEvent(event)
        self.shows_frame = False
        if event.button() == Qt.MouseButton.LeftButton:
            self._tick(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by blank or Enter; arrows go on."""
        self.shows_frame = True
        if event.key() == Qt.Key.Key_Space or event.key() in ENTER:
            self._tick(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def _tick(self, index: Index) -> None:
        if self._names.toggle(index) is not None:
            self.ticked.emit()
