"""Where a report of the library leads: 对照, another reading, 校对; each is made on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Plainly
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.services import clock, describing, importing, rereading
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.flows import flow_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beiguan_desktop.core.correction import Correction
    from beiguan_desktop.core.report import Description, Read
    from beiguan_desktop.ui.library_model import Row
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.preview_flow import PreviewFlow
    from beiguan_desktop.ui.replacing_flow import ReplacingFlow

_READING = "正在重新读原来的文件…"
_WAITS = "有一份报告看到一半。请按 Ctrl+O 先看完它，再来校对这一份。"


class LibraryLeads(QObject):
    """Leads on from a report; 校对 comes back with corrections, which another page puts in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._corrected = ""
        """The report that is being looked through."""
        self._preview().accepted.connect(self._accept)

    def _preview(self) -> PreviewFlow:
        from beiguan_desktop.ui.preview_flow import PreviewFlow  # noqa: PLC0415 - on first use

        return flow_of(self._window, PreviewFlow)

    def _replacing(self) -> ReplacingFlow:
        from beiguan_desktop.ui.replacing_flow import ReplacingFlow  # noqa: PLC0415 - on first use

        return flow_of(self._window, ReplacingFlow)

    def compare(self, row: Row) -> None:
        """Show what changed between two editions: to this one, or from it to the one after."""
        from beiguan_desktop.ui.compare_door import open_compare  # noqa: PLC0415 - on first use

        report, newer = row.report, row.standing.newer
        if newer is not None:
            open_compare(self._window, report.id, newer.id)
        elif report.edition_of is not None:
            open_compare(self._window, report.edition_of, report.id)

    def replace(self) -> None:
        """Offer a better reading of the report that is open."""
        self._replacing().begin()

    # -- 校对

    def correct(self) -> None:
        """Read the source of the open report again, with what was corrected, to look through."""
        store, report = self._workspace.store, self._workspace.shown
        if not self._preview().is_untouched:
            self._workspace.refused.emit(_WAITS)
            return
        made = store.readings.of(report)[0]
        source = store.readings.source(made.source)
        is_plain = Plainly() in made.corrections
        self._window.status.add_told(_READING)

        def read() -> Proof:
            with garbage.held():
                found = rereading.read_anew(source, is_plain=is_plain)
                return Proof(found, importing.doubts(found.reading), made.corrections)

        def show(proof: Proof) -> None:
            if self._workspace.shown == report:
                self._corrected = report
                self._preview().correct(proof, describing.description(store, report))

        self._window.jobs.run(read, show, self._workspace.refused.emit)

    def _accept(self, read: Read, corrections: Sequence[Correction], said: Description) -> None:
        """Offer what a text was corrected to; where only names were, the report bears them."""
        report, workspace = self._workspace.report, self._workspace
        if report is None or report.id != self._corrected:
            return
        reading, _ = corrected(read.text, read.reading, corrections)
        if reading.id != report.reading:
            self._replacing().offer(reading, corrections)
            return
        me = workspace.me
        by = describing.Signed(clock.new_id(), clock.now(), me.id if me else None)
        now = describing.description(workspace.store, report.id)
        change = describing.redescribed(now, said, by)
        if change is not None and workspace.do(change):
            self._window.page.undo_bar.tell("报告的说明改好了", sign="pencil")
