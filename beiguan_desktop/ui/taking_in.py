"""Opening a report from its file while the window goes on: one at a time, to be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.errors import NoReportError, UserError
from beiguan_desktop.core.report import Read
from beiguan_desktop.core.text import clean
from beiguan_desktop.services import clock
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.reading import Reading
from beiguan_desktop.ui.reading_bar import ReadingBar
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from beiguan_desktop.core.proofing import Proof
    from beiguan_desktop.services.importing import Imported
    from beiguan_desktop.ui.refusal_bar import RefusalBar

    Look = Callable[[Proof], None]
    Make = Callable[[Event], Read | Proof]

_BUSY = "正在读另一份报告。请等它读完，或者先按“取消”"
_CANCELLED = "已取消，没有导入"
_LONGEST = 16
"""Characters of a title in a sentence that must stand in one line with what is saved."""


class TakingIn(QObject):
    """Reads a file – one that takes time in a job – and puts it into the library.

    The page of somebody who has begun to write meanwhile is not taken away.
    """

    told = Signal(str)
    """What has come of it, in words."""
    left = Signal()
    """What was said about a file was put away by its button, and the focus is nowhere."""
    other_asked = Signal()
    """A file was refused, and another one shall be chosen."""

    def __init__(self, workspace: Workspace, reading: Reading, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._reading, self._jobs = workspace, reading, jobs
        self._stop: Event | None = None
        self._refused: Path | None = None
        self._look: Look | None = None
        self.bar = ReadingBar(WORN)
        self.bar.cancel_asked.connect(self._on_cancel_asked)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._stop is not None

    @cached_property
    def refusal(self) -> RefusalBar:
        """The bar under the pages that says why a file was refused."""
        from beiguan_desktop.ui.refusal_bar import RefusalBar  # noqa: PLC0415 - on first use

        whole = self.bar.parentWidget()
        made = RefusalBar(WORN, whole)
        column = whole.layout() if whole is not None else None
        if column is not None:
            column.addWidget(made)
        made.plain_asked.connect(self._on_plain_asked)
        made.other_asked.connect(self.other_asked)
        made.left.connect(self.left)
        return made

    def take(self, path: Path, *, is_plain: bool = False, look: Look | None = None) -> None:
        """Read a file and show its report, or why it is refused.

        `is_plain`: as plain paragraphs, for somebody insists although it looks like no report.
        `look` gets what was read, to be looked at; without it, it goes into the library at once.
        """
        from beiguan_desktop.services import importing  # noqa: PLC0415 - seldom needed

        if self.is_busy:
            self._workspace.refused.emit(_BUSY)
            return
        self._let_refusal_go()
        self._look = look

        def make(stop: Event) -> Read | Proof:
            return _read(path, stop, is_plain=is_plain, is_looked_at=look is not None)

        if importing.takes_time(path):
            self._start(path, make)
        else:
            made = _in_words(lambda: make(Event()))
            self._take_outcome(path, made, self._reading.leave)

    def refuse(self, words: str) -> None:
        """Say why what was brought here is taken no further."""
        self._let_refusal_go()
        self.refusal.tell(words)

    def cancel(self) -> None:
        """Let the file be; its worker is killed and nothing is put anywhere."""
        if self._stop is not None:
            self._stop.set()
        self._end()

    def look_again(self, name: str, make: Make, look: Look) -> None:
        """Read what the library has under a name, and let it be looked at."""
        if self.is_busy:
            self._workspace.refused.emit(_BUSY)
            return
        self._let_refusal_go()
        self._look = look
        self._start(Path(name), make)

    def _start(self, path: Path, make: Make) -> None:
        stop = self._stop = Event()

        def work() -> Read | Proof | UserError | None:
            return _in_words(lambda: make(stop))

        def take(made: Read | Proof | UserError | None) -> None:
            if not stop.is_set():
                self._end()
                self._take_outcome(path, made, self._is_left)

        self.bar.tell(clean(path.name))
        self._jobs.run(work, take, self._workspace.refused.emit)

    def _end(self) -> None:
        self._stop = None
        self.bar.leave()

    def _is_left(self) -> bool:
        """Leave the present place, but not the words that wait there."""
        return not self._reading.writing.has_words and self._reading.leave()

    def _take_outcome(
        self, path: Path, made: Read | Proof | UserError | None, leave: Callable[[], bool]
    ) -> None:
        if isinstance(made, UserError):
            self._refused = path
            self.refusal.tell(str(made), may_be_plain=isinstance(made, NoReportError))
        elif isinstance(made, Read):
            self.put(made, leave)
        elif made is not None and self._look is not None:
            self._look(made)

    def _let_refusal_go(self) -> None:
        if self._refused is not None or "refusal" in vars(self):
            self._refused = None
            self.refusal.leave()

    def put(self, made: Read, leave: Callable[[], bool] | None = None) -> None:
        """Put a report into the library; show it if the one that is shown can be left."""
        before = self._workspace.shown
        done = self._workspace.import_report(made, leave or self._is_left)
        if done is not None and before:
            self.tell(done, before)

    def tell(self, done: Imported, before: str) -> None:
        """Say what has come of it; `before` is the report that was shown until then."""
        title = _short(done.title)
        if done.is_paged:
            self.told.emit(f"《{title}》已在资料库里；页码和行号现在以这份 PDF 为准")
        elif done.report != self._workspace.shown:
            self.told.emit(f"已放进资料库：《{title}》，要看请点“更多—报告”")
        elif done.report != before:
            self.told.emit(f"已换到《{title}》，要换回去请点“更多—报告”")
        else:
            self.told.emit(f"《{title}》已经打开，就是这一份")

    def _on_cancel_asked(self) -> None:
        self.cancel()
        self.told.emit(_CANCELLED)
        self.left.emit()

    def _on_plain_asked(self) -> None:
        if self._refused is not None:
            self.take(self._refused, is_plain=True, look=self._look)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _in_words(act: Callable[[], Read | Proof]) -> Read | Proof | UserError | None:
    """Read something, in any thread; return why it is refused, or None when it was stopped."""
    from beiguan_desktop.services import reading_apart  # noqa: PLC0415 - seldom needed

    try:
        with garbage.held():
            return act()
    except reading_apart.CancelledError:
        return None
    except UserError as error:
        return error


def _read(path: Path, stop: Event, *, is_plain: bool, is_looked_at: bool) -> Read | Proof:
    from beiguan_desktop.core.proofing import Proof  # noqa: PLC0415 - seldom needed
    from beiguan_desktop.services import importing  # noqa: PLC0415 - seldom needed

    read = importing.read_file(path, now=clock.now(), stop=stop, is_plain=is_plain)
    _ = read.reading.letters  # kept once they are known: a large text takes a while
    if is_looked_at:
        return Proof(read, importing.doubts(read.reading))
    _ = read.reading.id
    return read
