"""Where the lines of the page stand: the geometry that painting, clicks and scrolling share.

Heights count from the document's top. A line's band is as high as its pitch and centred on the
letters' visual middle, so that the bands of one paragraph join; passages are tinted in bands,
and the page settles on them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QTextLayout, QTextLine

from beiguan_desktop.ui.even_lines import even_out, let_go
from beiguan_desktop.ui.report_document import AIR, BASELINE, MIDDLE, ReportDocument

LONG = 200_000
"""Beyond so many characters a report is laid out as far as it is asked for, the rest by and by."""
_FIRST = 0.05
"""The share that is laid out at first: what Qt reckons the whole height from."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a unit: its band, its baseline, and what it shows in UTF-16 units of its block."""

    unit: int
    index: int
    top: int
    height: int
    baseline: float
    start: int
    end: int
    left: float
    set_line: QTextLine = field(compare=False)

    @property
    def bottom(self) -> int:
        """The band's lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """The visual middle of the letters."""
        return self.top + self.height / 2

    def x(self, unit: int) -> float:
        """Return the left edge of what stands at a UTF-16 unit."""
        return self.left + float(cast("tuple[float, int]", self.set_line.cursorToX(unit))[0])

    def at_x(self, x: float) -> int:
        """Return the UTF-16 unit of the character that stands at a distance from the left."""
        shown = self.set_line.xToCursor(x - self.left, QTextLine.CursorPosition.CursorOnCharacter)
        return max(self.start, min(int(shown), self.end - 1))


class Strip(NamedTuple):
    """The part of a line that a passage covers."""

    line: Line
    left: float
    right: float


class PageLines:
    """The lines of a document, found by unit, place or height; nothing is walked.

    What is asked for is laid out, with all before it. Qt goes on with the rest in steps while
    the window lives, and reckons meanwhile how high the whole will be.
    """

    def __init__(self, document: ReportDocument) -> None:
        self.document = document
        self.count = len(document.displays)
        self._measured: dict[int, list[Line]] = {}
        self._laid = 0
        """How many units are known to be laid out."""
        self._told = 0

    def lay_out(self) -> None:
        """Lay out all units now: places are asked for at once. Of a long report that is new,
        only the beginning; in another width it is laid out as a whole."""
        document = self.document.document
        if self._laid or document.characterCount() <= LONG:
            document.size()
            self._laid = self._told = self.count
        else:
            self._reach(int(_FIRST * self.count))
            self.tell_height()

    def tell_height(self) -> None:
        """Let the scroll bar reach as far as has been laid out; not while the page is painted."""
        if self._told < self._laid:
            self._told = self._laid
            self.document.document.documentLayout().documentSizeChanged.emit(QSizeF())

    def forget(self) -> None:
        """Measure anew: the lines are about to be laid out in another width."""
        for unit in self._measured:
            let_go(self.document.block(unit))
        self._measured.clear()

    def of(self, unit: int) -> list[Line]:
        """Return the lines of a unit, evened out and measured when they are first asked for."""
        if unit not in self._measured:
            self._reach(unit)
            document = self.document
            em = document.em_of(unit)
            even_out(document.block(unit), document.displays[unit], AIR * em, em)
            self._measured[unit] = _lines(document, unit)
        return self._measured[unit]

    def first(self, unit: int) -> Line:
        """Return the first line of a unit."""
        return self.of(unit)[0]

    def last(self, unit: int) -> Line:
        """Return the last line of a unit."""
        return self.of(unit)[-1]

    def at(self, unit: int, position: int) -> Line:
        """Return the line that shows a code point of a unit."""
        shown = self.document.displays[unit].start(position)
        return self.of(unit)[max(0, self._layout(unit).lineForTextPosition(shown).lineNumber())]

    def beside(self, line: Line, step: int) -> Line | None:
        """Return the line before (-1) or after (+1) another; None beyond the report."""
        index = line.index + step
        if 0 <= index < len(self.of(line.unit)):
            return self.of(line.unit)[index]
        unit = line.unit + step
        if not 0 <= unit < self.count:
            return None
        return self.first(unit) if step > 0 else self.last(unit)

    def unit_at(self, y: float) -> int:
        """Return the unit at a height; the space above a unit belongs to it."""
        self._reach_height(y)
        ends = bisect_right(range(self._laid), y, key=lambda unit: self.last(unit).bottom)
        return min(ends, self.count - 1)

    def line_at(self, y: float) -> Line:
        """Return the line whose band holds a height, or the next one below it."""
        lines = self.of(self.unit_at(y))
        return next((line for line in lines if y < line.bottom), lines[-1])

    def settled(self, line: Line) -> int:
        """Return the height at which a page begins with a line, the space above it included."""
        above = self.beside(line, -1)
        return above.bottom if above else 0

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the units of which something stands between two heights."""
        for unit in range(self.unit_at(top), self.count):
            if self.first(unit).top >= bottom:
                return
            yield unit

    def strips(self, unit: int, start: int, end: int) -> list[Strip]:
        """Return what the code points start…end of a unit cover, line by line."""
        display = self.document.displays[unit]
        return self._strips(unit, display.start(start), display.end(end))

    def seen(self, unit: int, top: float, bottom: float) -> tuple[int, int]:
        """Return the code points of a unit that stand on lines between two heights."""
        lines, display = self.of(unit), self.document.displays[unit]
        first = bisect_right(lines, top, key=lambda line: line.bottom)
        last = bisect_left(lines, bottom, key=lambda line: line.top)
        if first >= last:
            return 0, 0
        return display.passage(lines[first].start, lines[last - 1].end)

    def selected(self, units: Iterable[int], start: int, end: int) -> list[Strip]:
        """Return what two document positions enclose in some units."""
        found = []
        for unit in units:
            offset = int(self.document.block(unit).position())
            found += self._strips(unit, start - offset, end - offset)
        return found

    def _strips(self, unit: int, low: int, high: int) -> list[Strip]:
        found: list[Strip] = []
        if low >= high:
            return found
        lines = self.of(unit)
        first = max(0, bisect_right(lines, low, key=lambda line: line.start) - 1)
        for at in range(first, len(lines)):
            line = lines[at]
            if line.start >= high:
                break
            left, right = max(low, line.start), min(high, line.end)
            if left < right:
                found.append(Strip(line, line.x(left), line.x(right)))
        return found

    def _reach(self, unit: int) -> None:
        """Lay out everything up to a unit, as Qt does when it is asked where a block stands."""
        if unit >= self._laid:
            document = self.document
            document.document.documentLayout().blockBoundingRect(document.block(unit))
            self._laid = unit + 1

    def _reach_height(self, y: float) -> None:
        """Lay out everything down to a height."""
        if self._laid == self.count:
            return
        layout = self.document.document.documentLayout()
        layout.hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit)
        rest = range(self._laid, self.count)
        self._laid += bisect_left(rest, 1, key=lambda unit: self._layout(unit).lineCount() == 0)

    def _layout(self, unit: int) -> QTextLayout:
        return self.document.block(unit).layout()


def _lines(document: ReportDocument, unit: int) -> list[Line]:
    """Measure a unit; what all its lines share is asked for once, there may be thousands."""
    block = document.block(unit)
    layout = block.layout()
    height = round(block.blockFormat().lineHeight())
    lift = round((BASELINE - 0.5) * height - MIDDLE * document.em_of(unit))
    left, above = layout.position().x(), layout.position().y()
    found = []
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        baseline = above + line.y() + line.ascent() + max(0.0, line.leading())
        top = round(baseline - BASELINE * height) + lift
        start = line.textStart()
        end = start + line.textLength()
        found.append(Line(unit, index, top, height, baseline, start, end, left, line))
    return found
