"""When the paragraph that is shown alone has been read: by the same measure as in the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from beiguan_desktop.core.progress import seconds_to_read
from beiguan_desktop.ui.page_view import PageView

TICK = 1000
"""Milliseconds from one look to the next."""


class ParagraphTime(QObject):
    """Counts the seconds of one paragraph while it is seen, and calls `done` when it was read.

    All of it must have been seen, and the window be the active one.
    """

    def __init__(self, view: PageView, done: Callable[[], object]) -> None:
        super().__init__(view)
        self._view, self._done = view, done
        self._seconds = self._lowest = 0
        self.timer = QTimer(self, interval=TICK)
        self.timer.timeout.connect(self.look)
        view.moved.connect(self._see)

    def begin(self) -> None:
        """Begin with what the page shows now."""
        self._seconds = self._lowest = 0
        self._see()
        self.timer.start()

    def look(self) -> None:
        """Count one second more, if somebody can be reading."""
        view, lines = self._view, self._view.lines
        if lines is None or not view.isVisible() or not view.isActiveWindow():
            return
        self._seconds += 1
        self._see()
        needed = seconds_to_read(lines.document.report.units[0].text)
        if self._seconds >= needed and self._lowest >= lines.last(0).bottom:
            self.timer.stop()
            self._done()

    def _see(self) -> None:
        bottom = self._view.verticalScrollBar().value() + self._view.viewport().height()
        self._lowest = max(self._lowest, bottom)
