"""The page: a report set like print, scrolled by whole lines, never changed.

What opinions add to it is painted by its child class, the report view.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.line_scroller import LineScroller
from beiguan_desktop.ui.motion import PageMotion
from beiguan_desktop.ui.page_lines import PageLines
from beiguan_desktop.ui.page_measure import PRINT, measure
from beiguan_desktop.ui.report_document import FOOT, HEAD, ReportDocument
from beiguan_desktop.ui.theme import Theme

LEAST, BODY, MOST = 12, 18, 36
"""Sizes of the body, in points."""
CONTEXT = 2
"""How many lines of its own paragraph stay above a place that is shown."""

_Flag = Qt.TextInteractionFlag


class PageView(QTextEdit):
    """Shows one report. Positions are code points in the text of a unit.

    `reached` tells the unit at the top when it changes, `moved` unit and position of the top
    line, `column_changed` where the text column begins and how wide it is.
    """

    head, foot = HEAD, float(FOOT)
    """How many ems stand free above the report, and how many empty lines below it."""

    reached = Signal(int)
    moved = Signal(int, int)
    column_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # to name Qt's own takes 20 ms once
        self.document().documentLayout().setPaintDevice(self.viewport())
        self.theme = theme
        self.lines: PageLines | None = None
        self.measure = PRINT
        self.motion = PageMotion(self.viewport())
        self.scroller = LineScroller(self.verticalScrollBar(), self.motion)
        self._points = BODY
        self._top = (-1, -1)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(_Flag.TextSelectableByMouse | _Flag.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)  # under the scroll bar, too
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setAccessibleName("报告正文")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._take_colours()

    def open_report(self, report: Report) -> None:
        """Set a report and stand at its beginning."""
        self._build(report)
        self.verticalScrollBar().setValue(0)
        self._top = (-1, -1)
        self._on_scrolled()

    def set_text_size(self, points: int) -> None:
        """Set the body's size in points, 12…36; the line at the top stays there."""
        points = min(max(points, LEAST), MOST)
        if points != self._points:
            self._points = points
            self._rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours; the line at the top stays there."""
        self.theme = theme
        self._take_colours()
        self._rebuild()

    def show_place(self, unit: int, position: int = 0, *, settle: bool = True) -> None:
        """Scroll so that a place stands near the top, whole lines only.

        A unit's beginning stands at the top itself. Within a unit two lines stay above the
        place, as far as there is room for it and the line below it, unless `settle` is False: then
        its line is the first, as `top_place` tells it.
        """
        if self.lines is not None:
            line = self.lines.at(unit, position)
            if settle:
                shown = self.viewport().height() // self.lines.document.pitch
                back = max(0, min(line.index, CONTEXT, shown - 2))
                self.scroller.go_to(self.lines.of(unit)[line.index - back])
            else:
                self.scroller.begin_with(line)

    def show_end(self) -> None:
        """Scroll to the report's last line."""
        if self.lines is not None:
            self.scroller.go_to(self.lines.last(self.lines.count - 1))

    def reveal(self, unit: int, position: int = 0) -> None:
        """Scroll as `show_place` does, but only if the place does not stand in view."""
        if self.lines is not None:
            line, top = self.lines.at(unit, position), self.verticalScrollBar().value()
            if line.top < top or line.bottom > top + self.viewport().height():
                self.show_place(unit, position)

    def top_place(self) -> tuple[int, int]:
        """Return unit and position of the first line that stands wholly in view."""
        line = self.scroller.top_line()
        if line is None or self.lines is None:
            return 0, 0
        return line.unit, self.lines.document.displays[line.unit].position(line.start)

    def shows(self, unit: int) -> bool:
        """Tell whether a line of a unit is in view."""
        if self.lines is None:
            return False
        lines = self.lines.of(unit)
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return bool(lines) and lines[0].top < bottom and lines[-1].bottom > top

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text column; the line at the top stays there."""
        place = self.top_place()
        super().resizeEvent(event)
        if self._fit_column():
            self.show_place(*place, settle=False)
            self._on_scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by whole lines; with Ctrl the window changes the text size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self.scroller.roll(event)
        event.accept()

    def copy(self) -> None:
        """Copy the report's own words as plain text, not what the page makes of them.

        Qt's own data object is used: one made here would outlive Python on the clipboard.
        """
        cursor = self.textCursor()
        if self.lines is not None and cursor.hasSelection():
            document = self.lines.document
            words = document.true_text(cursor.selectionStart(), cursor.selectionEnd())
            QGuiApplication.clipboard().setText(words)

    def sizeHint(self) -> QSize:
        """Ask for the measure of the printed page, 28 letters."""
        return QSize(806, 600)

    def _rebuild(self) -> None:
        if self.lines is not None:
            place = self.top_place()
            self._build(self.lines.document.report)
            self.show_place(*place, settle=False)
            self._on_scrolled()

    def _build(self, report: Report) -> None:
        like = self.lines.document if self.lines else None
        made = ReportDocument(report, self._points, self.theme, (self.head, self.foot), like)
        old, self.lines, self.scroller.lines = self.lines, None, None
        self.motion.stop()
        made.document.setParent(self)  # it must not outlive the application
        found = measure(self.width(), made.em)
        _set_margin(made, found.text)  # before it is laid out: each layout takes 15 ms
        if old is None:
            self.setLineWrapColumnOrWidth(found.text + found.width)
        self.setDocument(made.document)
        if old is not None:
            old.document.document.setParent(None)  # and goes with its last name
        self.lines = PageLines(made)
        self.measure = PRINT
        self._fit_column()

    def _fit_column(self) -> bool:
        """Give the text the width there is room for; tell whether the lines changed."""
        if self.lines is None:
            return False
        found = measure(self.width(), self.lines.document.em)
        if found == self.measure:
            return False
        self.measure = found
        self.scroller.lines = None  # nothing can be measured while lines are laid out
        self.lines.forget()
        _set_margin(self.lines.document, found.text)
        if self.lineWrapColumnOrWidth() != found.text + found.width:
            self.setLineWrapColumnOrWidth(found.text + found.width)
        self.lines.lay_out()
        self.scroller.lines = self.lines
        self.column_changed.emit(found.text, found.width)
        return True

    def _on_scrolled(self) -> None:
        if self.scroller.lines is None:
            return
        place, old = self.top_place(), self._top
        self._top = place
        if place[0] != old[0]:
            self.reached.emit(place[0])
        if place != old:
            self.moved.emit(*place)

    def _take_colours(self) -> None:
        palette = self.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(self.theme.paper))
        palette.setColor(QPalette.ColorRole.Text, QColor(self.theme.ink))
        self.setPalette(palette)
        self.viewport().setPalette(palette)  # it is ours, and Qt leaves it as it was


def _set_margin(made: ReportDocument, left: int) -> None:
    frame = made.document.rootFrame()
    form = frame.frameFormat()
    if form.leftMargin() != left:
        form.setLeftMargin(left)
        frame.setFrameFormat(form)
