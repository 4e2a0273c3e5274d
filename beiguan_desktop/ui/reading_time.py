"""Which paragraphs have been read: those that stood in view for as long as they take.

The time counts while the window is the active one, and a paragraph is read once every line of
it has been seen. The timer runs only while something unread is in view.
"""

import time
from collections import defaultdict
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from beiguan_desktop.core import statistics
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.page_lines import PageLines
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.workspace import Workspace

TICK = 1000
"""Milliseconds from one look to the next while nothing moves."""
LONGEST = 2.0
"""The most seconds one look counts: a machine that slept has read nothing."""

_TELLING = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowDeactivate,
)


class ReadingTime(QObject):
    """Watches a page and keeps the marks of its report. `read`: there is a new one."""

    read = Signal()

    def __init__(
        self, workspace: Workspace, view: PageView, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(view)
        self.marks: set[int] = set()
        self._workspace, self._view, self._clock = workspace, view, clock
        self._report: Report | None = None
        self._unread: set[int] = set()
        self._seconds: defaultdict[int, float] = defaultdict(float)
        self._seen: defaultdict[int, set[int]] = defaultdict(set)
        self._watched: tuple[int, ...] = ()
        self._looked = clock()
        self._is_new = self._is_noting = False
        self.timer = QTimer(self, interval=TICK)
        self.timer.timeout.connect(self.look)
        view.moved.connect(self.look)
        view.column_changed.connect(self.look)
        view.installEventFilter(self)

    def begin(self, report: Report) -> None:
        """Go on with what was read of a report that the page shows now."""
        self._report = report
        store = self._workspace.store
        self.marks = store.desk.read_marks(report.id)
        self._is_noting = not store.read_only
        self._unread = set(statistics.unread(report, self.marks))
        self._seconds.clear()
        self._seen.clear()
        self._watched = ()
        self._is_new = False
        self.look()

    def take_new(self) -> set[int] | None:
        """Return all marks if there are new ones since this was asked last."""
        is_new, self._is_new = self._is_new, False
        return set(self.marks) if is_new else None

    def look(self) -> None:
        """Count the time since the last look for what was in view, and see what is now."""
        now = self._clock()
        gone, self._looked = min(LONGEST, now - self._looked), now
        lines = self._view.scroller.lines
        if lines is None or lines.document.report is not self._report:
            self._watched = ()  # another report is being set; `begin` comes next
        else:
            for unit in self._watched:
                self._seconds[unit] += gone
                self._finish(unit, lines)
            self._watched = self._in_view(lines)
        if bool(self._watched) != self.timer.isActive():
            (self.timer.start if self._watched else self.timer.stop)()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the page or its window comes and goes."""
        if event.type() in _TELLING:
            self.look()
        return super().eventFilter(watched, event)

    def _in_view(self, lines: PageLines) -> tuple[int, ...]:
        """Return the unread paragraphs of which something can be read now; note their lines."""
        view = self._view
        is_read = view.isVisible() and view.isActiveWindow() and self._is_noting
        if not is_read or not self._unread:
            return ()
        top = view.verticalScrollBar().value()
        bottom = top + view.viewport().height()
        found = tuple(unit for unit in lines.between(top, bottom) if unit in self._unread)
        for unit in found:
            for line in lines.of(unit):
                if top <= line.top and line.bottom <= bottom:
                    self._seen[unit].update(range(line.start, line.end))
        return found

    def _finish(self, unit: int, lines: PageLines) -> None:
        """Mark a paragraph as read, if it is."""
        here = lines.document.report.units[unit]
        needed = statistics.seconds_to_read(here.text)
        is_whole = len(self._seen[unit]) >= lines.last(unit).end
        if is_whole and self._seconds[unit] >= needed:
            self._unread.discard(unit)
            self.marks.add(here.letter)
            self._is_new = True
            self.read.emit()
