"""When a paragraph has been read: once it stood in view for as long as it takes.

The time counts while the window is the active one, and never for more than has been seen: a
first line at the foot of the page, however long it stands there, is a first line read. The
timer runs only while something unread is in view.
"""

import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QObject, QTimer

from beiguan_desktop.core.progress import seconds_to_read
from beiguan_desktop.ui.page_lines import PageLines
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.read_marks import ReadMarks

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
    """Watches a page and marks the paragraphs of its report that have been read."""

    def __init__(
        self, marks: ReadMarks, view: PageView, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(view)
        self._marks, self._view, self._clock = marks, view, clock
        self._seconds: defaultdict[int, float] = defaultdict(float)
        self._seen: defaultdict[int, set[int]] = defaultdict(set)
        self._watched: tuple[int, ...] = ()
        self._looked = clock()
        self.timer = QTimer(self, interval=TICK)
        self.timer.timeout.connect(self.look)
        view.moved.connect(self.look)
        view.column_changed.connect(self.look)
        view.installEventFilter(self)
        marks.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Watch the report whose marks have just been taken out."""
        self._seconds.clear()
        self._seen.clear()
        self._watched = ()
        self.look()

    def look(self) -> None:
        """Count the time since the last look for what was in view, and see what is now."""
        now = self._clock()
        gone, self._looked = min(LONGEST, now - self._looked), now
        lines = self._view.scroller.lines
        if lines is None or not self._marks.are_of(lines.document.report):
            self._watched = ()  # another report is being set; `begin` comes next
        else:
            done = [unit for unit in self._watched if self._is_read_after(gone, unit, lines)]
            self._watched = self._in_view(lines, done)
            self._marks.mark(done)
        if bool(self._watched) != self.timer.isActive():
            (self.timer.start if self._watched else self.timer.stop)()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the page or its window comes and goes."""
        if event.type() in _TELLING:
            self.look()
        return super().eventFilter(watched, event)

    def _in_view(self, lines: PageLines, done: Collection[int]) -> tuple[int, ...]:
        """Return the unread paragraphs of which something can be read now; note their lines."""
        view, unread = self._view, self._marks.unread
        if not unread or not view.isVisible() or not view.isActiveWindow():
            return ()
        top = view.verticalScrollBar().value()
        bottom = top + view.viewport().height()
        found = [unit for unit in lines.between(top, bottom) if unit in unread and unit not in done]
        for unit in found:
            own = lines.of(unit)
            for line in own[bisect_left(own, top, key=lambda each: each.top) :]:
                if line.bottom > bottom:
                    break
                self._seen[unit].update(range(line.start, line.end))
        return tuple(found)

    def _is_read_after(self, gone: float, unit: int, lines: PageLines) -> bool:
        """Count seconds for a paragraph, as many as what was seen of it takes at most."""
        needed = seconds_to_read(lines.document.report.units[unit].text)
        seen = min(1.0, len(self._seen[unit]) / max(1, lines.last(unit).end))
        self._seconds[unit] = min(self._seconds[unit] + gone, needed * seen)
        return self._seconds[unit] >= needed

    def _on_changed(self, units: frozenset[int]) -> None:
        """Begin anew with what was marked or unmarked by hand."""
        for unit in units:
            self._seconds.pop(unit, None)
            self._seen.pop(unit, None)
        if self._watched and not self._marks.unread.issuperset(self._watched):
            self._watched = tuple(unit for unit in self._watched if unit in self._marks.unread)
        self.look()
