"""How far one has read: shown in the tree and the status line, gone on from, set by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.progress import next_unread
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.going_on import GoingOn
from beiguan_desktop.ui.outline_filter import OutlineFilter
from beiguan_desktop.ui.outline_head import OutlineHead

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow


class ProgressFlow(QObject):
    """Wires the read marks to what shows them, and to what asks for the next unread place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._page, self._reading = window, window.page, window.reading
        self._marks = window.reading.marks
        self._jumped: int | None = None
        self.filter = OutlineFilter(self._page.tree, self._page.model)
        self.head = OutlineHead(self.filter, self._page.tree_head, self._page.tree_column)
        self.going_on = GoingOn(self._page.head, self._page.view)
        # Qt puts what comes late behind everything
        QWidget.setTabOrder(window.top_bar.last, self.head.button)
        QWidget.setTabOrder(self._page.tree, self.going_on)
        self._marks.changed.connect(lambda _units: self._show())
        window.workspace.opened.connect(self._begin)
        self._page.tree.menu_asked.connect(self.open_menu)

    def _begin(self, report: Report) -> None:
        self._jumped = None
        self.going_on.withdraw()
        self._page.hide_undo_bar()  # what it offers to take back is of another report
        self._show()
        self._offer(report)

    def _show(self) -> None:
        self._page.model.set_read(self._marks.read)
        if self._marks.share is not None:
            self._window.status.set_share(self._marks.share)

    # -- going on

    def _offer(self, report: Report) -> None:
        """Offer the last place if it is not in view, else what is unread next if that is not."""
        last = self._window.workspace.store.desk.last_place(report.id)
        if last is None:
            return  # nothing was read here yet
        if not self._is_in_view(*report.place_of(last)):
            tip = "到上次读到的地方，接着读"
            self.going_on.offer("接着读", tip, lambda: self._go_back(report, last))
            return
        unit = next_unread(self._marks.unread, after=self._page.view.top_place()[0] - 1)
        if unit is not None and not self._is_in_view(unit, 0):
            tip = "到下一段没读的（F7）"
            self.going_on.offer("下一段没读的", tip, self.next_unread)

    def _go_back(self, report: Report, letter: int) -> None:
        unit, _ = report.place_of(letter)
        self._reading.cards.look_at(paragraph(report, unit))
        self._page.stand_at(letter)
        self._page.view.setFocus()

    def next_unread(self) -> None:
        """Go to the next paragraph that was not read, from the end to the first; say if none."""
        report, place = self._marks.report, self._place()
        unit = next_unread(self._marks.unread, place)
        if report is None or unit is None:
            self._window.status.add_told("整篇都读过了")
            return
        if unit <= place:
            self._window.status.add_told("后面都读过了，回到前面没读的")
        self._jumped = unit
        self._reading.cards.look_at(paragraph(report, unit))
        self._page.view.show_place(unit)
        self._reading.cards.let_write()

    def _place(self) -> int:
        """Return the unit after which to look: where one is, if that is in view."""
        writing, top = self._reading.writing, self._page.view.top_place()[0]
        chosen = writing.anchor.unit if writing.anchor else None
        moves = not writing.has_words  # a box with words stays where they belong
        here = (chosen if moves else None, self._jumped, chosen)
        seen = (unit for unit in here if unit is not None and self._is_in_view(unit, 0))
        return next(seen, top - 1)

    def _is_in_view(self, unit: int, position: int) -> bool:
        view = self._page.view
        if view.lines is None:
            return False
        line, top = view.lines.at(unit, position), view.verticalScrollBar().value()
        return top <= line.top and line.bottom <= top + view.viewport().height()

    # -- by hand

    def open_menu(self, index: QModelIndex, place: QPoint) -> None:
        """Offer what can be done with a row of the tree at a place of the screen."""
        menu = QMenu(self._page.tree)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(faces.sans(14))
        units = self._page.model.units_of(index)
        title = index.data()
        what = "整篇" if self._page.model.unit_at(index) is None else "这一节"
        if not self._marks.unread.isdisjoint(units):
            menu.addAction(f"{what}读过了", lambda: self._mark(units, title))
        if not self._marks.read.isdisjoint(units):
            menu.addAction(f"{what}还没读", lambda: self._unmark(units, title))
        menu.addSeparator()
        self.head.add_filters(menu)
        menu.popup(place)

    def _mark(self, units: range, title: str) -> None:
        done = self._marks.mark(units)
        self._tell("读过了", title, lambda: self._marks.unmark(done))

    def _unmark(self, units: range, title: str) -> None:
        done = self._marks.unmark(units)
        self._tell("还没读", title, lambda: self._marks.mark(done))

    def _tell(self, word: str, title: str, back: Callable[[], object]) -> None:
        def undo() -> None:
            back()
            self._window.status.add_told(f"已撤销“{word}”")

        self._page.undo_bar.tell(f"{word}：{title}", sign="check", back=undo)
