"""Page and line of the print, interpolated between the places where its pages are known."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from beiguan_desktop.core.columns import halves
from beiguan_desktop.core.letters import letter_offsets
from beiguan_desktop.core.printed import HANGING, Location, Printed
from beiguan_desktop.core.report import PageMark, Unit

LINES = 22
"""Lines a page of the print (GB/T 9704-2012, 5.2.4)."""
COLUMNS = 28
"""Characters a line of the print (GB/T 9704-2012, 5.2.4)."""

_UNEVEN = 3
"""Lines by which pages of one print differ from LINES."""
_NEAR = 2
"""Lines on either side of an inferred page border from which it may be the other page."""
_EXACT = ("pdf", "hand")
"""Who tells a page start so that lines can be counted from it: the very print, and the user."""
_TEXT, _INFERRED = "text", ""
_INDENT = 2
_CENTRED = ("title", "meta")


class _Start(NamedTuple):
    """A page start: before which line of the text, who tells it, and whether the page is sure."""

    line: int
    page: int
    origin: str = _INFERRED
    is_bounded: bool = False


class Pages:
    """Page and line of every place of a report.

    Where a file told its printed lines, these are what is said. Else, between two known page
    starts, the lines are shared evenly over the pages, earlier pages take the extra; after the
    last one a page has LINES lines. Without marks nothing is known.
    """

    def __init__(self, units: Sequence[Unit], marks: Sequence[PageMark]) -> None:
        """Take the units of a report and what is known of its print."""
        self._units = len(units)
        self._map = (Printed if _tell_lines(marks) else _Inferred)(units, marks)

    @property
    def count(self) -> int:
        """How many pages the print has; 0 when nothing is known."""
        return self._map.count

    def starts(self) -> list[tuple[int, int, int]]:
        """Return (page, unit, position in its text) of where each page begins, the first too.

        A page that begins before the text does begins with it.
        """
        return self._map.starts()

    def starts_in(self, unit: int) -> Sequence[int]:
        """Return the positions of a unit at which a page is known to begin, and not inferred."""
        return self._map.starts_in(unit)

    def at(self, unit: int, position: int = 0) -> Location | None:
        """Return page and line, both from 1, of a position in a unit's text."""
        return self._map.at(unit, position) if 0 <= unit < self._units else None


class _Inferred:
    """Pages of which at most the starts are known."""

    def __init__(self, units: Sequence[Unit], marks: Sequence[PageMark]) -> None:
        self._units = units
        self._starts = [_line_starts(unit) for unit in units]
        self._first = list(accumulate((len(s) for s in self._starts), initial=0))
        self._known = bool(marks)
        known = _page_starts(units, marks, self._starts, self._first)
        self._pages = _shared(known, self._first[-1])

    @property
    def count(self) -> int:
        return self._pages[-1][1] if self._known else 0

    def starts(self) -> list[tuple[int, int, int]]:
        found = []
        for start, page, *_ in self._pages if self._known else []:
            line = max(0, start)
            unit = bisect_right(self._first, line) - 1
            found.append((page, unit, self._starts[unit][line - self._first[unit]]))
        return found

    def starts_in(self, unit: int) -> Sequence[int]:
        return self._units[unit].seams

    def at(self, unit: int, position: int) -> Location | None:
        if not self._known:
            return None
        row = max(0, bisect_right(self._starts[unit], position) - 1)
        line = self._first[unit] + row
        at = bisect_right(self._pages, (line, 10**9)) - 1
        start, following = self._pages[at], self._pages[at + 1 : at + 2]
        borders = [it.line for it in (start, *following) if it.origin == _INFERRED]
        return Location(
            page=start.page,
            line=line - start.line + 1,
            about=start.origin not in _EXACT,
            is_bounded=start.is_bounded,
            is_near=any(-_NEAR <= line - border < _NEAR for border in borders),
        )


def _tell_lines(marks: Sequence[PageMark]) -> bool:
    return any(mark.origin == "pdf" and mark.line > 1 for mark in marks)


def seam_marks(units: Sequence[Unit]) -> tuple[PageMark, ...]:
    """Return the page starts that the seams of a reading give away.

    At 28 characters a line seams are 22 lines, or a multiple, apart. Seams that are not
    (a file torn for other reasons) say nothing about pages: then there are no marks.
    """
    marks: list[PageMark] = []
    spacing: list[float] = []
    line, last, page = 0, 0, 1
    for unit in units:
        starts = _line_starts(unit)
        offsets = letter_offsets(unit.text) if unit.seams else []
        for seam in unit.seams:
            here = line + bisect_left(starts, seam)
            step = max(1, round((here - last) / LINES))
            spacing.append((here - last) / step)
            page, last = page + step, here
            marks.append(PageMark(unit.letter + offsets[seam], page, 1, "seam"))
        line += len(starts)
    regular = sum(abs(lines - LINES) <= _UNEVEN for lines in spacing[1:])
    if len(spacing) < 3 or regular < 0.7 * (len(spacing) - 1):
        return ()
    return tuple(marks)


def _line_starts(unit: Unit) -> list[int]:
    """Set a unit in print: the positions in its text at which a line begins.

    Closing punctuation that would begin a line hangs on the one before, as in print. Half-width
    punctuation that was mended took half a column there.
    """
    text = unit.text
    half = halves(unit.source_text if len(unit.source_text) == len(text) else text)
    starts, room = [0], COLUMNS - (0 if unit.kind in _CENTRED else _INDENT)
    seams = [seam for seam in unit.seams if 0 < seam < len(text)]
    while True:
        start = starts[-1]
        full = _line_end(half, start, room)
        while full < len(text) and text[full] in HANGING:
            full += 1
        torn = bisect_right(seams, start)
        full = min(full, seams[torn]) if torn < len(seams) else full
        if full >= len(text):
            return starts
        starts.append(full)
        room = COLUMNS


def _line_end(half: Sequence[int], start: int, room: int) -> int:
    """Return where a line of so many columns is full; `half` are the characters of half a one."""
    full, spare, at = start + room, 0, bisect_left(half, start)
    while at < len(half) and half[at] < full + spare:
        if half[at] == full:  # it takes what two halves less would have been
            return full + 1
        spare += 1
        if spare == 2:
            full, spare = full + 1, 0
        at += 1
    return full


def _page_starts(
    units: Sequence[Unit],
    marks: Sequence[PageMark],
    starts: Sequence[Sequence[int]],
    first: Sequence[int],
) -> list[_Start]:
    """Return the page starts that marks tell, in order of lines and pages.

    Seams count pages from the mark before them, so that after a correction by hand the
    rest follows; a seam within half a page of a better mark yields to it. A first page in
    the middle of the text is no page start. That the text begins on page 1 is taken for known.
    """
    letters = [unit.letter for unit in units]
    known = [_Start(0, 1, _TEXT)]
    for mark in sorted(marks, key=lambda m: m.letter):
        index = max(0, bisect_right(letters, mark.letter) - 1)
        row = bisect_right(starts[index], _position(units[index], mark)) - 1
        line = first[index] + row - mark.line + 1
        if mark.origin == "seam":
            step = round((line - known[-1].line) / LINES)
            if step > 0 or (len(known) == 1 and line > known[0].line):
                known.append(_Start(line, known[-1].page + max(1, step), mark.origin))
        elif line <= 0 or mark.page > 1:
            while known and (known[-1].line >= line or known[-1].page >= mark.page):
                known.pop()
            if not known and line > 0:
                before = min(mark.page - 1, max(1, round(line / LINES)))
                known.append(_Start(0, mark.page - before))
            known.append(_Start(line, mark.page, mark.origin))
    return known


def _position(unit: Unit, mark: PageMark) -> int:
    """Return the place in a unit's text at which a mark lies: a seam, else before its letter."""
    within = mark.letter - unit.letter
    for seam in unit.seams:
        if letter_offsets(unit.text[:seam])[-1] == within:
            return seam
    return bisect_right(letter_offsets(unit.text), within) - 1 if within else 0


def _shared(known: Sequence[_Start], total: int) -> list[_Start]:
    """Return every page start: known ones, and those shared out between.

    Bounded are the pages between two known starts as far apart as so many pages are, and the one
    after the last.
    """
    out: list[_Start] = []
    for start, following in pairwise(known):
        pages = following.page - start.page
        size, extra = divmod(following.line - start.line, pages)
        is_likely = pages == 1 or abs(size + extra / pages - LINES) <= _UNEVEN
        sure = is_likely and start.origin != _INFERRED
        out.append(start._replace(is_bounded=sure))
        for i in range(1, pages):
            line = start.line + i * size + min(i, extra)
            out.append(_Start(line, start.page + i, is_bounded=sure))
    last = known[-1]._replace(is_bounded=True)
    rest = range(1, max(1, -(-(total - last.line) // LINES)))
    return [*out, last, *(_Start(last.line + i * LINES, last.page + i) for i in rest)]
