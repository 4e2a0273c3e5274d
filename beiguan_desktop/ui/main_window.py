"""The main window: it wires the workspace, the pages and the actions together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.actions import WRITING
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.looks import Looks, least_size
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.rooms import Rooms
from beiguan_desktop.ui.stage import Hall, Stage
from beiguan_desktop.ui.status_line import StatusLine
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.top_bar import TopBar
from beiguan_desktop.ui.window_acts import bind_actions, bring
from beiguan_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.ui.hand_in_flow import HandInFlow
    from beiguan_desktop.ui.progress_flow import ProgressFlow
    from beiguan_desktop.ui.reading import Reading
    from beiguan_desktop.ui.statistics_flow import StatisticsFlow
    from beiguan_desktop.ui.taking_in import TakingIn
    from beiguan_desktop.ui.writing_desk import WritingDesk


_FULL = Qt.WindowState.WindowFullScreen
_ONLY_READ = "这个资料库现在只能看，不能写"


class MainWindow(QMainWindow):
    """One window on one library.

    It is made with tree and text only; `furnish` adds what one writes with and its conduct.
    """

    ready = Signal()
    """The library is open and a letter would be accepted."""
    reading: Reading
    progress: ProgressFlow
    taking_in: TakingIn
    desk: WritingDesk

    def __init__(self, path: Path, *, jobs: Jobs | None = None, is_picture: bool = False) -> None:
        """Make a window on the library at `path`; a picture of one only reads it."""
        super().__init__()
        self._is_picture = is_picture
        self.workspace = Workspace(path, self, only_read=is_picture)
        self.jobs = jobs or Jobs(self)
        self.looks = Looks(path, self, is_picture=is_picture)
        self.top_bar = TopBar(WORN)
        self.page = ReadingPage(WORN)
        self.status = StatusLine(WORN)
        self.keepers: list[Callable[[], bool]] = []
        """What keeps words that stand elsewhere than in the box; False (told) when that failed."""
        self.hand_in: HandInFlow | None = None
        self.statistics: StatisticsFlow | None = None
        self.is_ready = False
        self._is_furnished = False
        self._is_giving_up = False
        self._is_leaving = False
        self.rooms = Rooms(self.page, self.top_bar.reading_tab)
        hall = Hall(self.top_bar, self.rooms, self.status)
        hall.heightened.connect(self.looks.stand_in)
        self.stage = Stage(self.workspace, hall, WORN)
        self._build()
        self.looks.restore(self.page)
        self.actions_by_name = bind_actions(self)
        self._connect()

    # -- building

    def _build(self) -> None:
        self.setWindowTitle("北关审议")
        self.setMinimumSize(least_size())
        whole = QWidget()
        self._rows = QVBoxLayout(whole)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.stage, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.workspace.glimpsed.connect(self.page.glimpse)
        self.workspace.glimpsed.connect(lambda seen: name_report(self, seen.report))
        self.workspace.glimpsed.connect(lambda seen: self.status.set_person(seen.me))
        self.workspace.opened.connect(self._on_opened)
        self.workspace.changed.connect(lambda _: self.status.set_person(self.workspace.me))
        self.workspace.saved.connect(lambda at: self.status.set_saved(labels.clock_words(at)))
        self.workspace.failed.connect(self._on_failed)
        self.workspace.refused.connect(self.status.set_refusal)
        self.status.person_clicked.connect(self.actions_by_name["people"].trigger)
        self.status.count_clicked.connect(self.open_statistics)
        self.stage.introduced.connect(self._on_introduced)
        self.looks.told.connect(self.status.add_told)

    def furnish(self) -> None:
        """Fill the tree and make what one writes with, once, when the text is painted.

        It is seen when the library is open: no box stands there that takes no words yet.
        """
        from beiguan_desktop.ui.card_flows import wire_cards  # noqa: PLC0415 - after the first paint
        from beiguan_desktop.ui.concern_offer import (  # noqa: PLC0415 - after the first paint
            offer_concerns,
        )
        from beiguan_desktop.ui.progress_flow import (  # noqa: PLC0415 - after the first paint
            ProgressFlow,
        )
        from beiguan_desktop.ui.reading import Reading  # noqa: PLC0415 - after the first paint
        from beiguan_desktop.ui.taking_in import TakingIn  # noqa: PLC0415 - after the first paint
        from beiguan_desktop.ui.writing_desk import (  # noqa: PLC0415 - after the first paint
            WritingDesk,
        )

        if self._is_furnished:
            return
        self._is_furnished = True
        self.page.show_tree()
        self.reading = Reading(self.workspace, self.page)
        self.taking_in = TakingIn(self.workspace, self.reading, self.jobs, self)
        self._rows.addWidget(self.taking_in.bar)
        self.taking_in.told.connect(self.status.add_told)
        self.taking_in.other_asked.connect(self.actions_by_name["open"].trigger)
        self.taking_in.left.connect(self.page.view.setFocus)
        self.stage.dropped.connect(lambda brought: bring(self, brought))
        self.reading.counted.connect(self.status.set_count)
        self.reading.cards.told.connect(self.status.add_told)
        self.page.view.told.connect(self.status.add_told)
        wire_cards(self)
        self.progress = ProgressFlow(self)
        offer_concerns(self)
        self.desk = WritingDesk(self)

    # -- opening and closing

    def open(self, report: Path | None = None) -> None:
        """Open the library. Raises UserError when it cannot be used."""
        self.furnish()
        self.workspace.open(report)
        self.page.show_panel()
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
        self.is_ready = True
        self.stage.setAcceptDrops(not read_only)
        self.ready.emit()
        from beiguan_desktop.ui.card_flows import look_again  # noqa: PLC0415 - nobody waits for it
        from beiguan_desktop.ui.compare_door import offer_compare  # noqa: PLC0415 - nor for this
        from beiguan_desktop.ui.handed import handed_of  # noqa: PLC0415 - nobody waits for it

        handed_of(self).changed.connect(lambda: look_again(self))
        offer_compare(self)

    def import_report(self, path: Path) -> None:
        """Put a report into the library and show it, at once or when it has been read."""
        self.taking_in.take(path)

    def change_report(self, report_id: str) -> None:
        """Leave the open box and show another report of the library."""
        if report_id != self.workspace.shown and self.reading.leave():
            self.workspace.show_report(report_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Turn an open box into an opinion; ask when that cannot be saved."""
        from beiguan_desktop.ui import closing  # noqa: PLC0415 - at the end

        event.ignore()  # whatever goes wrong below, the words stay in sight
        if self.workspace.report is not None and not self._is_giving_up:
            is_second_try, self._is_leaving = self._is_leaving, True
            if is_second_try or not (
                self.reading.writing.leave() and all(keep() for keep in self.keepers)
            ):
                self._is_leaving = False
                closing.ask_to_give_up(self, self.status.words, self._give_up)
                return
            self._is_leaving = False
            self.reading.keep_place()
        if not self._is_picture:
            self.looks.keep()
        if self._is_furnished:
            self.taking_in.cancel()
        self.jobs.finish()
        self.workspace.close()
        closing.let_go(self)
        event.accept()

    def _give_up(self) -> None:
        self._is_giving_up = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the text from wherever the focus is, and from there to the window."""
        if event.key() == Qt.Key.Key_Escape:
            if self.stage.is_asking or self.page.view.hasFocus():
                self.setWindowState(self.windowState() & ~_FULL)
            if not self.stage.is_asking:
                self.rooms.show_text()
        else:
            super().keyPressEvent(event)

    # -- what happened

    def _on_opened(self, report: Report) -> None:
        name_report(self, report)
        self.stage.take_report()
        self.status.set_person(self.workspace.me)
        written = [comment.changed_at for comment in self.workspace.comments.values()]
        written += [draft.at for draft in self.workspace.drafts()]
        if written:
            self.status.set_saved(labels.clock_words(max(written)))

    def _on_failed(self, reason: str) -> None:
        self.status.set_trouble(reason, words_kept=self.page.panel.editor.has_text)
        self.stage.tell(f"没有保存上：{reason}")

    def _on_introduced(self, points: int) -> None:
        self.looks.set_text_size(points)
        self.status.set_person(self.workspace.me)
        self.show_hall()

    # -- acts

    def show_hall(self) -> None:
        """Show the report, ready to be read, or the words that wait in the box."""
        self.stage.show_hall()
        self.rooms.show_text()
        if self.reading.writing.has_words:
            self.page.panel.editor.focus_box()

    def open_statistics(self) -> None:
        """Show in place of the text where the opinions are and how much was read."""
        from beiguan_desktop.ui import statistics_door  # noqa: PLC0415 - on first use

        statistics_door.open_statistics(self)

    def ask_person(self) -> None:
        """Ask name and delegation, for the first time or again."""
        self.stage.ask(self.looks.text_size)

    def undo(self) -> None:
        """Take the last change back, say what it was and show where."""
        from beiguan_desktop.ui import undo_flow  # noqa: PLC0415 - on first use

        undo_flow.undo(self)

    def redo(self) -> None:
        """Do again what was taken back last, say what it was and show where."""
        from beiguan_desktop.ui import undo_flow  # noqa: PLC0415 - on first use

        undo_flow.redo(self)

    def open_hand_in(self) -> None:
        """Show what would be handed in."""
        from beiguan_desktop.ui.hand_in_flow import HandInFlow  # noqa: PLC0415 - on first use
        from beiguan_desktop.ui.handed import handed_of  # noqa: PLC0415 - on first use
        from beiguan_desktop.ui.paper_menu import show_speech  # noqa: PLC0415 - on first use

        if not has_report(self) or not self.reading.writing.leave():
            return
        if self.hand_in is None:
            self.hand_in = HandInFlow(self.workspace, self.jobs, self)
            self.hand_in.handed.connect(handed_of(self).look_again)
            self.hand_in.speech_asked.connect(lambda: show_speech(self))
        fresh = self.reading.writing.left
        self.hand_in.open(fresh.id if fresh is not None and not fresh.version else "")


def name_report(window: MainWindow, report: Report) -> None:
    """Write in bar and title which report this is."""
    under = "　".join(part for part in (labels.report_date(report), report.edition) if part)
    window.top_bar.set_report(report.title, under, labels.report_days(report))
    window.setWindowTitle(f"{report.title} - 北关审议")
