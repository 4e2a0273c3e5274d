"""空白意见表 from the look at the empty sheet to the paper, or to the file in the folder."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.services import clock, opinion_papers
from beiguan_desktop.services.exporting import Exported
from beiguan_desktop.services.paper_files import PdfPainter
from beiguan_desktop.ui.dialogs.blank_sheet import BlankSheet
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.paper_flow import PaperFlow
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.workspace import Workspace


class BlankFlow(PaperFlow):
    """Shows the sheet on the report that is open, nobody's name on it: it is for everybody."""

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        self.page = BlankSheet(WORN, window)
        super().__init__(jobs, window, self.page)
        self._workspace = workspace
        workspace.opened.connect(lambda _report: self.page.close())

    def open(self) -> None:
        """Show the sheet."""
        self.page.forget_result()
        self.page.open()
        self.page.print_button.setFocus()
        sheet = self._sheet()
        if sheet is not None:
            paper: Paper = sheet.paper
            self.show_paper(lambda: paper)

    def _sheet(self) -> opinion_papers.Sheet | None:
        report = self._workspace.report
        return opinion_papers.blank(report, today=clock.today()) if report else None

    def _title(self) -> str:
        return opinion_papers.BLANK

    def _proposed(self, suffix: str) -> str:
        sheet, report = self._sheet(), self._workspace.report
        if sheet is None or report is None:
            return ""
        nobody = Person("", "")
        return opinion_papers.file_name(sheet, report, nobody, clock.today(), suffix)

    def _export(self, path: Path, today: date, pdf: PdfPainter) -> Callable[[], Exported] | None:
        sheet = self._sheet()
        if sheet is None:
            return None
        return partial(opinion_papers.export, sheet, path, today=today, pdf=pdf)
