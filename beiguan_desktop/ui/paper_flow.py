"""From the pages in sight to the paper or the file: what all pages share that end there."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.services import clock, exporting
from beiguan_desktop.services.exporting import Exported, NameTakenError
from beiguan_desktop.services.paper_files import CancelledError, PdfPainter
from beiguan_desktop.ui import gongwen_page, gongwen_pdf
from beiguan_desktop.ui.dialogs.paper_dialog import PaperDialog
from beiguan_desktop.ui.file_asking import Question, ask_file, documents
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.printer_choice import ask_printer, chosen_pages, full_page

_NO_PRINTER = "这台电脑上没有找到打印机。请接好打印机再试，或者存成 PDF，拿到别的电脑上打印。"
_CANCELLED = {"打印": "已取消，没有打印完。", "存": "已取消，没有存。"}
_WORD, _PDF = ("Word 文件", "docx"), ("PDF 文件", "pdf")
_QUESTIONS = {
    ".pdf": Question("存成 PDF 文件", *_PDF),
    ".docx": Question("存成 Word 文件", *_WORD),
    "": Question("存成文件", *_WORD, others=(_PDF,)),
}
"""By the suffix that is wanted; "" lets one choose."""


class PaperFlow(QObject):
    """Paints pages in a job that can be cancelled, on paper or into a file."""

    _progressed = Signal(int, int)
    """Pages painted, of how many; emitted in the thread of the work."""

    def __init__(self, jobs: Jobs, window: QWidget, page: PaperDialog) -> None:
        super().__init__(window)
        self._jobs, self._page = jobs, page
        self._set: tuple[SetPage, ...] = ()
        self._setting: Callable[[], None] | None = None
        """What puts the pages that are being set into sight at once."""
        self._stop: Event | None = None
        self._doing = ""
        self._folder: Path | None = None
        self._names: dict[str, str] = {}
        """What was stored under another name than proposed, by the name proposed."""
        page.print_asked.connect(self.ask_printer)
        page.save_asked.connect(self.ask_file)
        page.cancel_asked.connect(self.cancel)
        self._progressed.connect(self._on_progress)

    # -- what each page says for itself

    def _title(self) -> str:
        """Name the document for the printer."""
        raise NotImplementedError

    def _proposed(self, suffix: str) -> str:
        """Propose a file name."""
        raise NotImplementedError

    def _export(self, path: Path, today: date, pdf: PdfPainter) -> Callable[[], Exported] | None:
        """Return what stores the document, for a thread; None when there is none to store."""
        raise NotImplementedError

    def _is_ready(self) -> bool:
        """Tell whether there is something to ask a printer or a file for; False is told."""
        return True

    def _may_go(self) -> bool:
        """Do what must be done before anything goes out; False (told) when nothing may."""
        return self._is_ready()

    def _on_printed(self, count: int) -> None:
        self._end(f"已交给打印机，共 {count} 页。", is_done=True)

    def _on_stored(self, exported: Exported) -> None:
        self._end(f"已存好：{exported.file}", is_done=True)

    def _on_refused(self, path: Path, words: str, other: Path | None) -> None:  # noqa: ARG002
        """Say why nothing was stored; `other` is a name that would do."""
        if other is not None:
            self._remember(other)
        self._end(words)

    # -- the pages

    def show_paper(self, lay_out: Callable[[], Paper]) -> None:
        """Set a paper and show its pages; one that is asked for later counts."""

        def act() -> tuple[Paper, tuple[SetPage, ...]]:
            paper = lay_out()
            return paper, tuple(gongwen_page.laid_out(paper))

        def show(made: tuple[Paper, tuple[SetPage, ...]]) -> None:
            if self._setting is now:
                self._set, self._setting = made[1], None
                self._page.show_set(*made)

        def now() -> None:
            show(act())

        self._setting = now
        self._jobs.run(act, show, self._end)

    def set_now(self) -> None:
        """Wait for the pages that are being set: what goes out is what was chosen last."""
        if self._setting is not None:
            self._setting()

    def cancel(self) -> None:
        """Stop what is being painted: nothing of it is stored."""
        if self._stop is not None:
            self._stop.set()

    # -- onto paper

    def ask_printer(self) -> None:
        """Ask which printer and which pages; without any printer, say what else can be done."""
        if not self._is_ready():
            return
        if not QPrinterInfo.availablePrinterNames():
            self._end(_NO_PRINTER)
            self._page.file_button().setFocus()
            return
        self.set_now()
        if self._set:
            printer = full_page(self._title())
            ask_printer(self._page, printer, len(self._set), self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen pages in the background."""
        if self._page.is_busy or not self._may_go():
            return
        self.set_now()
        pages = chosen_pages(printer, self._set)
        watch = _watch(stop := Event(), self._progressed.emit)
        self._doing, self._stop = "打印", stop
        self._page.show_busy("正在打印……")

        def act() -> bool | None:
            try:
                gongwen_page.paint_pages(printer, pages, lambda done: watch(done, len(pages)))
            except CancelledError:
                printer.abort()
                return None
            return printer.printerState() not in (
                QPrinter.PrinterState.Error,
                QPrinter.PrinterState.Aborted,
            )

        def show(is_printed: bool | None) -> None:
            if is_printed:
                self._on_printed(len(pages))
            else:
                self._end(_CANCELLED["打印"] if is_printed is None else gongwen_page.NOT_TAKEN)

        self._jobs.run(act, show, self._end)

    # -- into a file

    def ask_file(self, suffix: str = "", start: Path | None = None) -> None:
        """Ask where to store the file, `start` proposed, else where the last one was stored."""
        if not self._is_ready():
            return
        if start is None:
            proposed = self._proposed(suffix or ".docx")
            folder = self._folder if self._folder and self._folder.is_dir() else documents()
            start = folder / self._names.get(proposed, proposed)
        ask_file(self._page, _QUESTIONS[suffix], start, self.store_at)

    def store_at(self, path: Path) -> None:
        """Write the file in the background."""
        if self._page.is_busy or not self._may_go():
            return
        watch = _watch(stop := Event(), self._progressed.emit)
        export = self._export(path, clock.today(), lambda paper: gongwen_pdf.painted(paper, watch))
        if export is None:
            return
        self._doing, self._stop = "存", stop
        self._page.show_busy("正在存……")

        def act() -> Exported | NameTakenError | None:
            try:
                return export()
            except NameTakenError as taken:
                return taken
            except CancelledError:
                return None

        self._jobs.run(
            act,
            lambda end: self._show_stored(path, end),
            lambda words: self._on_refused(path, words, None),
        )

    def _show_stored(self, path: Path, end: Exported | NameTakenError | None) -> None:
        if isinstance(end, Exported):
            self._remember(path)
            self._on_stored(end)
        elif end is None:
            self._end(_CANCELLED["存"])
        else:
            self._on_refused(path, str(end), exporting.free_name(path))

    def _remember(self, path: Path) -> None:
        self._folder = path.parent
        self._names[self._proposed(path.suffix.lower())] = path.name

    # -- how it goes

    def _on_progress(self, done: int, count: int) -> None:
        if self._stop is not None and not self._stop.is_set():
            self._page.show_busy(f"正在{self._doing}，第 {done} 页，共 {count} 页")

    def _end(self, words: str, *, is_done: bool = False) -> None:
        self._stop = None
        self._page.show_result(words, is_done=is_done)


def _watch(stop: Event, tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    """Return what tells of the pages painted, and raises when somebody has cancelled."""

    def on_page(done: int, count: int) -> None:
        if stop.is_set():
            raise CancelledError
        tell(done, count)

    return on_page
