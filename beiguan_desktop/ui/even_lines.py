"""Justified lines whose figures stay whole, the slack shared evenly by the Han characters.

Qt spreads a line's slack over all its letters, digits among them, and leaves what air follows
the last character standing before the edge. So a paragraph's lines are set once more, with the
slack as letter spacing, when they are first measured: only what is looked at costs anything.
Where a long figure would not go on a line, what stands before it is spread no further than the
eye bears, and the line ends short of the edge. Neither words nor line ends change.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextLayout, QTextLine

from beiguan_desktop.ui.display_text import DisplayText

LEAST = 1.0
"""Less slack than this, in pixels, is not seen."""
LOOSEST, EASY = 0.15, 0.09
"""How far characters are moved apart at most, in em; a line that would need more ends short of
the edge, its characters as far apart as in lines that nobody notices."""
LONGEST = 5000
"""A paragraph of more characters is left to Qt: all its lines would be set anew in one go."""
_STEP = 64
"""Qt counts lengths in 64ths of a pixel."""


class _Place(NamedTuple):
    """A line as Qt has set it."""

    start: int
    length: int
    position: QPointF
    width: float
    slack: float

    @property
    def end(self) -> int:
        return self.start + self.length


class _Spread(NamedTuple):
    """What a line's characters are set apart by; `reach` is its width if it ends short."""

    ranges: tuple[QTextLayout.FormatRange, ...] = ()
    reach: int | None = None


def even_out(block: QTextBlock, display: DisplayText, air: float, em: float) -> bool:
    """Set a block's lines anew if figures stand in them or they are loose; tell if that was done.

    `air` is what the letter spacing of a character before a figure is, `em` how large the
    letters are, both in pixels.
    """
    layout = block.layout()
    is_justified = block.blockFormat().alignment() == Qt.AlignmentFlag.AlignJustify
    is_long = display.length > LONGEST
    if not is_justified or is_long or layout.lineCount() < 2 or not display.gaps:
        return False
    places = [_place(layout.lineAt(at)) for at in range(layout.lineCount())]
    spreads = [_spread(place, display, air, em) for place in places[:-1]]
    ranges = [each for spread in spreads for each in spread.ranges]
    if not ranges:
        return False
    layout.setFormats(ranges)
    if _set(layout, places, [spread.reach for spread in spreads]):
        return True
    layout.setFormats([])
    _set(layout, places, [])
    return False


def let_go(block: QTextBlock) -> None:
    """Forget the spacing of a block, whose lines are about to be broken anew."""
    block.layout().setFormats([])


def _place(line: QTextLine) -> _Place:
    slack = line.width() - line.naturalTextWidth()
    return _Place(line.textStart(), line.textLength(), line.position(), line.width(), slack)


def _set(layout: QTextLayout, places: Sequence[_Place], reaches: Sequence[int | None]) -> bool:
    """Set the lines where they stood; tell whether each begins as it did."""
    layout.beginLayout()
    is_alike = True
    for place, reach in zip_longest(places, reaches):
        line = layout.createLine()
        if not line.isValid():
            is_alike = False
            break
        line.setLeadingIncluded(True)
        line.setLineWidth(place.width if reach is None else reach)
        line.setPosition(place.position)
        is_alike &= (line.textStart(), line.textLength()) == (place.start, place.length)
    is_alike &= not layout.createLine().isValid()
    layout.endLayout()
    return is_alike


def _spread(place: _Place, display: DisplayText, air: float, em: float) -> _Spread:
    """Return the letter spacing of one line that holds a figure or is loose."""
    airs = [low for low, _ in _between(display.airs, place.start, place.end)]
    last = place.end - 1
    is_aired_at_end = bool(airs) and airs[-1] == last
    slack = place.slack + (air if is_aired_at_end else 0)
    runs = [
        (max(low, place.start), min(high, last))
        for low, high in _between(display.gaps, place.start, last)
    ]
    count = sum(high - low for low, high in runs)
    if not count or slack < LEAST:
        return _Spread()
    is_loose = slack > count * LOOSEST * em
    if not (is_loose or airs or _between(display.words, place.start, place.end)):
        return _Spread()
    share = int((EASY * em if is_loose else slack / count) * _STEP) / _STEP
    reach = ceil(place.width - slack + share * count) if is_loose else None
    ranges = [*_spacing(runs, airs, air, share)]
    if is_aired_at_end:
        ranges.append(_range(last, last + 1, 0.0))
    return _Spread(tuple(ranges), reach)


def _spacing(
    runs: Iterable[tuple[int, int]], airs: Sequence[int], air: float, share: float
) -> Iterator[QTextLayout.FormatRange]:
    """Yield the letter spacing of runs of characters, those before a figure apart."""
    for low, high in runs:
        at = low
        for aired in (*(each for each in airs if low <= each < high), high):
            if at < aired:
                yield _range(at, aired, share)
            if aired < high:
                yield _range(aired, aired + 1, air + share)
            at = aired + 1


def _between(spans: Sequence[tuple[int, int]], low: int, high: int) -> Sequence[tuple[int, int]]:
    """Return the spans of which something stands between two units."""
    first = bisect_left(spans, low + 1, key=lambda span: span[1])
    return spans[first : bisect_left(spans, high, key=lambda span: span[0])]


def _range(low: int, high: int, spacing: float) -> QTextLayout.FormatRange:
    form = QTextCharFormat()
    form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    form.setFontLetterSpacing(spacing)
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = low, high - low, form
    return made
