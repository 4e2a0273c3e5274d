"""The section tree as a Qt model: plain nodes, numbered from 1, under a thin surface."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.report import Report
from beiguan_desktop.core.sections import Section, sections

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
    OWN = Qt.ItemDataRole.UserRole + 7
    """How many of the opinions lie in none of the rows below: what an open row still shows."""


@dataclass
class _Node:
    """A row; as it is made, the root above all rows."""

    unit: int | None = None
    level: int = 0
    label: str = ""
    words: str = ""
    first: int = 0
    last: int = -1
    parent: int = 0
    row: int = 0
    children: list[int] = field(default_factory=list)
    count: int = 0
    own: int = 0
    read: float | None = None


class OutlineModel(QAbstractItemModel):
    """Sections of one report: how many opinions each holds and, once told, how much was read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes = [_Node()]
        self._weights: list[int] = []

    # -- what the window tells it

    def set_report(self, report: Report | None) -> None:
        """Show the sections of a report, none with opinions; of reading nothing is known."""
        self.beginResetModel()
        self._nodes = [_Node()]
        self._weights = []
        if report is not None:
            self._weights = [max(1, len(unit.text)) for unit in report.units]
            self._grow(0, _Node(level=1, words=WHOLE))
            self._plant(0, sections(report.units))
        self.endResetModel()

    def set_counts(self, counts: Mapping[int | None, int]) -> None:
        """Take the number of opinions by unit; None counts those on the whole report.

        Those before the first section have no row of their own: they count with 整篇报告.
        """
        places = {unit: unit if unit is None else self._innermost(unit) for unit in counts}
        for number, node in self._numbered():
            if node.unit is None:
                count = own = sum(n for unit, n in counts.items() if not places[unit])
            else:
                here = [(unit, n) for unit, n in counts.items() if unit is not None]
                count = sum(n for unit, n in here if _holds(node, unit))
                own = sum(n for unit, n in here if places[unit] == number)
            if (count, own) != (node.count, node.own):
                node.count, node.own = count, own
                self._tell(number, Role.COUNT)

    def set_read(self, shares: Mapping[int, float]) -> None:
        """Take how much of each unit was read, 0…1; a section weighs its units by length.

        Before the first call nothing is said about reading, to eyes or to screen readers:
        「还没有读」 would be a claim that nobody checked.
        """
        for number, node in self._numbered():
            if node.unit is None:
                continue
            units = range(node.first, min(node.last + 1, len(self._weights)))
            whole = sum(self._weights[unit] for unit in units)
            read = sum(self._weights[unit] * shares.get(unit, 0.0) for unit in units)
            share = read / whole if whole else 0.0
            if share != node.read:
                node.read = share
                self._tell(number, Role.READ)

    # -- places

    def unit_at(self, index: Index) -> int | None:
        """Return the unit a row begins with; None for 整篇报告 and for no row."""
        return self._node(index).unit

    def index_of_unit(self, ordinal: int | None) -> QModelIndex:
        """Return the innermost section around a unit; None means 整篇报告.

        A unit before the first section has no row: the index is invalid.
        """
        whole = (number for number, node in self._numbered() if node.unit is None)
        return self._index(next(whole, 0) if ordinal is None else self._innermost(ordinal))

    def _innermost(self, ordinal: int) -> int:
        """Return the number of the innermost row around a unit, 0 where there is none."""
        inside = [
            number
            for number, node in self._numbered()
            if node.unit is not None and _holds(node, ordinal)
        ]
        return inside[-1] if inside else 0

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

    def _numbered(self) -> Iterable[tuple[int, _Node]]:
        return enumerate(self._nodes[1:], start=1)

    def _node(self, index: Index) -> _Node:
        return self._nodes[index.internalId() if index.isValid() else 0]

    def _index(self, number: int) -> QModelIndex:
        return self.createIndex(self._nodes[number].row, 0, number) if number else QModelIndex()

    def _tell(self, number: int, role: Role) -> None:
        index = self._index(number)
        roles = [role, Qt.ItemDataRole.AccessibleTextRole]
        self.dataChanged.emit(index, index, roles)

    def _plant(self, parent: int, children: Iterable[Section]) -> None:
        for section in children:
            node = _Node(
                unit=section.unit,
                level=section.level,
                label=section.label,
                words=section.words,
                first=section.first,
                last=section.last,
            )
            self._plant(self._grow(parent, node), section.children)

    def _grow(self, parent: int, node: _Node) -> int:
        node.parent, node.row = parent, len(self._nodes[parent].children)
        self._nodes[parent].children.append(len(self._nodes))
        self._nodes.append(node)
        return len(self._nodes) - 1


def _holds(node: _Node, unit: int) -> bool:
    return node.first <= unit <= node.last


def _read_words(node: _Node) -> str:
    if node.read is None:
        return ""
    if node.read >= 1:
        return "读过了"
    return "读了一部分" if node.read > 0 else "还没有读"


def _spoken(node: _Node) -> str:
    return f"{node.label}{node.words}，{node.count}条意见"


_FACTS: Mapping[int, Callable[[_Node], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda node: node.label + node.words,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: _read_words,
    Role.UNIT: lambda node: node.unit,
    Role.LEVEL: lambda node: node.level,
    Role.LABEL: lambda node: node.label,
    Role.WORDS: lambda node: node.words,
    Role.COUNT: lambda node: node.count,
    Role.READ: lambda node: node.read,
    Role.OWN: lambda node: node.own,
}
