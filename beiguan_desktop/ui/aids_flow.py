"""Changing 常用语 and the table of departments: pages in place of the text, kept in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.departments import Row, joined, names
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import writing_aids
from beiguan_desktop.ui.rows_column import Cells
from beiguan_desktop.ui.rows_page import RowsPage
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.writing_desk import WritingDesk

_PHRASES = "点“常用语”时列出来的话，按这里的顺序。改了就自动存好。"
_NOT_KEPT = "没有存上："
_DEPARTMENTS = (
    "报告或意见里有左边的词，就提出右边的部门。几个词、几个部门都用顿号隔开。改了就自动存好。"
)


class AidsFlow(QObject):
    """Two pages, each made when it is first asked for."""

    def __init__(self, window: MainWindow, desk: WritingDesk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._store = window.workspace.store
        self.phrases: RowsPage | None = None
        self.departments: RowsPage | None = None

    def open_phrases(self) -> None:
        """Show the phrases in place of the report."""
        if self.phrases is None:
            self.phrases = page = RowsPage(WORN, "常用语", _PHRASES, ("常用语",), is_ordered=True)
            self._wire(page, self._keep_phrases, lambda: _lines(writing_aids.shipped_phrases()))
        self.phrases.show_rows(_lines(writing_aids.phrases(self._store)))
        self._show(self.phrases)

    def open_departments(self) -> None:
        """Show the table of departments in place of the report."""
        if self.departments is None:
            self.departments = page = RowsPage(
                WORN, "部门对照表", _DEPARTMENTS, ("说到的词", "部门"), is_ordered=False
            )
            self._wire(
                page, self._keep_departments, lambda: _cells(writing_aids.shipped_departments())
            )
        self.departments.show_rows(_cells(writing_aids.departments(self._store)))
        self._show(self.departments)

    def _wire(
        self,
        page: RowsPage,
        keep: Callable[[list[Cells]], None],
        shipped: Callable[[], Iterable[Cells]],
    ) -> None:
        def kept(rows: list[Cells]) -> None:
            try:
                keep(rows)
            except UserError as error:
                page.tell(f"{_NOT_KEPT}{error}")
            else:
                if page.told.text().startswith(_NOT_KEPT):
                    page.tell("")

        page.changed.connect(kept)
        page.reset_asked.connect(lambda: page.reset(shipped()))
        page.back_asked.connect(self._go_back)
        self._window.rooms.addWidget(page)

    def _show(self, page: RowsPage) -> None:
        self._window.rooms.show_page(page)
        page.take_focus()

    def _go_back(self) -> None:
        """Go back to where one came from: the form that is open, or the box."""
        self._window.rooms.show_text()
        extra = self._window.page.panel.editor.extra
        if extra.is_open and extra.form is not None:
            extra.form.take_focus()
        else:
            self._window.page.panel.editor.focus_box()

    def _keep_phrases(self, rows: list[Cells]) -> None:
        writing_aids.keep_phrases(self._store, [words for (words,) in rows])

    def _keep_departments(self, rows: list[Cells]) -> None:
        pairs = ((names(words), names(departments)) for words, departments in rows)
        whole = [Row(words, found) for words, found in pairs if words and found]
        writing_aids.keep_departments(self._store, whole)
        self._desk.on_changed()


def _lines(words: Iterable[str]) -> list[Cells]:
    return [(each,) for each in words]


def _cells(rows: Iterable[Row]) -> list[Cells]:
    return [(joined(row.words), joined(row.departments)) for row in rows]
