"""What stands in the same order in two lists of texts, and what has only changed its place.

A text that occurs once on either side is certain; copies of one text are paired only where as
many stand between two certain neighbours on both sides. Time grows with the lists, not their
product.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Same(NamedTuple):
    """Equal texts: index in the old list and in the new one."""

    old: int
    new: int


def in_order(old: Sequence[str], new: Sequence[str]) -> list[Same]:
    """Return the equal texts of two lists that stand in the same order."""
    found = longest_rising(_alike(old, new, (0, len(old), 0, len(new)), is_once=True))
    rooms = _gaps(found, (0, len(old), 0, len(new)))
    while rooms:
        room = rooms.pop()
        more = longest_rising(_alike(old, new, room, is_once=False))
        found += more
        if more:
            rooms += _gaps(more, room)
    return sorted(found)


def out_of_order(old: Sequence[str], new: Sequence[str], fixed: Sequence[Same]) -> list[Same]:
    """Return texts that occur once on either side and are not among the fixed ones."""
    taken = {same.old for same in fixed}
    every = _alike(old, new, (0, len(old), 0, len(new)), is_once=True)
    return [same for same in every if same.old not in taken]


def longest_rising(pairs: Sequence[Same]) -> list[Same]:
    """Return the longest row of pairs, sorted by `old`, whose `new` rises too."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, pair in enumerate(pairs):
        at = bisect_left(ends, pair.new)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [pair.new]
        last[at : at + 1] = [index]
    row = []
    here = last[-1] if last else None
    while here is not None:
        row.append(pairs[here])
        here = before[here]
    return row[::-1]


def _alike(
    old: Sequence[str], new: Sequence[str], room: tuple[int, int, int, int], *, is_once: bool
) -> list[Same]:
    """Pair the texts that occur equally often (or once) on both sides of a room, in order."""
    i1, i2, j1, j2 = room
    ones, twos = _places(old, i1, i2), _places(new, j1, j2)
    found: list[Same] = []
    for text, places in ones.items():
        others = twos.get(text, [])
        if len(places) == len(others) and (len(places) == 1 or not is_once):
            found += map(Same, places, others)
    return sorted(found)


def _places(texts: Sequence[str], start: int, end: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at in range(start, end):
        if texts[at]:
            places[texts[at]].append(at)
    return places


def _gaps(
    found: Sequence[Same], room: tuple[int, int, int, int]
) -> list[tuple[int, int, int, int]]:
    """Return what is left of a room between the pairs found in it, where both sides have any."""
    i1, i2, j1, j2 = room
    if not found:
        return []
    fixed = [Same(i1 - 1, j1 - 1), *found, Same(i2, j2)]
    rooms = [(a.old + 1, b.old, a.new + 1, b.new) for a, b in pairwise(fixed)]
    return [each for each in rooms if each[0] < each[1] and each[2] < each[3]]
