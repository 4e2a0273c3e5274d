"""The selection bar's conduct: there with selected words, beside them, and gone with them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent

from beiguan_desktop.ui import composing
from beiguan_desktop.ui.my_marks import MyMarks, selected_places
from beiguan_desktop.ui.page_lines import Strip
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.selection_bar import ADD, CHANGE, STROKE, WRITE, SelectionBar
from beiguan_desktop.ui.writing import Writing

_GAP = 6
_NOTHING = (-1, -1)
_STAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SelectionFlow(QObject):
    """Shows the bar, keeps it beside the words and off them, and does what it offers."""

    def __init__(self, page: ReadingPage, writing: Writing, marks: MyMarks) -> None:
        super().__init__(marks)
        self._page, self._writing, self._marks = page, writing, marks
        self._view = view = page.view
        self._done = _NOTHING
        """The selection that the bar has been used for, or was sent away from."""
        self._has_words = self._is_marked = False
        self.bar = SelectionBar(view.theme, page.text_pane)
        self._acts: dict[str, Callable[[], object]] = {
            WRITE: self._write,
            CHANGE: lambda: self._change(composing.CHANGE),
            ADD: lambda: self._change(composing.ADDING),
            STROKE: lambda: marks.stroke(None),
        }
        self.bar.asked.connect(self._do)
        view.selectionChanged.connect(self.follow)
        view.place_chosen.connect(self.follow)
        view.column_changed.connect(self.place)
        view.verticalScrollBar().valueChanged.connect(self.place)
        marks.changed.connect(self.follow)
        view.installEventFilter(self)

    def follow(self) -> None:
        """Look what is selected now, and whether it is marked."""
        if self._span() != self._done:
            self._done = _NOTHING
        is_away = not self._view.isVisible()  # the library may be closed already
        is_idle = is_away or self._view.is_pressed or self._marks.is_read_only
        places = [] if is_idle else selected_places(self._view)
        self._has_words = bool(places)
        self._is_marked = self._marks.is_marked(places)
        self.place()

    def place(self) -> None:
        """Show the bar where the selected words stand now, or not at all."""
        strips = self._strips() if self._has_words and self._span() != self._done else []
        if not strips:
            self.bar.hide()
            return
        self.bar.fit(self._page.text_pane.width() - 2 * _GAP, is_marked=self._is_marked)
        self.bar.move(self._spot(strips))
        self.bar.show()
        self.bar.raise_()

    def _span(self) -> tuple[int, int]:
        cursor = self._view.textCursor()
        return cursor.selectionStart(), cursor.selectionEnd()

    def _strips(self) -> list[Strip]:
        """Return what is selected on the lines in view."""
        lines, top = self._view.lines, self._view.verticalScrollBar().value()
        if lines is None:
            return []
        bottom = top + self._view.height()
        found = lines.selected(lines.between(top, bottom), *self._span())
        return [it for it in found if it.line.bottom > top and it.line.top < bottom]

    def _spot(self, strips: list[Strip]) -> QPoint:
        """Return where the bar covers no selected word: above them, or over the running head.

        Where a bar stands between head and text, it goes below the words instead.
        """
        view, head = self._view, self._page.head
        down = view.y() - view.verticalScrollBar().value()
        above = strips[0].line.top + down - self.bar.height() - _GAP
        below = strips[-1].line.bottom + down + _GAP
        is_head_free = head.geometry().bottom() + 1 >= view.y()
        if is_head_free:
            y = max(above, view.y() - self.bar.height())
        elif above >= view.y():
            y = above
        else:
            y = below if below + self.bar.height() <= view.geometry().bottom() else head.y()
        left, width = view.x() + view.measure.text, self.bar.width()
        x = max(left, min(view.x() + round(strips[0].left), left + view.measure.width - width))
        return QPoint(max(_GAP, min(x, self._page.text_pane.width() - _GAP - width)), y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go with Esc and with the focus; keep up with another size of the text."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.bar.isVisible():
                self._send_away()
                return True
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _STAY:
                self._send_away()
        elif kind == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _send_away(self) -> None:
        self._done = self._span()
        self.bar.hide()

    # -- what it offers

    def _do(self, word: str) -> None:
        self._acts[word]()
        self._send_away()

    def _write(self) -> None:
        anchor = self._view.selected_anchor()
        if anchor is not None and self._writing.choose(anchor):
            self._page.panel.editor.focus_box()

    def _change(self, act: str) -> None:
        anchor = self._view.selected_anchor()
        if anchor is not None:
            self._writing.begin_change(anchor, act)
