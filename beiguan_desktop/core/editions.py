"""Two editions of one text, or two readings of one edition, laid beside one another.

Everything here is about even text (evening.py): `units` are ordinals, positions characters of a
unit's even text.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from beiguan_desktop.core.backbone import Same, in_order, longest_rising, out_of_order
from beiguan_desktop.core.evening import Evened, all_even, piece_at
from beiguan_desktop.core.kinship import kin
from beiguan_desktop.core.steps import Steps
from beiguan_desktop.core.traditional import is_traditional

PAIRED = 50
"""How many hundredths of the work are done when the units are paired."""
_CLAUSE_ENDS = ",;:。!?"
_MOST = 20_000_000
"""How many pairs of characters are compared at once; beyond that clause by clause."""


class Run(NamedTuple):
    """Equal characters: old[start:end] of a unit stands at `at` of the unit `new`."""

    start: int
    end: int
    new: int
    at: int


class Group(NamedTuple):
    """Units that are one another's reworded, split or joined form, each side in order."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    pairs: tuple[Same, ...]


class Side:
    """One edition: its units' even texts, and all of them in one row."""

    def __init__(self, raw: Sequence[str], even: Mapping[str, str]) -> None:
        """Take the texts of the units, and their even forms."""
        self._raw = raw
        self._evened: dict[int, Evened] = {}
        self.texts = [even[text] for text in raw]
        self.starts = list(accumulate(map(len, self.texts), initial=0))
        self.stream = "".join(self.texts)

    def unit(self, at: int) -> Evened:
        """Return a unit beside its even form."""
        if at not in self._evened:
            self._evened[at] = Evened(self._raw[at], self.texts[at])
        return self._evened[at]

    def around(self, start: int, end: int, width: int) -> tuple[str, str]:
        """Return what stands before and after start…end of the row."""
        return self.stream[max(0, start - width) : start], self.stream[end : end + width]

    def places(self, words: str, units: Iterable[int] | None = None) -> Iterator[int]:
        """Find words in the row, in one unit each; in these units only, where any are named."""
        rooms = [(0, len(self.stream))] if units is None else map(self._room, units)
        for start, end in rooms:
            at = self.stream.find(words, start, end) if words else -1
            while at >= 0:
                if at + len(words) <= self.starts[self.unit_at(at) + 1]:
                    yield at
                at = self.stream.find(words, at + 1, end)

    def unit_at(self, position: int) -> int:
        """Return the unit that holds a character of the row."""
        return piece_at(self.starts, position)

    def _room(self, unit: int) -> tuple[int, int]:
        return self.starts[unit], self.starts[unit + 1]


class Editions:
    """Which units of the new edition came of which old ones, and where their characters went."""

    def __init__(
        self,
        old: Sequence[str],
        new: Sequence[str],
        *,
        folds: Mapping[int, str] | None = None,
        steps: Steps | None = None,
    ) -> None:
        """Pair two lists of units' texts.

        `folds` leads from traditional characters to simplified ones: used where just one of the
        two is in the former. Raises CancelledError as `steps` says.
        """
        steps = steps or Steps()
        raw = list(dict.fromkeys([*old, *new]))
        even = dict(zip(raw, all_even(raw), strict=True))
        if folds and is_traditional(old) != is_traditional(new):
            even = {text: it.translate(folds) for text, it in even.items()}
        self.old, self.new = Side(old, even), Side(new, even)
        steps.done(10)
        self.fixed = in_order(self.old.texts, self.new.texts)
        self.moved = out_of_order(self.old.texts, self.new.texts, self.fixed)
        steps.done(20)
        found = kin(self.old.texts, self.new.texts, self.fixed, self.moved, steps.look)
        self.kin, self._doubtful = found.pairs, found.doubtful
        self.same = {pair.old: pair.new for pair in (*self.fixed, *self.moved)}
        self.groups = _groups(self.kin)
        self.group_of = {unit: group for group in self.groups for unit in group.old}
        self.rivals: dict[int, list[int]] = defaultdict(list)
        for pair in found.others:
            self.rivals[pair.old].append(pair.new)
        self._runs: dict[Group, dict[int, list[Run]]] = {}
        steps.done(PAIRED)

    @cached_property
    def steady(self) -> frozenset[Same]:
        """The pairs that stand in the same order; the others have moved."""
        return frozenset(longest_rising(sorted([*self.fixed, *self.moved, *self.kin])))

    def runs(self, unit: int) -> list[Run]:
        """Return where the characters of an old unit went; only what is reworded has any."""
        group = self.group_of.get(unit)
        return self._laid(group).get(unit, []) if group else []

    def _laid(self, group: Group) -> dict[int, list[Run]]:
        if group not in self._runs:
            self._runs[group] = self._lay(group)
        return self._runs[group]

    def _lay(self, group: Group) -> dict[int, list[Run]]:
        """Cut what the group's texts share where units begin and end."""
        one, two = self.old.texts, self.new.texts
        starts = list(accumulate((len(one[i]) for i in group.old), initial=0))
        others = list(accumulate((len(two[j]) for j in group.new), initial=0))
        found: dict[int, list[Run]] = defaultdict(list)
        shared = alike("".join(one[i] for i in group.old), "".join(two[j] for j in group.new))
        for start, at, length in shared:
            ends = {start, start + length}
            ends.update(it for it in starts if start < it < start + length)
            ends.update(it - at + start for it in others if at < it < at + length)
            for low, high in pairwise(sorted(ends)):
                i, j = piece_at(starts, low), piece_at(others, low - start + at)
                there = low - start + at - others[j]
                found[group.old[i]].append(
                    Run(low - starts[i], high - starts[i], group.new[j], there)
                )
        return found

    def open_places(self, words: str) -> Iterator[int]:
        """Find words in the new row where it came of nothing in the old edition."""
        text, units, starts = self._open
        at = text.find(words) if words else -1
        while at >= 0:
            index = piece_at(starts, at)
            place = self.new.starts[units[index]] + at - starts[index]
            if self.is_free(place, place + len(words)):
                yield place
            at = text.find(words, at + 1)

    @cached_property
    def _open(self) -> tuple[str, list[int], list[int]]:
        """The units that are not the same as an old one in one row, and where each begins."""
        units = [at for at in range(len(self.new.texts)) if at not in self._settled]
        texts = [self.new.texts[unit] + _BORDER for unit in units]
        return "".join(texts), units, list(accumulate(map(len, texts), initial=0))

    def is_doubtful(self, unit: int, start: int, end: int) -> bool:
        """Tell whether a fourth of an old unit's characters may as well have gone elsewhere."""
        words = self._doubtful.get(unit, set())
        return bool(words) and 4 * len(words.intersection(range(start, end))) >= end - start

    def free_rivals(self, unit: int) -> list[int]:
        """Return the new units that might be an old one as well, and are no other's."""
        return [it for it in self.rivals.get(unit, []) if it not in self._heirs]

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether most of start…end of the new row came of nothing in the old edition."""
        unit = self.new.unit_at(start)
        low, high = start - self.new.starts[unit], end - self.new.starts[unit]
        taken = sum(max(0, min(high, to) - max(low, at)) for at, to in self._taken.get(unit, []))
        return unit not in self._settled and taken * 2 < end - start

    @cached_property
    def _heirs(self) -> frozenset[int]:
        return frozenset(pair.new for pair in self.kin)

    @cached_property
    def _settled(self) -> frozenset[int]:
        return frozenset(self.same.values())

    @cached_property
    def _taken(self) -> dict[int, list[tuple[int, int]]]:
        taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for group in self.groups:
            for runs in self._laid(group).values():
                for run in runs:
                    if run.end - run.start >= _TELLING:
                        taken[run.new].append((run.at, run.at + run.end - run.start))
        return taken


_BORDER = "\0"
"""Between units that do not stand beside one another."""
_TELLING = 4
"""Fewer equal characters in a row are chance."""


def alike(old: str, new: str) -> list[tuple[int, int, int]]:
    """Return what two texts share, in order: position in either and length."""
    if len(old) * len(new) <= _MOST:
        return _shared(old, new, 0, 0)
    ones, twos = _clauses(old), _clauses(new)
    fixed = in_order([old[a:b] for a, b in pairwise(ones)], [new[a:b] for a, b in pairwise(twos)])
    found, i, j = [], 0, 0
    for pair in [*fixed, Same(len(ones) - 1, len(twos) - 1)]:
        low, high = ones[pair.old], twos[pair.new]
        if (low - i) * (high - j) <= _MOST:
            found += _shared(old[i:low], new[j:high], i, j)
        if pair.old < len(ones) - 1:
            i, j = ones[pair.old + 1], twos[pair.new + 1]
            found.append((low, high, i - low))
    return found


def _shared(old: str, new: str, i: int, j: int) -> list[tuple[int, int, int]]:
    steps = Indel.opcodes(old, new)
    return [
        (i + s.src_start, j + s.dest_start, s.src_end - s.src_start)
        for s in steps
        if s.tag == "equal"
    ]


def _clauses(text: str) -> list[int]:
    """Return where the clauses of an even text begin, and its end."""
    ends = [at + 1 for at, each in enumerate(text) if each in _CLAUSE_ENDS]
    return sorted({0, *ends, len(text)})


def _groups(pairs: Sequence[Same]) -> list[Group]:
    """Gather the pairs that have a unit in common."""
    of_old: dict[int, list[Same]] = {}
    of_new: dict[int, list[Same]] = {}
    for pair in pairs:
        mine = [pair]
        for known in (of_old.get(pair.old, []), of_new.get(pair.new, [])):
            mine += [it for it in known if it not in mine]
        for it in mine:
            of_old[it.old] = of_new[it.new] = mine
    return [
        Group(
            tuple(sorted({pair.old for pair in mine})),
            tuple(sorted({pair.new for pair in mine})),
            tuple(sorted(mine)),
        )
        for mine in {id(mine): mine for mine in of_old.values()}.values()
    ]
