"""The table beside the charts: as high as its rows, the page scrolls."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from beiguan_desktop.ui import faces, painted_list
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.statistics_model import Role, StatisticsModel
from beiguan_desktop.ui.statistics_rows import ROW, row_height, wrapped
from beiguan_desktop.ui.theme import Theme

INDENT = 20
PADDING, NARROW = 12, 8
"""Pixels beside names and beside numbers."""
BAR = 4
_LEAST_NUMBER = 54
_LEAST_NAME = 264
_PITCH = 24


def _font(index: QModelIndex | QPersistentModelIndex) -> QFont:
    return faces.sans(14, bold=bool(index.data(Role.IS_BOLD)))


def _indent(index: QModelIndex | QPersistentModelIndex) -> int:
    return PADDING + (0 if index.data(Role.IS_BOLD) else INDENT)


class _Cells(QStyledItemDelegate):
    """Paints cells: hairlines below, names by sense, none in a quieter ink."""

    def __init__(self, table: QTableView, theme: Theme) -> None:
        super().__init__(table)
        self._table, self._theme = table, theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one cell."""
        theme, box, thin = self._theme, option.rect, self._theme.hairline
        is_here = index.row() == self._table.currentIndex().row() and self._table.hasFocus()
        painter.save()
        painter.fillRect(box, QColor(theme.tint if is_here else theme.paper))
        is_sum = bool(index.data(Role.IS_SUM))
        if is_sum:
            painter.fillRect(box.x(), box.y(), box.width(), thin, QColor(theme.strong))
        else:
            foot = box.bottom() + 1 - thin
            painter.fillRect(box.x(), foot, box.width(), thin, QColor(theme.line))
        if is_here and index.column() == 0:
            painter.fillRect(box.x(), box.y(), BAR, box.height(), QColor(theme.accent))
        words = index.data()
        is_none = words == 0
        painter.setFont(faces.sans(14) if is_none else _font(index))
        painter.setPen(QColor(theme.ink3 if is_none else theme.ink))
        if index.column() == 0:
            self._write_name(painter, box, index)
        else:
            room = box.adjusted(0, 0, -NARROW, 0)
            painter.drawText(room, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), str(words))
        painter.restore()

    def _write_name(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        indent = _indent(index)
        lines = wrapped(index.data(), painter.font(), box.width() - indent - PADDING)
        pitch = px(_PITCH)
        top = box.center().y() - pitch * len(lines) / 2
        for number, line in enumerate(lines):
            place = QRect(
                box.x() + indent, round(top + pitch * number), box.width() - indent, pitch
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)


class StatisticsTable(QTableView):
    """`chosen`: the unit of the row that was entered or double-clicked; None: whole report.

    `moved`: keys went to another row, which stands there in the table.
    """

    chosen = Signal(object)
    moved = Signal(QRect)

    def __init__(self, model: StatisticsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self, theme))
        self.setAccessibleName("意见在哪些部分，表格")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self._dress_header()
        self.set_theme(theme)
        self.doubleClicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        painted_list.lie_on(self, theme.paper)

    def _dress_header(self) -> None:
        head = self.horizontalHeader()
        head.setFont(faces.sans(14))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)

    def least_width(self) -> int:
        """Return the width at which every number and two lines of a name have room."""
        return px(_LEAST_NAME) + sum(self._number_widths())

    def _number_widths(self) -> list[int]:
        metrics = QFontMetricsF(faces.sans(14))
        heads = [str(self._heading(at)) for at in range(1, self._numbers.columnCount())]
        wide = [int(metrics.horizontalAdvance(head)) + 2 * px(NARROW) + 2 for head in heads]
        return [max(px(_LEAST_NUMBER), width) for width in wide]

    def _heading(self, column: int) -> object:
        return self._numbers.headerData(column, Qt.Orientation.Horizontal)

    def fit(self, width: int) -> None:
        """Take a width: the numbers get what they need, the names the rest, rows their height."""
        self.setFixedWidth(width)
        self.horizontalHeader().setFixedHeight(px(ROW))
        widths = self._number_widths()
        name = max(px(_LEAST_NAME), width - sum(widths))
        for column, wide in enumerate((name, *widths)):
            self.setColumnWidth(column, wide)
        height = px(ROW)
        for row in range(self._numbers.rowCount()):
            index = self._numbers.index(row, 0)
            lines = wrapped(index.data(), _font(index), name - _indent(index) - PADDING)
            self.setRowHeight(row, row_height(len(lines)))
            height += row_height(len(lines))
        self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; letters and Esc are left to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
            head = self.horizontalHeader().height()
            self.moved.emit(self.visualRect(self.currentIndex()).translated(0, head))

    def _choose(self, index: QModelIndex) -> None:
        row = self._numbers.row(index)
        if row is not None:
            self.chosen.emit(row.unit)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row, not only the cell."""
        super().currentChanged(current, previous)
        self.viewport().update()
