"""Words of which one character changed, told whole: 中国 has become 中华, not 国 华.

The program has no dictionary. Which neighbour a character belongs to, the editions themselves
tell: with it, both stand there more often than with the other one.
"""

import re
from collections.abc import Sequence

from beiguan_desktop.core.differing import Difference

_OFTEN, _RATHER = 2, 3
"""How often a word must stand elsewhere, and how many times as often as what else it might be."""
_LONGEST = 3
"""Of a longer word the one character that changed says more than all of it."""
_APART = 2
"""So many characters are left between two changes: one alone nobody would see."""
_ALWAYS = 0.8
"""What so often stands within the same longer words is a part of them."""
_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_OTHERS = re.compile("[〇零一二三四五六七八九十百千万亿两半几第的了和与及]")
"""Numerals, which are told as figures are, and little words that are words by themselves."""
_Reach = tuple[int, int]
"""How many characters before and behind belong to the word."""


def whole_words(
    old: str, new: str, found: Sequence[Difference], known: str
) -> tuple[Difference, ...]:
    """Widen what is one character of a word; `known` is text of the same edition as `new`."""
    told: list[Difference] = []
    starts = [*(it.start for it in found[1:]), len(old) + _APART]
    for it, after in zip(found, starts, strict=False):
        before, behind = 0, 0
        if it.end - it.start == it.high - it.low == 1:
            room = it.start - (told[-1].end + _APART if told else 0), after - it.end - _APART
            before, behind = _Cut(old, new, it, room, known).word()
        told.append(
            Difference(it.start - before, it.end + behind, it.low - before, it.high + behind)
        )
    return tuple(told)


class _Cut:
    """One character that has become another one; `room` is what it may take along."""

    def __init__(self, old: str, new: str, at: Difference, room: _Reach, known: str) -> None:
        self._old, self._new, self._at = old, new, at
        self._room, self._known = room, known

    def word(self) -> _Reach:
        """Return how far the word reaches that it is a character of."""
        counts = {reach: self._often(reach) for reach in ((1, 0), (0, 1))}
        best, other = sorted(counts, key=lambda it: -counts[it])
        if counts[best] < max(_OFTEN, _RATHER * counts[other]):
            return 0, 0
        longer = self._longer(best, counts[best])
        while longer is not None:
            if sum(longer) >= _LONGEST:
                return 0, 0
            best, longer = longer, self._longer(longer, self._often(longer))
        return best if self._often(best) > self._elsewhere(best) else (0, 0)

    def _elsewhere(self, reach: _Reach) -> int:
        """Count the places, but for this one, that have the outermost neighbour with the next."""
        before, behind = reach
        start = self._at.low - before - 1 if before else self._at.high + behind - 1
        words = self._new[max(0, start) : start + 2]
        return self._known.count(words) - 1 if len(words) > 1 and _WORD.fullmatch(words) else 0

    def _longer(self, reach: _Reach, often: int) -> _Reach | None:
        """Return the longer word that a piece is always part of."""
        before, behind = reach
        for wider in ((before + 1, behind), (before, behind + 1)):
            if self._often(wider) >= _ALWAYS * often:
                return wider
        return None

    def _often(self, reach: _Reach) -> int:
        """Count the places that have the old word or the new one, but for this one."""
        if reach[0] > self._room[0] or reach[1] > self._room[1]:
            return 0
        start, end, low, high = self._at
        words = {self._old[start - reach[0] : end + reach[1]]}
        words.add(self._new[low - reach[0] : high + reach[1]])
        if not all(_WORD.fullmatch(it) and not _OTHERS.search(it) for it in words):
            return 0
        return sum(map(self._known.count, words)) - 1
