"""What finding needs on the screen: the bar, where to look, a sentence, the list."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.find_bar import FindBar
from beiguan_desktop.ui.find_list import ROW, FindList
from beiguan_desktop.ui.find_rows import FindRows
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.scope_tab import ScopeTab
from beiguan_desktop.ui.theme import Theme

SCOPES = ("正文", "意见", "全部报告")
_GAP = 20
_LOW = 420
"""Pixels of the text pane's height below which the tabs are seen with the list only."""
_SHARE = 0.45
"""The most of the text pane's height that the list takes."""
_LIST, _NO_LIST = "列出每一处", "收起"


class FindPane(AboveText):
    """It says what somebody wants and does none of it."""

    scope_chosen = Signal(int)
    listed = Signal(bool)
    """Whether the list is seen: it may need the room of what lies below."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        self.bar = FindBar(theme)
        self.rows = FindRows(self)
        self.list = FindList(self.rows, theme)
        self.tabs = tuple(ScopeTab(word, theme) for word in SCOPES)
        self.list_button = QPushButton(_LIST)
        self.sentence = plain_label("", "ink2", faces.sans(14))
        self._is_listing = False
        self._build()
        self.bar.list_asked.connect(self.toggle_list)
        self.list_button.clicked.connect(self.toggle_list)
        self.bar.closed.connect(self.closed)
        self.list.left.connect(self._make_way)
        self.list.clicked.connect(self._on_picked)
        self.tell("")
        self.make_room()

    def _build(self) -> None:
        self.list_button.setProperty("role", "link")
        self.list_button.setFont(faces.sans(14))
        self._row = row = QHBoxLayout()
        choices = QButtonGroup(self)
        for at, tab in enumerate(self.tabs):
            choices.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _checked=False, at=at: self.scope_chosen.emit(at))
        self.tabs[0].setChecked(True)
        row.addStretch(1)
        row.addWidget(self.list_button)
        self.column.addWidget(self.bar)
        self.column.addLayout(row)
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.list)
        self._space()

    def _space(self) -> None:
        self._row.setSpacing(px(_GAP))
        self.sentence.setContentsMargins(0, px(8), 0, px(10))

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        bar = self.bar
        buttons = [bar.count, bar.previous, bar.next, bar.close_button]
        return [bar.box, *buttons, *self.tabs, self.list_button, self.list]

    @property
    def scope(self) -> int:
        """Which of the SCOPES is searched."""
        return next(at for at, tab in enumerate(self.tabs) if tab.isChecked())

    def set_counts(self, counts: tuple[int | None, ...]) -> None:
        """Show on each tab how many hits it holds, nothing where it is not known."""
        for tab, word, count in zip(self.tabs, SCOPES, counts, strict=True):
            tab.set_count(count or 0)
            tab.setAccessibleName(f"在{word}里查找" + (f"，{count} 处" if count else ""))

    def tell(self, words: str) -> None:
        """Say a sentence under the bar; empty says nothing."""
        self.sentence.setText(words)
        self.sentence.setVisible(bool(words))

    # -- the list

    @property
    def is_listing(self) -> bool:
        """Whether the hits are to be listed."""
        return self._is_listing

    def toggle_list(self) -> None:
        """Open the list and go into it, or close it and go back to the bar."""
        self.show_list(is_listing=not self._is_listing)
        if self._is_listing and self.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.bar.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_list(self, *, is_listing: bool) -> None:
        """List the hits, or only count them."""
        self._is_listing = is_listing
        self.list_button.setText(_NO_LIST if is_listing else _LIST)
        self.make_room()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._space()
        super().rescale()
        self.make_room()

    def make_room(self) -> None:
        """Give the list the height that its rows need, and not too much of the pane's.

        In a low pane the tabs come with the list only, and both leave the text one line.
        """
        count, is_low = self.rows.rowCount(), self.is_low
        is_listed = self._is_listing and count > 0
        self.listed.emit(is_listed and not self.isHidden())
        if not is_listed and self.list.hasFocus():
            self.bar.box.setFocus()
        for tab in self.tabs:
            tab.setVisible(self._is_listing or not is_low)
        tabs = sum(tab.sizeHint().width() + px(_GAP) for tab in self.tabs)
        has_room = self.bar.width() >= tabs + self.list_button.sizeHint().width()
        self.list_button.setVisible(count > 0 and has_room and (self._is_listing or not is_low))
        row = bar(ROW)
        self.list_button.setMinimumHeight(row)
        free = self.room - self.y() - self.bar.height() - 3 * row
        most = free // row if is_low else int(self.room * _SHARE) // row
        self.list.setFixedHeight(min(count, max(1, most)) * row)
        self.list.setVisible(is_listed)

    @property
    def is_low(self) -> bool:
        """Whether there is little height for all of it."""
        return self.room < px(_LOW)

    def _on_picked(self, index: QModelIndex) -> None:
        if self.rows.is_hit(index):
            self._make_way()

    def _make_way(self) -> None:
        """Let the text be seen where it has no room beside the list."""
        if self.is_low:
            self.show_list(is_listing=False)
