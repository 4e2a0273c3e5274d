"""交意见 from the first look to the file in the folder."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.services import clock, commenting, exporting
from beiguan_desktop.ui.dialogs.hand_in import HandIn
from beiguan_desktop.ui.file_asking import Question, ask_file, documents
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.workspace import Workspace


class HandInFlow(QObject):
    """Shows the page, asks for a file name, writes the file in a job, tells the end."""

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._jobs, self._window = workspace, jobs, window
        self._stored: Path | None = None
        self._folder: Path | None = None
        self._names: dict[str, str] = {}
        """What was stored under another name than proposed, by the name proposed."""
        self.page = HandIn(window)
        self.page.save_asked.connect(self.ask_file)
        self.page.folder_asked.connect(self._open_folder)
        workspace.opened.connect(lambda _report: self.page.close())

    def open(self) -> None:
        """Show what would be handed in now."""
        report = self._workspace.report
        if report is None:
            return
        author, own = self._author(), self.opinions()
        sheet = exporting.mine_on_paper(report, self._written(), author=author, today=clock.today())
        staying = sum(comment.private for comment in own)
        self.page.show_sheet(sheet, staying=staying, is_signed=bool(author.name))
        self.page.open()

    def opinions(self) -> list[Comment]:
        """Return my opinions on this report in its order."""
        me = self._author()
        own = [c for c in self._workspace.comments.values() if c.person == me.id]
        return commenting.in_document_order(own)

    def _written(self) -> list[Comment]:
        """Return everybody's opinions on this report: mine get numbers that are only mine."""
        return list(self._workspace.comments.values())

    def _author(self) -> Person:
        return self._workspace.me or Person("", "")

    def ask_file(self) -> None:
        """Ask where to store the file, first where the last one was stored."""
        proposed = self._proposed()
        folder = self._folder if self._folder and self._folder.is_dir() else documents()
        self._ask(folder / self._names.get(proposed, proposed))

    def _proposed(self) -> str:
        report = self._workspace.report
        return exporting.default_name(report, self._author(), clock.today()) if report else ""

    def _ask(self, start: Path) -> None:
        question = Question("把意见存成 Word 文件", "Word 文件", "docx")
        ask_file(self._window, question, start, self.store_at)

    def store_at(self, path: Path) -> None:
        """Write the file in the background."""
        report = self._workspace.report
        if report is None:
            return
        comments, author = self._written(), self._author()
        self.page.show_busy()

        def write() -> exporting.Exported | exporting.NameTakenError:
            try:
                return exporting.export_mine(
                    report, comments, author=author, output=path, today=clock.today()
                )
            except exporting.NameTakenError as taken:
                return taken

        def show(end: exporting.Exported | exporting.NameTakenError) -> None:
            if isinstance(end, exporting.Exported):
                self._on_stored(end)
            else:
                self._on_failed(path, str(end), exporting.free_name(path))

        self._jobs.run(write, show, lambda words: self._on_failed(path, words, None))

    def _on_stored(self, exported: exporting.Exported) -> None:
        self._stored = exported.file
        self._folder = exported.file.parent
        self._names[self._proposed()] = exported.file.name
        self.page.show_result(
            f"✓ 已存好，共 {exported.comments} 条：{exported.file}。请打印、签名，交给工作人员。",
            is_stored=True,
        )

    def _on_failed(self, path: Path, words: str, other: Path | None) -> None:
        """Offer what can work: another name only where the name was the obstacle."""
        self.page.show_result(words, is_stored=False)
        box = QMessageBox(QMessageBox.Icon.Warning, "没有存上", words, parent=self.page)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        elsewhere = box.addButton("换个地方存", QMessageBox.ButtonRole.ActionRole)
        elsewhere.clicked.connect(lambda: self._ask(self._elsewhere(path)))
        if other is None:
            box.setDefaultButton(elsewhere)
        else:
            name = other.name.replace("&", "&&")  # no mnemonic of Qt's
            again = box.addButton(f"存成“{name}”", QMessageBox.ButtonRole.AcceptRole)
            again.clicked.connect(lambda: self.store_at(other))
            box.setDefaultButton(again)
        box.addButton("先不存", QMessageBox.ButtonRole.RejectRole)
        box.open()

    def _elsewhere(self, path: Path) -> Path:
        """Propose another folder, or the same where only the suffix was the obstacle."""
        if path.suffix.lower() == ".docx":
            return documents(besides=path.parent) / path.name
        return path.parent / self._proposed()

    def _open_folder(self) -> None:
        if self._stored is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._stored.parent)))
