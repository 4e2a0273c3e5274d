"""资料库 from the menu to the list: opening, hiding and describing the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from beiguan_desktop.core import shelving
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Description
from beiguan_desktop.services import clock, describing, library_list
from beiguan_desktop.ui import library_words as words
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.labels import day_in
from beiguan_desktop.ui.library_model import Row, title_of
from beiguan_desktop.ui.library_page import LibraryPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.shelving import Listed, Standing
    from beiguan_desktop.ui.main_window import MainWindow


def open_library(window: MainWindow) -> None:
    """Show the reports of the library in place of the text; words in the box stay there."""
    if has_report(window):
        flow_of(window, LibraryFlow).open()


class LibraryFlow(QObject):
    """Keeps the list true and does what is asked of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._listed: list[Listed] = []
        self._standings: list[Standing] = []
        self._is_showing_hidden = False
        self._at = self._workspace.stack.index()
        self.page = LibraryPage(window.page.view.theme)
        window.rooms.addWidget(self.page)
        self.page.model.days_of = self._days_of
        self._connect()

    def _connect(self) -> None:
        page, window = self.page, self._window
        page.back_asked.connect(window.rooms.show_text)
        page.file_asked.connect(window.actions_by_name["open"].trigger)
        page.hidden_asked.connect(self.show_hidden)
        page.undo_asked.connect(window.undo)
        page.redo_asked.connect(window.redo)
        page.tabs.chosen.connect(lambda _meeting: self._show_rows())
        page.list.chosen.connect(lambda _report: self._show_current())
        page.list.opened.connect(lambda _report: self._enter())
        page.list.hide_asked.connect(lambda _report: self.hide())
        page.list.describe_asked.connect(lambda _report: self.describe())
        page.about.asked.connect(self._do)
        page.form.described.connect(self._describe)
        self._workspace.changed.connect(self._on_changed)
        self._workspace.opened.connect(lambda _report: self._on_opened())

    # -- what is shown

    def open(self) -> None:
        """Show the library as it is now, standing on the report that is open."""
        self._window.page.hide_undo_bar()
        self.page.undo_bar.hide()
        self.page.put_form_away()
        self._is_showing_hidden = False
        self.page.model.forget_days()
        self._window.rooms.show_page(self.page)  # as wide as it will be: rows are laid out once
        self._look()
        self._show_rows(self._workspace.shown)
        self.page.take_focus()

    def _look(self) -> None:
        """Ask the library what there is."""
        workspace = self._workspace
        store, me, is_staff = workspace.store, workspace.me, workspace.is_staff
        self._listed = library_list.listed(store, me, is_staff=is_staff)
        wanted = self._is_showing_hidden
        shown = [it for it in self._listed if (it.hidden_at is not None) == wanted]
        self._standings = shelving.in_order(shown)
        counts = shelving.meetings(self._standings)
        self.page.tabs.show_meetings(counts)
        self.page.tabs.setVisible(len(counts) > 1)
        hidden = sum(it.hidden_at is not None for it in self._listed)
        self.page.show_counts(len(shown), hidden, is_showing_hidden=wanted)

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
        page.model.set_rows(Row(it, it.report.id == shown, is_staff) for it in standings)
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
        acts = self._acts(row)
        self.page.about.show_report(row.title, facts, notice, acts, is_here=row.is_here)
        if not self.page.form.isHidden():
            self._fill_form(row)

    def _share(self, row: Row) -> str:
        """Say how much of a report has been read; nothing of one that nobody began."""
        if row.report.is_damaged:
            return ""
        share = library_list.read_share(self._workspace.store, row.report.id)
        return "" if share is None else f"{share}%"

    def _acts(self, row: Row) -> list[str]:
        """Return the names of what can be done with a report now."""
        if row.report.hidden_at:
            return [] if self._is_read_only else ["back", "describe"]
        acts = [] if row.report.is_damaged else ["open"]
        return acts if self._is_read_only else [*acts, "describe", "hide"]

    @property
    def _is_read_only(self) -> bool:
        return self._workspace.store.read_only

    def _days_of(self, reports: Sequence[str]) -> dict[str, str]:
        lines = self._workspace.store.catalogue.first_lines(reports)
        return {report: day_in(texts) for report, texts in lines.items()}

    def show_hidden(self, is_on: bool) -> None:
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

    # -- what is done

    def _do(self, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open": self._enter,
            "back": self.put_back,
            "describe": self.describe,
            "hide": self.hide,
        }
        acts[act]()

    def _enter(self) -> None:
        """Open the current report; a hidden one comes back first."""
        row = self.page.list.current
        if row is None:
            return
        if row.report.hidden_at:
            self.put_back()
        elif row.report.is_damaged:
            self.page.about.tell(words.DAMAGE)
        elif row.is_here or self._turn_to(row.report.id):
            self._window.rooms.show_text()

    def _turn_to(self, report: str) -> bool:
        self._window.change_report(report)
        return self._workspace.shown == report

    def hide(self) -> None:
        """Take the current report out of sight, or say what stands in the way."""
        row = self.page.list.current
        if row is None or row.report.hidden_at or self._is_read_only:
            return
        why = shelving.why_shown(self._listed, row.report.id, self._workspace.shown)
        if why:
            self.page.about.tell(why)
            return
        self._write(
            row, describing.hidden, f"已隐藏“{words.short(title_of(row.report))}”", "eye-off"
        )

    def put_back(self) -> None:
        """List the current report again."""
        row = self.page.list.current
        if row is None or not row.report.hidden_at or self._is_read_only:
            return
        title = words.short(title_of(row.report))
        if self._write(row, describing.put_back, f"已放回“{title}”", "undo-2"):
            is_last = not any(it.hidden_at for it in self._listed)
            if is_last:
                self.show_hidden(False)
                self.page.list.stand_on(row.report.id)

    def describe(self) -> None:
        """Let the current report be called otherwise."""
        row = self.page.list.current
        if row is not None and not self._is_read_only:
            self._fill_form(row)
            self.page.show_form()

    def _fill_form(self, row: Row) -> None:
        """Give the boxes what holds now; they are filled only where they can be seen."""
        meetings = [it for it in shelving.meetings(self._standings) if it]
        try:
            now = describing.description(self._workspace.store, row.report.id)
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        older = shelving.older_choices(self._listed, row.report)[: words.MOST_OLDER]
        self.page.form.put(now, meetings, [(it.id, words.name_of(it)) for it in older])

    def _describe(self, field: str, value: str | None) -> None:
        row = self.page.list.current
        if row is not None:
            me = self._workspace.me
            now = describing.description(self._workspace.store, row.report.id)
            change = describing.described(
                now,
                field,
                value,
                change_id=clock.new_id(),
                now=clock.now(),
                me=me.id if me else None,
            )
            if self._workspace.do(change):
                self.page.undo_bar.tell(words.described(field, value, self._listed), sign="pencil")

    def _write(self, row: Row, act: Callable[..., Change], told: str, sign: str) -> bool:
        me = self._workspace.me
        now = describing.description(self._workspace.store, row.report.id)
        change = act(now, change_id=clock.new_id(), now=clock.now(), me=me.id if me else None)
        if not self._workspace.do(change):
            return False
        self.page.undo_bar.tell(told, sign=sign)
        self.page.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
