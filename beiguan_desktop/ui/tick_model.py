"""Opinions to be ticked or left, with headings between; they can be put in another order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells beside its words."""

    ROW = Qt.ItemDataRole.UserRole
    ID = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TickRow:
    """An opinion, or a heading where `id` is empty.

    `head` is its number and `place` where it belongs; `side` stands at the right of both, `note`
    under the words. `is_ticked` None: there is nothing to tick.
    """

    id: str
    text: str
    head: str = ""
    place: str = ""
    side: str = ""
    note: str = ""
    is_ticked: bool | None = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        tick = {True: "已勾选", False: "没有勾选", None: ""}[self.is_ticked]
        parts = (tick, self.head, self.place, self.text, self.side, self.note)
        return "，".join(part for part in parts if part)


class TickModel(QAbstractListModel):
    """The rows as they are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TickRow] = []

    def put(self, rows: Sequence[TickRow]) -> None:
        """Show rows; where only their words have changed, the rows stay what they were."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            for at, row in enumerate(rows):
                if row != self.rows[at]:
                    self.rows[at] = row
                    self.dataChanged.emit(self.index(at), self.index(at))
        else:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, headings too."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but headings be reached, and ticked where it can be."""
        if not index.isValid() or not self.rows[index.row()].id:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_tick = self.rows[index.row()].is_ticked is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its words, its tick."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and row.is_ticked is not None:
            return Qt.CheckState.Checked if row.is_ticked else Qt.CheckState.Unchecked
        facts: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.text,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
            Role.ROW: row,
            Role.ID: row.id,
        }
        return facts.get(role)

    def toggle(self, at: int) -> TickRow | None:
        """Tick a row, or take its tick away; None where there is nothing to tick."""
        row = self.rows[at] if 0 <= at < len(self.rows) else None
        if row is None or row.is_ticked is None:
            return None
        self.rows[at] = turned = replace(row, is_ticked=not row.is_ticked)
        self.dataChanged.emit(self.index(at), self.index(at))
        return turned

    def move(self, at: int, to: int) -> bool:
        """Put a row in the place of another one; False where it cannot go there."""
        count = len(self.rows)
        if at == to or not (0 <= at < count and 0 <= to < count):
            return False
        gap = to + 1 if to > at else to  # Qt counts the gap before the move
        self.beginMoveRows(QModelIndex(), at, at, QModelIndex(), gap)
        self.rows.insert(to, self.rows.pop(at))
        self.endMoveRows()
        return True

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:
        """Return the first row from `start` on that is no heading."""
        rows = range(max(start, 0), len(self.rows)) if step > 0 else range(start, -1, -1)
        return next((at for at in rows if self.rows[at].id), None)

    def row_of(self, identity: str) -> int | None:
        """Return where an opinion stands."""
        return next((at for at, row in enumerate(self.rows) if row.id == identity), None)
