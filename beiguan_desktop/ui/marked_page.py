"""The page with its opinions painted round the text.

The document itself is never changed. Only what is in view is measured and painted.
"""

from collections.abc import Iterable, Mapping, Sequence, Set

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.comment_marks import CommentMarks
from beiguan_desktop.ui.page_lines import Strip
from beiguan_desktop.ui.page_painter import Handles, PagePainter, PageState, unit_band
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.theme import Theme


class MarkedPage(PageView):
    """Shows opinions, the current paragraph and the chosen passage; chooses nothing itself."""

    comment_current = Signal(object)
    """The id of the opinion that is emphasised now, None for none."""
    found_changed = Signal()
    """Other hits are marked, or another is framed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.state = PageState()

    def set_report(self, report: Report, pages: Pages) -> None:
        """Show a report from its beginning, without opinions."""
        self.state = PageState(CommentMarks(report), pages)
        self.open_report(report)

    def set_comments(self, comments: Iterable[Comment]) -> None:
        """Show these opinions instead of those shown so far."""
        if self.state.marks is not None:
            self.state.marks.set_all(comments)
            self.viewport().update()

    def apply_comments(self, gone: Iterable[Comment], come: Iterable[Comment]) -> None:
        """Show what one Change did; only the units it touches are painted again."""
        if self.state.marks is not None:
            for unit in self.state.marks.apply(gone, come):
                self._update_unit(unit)

    def set_marked(self, strokes: Mapping[int, Sequence[tuple[int, int]]], stars: Set[int]) -> None:
        """Show what somebody marked for himself: spans by unit, and units that bear a star."""
        self.state.strokes, self.state.stars = strokes, stars
        self.viewport().update()

    def set_current(self, anchor: Anchor | None) -> None:
        """Mark the current paragraph and the chosen passage; nothing scrolls.

        The text cursor goes there too, so that Shift and an arrow select from the place.
        """
        old = self.state.current_unit
        self.state.is_pointed &= anchor == self.state.chosen
        self.state.chosen = anchor
        for unit in (old, self.state.current_unit):
            if unit is not None:
                self._update_unit(unit)
        if anchor is None or anchor.unit is None or self.lines is None:
            return
        if self.selected_anchor() != anchor:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.lines.document.document_position(anchor.unit, anchor.start))
            self.put_cursor(cursor)

    def set_current_comment(self, comment_id: str | None) -> None:
        """Emphasise one opinion's passage and seal."""
        old, self.state.current = self.state.current, comment_id
        self._update_opinions(old, comment_id)
        self.comment_current.emit(comment_id)

    def set_handles(self, handles: Handles | None) -> None:
        """Show the ends of a passage as what can be taken hold of; None shows none."""
        old, self.state.handles = self.state.handles, handles
        for one in (old, handles):
            if one is not None:
                self._update_unit(one.unit)

    def set_pointed_comment(self, comment_id: str | None) -> None:
        """Frame the seal that the keys have come to."""
        old, self.state.pointed = self.state.pointed, comment_id
        self._update_opinions(old, comment_id)

    def _update_opinions(self, *comment_ids: str | None) -> None:
        for each in comment_ids:
            unit = self.state.marks.unit_of(each) if self.state.marks and each else None
            if unit is not None:
                self._update_unit(unit)

    def glow(self, anchor: Anchor) -> None:
        """Lead the eye once to a place that was found, by its card or by its words."""
        if anchor.unit is not None:
            self.motion.glow(anchor.unit, anchor.start, anchor.end)

    def set_found(self, spans: Iterable[tuple[int, int, int]], current: int | None) -> None:
        """Mark hits (unit, start, end) in order and frame the current one; no hits clear them."""
        found: dict[int, list[tuple[int, int]]] = {}
        self.state.found_now = None
        for at, (unit, start, end) in enumerate(spans):
            found.setdefault(unit, []).append((start, end))
            if at == current:
                self.state.found_now = unit, start, end
        self.state.found = found
        self.viewport().update()
        self.found_changed.emit()

    def comment_order(self) -> list[str]:
        """Return the ids of the shown opinions in the order of the document."""
        return self.state.marks.order() if self.state.marks else []

    def selected_anchor(self) -> Anchor | None:
        """Return what is selected as a place, cut at the end of its first unit."""
        cursor = self.textCursor()
        if self.lines is None or not cursor.hasSelection():
            return None
        document = self.lines.document
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        unit = document.place(start)[0]
        low, high = document.passage(unit, start, end)
        return passage(document.report, unit, low, high) if low < high else None

    def is_cut(self, anchor: Anchor) -> bool:
        """Tell whether what is selected goes on beyond the unit of the place it makes."""
        cursor = self.textCursor()
        if self.lines is None or not cursor.hasSelection():
            return False
        unit = self.lines.document.place(cursor.selectionEnd() - 1)[0]
        return anchor.unit is not None and unit > anchor.unit

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, then the text, then lines and margin.

        The text is drawn here and not by QTextEdit, which would add a caret and its own ground
        of the selection, as high as the font only: lines would not join.
        """
        if self.lines is None:
            super().paintEvent(event)
            return
        value = self.verticalScrollBar().value() - self.motion.shift
        pitch = self.lines.document.pitch
        area = event.rect().translated(0, value)
        units = list(self.lines.between(area.top() - pitch, area.bottom() + pitch))
        page = PagePainter(self.lines, self.theme, self.measure)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -value)
            page.paint_below(painter, units, self.state, self._selected(units))
            page.paint_glow(painter, units, self.motion)
            page.paint_found(painter, units, self.state, area)
            text = QAbstractTextDocumentLayout.PaintContext()
            text.clip = QRectF(area)
            text.cursorPosition = -1
            self.document().documentLayout().draw(painter, text)
            page.paint_above(painter, units, self.state)

    def _selected(self, units: list[int]) -> list[Strip]:
        """Return what the text cursor selects in some units, to be painted like a choice."""
        cursor = self.textCursor()
        if self.lines is None or not cursor.hasSelection():
            return []
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self.lines.selected(units, start, end)

    def _update_unit(self, unit: int) -> None:
        if self.lines is not None:
            top, bottom = unit_band(self.lines, unit)
            value = self.verticalScrollBar().value()
            self.viewport().update(0, top - value, self.viewport().width(), bottom - top)

    def put_cursor(self, cursor: QTextCursor) -> None:
        """Set the text cursor without scrolling to it."""
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
