"""Names in groups as a Qt list: what one picks places, projects and terms from."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row knows beside its words."""

    NOTE = Qt.ItemDataRole.UserRole + 1
    IS_HEADING = Qt.ItemDataRole.UserRole + 2
    KEY = Qt.ItemDataRole.UserRole + 3
    IS_TICKED = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to be picked: `note` stands beside it, `group` above it; `key` tells it apart."""

    key: str
    words: str
    note: str
    group: str
    is_heading: bool = False


class NameModel(QAbstractListModel):
    """Entries under the headings of their groups, as far as they hold what was typed.

    With `has_ticks` each entry may be ticked, by its key.
    """

    def __init__(self, parent: QObject | None = None, *, has_ticks: bool = False) -> None:
        super().__init__(parent)
        self.has_ticks = has_ticks
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[Entry] = []
        self._wanted = ""
        self._ticked: set[str] = set()

    def set_entries(self, entries: Iterable[Entry], ticked: Collection[str] = ()) -> None:
        """Show other entries; those of one group stand together."""
        self._entries, self._ticked = tuple(entries), set(ticked)
        self._select()

    def set_wanted(self, words: str) -> None:
        """Show only what holds some words; blanks, width and case make no difference."""
        if _folded(words) != self._wanted:
            self._wanted = _folded(words)
            self._select()

    def toggle(self, index: Index) -> str | None:
        """Tick an entry or take the tick away; return its key, None for what cannot be ticked."""
        entry = self.entry(index)
        if entry is None or not self.has_ticks:
            return None
        self._ticked ^= {entry.key}
        for row, each in enumerate(self._rows):
            if each.key == entry.key and not each.is_heading:
                self.dataChanged.emit(self.index(row), self.index(row))
        return entry.key

    @property
    def ticked(self) -> frozenset[str]:
        """The keys that are ticked, shown or not."""
        return frozenset(self._ticked)

    def untick_all(self) -> None:
        """Take every tick away."""
        self._ticked.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def entry(self, index: Index) -> Entry | None:
        """Return the entry of a row; None for a heading and for no row."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return None if row.is_heading else row

    def entry_row(self, start: int = 0, step: int = 1) -> int | None:
        """Return the first row from `start` on that is no heading."""
        rows = range(max(start, 0), len(self._rows)) if step > 0 else range(start, -1, -1)
        return next((row for row in rows if not self._rows[row].is_heading), None)

    # -- Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings and entries."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be read, not chosen."""
        if self.entry(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.has_ticks else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, what a screen reader says, or a fact by Role."""
        fact = _FACTS.get(role) if index.isValid() else None
        return fact and fact(self, self._rows[index.row()])

    def check_state(self, entry: Entry) -> Qt.CheckState | None:
        """Return whether an entry is ticked; None where nothing is."""
        if not self.has_ticks or entry.is_heading:
            return None
        return Qt.CheckState.Checked if entry.key in self._ticked else Qt.CheckState.Unchecked

    def spoken(self, entry: Entry) -> str:
        """Return what a screen reader says of a row."""
        state = {Qt.CheckState.Checked: "已勾上", Qt.CheckState.Unchecked: "没有勾"}
        said = state.get(self.check_state(entry) or Qt.CheckState.PartiallyChecked, "")
        return "，".join(part for part in (entry.words, entry.note, said) if part)

    def _select(self) -> None:
        self.beginResetModel()
        self._rows = []
        group = None
        for entry in self._entries:
            if self._wanted not in _folded(entry.words):
                continue
            if entry.group != group:
                group = entry.group
                self._rows.append(Entry("", group, "", group, is_heading=True))
            self._rows.append(entry)
        self.endResetModel()


def _folded(words: str) -> str:
    import unicodedata  # noqa: PLC0415 - only while one types

    return "".join(unicodedata.normalize("NFKC", words).casefold().split())


_FACTS: Mapping[int, Callable[[NameModel, Entry], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda _, entry: entry.words,
    Qt.ItemDataRole.AccessibleTextRole: NameModel.spoken,
    Qt.ItemDataRole.CheckStateRole: NameModel.check_state,
    Role.NOTE: lambda _, entry: entry.note,
    Role.IS_HEADING: lambda _, entry: entry.is_heading,
    Role.KEY: lambda _, entry: entry.key,
    Role.IS_TICKED: lambda model, entry: entry.key in model.ticked,
}
