"""交意见 from the look at what goes to the paper, the file or the clipboard, and its record."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.opinion_lines import STAYS_INSIDE, is_internal
from beiguan_desktop.core.text import clean
from beiguan_desktop.services import clock, handing_in, opinion_papers
from beiguan_desktop.services.exporting import Exported
from beiguan_desktop.services.handing_in import Outgoing
from beiguan_desktop.services.paper_files import SUFFIXES, PdfPainter
from beiguan_desktop.ui import hand_in_words, not_stored
from beiguan_desktop.ui.dialogs.hand_in import HandIn
from beiguan_desktop.ui.file_asking import documents
from beiguan_desktop.ui.introduction import name_me
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.paper_flow import PaperFlow
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.workspace import Workspace

_NO_NAME = "请先在上面填姓名，再交。"
_ONLY_SEEN = "这个资料库只能看，不能写：这次的编号和交了哪些没有记下来。"


class HandInFlow(PaperFlow):
    """Shows the page, lets nothing out without its numbers kept, remembers each hand-in."""

    handed = Signal()
    """Something went out: what is handed in and what is not is another matter now."""
    speech_asked = Signal()

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        self.page = HandIn(WORN, window)
        super().__init__(jobs, window, self.page)
        self._workspace = workspace
        self._out: Outgoing | None = None
        self._fresh = ""
        self._sent: Outgoing | None = None
        """What is on its way out: it is what will have been handed in, whatever is ticked since."""
        self._above: frozenset[str] = frozenset()
        self._stored: Path | None = None
        self.page.copy_asked.connect(self.copy)
        self.page.folder_asked.connect(self._open_folder)
        self.page.speech_asked.connect(self.speech_asked)
        self.page.list.ticked.connect(self._on_ticked)
        workspace.opened.connect(lambda _report: self.page.close())

    def open(self, fresh: str = "") -> None:
        """Show what would be handed in now; `fresh` was in the open box a moment ago."""
        self._fresh = fresh
        try:
            out = self._look()
        except UserError as error:  # the library has gone meanwhile
            self._workspace.refused.emit(str(error))
            return
        if out is None:
            return
        self._above = out.chosen
        self.page.forget_result()
        self.page.show_folder_button(is_shown=False)
        self._show()
        self.page.open()
        first = self.page.name_edit if self.page.is_asking_name else self.page.print_button
        (self.page.cancel_button if self.page.is_busy else first).setFocus()

    def _look(self) -> Outgoing | None:
        """See what goes and what stays as things are now."""
        workspace, report = self._workspace, self._workspace.report
        if report is None:
            return None
        author = workspace.me or Person("", "")
        self._out = handing_in.look(workspace.store, report, author, workspace.drafts())
        return self._out

    # -- showing

    def _show(self) -> None:
        """Show rows and pages as things are now."""
        out = self._out
        if out is None:
            return
        self.page.head.setText(hand_in_words.head(out))
        self.page.show_history(hand_in_words.history(out))
        self.page.ask_name(is_asked=not out.author.name and not self._workspace.store.read_only)
        self.page.list.model_of_rows.put(hand_in_words.rows(out, self._above, self._fresh))
        if not out.is_empty:
            self.show_paper(lambda: self._sheet(out).paper)
        else:
            self._set, self._setting = (), None
            self.page.preview.tell(_nothing(out))

    def _sheet(self, out: Outgoing) -> opinion_papers.Sheet:
        return opinion_papers.outgoing_sheet(out, today=clock.today(), is_hand_in=True)

    def _on_ticked(self, identity: str, is_ticked: bool) -> None:
        out = self._out
        if out is None:
            return
        at_home = out.at_home - {identity} if is_ticked else out.at_home | {identity}
        keep = partial(handing_in.keep_at_home, self._workspace.store, out.report.id, out.author.id)
        if self._workspace.attempt(lambda: keep(at_home)):
            self._look()
        self.page.forget_result()
        self._show()

    # -- before anything goes out

    def copy(self) -> None:
        """Put the opinions into the clipboard, one a line."""
        if self.page.is_busy or not self._may_go() or self._sent is None:
            return
        out = self._sent
        lines = opinion_papers.lines(
            out.report,
            out.parts,
            author=out.author,
            taken_back=out.taken_back,
            pages=out.pages,
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
        tail = "可以粘贴到要发的地方。"
        if is_internal(out.report):
            tail = f"没有带报告的原文。{STAYS_INSIDE}。"
        told = f"已复制，{hand_in_words.count(out)}，{tail}"
        self._end(told + self._record("文字"), is_done=True)

    def _is_ready(self) -> bool:
        """Tell whether something goes and its author has a name; take it from the boxes."""
        out, me = self._out, self._workspace.me
        if out is None or out.is_empty:
            self._end(_nothing(out))
            return False
        if not self.page.is_asking_name:
            return True
        name, team = (
            clean(box.text()).strip() for box in (self.page.name_edit, self.page.team_edit)
        )
        if not name or me is None:
            self._end(_NO_NAME)
            self.page.name_edit.setFocus()
            return False
        try:
            is_named = name_me(self._workspace, me, name, team)
        except UserError as error:
            self._end(str(error))
            return False
        if not is_named:
            self._end("姓名没有存上。请看看窗口下边说的原因，再试一次。")
            return False
        self._look()
        self._show()  # the pages bear the name before anybody prints them
        return True

    def _may_go(self) -> bool:
        """Keep the numbers for good before they are on any paper, and what is on it."""
        if not self._is_ready() or self._out is None:
            return False
        store = self._workspace.store
        if not store.read_only:
            try:
                if handing_in.give_numbers(store, self._out, now=clock.now()):
                    self._look()
            except UserError as error:
                self._end(str(error))
                return False
        self._sent = self._out
        return True

    # -- what went out

    def _record(self, manner: str) -> str:
        """Remember the hand-in of what went out, and say which it was."""
        store, out = self._workspace.store, self._sent
        if out is None or store.read_only:
            return _ONLY_SEEN
        try:
            made = handing_in.record(store, out, manner, hand_in_id=clock.new_id(), now=clock.now())
            self._look()
        except UserError as error:
            return f"这次交了哪些没有记下来：{error}"
        self._show()
        self.handed.emit()
        if made is None:
            return f"和第{out.ordinal}次交的一样，不算再交一次。"
        return f"这是第{made.ordinal}次交。"

    def _on_printed(self, count: int) -> None:
        told = f"已交给打印机，共 {count} 页。请签名，交给工作人员。"
        self._end(told + self._record("打印"), is_done=True)

    def _on_stored(self, exported: Exported) -> None:
        self._stored = exported.file
        count = hand_in_words.count(self._sent) if self._sent else ""
        told = f"已存好，{count}：{exported.file}。请打印、签名，交给工作人员。"
        manner = "PDF" if exported.file.suffix.lower() == ".pdf" else "Word"
        self._end(told + self._record(manner), is_done=True)
        self.page.show_folder_button(is_shown=True)

    def _on_refused(self, path: Path, words: str, other: Path | None) -> None:
        """Offer what can work: another name only where the name was the obstacle."""
        self._end(words)
        not_stored.offer(
            self.page,
            words,
            elsewhere=lambda: self.ask_file(start=self._elsewhere(path)),
            other=other,
            store=self.store_at,
        )

    def _elsewhere(self, path: Path) -> Path:
        """Propose another folder, or the same where only the suffix was the obstacle."""
        if path.suffix.lower() in SUFFIXES:
            return documents(besides=path.parent) / path.name
        return path.parent / self._proposed(".docx")

    def _open_folder(self) -> None:
        if self._stored is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._stored.parent)))

    # -- the document

    def _title(self) -> str:
        return opinion_papers.MINE

    def _proposed(self, suffix: str) -> str:
        out = self._out
        if out is None:
            return ""
        sheet = self._sheet(out)
        return opinion_papers.file_name(sheet, out.report, out.author, clock.today(), suffix)

    def _export(self, path: Path, today: date, pdf: PdfPainter) -> Callable[[], Exported] | None:
        if self._out is None:
            return None
        sheet = self._sheet(self._out)
        return partial(opinion_papers.export, sheet, path, today=today, pdf=pdf)


def _nothing(out: Outgoing | None) -> str:
    has_some = out is not None and out.may_go
    return hand_in_words.NONE_TICKED if has_some else hand_in_words.NOTHING
