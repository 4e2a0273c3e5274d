"""A list of rows of any height, of which only those in view are laid out.

Qt's own lists ask every row for its height first: of a million characters that takes seconds.
Here the others are guessed; a guess that proves wrong moves nothing that is being read.
"""

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from beiguan_desktop.ui.painted_list import Index
from beiguan_desktop.ui.row_heights import RowHeights

Hint = QAbstractItemView.ScrollHint
Cursor = QAbstractItemView.CursorAction
_STEP = 3
"""Lines that a key moves within a row that is higher than the window."""


class TallRows(QAbstractItemView):
    """`begin` it; heights come from `guessed`, and from `measured` once a row is in view."""

    line = 32
    """How high a line of words is, in pixels: keys and wheel go by it."""

    def begin(self, model: QAbstractItemModel, name: str) -> None:
        """Show a model in rows under a name that is read out."""
        self.heights = RowHeights()
        self._is_settling = False
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def guessed(self) -> Iterable[int]:
        """Return about how high each row is, in pixels; it must be quick."""
        raise NotImplementedError

    def measured(self, row: int) -> int:
        """Lay a row out and return how high it is."""
        raise NotImplementedError

    def lay_again(self) -> None:
        """Forget all heights but keep the row at the top."""
        first = self.heights.row_at(self.verticalOffset())
        self.heights.guess(self.guessed())
        self.updateGeometries()
        last = len(self.heights) - 1
        self.verticalScrollBar().setValue(self.heights.tops[max(0, min(first, last))])
        self.settle()

    def settle(self) -> None:
        """Lay out what is in view; what is read stays where it is."""
        if self._is_settling:
            return
        self._is_settling = True
        bar = self.verticalScrollBar()
        is_at_end = bar.value() == bar.maximum() > 0
        self._know_what_is_seen()
        if is_at_end and bar.value() < bar.maximum():  # the end is where one wanted to be
            bar.setValue(bar.maximum())
            self._know_what_is_seen()
        self._is_settling = False
        self.viewport().update()

    def _know_what_is_seen(self) -> None:
        bar, tops = self.verticalScrollBar(), self.heights.tops
        row = self.heights.row_at(bar.value())
        while 0 <= row < len(self.heights) and tops[row] < bar.value() + self.viewport().height():
            grown = self.ensure(row)
            if grown and tops[row] < bar.value():
                bar.setValue(bar.value() + grown)  # its foot was seen, not its head
            row += 1

    def ensure(self, row: int) -> int:
        """Know the height of a row; return by how many pixels the guess was too low."""
        if self.heights.is_known(row):
            return 0
        grown = self.heights.know(row, self.measured(row))
        if grown:
            self.updateGeometries()
        return grown

    def reset(self) -> None:
        """Show other rows from the first one on."""
        super().reset()
        self.verticalScrollBar().setValue(0)
        self.lay_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width; what stood at the top stays there."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_again()
        else:
            self.settle()

    def updateGeometries(self) -> None:
        """Let the scroll bar reach all rows."""
        super().updateGeometries()
        bar, high = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.heights.total - high))
        bar.setPageStep(high)
        bar.setSingleStep(self.line)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Lay out what comes into view."""
        self.settle()

    def verticalOffset(self) -> int:
        """Return how far down one is."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return nought: rows are as wide as the view."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002
        """Hide none."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select nothing: one stands on a row."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: ARG002
        """Return nothing, as nothing is selected."""
        return QRegion()

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is seen."""
        at = index.row()
        if not 0 <= at < len(self.heights):
            return QRect()
        top = self.heights.tops[at] - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self.heights.height(at))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the view."""
        y = point.y() + self.verticalOffset()
        is_there = 0 <= y < self.heights.total
        return self.model().index(self.heights.row_at(y), 0) if is_there else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view, its head first; in the middle if that is wished."""
        at, bar, room = index.row(), self.verticalScrollBar(), self.viewport().height()
        if not 0 <= at < len(self.heights):
            return
        self.ensure(at)
        top, foot = self.heights.tops[at], self.heights.tops[at + 1]
        if hint == Hint.PositionAtCenter:
            bar.setValue(min(top, (top + foot - room) // 2))
        elif top < bar.value() or foot - top > room:
            bar.setValue(top)
        elif foot > bar.value() + room:
            bar.setValue(foot - room)
        self.settle()

    def moveCursor(self, action: Cursor, modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: ARG002
        """Step from row to row; within one that is higher than the window line by line."""
        here, last = self.currentIndex().row(), len(self.heights) - 1
        down = action in (Cursor.MoveDown, Cursor.MoveNext, Cursor.MoveRight)
        step = {Cursor.MoveHome: -last, Cursor.MoveEnd: last}.get(action, 1 if down else -1)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if action in (Cursor.MovePageDown, Cursor.MovePageUp):
            way = room if action == Cursor.MovePageDown else -room
            step = self.heights.row_at(self.heights.tops[max(here, 0)] + way) - here
        elif here >= 0 and abs(step) == 1:
            box = self.visualRect(self.currentIndex())
            hidden = box.bottom() - room if down else -box.top()
            if hidden > 0 and box.top() < room and box.bottom() > 0:
                bar.setValue(bar.value() + step * min(hidden + 1, _STEP * self.line))
                return self.currentIndex()
        return self.model().index(max(0, min(last, max(here, 0) + step if here >= 0 else 0)), 0)
