"""How much two texts agree, letter by letter: whether a file may be a report that is known."""

from collections import Counter
from collections.abc import Sequence

ENOUGH = 0.98
"""Share of letters from which on somebody is asked whether it is the same report."""
_RUN = 8
"""Letters of a run: fewer are phrases that every report has."""
_LONGEST = 120_000
"""Letters beyond which only whole units are compared: more would take seconds."""


def share(one: Sequence[str], other: Sequence[str], least: float = ENOUGH) -> float:
    """Return which share of the letters of two reports agrees, 0…1; 0 where less than `least`.

    Both are the letters of their units. Units that both have agree wherever they stand; of the
    others, the letters that both have in the same order.
    """
    total = sum(map(len, one)) + sum(map(len, other))
    if not total or 2 * _bag(one, other) < least * total:
        return 0.0
    both = Counter(one) & Counter(other)
    same = sum(len(text) * count for text, count in both.items())
    left, right = ("".join((Counter(units) - both).elements()) for units in (one, other))
    if max(len(left), len(right)) <= _LONGEST:
        same += in_order(left, right)
    found = 2 * same / total
    return found if found >= least else 0.0


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return which share of the runs of letters of the shorter text stands in the other, 0…1."""
    left, right = (_runs("".join(units)) for units in (one, other))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _runs(text: str) -> set[str]:
    return {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}


def _bag(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the letters that both have in whatever order: at least as many as agree."""
    bags = [Counter("".join(units)) for units in (one, other)]
    return (bags[0] & bags[1]).total()


def in_order(one: str, other: str) -> int:
    """Return the length of the longest common subsequence.

    One bit a letter of `one`, one step a letter of `other` (Hyyrö 2004, bit-parallel LCS).
    """
    places: dict[str, int] = {}
    for at, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << at
    full = (1 << len(one)) - 1
    open_at = full
    for letter in other:
        here = open_at & places.get(letter, 0)
        open_at = (open_at + here | open_at - here) & full
    return len(one) - open_at.bit_count()
