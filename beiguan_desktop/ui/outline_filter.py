"""What the tree leaves out: only rows with opinions, only rows not yet read, or as is offered.

Rows are hidden, never taken out: places and read marks stay as they are. The row where the
text is stays in sight whatever is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Signal

from beiguan_desktop.ui.outline_model import OutlineModel, Role
from beiguan_desktop.ui.outline_tree import OutlineTree


@dataclass(frozen=True)
class Only:
    """One way to leave rows out; what `keeps` a row keeps those above it, too."""

    words: str
    """After 只看: 有意见的."""
    none: str
    """What is said when it keeps nothing."""
    keeps: Callable[[QModelIndex], bool]


WITH_OPINIONS = Only("有意见的", "还没有意见", lambda index: bool(index.data(Role.COUNT)))
UNREAD = Only("没读的", "都读过了", lambda index: index.data(Role.READ) not in (None, 1))


class OutlineFilter(QObject):
    """Hides rows of a tree. `changed`: another filter, other hidden rows, another report."""

    changed = Signal()

    def __init__(self, tree: OutlineTree, model: OutlineModel) -> None:
        super().__init__(tree)
        self._tree, self._model = tree, model
        self._kept: set[int] = set()
        self._hidden: set[int] = set()
        self._shown_here: list[QPersistentModelIndex] = []
        self.offers: list[Only] = [WITH_OPINIONS, UNREAD]
        """What can be chosen; others may add theirs."""
        self.chosen: Only | None = None
        model.dataChanged.connect(self._on_changed)
        model.modelReset.connect(self._on_reset)
        tree.settled.connect(self._on_settled)

    @property
    def is_flat(self) -> bool:
        """Whether there is nothing to leave out: no row but that of 整篇报告."""
        return self._model.rowCount() == 1

    @property
    def kept(self) -> int:
        """How many rows the filter keeps, 整篇报告 among them."""
        return len(self._kept)

    @property
    def hidden(self) -> int:
        """How many sections are left out; 整篇报告 is none."""
        return len(self._hidden)

    def choose(self, only: Only | None) -> None:
        """Leave out all that a filter does not keep; None shows everything again."""
        self.chosen = only
        self._tree.opens_many = only is not None
        self._tree.only = f"只看{only.words}" if only else ""
        self.renew()
        if only is None:
            self._tree.collapseAll()
        else:
            self._tree.expandAll()
        self._tree.show_here()
        self._tree.narrowed.emit()

    def renew(self) -> None:
        """Look at every row again: what the filter keeps may be another."""
        self._shown_here = list(map(QPersistentModelIndex, self._branch()))
        for index in self._model.rows():
            self._look(index)
        self.changed.emit()

    def _look(self, index: QModelIndex) -> bool:
        """Show or hide one row; tell whether it was otherwise."""
        number, before = index.internalId(), (len(self._hidden), len(self._kept))
        is_kept = self.chosen is None or self.chosen.keeps(index)
        is_hidden = not is_kept and index not in self._shown_here
        if self._tree.isRowHidden(index.row(), index.parent()) != is_hidden:
            self._tree.setRowHidden(index.row(), index.parent(), is_hidden)
            if self.chosen is not None and not is_hidden and self._model.hasChildren(index):
                self._tree.expand(index)
        if self._model.unit_at(index) is not None:
            (self._hidden.add if is_hidden else self._hidden.discard)(number)
        (self._kept.add if is_kept else self._kept.discard)(number)
        return before != (len(self._hidden), len(self._kept))

    def _branch(self) -> list[QModelIndex]:
        """Return the row where the text is, and those above it."""
        found, index = [], self._tree.here()
        while index.isValid():
            found.append(index)
            index = index.parent()
        return found

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self.chosen is None:
            return
        rows = range(first.row(), last.row() + 1)
        looked = [self._look(self._model.index(row, 0, first.parent())) for row in rows]
        if True in looked:
            self.changed.emit()

    def _on_settled(self) -> None:
        if self.chosen is None:
            return
        before, now = self._shown_here, self._branch()
        self._shown_here = list(map(QPersistentModelIndex, now))
        for old in before:
            self._look(self._model.index(old.row(), 0, old.parent()))
        for index in now:
            self._look(index)
        self.changed.emit()

    def _on_reset(self) -> None:
        """Another report: its rows are all there, and the filter leaves out what it left out."""
        self._hidden.clear()
        self._kept.clear()
        self._shown_here.clear()
        if self.chosen is not None:
            self.choose(self.chosen)
        else:
            self.changed.emit()
