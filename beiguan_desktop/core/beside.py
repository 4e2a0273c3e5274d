"""An old paragraph and what it has become, beside one another as two rows of even text.

Positions are characters of the rows; what was split or joined stands in one row.
"""

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from beiguan_desktop.core.differing import Difference, differences
from beiguan_desktop.core.editions import Editions, Group
from beiguan_desktop.core.evening import piece_at, widened
from beiguan_desktop.core.letters import letter_count

ENOUGH = 8
"""So many characters do not stand in a changed paragraph by chance."""
_AROUND = 3
"""How many neighbours of fewer characters must be theirs, on one side at least."""


class Beside:
    """Units of the old edition (`one`) and those that they have become (`two`)."""

    def __init__(self, editions: Editions, old: Sequence[int], new: Sequence[int]) -> None:
        """Lay the units in two rows."""
        self._editions, self.old, self.new = editions, tuple(old), tuple(new)
        self._ones = _starts([editions.old.texts[at] for at in old])
        self._twos = _starts([editions.new.texts[at] for at in new])
        self.one = widened("".join(editions.old.texts[at] for at in old))
        self.two = widened("".join(editions.new.texts[at] for at in new))

    @cached_property
    def edits(self) -> tuple[Difference, ...]:
        """What differs, in order and apart from one another."""
        return differences(self.one, self.two)

    @cached_property
    def kept(self) -> float:
        """The share of the old letters that still stand where they stood."""
        lost = sum(letter_count(self.one[it.start : it.end]) for it in self.edits)
        return 1 - lost / max(1, letter_count(self.one))

    def at(self, unit: int, position: int) -> int:
        """Return where a position of an old unit's raw text stands in the row."""
        start = self._editions.old.unit(unit).there(position, position)[0]
        return self._ones[self.old.index(unit)] + start

    def back(self, low: int, high: int) -> tuple[int, int, int]:
        """Return the new unit, and the code points in it, of what begins at `low` of its row."""
        index = min(piece_at(self._twos, low), len(self.new) - 1)
        base, end = self._twos[index], self._twos[index + 1]
        low, high = min(low, end) - base, min(high, end) - base
        unit = self.new[index]
        return unit, *self._editions.new.unit(unit).back(low, high)

    def across(self, start: int, end: int, *, widely: bool = True) -> tuple[int, int]:
        """Return what stands now where old characters stood; `widely`: with what meets them."""
        reach = int(widely)
        low, high = self._image(start, is_behind=start < end), self._image(end)
        for it in self.edits:
            if it.start - reach < start < it.end + reach:
                low = min(low, it.low)
            if it.start - reach < end < it.end + reach:
                high = max(high, it.high) if widely or it.start < end else high
        return low, max(low, high)

    def _image(self, position: int, *, is_behind: bool = False) -> int:
        """Return where a character that stayed stands now; within an edit, where it begins.

        `is_behind`: behind what was only added before it.
        """
        moved = 0
        for it in self.edits:
            if it.start >= position and not (is_behind and it.end == position):
                break
            if it.end > position:
                return it.low
            moved = it.high - it.end
        return position + moved

    def is_touched(self, start: int, end: int) -> bool:
        """Tell whether anything was changed in old characters, or where they begin and end."""
        return any(it.start <= end and start <= it.end for it in self.edits)

    def lost(self, start: int, end: int) -> int:
        """Count the letters of old characters that no longer stand where they stood."""
        return sum(
            letter_count(self.one[max(it.start, start) : min(it.end, end)])
            for it in self.edits
            if it.start < end and start < it.end
        )

    def fresh(self, low: int, high: int) -> int:
        """Count the new characters among those of the new row."""
        return sum(max(0, min(it.high, high) - max(it.low, low)) for it in self.edits)

    def stands(self, wanted: str, start: int, end: int, room: tuple[int, int]) -> int | None:
        """Return where in a room of the new row the words wanted[start:end] stand anew, or None.

        Few words count only beside a neighbour that they have in `wanted`.
        """
        words, (low, high) = wanted[start:end], room
        at = self.two.find(words, low, high) if words else -1
        while at >= 0:
            to = at + len(words)
            is_held = len(words) >= ENOUGH or _is_beside(wanted, start, end, self.two, at)
            if is_held and self.fresh(at, to):
                return at
            at = self.two.find(words, at + 1, high)
        return None


class Grounds:
    """What every old unit has become, laid out when first asked for."""

    def __init__(self, editions: Editions) -> None:
        """Remember the editions."""
        self._editions = editions
        self._laid: dict[int | Group, Beside] = {}

    def of(self, unit: int) -> Beside | None:
        """Return an old unit beside what it has become, None when there is nothing of it left."""
        group = self._editions.group_of.get(unit)
        if group is not None:
            if group not in self._laid:
                self._laid[group] = Beside(self._editions, group.old, group.new)
            return self._laid[group]
        there = self._editions.same.get(unit)
        if there is None:
            return None
        if unit not in self._laid:
            self._laid[unit] = Beside(self._editions, (unit,), (there,))
        return self._laid[unit]


def _starts(texts: Sequence[str]) -> list[int]:
    return list(accumulate(map(len, texts), initial=0))


def _is_beside(one: str, start: int, end: int, other: str, at: int) -> bool:
    """Tell whether words have the same neighbours in two texts, on one side at least."""
    to = at + end - start
    before = one[max(0, start - _AROUND) : start], other[max(0, at - _AROUND) : at]
    after = one[end : end + _AROUND], other[to : to + _AROUND]
    return before[0] == before[1] or after[0] == after[1]
