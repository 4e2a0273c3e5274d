"""The section tree as a Qt model: plain nodes, numbered from 1, under a thin surface.

Counts and read marks are carried up the branch they change; nothing walks the whole tree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.report import Report

if TYPE_CHECKING:
    from beiguan_desktop.core.sections import Section

WHOLE = "整篇报告"
"""The first row: the place of an opinion on no passage."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row knows beside its title."""

    UNIT = Qt.ItemDataRole.UserRole + 1
    LEVEL = Qt.ItemDataRole.UserRole + 2
    LABEL = Qt.ItemDataRole.UserRole + 3
    WORDS = Qt.ItemDataRole.UserRole + 4
    COUNT = Qt.ItemDataRole.UserRole + 5
    READ = Qt.ItemDataRole.UserRole + 6
    """How much of its paragraphs was read, 0…1; None where nothing is known or to be read."""
    OWN = Qt.ItemDataRole.UserRole + 7
    """How many of the opinions lie in none of the rows below: what an open row still shows."""


@dataclass(slots=True)
class _Node:
    """A row; without a section 整篇报告, or the root above all rows."""

    section: Section | None = None
    parent: int = 0
    row: int = 0
    children: list[int] = field(default_factory=list)
    count: int = 0
    own: int = 0
    letters: int = 0
    read: int | None = None

    @property
    def unit(self) -> int | None:
        """The unit it begins with."""
        return self.section.unit if self.section else None

    @property
    def level(self) -> int:
        """How deep it stands; 整篇报告 as a part."""
        return self.section.level if self.section else 1

    @property
    def label(self) -> str:
        """What the title is numbered with."""
        return self.section.label if self.section else ""

    @property
    def words(self) -> str:
        """The title without it."""
        return self.section.words if self.section else WHOLE

    @property
    def share(self) -> float | None:
        """How much was read, 0…1."""
        return None if self.read is None or not self.letters else self.read / self.letters


class OutlineModel(QAbstractItemModel):
    """Sections of one report: how many opinions each holds and, once told, how much was read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = [_Node()]
        self._innermost: list[int] = []  # by unit, the number of the row around it; 0 for none
        self._weights: list[int] = []
        self._counts: dict[int | None, int] = {}
        self._read: frozenset[int] | None = None

    # -- what the window tells it

    def set_report(self, report: Report | None) -> None:
        """Show the sections of a report, none with opinions; of reading nothing is known."""
        from beiguan_desktop.core.progress import weights  # noqa: PLC0415 - after the first paint
        from beiguan_desktop.core.sections import sections  # noqa: PLC0415 - after the first paint

        self.beginResetModel()
        units = report.units if report else ()
        self._nodes = [_Node()]
        self._innermost, self._weights = [0] * len(units), weights(units)
        self._counts, self._read = {}, None
        if report is not None:
            self._grow(0, _Node())
            self._plant(0, sections(units))
            for unit, weight in enumerate(self._weights):
                for node in self._branch(self._innermost[unit]):
                    self._nodes[node].letters += weight
        self.endResetModel()

    def set_counts(self, counts: Mapping[int | None, int]) -> None:
        """Take the number of opinions by unit; None counts those on the whole report.

        Those before the first section have no row of their own: they count with 整篇报告.
        """
        touched: set[int] = set()
        for unit in self._counts.keys() | counts.keys():
            more = counts.get(unit, 0) - self._counts.get(unit, 0)
            known = unit is not None and unit < len(self._innermost)
            inner = (self._innermost[unit] if unit is not None and known else 0) or 1
            if not more or len(self._nodes) == 1:
                continue
            self._nodes[inner].own += more
            for node in self._branch(inner):
                self._nodes[node].count += more
                touched.add(node)
        self._counts = dict(counts)
        self._tell(touched, Role.COUNT)

    def set_read(self, read: Collection[int]) -> None:
        """Take which paragraphs, by ordinal, have been read; a section weighs them by length.

        Before the first call nothing is said about reading, to eyes or to screen readers:
        「还没读」 would be a claim that nobody checked.
        """
        now = frozenset(read)
        touched: set[int] = set()
        if self._read is None:
            touched.update(range(2, len(self._nodes)))
            for number in touched:
                self._nodes[number].read = 0
        for unit in now ^ (self._read or frozenset()):
            more = self._weights[unit] if unit in now else -self._weights[unit]
            for number in self._branch(self._innermost[unit]):
                node = self._nodes[number]
                node.read = (node.read or 0) + more
                touched.add(number)
        self._read = now
        self._tell(touched, Role.READ)

    # -- places

    def unit_at(self, index: Index) -> int | None:
        """Return the unit a row begins with; None for 整篇报告 and for no row."""
        return self._node(index).unit

    def units_of(self, index: Index) -> range:
        """Return the units a row stands for: all of them for 整篇报告, none for no row."""
        node = self._node(index)
        if index.isValid() and node.unit is None:
            return range(len(self._weights))
        return range(node.section.first, node.section.last + 1) if node.section else range(0)

    def index_of_unit(self, ordinal: int | None) -> QModelIndex:
        """Return the innermost section around a unit; None means 整篇报告.

        A unit before the first section has no row: the index is invalid.
        """
        if ordinal is None:
            return self._index(min(1, len(self._nodes) - 1))
        known = 0 <= ordinal < len(self._innermost)
        return self._index(self._innermost[ordinal] if known else 0)

    def rows(self) -> Iterator[QModelIndex]:
        """Yield every row in the order of the report, outer before inner."""
        return (self._index(number) for number in range(1, len(self._nodes)))

    # -- Qt's side

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the child of a row."""
        children = self._node(parent or QModelIndex()).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index | None = None) -> Any:
        """Return the row above one; without an index, the owner of the model."""
        if index is None:
            return super().parent()
        return self._index(self._node(index).parent)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the children of a row."""
        return len(self._node(parent or QModelIndex()).children)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002
        """There is one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, what a screen reader says, or a fact by Role."""
        fact = _FACTS.get(role) if index.isValid() else None
        return fact and fact(self._node(index))

    # -- nodes

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else 0]

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].row, 0, number) if number else QModelIndex()

    def _branch(self, number: int) -> Iterator[int]:
        """Yield a row and all above it."""
        while number:
            yield number
            number = self._nodes[number].parent

    def _tell(self, numbers: Iterable[int], role: Role) -> None:
        """Tell what changed: of all rows under one, from the first to the last in one go."""
        roles = [role, Qt.ItemDataRole.AccessibleTextRole]
        ends: dict[int, tuple[int, int]] = {}
        for number in sorted(numbers):
            first, _ = ends.setdefault(self._nodes[number].parent, (number, number))
            ends[self._nodes[number].parent] = first, number
        for first, last in ends.values():
            self.dataChanged.emit(self._index(first), self._index(last), roles)

    def _plant(self, parent: int, children: Iterable[Section]) -> None:
        for section in children:
            number = self._grow(parent, _Node(section))
            units = range(section.first, section.last + 1)
            self._innermost[section.first : section.last + 1] = [number] * len(units)
            self._plant(number, section.children)

    def _grow(self, parent: int, node: _Node) -> int:
        node.parent, node.row = parent, len(self._nodes[parent].children)
        self._nodes[parent].children.append(len(self._nodes))
        self._nodes.append(node)
        return len(self._nodes) - 1


def read_words(share: float) -> str:
    """Say how much of a place was read; 「一半」 is from a third to two."""
    if share in (0, 1):
        return "读过了" if share else "还没读"
    return "读了一点" if share < 1 / 3 else "读了一半" if share < 2 / 3 else "读了大半"


def _told(node: _Node) -> str:
    """Say in words what the marks of a row mean."""
    read = "" if node.share is None else read_words(node.share)
    return "，".join(filter(None, (read, f"{node.count} 条意见" if node.count else "")))


def _spoken(node: _Node) -> str:
    return "，".join(filter(None, (node.label + node.words, _told(node))))


_FACTS: Mapping[int, Callable[[_Node], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda node: node.label + node.words,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _told,
    Role.UNIT: lambda node: node.unit,
    Role.LEVEL: lambda node: node.level,
    Role.LABEL: lambda node: node.label,
    Role.WORDS: lambda node: node.words,
    Role.COUNT: lambda node: node.count,
    Role.READ: lambda node: node.share,
    Role.OWN: lambda node: node.own,
}
