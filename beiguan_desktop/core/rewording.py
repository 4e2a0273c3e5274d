"""What differs between two editions, told so that it reads well: what stayed is shown to have.

`differing` joins changes that lie close together, as one quotes them. Whoever looks at two
editions wants clauses that stayed between two changes told apart again, and a word of which one
character changed told whole (whole_words.py). Positions are characters of two even texts.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from beiguan_desktop.core.differing import CLAUSE_MARKS, SENTENCE_MARKS, Difference
from beiguan_desktop.core.letters import letter_count

_LEAST = 2
"""Fewer letters between two changes stayed by chance."""
_BESIDE = 8
"""How many characters beside a change are taken along to find another way of telling it."""
_SHARES = (3, 8)
"""How many times as many letters all of it may have where what stayed has no mark, or one,
at its ends."""
_MOST = 250_000
"""How many pairs of clauses are compared; beyond that a change is told as it is."""
_STRENGTH = {"、": 1, "，": 2, "：": 2, "；": 3, **dict.fromkeys(SENTENCE_MARKS, 4)}
_CLAUSE = re.compile(f"[^{CLAUSE_MARKS}]+")
_WESTERN = re.compile(r"[\dA-Za-z₀-₉.,+:/%％‰-]{2}")
"""Two characters that may be of one figure."""


def reworded(old: str, new: str, found: Sequence[Difference]) -> tuple[Difference, ...]:
    """Tell differences, in order and apart from one another, as a reader sees them."""
    told: list[Difference] = []
    starts = [*(it.start for it in found[1:]), len(old) + 1]
    for it, after in zip(found, starts, strict=False):
        room = it.start - (told[-1].end + 1 if told else 0), after - it.end - 1
        told += _parted(old, new, it, room) if _is_change(it) else [it]
    return _without_islands(told, old)


def _is_change(it: Difference) -> bool:
    return it.start < it.end and it.low < it.high


def _parted(old: str, new: str, it: Difference, room: tuple[int, int]) -> list[Difference]:
    """Tell apart what was changed round words that stayed; `room`: how far it may reach."""
    whole = _round(old, new, it) or _shifted(old, new, it, room)
    if whole:
        return whole
    parts = _between_clauses(old, new, it)
    return [part for each in parts for part in _round(old, new, each) or [each]]


def _round(old: str, new: str, it: Difference, *, is_listed: bool = False) -> list[Difference]:
    """Return what was put round all of the old words, or struck round all of the new ones.

    Nothing where neither stayed whole. `is_listed`: only with a mark at either end of what
    stayed, and something put there.
    """
    if not _is_change(it):
        return []
    is_grown = it.end - it.start <= it.high - it.low
    words, outer = old[it.start : it.end], new[it.low : it.high]
    if not is_grown:
        words, outer = outer, words
    at = _place(words, outer, is_listed=is_listed)
    if at is None:
        return []
    to, (start, end, low, high) = at + len(words), it
    if is_grown:
        parts = Difference(start, start, low, low + at), Difference(end, end, low + to, high)
    else:
        parts = Difference(start, start + at, low, low), Difference(start + to, end, high, high)
    return [part for part in parts if part.start < part.end or part.low < part.high]


def _place(words: str, outer: str, *, is_listed: bool) -> int | None:
    """Return where words stand in longer ones so that a reader sees that they stayed."""
    size, mine, every = len(words), letter_count(words), letter_count(outer)
    if mine < _LEAST and (mine or _weight(words) < max(1, _weight(outer))):
        return None
    found: list[tuple[int, int]] = []
    at = outer.find(words)
    while at >= 0:
        ends = (at, at + size)
        bounds = sum(_is_border(outer, end, is_edge=not is_listed) for end in ends)
        is_seen = bounds == 2 or (not is_listed and mine * _SHARES[bounds] >= every)
        if is_seen and not any(_is_figure(outer, end) for end in ends):
            found.append((-bounds, at))
        at = outer.find(words, at + 1)
    return min(found)[1] if found else None


def _weight(text: str) -> int:
    """Return how much the strongest mark of a text parts; 0 where it has none."""
    return max((_STRENGTH.get(each, 0) for each in text), default=0)


def _is_border(text: str, at: int, *, is_edge: bool) -> bool:
    """Tell whether a mark stands on either side of a place; `is_edge`: or nothing."""
    if not 0 < at < len(text):
        return is_edge
    return text[at - 1] in CLAUSE_MARKS or text[at] in CLAUSE_MARKS


def _is_figure(text: str, at: int) -> bool:
    """Tell whether a place is inside a figure or a Latin word."""
    return _WESTERN.fullmatch(text, max(0, at - 1), at + 1) is not None


def _shifted(old: str, new: str, it: Difference, room: tuple[int, int]) -> list[Difference]:
    """Take what stays beside a change along, where one side is then one thing of a list.

    Of 「流域、区域、海域」 made from 「流域区域」 nothing was struck.
    """
    for by in range(1, _BESIDE + 1):
        for back, forth in ((by, 0), (0, by)):
            if back <= room[0] and forth <= room[1]:
                wider = Difference(it.start - back, it.end + forth, it.low - back, it.high + forth)
                found = _round(old, new, wider, is_listed=True)
                if found and not _is_figure(old, wider.start) and not _is_figure(old, wider.end):
                    return found
    return []


def _between_clauses(old: str, new: str, it: Difference) -> list[Difference]:
    """Return what differs between the clauses that stand on both sides in the same order."""
    ones, twos = _clauses(old, it.start, it.end), _clauses(new, it.low, it.high)
    if len(ones) * len(twos) > _MOST:
        return [it]
    words = [old[a:b] for a, b in ones], [new[a:b] for a, b in twos]
    blocks = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
    kept = [(ones[i + n], twos[j + n]) for i, j, size in blocks for n in range(size)]
    first, last = ((it.start,) * 2, (it.low,) * 2), ((it.end,) * 2, (it.high,) * 2)
    gaps = (
        Difference(before[1], behind[0], there[1], yonder[0])
        for (before, there), (behind, yonder) in pairwise([first, *kept, last])
    )
    return [
        part
        for part in (_trimmed(old, new, gap) for gap in gaps)
        if part.start < part.end or part.low < part.high
    ]


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where clauses of letters enough stand in a part of a text."""
    found = _CLAUSE.finditer(text, start, end)
    return [match.span() for match in found if letter_count(match[0]) >= _LEAST]


def _trimmed(old: str, new: str, it: Difference) -> Difference:
    """Leave off what both sides begin and end with, marks or letters enough."""
    head = _common(old[it.start : it.end], new[it.low : it.high])
    start, low = it.start + head, it.low + head
    tail = _common(old[start : it.end][::-1], new[low : it.high][::-1])
    return Difference(start, it.end - tail, low, it.high - tail)


def _common(one: str, other: str) -> int:
    """Return how much two texts begin with alike that stays for sure; figures are left whole."""
    most = min(len(one), len(other))
    size = next((at for at in range(most) if one[at] != other[at]), most)
    while size and (_is_figure(one, size) or _is_figure(other, size)):
        size -= 1
    if letter_count(one[:size]) < _LEAST:
        size -= len(one[:size].lstrip(CLAUSE_MARKS))
    return size


def _without_islands(told: Iterable[Difference], old: str) -> tuple[Difference, ...]:
    """Join changes between which one letter stayed: nobody sees it."""
    found: list[Difference] = []
    for it in told:
        if found and it.start - found[-1].end <= letter_count(old[found[-1].end : it.start]) < 2:
            last = found.pop()
            it = Difference(last.start, it.end, last.low, it.high)  # noqa: PLW2901 - joined
        found.append(it)
    return tuple(found)
