"""回收站 from the menu to the list: an opinion comes back from it, or goes for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.past import main_words, shortened
from beiguan_desktop.services import binning, clock
from beiguan_desktop.ui.bin_page import BinPage
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.staff import may_change, sees
from beiguan_desktop.ui.undo_steps import forget_steps
from beiguan_desktop.ui.unplaced_homes import homes_of

if TYPE_CHECKING:
    from pathlib import Path

    from beiguan_desktop.core.comment import Comment
    from beiguan_desktop.ui.main_window import MainWindow


def open_bin(window: MainWindow) -> None:
    """Show what was withdrawn in place of the report."""
    if has_report(window) and window.reading.writing.leave():
        flow_of(window, BinFlow).open()


class BinFlow(QObject):
    """Keeps the list true and does what is asked of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._copies: list[Path] = []
        self.page = BinPage(window.page.view.theme)
        self.page.model.home = homes_of(self._workspace).of
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(window.rooms.show_text)
        self.page.chosen.connect(lambda _one: self._show_current())
        self.page.back_in_force_asked.connect(self.take_back)
        self.page.past_asked.connect(self._show_past)
        self.page.purge_wished.connect(self._ask)
        self.page.purge_asked.connect(self.purge)
        self._workspace.changed.connect(lambda _change: self._on_changed())
        self._workspace.opened.connect(lambda _report: self._on_changed())

    def open(self) -> None:
        """Show the bin as it is now."""
        self.page.tell("")
        self._refresh()
        self._window.rooms.show_page(self.page)
        target = self.page.back_button if self.page.list.is_empty else self.page.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        if self.page.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Show what whoever sits here has withdrawn; the row one stood on stays current."""
        report, me, page = self._workspace.report, self._workspace.me, self.page
        if report is None:
            return
        found = self._workspace.store.comments(report.id, withdrawn=True)
        mine = [it for it in found if sees(self._workspace, it)]
        row = page.list.currentIndex().row()
        current = page.list.current
        page.model.set_author(me.id if me else None)
        page.model.set_comments(mine, report)
        page.title.setText(f"回收站　{len(mine)} 条" if mine else "回收站")
        page.set_empty(is_empty=not mine)
        page.list.setVisible(bool(mine))
        if mine and not page.list.show_comment(current):
            shown = page.model.comments()
            page.list.show_comment(shown[min(max(0, row), len(shown) - 1)].id)
        self._show_current()

    def _current(self) -> Comment | None:
        wanted = self.page.list.current
        return next((it for it in self.page.model.comments() if it.id == wanted), None)

    def _show_current(self) -> None:
        comment = self._current()
        if comment is not None:
            store = self._workspace.store
            found = binning.trail(store, comment)
            may_write = not store.read_only and may_change(self._workspace, comment)
            self.page.show_fate(comment, found, may_write=may_write)

    def _changeable(self, comment_id: str) -> Comment | None:
        """Return the current opinion if it is this one and who sits here may change it."""
        found = self._current()
        is_this = found is not None and found.id == comment_id
        return found if found and is_this and may_change(self._workspace, found) else None

    def take_back(self, comment_id: str) -> None:
        """Put an opinion where it was, and say so."""
        comment = self._changeable(comment_id)
        if comment is None:
            return
        change = binning.take_back(comment, change_id=clock.new_id(), now=clock.now())
        if self._workspace.do(change):
            self.page.tell(f"已找回“{shortened(main_words(comment))}”，放回了原来的地方。")

    def _show_past(self, comment_id: str) -> None:
        from beiguan_desktop.ui.past_flow import PastFlow  # noqa: PLC0415 - on first use

        flow_of(self._window, PastFlow).open(comment_id, back=self.open)

    # -- for good

    def _ask(self, comment_id: str) -> None:
        comment = self._current()
        if comment is not None and comment.id == comment_id:
            self._copies = binning.copies_with(self._workspace.store, [comment])
            self.page.ask([copy.name for copy in self._copies])

    def purge(self, comment_id: str, with_copies: bool) -> None:
        """Forget an opinion for good, and older copies that hold it; say why if it cannot be."""
        comment = self._changeable(comment_id)
        if comment is None:
            return
        copies = self._copies if with_copies else []
        try:
            binning.forget(self._workspace.store, [comment], copies)
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        forget_steps(self._workspace.stack, [comment_id])
        left = "" if with_copies or not self._copies else "旧备份里还有。"
        self._refresh()
        self.page.tell(f"已彻底清除 1 条。{left}")
        target = self.page.back_button if self.page.list.is_empty else self.page.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)
