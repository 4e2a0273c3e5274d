"""The main window: it wires the workspace, the pages and the actions together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from beiguan_desktop.core.change import Change
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.actions import WRITING, Actions, make_actions
from beiguan_desktop.ui.closing import ask_to_give_up
from beiguan_desktop.ui.dialogs.about import show_about
from beiguan_desktop.ui.dialogs.first_start import FirstStart
from beiguan_desktop.ui.introduction import Introduction
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.looks import Looks
from beiguan_desktop.ui.more_menu import fill_menu
from beiguan_desktop.ui.reading import Reading
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.status_line import StatusLine
from beiguan_desktop.ui.theme import LIGHT
from beiguan_desktop.ui.top_bar import TopBar
from beiguan_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.ui.hand_in_flow import HandInFlow


_ONLY_READ = "这个资料库现在只能看，不能写"


class MainWindow(QMainWindow):
    """One window on one library."""

    ready = Signal()
    """The library is open and a letter would be accepted."""

    def __init__(self, path: Path, *, jobs: Jobs | None = None, is_picture: bool = False) -> None:
        """Make a window on the library at `path`; a picture of one only reads it."""
        super().__init__()
        self._is_picture = is_picture
        self.workspace = Workspace(path, self, only_read=is_picture)
        self.jobs = jobs or Jobs(self)
        self.top_bar = TopBar(LIGHT)
        self.page = ReadingPage(LIGHT)
        self.reading = Reading(self.workspace, self.page)
        self.first_start = FirstStart(LIGHT)
        self.introduction = Introduction(self.workspace, self.first_start)
        self.status = StatusLine(LIGHT)
        self.hand_in: HandInFlow | None = None
        self._is_giving_up = False
        self._is_leaving = False
        self._stack = QStackedWidget()
        self._hall = QWidget()
        self._build()
        self.looks = Looks(path, self, self.page)
        self.actions_by_name = self._make_actions()
        self._connect()

    # -- building

    def _build(self) -> None:
        self.setWindowTitle("北关审议")
        self.setMinimumSize(1024, 640)
        column = QVBoxLayout(self._hall)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.page, 1)
        column.addWidget(self.status)
        self._stack.addWidget(self._hall)
        self._stack.addWidget(self.first_start)
        self.setCentralWidget(self._stack)

    def _make_actions(self) -> Actions:
        reading = self.reading
        acts: dict[str, Callable[[], object]] = {
            "undo": self.undo,
            "redo": self.redo,
            "smaller": self.looks.smaller,
            "larger": self.looks.larger,
            "normal_size": self.looks.normal,
            "hand_in": self.open_hand_in,
            "whole_report": reading.write_on_whole_report,
            "on_selection": reading.write_on_selection,
            "previous": lambda: reading.cards.step(-1),
            "next": lambda: reading.cards.step(1),
            "next_pane": self.page.next_pane,
            "person": self.ask_person,
            "about": lambda: show_about(self),
        }
        for number, kind in enumerate(labels.BUTTONS, start=1):
            acts[f"kind_{number}"] = self.page.panel.editor.kind_buttons[kind].click
        actions = make_actions(self, acts)
        for name, icon in (("smaller", ""), ("larger", ""), ("hand_in", "file-output")):
            self.top_bar.add_action(actions[name], icon)
        self.top_bar.add_menu("更多", lambda menu: fill_menu(self, menu))
        return actions

    def _connect(self) -> None:
        self.workspace.opened.connect(self._on_opened)
        self.workspace.changed.connect(lambda _: self.status.set_person(self.workspace.me))
        self.workspace.saved.connect(lambda at: self.status.set_saved(labels.clock_words(at)))
        self.workspace.failed.connect(self._on_failed)
        self.workspace.refused.connect(self.status.set_refusal)
        self.reading.counted.connect(self.status.set_count)
        self.reading.cards.told.connect(self.status.add_told)
        self.page.undo_bar.undo_asked.connect(self.undo)
        self.status.person_clicked.connect(self.ask_person)
        self.introduction.done.connect(self._on_introduced)
        redo = self.actions_by_name["redo"]
        redo.setEnabled(False)  # grey in the menu while there is nothing to do again
        self.workspace.stack.canRedoChanged.connect(redo.setEnabled)
        self.looks.told.connect(self.status.add_told)

    # -- opening and closing

    def open(self, report: Path | None = None) -> None:
        """Open the library. Raises UserError when it cannot be used."""
        self.workspace.open(report)
        read_only = self.workspace.store.read_only
        self.page.show_banner("" if self._is_picture else self.workspace.store.notice)
        if read_only and not self._is_picture:
            self.page.panel.set_read_only(True)
            self.actions_by_name.withhold(WRITING, _ONLY_READ)
            self.status.set_read_only(_ONLY_READ)
        if self.workspace.me is None and not read_only:
            self.ask_person()
        else:
            self.show_hall()
        self.ready.emit()

    def import_report(self, path: Path) -> None:
        """Put a report into the library and show it."""
        if not self.reading.writing.leave():
            return
        before = self.workspace.report
        self.reading.keep_place()
        self.workspace.import_report(path)
        now = self.workspace.report
        if now is not None and before is not None and now.id != before.id:
            self.status.add_told(f"已换到《{now.title}》，要换回去请点“更多”")

    def change_report(self, report_id: str) -> None:
        """Leave the open box and show another report of the library."""
        if self.reading.writing.leave():
            self.reading.keep_place()
            self.workspace.show_report(report_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn an open box into an opinion; ask when that cannot be saved."""
        event.ignore()  # whatever goes wrong below, the words stay in sight
        if self.workspace.report is not None and not self._is_giving_up:
            is_second_try, self._is_leaving = self._is_leaving, True
            if is_second_try or not self.reading.writing.leave():
                self._is_leaving = False
                ask_to_give_up(self, self.status.words, self._give_up)
                return
            self._is_leaving = False
            self.reading.keep_place()
        if not self._is_picture:
            self.looks.keep()
        self.jobs.wait()
        self.workspace.close()
        event.accept()

    def _give_up(self) -> None:
        self._is_giving_up = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the text from wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._hall:
            self.page.view.setFocus()
        else:
            super().keyPressEvent(event)

    # -- what happened

    def _on_opened(self, report: Report) -> None:
        self.first_start.set_report(report)
        under = "　".join(part for part in (labels.report_date(report), report.edition) if part)
        self.top_bar.set_report(report.title, under)
        self.setWindowTitle(f"{report.title} - 北关审议")
        self.status.set_person(self.workspace.me)
        written = [comment.changed_at for comment in self.workspace.comments.values()]
        written += [draft.at for draft in self.workspace.drafts()]
        if written:
            self.status.set_saved(labels.clock_words(max(written)))

    def _on_failed(self, reason: str) -> None:
        self.status.set_trouble(reason, words_kept=self.page.panel.editor.has_text)
        self.first_start.tell(f"没有保存上：{reason}")

    def _on_introduced(self, points: int) -> None:
        self.looks.set_text_size(points)
        self.status.set_person(self.workspace.me)
        self.show_hall()

    # -- acts

    def show_hall(self) -> None:
        """Show the report, ready to be read, or the words that wait in the box."""
        self._stack.setCurrentWidget(self._hall)
        if self.reading.writing.has_words:
            self.page.panel.editor.focus_box()
        else:
            self.page.view.setFocus()

    def ask_person(self) -> None:
        """Ask name and delegation, for the first time or again."""
        self.introduction.ask(self.looks.text_size)
        self._stack.setCurrentWidget(self.first_start)
        self.first_start.name_edit.setFocus()

    def undo(self) -> None:
        """Take the last change back, say what it was and show where."""
        self._step(self.workspace.undo, "已撤销")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self.workspace.redo, "已重做")

    def _step(self, step: Callable[[], Change | None], word: str) -> None:
        self.page.hide_undo_bar()
        change = step()
        if change is not None:
            self.reading.cards.show_change(change)
            self.status.add_told(f"{word}“{change.label}”")

    def open_hand_in(self) -> None:
        """Show what would be handed in."""
        from beiguan_desktop.ui.hand_in_flow import HandInFlow  # noqa: PLC0415 - on first use

        is_asking = self._stack.currentWidget() is self.first_start
        if self.workspace.report is None or is_asking or not self.reading.writing.leave():
            return
        if self.hand_in is None:
            self.hand_in = HandInFlow(self.workspace, self.jobs, self)
        self.hand_in.open()
