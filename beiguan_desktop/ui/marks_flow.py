"""我的重点和星标 from the menu to the list, and from a row back into the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.marks_model import STAR, Row, rows
from beiguan_desktop.ui.marks_page import MarksPage

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow


def show_marks(window: MainWindow) -> None:
    """Show the list in place of the report; it is made when it is first asked for."""
    if has_report(window):
        flow_of(window, MarksFlow).open()


class MarksFlow(QObject):
    """Keeps the list true, leads from it into the text, and takes off what it shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._marks = window, window.reading.my_marks
        self.page = MarksPage(window.page.view.theme)
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(window.rooms.show_text)
        self.page.opened.connect(self._go_to)
        self.page.off_asked.connect(self._take_off)
        self._marks.changed.connect(self._refresh)
        window.workspace.opened.connect(lambda _report: self._refresh())

    def open(self) -> None:
        """Show what is marked now."""
        self._refresh()
        self._window.rooms.show_page(self.page)
        self.page.take_focus()

    def _refresh(self) -> None:
        report, pages = self._window.workspace.report, self._window.workspace.pages
        if report is not None and pages is not None:
            found = rows(report, pages, self._marks.highlights(), self._marks.stars())
            self.page.show_rows(found, is_read_only=self._marks.is_read_only)

    def _go_to(self, row: Row) -> None:
        """Show the place of a row in the text; words that wait in the box stay there."""
        if row.place is not None:
            self._window.rooms.show_text()
            self._window.reading.cards.look_at(row.place)
            self._window.page.view.set_current(row.place)

    def _take_off(self, row: Row) -> None:
        if row.kind == STAR:
            self._marks.turn_star(int(row.key))
        else:
            self._marks.take_off(str(row.key))
