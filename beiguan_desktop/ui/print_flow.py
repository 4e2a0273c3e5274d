"""打印 and 大字稿 from the look at the pages to the paper, or to the file in the folder."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from beiguan_desktop.services import report_printing
from beiguan_desktop.services.exporting import Exported
from beiguan_desktop.services.paper_files import PdfPainter
from beiguan_desktop.ui.dialogs.print_report import PrintReport
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.paper_flow import PaperFlow
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.workspace import Workspace

_STANDARD = 16


class PrintFlow(PaperFlow):
    """Shows the pages of the report in the size one chooses."""

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        self.page = PrintReport(WORN, window)
        super().__init__(jobs, window, self.page)
        self._workspace = workspace
        self._points = _STANDARD
        self.page.size_chosen.connect(self._choose)
        workspace.opened.connect(lambda _report: self.page.close())

    def open(self, points: int | None = None) -> None:
        """Show how the report will be printed, in a size or that of the last time."""
        self.page.forget_result()
        self.page.open()
        self._choose(points or self._points)
        act = self.page.print_button if points is None else self.page.pdf_button
        act.setFocus()

    def _choose(self, points: int) -> None:
        report = self._workspace.report
        if report is None:
            return
        self._points, self._set = points, ()
        self.page.choose(points)
        self.page.forget_result()
        self.page.show_setting()

        self.show_paper(lambda: report_printing.on_paper(report, points))

    def _title(self) -> str:
        report = self._workspace.report
        return report.title if report else ""

    def _proposed(self, suffix: str) -> str:
        report = self._workspace.report
        return report_printing.file_name(report, self._points, suffix) if report else ""

    def _export(self, path: Path, today: date, pdf: PdfPainter) -> Callable[[], Exported] | None:
        report = self._workspace.report
        if report is None:
            return None
        export = report_printing.export_large
        return partial(export, report, path, points=self._points, today=today, pdf=pdf)
