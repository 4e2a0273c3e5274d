"""资料库 from the menu to the list; what is done there is `library_acts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core import shelving
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Description
from beiguan_desktop.services import library_list
from beiguan_desktop.ui import library_words as words
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.labels import day_in
from beiguan_desktop.ui.library_acts import LibraryActs
from beiguan_desktop.ui.library_model import Row
from beiguan_desktop.ui.library_page import LibraryPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.shelving import Listed, Standing
    from beiguan_desktop.ui.main_window import MainWindow


def open_library(window: MainWindow) -> None:
    """Show the reports of the library in place of the text; words in the box stay there."""
    if has_report(window):
        flow_of(window, LibraryFlow).open()


class LibraryFlow(QObject):
    """Keeps the list true; `listed` are all reports as they were when it was last looked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window, self._workspace = window, window.workspace
        self.listed: list[Listed] = []
        self._standings: list[Standing] = []
        self._is_showing_hidden = False
        self._at = self._workspace.stack.index()
        self.page = LibraryPage(window.page.view.theme)
        window.rooms.addWidget(self.page)
        self.page.model.days_of = self._days_of
        self.acts = LibraryActs(self)
        self._connect()

    def _connect(self) -> None:
        page, window = self.page, self.window
        page.back_asked.connect(window.rooms.show_text)
        page.file_asked.connect(window.actions_by_name["open"].trigger)
        page.hidden_asked.connect(lambda is_on: self.show_hidden(is_on=is_on))
        page.undo_asked.connect(window.undo)
        page.redo_asked.connect(window.redo)
        page.tabs.chosen.connect(lambda _meeting: self._show_rows())
        page.list.chosen.connect(lambda _report: self._show_current())
        self._workspace.changed.connect(self._on_changed)
        self._workspace.opened.connect(lambda _report: self._on_opened())

    # -- what is shown

    def open(self) -> None:
        """Show the library as it is now, standing on the report that is open."""
        self.window.page.hide_undo_bar()
        self.page.undo_bar.hide()
        self.page.put_form_away()
        self._is_showing_hidden = False
        self.page.model.forget_days()
        self.window.rooms.show_page(self.page)  # as wide as it will be: rows are laid out once
        self._look()
        self._show_rows(self._workspace.shown)
        self.page.take_focus()

    def _look(self) -> None:
        """Ask the library what there is."""
        workspace = self._workspace
        store, me, is_staff = workspace.store, workspace.me, workspace.is_staff
        self.listed = library_list.listed(store, me, is_staff=is_staff)
        wanted = self._is_showing_hidden
        shown = [it for it in self.listed if (it.hidden_at is not None) == wanted]
        self._standings = shelving.in_order(shown)
        counts = shelving.meetings(self._standings)
        self.page.tabs.show_meetings(counts)
        self.page.tabs.setVisible(len(counts) > 1)
        hidden = sum(it.hidden_at is not None for it in self.listed)
        self.page.show_counts(len(shown), hidden, is_showing_hidden=wanted)
        self.page.file_button.setHidden(self._workspace.store.read_only)

    def _show_rows(self, stand_on: str = "") -> None:
        """Show the reports of the chosen tab; the one that was current stays so."""
        page, workspace = self.page, self._workspace
        current, row = page.list.current, page.list.currentIndex().row()
        wanted = stand_on or (current.report.id if current else "")
        meeting = page.tabs.wanted
        standings = self._standings
        if meeting is not None:
            standings = shelving.of_meeting(standings, meeting)
        shown, is_staff = workspace.shown, workspace.is_staff
        page.model.set_rows(
            Row(it, it.report.id == shown, is_staff, names_meeting=not meeting) for it in standings
        )
        page.set_empty(is_empty=not standings)
        page.list.setVisible(bool(standings))
        page.list.stand_on(wanted, row)

    def _show_current(self) -> None:
        row = self.page.list.current
        if row is None:
            return
        day = self.page.model.day(self.page.list.currentIndex().row())
        facts = words.facts(row, day, self._share(row))
        notice = words.DAMAGE if row.report.is_damaged else ""
        acts = self.acts.offered(row)
        self.page.about.show_report(row.title, facts, notice, acts, is_here=row.is_here)
        if not self.page.form.isHidden():
            self.acts.fill_form(row)

    def _share(self, row: Row) -> str:
        """Say how much of a report has been read; nothing of one that nobody began."""
        try:
            share = library_list.read_share(self._workspace.store, row.report.id)
        except UserError:  # its text is damaged: opening it says so
            return ""
        return "" if share is None else f"{share}%"

    def _days_of(self, reports: Sequence[str]) -> dict[str, str]:
        lines = self._workspace.store.catalogue.first_lines(reports)
        return {report: day_in(texts) for report, texts in lines.items()}

    def show_hidden(self, *, is_on: bool) -> None:
        """Show the hidden reports in the place of the others, or those again."""
        if is_on != self._is_showing_hidden:
            self._is_showing_hidden = is_on
            self.page.put_form_away()
            self._look()
            self._show_rows(self._workspace.shown)
            self.page.take_focus()

    def _on_changed(self, change: Change) -> None:
        before, self._at = self._at, self._workspace.stack.index()
        if not self.page.isVisible():
            return
        self._look()
        self._show_rows()
        if any(isinstance(edit.after, Description) for edit in change.edits) and change.undoes:
            is_undone = self._at < before
            told, sign = words.taken_back(change, is_undone=is_undone)
            self.page.undo_bar.tell(told, sign=sign, leads_on=is_undone)

    def _on_opened(self) -> None:
        if self.page.isVisible():
            self.page.model.forget_days()
            self._look()
            self._show_rows()
