"""Where a report of the library leads: 对照, another reading, 校对; each is made on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.ui.flows import flow_of

if TYPE_CHECKING:
    from beiguan_desktop.ui.library_model import Row
    from beiguan_desktop.ui.main_window import MainWindow


class LibraryLeads(QObject):
    """Leads on from a report."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

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
        from beiguan_desktop.ui.replacing_flow import ReplacingFlow  # noqa: PLC0415 - on first use

        flow_of(self._window, ReplacingFlow).begin()

    def correct(self) -> None:
        """Let the open report be looked through."""
        from beiguan_desktop.ui.correcting_flow import correct_report  # noqa: PLC0415 - on first use

        correct_report(self._window)
