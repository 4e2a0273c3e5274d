"""以前的写法 from a card or the bin to the states of an opinion, and back to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import binning, clock
from beiguan_desktop.ui.past_page import PastPage
from beiguan_desktop.ui.staff import may_change

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.past import State
    from beiguan_desktop.ui.main_window import MainWindow


class PastFlow(QObject):
    """Shows what an opinion said before; going back is a Change like any other."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._id = ""
        self._back: Callable[[], object] = window.rooms.show_text
        self.page = PastPage(window.page.view.theme)
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(self._go_back)
        self.page.restore_asked.connect(self.go_back_to)
        self._workspace.opened.connect(lambda _report: self._leave())

    def open(self, comment_id: str, back: Callable[[], object] | None = None) -> None:
        """Show the states of an opinion; `back` leads where one came from, if not the text."""
        writing = self._window.reading.writing
        if writing.rewording == comment_id and not writing.leave():
            return
        self._id, self._back = comment_id, back or self._show_card
        store = self._workspace.store
        self.page.back_button.setText("回到报告" if back is None else "回到回收站")
        states = binning.states(store, comment_id)
        self.page.show_states(states, may_write=self._present() is not None)
        self._window.rooms.show_page(self.page)
        target = self.page.list if states else self.page.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._back()

    def _show_card(self) -> None:
        self._window.rooms.show_text()
        if self._id in self._workspace.comments:
            self._window.reading.cards.go_to(self._id)
            self._window.page.panel.choose(self._id)

    def _leave(self) -> None:
        if self.page.isVisible():
            self._window.rooms.show_text()

    def _present(self) -> Comment | None:
        """Return the opinion as it is, if who sits here may change it."""
        store = self._workspace.store
        found = store.present([self._id]).get(self._id)
        if store.read_only or not isinstance(found, Comment):
            return None
        return found if may_change(self._workspace, found) else None

    def go_back_to(self, state: State) -> None:
        """Give the opinion back what it said then; show it in the report."""
        present = self._present()
        if present is None or state.comment is None:
            return
        try:
            change = binning.go_back(
                present, state.comment, change_id=clock.new_id(), now=clock.now()
            )
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        if self._workspace.do(change):
            self._show_card()
            self._window.page.undo_bar.tell("已换回以前的写法", sign="undo-2")
