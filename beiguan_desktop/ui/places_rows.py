"""Opinions with the places proposed for them, as rows of a list in three sections."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from types import MappingProxyType
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Section = Literal["lost", "changed", "exact"]
SECTIONS: Mapping[str, str] = MappingProxyType(
    {"lost": "找不准，没有猜", "changed": "改过的话，请看一看", "exact": "在原处"}
)
HERE, ELSEWHERE, NOT = "就放这里", "另指一处", "先不放"
"""What can be done with a row, in the order of its buttons."""


class Role(IntEnum):
    """What a row knows beside its words; a head has no ROW."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SECTION = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Row:
    """One opinion: what it says, the words it was about, where it would go and why.

    `new` are the words there now, empty where no place is proposed; `where` names the place;
    `acts` are some of HERE, ELSEWHERE, NOT; `decision` is the one that was chosen.
    """

    key: str
    kind: str
    author: str
    words: str
    old: str
    new: str = ""
    where: str = ""
    told: str = ""
    section: Section = "exact"
    acts: tuple[str, ...] = ()
    decision: str = ""

    @property
    def spoken(self) -> str:
        """The row in a sentence, for screen readers."""
        place = f"放到{self.where}" if self.where else ""
        old = f"原来说的是“{self.old}”" if self.old else ""
        now = f"现在是“{self.new}”" if self.new not in ("", self.old) else ""
        parts = (self.kind, self.author, self.words, old, place, now, self.told, self.decision)
        return "，".join(part.rstrip("。") for part in parts if part)


class PlacesModel(QAbstractListModel):
    """Rows under a head each section; what stays where it was is folded until it is asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, Row] = {}
        self._shown: list[tuple[str, str]] = []  # a section, and the key of a row or nothing
        self._folded: set[str] = {"exact"}
        self._sections: Mapping[str, str] = SECTIONS

    def put(self, rows: Iterable[Row], sections: Mapping[str, str] = SECTIONS) -> None:
        """Show rows, sorted by section; within one they keep their order."""
        self._rows = {row.key: row for row in rows}
        self._sections = sections
        self._lay()

    def rows(self) -> list[Row]:
        """Return all rows, those under a folded head too."""
        return list(self._rows.values())

    def row(self, key: str) -> Row | None:
        """Return a row by its key."""
        return self._rows.get(key)

    def count(self, section: str) -> int:
        """Count the rows of a section."""
        return sum(row.section == section for row in self._rows.values())

    def is_folded(self, section: str) -> bool:
        """Tell whether only the head of a section is shown."""
        return section in self._folded

    def fold(self, section: str) -> None:
        """Fold a section, or open it."""
        self._folded ^= {section}
        self._lay()

    def decide(self, key: str, act: str) -> None:
        """Show what was chosen for a row."""
        row = self._rows.get(key)
        if row is not None:
            self._rows[key] = replace(row, decision=act)
            index = self.index_of(key)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def index_of(self, key: str) -> QModelIndex:
        """Return where a row is shown, nowhere under a folded head."""
        at = next((n for n, (_, shown) in enumerate(self._shown) if shown == key), None)
        return QModelIndex() if at is None else self.index(at)

    def _lay(self) -> None:
        self.beginResetModel()
        self._shown = []
        by_section: dict[str, list[str]] = {name: [] for name in self._sections}
        for row in self._rows.values():
            by_section[row.section].append(row.key)
        for section, keys in by_section.items():
            if keys:
                self._shown.append((section, ""))
                if section not in self._folded:
                    self._shown += [(section, key) for key in keys]
        self.endResetModel()

    # -- Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        """Count heads and rows."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, what a screen reader says, the row, or its section."""
        if not index.isValid():
            return None
        section, key = self._shown[index.row()]
        row = self._rows.get(key)
        if role == Role.SECTION:
            return section
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words if row else self.head(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if row else self.head(section)
        return None

    def head(self, section: str) -> str:
        """Return what the head of a section says."""
        return f"{self._sections[section]}　{self.count(section)} 条"
