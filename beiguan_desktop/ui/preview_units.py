"""The list of what was recognised: a row a unit, indented by its level."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from beiguan_desktop.core.report import Unit
from beiguan_desktop.ui import faces, icons, painted_list
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.preview_rows import Index, Role, UnitRows, level_of
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.title_breaking import break_title
from beiguan_desktop.ui.utf16 import by_units

LINES = 2
"""The most lines of a row; the whole unit is shown large when it is chosen."""
_LEFT, _STEP, _RIGHT, _PAD, _NUMBER, _CHEVRON = 38, 24, 12, 10, 48, 20


class _Rows(QStyledItemDelegate):
    """Paints rows; how high one is is told by the number of its characters alone."""

    def __init__(self, view: "UnitList", theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        self.take_faces()

    def take_faces(self) -> None:
        """Write in letters of the interface's size."""
        self._plain, self._bold = faces.sans(14), faces.sans(14, bold=True)
        metrics = QFontMetrics(self._plain)
        self._em, self._pitch = metrics.horizontalAdvance("字"), metrics.height()

    def _indent(self, unit: Unit) -> int:
        level = level_of(unit)
        if unit.kind == "heading" or (unit.runin and self._view.rows.is_contents):
            return px(_LEFT) + (max(1, level) - 1) * px(_STEP)
        return px(_LEFT if self._view.rows.is_contents else _NUMBER)

    def _room(self, unit: Unit) -> int:
        return max(4 * self._em, self._view.viewport().width() - self._indent(unit) - px(_RIGHT))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as one line or two."""
        words, unit = index.data(), index.data(Role.UNIT)
        lines = 1 if len(words) * self._em <= self._room(unit) else LINES
        return QSize(self._view.viewport().width(), max(px(44), lines * self._pitch + 2 * px(_PAD)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        unit, theme, box = index.data(Role.UNIT), self._theme, QRect(option.rect)
        painter.save()
        is_here = index.row() == self._view.currentIndex().row()
        if is_here:
            painted_list.paint_chosen(painter, QRectF(box), theme)
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        is_top = unit.kind == "title" or (unit.kind == "heading" and unit.level == 1)
        font = self._bold if is_top else self._plain
        is_head = unit.kind in ("title", "heading") or bool(unit.runin)
        painter.setPen(QColor(theme.ink if is_head or is_here else theme.ink2))
        lines = _lines(index.data(), font, self._room(unit), is_title=unit.kind in _BY_SENSE)
        top = box.y() + (box.height() - len(lines) * self._pitch) / 2
        ascent = QFontMetrics(font).ascent()
        painter.setFont(font)
        for at, words in enumerate(lines):
            left = QPointF(self._indent(unit), top + at * self._pitch + ascent)
            painter.drawText(left, words)
        self._paint_number(painter, box, unit, top)
        self._paint_chevron(painter, box, index.data(Role.FOLDED), top)
        if is_here and self._view.hasFocus():
            painted_list.paint_frame(painter, QRectF(box), theme)
        painter.restore()

    def _paint_number(self, painter: QPainter, box: QRect, unit: Unit, top: float) -> None:
        """Paint the number that people count paragraphs by."""
        if unit.number is None or self._view.rows.is_contents:
            return
        painter.setFont(self._plain)
        painter.setPen(QColor(self._theme.ink3))
        right = QRectF(box.x(), top, px(_NUMBER) - px(10), self._pitch)
        painter.drawText(right, Qt.AlignmentFlag.AlignRight, str(unit.number))

    def _paint_chevron(self, painter: QPainter, box: QRect, is_folded: object, top: float) -> None:
        if is_folded is None:
            return
        side = px(_CHEVRON)
        middle = top + self._pitch / 2
        where = QRectF(box.x() + px(12), middle - side / 2, side, side)
        name = "chevron-right" if is_folded else "chevron-down"
        icons.paint(painter, where, name, self._theme.ink2)


class UnitList(QListView):
    """`chosen` carries the ordinal of the unit one stands on, `menu_asked` a point of the screen.

    `opened`: the unit shall be seen large. Acts by keys are left to the page.
    """

    chosen = Signal(int)
    opened = Signal()
    menu_asked = Signal(object)

    def __init__(self, rows: UnitRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._paint = _Rows(self, theme)
        self._theme = theme
        self.setModel(rows)
        self.setItemDelegate(self._paint)
        painted_list.prepare(self, "认出的目录和正文")
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(400)
        self._stood: int | None = None
        rows.modelAboutToBeReset.connect(self._mark_place)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Lie on the ground's colour, in letters of the size that holds now."""
        self._theme = theme
        painted_list.lie_on(self, theme.ground)
        self._paint.take_faces()
        self.scheduleDelayedItemsLayout()

    def _mark_place(self) -> None:
        """Keep how far down the row stands that one stands on: the eye rests there."""
        box = self.visualRect(self.currentIndex())
        is_seen = box.isValid() and box.top() >= 0 and box.bottom() <= self.height()
        self._stood = box.top() if is_seen else None

    def stand_on(self, ordinal: int) -> None:
        """Make a unit current, if it has a row; it stays where it stood, or comes into sight."""
        row = self.rows.row_of(ordinal)
        if row >= 0:
            index = self.rows.index(row, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            if self._stood is not None:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + self.visualRect(index).top() - self._stood)
        self._stood = None

    def unit(self) -> Unit | None:
        """Return the unit one stands on."""
        return self.rows.unit(self.currentIndex().row())

    def turn(self) -> None:
        """Fold the part one stands on away, or open it."""
        unit = self.unit()
        if unit is not None and self.rows.turn(self.currentIndex().row()):
            self.stand_on(unit.ordinal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold by the chevron, stand on a row anywhere else."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        unit = self.rows.unit(index.row())
        if unit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.position().x() < px(_LEFT) and index.data(Role.FOLDED) is not None:
            self.turn()
        else:
            self.opened.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where one stands."""
        super().currentChanged(current, previous)
        unit = self.rows.unit(current.row())
        if unit is not None:
            self.chosen.emit(unit.ordinal)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the acts."""
        if self.unit() is not None:
            where = self.visualRect(self.currentIndex()).bottomLeft()
            is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            self.menu_asked.emit(
                self.viewport().mapToGlobal(where) if is_key else event.globalPos()
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold by ← and →; Enter opens the unit; letters and acts are left to the page."""
        key, is_bare = event.key(), not event.modifiers()
        folded = self.currentIndex().data(Role.FOLDED)
        if key in painted_list.ENTER:
            self.opened.emit()
        elif is_bare and folded is (key == Qt.Key.Key_Right) and key in _SIDEWAYS:
            self.turn()
        elif key in _STEPS and is_bare:
            super().keyPressEvent(event)
        else:
            event.ignore()


_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_STEPS = (
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_Home, Qt.Key.Key_End),
)


_BY_SENSE = ("title", "heading")
"""Kinds that are broken where they make sense; what begins a paragraph is broken where it ends."""


def _lines(words: str, font: QFont, width: int, *, is_title: bool) -> Sequence[str]:
    """Break words into at most LINES lines: a title by sense where that is possible."""
    if is_title:
        measure = QFontMetricsF(font).horizontalAdvance
        lines = break_title(words, measure, width, width, width)
        if len(lines) <= LINES:
            return lines
    layout = _set(words, font, width)
    units = by_units(layout.text())
    lines_at = [layout.lineAt(at) for at in range(layout.lineCount())]
    return [units[it.textStart() : it.textStart() + it.textLength()] for it in lines_at]


def _set(words: str, font: QFont, width: int) -> QTextLayout:
    """Lay words out in at most LINES lines, ended by … where there are more."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while count < LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        count += 1
    layout.endLayout()
    last = layout.lineAt(count - 1) if count else None
    if last is not None and last.textStart() + last.textLength() < len(layout.text()):
        end = last.textStart() + last.textLength()
        return _set(f"{by_units(layout.text())[: end - 2]}…", font, width)
    return layout
