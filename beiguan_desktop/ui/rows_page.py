"""A page of rows that can be changed, kept as one types; what is taken away can be put back."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.rows_column import GAP, SHARES, TARGET, Cells, RowsColumn
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_MARGIN, _WIDEST = 24, 980
_REST = 600
"""Milliseconds without a key after which the rows are kept."""


class RowsPage(RoomPage):
    """Shown in place of the text; `changed` carries the rows as they are now."""

    changed = Signal(list)
    reset_asked = Signal()

    def __init__(
        self, theme: Theme, title: str, hint: str, columns: Sequence[str], *, is_ordered: bool
    ) -> None:
        super().__init__(theme)
        self._gone: tuple[int, Cells] | list[Cells] | None = None
        """A row that was taken away and where it stood, or all that stood here before a reset."""
        self.title = plain_label(title, "ink", faces.sans(16, bold=True), wraps=False)
        self.told = plain_label("", "ink2", faces.sans(14))
        self.back_in_button = self.button("放回去", "undo-2", "把刚去掉的放回去")
        self.reset_button = self.button("恢复成原来的", "", "换成程序自带的那一份")
        self.add_button = self.button("加一行", "plus", "在最后加一行")
        self.column = RowsColumn(columns, is_ordered=is_ordered)
        self._area, self._inside = QScrollArea(), QWidget()
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.keep)
        self._build(hint, columns)
        self._connect()

    # -- what stands in it

    def show_rows(self, rows: Iterable[Cells]) -> None:
        """Show other rows."""
        self._forget_gone()
        self.column.show_rows(rows)
        self._order_keys()

    def reset(self, rows: Iterable[Cells]) -> None:
        """Show what ships in place of everything; that can be put back, too."""
        before = self.column.rows()
        self.show_rows(rows)
        self._offer_back(before, "已换成程序自带的那一份")
        self.keep()

    def tell(self, words: str) -> None:
        """Say in the strip what has just happened."""
        self.told.setText(words)
        self.told.setAccessibleName(words)

    def take_focus(self) -> None:
        """Let the keys go to the first row, or to the button that makes one."""
        if not self.column.focus_row(0):
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Hand the rows over as they are now."""
        self._soon.stop()
        self.changed.emit(self.column.rows())

    def hideEvent(self, event: QHideEvent) -> None:
        """Hand over at once what waits: the page is left."""
        if self._soon.isActive():
            self.keep()
        super().hideEvent(event)

    # -- what was taken away

    def _offer_back(self, gone: tuple[int, Cells] | list[Cells], said: str) -> None:
        self._gone = gone
        self.tell(said)
        self.back_in_button.show()

    def _put_back(self) -> None:
        gone, at = self._gone, 0
        if isinstance(gone, tuple):
            at = gone[0]
            self.column.insert(*gone)
        elif gone is not None:
            self.column.show_rows(gone)
        self.column.focus_row(at)  # before the button goes, which would send the keys anywhere
        self._forget_gone()
        self._order_keys()
        self.keep()

    def _forget_gone(self) -> None:
        self._gone = None
        self.back_in_button.hide()
        self.tell("")

    def _on_edited(self) -> None:
        """Keep it soon; what stood here before a reset is not to be put over it any more."""
        if isinstance(self._gone, list):
            self._forget_gone()
        self._soon.start()

    # -- building

    def _connect(self) -> None:
        self.back_in_button.clicked.connect(self._put_back)
        self.reset_button.clicked.connect(self.reset_asked)
        self.add_button.clicked.connect(self.column.add)
        column = self.column
        column.before = self.reset_button
        column.edited.connect(self._on_edited)
        column.changed.connect(self._order_keys)
        column.changed.connect(self.keep)
        column.gone.connect(
            lambda at, cells: self._offer_back((at, cells), f"去掉了“{cells[0] or cells[-1]}”")
        )
        column.reached.connect(self._show_row)

    def _show_row(self, row: QWidget) -> None:
        """Bring a row into sight once it has its place."""
        QTimer.singleShot(0, row, lambda: self._area.ensureWidgetVisible(row))

    def _order_keys(self) -> None:
        """Let Tab go through the page as the eye does."""
        self.setTabOrder(self.back_button, self.back_in_button)
        self.setTabOrder(self.back_in_button, self.reset_button)
        self.setTabOrder(self.column.last or self.reset_button, self.add_button)

    def _build(self, hint: str, columns: Sequence[str]) -> None:
        strip = QHBoxLayout()
        strip.setContentsMargins(12, 6, 16, 6)
        strip.setSpacing(16)
        strip.addWidget(self.back_button)
        strip.addWidget(self.title)
        strip.addWidget(self.told, 1)
        strip.addWidget(self.back_in_button)
        strip.addWidget(self.reset_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(strip)
        whole.addWidget(self._area, 1)
        self._area.setViewport(QWidget())  # to name Qt's own takes time once
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.title.text())
        for widget in (self._area.viewport(), self._inside):
            widget.setAutoFillBackground(False)
        self._room = QVBoxLayout(self._inside)
        self._room.setSpacing(12)
        self._room.addWidget(plain_label(hint, "ink2", faces.sans(14)))
        if len(columns) > 1:
            self._room.addLayout(_heads(columns))
        self._room.addWidget(self.column)
        self._room.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._room.addStretch(1)
        self.back_in_button.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows from becoming wider than the eye follows."""
        super().resizeEvent(event)
        beside = max(_MARGIN, (self.width() - px(_WIDEST)) // 2)
        self._room.setContentsMargins(beside, 20, beside, 24)

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        return self._area.y()


def _heads(columns: Sequence[str]) -> QHBoxLayout:
    heads = QHBoxLayout()
    heads.setSpacing(GAP)
    for name, share in zip(columns, SHARES, strict=False):
        heads.addWidget(plain_label(name, "ink2", faces.sans(14), wraps=False), share)
    heads.addSpacing(px(TARGET))
    return heads
