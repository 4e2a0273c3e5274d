"""发言提纲 from choosing and ordering one's opinions to the page one speaks from."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.speech import Point, minutes
from beiguan_desktop.services import clock, opinion_papers, page_style, speaking
from beiguan_desktop.services.exporting import Exported
from beiguan_desktop.services.handing_in import PRIVATE
from beiguan_desktop.services.paper_files import PdfPainter
from beiguan_desktop.ui import hand_in_words
from beiguan_desktop.ui.dialogs.speaking_view import SpeakingView
from beiguan_desktop.ui.dialogs.speech import Speech
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.paper_flow import PaperFlow
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.tick_model import TickRow
from beiguan_desktop.ui.workspace import Workspace

_NOTHING = "还没有可以讲的意见。先在报告里点一句话，写下意见，再来这里。"
_NONE_TICKED = "一条都没有勾。请先勾上要讲的意见。"


class SpeechFlow(PaperFlow):
    """Shows the list and the pages; what is chosen and ordered is kept at once."""

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        self.page = Speech(WORN, window)
        super().__init__(jobs, window, self.page)
        self._workspace = workspace
        self._comments: dict[str, Comment] = {}
        self._said: dict[str, Point] = {}
        self._pages = page_style.PAGE
        self.view: SpeakingView | None = None
        self.page.size_button.chosen.connect(lambda _value: self._show_pages())
        self.page.list.ticked.connect(lambda _one, _is: self._on_chosen())
        self.page.list.moved.connect(self._on_chosen)
        self.page.speak_asked.connect(self.speak)
        workspace.opened.connect(lambda _report: self.page.close())

    def open(self) -> None:
        """Show the opinions as they were ordered last, and their pages."""
        report = self._workspace.report
        if report is None:
            return
        choices = speaking.choices(
            self._workspace.store, report, self._me(), self._workspace.comments.values()
        )
        self._comments = {comment.id: comment for comment, _ in choices}
        self._pages = page_style.style(self._workspace.store)
        said = speaking.points(report, self._comments.values(), pages=self._pages)
        self._said = dict(zip(self._comments, said, strict=True))
        self.page.list.model_of_rows.put(
            [self._row(report, comment, is_chosen=chosen) for comment, chosen in choices]
        )
        self.page.forget_result()
        self._show_pages()
        self.page.open()
        self.page.speak_button.setFocus()

    def _me(self) -> Person:
        return self._workspace.me or Person("", "")

    def _row(self, report: Report, comment: Comment, *, is_chosen: bool) -> TickRow:
        said = self._said[comment.id]
        note = f"{PRIVATE}。" if comment.private else ""
        return TickRow(
            comment.id,
            "".join(said.words),
            place=hand_in_words.place(report, comment),
            side=minutes(said.seconds),
            note=note,
            is_ticked=is_chosen,
        )

    def chosen(self) -> list[Comment]:
        """Return the opinions one will speak about, in their order."""
        rows = self.page.list.model_of_rows.rows
        return [self._comments[row.id] for row in rows if row.is_ticked]

    def _on_chosen(self) -> None:
        report = self._workspace.report
        if report is None:
            return
        shown = self.page.list.model_of_rows.rows
        rows = [(self._comments[row.id], bool(row.is_ticked)) for row in shown]
        store, me = self._workspace.store, self._me()
        if not store.read_only:
            self._workspace.attempt(lambda: speaking.keep(store, report, me, rows), quiet=True)
        self.page.forget_result()
        self._show_pages()

    def _show_pages(self) -> None:
        report, chosen = self._workspace.report, self.chosen()
        if report is None:
            return
        taken = minutes(sum(self._said[comment.id].seconds for comment in chosen))
        words = f"讲 {len(chosen)} 条，{taken}" if chosen else "发言提纲"
        self.page.head.setText(words)
        if chosen:
            paper = self._sheet(report).paper
            self.show_paper(lambda: paper)
        else:
            self._set, self._setting = (), None
            self.page.preview.tell(_NONE_TICKED if self._comments else _NOTHING)

    def _sheet(self, report: Report) -> opinion_papers.Sheet:
        return opinion_papers.to_speak(
            report,
            self.chosen(),
            author=self._me(),
            points=self.page.points,
            pages=self._pages,
        )

    def speak(self) -> None:
        """Fill the screen with the words, one opinion after the other."""
        if self._is_ready():
            points = [self._said[comment.id] for comment in self.chosen()]
            self.view = SpeakingView(WORN, points, self.page)
            self.view.showFullScreen()

    # -- the document

    def _is_ready(self) -> bool:
        if not self.chosen():
            self._end(_NONE_TICKED if self._comments else _NOTHING)
            return False
        return True

    def _title(self) -> str:
        return opinion_papers.SPEECH

    def _proposed(self, suffix: str) -> str:
        report = self._workspace.report
        if report is None:
            return ""
        sheet = self._sheet(report)
        return opinion_papers.file_name(sheet, report, self._me(), clock.today(), suffix)

    def _export(self, path: Path, today: date, pdf: PdfPainter) -> Callable[[], Exported] | None:
        report = self._workspace.report
        if report is None:
            return None
        return partial(opinion_papers.export, self._sheet(report), path, today=today, pdf=pdf)
