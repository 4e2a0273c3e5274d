"""Places in a new reading that has the same letters: no join, split or repair moves them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.letters import letter_offsets, letters
from beiguan_desktop.core.report import Report, Unit


class Exact(NamedTuple):
    """A place, and how much of the words it holds: less than 1 where a paragraph was split."""

    anchor: Anchor
    share: float


class Lettering:
    """Carries places by their letter offsets, where two readings have the same letters."""

    def __init__(self, old: Sequence[Unit], new: Report) -> None:
        """Remember two readings; their letters are compared when first needed."""
        self._old, self._new = old, new

    @cached_property
    def is_equal(self) -> bool:
        """Whether both readings have the same letters."""
        if _total(self._old) != _total(self._new.units):
            return False
        return _all_letters(self._old) == _all_letters(self._new.units)

    def place(self, anchor: Anchor) -> Exact | None:
        """Return the place of an anchor's letters; None when it has none, or they differ."""
        start, end = anchor.letter_start, anchor.letter_end
        if anchor.place == "report" or start >= end or not self.is_equal:
            return None
        if end > _total(self._old):
            return None
        first, last = self._unit_at(start), self._unit_at(end - 1)
        if first != last:
            return self._torn(first, last, start, end)
        return Exact(self._in_one(anchor, first, start, end), 1.0)

    @cached_property
    def _starts(self) -> list[int]:
        return [unit.letter for unit in self._new.units]

    def _unit_at(self, letter: int) -> int:
        return bisect_right(self._starts, letter) - 1

    def _in_one(self, anchor: Anchor, unit: int, start: int, end: int) -> Anchor:
        text = self._new.units[unit].text
        low, high = self._span(unit, start, end)
        if anchor.place == "section" and not letters(text[:low]):
            return anchoring.section(self._new, unit)
        if anchor.place == "passage":
            low = _grown_back(text, low, anchor.quote)
            high = _grown(text, high, anchor.quote)
        is_all = not letters(text[:low] + text[high:])
        if anchor.place != "passage" and is_all:
            return anchoring.paragraph(self._new, unit)
        return anchoring.passage(self._new, unit, low, high)

    def _span(self, unit: int, start: int, end: int) -> tuple[int, int]:
        """Return the code points of a unit that hold letters start…end of the report."""
        at = self._new.units[unit]
        offsets = letter_offsets(at.text)
        return (
            bisect_right(offsets, start - at.letter) - 1,
            bisect_left(offsets, end - at.letter),
        )

    def _torn(self, first: int, last: int, start: int, end: int) -> Exact:
        """Return the part of the words that is longest: a paragraph ends within them now."""
        parts = []
        for unit in range(first, last + 1):
            low = max(start, self._starts[unit])
            high = min(end, self._starts[unit + 1] if unit < last else end)
            parts.append((high - low, -unit, low, high))
        size, unit, low, high = max(parts)
        anchor = anchoring.passage(self._new, -unit, *self._span(-unit, low, high))
        return Exact(anchor, size / (end - start))


def _total(units: Sequence[Unit]) -> int:
    return units[-1].letter + letter_offsets(units[-1].text)[-1] if units else 0


def _all_letters(units: Sequence[Unit]) -> str:
    return letters("".join(unit.text for unit in units))


def _grown_back(text: str, low: int, quote: str) -> int:
    """Take in the marks with which a quote begins, where they stand there."""
    marks = quote[: next((at for at, each in enumerate(quote) if letters(each)), 0)]
    while marks and low and text[low - 1] == marks[-1]:
        low, marks = low - 1, marks[:-1]
    return low


def _grown(text: str, high: int, quote: str) -> int:
    """Take in the marks with which a quote ends, where they stand there."""
    size = len(quote)
    marks = quote[next((at for at in range(size, 0, -1) if letters(quote[at - 1])), size) :]
    while marks and high < len(text) and text[high] == marks[0]:
        high, marks = high + 1, marks[1:]
    return high
