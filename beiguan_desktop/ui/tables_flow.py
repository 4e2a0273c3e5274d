"""从表格录入 from the menu to the opinions in the library: looked at first, undone afterwards."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.table_paper import paper_of
from beiguan_desktop.core.text import clean
from beiguan_desktop.services import reading_apart, taking_tables
from beiguan_desktop.ui.dialogs.table_preview import TablePreview
from beiguan_desktop.ui.file_asking import ask_existing, documents
from beiguan_desktop.ui.flows import has_report

if TYPE_CHECKING:
    from beiguan_desktop.services.taking_tables import Library, Taking
    from beiguan_desktop.ui.main_window import MainWindow

_EVERY = 20
"""Lines between two words about how far it is: the window is not told each."""
_KINDS = "表格 (*.csv *.xlsx *.txt *.tsv)"
_SOME = 5
"""How many columns that nobody looked at are named."""


class TablesFlow(QObject):
    """Asks for a file, reads it in a job, shows what would come, and writes it as one Change."""

    _went = Signal(object, int, int)
    """How far which reading is; emitted in the thread of the job."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace, self._jobs = window, window.workspace, window.jobs
        self._stop: Event | None = None
        self._taking: Taking | None = None
        self._folder: Path | None = None
        self.page = TablePreview(window)
        self.page.taking_asked.connect(self.take)
        self.page.other_asked.connect(self.ask)
        self.page.finished.connect(lambda _result: self._let_be())
        self._went.connect(self._on_went)
        self._workspace.opened.connect(lambda _report: self.page.reject())

    def ask(self) -> None:
        """Ask which table, first where the last one lay."""
        if has_report(self._window) and self._window.reading.writing.leave():
            folder = self._folder if self._folder and self._folder.is_dir() else documents()
            ask_existing(self._window, "从哪个表格录入", _KINDS, folder, self.read)

    def read(self, path: Path) -> None:
        """Read a table beside the window and show what would come of it."""
        self._let_be()
        stop = self._stop = Event()
        self._folder = path.parent
        library = self._library()

        def show(taking: Taking | None) -> None:
            if taking is not None and not stop.is_set():
                self._show(taking)

        def fail(words: str) -> None:
            if not stop.is_set():
                self.page.show_end("没有读成", words)

        self.page.show_busy(clean(path.name))
        self.page.open()
        self._jobs.run(lambda: self._prepared(path, library, stop), show, fail)

    def _prepared(self, path: Path, library: Library, stop: Event) -> Taking | None:
        """Do the work of the job; None when it was stopped."""

        def told(done: int, whole: int) -> None:
            if done % _EVERY == 0:
                self._went.emit(stop, done, whole)

        try:
            sheets = taking_tables.read_table(path, stop=stop)
            return taking_tables.prepare(sheets, library, stop=stop, told=told)
        except reading_apart.CancelledError:
            return None

    def _library(self) -> Library:
        """Return what a table comes to, as values that a job may have."""
        report, me, store = (
            self._workspace.report,
            self._workspace.ensure_me(),
            self._workspace.store,
        )
        if report is None:
            raise RuntimeError("no report is open")
        return taking_tables.Library(report, store.people(), store.every_comment(report.id), me)

    def _on_went(self, stop: Event, done: int, whole: int) -> None:
        if stop is self._stop and not stop.is_set():
            self.page.show_progress(done, whole)

    def _let_be(self) -> None:
        """Read no further; nothing has been written."""
        if self._stop is not None:
            self._stop.set()
        self._stop = self._taking = None

    def _show(self, taking: Taking) -> None:
        report, count = self._workspace.report, len(taking.added)
        self._taking = taking
        if report is not None:
            head = f"要录入 {count} 条意见" if count else "没有新的意见"
            paper = paper_of(report, taking.added, taking.problems)
            self.page.show_taking(head, _notes(taking), paper, count=count)

    def take(self) -> None:
        """Write what was shown; what could not come stays in sight, to be mended."""
        taking, report = self._taking, self._workspace.report
        if taking is None or taking.change is None or report is None:
            return
        if not self._workspace.do(taking.change):
            self.page.show_failure(self._window.status.words)
            return
        self._taking = None
        done = f"已从表格录入 {len(taking.added)} 条意见"
        self._window.page.undo_bar.tell(done, sign="check")
        self._window.status.add_told(done)
        if taking.problems:
            mend = "下面的行没有录入。请在表格里改好，存上，再录一次：录过的不会重复。"
            self.page.show_end(done, mend, paper_of(report, (), taking.problems))
        else:
            self.page.accept()


def _notes(taking: Taking) -> str:
    """Return what else there is to say of a table."""
    notes = []
    if taking.problems:
        notes.append(f"{len(taking.problems)} 行有问题，不录入。")
    if taking.same:
        notes.append(f"{taking.same} 条已经有了，不重复录。")
    if taking.unused:
        rest = "等" if len(taking.unused) > _SOME else ""
        notes.append(f"没有用到的列：{'、'.join(taking.unused[:_SOME])}{rest}。")
    if taking.unseen:
        notes.append(f"去掉了 {taking.unseen} 个看不见的字符。")
    return "".join(notes) or "录入后可以撤销。"
