"""The list of what was found as rows: headings, and under each its hits with words around.

A row is worked out when it is looked at: 的 stands in a library tens of thousands of times.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.finding import Found, Span, around

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Index = QModelIndex | QPersistentModelIndex
_TIP = Qt.ItemDataRole.ToolTipRole
_TEXTS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, _TIP)


class Role(IntEnum):
    """What a row is asked for besides its words as one sentence: itself."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Source:
    """Where hits come from: `place` says of a hit where it stands, `report` which report it is."""

    place: Callable[[Span], str]
    report: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit of a search."""

    source: Source
    found: Found
    at: int

    @property
    def span(self) -> Span:
        """Where it stands in the text that was searched."""
        return self.found.span(self.at)

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return self.source.place(self.span)

    @property
    def words(self) -> tuple[str, str, str]:
        """What stands before it, itself, and what stands after it."""
        span = self.span
        return around(self.found.folded.pieces[span.piece], span)

    def beside(self, step: int) -> Hit:
        """Return the hit so many hits further on; after the last comes the first."""
        return Hit(self.source, self.found, (self.at + step) % len(self.found))


@dataclass(frozen=True, slots=True)
class Heading:
    """Over hits that belong together."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Group:
    """The hits first…last, end exclusive, of what was found; without words it has no heading."""

    words: str
    source: Source
    found: Found
    first: int
    last: int

    @property
    def height(self) -> int:
        """How many rows it takes."""
        return self.last - self.first + bool(self.words)

    def row(self, at: int) -> Heading | Hit:
        """Return one of its rows."""
        if self.words and at == 0:
            return Heading(self.words, self.last - self.first)
        return Hit(self.source, self.found, self.first + at - bool(self.words))


def exact_or_similar(groups: Sequence[Group]) -> int:
    """Count the hits that are exact or, where there is none, those that are similar."""
    exact = sum(g.last - g.first for g in groups if g.found.likeness == "exact")
    return exact or sum(group.last - group.first for group in groups)


class FindRows(QAbstractListModel):
    """The rows of one search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: Sequence[Group] = ()
        self._starts = [0]

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Show the hits of another search."""
        self.beginResetModel()
        self.groups = groups
        self._starts = list(accumulate((group.height for group in groups), initial=0))
        self.endResetModel()

    def row(self, at: int) -> Heading | Hit:
        """Return what stands in a row."""
        group = bisect_right(self._starts, at) - 1
        return self.groups[group].row(at - self._starts[group])

    def row_of(self, hit: Hit) -> int:
        """Return the row in which a hit of this search stands."""
        for group, start in zip(self.groups, self._starts, strict=False):
            if group.found is hit.found and group.first <= hit.at < group.last:
                return start + bool(group.words) + hit.at - group.first
        raise ValueError("a hit of another search")

    def is_hit(self, index: Index) -> bool:
        """Tell whether a row is a hit and no heading."""
        return index.isValid() and isinstance(self.row(index.row()), Hit)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else self._starts[-1]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let hits be chosen, headings not."""
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return can if self.is_hit(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row itself, or all of it as one sentence."""
        if not index.isValid():
            return None
        row = self.row(index.row())
        if role == Role.ROW:
            return row
        if role not in _TEXTS:
            return None
        if isinstance(row, Heading):
            words = f"{row.words}，{row.count} 处"
        else:
            words = "，".join(part for part in ("".join(row.words), row.place) if part)
        return words.replace("<", "＜") if role == _TIP else words
