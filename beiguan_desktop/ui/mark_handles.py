"""Taking hold of a mark's ends with the mouse: they snap to where words begin and end."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.snapping import snapped
from beiguan_desktop.ui.highlights import knobs
from beiguan_desktop.ui.page_painter import Handles
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.scale import px

_REACH = 22
"""How far from a knob's middle a hand may press."""


class MarkHandles(QObject):
    """Watches the page's mouse while there are handles; a click that drags nothing is the page's.

    `released` tells where the passage begins and ends when one of its ends was let go elsewhere.
    """

    released = Signal(int, int)

    def __init__(self, view: ReportView) -> None:
        super().__init__(view)
        self._view = view
        self._handles: Handles | None = None
        self._press: QMouseEvent | None = None
        self._holds_end = False
        self._is_dragging = False
        self._offset = QPointF()

    def show(self, handles: Handles | None) -> None:
        """Show handles at the ends of a passage, or none any more."""
        if (handles is None) != (self._handles is None):
            port = self._view.viewport()
            (port.removeEventFilter if handles is None else port.installEventFilter)(self)
        if handles is None:
            self._press, self._is_dragging = None, False
        self._handles = handles
        self._view.set_handles(handles)

    @property
    def shown(self) -> Handles | None:
        """The handles that are shown."""
        return self._handles

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take hold, drag and let go; everything else is left to the page."""
        if not isinstance(event, QMouseEvent) or self._handles is None:
            return super().eventFilter(watched, event)
        kinds = QEvent.Type
        if event.type() == kinds.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            return self._take(event)
        if event.type() == kinds.MouseMove:
            return self._drag(event) if self._press is not None else self._hover(event)
        if event.type() == kinds.MouseButtonRelease and self._press is not None:
            self._let_go()
            return True
        return False

    def middles(self) -> list[QPointF]:
        """Return where the knobs stand in the viewport: of the beginning and of the end."""
        lines, handles = self._view.lines, self._handles
        if lines is None or handles is None:
            return []
        strips = lines.strips(handles.unit, handles.start, handles.end)
        down = self._view.verticalScrollBar().value()
        return [QPointF(x, y - down) for x, y in knobs(strips)] if strips else []

    def _near(self, point: QPointF) -> int | None:
        """Return the knob at a point, 1 for that of the end; the nearer one of two."""
        ways = [(point - middle).manhattanLength() for middle in self.middles()]
        if not ways or min(ways) > px(_REACH):
            return None
        return ways.index(min(ways))

    def _hover(self, event: QMouseEvent) -> bool:
        is_near = self._near(event.position()) is not None
        if is_near and not event.buttons():
            self._view.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
            return True
        return False

    def _take(self, event: QMouseEvent) -> bool:
        near, lines, handles = self._near(event.position()), self._view.lines, self._handles
        if near is None or lines is None or handles is None:
            return False
        self._press, self._holds_end, self._is_dragging = event.clone(), near == 1, False
        knob = self.middles()[near]
        strips = lines.strips(handles.unit, handles.start, handles.end)
        half = strips[0].line.height / 2
        inside = QPointF(knob.x(), knob.y() + (-half if self._holds_end else half))
        self._offset = event.position() - inside
        return True

    def _drag(self, event: QMouseEvent) -> bool:
        press, handles = self._press, self._handles
        if press is None or handles is None:
            return False
        gone = (event.position() - press.position()).manhattanLength()
        if not self._is_dragging and gone < QApplication.startDragDistance():
            return True
        self._is_dragging = True
        border = self._border(event.position() - self._offset, handles)
        side = {"end": border} if self._holds_end else {"start": border}
        moved = replace(handles, **side, is_end_held=self._holds_end)  # type: ignore[arg-type]
        if moved.start < moved.end:
            self._handles = moved
            self._view.set_handles(moved)
        return True

    def _border(self, point: QPointF, handles: Handles) -> int:
        """Return the border of the passage's own unit that is meant by a point."""
        lines = self._view.lines
        if lines is None:
            return handles.end
        unit, y = handles.unit, point.y() + self._view.verticalScrollBar().value()
        own = lines.of(unit)
        line = next((each for each in own if y < each.bottom), own[-1])
        display = lines.document.displays[unit]
        at = display.position(line.at_x(point.x()))
        strips = lines.strips(unit, at, at + 1)
        if strips and point.x() > (strips[0].left + strips[0].right) / 2:
            at += 1
        text = lines.document.report.units[unit].text
        return snapped(text, at, is_end=self._holds_end)

    def _let_go(self) -> None:
        press, self._press = self._press, None
        was_dragging, self._is_dragging = self._is_dragging, False
        handles = self._handles
        if was_dragging and handles is not None:
            self.released.emit(handles.start, handles.end)
        elif press is not None:
            self._view.mousePressEvent(press)  # a click beside the words: it is the page's
            self._view.mouseReleaseEvent(press)
