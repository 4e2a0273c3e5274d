"""Page and line of every place of a report of which the print itself is known, line by line."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from beiguan_desktop.core.columns import ZERO_WIDTH
from beiguan_desktop.core.letters import letter_offsets
from beiguan_desktop.core.report import PageMark, Unit

HANGING = "。，、；：！？”’）》」』】％%"
"""What never begins a line of print."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a place stands in print; `about` = interpolated, to be shown with 约.

    `is_bounded`: the page lies between page starts that are known, so that it can stand on paper;
    `is_near`: a border that is only inferred is so near that it may be the page beside.
    """

    page: int
    line: int
    about: bool
    is_bounded: bool = False
    is_near: bool = False


class _Row(NamedTuple):
    """A printed line: how many letters lie before it, its page and line."""

    letter: int
    page: int
    line: int


class Printed:
    """The printed lines of a report, as a file told them.

    A page that the user corrects is told by a mark "hand": from there on all pages follow.
    """

    def __init__(self, units: Sequence[Unit], marks: Sequence[PageMark]) -> None:
        """Take a report whose marks are those of its printed lines, and corrections."""
        self._units = units
        self._rows = _corrected(marks)
        self._letters = [row.letter for row in self._rows]
        self._begun: dict[int, list[int]] = {}

    @property
    def count(self) -> int:
        """The number of the last page."""
        return self._rows[-1].page

    def at(self, unit: int, position: int) -> Location | None:
        """Return page and line of a position in a unit's text, None before the first page."""
        first, _ = self._range(unit)
        row = first + bisect_right(self._begins(unit), position) - 1
        if row < 0:
            return None
        return Location(self._rows[row].page, self._rows[row].line, about=False, is_bounded=True)

    def starts(self) -> list[tuple[int, int, int]]:
        """Return (page, unit, position) of where each page begins.

        A page without text begins where the next one does.
        """
        found: list[tuple[int, int, int]] = []
        for unit in range(len(self._units)):
            for row, position in self._page_rows(unit):
                page = found[-1][0] + 1 if found else self._rows[row].page
                found += [(at, unit, position) for at in range(page, self._rows[row].page + 1)]
        return found

    def starts_in(self, unit: int) -> list[int]:
        """Return at which positions of a unit pages begin."""
        return [position for _, position in self._page_rows(unit)]

    def _page_rows(self, unit: int) -> list[tuple[int, int]]:
        """Return the rows of a unit that begin a page, and their positions."""
        rows, first = self._rows, self._range(unit)[0]
        return [
            (row, position)
            for row, position in enumerate(self._begins(unit), first)
            if row == 0 or rows[row].page != rows[row - 1].page
        ]

    def _range(self, unit: int) -> tuple[int, int]:
        """Return the first and the last row, end exclusive, that begin in a unit."""
        low = self._units[unit].letter
        high = (
            self._units[unit + 1].letter if unit + 1 < len(self._units) else self._letters[-1] + 1
        )
        return bisect_left(self._letters, low), bisect_left(self._letters, high)

    def _begins(self, unit: int) -> list[int]:
        """Return where in a unit's text its rows begin."""
        if unit not in self._begun:
            first, last = self._range(unit)
            it = self._units[unit]
            offsets = letter_offsets(it.text) if last > first else []
            within = [letter - it.letter for letter in self._letters[first:last]]
            self._begun[unit] = [_begin(it, offsets, one) for one in within]
        return self._begun[unit]


def _begin(unit: Unit, offsets: Sequence[int], within: int) -> int:
    """Return the position at which a line begins that has so many letters of a unit before it.

    Of what is no letter, closing marks and blanks stand on the line before.
    """
    if within == 0:
        return 0
    low, high = bisect_left(offsets, within), bisect_right(offsets, within) - 1
    seams = [seam for seam in unit.seams if low <= seam <= high]
    if seams:
        return seams[0]
    while low < high and _ends_a_line(unit.text[low]):
        low += 1
    return low


def _ends_a_line(character: str) -> bool:
    return character in HANGING or character.isspace() or character in ZERO_WIDTH


def _corrected(marks: Sequence[PageMark]) -> list[_Row]:
    """Return the rows with their pages shifted from each correction on."""
    ordered = sorted(marks, key=lambda mark: mark.letter)
    rows = [_Row(mark.letter, mark.page, mark.line) for mark in ordered if mark.origin == "pdf"]
    hands = [mark for mark in ordered if mark.origin == "hand"]
    if not hands:
        return rows
    letters = [row.letter for row in rows]
    firsts = [min(bisect_left(letters, hand.letter), len(rows) - 1) for hand in hands]
    out = rows[: firsts[0]]
    for hand, (first, following) in zip(hands, pairwise([*firsts, len(rows)]), strict=True):
        shift = hand.page - rows[first].page
        if hand.letter < rows[first].letter:  # its own line was not told, or it took its place
            out.append(_Row(hand.letter, hand.page, hand.line))
        out += [row._replace(page=row.page + shift) for row in rows[first:following]]
    return out
