"""Opening a report from its file while the window goes on: one at a time, to be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.report import Reading as ReportReading
from beiguan_desktop.core.report import Source
from beiguan_desktop.core.text import clean
from beiguan_desktop.services import clock
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.reading import Reading
from beiguan_desktop.ui.reading_bar import ReadingBar
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.workspace import Workspace

_Read = tuple[Source, ReportReading]

_BUSY = "正在读另一份报告。请等它读完，或者先按“取消”"
_CANCELLED = "已取消，没有导入"


class TakingIn(QObject):
    """Reads a file – a Word or PDF file in a job – and puts it into the library.

    The page of somebody who has begun to write meanwhile is not taken away.
    """

    told = Signal(str)
    """What has come of it, in words."""

    def __init__(self, workspace: Workspace, reading: Reading, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._reading, self._jobs = workspace, reading, jobs
        self._stop: Event | None = None
        self.bar = ReadingBar(WORN)
        self.bar.cancel_asked.connect(self._on_cancel_asked)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._stop is not None

    def take(self, path: Path, failed: Callable[[str], object] | None = None) -> None:
        """Read a file and show its report; `failed` is called with the sentence instead."""
        from beiguan_desktop.services import importing  # noqa: PLC0415 - seldom needed

        if self.is_busy:
            self._workspace.refused.emit(_BUSY)
        elif importing.is_read_apart(path):
            self._start(path, failed or self._workspace.refused.emit)
        else:
            self._put(path, self._reading.leave)

    def cancel(self) -> None:
        """Let the file be; its worker is killed and nothing is put anywhere."""
        if self._stop is not None:
            self._stop.set()
        self._end()

    def _start(self, path: Path, failed: Callable[[str], object]) -> None:
        from beiguan_desktop.services import importing, reading_apart  # noqa: PLC0415 - as above

        stop = self._stop = Event()

        def read() -> _Read | None:
            try:
                return importing.read_report(path, now=clock.now(), stop=stop)
            except reading_apart.CancelledError:
                return None

        def show(made: _Read | None) -> None:
            if made is not None and not stop.is_set():
                self._end()
                self._put(made, self._is_left)

        def tell(words: str) -> None:
            if not stop.is_set():
                self._end()
                failed(words)

        self.bar.tell(clean(path.name))
        self._jobs.run(read, show, tell)

    def _end(self) -> None:
        self._stop = None
        self.bar.leave()

    def _is_left(self) -> bool:
        """Leave the present place, but not the words that wait there."""
        return not self._reading.writing.has_words and self._reading.leave()

    def _put(self, made: Path | _Read, leave: Callable[[], bool]) -> None:
        """Put a report into the library; show it if the one that is shown can be left."""
        before = self._workspace.report
        done = self._workspace.import_report(made, leave)
        if done is None or before is None:
            return
        if done.is_paged:
            self.told.emit(f"《{done.title}》已在资料库里；页码和行号现在以这份 PDF 为准")
        elif done.report != self._workspace.shown:
            self.told.emit(f"已放进资料库：《{done.title}》，要看请点“更多—报告”")
        elif done.report != before.id:
            self.told.emit(f"已换到《{done.title}》，要换回去请点“更多—报告”")

    def _on_cancel_asked(self) -> None:
        self.cancel()
        self.told.emit(_CANCELLED)
