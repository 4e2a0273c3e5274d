"""The numbers as a table: places down, kinds across, sums at both edges."""

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.ui.statistics_rows import TOTAL, Numbers, Row

PLACE = "在哪里"

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """What a cell knows beside its words."""

    UNIT = Qt.ItemDataRole.UserRole + 1
    IS_BOLD = Qt.ItemDataRole.UserRole + 2
    IS_SUM = Qt.ItemDataRole.UserRole + 3


class StatisticsModel(QAbstractTableModel):
    """Rows of the numbers and their sum; the first column names, the last adds up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._kinds: tuple[str, ...] = ()

    def set_numbers(self, numbers: Numbers) -> None:
        """Show these numbers."""
        self.beginResetModel()
        self._kinds = tuple(numbers.kinds)
        self._rows = (*numbers.rows, Row(TOTAL, None, numbers.kinds)) if numbers.rows else ()
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return the place of a row; None for the sum and for no row."""
        is_place = index.isValid() and not self._is_sum(index)
        return self._rows[index.row()] if is_place else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the places and their sum."""
        return 0 if parent and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the name, the kinds and the sum."""
        return 0 if parent and parent.isValid() else len(self._kinds) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole and 0 <= section < self.columnCount():
            return (PLACE, *self._kinds, TOTAL)[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words or the number of a cell, or a fact by Role."""
        if not index.isValid():
            return None
        facts: Mapping[int, Callable[[Row], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: self._cell(row, index.column()),
            Qt.ItemDataRole.TextAlignmentRole: lambda _row: self._alignment(index.column()),
            Qt.ItemDataRole.AccessibleTextRole: lambda row: self._spoken(row, index.column()),
            Qt.ItemDataRole.ToolTipRole: lambda row: row.words.replace("<", "＜"),
            Role.UNIT: lambda row: row.unit,
            Role.IS_BOLD: lambda row: not row.is_inner,
            Role.IS_SUM: lambda _row: self._is_sum(index),
        }
        fact = facts.get(role)
        return fact and fact(self._rows[index.row()])

    def _cell(self, row: Row, column: int) -> str | int:
        if column == 0:
            return row.name
        return row.total if column > len(self._kinds) else row.counts[self._kinds[column - 1]]

    def _spoken(self, row: Row, column: int) -> str:
        if column == 0:
            return row.words
        kind = TOTAL if column > len(self._kinds) else self._kinds[column - 1]
        return f"{row.name}，{kind} {self._cell(row, column)} 条"

    def _is_sum(self, index: Index) -> bool:
        return index.row() == len(self._rows) - 1

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        return _LEFT if column == 0 else _RIGHT
