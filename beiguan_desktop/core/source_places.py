"""Where words of a unit stand in the decoded source, through every join and repair."""

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

from beiguan_desktop.core.editions import alike
from beiguan_desktop.core.evening import piece_at
from beiguan_desktop.core.report import Unit


class SourcePlaces:
    """The way from one unit's text to the source it was made of."""

    def __init__(self, unit: Unit) -> None:
        """Lay the way when it is first gone."""
        self._unit = unit

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source that became start…end of the text, end exclusive.

        Where the text has what the source has not, that is where it would stand.
        """
        low, high = self._kept_before(start), self._kept_from(end)
        if start < end and low < high:
            first = self._start(low)
            return first, max(first, self._start(high - 1) + 1)
        at = self._start(low - 1) + 1 if low else self._start(0)
        return at, at

    def _kept_before(self, position: int) -> int:
        """Return where in the joined source stands what follows a position of the text."""
        at = piece_at(self._starts, position)
        if at < 0:
            return 0
        start, there, length = self._shared[at]
        return there + min(position - start, length)

    def _kept_from(self, position: int) -> int:
        """Return where in the joined source ends what stands before a position of the text."""
        at = bisect_left(self._ends, position)
        if at == len(self._shared):
            return len(self._unit.source_text)
        start, there, _ = self._shared[at]
        return there + max(0, position - start)

    def _start(self, index: int) -> int:
        """Return the place in the source of a character of the joined source."""
        at = min(piece_at(self._lengths, index), len(self._unit.spans) - 1)
        return self._unit.spans[at][0] + index - self._lengths[at]

    @cached_property
    def _shared(self) -> list[tuple[int, int, int]]:
        return alike(self._unit.text, self._unit.source_text)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._shared]

    @cached_property
    def _ends(self) -> list[int]:
        return [start + length for start, _, length in self._shared]

    @cached_property
    def _lengths(self) -> list[int]:
        return list(accumulate((end - start for start, end in self._unit.spans), initial=0))
