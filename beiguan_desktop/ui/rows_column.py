"""Rows of cells one under another that can be changed, added, put in order and taken away."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import px

Cells = tuple[str, ...]

TARGET, GAP = 44, 8
SHARES = (5, 3)
"""How two columns share the width."""


class RowsColumn(QWidget):
    """The rows of a page; it says what was done and keeps nothing."""

    edited = Signal()
    """A letter was typed."""
    changed = Signal()
    """A row has gone, come or moved."""
    gone = Signal(int, object)
    """A row that held something was taken away: where it stood, and its cells."""
    reached = Signal(QWidget)
    """A row wants to be seen."""

    def __init__(self, columns: Sequence[str], *, is_ordered: bool) -> None:
        super().__init__()
        self._columns, self._is_ordered = tuple(columns), is_ordered
        self._rows: list[Row] = []
        self.before: QWidget | None = None
        """What takes the focus before the first row, once it is told."""
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(GAP)

    def show_rows(self, rows: Iterable[Cells]) -> None:
        """Show other rows."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for cells in rows:
            self._insert(len(self._rows), cells)
        self._order_keys()

    def rows(self) -> list[Cells]:
        """Return the rows that hold anything."""
        return [row.cells() for row in self._rows if any(row.cells())]

    def insert(self, at: int, cells: Cells) -> None:
        """Put a row where it shall stand, as far as there are rows before it."""
        self._insert(min(at, len(self._rows)), cells)
        self._order_keys()

    def add(self) -> None:
        """Add an empty row at the end and let the keys go there."""
        self.insert(len(self._rows), ("",) * len(self._columns))
        self.focus_row(len(self._rows) - 1)
        self.reached.emit(self._rows[-1])

    def focus_row(self, at: int) -> bool:
        """Let the keys go to a row, the last one if there are fewer; False without any."""
        if self._rows:
            row = self._rows[min(at, len(self._rows) - 1)]
            row.edits[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._rows)

    @property
    def last(self) -> QWidget | None:
        """What takes the focus last."""
        return self._rows[-1].buttons[-1] if self._rows else self.before

    def _insert(self, at: int, cells: Cells) -> None:
        row = Row(self._columns, cells, is_ordered=self._is_ordered)
        self._rows.insert(at, row)
        self._list.insertWidget(at, row)
        row.show()  # now, not with the next event: the keys go there at once
        row.edited.connect(self.edited)
        row.entered.connect(lambda: self._go_on(row))
        row.removed.connect(lambda: self._remove(row))
        row.moved.connect(lambda by: self._move(row, by))

    def _order_keys(self) -> None:
        """Let Tab go through the rows as the eye does."""
        first = [self.before] if self.before is not None else []
        chain = [it for row in self._rows for it in (*row.edits, *row.buttons)]
        for one, other in pairwise([*first, *chain]):
            self.setTabOrder(one, other)

    def _go_on(self, row: "Row") -> None:
        """Go to the next row; behind the last one, to a new one."""
        at = self._rows.index(row) + 1
        if at < len(self._rows):
            self.focus_row(at)
        elif any(row.cells()):
            self.add()

    def _remove(self, row: "Row") -> None:
        at, cells = self._rows.index(row), row.cells()
        self._rows.remove(row)
        if not self.focus_row(at) and self.before is not None:
            self.before.setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        row.deleteLater()
        self._order_keys()
        if any(cells):
            self.gone.emit(at, cells)
        self.changed.emit()

    def _move(self, row: "Row", by: int) -> None:
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            self._rows.remove(row)
            self._rows.insert(at, row)
            self._list.removeWidget(row)
            self._list.insertWidget(at, row)
            self._order_keys()
            self.reached.emit(row)
            self.changed.emit()


class Row(QWidget):
    """The cells of one row and what can be done with it."""

    edited = Signal()
    entered = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, columns: Sequence[str], cells: Cells, *, is_ordered: bool) -> None:
        super().__init__()
        self.edits = [_edit(name, words) for name, words in zip(columns, cells, strict=True)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for edit, share in zip(self.edits, SHARES, strict=False):
            row.addWidget(edit, share)
            edit.textEdited.connect(lambda _words: self.edited.emit())
            edit.returnPressed.connect(self.entered)
        self.buttons = []
        for name, sign, by in (("往上", "chevron-up", -1), ("往下", "chevron-down", 1)):
            if is_ordered:
                button = _sign(name, sign)
                button.clicked.connect(lambda _checked=False, by=by: self.moved.emit(by))
                self.buttons.append(button)
        off = _sign("去掉", "x")
        off.clicked.connect(self.removed)
        self.buttons.append(off)
        for button in self.buttons:
            row.addWidget(button)

    def cells(self) -> Cells:
        """Return what stands in the row."""
        return tuple(edit.text().strip() for edit in self.edits)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for edit in self.edits:
            edit.setMinimumHeight(px(TARGET))


def _edit(name: str, words: str) -> QLineEdit:
    edit = QLineEdit(words)
    edit.setAccessibleName(name)
    edit.setFont(faces.sans(14))
    edit.setMinimumHeight(px(TARGET))
    edit.setCursorPosition(0)
    return edit


def _sign(name: str, sign: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("role", "flat")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFixedHeight(px(TARGET))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    icons.put(button, sign)
    return button
