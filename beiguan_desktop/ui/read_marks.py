"""Which paragraphs of the report shown have been read, whoever says so: time, or the reader.

Marks are a comfort of one machine: kept in the library, never handed in, never exported. Where
nothing can be written they last until the window is closed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core import progress

if TYPE_CHECKING:
    from beiguan_desktop.core.progress import Share
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.workspace import Workspace


class ReadMarks(QObject):
    """The marks of one report at a time. `changed`: the units that became read or unread."""

    changed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.report: Report | None = None
        self.marks: set[int] = set()
        """Letter offsets, as they are kept."""
        self.unread: set[int] = set()
        """The ordinals of the paragraphs that have not been read."""
        self.share: Share | None = None
        """How much of the whole report was read; None without one."""
        self._workspace = workspace
        self._known: dict[str, set[int]] = {}
        self._is_new = False

    def begin(self, report: Report) -> None:
        """Go on with what was read of a report that is shown now."""
        self.report = report
        if report.id not in self._known:
            self._known[report.id] = self._workspace.store.desk.read_marks(report.id)
        self.marks = self._known[report.id]
        self.unread = set(progress.unread(report, self.marks))
        self.share = progress.of_whole(report, self.marks)
        self._is_new = False

    def are_of(self, report: Report) -> bool:
        """Tell whether these are the marks of a report.

        The page may still hold it as it was glimpsed before the library was open: by name.
        """
        mine = self.report
        return mine is not None and (mine.id, mine.reading) == (report.id, report.reading)

    @property
    def read(self) -> frozenset[int]:
        """The ordinals of the paragraphs that have been read."""
        numbered = self.report.paragraphs.values() if self.report else ()
        return frozenset(unit.ordinal for unit in numbered) - self.unread

    def mark(self, units: Collection[int]) -> frozenset[int]:
        """Count paragraphs as read, by ordinal; return those that were not before."""
        new = self.unread.intersection(units)
        if self.report is not None and new:
            self.marks.update(self.report.units[unit].letter for unit in new)
            self.unread -= new
            self._tell(new, is_read=True)
        return frozenset(new)

    def unmark(self, units: Iterable[int]) -> frozenset[int]:
        """Count paragraphs as not read; return those that had been."""
        gone = self.read.intersection(units)
        if self.report is not None and gone:
            kept = progress.without(self.report, self.marks, gone)
            self.marks.intersection_update(kept)
            gone &= progress.unread(self.report, self.marks)
            self.unread |= gone
            self._tell(gone, is_read=False)
        return gone

    def take_new(self) -> set[int] | None:
        """Return all marks if there are others since this was asked last."""
        is_new, self._is_new = self._is_new, False
        return set(self.marks) if is_new else None

    def _tell(self, units: Iterable[int], *, is_read: bool) -> None:
        if self.share is not None and self.report is not None:
            self.share = progress.moved(self.share, self.report, units, is_read=is_read)
        self._is_new = True
        self.changed.emit(frozenset(units))
