"""一段一段看: one paragraph in the place of the text, while words go the same way as ever.

The text stays as it is, unseen: it is still what chooses places. The pane only shows the
paragraph that is current there, so that box, cards, tree and undo need not know of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.page_painter import PageState
from beiguan_desktop.ui.page_view import MOST
from beiguan_desktop.ui.paragraph_pane import ParagraphPane, ParagraphView
from beiguan_desktop.ui.paragraph_time import ParagraphTime
from beiguan_desktop.ui.report_document import PITCH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow

_LATER = Qt.ConnectionType.QueuedConnection
"""Nothing is laid out anew while it is being laid out."""
_LARGER = 4 / 3
"""How much larger the letters are than in the text, where so many lines of them have room."""
_LINES = 4


class ParagraphFlow(QObject):
    """Puts the pane in the place of the text and takes it away again."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._page, self._reading = window, window.page, window.reading
        self._report: Report | None = None
        self.pane: ParagraphPane | None = None
        self.time: ParagraphTime | None = None
        self._reading.writing.placed.connect(self._on_placed)
        window.workspace.changed.connect(lambda _change: self._mark())
        window.reading.my_marks.changed.connect(self._mark)
        window.page.view.found_changed.connect(self._mark)
        window.looks.told.connect(lambda _words: self._resize())

    def toggle(self) -> None:
        """Show one paragraph only, or the whole text again."""
        if self.pane is None:
            self._enter()
        else:
            self._leave()

    def _enter(self) -> None:
        if not has_report(self._window):
            return
        pane = ParagraphPane(self._page.view.theme)
        self.pane = pane
        view = pane.view
        view.place_chosen.connect(lambda anchor: self._reading.writing.choose(view.there(anchor)))
        view.clicked.connect(self._page.panel.editor.focus_box)
        view.count_clicked.connect(self._page.panel.show_here)
        view.comment_chosen.connect(self._page.panel.choose)
        view.told.connect(self._window.status.add_told)
        view.turned.connect(self._page.view.move_paragraph)
        self.time = ParagraphTime(view, lambda: self._reading.marks.mark([view.unit]))
        pane.left.connect(self._leave)
        pane.heightened.connect(self._resize, _LATER)
        pane.write_asked.connect(self._page.panel.editor.focus_box)
        self._resize()
        self._put_in_place_of_text(pane)
        self._report = None
        self._on_placed(self._reading.writing.anchor)
        view.setFocus()

    def _leave(self) -> None:
        pane, self.pane, self.time = self.pane, None, None
        if pane is None:
            return
        self._page.view.setFocusProxy(None)  # type: ignore[arg-type]  # as Qt means it
        pane.hide()
        pane.deleteLater()
        self._page.set_alone(is_alone=False)
        for each in self._reading_panes():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            each.show()  # the text comes last, as wide as it was: its lines need not be broken anew
        self._page.view.show_place(pane.view.unit, settle=False)
        self._page.view.setFocus()

    def _put_in_place_of_text(self, pane: ParagraphPane) -> None:
        """Show the pane where text and tree were; whatever goes to the text goes to it."""
        cursor = self._page.view.textCursor()
        cursor.clearSelection()  # the bar beside it would lie over the pane
        self._page.view.put_cursor(cursor)
        around = self._page.view.parentWidget()
        column = around.layout() if around else None
        if column is not None:
            column.addWidget(pane)
        for one, other in pairwise([self._page.tree, *pane.in_order()]):
            self._page.setTabOrder(one, other)  # Qt puts what comes late behind everything
        self._page.set_alone(is_alone=True)
        for each in self._reading_panes():
            each.hide()
        self._page.view.setFocusProxy(pane.view)
        pane.show()

    def _reading_panes(self) -> list[QWidget]:
        return [self._page.head, self._page.view]

    def _on_placed(self, anchor: Anchor | None) -> None:
        """Show the unit of the place that words now belong to, and the place in it."""
        workspace, pane = self._window.workspace, self.pane
        report, pages = workspace.report, workspace.pages
        if pane is None or report is None or pages is None:
            return
        unit = self._page.view.state.current_unit or 0
        if report is not self._report or unit != pane.view.unit:
            self._report = report
            pane.show_unit(report, pages, unit)
            self._mark()
            if self.time is not None:
                self.time.begin()
        pane.view.set_current(pane.view.here(anchor))

    def _mark(self) -> None:
        """Show what the text shows of the unit: opinions, strokes, a star, hits."""
        state = self._page.view.state
        if self.pane is not None and state.marks is not None:
            view = self.pane.view
            view.show_opinions([mark.comment for mark in state.marks.of(view.unit)])
            is_starred = view.unit in state.stars
            view.set_marked({0: state.strokes.get(view.unit, ())}, {0} if is_starred else set())
            self._mark_hits(view, state)

    def _mark_hits(self, view: ParagraphView, state: PageState) -> None:
        """Show what was looked for and found in the unit, and bring the current hit into view."""
        hits, now = list(state.found.get(view.unit, ())), state.found_now
        here = now[1:] if now and now[0] == view.unit else None
        view.set_found([(0, *hit) for hit in hits], hits.index(here) if here else None)
        if here:
            view.reveal(0, here[0])

    def _resize(self) -> None:
        if self.pane is not None:
            least = self._window.looks.text_size
            room = self.pane.view.height() / (_LINES * PITCH + self.pane.view.head)
            most = int(room * 72 / self.pane.logicalDpiY())
            self.pane.view.set_text_size(max(least, min(round(least * _LARGER), most, MOST)))
