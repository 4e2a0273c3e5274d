"""What became of each unit from one edition to the next, and which of its words are others.

The pairs stand in the order of the new edition; what is gone stands behind what it stood behind.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, zip_longest
from typing import Literal

from beiguan_desktop.core.backbone import Same, longest_rising
from beiguan_desktop.core.differing import differences
from beiguan_desktop.core.editions import PAIRED, Editions, Group, Side
from beiguan_desktop.core.evening import widened
from beiguan_desktop.core.loose_ends import tied
from beiguan_desktop.core.report import Unit
from beiguan_desktop.core.rewording import reworded
from beiguan_desktop.core.steps import OnProgress, Steps, Stop
from beiguan_desktop.core.whole_words import whole_words

Status = Literal["same", "edited", "moved", "added", "deleted"]
Type = Literal["changed", "added", "deleted"]
_AROUND = 15_000
"""How many characters of the new edition on either side tell what is one word there."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words that are others now: code points of an old unit's text and of a new one's.

    One of the two sides is empty where words were only added or deleted; its unit is then where
    they would stand, or None where the other edition has nothing to stand in.
    """

    old_unit: int | None
    old_start: int
    old_end: int
    new_unit: int | None
    new_start: int
    new_end: int

    @property
    def type(self) -> Type:
        """Whether words were changed, added or deleted."""
        if self.old_start == self.old_end:
            return "added"
        return "deleted" if self.new_start == self.new_end else "changed"


@dataclass(frozen=True, slots=True)
class Pair:
    """Units by ordinal, None on the side that has none; moved ones may be reworded too.

    A paragraph that was split stands in several pairs.
    """

    old: int | None
    new: int | None
    status: Status
    edits: tuple[Edit, ...] = ()


def compare(
    old: Sequence[Unit],
    new: Sequence[Unit],
    *,
    is_read: bool = False,
    folds: Mapping[int, str] | None = None,
    stop: Stop | None = None,
    on_progress: OnProgress | None = None,
) -> tuple[Pair, ...]:
    """Compare two editions unit by unit, then word by word.

    For somebody who reads them (`is_read`) a character that changed is told with its word.
    `folds` leads from traditional characters to simplified ones, for an edition in the others.
    Raises CancelledError soon after `stop` says so; `on_progress` hears (done, of how much).
    """
    steps = Steps(stop, on_progress)
    steps.look()
    texts = [[unit.text for unit in units] for units in (old, new)]
    editions = Editions(*texts, folds=folds, steps=steps)
    groups = tied(editions, old, new)
    steady = _steady(editions, groups)
    pairs: list[Pair] = []
    for was, now in editions.same.items():
        status: Status = "same" if Same(was, now) in steady else "moved"
        pairs.append(Pair(was, now, status))
    for at, group in enumerate(groups):
        steps.done(at, len(groups), after=PAIRED)
        pairs += _of_group(editions, group, steady, is_read=is_read)
    steps.done(1, 1)
    known_old = {pair.old for pair in pairs}
    known_new = {pair.new for pair in pairs}
    pairs += [_deleted(at, unit) for at, unit in enumerate(old) if at not in known_old]
    pairs += [_added(at, unit) for at, unit in enumerate(new) if at not in known_new]
    return tuple(_in_order(pairs))


def _deleted(at: int, unit: Unit) -> Pair:
    return Pair(at, None, "deleted", (Edit(at, 0, len(unit.text), None, 0, 0),))


def _added(at: int, unit: Unit) -> Pair:
    return Pair(None, at, "added", (Edit(None, 0, 0, at, 0, len(unit.text)),))


def _steady(editions: Editions, groups: Sequence[Group]) -> frozenset[Same]:
    """Return the pairs that stand in the same order; the others have moved."""
    kin = chain.from_iterable(group.pairs for group in groups)
    return frozenset(longest_rising(sorted(chain(editions.fixed, editions.moved, kin))))


def _of_group(
    editions: Editions, group: Group, steady: Container[Same], *, is_read: bool
) -> Iterator[Pair]:
    """Yield the pairs of a group, each with the edits that belong to it."""
    is_one = len(group.pairs) == 1
    own: dict[Same, list[Edit]] = {pair: [] for pair in group.pairs}
    for edit in _edits(editions, group, is_read=is_read):
        own[min(group.pairs, key=lambda pair: _distance(pair, edit))].append(edit)
    is_here = any(pair in steady for pair in group.pairs)
    for pair, edits in own.items():
        # a half of a split paragraph has not moved where the other half stands as before
        is_moved = pair not in steady and (is_one or not is_here)
        yield Pair(*pair, "moved" if is_moved else "edited", tuple(edits))


def _distance(pair: Same, edit: Edit) -> int:
    return (pair.old != edit.old_unit) + (pair.new != edit.new_unit)


def _edits(editions: Editions, group: Group, *, is_read: bool) -> Iterator[Edit]:
    """Yield what differs, cut where units begin."""
    one, two = _Row(editions.old, group.old), _Row(editions.new, group.new)
    told = reworded(one.text, two.text, differences(one.text, two.text))
    if is_read:
        at = editions.new.starts[group.new[0]]
        known = editions.new.stream[max(0, at - _AROUND) : at + _AROUND]
        told = whole_words(one.text, two.text, told, known)
    for it in told:
        ones, twos = one.spans(it.start, it.end), two.spans(it.low, it.high)
        for was, now in zip_longest(ones, twos):
            here, there = was or _end(ones[-1]), now or _end(twos[-1])
            yield Edit(*here, *there)


def _end(span: tuple[int, int, int]) -> tuple[int, int, int]:
    return span[0], span[2], span[2]


class _Row:
    """The even texts of a group's units in one row, with their marks as they read."""

    def __init__(self, side: Side, units: Sequence[int]) -> None:
        self._side, self._units = side, units
        texts = [side.texts[unit] for unit in units]
        self._starts = list(accumulate(map(len, texts), initial=0))
        self.text = widened("".join(texts))

    def spans(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """Return the units that hold a part of the row, with the code points of their raw texts.

        Nothing, where two units meet, stands at the end of the first.
        """
        first = bisect_left(self._starts, start + (start < end)) - (start > 0 or start < end)
        last = max(first, bisect_left(self._starts, end) - 1)
        found = []
        for at in range(first, last + 1):
            base = self._starts[at]
            low, high = max(start, base) - base, min(end, self._starts[at + 1]) - base
            unit = self._units[at]
            found.append((unit, *self._side.unit(unit).back(low, high)))
        return found


def _in_order(pairs: list[Pair]) -> list[Pair]:
    """Sort by the new edition; what is gone stands behind what stood before it."""
    kept = sorted(
        (pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None
    )
    olds = [old for old, _ in kept]

    def rank(pair: Pair) -> tuple[int, int, int]:
        if pair.new is not None:
            return pair.new, 0, -1 if pair.old is None else pair.old
        before = bisect_right(olds, pair.old or 0) - 1
        return (kept[before][1] if before >= 0 else -1), 1, pair.old or 0

    return sorted(pairs, key=rank)
