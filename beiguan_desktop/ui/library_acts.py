"""What is done with the reports of the library: opened, hidden, brought back, described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from beiguan_desktop.core import outline, shelving
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, describing
from beiguan_desktop.ui import library_words as words
from beiguan_desktop.ui.flows import flow_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.report import Description
    from beiguan_desktop.ui.library_flow import LibraryFlow
    from beiguan_desktop.ui.library_leads import LibraryLeads
    from beiguan_desktop.ui.library_model import Row

    Act = Callable[[Description, describing.Signed], Change]


class LibraryActs:
    """The acts on the report one stands on."""

    def __init__(self, flow: LibraryFlow) -> None:
        self._flow, self._page, self._window = flow, flow.page, flow.window
        self._workspace = flow.window.workspace
        page = self._page
        page.list.opened.connect(lambda _report: self.enter())
        page.list.hide_asked.connect(lambda _report: self.hide())
        page.list.describe_asked.connect(lambda _report: self.describe())
        page.about.asked.connect(self._do)
        page.form.described.connect(self._describe)

    def offered(self, row: Row) -> list[str]:
        """Return the names of what can be done with a report now."""
        is_read_only = self._workspace.store.read_only
        if row.report.hidden_at:
            return [] if is_read_only else ["back", "describe"]
        if row.report.is_damaged:
            return [] if is_read_only else ["open", "describe", "hide"]
        has_other = row.standing.newer or row.report.edition_of in self._known()
        found = ["open", *(["compare"] if has_other else [])]
        if is_read_only:
            return found
        better = ["better"] if (row.report.reader or 0) < outline.READER else []
        return [*found, "describe", "hide", *better, "correct"]

    def _known(self) -> set[str]:
        """Return the reports that are not hidden."""
        return {it.id for it in self._flow.listed if it.hidden_at is None}

    def _do(self, act: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open": self.enter,
            "back": self.put_back,
            "describe": self.describe,
            "hide": self.hide,
            "compare": self.compare,
            "better": lambda: self._lead("better"),
            "correct": lambda: self._lead("correct"),
        }
        acts[act]()

    def compare(self) -> None:
        """Show an edition beside the other one."""
        row = self._row("compare")
        if row is not None:
            self._leads().compare(row)

    def _lead(self, act: str) -> None:
        """Turn to the report, for its text is what the act is about, and go on there."""
        row = self._row(act)
        if row is None or not (row.is_here or self._turn_to(row.report.id)):
            return
        self._window.rooms.show_text()
        leads = self._leads()
        (leads.replace if act == "better" else leads.correct)()

    def _leads(self) -> LibraryLeads:
        from beiguan_desktop.ui.library_leads import LibraryLeads  # noqa: PLC0415 - on first use

        return flow_of(self._window, LibraryLeads)

    def _row(self, act: str) -> Row | None:
        """Return the report one stands on, if an act is offered for it."""
        row = self._page.list.current
        return row if row is not None and act in self.offered(row) else None

    def enter(self) -> None:
        """Open the current report; a hidden one comes back first."""
        row = self._row("open")
        if row is None:
            self.put_back()
        elif row.is_here or self._turn_to(row.report.id):
            self._window.rooms.show_text()

    def _turn_to(self, report: str) -> bool:
        """Show another report; False where words could not be kept, or (told) it is damaged."""
        try:
            self._window.change_report(report)
        except UserError as error:
            self._page.about.tell(str(error))
            return False
        return self._workspace.shown == report

    def hide(self) -> None:
        """Take the current report out of sight, or say what stands in the way."""
        row = self._row("hide")
        if row is None:
            return
        why = shelving.why_shown(self._flow.listed, row.report.id, self._workspace.shown)
        if why:
            self._page.about.tell(why)
        else:
            told = f"已隐藏“{words.short(row.title)}”"
            self._write(row, describing.hidden, told, "eye-off")

    def put_back(self) -> None:
        """List the current report again; after the last one, show the others."""
        row = self._row("back")
        if row is None:
            return
        told = f"已放回“{words.short(row.title)}”"
        is_back = self._write(row, describing.put_back, told, "undo-2")
        if is_back and not any(it.hidden_at for it in self._flow.listed):
            self._flow.show_hidden(is_on=False)
            self._page.list.stand_on(row.report.id)

    # -- 改说明

    def describe(self) -> None:
        """Let the current report be called otherwise."""
        row = self._row("describe")
        if row is not None:
            self.fill_form(row)
            self._page.show_form()

    def fill_form(self, row: Row) -> None:
        """Give the boxes what holds now."""
        now = self._now(row)
        if now is None:
            return
        listed = self._flow.listed
        meetings = list(dict.fromkeys(it.meeting for it in listed if it.meeting))
        older = shelving.older_choices(listed, row.report)[: words.MOST_OLDER]
        self._page.form.put(now, meetings, [(it.id, words.name_of(it)) for it in older])

    def _describe(self, field: str, value: str | None) -> None:
        row = self._page.list.current
        if row is None:
            return

        def act(before: Description, by: describing.Signed) -> Change:
            return describing.described(before, field, value, by)

        self._write(row, act, words.described(field, value, self._flow.listed), "pencil")

    # -- writing

    def _now(self, row: Row) -> Description | None:
        """Return what a report is called; None (told) when it is gone."""
        try:
            return describing.description(self._workspace.store, row.report.id)
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return None

    def _write(self, row: Row, act: Act, told: str, sign: str) -> bool:
        """Do an act on a description and offer to take it back."""
        now, me = self._now(row), self._workspace.me
        if now is None:
            return False
        by = describing.Signed(clock.new_id(), clock.now(), me.id if me else None)
        if not self._workspace.do(act(now, by)):
            return False
        self._page.undo_bar.tell(told, sign=sign)
        if self._page.form.isHidden():
            self._page.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
