"""Words of the old edition looked for in the new one, with how much their context is as it was.

All is even text (evening.py); positions are characters of an edition's row of units.
"""

from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from rapidfuzz.distance import Indel

from beiguan_desktop.core.anchoring import CONTEXT
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.editions import Editions
from beiguan_desktop.core.evening import even

SHORT = 8
"""Shorter words are not enough by themselves."""
LEAST = 0.75
"""How alike reworded words must be."""
HALF = 0.5
"""How much of the context must still be there for it to tell anything."""
MOST = 50
"""Words that stand in more places than that are nowhere certain."""


class Words(NamedTuple):
    """What is looked for: a quote, what stood around it, and its unit if that is known."""

    quote: str
    before: str
    after: str
    start: int = 0
    unit: int | None = None
    room: tuple[int, int] = (0, 0)
    """How much of what stood before and after them is in their unit."""

    @property
    def end(self) -> int:
        """Where they end in their unit."""
        return self.start + len(self.quote)

    @property
    def is_short(self) -> bool:
        """Whether they need their context: few characters, or nothing but signs."""
        return len(self.quote) < SHORT or not any(map(str.isalnum, self.quote))


class Spot(NamedTuple):
    """Words in the row of the new edition, and how much what stands around them is as it was."""

    start: int
    end: int
    before: float
    after: float

    @property
    def context(self) -> float:
        """How much the context is as it was, 0…1."""
        return (self.before + self.after) / 2

    @property
    def is_enclosed(self) -> bool:
        """Whether it is so on either side."""
        return min(self.before, self.after) >= LEAST


class Quotes:
    """Finds words of one edition in another."""

    def __init__(self, editions: Editions) -> None:
        """Take the editions, laid beside one another."""
        self._editions = editions

    def words(self, unit: int, start: int, end: int) -> Words:
        """Return the words at start…end of an old unit."""
        side = self._editions.old
        low, high = side.starts[unit] + start, side.starts[unit] + end
        before, after = side.around(low, high, CONTEXT)
        room = min(start, CONTEXT), min(len(side.texts[unit]) - end, CONTEXT)
        return Words(side.stream[low:high], before, after, start, unit, room)

    def spot(self, words: Words, start: int, end: int) -> Spot:
        """Return how well a stretch of the new row fits."""
        before, after = self._editions.new.around(start, end, CONTEXT)
        if words.unit is None:  # what was not remembered is not alike
            return Spot(
                start,
                end,
                likeness(words.before, before) if words.before else 0.0,
                likeness(words.after, after) if words.after else 0.0,
            )
        return Spot(start, end, likeness(words.before, before), likeness(words.after, after))

    def inner(self, words: Words, spot: Spot) -> Spot:
        """Return how well it fits within the unit alone: two ends of paragraphs are alike."""
        side = self._editions.new
        unit = side.unit_at(spot.start)
        text, base = side.texts[unit], side.starts[unit]
        before, after = text[: spot.start - base][-CONTEXT:], text[spot.end - base :][:CONTEXT]
        first, last = words.before[len(words.before) - words.room[0] :], words.after
        return spot._replace(
            before=likeness(first, before), after=likeness(last[: words.room[1]], after)
        )

    def beside(self, words: Words, spot: Spot) -> int:
        """Return how many characters right before and after are as they were."""
        before, after = self._editions.new.around(spot.start, spot.end, CONTEXT)
        return _shared(words.before[::-1], before[::-1]) + _shared(words.after, after)

    def within(self, words: Words, units: Iterable[int]) -> list[Spot]:
        """Return where the words stand in some new units, the best context first."""
        return self._sorted(words, self._editions.new.places(words.quote, units))

    def elsewhere(self, words: Words) -> list[Spot]:
        """Return where they stand in what came of nothing old; of unknown ones, anywhere."""
        if words.unit is None:
            return self._sorted(words, self._editions.new.places(words.quote))
        return self._sorted(words, self._editions.open_places(words.quote))

    def rivals(self, words: Words, unit: int) -> list[Spot]:
        """Return where they stand in new units that claim nearly to be the old one as well."""
        others = self._editions.rivals.get(unit, [])
        found = self.within(words, others) if others else []
        return [spot for spot in found if self._editions.is_free(spot.start, spot.end)]

    def is_single(self, words: Words) -> bool:
        """Tell whether the words stood in one place of the old edition only."""
        places = self._editions.old.places(words.quote)
        return next(places, None) is None or next(places, None) is None

    def _sorted(self, words: Words, places: Iterable[int]) -> list[Spot]:
        spots: list[Spot] = []
        for at in places:
            spots.append(self.spot(words, at, at + len(words.quote)))
            if len(spots) > MOST:
                break
        return sorted(spots, key=lambda spot: -spot.context)


def remembered(anchor: Anchor) -> Words:
    """Return the words of an anchor whose unit is not known or holds other words."""
    return Words(even(anchor.quote), even(anchor.prefix), even(anchor.suffix))


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0…1; two empty ones are equal."""
    return Indel.normalized_similarity(one, other)
