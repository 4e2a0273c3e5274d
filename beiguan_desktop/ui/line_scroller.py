"""Scrolling by whole lines: no half line ever stands at the top of the settled page."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QScrollBar

from beiguan_desktop.ui.motion import PageMotion
from beiguan_desktop.ui.page_lines import Line, PageLines

WHEEL_STEP = 120
"""What one notch of a wheel counts, by Qt's convention."""


class LineScroller(QObject):
    """Moves the scroll bar of a page to beginnings of lines."""

    def __init__(self, bar: QScrollBar, motion: PageMotion) -> None:
        super().__init__(bar)
        self._motion = motion
        self.lines: PageLines | None = None
        self._bar = bar
        self._rolled = 0.0
        bar.actionTriggered.connect(self._on_action)
        bar.sliderReleased.connect(self.settle)

    def top_line(self) -> Line | None:
        """Return the first line that stands wholly in view, None without a report."""
        if self.lines is None:
            return None
        value = self._bar.value()
        line = self.lines.line_at(value)
        below = self.lines.beside(line, 1)
        return below if below and line.top < value and self.lines.settled(line) < value else line

    def begin_with(self, line: Line) -> None:
        """Let the page begin with a line, or as near to it as the report's end allows."""
        if self.lines is not None:
            self._bar.setValue(self._settled(self.lines.settled(line)))

    def go_to(self, line: Line) -> None:
        """Begin with a line as `begin_with` does, and let the eye follow."""
        before = self._bar.value()
        self.begin_with(line)
        self._motion.glide(self._bar.value() - before)

    def settle(self) -> None:
        """Move up to the beginning of the line at the top."""
        self._bar.setValue(self._settled(self._bar.value()))

    def by_lines(self, count: int) -> None:
        """Scroll by whole lines, down if positive."""
        line = self.top_line()
        for _ in range(abs(count)):
            beside = line and self.lines and self.lines.beside(line, 1 if count > 0 else -1)
            line = beside or line
        if line:
            self.begin_with(line)

    def by_page(self, step: int, height: int) -> None:
        """Scroll by a page of so many pixels, of which one line stays in view."""
        line = self.top_line()
        if line is None or self.lines is None:
            return
        if step > 0:
            cut = self.lines.line_at(self._bar.value() + height)
            last = self.lines.beside(cut, -1) or cut
            self.begin_with(last if last.top > line.top else cut)
            return
        highest = line.bottom - height
        found = self.lines.line_at(max(0, highest))
        if self.lines.settled(found) < highest:
            found = self.lines.beside(found, 1) or found
        self.begin_with(found)

    def show_whole(self, unit: int, height: int) -> None:
        """Scroll only if a unit does not stand wholly in a view of so many pixels."""
        if self.lines is None:
            return
        first, last = self.lines.first(unit), self.lines.last(unit)
        if first.top < self._bar.value() or last.bottom > self._bar.value() + height:
            self.go_to(first)

    def roll(self, event: QWheelEvent) -> None:
        """Follow a wheel or a touch pad, a line for every pitch it has gone."""
        if self.lines is None:
            return
        pixels = event.pixelDelta().y()
        if pixels:
            self._rolled -= pixels / self.lines.document.pitch
        else:
            self._rolled -= event.angleDelta().y() / WHEEL_STEP * QApplication.wheelScrollLines()
        whole = int(self._rolled)
        self._rolled -= whole
        if whole:
            self.by_lines(whole)

    def _settled(self, value: int) -> int:
        """Return the beginning of a line at or above a height, within what can be scrolled."""
        if self.lines is None:
            return value
        self.lines.tell_height()
        return self.lines.settled(self.lines.line_at(min(value, self._bar.maximum())))

    def _on_action(self, action: int) -> None:
        if action != QAbstractSlider.SliderAction.SliderMove.value:
            self._bar.setSliderPosition(self._settled(self._bar.sliderPosition()))
