"""统计 from the click on the count to the picture in the folder, and back to the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject
from PySide6.QtGui import QImage, QPixmap

from beiguan_desktop.core.progress import reading_progress
from beiguan_desktop.services import clock, exporting
from beiguan_desktop.ui.dressing import as_on_paper
from beiguan_desktop.ui.file_asking import Question, ask_file, documents
from beiguan_desktop.ui.statistics_page import StatisticsPage
from beiguan_desktop.ui.statistics_rows import NOWHERE, numbers
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow

_NOTHING = "还没有意见，没有图可以存。"


class StatisticsFlow(QObject):
    """Keeps the page true while it is seen, and stale while it is not."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._folder: Path | None = None
        self._is_stale = True
        self.page = StatisticsPage(WORN)
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(window.rooms.show_text)
        self.page.opened.connect(self._open_section)
        self.page.save_asked.connect(self.ask_picture)
        for signal in (self._workspace.changed, self._workspace.opened):
            signal.connect(lambda _what: self._on_changed())
        window.reading.marks.changed.connect(lambda _units: self._on_changed())
        window.reading.counted.connect(lambda *_counts: self._on_changed())

    def open(self) -> None:
        """Show the page in place of the report."""
        self._window.rooms.show_page(self.page)
        if self._is_stale:
            self._refresh()
        self.page.area.verticalScrollBar().setValue(0)
        self.page.take_focus()

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.page.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        report, reading = self._workspace.report, self._window.reading
        if report is None:
            return
        self._is_stale = False
        comments = list(self._workspace.comments.values())
        is_draft = reading.writing.has_words and reading.writing.rewording is None
        self.page.show_numbers(numbers(report, comments), drafts=int(is_draft))
        self.page.show_reading(reading_progress(report, reading.marks.marks))

    def _open_section(self, unit: int | None) -> None:
        """Go to a section as a click in the tree does, or to the cards of what has no place."""
        if unit == NOWHERE and self._window.status.lost is not None:
            self._window.status.lost.click()
            return
        self._window.rooms.show_text()
        tree = self._window.page.tree
        tree.follow(unit)
        tree.section_chosen.emit(unit)

    # -- the picture

    def ask_picture(self) -> None:
        """Ask where to store the picture, first where the last one was stored."""
        report = self._workspace.report
        if report is None or not self._workspace.comments:
            self.page.tell(_NOTHING, is_done=False)
            return
        folder = self._folder if self._folder and self._folder.is_dir() else documents()
        start = folder / exporting.picture_name(report, clock.today())
        question = Question("把图存成图片", "图片", "png")
        ask_file(self._window, question, start, self.store_at)

    def store_at(self, path: Path) -> None:
        """Write the picture in the background and tell how it went."""
        report = self._workspace.report
        if report is None:
            return
        under = "　".join(part for part in (report.edition, _day(clock.today())) if part)
        with as_on_paper(self.page.sheet):
            data = _png(self.page.sheet.picture(f"{report.title}　意见统计", under))

        def done(_nothing: object) -> None:
            self._folder = path.parent
            self.page.tell(f"已存好：{path}", is_done=True)

        self._window.jobs.run(
            lambda: exporting.export_picture(path, data),
            done,
            lambda words: self.page.tell(words, is_done=False),
        )


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QPixmap.fromImage(image).save(buffer, "PNG")
    return bytes(buffer.data().data())


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
