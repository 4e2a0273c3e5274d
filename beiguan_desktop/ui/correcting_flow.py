"""校对这份报告: a report of the library is looked through again, and its text put in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Plainly
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.core.report import Description
from beiguan_desktop.services import clock, describing, importing, rereading, turning
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.preview_flow import PreviewFlow

if TYPE_CHECKING:
    from threading import Event

    from beiguan_desktop.core.correction import Correction
    from beiguan_desktop.core.report import Read
    from beiguan_desktop.ui.main_window import MainWindow

_ONE_WAITS = "请先点“{}”或“{}”，再校对另一份。"
_GOES_ON = "文字还没有换，刚才改的都还在。"
_NOTHING = "文字没有变，还是原来的"
_NAMED = "报告的说明改好了"


def correct_report(window: MainWindow) -> None:
    """Show the report that is shown with what was recognised, to be corrected."""
    if has_report(window):
        flow_of(window, CorrectingFlow).begin()


class CorrectingFlow(QObject):
    """Reads the report's source by the rules of today, with what was corrected before."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._preview = flow_of(window, PreviewFlow)
        self._preview.accepted.connect(self._on_accepted)
        self._report = ""
        self._proof: Proof | None = None

    def begin(self) -> None:
        """Read the source in a job and show it; words that wait in the box stay there."""
        preview, report = self._preview, self._workspace.report
        if not preview.is_untouched:
            preview.resume()
            preview.page.foot.ask_first(_ONE_WAITS)
            return
        made = self._workspace.store.readings.of(self._workspace.shown)[0]
        source = self._workspace.store.readings.source(made.source)
        self._report = self._workspace.shown

        def make(stop: Event) -> Proof:
            is_plain = Plainly() in made.corrections
            read = rereading.read_anew(source, is_plain=is_plain, stop=stop)
            return Proof(read, importing.doubts(read.reading), made.corrections)

        if report is not None:
            self._window.taking_in.look_again(source.name, make, self._look)

    def _look(self, proof: Proof) -> None:
        if self._workspace.shown == self._report:
            self._proof = proof
            self._preview.correct(proof, self._described())

    def _described(self) -> Description:
        return describing.description(self._workspace.store, self._report)

    def _go_on(self, said: Description) -> bool:
        """Show again what was corrected and not put in place: nothing of it is lost."""
        if self._proof is None or self._workspace.shown != self._report:
            return False
        self._preview.correct(self._proof, self._described())
        self._preview.page.description.show_said(said)
        self._preview.page.foot.tell(_GOES_ON)
        return True

    def _on_accepted(
        self, read: Read, corrections: tuple[Correction, ...], said: Description
    ) -> None:
        """Show what becomes of the opinions if this text is put in place.

        Where the text stays as it is, what was said is kept, and the report bears its new names.
        """
        self._window.change_report(self._report)  # somebody may have turned to another meanwhile
        if self._workspace.shown != self._report:
            return
        report, store = self._workspace.report, self._workspace.store
        reading, _ = corrected(read.text, read.reading, corrections)
        if report is not None and turning.is_as_shown(report, reading):
            self._workspace.attempt(
                lambda: store.readings.put(report.id, reading, corrections, now=clock.now())
            )
            self._name(report.id, said)
            return
        from beiguan_desktop.ui.replacing_flow import ReplacingFlow  # noqa: PLC0415 - on first use

        replacing = flow_of(self._window, ReplacingFlow)
        replacing.offer(reading, corrections, lambda: self._go_on(said))

    def _name(self, report: str, said: Description) -> None:
        """Let a report bear the names it was given, as an act that can be undone."""
        me, store = self._workspace.me, self._workspace.store
        by = describing.Signed(clock.new_id(), clock.now(), me.id if me else None)
        change = describing.redescribed(describing.description(store, report), said, by)
        if change is None:
            self._window.status.add_told(_NOTHING)
        elif self._workspace.do(change):
            self._window.page.undo_bar.tell(_NAMED, sign="pencil")
