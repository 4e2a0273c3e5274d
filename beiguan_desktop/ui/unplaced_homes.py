"""The earlier texts of a report in which opinions without a place in this one had theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Comment, Highlight
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.workspace import Workspace


class Homes(QObject):
    """Gives the text a record's place is in; each is read once, and kept while it is shown."""

    def __init__(self, workspace: Workspace) -> None:
        """Read from the workspace's library."""
        super().__init__(workspace)
        self._workspace = workspace
        self._texts: dict[tuple[str, str], Report | None] = {}
        workspace.opened.connect(lambda _report: self._texts.clear())

    def of(self, record: Comment | Highlight) -> Report | None:
        """Return the text in which a record has its place; None where it is no longer there."""
        report = self._workspace.report
        if report is None or record.report != report.id or record.reading == report.reading:
            return report
        key = record.report, record.reading
        if key not in self._texts:
            units = self._workspace.store.readings.units(record.reading)
            old = replace(report, reading=record.reading, units=units, marks=())
            self._texts[key] = old if units else None
        return self._texts[key]


def homes_of(workspace: Workspace) -> Homes:
    """Return the one keeper of earlier texts that a workspace has, made on first use."""
    found = workspace.findChild(Homes)
    return found if isinstance(found, Homes) else Homes(workspace)
