"""Printed lines to the text of a file: nothing is left out, and what the print says is noted.

Places are in points from the left and the foot of the page, as PDF counts them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_address, is_closed, is_salutation, label
from beiguan_desktop.core.layout import Layout, Place
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.formats.pdf_page import (
    Page,
    PrintedLine,
    heads_and_numbers,
    in_reading_order,
    is_in_row,
    shift_of_numbers,
)

INDENT = "\u3000\u3000"
"""Stands before a line that began with an indent in the print."""

_USUAL_SIZE = 16.0  # points; three, the body of a report by GB/T 9704
_SLIGHT, _FAR = 0.8, 4.0  # characters: from here an indent, from here centred
_SHORT, _SHORT_AND_OPEN = 2.5, 6.0  # characters by which a paragraph's last line ends early
_SHARE = 0.25  # of the width; an open line that is shorter ends its paragraph in large type too
_EVEN = 0.2  # characters; lines that are stretched end no farther from one another
_JUSTIFIED = 0.5  # of the lines; where so many end alike they are stretched
_NARROW = 12.0  # characters; below, lines do not end because the paper does
_WIDE_GAP = 1.6  # times the usual distance of two lines; from here a paragraph begins
_INDENTED = 0.05  # of the lines; with fewer the print marks its paragraphs otherwise


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where the text of a page begins and ends, how wide a character is, how far lines are apart.

    `is_indented`: its paragraphs begin with an indent. `short` is by how many characters the line
    that ends a paragraph is shorter than the others, at least, if its sentence has ended.
    """

    left: float
    right: float
    character: float
    is_indented: bool = False
    short: float = _SHORT
    leading: float = 0


def laid_out(pages: Sequence[Page]) -> tuple[str, Layout]:
    """Return the text of the pages, line by line as printed, and what the print says of it.

    Lines are joined by line feeds, pages by form feeds. A page number at the head or foot is
    noise, and so is what stands there on a third of the pages. A paragraph begins at an indent
    or after a line that ends early. Pages are counted as the print numbers them.
    """
    ordered = [in_reading_order(page) for page in pages]
    noise = heads_and_numbers(ordered)
    bodies = [
        [line for line in page if id(line) not in gone]
        for page, gone in zip(ordered, noise, strict=True)
    ]
    sides = [_measured(bodies[side::2]) for side in (0, 1)]
    first = 1 + shift_of_numbers(ordered, noise)
    writing = _Writing()
    for at, page in enumerate(ordered):
        writing.turn_to(first + at, replace(sides[at % 2], leading=_leading(bodies[at])))
        for line in page:
            writing.put(line, is_noise=id(line) in noise[at])
    return writing.text, writing.layout


class _Writing:
    """Writes line after line and notes what the print says of each."""

    def __init__(self) -> None:
        self._texts: list[list[str]] = []
        self._length = -1
        self._noise: list[tuple[int, int]] = []
        self._joins: list[tuple[int, str]] = []
        self._places: list[Place] = []
        self._number, self._row = 0, 0
        self._measure = _Measure(0, 0, _USUAL_SIZE)
        self._last: tuple[PrintedLine, _Measure] | None = None

    @property
    def text(self) -> str:
        """What was written."""
        return "\f".join("\n".join(lines) for lines in self._texts)

    @property
    def layout(self) -> Layout:
        """What the print said."""
        return Layout(tuple(self._noise), tuple(self._joins), (), tuple(self._places))

    def turn_to(self, number: int, measure: _Measure) -> None:
        """Begin a page; those before page 1 of the print have no places."""
        self._texts.append([])
        self._length += 1
        self._number, self._row, self._measure = number, 0, measure

    def put(self, line: PrintedLine, *, is_noise: bool) -> None:
        """Write a line below the one before."""
        words, lines = line.text.strip(BLANKS), self._texts[-1]
        start = self._length + bool(lines)
        if is_noise:
            self._noise.append((start, start + len(words)))
            lines.append(words)
        else:
            is_first_line = _SLIGHT < _indent(line, self._measure) < _FAR
            between = self._join(line)
            lines.append(INDENT * (between is None and is_first_line) + words)
            start += len(lines[-1]) - len(words)
            if between is not None:
                self._joins.append((start, between))
            self._place(line, start)
            self._last = line, self._measure
        self._length = start + len(words)

    def _join(self, line: PrintedLine) -> str | None:
        """Return what stands between the last line and this one, None if a paragraph begins."""
        if self._last is None:
            return None
        last, measure = self._last
        is_overleaf = not self._row
        if is_overleaf and not _goes_on_overleaf(last, measure, line, self._measure):
            return None
        if not is_overleaf and not _goes_on(last, line, measure):
            return None
        return _blank_between(last.text, line.text)

    def _place(self, line: PrintedLine, start: int) -> None:
        is_same_row = self._row and self._last and is_in_row(self._last[0], line)
        self._row += not is_same_row
        if self._number > 0:
            self._places.append(Place(start, self._number, self._row))


def _measured(pages: Sequence[Page]) -> _Measure:
    """Measure the odd or the even pages; a few lines that stand out do not count."""
    lines = [line for page in pages for line in page]
    if not lines:
        return _Measure(0, 0, _USUAL_SIZE)
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    widths = [(line.right - line.left) / columns(line.text.strip(BLANKS)) for line in lines]
    character = median(widths)
    measure = _Measure(
        left=lefts[len(lefts) // 10],
        right=rights[len(rights) * 9 // 10],
        character=character if character > 0 else _USUAL_SIZE,
    )
    indented = sum(_SLIGHT < _indent(line, measure) < _FAR for line in lines)
    if indented >= _INDENTED * len(lines):
        return replace(measure, is_indented=True)
    even = sum(abs(_short(line, measure)) < _EVEN for line in lines)
    return replace(measure, short=_EVEN if even >= _JUSTIFIED * len(lines) else _SHORT)


def _leading(page: Page) -> float:
    """Return how far the lines of a page are apart, 0 if there are too few to tell."""
    gaps = [one.top - other.top for one, other in pairwise(page) if one.top > other.top]
    return median(gaps) if len(gaps) > 2 else 0


def _indent(line: PrintedLine, measure: _Measure) -> float:
    return (line.left - measure.left) / measure.character


def _short(line: PrintedLine, measure: _Measure) -> float:
    return (measure.right - line.right) / measure.character


def _goes_on(last: PrintedLine, line: PrintedLine, measure: _Measure) -> bool:
    """Tell whether a line belongs to the paragraph of the line above it."""
    if measure.right - measure.left < _NARROW * measure.character:
        return False
    words, is_open = line.text.strip(BLANKS), not is_closed(last.text)
    if is_salutation(words):
        return False
    if _indent(line, measure) > _SLIGHT:  # the rest of a centred line that was too long
        middle = (measure.left + measure.right - line.left - line.right) / 2
        return is_open and _short(last, measure) < _SLIGHT and abs(middle) < measure.character
    if not measure.is_indented:
        is_far = 0 < _WIDE_GAP * measure.leading < last.top - line.top
        if is_far or (not is_open and (label(words) or is_address(words))):
            return False
    return _indent(last, measure) < _FAR and _is_full(last, measure)


def _goes_on_overleaf(
    last: PrintedLine, before: _Measure, line: PrintedLine, measure: _Measure
) -> bool:
    """Tell whether the first line of a page goes on with the last one of the page before.

    Only indents can tell it of a sentence that has ended; what stays open is left to the words.
    """
    is_wide = measure.right - measure.left >= _NARROW * measure.character
    is_indented = measure.is_indented and before.is_indented
    is_full = _indent(last, before) < _FAR and _is_full(last, before)
    return is_wide and is_indented and is_full and _indent(line, measure) <= _SLIGHT


def _is_full(line: PrintedLine, measure: _Measure) -> bool:
    wide = (measure.right - measure.left) / measure.character
    limit = measure.short if is_closed(line.text) else min(_SHORT_AND_OPEN, _SHARE * wide)
    return _short(line, measure) < limit


def _blank_between(one: str, other: str) -> str:
    """Return the blank that the print had at a line end, or that words of letters need."""
    is_blank = one[-1:].isspace() or other[:1].isspace()
    is_word = one[-1:].isascii() and one[-1:].isalpha() and other[:1].isascii()
    return " " if is_blank or (is_word and other[:1].isalpha()) else ""
