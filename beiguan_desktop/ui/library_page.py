"""资料库 as widgets: the reports by meeting, and at the right what one of them leads to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from beiguan_desktop.ui.description_form import DescriptionForm
from beiguan_desktop.ui.library_list import LibraryList
from beiguan_desktop.ui.library_model import LibraryModel
from beiguan_desktop.ui.library_side import LibrarySide
from beiguan_desktop.ui.meeting_tabs import MeetingTabs
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.two_sides import TwoSides
from beiguan_desktop.ui.undo_bar import UndoBar

_UNDER_BAR = 32
"""Pixels above and below the undo bar."""
_EMPTY = ("library", "没有列出来的报告", "点上面的“看隐藏的”，把要看的放回来。")
NAME = "资料库"


class _Bar(UndoBar):
    """Lies under the list, not over it: what was just changed stays in sight."""

    def __init__(self, theme: Theme, page: "LibraryPage") -> None:
        self._page = page
        super().__init__(theme, page)

    def place(self) -> None:
        """Lie at the foot of the list, which ends above."""
        super().place()
        if not self.isHidden():
            self._page.list.leave_foot(self.height() + _UNDER_BAR)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        self._page.list.leave_foot(0)


class LibraryPage(TwoSides):
    """Shown in place of the report; what it shows comes from the flow."""

    hidden_asked = Signal(bool)
    """Whether the hidden reports shall be shown, or the others."""
    file_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, NAME, _EMPTY)
        self.setParent(parent)
        self.model = LibraryModel(self)
        self.list = LibraryList(self.model, theme)
        self.tabs = MeetingTabs(theme)
        self.about = LibrarySide()
        self.form = DescriptionForm()
        self.file_button = self.button("打开新的报告…", "folder-open", "从文件打开（Ctrl+O）")
        self.hidden_button = self.button("看隐藏的", "eye-off", "看隐藏了的报告，放回来")
        self.hidden_button.setCheckable(True)
        self.undo_bar = _Bar(theme, self)
        self._build()

    def _build(self) -> None:
        for button in (self.hidden_button, self.file_button):
            self.head.addWidget(button)
        self.left.insertWidget(0, self.tabs)
        self.left.addWidget(self.list, 1)
        self.side.addWidget(self.about, 1)
        self.side.addWidget(self.form, 1)
        self.form.hide()
        self.undo_bar.lie_on(lambda: (16, max(200, self.list.width() - 32)))
        self.hidden_button.toggled.connect(self.hidden_asked)
        self.file_button.clicked.connect(self.file_asked)
        self.undo_bar.undo_asked.connect(self.undo_asked)
        self.undo_bar.redo_asked.connect(self.redo_asked)
        self.form.left.connect(self.put_form_away)

    def show_counts(self, shown: int, hidden: int, *, is_showing_hidden: bool) -> None:
        """Say how many reports there are; offer the hidden ones if there are any."""
        name = "隐藏的报告" if is_showing_hidden else NAME
        self.title.setText(f"{name}　{shown} 份" if shown else name)
        words = "看没隐藏的" if is_showing_hidden else f"看隐藏的 {hidden}"
        self.hidden_button.setText(words)
        self.hidden_button.setVisible(bool(hidden) or is_showing_hidden)
        if self.hidden_button.isChecked() != is_showing_hidden:
            self.hidden_button.setChecked(is_showing_hidden)

    def show_form(self) -> None:
        """Put the boxes in the place of the facts, with the keys in the first."""
        self.about.hide()
        self.form.show()
        self.form.begin()
        self.area.verticalScrollBar().setValue(0)

    def put_form_away(self) -> None:
        """Show the facts again; the keys go back to the list."""
        if not self.form.isHidden():
            self.form.hide()
            self.about.show()
            self.take_focus()

    def take_focus(self) -> None:
        """Let the keys go to the list, or to the way back."""
        target: QWidget = self.list if self.model.rowCount() else self.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        bar: UndoBar | None = getattr(self, "undo_bar", None)
        if bar is not None:
            bar.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the undo bar over the foot of the list."""
        super().resizeEvent(event)
        self.undo_bar.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back, first from the boxes to the list."""
        if event.key() == Qt.Key.Key_Escape and not self.form.isHidden():
            self.put_form_away()
        else:
            super().keyPressEvent(event)

    def buttons(self) -> list[QPushButton]:
        """Return what can be pressed now."""
        return [it for it in self.findChildren(QPushButton) if it.isVisible()]
