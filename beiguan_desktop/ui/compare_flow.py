"""对照 from choosing two editions to what changed, and from a row to its place in the report."""

from __future__ import annotations

from collections import Counter
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Description
from beiguan_desktop.services import comparing, library_list, pairing
from beiguan_desktop.ui import garbage, labels, staff
from beiguan_desktop.ui.compare_head import Choice, Names
from beiguan_desktop.ui.compare_page import ComparePage
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.scale import SCALE
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.core.shelving import Listed
    from beiguan_desktop.core.side_by_side import Comparison, Row
    from beiguan_desktop.ui.main_window import MainWindow

_SMALLER, _ENOUGH = 2, 18
"""By how many points the letters are smaller than the report's, unless those of the interface are
larger: then they are as large as these, up to so many points."""
_ALONE = "资料库里只有这一份报告。请先打开另一稿，再来对照。"
_LOOK = 200
"""Milliseconds between two looks at how far it is; what is compared sooner needs no sentence that
comes and goes."""


class CompareFlow(QObject):
    """Keeps the two that are compared, `old` and `new`, while their page is wanted.

    `compared`: two reports stand on the page (both are set), or other ones, or somebody comes back
    to them.
    """

    compared = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.old: Report | None = None
        self.new: Report | None = None
        self._stop = Event()
        self._percent = 0
        self._is_shown = False
        self._waiting = QTimer(self)
        self._waiting.setInterval(_LOOK)
        self.page = page = ComparePage(WORN)
        window.rooms.addWidget(page)
        page.back_asked.connect(window.rooms.show_text)
        page.cancel_asked.connect(self._cancel)
        page.opened.connect(self._go_to)
        head = page.body.head
        head.old.choices = head.new.choices = self._choices
        head.old.chosen.connect(lambda report: self._choose(report, is_new=False))
        head.new.chosen.connect(lambda report: self._choose(report, is_new=True))
        self._waiting.timeout.connect(lambda: page.show_working(self._percent))
        window.looks.told.connect(lambda _words: self._set_points())
        self._workspace.opened.connect(lambda _report: self._look_again())
        self._workspace.changed.connect(self._on_changed)

    def open(self, old: str | None = None, new: str | None = None) -> None:
        """Show what changed between two reports, by their ids; without them, find the two."""
        pair = (old, new) if old and new else self._usual()
        if pair is None:
            self._workspace.refused.emit(_ALONE)
            return
        self._set_points()
        self._window.rooms.show_page(self.page)
        self._show(*pair)
        self.page.take_focus()

    def _usual(self) -> tuple[str, str] | None:
        """Return the two that stand here, if the report is one of them; else the expected ones."""
        reports, shown = self._reports(), self._workspace.shown
        if self.old is not None and self.new is not None:
            pair = self.old.id, self.new.id
            if shown in pair and {it.id for it in reports}.issuperset(pair):
                return pair
        return pairing.pair_for(reports, shown)

    def _reports(self) -> list[Listed]:
        return library_list.to_choose(self._workspace.store)

    # -- comparing

    def _show(self, old: str, new: str) -> None:
        """Compare two reports in a job, unless they stand here as they are."""
        shelf, before = self._workspace.store.shelf, (self.old, self.new)
        try:
            pair = shelf.load(old), shelf.load(new)
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        if pair == before and self._is_shown:
            self.page.show_opinions(self._opinions())
            self.compared.emit()
            return
        self.old, self.new = pair
        self._is_shown = False
        self.page.body.head.put(*map(report_names, pair))
        self._run(*pair)

    def _run(self, old: Report, new: Report) -> None:
        """Compare two reports beside the window; what was begun before is wanted no more."""
        self._stop.set()
        stop, self._percent = Event(), 0
        self._stop = stop
        self._waiting.start()

        def note(done: int, whole: int) -> None:
            if not stop.is_set():
                self._percent = 100 * done // whole

        def act() -> tuple[Comparison, str]:
            with garbage.held():  # or the window would wait for it, 0.2 s at a million characters
                found = comparing.side_by_side(
                    old.units, new.units, stop=stop.is_set, on_progress=note
                )
                return found, found.kept.warning

        def done(found: tuple[Comparison, str]) -> None:
            if not stop.is_set():
                self._take(*found)

        def fail(words: str) -> None:
            if not stop.is_set():  # else it was stopped because nobody waits
                self._cancel()
                self._workspace.refused.emit(words)

        self._window.jobs.run(act, done, fail)

    def _take(self, comparison: Comparison, warning: str) -> None:
        self._waiting.stop()
        self._is_shown = True
        self.page.show_comparison(comparison, self._opinions(), warning)
        self.compared.emit()

    def _opinions(self) -> dict[int, int]:
        if self.old is None:
            return {}
        found = self._workspace.store.comments(self.old.id)
        seen = [it for it in found if staff.sees(self._workspace, it)]
        return dict(comparing.opinions_by_unit(seen))

    def _cancel(self) -> None:
        """Wait no longer: the job ends, and what it found is not looked at."""
        self._stop.set()
        self._waiting.stop()
        self.old = self.new = None
        self._window.rooms.show_text()

    def _choose(self, report: str, *, is_new: bool) -> None:
        """Put another report on one side; the same on both changes sides."""
        if self.old is None or self.new is None:
            return
        old, new = (self.old.id, report) if is_new else (report, self.new.id)
        if old == new:
            old, new = self.new.id, self.old.id
        self._show(old, new)

    def _choices(self) -> list[Choice]:
        """Return the reports of the library, editions of the two first."""
        here = self.new or self.old
        names = {here.title} if here is not None else set()
        reports = sorted(self._reports(), key=lambda it: it.title not in names)
        alike = Counter(map(words_of, reports))
        return [
            Choice(it.id, f"{words}　{it.file}" if alike[words] > 1 else words, it.file)
            for it, words in zip(reports, map(words_of, reports), strict=True)
        ]

    # -- what becomes of it

    def _on_changed(self, change: Change) -> None:
        """Follow what is done while the page is seen: a report hidden, an opinion taken back."""
        records = [edit.after or edit.before for edit in change.edits]
        if any(isinstance(it, Description) for it in records):
            self._look_again()
        elif any(isinstance(it, Comment) for it in records) and self._is_seen():
            self.page.show_opinions(self._opinions())

    def _is_seen(self) -> bool:
        return self._is_shown and self._window.rooms.currentWidget() is self.page

    def _look_again(self) -> None:
        """Show the two that are wanted as they are now, while the page is seen."""
        if self._window.rooms.currentWidget() is not self.page:
            return
        pair = self._usual()
        if pair is None:
            self._window.rooms.show_text()
        else:
            self._show(*pair)

    def _set_points(self) -> None:
        least = min(_ENOUGH, SCALE.points)
        self.page.set_points(max(least, self._window.looks.text_size - _SMALLER))

    def _go_to(self, row: Row) -> None:
        """Show a paragraph where it stands: in the new edition, else in the old one."""
        report, units = (self.new, row.news) if row.news else (self.old, row.olds)
        window = self._window
        if report is None:
            return
        window.change_report(report.id)
        if self._workspace.shown == report.id and self._workspace.report is not None:
            window.rooms.show_text()
            window.reading.cards.look_at(paragraph(self._workspace.report, units[0]))


def report_names(report: Report) -> Names:
    """Name an edition: what it is and of which day; its title where neither is known."""
    parts = (report.edition, labels.report_date(report))
    words = "　".join(part for part in parts if part) or report.title
    return Names(words, report.edition or words, report.title, report.id)


def words_of(report: Listed) -> str:
    """Name a report of the library in one line."""
    return "　".join(part for part in (report.edition, report.title) if part)


def open_compare(window: MainWindow, old: str | None = None, new: str | None = None) -> None:
    """Show 对照 in place of the text: of two reports, or of the one that is shown."""
    if has_report(window):
        flow_of(window, CompareFlow, _made).open(old, new)


def _made(window: MainWindow) -> CompareFlow:
    from beiguan_desktop.ui.adoption_flow import AdoptionFlow  # noqa: PLC0415 - with the page

    flow = CompareFlow(window)
    flow_of(window, AdoptionFlow).follow(flow)
    return flow
