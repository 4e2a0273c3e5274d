"""The text pane: the report, the opinions on it, and the choice of a place by mouse and keys.

Marks are painted round the text (look.md 6): the document itself is never changed. Only what is
in view is measured and painted.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.choosing import clicked, numbered
from beiguan_desktop.ui.comment_marks import CommentMarks
from beiguan_desktop.ui.hits import Hit, hit_at
from beiguan_desktop.ui.page_lines import Strip
from beiguan_desktop.ui.page_painter import PagePainter, PageState, unit_band
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.theme import LIGHT, Theme

_Key = QKeySequence.StandardKey
_SELECTING = (
    _Key.Copy,
    _Key.SelectAll,
    _Key.SelectNextChar,
    _Key.SelectPreviousChar,
    _Key.SelectNextWord,
    _Key.SelectPreviousWord,
    _Key.SelectNextLine,
    _Key.SelectPreviousLine,
    _Key.SelectStartOfLine,
    _Key.SelectEndOfLine,
)
"""Keys that are left to Qt: they select or copy and change nothing."""
_PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier


class ReportView(PageView):
    """The page with its opinions.

    `place_chosen` carries the Anchor that a click or the end of a dragged selection chose,
    `comment_chosen` the id of the opinion whose seal or passage was clicked; it comes second.
    """

    place_chosen = Signal(object)
    comment_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, theme: Theme = LIGHT) -> None:
        super().__init__(theme, parent)
        self.state = PageState()
        self._is_pressed = False
        self.viewport().setMouseTracking(True)

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

    def set_current(self, anchor: Anchor | None) -> None:
        """Mark the current paragraph and the chosen passage; nothing scrolls.

        The text cursor goes there too, so that Shift and an arrow select from the place.
        """
        old, self.state.chosen = self.state.chosen, anchor
        for each in (old, anchor):
            if each is not None and each.unit is not None:
                self._update_unit(each.unit)
        if anchor is not None and anchor.unit is not None and self.selected_anchor() != anchor:
            self._put_cursor(anchor.unit, anchor.start)

    def set_current_comment(self, comment_id: str | None) -> None:
        """Emphasise one opinion's passage and seal."""
        old, self.state.current = self.state.current, comment_id
        for each in (old, comment_id):
            unit = self.state.marks.unit_of(each) if self.state.marks and each else None
            if unit is not None:
                self._update_unit(unit)

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

    def move_paragraph(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) paragraph and bring it into view."""
        if self.lines is None:
            return
        chosen = self.state.chosen
        if chosen and chosen.unit is not None:
            origin = chosen.unit
        else:
            origin = self.top_place()[0] - (1 if step > 0 else 0)
        report = self.lines.document.report
        unit = numbered(report, origin, step)
        self._choose(paragraph(report, unit))
        self.scroller.show_whole(unit, self.viewport().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints, then the text, then lines and margin."""
        if self.lines is None:
            super().paintEvent(event)
            return
        value = self.verticalScrollBar().value()
        pitch = self.lines.document.pitch
        area = event.rect().translated(0, value)
        units = list(self.lines.between(area.top() - pitch, area.bottom() + pitch))
        page = PagePainter(self.lines, self.theme, self.page_left)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -value)
            page.paint_below(painter, units, self.state, self._selected(units))
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.translate(0, -value)
            page.paint_above(painter, units, self.state)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection; what was selected before is let go."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        value = self.verticalScrollBar().value()
        self._is_pressed = True
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            cursor = self.textCursor()
            cursor.clearSelection()  # or Qt would begin to drag it
            self.setTextCursor(cursor)
        super().mousePressEvent(event)
        self.verticalScrollBar().setValue(value)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second click of a pair for a click like any other."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select while the button is down; else show what a click would do."""
        if self._is_pressed:
            super().mouseMoveEvent(event)
            self.viewport().update()
            return
        hit = self._hit(event.position().toPoint())
        shape = Qt.CursorShape.IBeamCursor
        if hit and hit.position is None:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked or selected."""
        if not self._is_pressed or event.button() != Qt.MouseButton.LeftButton:
            return
        self._is_pressed = False
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        anchor, hit = self.selected_anchor(), self._hit(point)
        self.scroller.settle()
        if anchor is not None:
            self._choose(anchor)
        elif hit is not None:
            self._click(hit)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by paragraphs, pages or to the ends; letters are left to the window."""
        if any(event.matches(key) for key in _SELECTING):
            super().keyPressEvent(event)
            self.scroller.settle()
            self.viewport().update()
        elif not (event.modifiers() & ~_PLAIN) and self._move(event.key()):
            event.accept()
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in a tooltip what a seal or a page mark stands for."""
        if isinstance(event, QHelpEvent):
            hit = self._hit(event.pos())
            words = hit.words if hit else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy; the text can't be changed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction("复制", self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction("全选", self.selectAll)
        menu.popup(event.globalPos())

    def _move(self, key: int) -> bool:
        """Do what a key means and tell whether it means anything."""
        height = self.viewport().height()
        last = self.lines.count - 1 if self.lines else 0
        moves: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Up: lambda: self.move_paragraph(-1),
            Qt.Key.Key_Down: lambda: self.move_paragraph(1),
            Qt.Key.Key_PageUp: lambda: self.scroller.by_page(-1, height),
            Qt.Key.Key_PageDown: lambda: self.scroller.by_page(1, height),
            Qt.Key.Key_Home: lambda: self.show_place(0),
            Qt.Key.Key_End: lambda: self.show_place(last),
        }
        move = moves.get(key)
        if move is not None:
            move()
        return move is not None

    def _hit(self, point: QPoint) -> Hit | None:
        if self.lines is None:
            return None
        y = point.y() + self.verticalScrollBar().value()
        return hit_at(self.lines, self.state, (point.x(), y), self.page_left)

    def _click(self, hit: Hit) -> None:
        if self.lines is None:
            return
        report, chosen = self.lines.document.report, self.state.chosen
        comment = hit.next_comment(self.state.current)
        if comment is not None and (hit.position is None or chosen != comment.anchor):
            self._choose(comment.anchor)
        elif hit.position is None:
            self._choose(paragraph(report, hit.unit))
        else:
            self._choose(clicked(report, hit.unit, hit.position, chosen))
        if comment is not None:
            self.comment_chosen.emit(comment.id)

    def _choose(self, anchor: Anchor) -> None:
        self.set_current(anchor)
        self.place_chosen.emit(anchor)

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

    def _put_cursor(self, unit: int, position: int) -> None:
        """Move the text cursor without scrolling to it."""
        if self.lines is None:
            return
        value = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.lines.document.document_position(unit, position))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)
