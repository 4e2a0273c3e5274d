"""Which paragraphs of two editions are the same one reworded, split, joined, or moved and reworded.

Found by short runs of characters that few paragraphs have, so that time grows with the text; what
is too short for that is compared with what stands between the same neighbours.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from beiguan_desktop.core.backbone import Same

Look = Callable[[], None]
GRAM = 5
_CLAUSE = re.compile(r"[^,;:。!?]+[,;:。!?]*|[,;:。!?]+")
_RARE = 3
"""In how many places of either edition a run of characters may stand to tell anything."""
_FEWEST = 8
"""Fewer shared characters are chance."""
_FAR = 20
"""So many must two paragraphs share that do not stand between the same neighbours."""
_SHARE = 0.35
"""How much of the shorter paragraph must be in the other one."""
_LEAST = 0.5
"""How alike two paragraphs between the same neighbours must be."""
MARGIN = 0.05
"""By how much the best must be better than the next (reading.md 3: never guessed)."""
_MOST = 40
"""How many paragraphs between two neighbours are compared one by one."""


class Kin(NamedTuple):
    """What came of the paragraphs that are not the same."""

    pairs: list[Same]
    doubtful: dict[int, set[int]]
    """By old paragraph: characters that may as well have gone, or come from, elsewhere."""
    others: list[Same]
    """Pairs that were likely and not made."""


class _Claim(NamedTuple):
    votes: int
    old: int
    new: int
    here: set[int]
    there: set[int]


class _Rooms:
    """Between which two units that stayed in order any other stands."""

    def __init__(self, fixed: Sequence[Same]) -> None:
        self._old, self._new = [it.old for it in fixed], [it.new for it in fixed]

    def of_old(self, unit: int) -> int:
        return bisect_left(self._old, unit)

    def of_new(self, unit: int) -> int:
        return bisect_left(self._new, unit)

    def are_one(self, old: int, new: int) -> bool:
        return self.of_old(old) == self.of_new(new)


def kin(
    old: Sequence[str],
    new: Sequence[str],
    fixed: Sequence[Same],
    moved: Sequence[Same],
    look: Look = lambda: None,
) -> Kin:
    """Pair what is left over of two lists of even texts; one text may have several.

    `fixed` are the equal ones in the same order, `moved` those that are elsewhere; `look` is
    called between two steps and may raise.
    """
    taken_old = {it.old for it in (*fixed, *moved)}
    taken_new = {it.new for it in (*fixed, *moved)}
    ones = {at: text for at, text in enumerate(old) if text and at not in taken_old}
    twos = {at: text for at, text in enumerate(new) if text and at not in taken_new}
    rooms = _Rooms(fixed)
    claims = _claims(ones, twos, look)
    known = (it for it in claims if it.votes >= _FAR or rooms.are_one(it.old, it.new))
    found = _granted(known, rooms)
    for pair in found.pairs:
        ones.pop(pair.old, None)
        twos.pop(pair.new, None)
    pairs = found.pairs + _neighbours(ones, twos, rooms, look)
    for pair in pairs:
        ones.pop(pair.old, None)
        twos.pop(pair.new, None)
    pairs += [Same(i, j) for j, i in _broken_off(twos, new, old, {p.new: p.old for p in pairs})]
    pairs += [Same(i, j) for i, j in _broken_off(ones, old, new, {p.old: p.new for p in pairs})]
    found.doubtful.update(_left_behind(old, moved, _Pieces(twos), rooms))
    return found._replace(pairs=sorted(set(pairs)))


def _claims(ones: Mapping[int, str], twos: Mapping[int, str], look: Look) -> Iterable[_Claim]:
    """Return which paragraphs share rare words, and where in each these stand."""
    mine, theirs = _Pieces(ones), _Pieces(twos)
    runs = Counter(gram for *_, text in mine.without(theirs) for gram in _runs(text))
    common = _grams(theirs.without(mine))
    for i in ones:
        look()
        here: dict[int, set[int]] = defaultdict(set)
        there: dict[int, set[int]] = defaultdict(set)
        for at, clause in mine.of[i]:
            if clause in theirs.places:
                found = theirs.rare(clause) if mine.rare(clause) else []
                shared = [(at, j, place, len(clause)) for j, place in found]
            else:
                rare = [(low, it) for low, it in enumerate(_runs(clause), at) if runs[it] <= _RARE]
                shared = [(low, *it, GRAM) for low, gram in rare for it in common.get(gram, ())]
            for low, j, place, size in shared:
                here[j].update(range(low, low + size))
                there[j].update(range(place, place + size))
        for j, places in here.items():
            if len(places) >= max(_FEWEST, _SHARE * min(len(ones[i]), len(twos[j]))):
                yield _Claim(len(places), i, j, places, there[j])


class _Pieces:
    """The clauses of one edition's paragraphs: most stay as they were, and tell by themselves."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self.of = {
            unit: [(match.start(), match[0]) for match in _CLAUSE.finditer(text)]
            for unit, text in texts.items()
        }
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for unit, clauses in self.of.items():
            for at, clause in clauses:
                self.places[clause].append((unit, at))

    def rare(self, clause: str) -> list[tuple[int, int]]:
        """Return the unit and position of each place of a clause that tells anything."""
        found = self.places.get(clause, [])
        return found if len(clause) >= GRAM and len(found) <= _RARE else []

    def without(self, other: "_Pieces") -> Iterator[tuple[int, int, str]]:
        """Yield unit, position and words of the clauses that the other edition has not."""
        for clause, places in self.places.items():
            if clause not in other.places:
                for unit, at in places:
                    yield unit, at, clause


def _runs(text: str) -> list[str]:
    return [text[at : at + GRAM] for at in range(len(text) - GRAM + 1)]


def _grams(clauses: Iterable[tuple[int, int, str]]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for unit, at, text in clauses:
        for low, gram in enumerate(_runs(text), at):
            places[gram].append((unit, low))
    return {gram: found for gram, found in places.items() if len(found) <= _RARE}


def _granted(claims: Iterable[_Claim], rooms: _Rooms) -> Kin:
    """Grant the strongest claims first; a later one must be about other words on both sides.

    Where a claim about the same words is nearly as strong, nobody knows which one is right.
    """
    found = Kin([], {}, [])
    rivals: list[_Claim] = []
    of_old: dict[int, list[_Claim]] = defaultdict(list)
    of_new: dict[int, list[_Claim]] = defaultdict(list)
    used_old: dict[int, dict[int, int]] = defaultdict(dict)
    used_new: dict[int, dict[int, int]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda it: (-it.votes, abs(it.old - it.new), it.old)):
        mine, theirs = used_old[claim.old], used_new[claim.new]
        earlier = [mine[at] for at in claim.here if at in mine]
        later = [theirs[at] for at in claim.there if at in theirs]
        if max(len(earlier), len(later)) * 2 <= claim.votes:
            found.pairs.append(Same(claim.old, claim.new))
            of_old[claim.old].append(claim)
            of_new[claim.new].append(claim)
            mine.update(dict.fromkeys(claim.here, claim.votes))
            theirs.update(dict.fromkeys(claim.there, claim.votes))
            continue
        found.others.append(Same(claim.old, claim.new))
        if claim.votes >= (1 - MARGIN) * max(earlier + later):
            rivals.append(claim)
    crowded = {("old", it.old) for it in rivals if rooms.are_one(it.old, it.new)}
    crowded |= {("new", it.new) for it in rivals if rooms.are_one(it.old, it.new)}
    for rival in rivals:
        for claim in (*of_old[rival.old], *of_new[rival.new]):
            is_sure = crowded.isdisjoint({("old", claim.old), ("new", claim.new)})
            if not (is_sure and rooms.are_one(claim.old, claim.new)):
                is_mine = claim.old == rival.old
                words = claim.here & rival.here if is_mine else claim.here
                found.doubtful.setdefault(claim.old, set()).update(words)
    return found


def _neighbours(
    ones: Mapping[int, str], twos: Mapping[int, str], rooms: _Rooms, look: Look
) -> list[Same]:
    """Pair what is left between the same neighbours, where one other is clearly the likest."""
    left_over: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for i in ones:
        left_over[rooms.of_old(i)][0].append(i)
    for j in twos:
        left_over[rooms.of_new(j)][1].append(j)
    found: list[Same] = []
    for left, right in left_over.values():
        look()
        if len(left) * len(right) <= _MOST**2:
            found += _likest(left, right, ones, twos)
    return found


def _left_behind(
    old: Sequence[str], moved: Sequence[Same], others: _Pieces, rooms: _Rooms
) -> Iterator[tuple[int, set[int]]]:
    """Yield what is elsewhere word for word and, reworded, may have stayed where it was as well.

    `others` are the new paragraphs that came of nothing old.
    """
    for pair in moved:
        votes: Counter[int] = Counter()
        for match in _CLAUSE.finditer(old[pair.old]):
            for unit, _ in others.rare(match[0]):
                votes[unit] += len(match[0]) * rooms.are_one(pair.old, unit)
        if votes.total() and max(votes.values()) >= _SHARE * len(old[pair.old]):
            yield pair.old, set(range(len(old[pair.old])))


def _broken_off(
    left: Iterable[int], mine: Sequence[str], theirs: Sequence[str], pairs: Mapping[int, int]
) -> list[tuple[int, int]]:
    """Return pieces too short to tell that began or ended the paragraph beside them.

    `left` are ordinals of `mine`, `pairs` leads from other ordinals of `mine` to `theirs`.
    """
    found = []
    for at in left:
        piece = mine[at]
        for beside, is_end in ((at + 1, str.startswith), (at - 1, str.endswith)):
            other = pairs.get(beside)
            is_piece = other is not None and is_end(theirs[other], piece)
            if other is not None and is_piece and not is_end(mine[beside], piece):
                found.append((at, other))
                break
    return found


def _likest(
    left: Sequence[int], right: Sequence[int], ones: Mapping[int, str], twos: Mapping[int, str]
) -> list[Same]:
    table = {(i, j): fuzz.ratio(ones[i], twos[j]) / 100 for i in left for j in right}
    found = []
    for (i, j), likeness in table.items():
        others = [table[i, k] for k in right if k != j] + [table[k, j] for k in left if k != i]
        if likeness >= max(_LEAST, max(others, default=0) + MARGIN):
            found.append(Same(i, j))
    return found
