"""Sentences of the report in a list, each with its place; a click leads there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flowing import MIDDLE, em, flow, height
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.painted_list import (
    ENTER,
    FlowedList,
    FlowedRows,
    Index,
    paint_chosen,
    paint_frame,
)
from beiguan_desktop.ui.theme import Theme

_LEFT, _TOP, _GAP, _BOTTOM = 24, 14, 4, 16
_MOST = 40
"""The most characters of a line of a sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: `place` says where it stands, `side` what it speaks of, `marks` where in it."""

    place: str
    side: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()

    def put(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in (line.place, line.side, line.text) if part)
        return line.text if role == Qt.ItemDataRole.DisplayRole else None


class _Rows(FlowedRows):
    """Paints the place, the sentence as the report is set, and a hairline below."""

    def __init__(self, view: FlowedList, model: _Model, theme: Theme) -> None:
        super().__init__(view, theme)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the sentence asks."""
        high = _TOP + _head_height() + _GAP + height(self._sentence(index)) + _BOTTOM
        return QSize(0, round(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one sentence."""
        theme, box, line = self.theme, QRectF(option.rect), self._model.lines[index.row()]
        is_current = index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            paint_chosen(painter, box, theme)
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        self._paint_head(painter, box, line, is_current=is_current)
        sentence = self._sentence(index)
        painter.setPen(QColor(theme.ink))
        top = box.top() + _TOP + _head_height() + _GAP
        sentence.draw(painter, QPointF(box.left() + _LEFT, top))
        thin = theme.hairline
        foot = QRectF(_LEFT, box.bottom() - thin, box.width() - 2 * _LEFT, thin)
        painter.fillRect(foot, QColor(theme.line))
        if self.is_framed(index):
            paint_frame(painter, box, theme)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, line: Line, *, is_current: bool) -> None:
        font = faces.sans(14)
        metrics = QFontMetricsF(font)
        middle = box.top() + _TOP + _head_height() / 2 + MIDDLE * em(font)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink2 if is_current else self.theme.ink3))
        room = box.width() - 2 * _LEFT
        side = metrics.elidedText(line.side, Qt.TextElideMode.ElideRight, room / 2)
        beside = metrics.horizontalAdvance(side)
        place = metrics.elidedText(line.place, Qt.TextElideMode.ElideRight, room - beside - 16)
        painter.drawText(QPointF(box.left() + _LEFT, middle), place)
        painter.drawText(QPointF(box.right() - _LEFT - beside, middle), side)

    def _sentence(self, index: Index) -> QTextLayout:
        line, font = self._model.lines[index.row()], faces.serif(16)
        room = min(self._view.viewport().width() - 2 * _LEFT, _MOST * em(font))
        key = (line, room, font.key(), self.theme.mark)
        if key not in self._laid:
            self._laid[key] = flow(line.text, font, room, line.marks, self._marked(font))
        return self._laid[key]

    def _marked(self, font: QFont) -> QTextCharFormat:
        form = QTextCharFormat()
        if self.theme.is_stark:  # bright words cannot stand on the bright mark
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setUnderlineColor(QColor(self.theme.mark))
        else:
            form.setBackground(QColor(self.theme.mark))
        form.setFontWeight(QFont.Weight.Bold)
        form.setForeground(QColor(self.theme.ink))
        form.setFontFamilies([font.family()])
        return form


class PassageList(FlowedList):
    """`opened` carries the number of the sentence one wants to go to."""

    opened = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model()
        self.begin(self._model, _Rows(self, self._model, theme), name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayoutMode(self.LayoutMode.Batched)

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:  # noqa: ARG002
        """Return the row itself, if there is one: every sentence can be stood on."""
        return start if 0 <= start < len(self._model.lines) else None

    def ground(self, theme: Theme) -> str:
        """Lie on paper, as the report does."""
        return theme.paper

    @property
    def lines(self) -> Sequence[Line]:
        """What is shown."""
        return self._model.lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other sentences; the same ones stay where they are."""
        if lines != self._model.lines:
            self._model.put(lines)

    def stand_at(self, number: int) -> None:
        """Make a sentence the current one, in sight."""
        index = self._model.index(number)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show no frame to the mouse."""
        self.shows_frame = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the sentence that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there by Enter or blank; arrows go on."""
        self.shows_frame = True
        is_enter = event.key() in ENTER or event.key() == Qt.Key.Key_Space
        if is_enter and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _head_height() -> float:
    return em(faces.sans(14)) * 1.5
