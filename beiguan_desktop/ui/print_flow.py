"""打印 and 大字稿 from the look at the pages to the paper, or to the file in the folder."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.services import clock, exporting, report_printing
from beiguan_desktop.services.report_printing import CancelledError
from beiguan_desktop.ui import gongwen_page, gongwen_pdf
from beiguan_desktop.ui.dialogs.print_report import PrintReport
from beiguan_desktop.ui.file_asking import Question, ask_file, documents
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.printer_choice import ask_printer, chosen_pages, full_page
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.workspace import Workspace

_STANDARD = 16
_NO_PRINTER = "这台电脑上没有找到打印机。请接好打印机再试，或者存成 PDF，拿到别的电脑上打印。"
_PRINTED = "已交给打印机，共 {count} 页。"
_CANCELLED = {"print": "已取消，没有打印完。", "store": "已取消，没有存。"}
_QUESTIONS = {
    ".pdf": Question("存成 PDF 文件", "PDF 文件", "pdf"),
    ".docx": Question("存成 Word 文件", "Word 文件", "docx"),
}


class PrintFlow(QObject):
    """Shows the pages, and paints them in a job that can be cancelled."""

    _progressed = Signal(int, int)
    """Pages painted, of how many; emitted in the thread of the work."""

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._jobs, self._window = workspace, jobs, window
        self._points = _STANDARD
        self._set: tuple[SetPage, ...] = ()
        self._stop: Event | None = None
        self._doing = ""
        self._folder: Path | None = None
        self._names: dict[str, str] = {}
        """What was stored under another name than proposed, by the name proposed."""
        self.page = PrintReport(WORN, window)
        self.page.size_chosen.connect(self._choose)
        self.page.print_asked.connect(self.ask_printer)
        self.page.save_asked.connect(self.ask_file)
        self.page.cancel_asked.connect(self.cancel)
        self._progressed.connect(self._on_progress)
        workspace.opened.connect(lambda _report: self.page.close())

    def open(self, points: int | None = None) -> None:
        """Show how the report will be printed, in a size or that of the last time."""
        self.page.forget_result()
        self.page.open()
        self._choose(points or self._points)
        act = self.page.print_button if points is None else self.page.pdf_button
        act.setFocus()

    def cancel(self) -> None:
        """Stop what is being painted: nothing of it is stored."""
        if self._stop is not None:
            self._stop.set()

    def _choose(self, points: int) -> None:
        report = self._workspace.report
        if report is None:
            return
        self._points, self._set = points, ()
        self.page.choose(points)
        self.page.forget_result()
        self.page.show_setting()

        def lay_out() -> tuple[tuple[SetPage, ...], bool]:
            paper = report_printing.on_paper(report, points)
            has_marks = any(block.marks for block in paper.blocks)
            return tuple(gongwen_page.laid_out(paper)), has_marks

        def show(made: tuple[tuple[SetPage, ...], bool]) -> None:
            if points == self._points and report is self._workspace.report:
                self._set, has_marks = made
                self.page.show_pages(self._set, has_marks=has_marks)

        self._jobs.run(lay_out, show, self._fail)

    # -- onto paper

    def ask_printer(self) -> None:
        """Ask which printer and which pages; without any printer, say what else can be done."""
        if not QPrinterInfo.availablePrinterNames():
            self._fail(_NO_PRINTER)
            self.page.pdf_button.setFocus()
        elif self._set:
            ask_printer(self.page, full_page(self._title()), len(self._set), self.print_on)

    def print_on(self, printer: QPrinter) -> None:
        """Print the chosen pages in the background."""
        pages = chosen_pages(printer, self._set)
        stop = self._begin("print")

        def act() -> bool | None:
            try:
                gongwen_page.paint_pages(printer, pages, self._watched(stop, len(pages)))
            except CancelledError:
                printer.abort()
                return None
            return printer.printerState() not in (
                QPrinter.PrinterState.Error,
                QPrinter.PrinterState.Aborted,
            )

        def show(is_printed: bool | None) -> None:
            if is_printed:
                self._end(_PRINTED.format(count=len(pages)), is_done=True)
            else:
                self._end(_CANCELLED["print"] if is_printed is None else gongwen_page.NOT_TAKEN)

        self._jobs.run(act, show, self._fail)

    # -- into a file

    def ask_file(self, suffix: str) -> None:
        """Ask where to store the file, first where the last one was stored."""
        proposed = self._proposed(suffix)
        folder = self._folder if self._folder and self._folder.is_dir() else documents()
        start = folder / self._names.get(proposed, proposed)
        ask_file(self.page, _QUESTIONS[suffix], start, self.store_at)

    def store_at(self, path: Path) -> None:
        """Write the file in the background."""
        report, points = self._workspace.report, self._points
        if report is None:
            return
        stop = self._begin("store")

        def act() -> exporting.Exported | exporting.NameTakenError | None:
            try:
                return report_printing.export_large(
                    report,
                    path,
                    points=points,
                    today=clock.today(),
                    pdf=lambda paper: gongwen_pdf.painted(paper, self._watch(stop)),
                )
            except exporting.NameTakenError as taken:
                return taken
            except CancelledError:
                return None

        def show(end: exporting.Exported | exporting.NameTakenError | None) -> None:
            if isinstance(end, exporting.Exported):
                self._remember(path)
                self._end(f"已存好：{path}", is_done=True)
            else:
                if end is not None:
                    self._remember(exporting.free_name(path))
                self._end(_CANCELLED["store"] if end is None else str(end))

        self._jobs.run(act, show, self._fail)

    def _proposed(self, suffix: str) -> str:
        report = self._workspace.report
        return report_printing.file_name(report, self._points, suffix) if report else ""

    def _remember(self, path: Path) -> None:
        self._folder = path.parent
        self._names[self._proposed(path.suffix.lower())] = path.name

    # -- how it goes

    def _begin(self, what: str) -> Event:
        self._doing = "打印" if what == "print" else "存"
        self._stop = Event()
        self.page.show_busy(f"正在{self._doing}……")
        return self._stop

    def _watch(self, stop: Event) -> Callable[[int, int], None]:
        """Return what tells of the pages painted, and raises when somebody has cancelled."""

        def on_page(done: int, count: int) -> None:
            if stop.is_set():
                raise CancelledError
            self._progressed.emit(done, count)

        return on_page

    def _watched(self, stop: Event, count: int) -> Callable[[int], None]:
        watch = self._watch(stop)
        return lambda done: watch(done, count)

    def _on_progress(self, done: int, count: int) -> None:
        if self._stop is not None and not self._stop.is_set():
            self.page.show_busy(f"正在{self._doing}，第 {done} 页，共 {count} 页")

    def _fail(self, words: str) -> None:
        self._end(words)

    def _end(self, words: str, *, is_done: bool = False) -> None:
        self._stop = None
        self.page.show_result(words, is_done=is_done)

    def _title(self) -> str:
        report = self._workspace.report
        return report.title if report else ""
