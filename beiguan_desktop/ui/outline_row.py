"""One row of the section tree: where its parts stand, and how they are painted.

Distances are px at an interface of 14 pt; they grow with the text, but more slowly, so that
large letters keep room for words.
"""

from collections.abc import Callable
from math import ceil
from typing import Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.outline_model import Role
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.title_breaking import break_title

Index = QModelIndex | QPersistentModelIndex

SCROLL_BAR = 12
_RIGHT = 10
_GAP = 4
_BAR = 4
MOST_SET = 40
"""How many titles are set before they are seen; of more, only the likely heights are wanted."""


class Row(NamedTuple):
    """What is painted for one index at one width."""

    lines: tuple[str, ...]
    label: str
    label_x: float
    title_x: float
    mark_x: float
    pitch: float
    height: int
    chip: float
    chip_line: int


class OutlineDelegate(QStyledItemDelegate):
    """Paints rows with their titles wrapped by sense and never cut."""

    def __init__(self, view: QTreeView, theme: Theme, is_here: Callable[[Index], bool]) -> None:
        super().__init__(view)
        self._view = view
        self._is_here = is_here
        self._rows: dict[tuple[int, int], Row] = {}
        self._setting = (-1, QFont(), QFontMetricsF(QFont()))
        self.theme = theme
        self.shows_frame = False

    def forget(self) -> None:
        """Drop what was laid out for a former width, font or report."""
        self._rows.clear()

    def row(self, index: Index) -> Row:
        """Lay a row out for the present width, with room for its count.

        Titles are measured in bold, so that becoming current moves nothing.
        """
        key = self._key(index)
        if key not in self._rows:
            self._rows[key] = _lay_out(_facts(index), *self._setting)
        return self._rows[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the wrapped title asks; beyond MOST_SET titles, as it probably will."""
        key = self._key(index)
        if key in self._rows or len(self._rows) < MOST_SET:
            return QSize(0, self.row(index).height)
        return QSize(0, _likely_height(index, key[1], *self._setting))

    def _key(self, index: Index) -> tuple[int, int]:
        """Return what a row's layout is known by: the row, and how long its count is."""
        font, width = self._view.font(), self._view.width() - SCROLL_BAR
        if self._setting[0] != width or self._setting[1] != font:
            self._setting = width, font, QFontMetricsF(_face(font, bold=True))
            self.forget()
        count = index.data(Role.COUNT)
        return index.internalId(), len(str(count)) if count else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, bar, mark, label, title and count."""
        row, theme, here = self.row(index), self.theme, self._is_here(index)
        box = QRectF(self._rect(option))
        if box.height() != row.height:
            self._view.scheduleDelayedItemsLayout()  # it was not as high as seemed likely
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, index, option, here=here)
        is_top = index.data(Role.LEVEL) == 1
        font = _face(self._view.font(), bold=here or is_top)
        top = box.top() + (box.height() - row.pitch * len(row.lines)) / 2
        middle = top + row.pitch / 2
        painter.setPen(QColor(theme.ink if here else theme.ink2))
        _write(painter, row.label, font, row.label_x, middle)
        painter.setPen(QColor(theme.ink))
        for number, line in enumerate(row.lines):
            _write(painter, line, font, row.title_x, middle + number * row.pitch)
        if is_top and index.data(Role.UNIT) is not None and index.model().hasChildren(index):
            self._paint_chevron(painter, row.mark_x, middle, index)
        elif index.data(Role.READ) is not None:
            self._paint_read(painter, row, middle, index.data(Role.READ))
        self._paint_count(painter, row, middle + row.chip_line * row.pitch, index, here=here)
        painter.restore()

    def _rect(self, option: QStyleOptionViewItem) -> QRectF:
        rect: QRectF = option.rect.toRectF()
        rect.setLeft(0)
        rect.setRight(self._view.viewport().width())
        return rect

    def _paint_ground(
        self,
        painter: QPainter,
        box: QRectF,
        index: Index,
        option: QStyleOptionViewItem,
        *,
        here: bool,
    ) -> None:
        if here:
            painter.fillRect(box, QColor(self.theme.tint))
            painter.fillRect(
                QRectF(box.left(), box.top(), _BAR, box.height()), QColor(self.theme.accent)
            )
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(self.theme.hover))
        is_framed = self.shows_frame and index == self._view.currentIndex()
        if is_framed and self._view.hasFocus():
            painter.setPen(QPen(QColor(self.theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_chevron(self, painter: QPainter, x: float, middle: float, index: Index) -> None:
        size = _grown(4.5, self._view.font())
        wide, deep = (size, size / 2) if self._view.isExpanded(index) else (size / 2, size)
        centre = QPointF(x + _grown(7, self._view.font()), middle)
        path = QPainterPath(centre + QPointF(-wide, -deep))
        if wide > deep:
            path.lineTo(centre + QPointF(0, deep))
            path.lineTo(centre + QPointF(wide, -deep))
        else:
            path.lineTo(centre + QPointF(wide, 0))
            path.lineTo(centre + QPointF(-wide, deep))
        _stroke(painter, path, self.theme.ink2, 1.75)

    def _paint_read(self, painter: QPainter, row: Row, middle: float, share: float) -> None:
        """Paint what has been read of a section."""
        from beiguan_desktop.ui.read_mark import paint_read  # noqa: PLC0415 - once that is known

        radius = _grown(6.75, self._view.font())
        centre = QPointF(row.mark_x + radius + 1, middle)
        paint_read(painter, centre, radius, share, self.theme)

    def _paint_count(
        self, painter: QPainter, row: Row, middle: float, index: Index, *, here: bool
    ) -> None:
        is_open = index.data(Role.LEVEL) == 1 and self._view.isExpanded(index)
        count = index.data(Role.OWN if is_open else Role.COUNT)
        if not count:
            return
        font = _face(self._view.font(), bold=True)
        right, high = self._view.width() - SCROLL_BAR - _RIGHT, round(row.pitch * 1.03)
        box = QRectF(right - row.chip, middle - high / 2, row.chip, high)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.theme.is_stark:
            painter.setPen(QPen(QColor(self.theme.strong), self.theme.hairline))
        painter.setBrush(QColor(self.theme.field if here else self.theme.tint))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self.theme.accent))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))


def _facts(index: Index) -> tuple[Any, ...]:
    return tuple(index.data(role) for role in (Role.LABEL, Role.WORDS, Role.LEVEL, Role.COUNT))


def _lay_out(facts: tuple[Any, ...], width: int, font: QFont, metrics: QFontMetricsF) -> Row:
    *_, level, count = facts
    em = metrics.horizontalAdvance("国")
    mark_x, label_x, title_x, title, shown = _columns(facts, metrics, font)
    chip = max(em * 1.34, metrics.horizontalAdvance(str(count)) + 12)
    room = width - _RIGHT - title_x
    lines, on_last = _wrap(title, metrics, room, room - (chip + _GAP if count else 0), level)
    height = _height(level, len(lines), font.pointSizeF() / 14)
    chip_line = len(lines) - 1 if on_last else 0
    return Row(lines, shown, label_x, title_x, mark_x, em * 1.3, height, chip, chip_line)


def _columns(
    facts: tuple[Any, ...], metrics: QFontMetricsF, font: QFont
) -> tuple[float, float, float, str, str]:
    """Return where mark, label and title stand, the title, and the label if it stands apart."""
    label, words, level, _ = facts
    mark_x, label_x, title, shown = 15.0, _grown(40, font), words, _short(label)
    if level == 2 and shown:
        gap = 0 if shown.endswith(")") else _GAP
        column = max(metrics.horizontalAdvance("(国)"), metrics.horizontalAdvance(shown) + gap)
        title_x = label_x + column
    elif level == 2:
        title_x = label_x
    else:
        mark_x = 12.0 if level == 1 else 78.0 + 14 * min(2, level - 3)
        title_x = _grown(36, font) if level == 1 else mark_x + _grown(20, font)
        title, shown = label + words, ""
    return mark_x, label_x, title_x, title, shown


def _likely_height(
    index: Index, digits: int, width: int, font: QFont, metrics: QFontMetricsF
) -> int:
    """Return how high a row is if its lines are full: right for all but a few titles."""
    level: int = index.data(Role.LEVEL)
    title = index.data(Role.WORDS) if level == 2 else index.data()
    left = _grown(36 if level == 1 else 72 if level == 2 else 98, font)
    chip = 24 + 10 * digits if digits else 0
    lines = ceil((metrics.horizontalAdvance(title) + chip) / (width - _RIGHT - left))
    return _height(level, max(1, lines), font.pointSizeF() / 14)


def _wrap(
    title: str, metrics: QFontMetricsF, room: float, beside: float, level: int
) -> tuple[tuple[str, ...], bool]:
    """Break a title and say whether its count stands on the last line.

    By rule that is so for level 1; where the count would break the title elsewhere, it stands
    on the other line if it disturbs nothing there.
    """
    measure = metrics.horizontalAdvance
    free = break_title(title, measure, room, room, room)
    if beside == room:
        return free, level == 1
    with_first = break_title(title, measure, room, beside, room)
    with_last = break_title(title, measure, room, room, beside)
    if level == 1:
        on_last = with_last == free or with_first != free
    else:
        on_last = with_last == free and with_first != free
    return (with_last if on_last else with_first), on_last


def _height(level: int, lines: int, scale: float) -> int:
    """Return 46 or, with two lines, 66 px at 14 pt; 52 or 80 for level 1."""
    one, two = (52, 80) if level == 1 else (46, 66)
    height = one if lines == 1 else two + (lines - 2) * 25
    return max(44, round(height * scale))


def _short(label: str) -> str:
    """Narrow a label for its column: （一） → (一), —— → —."""
    return label.replace("（", "(").replace("）", ")").replace("——", "—")


def _grown(distance: float, font: QFont) -> float:
    """Let a distance grow half as fast as the text."""
    return distance * (1 + max(0.0, font.pointSizeF() / 14 - 1) / 2)


def _face(font: QFont, *, bold: bool) -> QFont:
    face = QFont(font)
    face.setBold(bold)
    return face


def _write(painter: QPainter, text: str, font: QFont, x: float, middle: float) -> None:
    """Write one line with the bodies of its characters centred: 0.38 em above the baseline."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    if line.isValid():
        baseline = middle + 0.38 * QFontMetricsF(font).horizontalAdvance("国")
        layout.draw(painter, QPointF(x, baseline - line.ascent()))


def _stroke(painter: QPainter, path: QPainterPath, color: str, width: float) -> None:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
