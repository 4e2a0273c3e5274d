"""Where opinions belong after the text was read anew, or in another edition (reading.md 3).

Each gets a place with the rule that found it and how certain that is, 0…1, or none and the reason:
nothing is ever guessed, what has none is placed by hand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.editions import Editions, Run
from beiguan_desktop.core.evening import even
from beiguan_desktop.core.kinship import MARGIN
from beiguan_desktop.core.relettering import Lettering
from beiguan_desktop.core.report import Report

Rule = Literal[
    "report", "letters", "same", "moved", "edited", "context", "quote", "fuzzy",
    "torn", "gone", "several", "unlike",
]  # fmt: skip
"""How a place was found (whole report, equal letters, equal paragraph here or elsewhere, reworded
paragraph, words and context, words alone, words nearly), or why none was: the words are in two
paragraphs now, are gone, stand in several places, are too little like what was."""

LEAST = 0.75
"""How alike reworded words must be."""
SHORT = 8
"""Shorter words are not enough by themselves."""
_LONG = 16
"""So many characters in a row do not stand in two places by chance."""
_HALF = 0.5
"""How much of the context must still be there for it to tell anything."""
_MANY = 50
"""Words that stand in more places than that are nowhere certain."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place with its rule and its certainty (0…1), or None with the reason."""

    anchor: Anchor | None
    rule: Rule
    confidence: float


class _Spot(NamedTuple):
    """Words in the row of the new edition, and how much their context is as it was."""

    start: int
    end: int
    context: float


class _Words(NamedTuple):
    """What is looked for, even: a quote, what stood around it, and its unit if that is known."""

    quote: str
    before: str
    after: str
    start: int = 0
    unit: int | None = None


def place(old: Report, new: Report, anchors: Iterable[Anchor]) -> list[Placed]:
    """Place anchors of an old report in a new one, each by itself, in the order given."""
    lettering = Lettering(old.units, new)
    placer: Placer | None = None
    found = []
    for anchor in anchors:
        exact = lettering.place(anchor)
        if exact is not None:
            rule: Rule = "letters" if exact.share == 1 else "torn"
            found.append(Placed(exact.anchor, rule, exact.share))
            continue
        placer = placer or Placer(old, new)
        found.append(placer.place(anchor))
    return found


class Placer:
    """Carries places from one edition to another."""

    def __init__(self, old: Report, new: Report) -> None:
        """Lay the editions beside one another."""
        self._old, self._new = old, new
        self.editions = Editions([u.text for u in old.units], [u.text for u in new.units])

    def place(self, anchor: Anchor) -> Placed:
        """Place one anchor of the old edition."""
        if anchor.place == "report":
            return Placed(anchor, "report", 1.0)
        if anchor.unit is None or not 0 <= anchor.unit < len(self._old.units):
            return self._rescued(_remembered(anchor))
        if anchor.place != "passage":
            return self._whole(anchor, anchor.unit)
        if self._old.units[anchor.unit].text[anchor.start : anchor.end] != anchor.quote:
            return self._rescued(_remembered(anchor))
        return self._passage(anchor, anchor.unit)

    def _passage(self, anchor: Anchor, unit: int) -> Placed:
        there = self.editions.same.get(unit)
        if there is not None and self._old.units[unit].text == self._new.units[there].text:
            found = anchoring.passage(self._new, there, anchor.start, anchor.end)
            return Placed(found, self._way(unit, there), 1.0)
        start, end = self.editions.old.units[unit].there(anchor.start, anchor.end)
        if start == end:
            return Placed(None, "unlike", 0.0)
        if there is not None:
            return Placed(self._anchor(there, start, end), self._way(unit, there), 1.0)
        words = self._words(unit, start, end)
        if unit in self.editions.group_of:
            return self._in_group(words, unit)
        return self._rescued(words)

    def _way(self, old: int, new: int) -> Rule:
        return "same" if (old, new) in self.editions.steady else "moved"

    def _anchor(self, unit: int, start: int, end: int) -> Anchor:
        """Return the passage at start…end of a new unit's even text."""
        return anchoring.passage(self._new, unit, *self.editions.new.units[unit].back(start, end))

    def _words(self, unit: int, start: int, end: int) -> _Words:
        side = self.editions.old
        low, high = side.starts[unit] + start, side.starts[unit] + end
        around = side.around(low, high, anchoring.CONTEXT)
        return _Words(side.stream[low:high], *around, start, unit)

    def _in_group(self, words: _Words, unit: int) -> Placed:
        """Place words whose paragraph was reworded: as they are, else as they were reworded."""
        runs = [
            run
            for run in self.editions.runs(unit)
            if run.start < words.start + len(words.quote) and words.start < run.end
        ]
        spots = self._spots(words, self.editions.group_of[unit].new)
        carried = self._carried(words, runs)
        if carried is not None:
            return self._confirmed(words, carried, spots, runs[0])
        if spots:
            return self._best(words, spots)
        return self._reworded(words, unit, runs)

    def _spots(self, words: _Words, units: Iterable[int] | None = None) -> list[_Spot]:
        """Return where the words stand as they were, the best context first."""
        spots = []
        for at in self.editions.new.places(words.quote, units):
            end = at + len(words.quote)
            if units is not None or words.unit is None or self.editions.is_free(at, end):
                spots.append(_Spot(at, end, self._context(words, at, end)))
            if len(spots) > _MANY:
                break
        return sorted(spots, key=lambda spot: -spot.context)

    def _context(self, words: _Words, start: int, end: int) -> float:
        before, after = self.editions.new.around(start, end, anchoring.CONTEXT)
        pairs = ((words.before, before), (words.after, after))
        if words.unit is None:  # what was not remembered is not alike
            return sum(_likeness(was, now) for was, now in pairs if was) / 2
        return sum(_likeness(*pair) for pair in pairs) / 2

    def _carried(self, words: _Words, runs: list[Run]) -> int | None:
        """Return where in the new row the words stand, when they are whole in one run."""
        if len(runs) == 1:
            (run,) = runs
            if run.start <= words.start and words.start + len(words.quote) <= run.end:
                return self.editions.new.starts[run.new] + run.at + words.start - run.start
        return None

    def _confirmed(self, words: _Words, carried: int, spots: list[_Spot], run: Run) -> Placed:
        """Take the place to which the paragraph's alignment leads, if no other fits as well."""
        here = self._context(words, carried, carried + len(words.quote))
        others = [spot.context for spot in spots if spot.start != carried]
        is_doubtful = words.unit in self.editions.doubtful
        if is_doubtful or here < max(others, default=-1) + MARGIN:
            return Placed(None, "several", here)
        is_held = max(len(words.quote), run.end - run.start - len(words.quote)) >= SHORT
        if not is_held and here < _HALF:
            return Placed(None, "unlike", here)
        return self._found(_Spot(carried, carried + len(words.quote), here), "edited")

    def _found(self, spot: _Spot, rule: Rule) -> Placed:
        unit = self.editions.new.unit_at(spot.start)
        low = spot.start - self.editions.new.starts[unit]
        anchor = self._anchor(unit, low, low + spot.end - spot.start)
        return Placed(anchor, rule, round((1 + spot.context) / 2, 3))

    def _best(self, words: _Words, spots: list[_Spot]) -> Placed:
        """Choose among places of the same words: by context, or the only one of long words."""
        best, second = spots[0], spots[1] if len(spots) > 1 else None
        if second is not None and best.context < second.context + MARGIN:
            return Placed(None, "several", best.context)
        if best.context >= _HALF:
            return self._found(best, "context")
        if second is None and len(words.quote) >= _LONG and self._is_single(words):
            return self._found(best, "quote")
        return Placed(None, "unlike", best.context)

    def _is_single(self, words: _Words) -> bool:
        """Tell whether the words stood in one place of the old edition only."""
        places = self.editions.old.places(words.quote)
        return next(places, None) is None or next(places, None) is None

    def _rescued(self, words: _Words) -> Placed:
        """Look for words whose paragraph is gone where the new edition has words of its own."""
        spots = self._spots(words)
        if len(spots) > _MANY:
            return Placed(None, "several", 0.0)
        return self._best(words, spots) if spots else Placed(None, "gone", 0.0)

    def _reworded(self, words: _Words, unit: int, runs: list[Run]) -> Placed:
        """Place words that were changed themselves: what stands between their neighbours now."""
        kept = sum(
            min(run.end, words.start + len(words.quote)) - max(run.start, words.start)
            for run in runs
        )
        if kept * 2 < len(words.quote):
            return self._rescued(words)
        if len({run.new for run in runs}) > 1:
            return Placed(None, "torn", 0.0)
        there = runs[0].new
        low, high = self._bounds(words, self.editions.runs(unit), there)
        text = self.editions.new.texts[there]
        likeness = Indel.normalized_similarity(words.quote, text[low:high])
        elsewhere = max(
            fuzz.partial_ratio(words.quote, part) / 100 if len(part) >= len(words.quote) else 0
            for part in (text[:low], text[high:])
        )
        base = self.editions.new.starts[there]
        around = self.editions.new.around(base + low, base + high, anchoring.CONTEXT)
        if likeness < LEAST or not _is_known(words, around, likeness):
            return Placed(None, "unlike", likeness)
        if likeness < elsewhere + MARGIN or unit in self.editions.doubtful:
            return Placed(None, "several", likeness)
        return Placed(self._anchor(there, low, high), "fuzzy", round(likeness, 3))

    def _bounds(self, words: _Words, runs: list[Run], there: int) -> tuple[int, int]:
        """Return what stands in a new unit between what stood around the words."""
        start, end = words.start, words.start + len(words.quote)
        low, high = 0, len(self.editions.new.texts[there])
        for run in runs:
            if run.new == there:
                if run.start <= start:
                    low = run.at + min(start, run.end) - run.start
                if run.end >= end and run.start < high:
                    high = min(high, run.at + max(end, run.start) - run.start)
        return low, max(low, high)

    def _whole(self, anchor: Anchor, unit: int) -> Placed:
        """Place an opinion on a paragraph or a section: on what most of it has become."""
        there = self.editions.same.get(unit)
        if there is not None:
            return self._unit(anchor, there, self._way(unit, there), 1.0)
        group = self.editions.group_of.get(unit)
        if group is None:
            return Placed(None, "gone", 0.0)
        text = self.editions.old.texts[unit]
        ranks = sorted(
            ((Indel.normalized_similarity(text, self.editions.new.texts[j]), j) for j in group.new),
            reverse=True,
        )
        best, there = ranks[0]
        if best < LEAST:
            return Placed(None, "torn" if len(ranks) > 1 else "unlike", best)
        if (
            unit in self.editions.doubtful
            or best < max((r for r, _ in ranks[1:]), default=0) + MARGIN
        ):
            return Placed(None, "several", best)
        return self._unit(anchor, there, "fuzzy", round(best, 3))

    def _unit(self, anchor: Anchor, unit: int, rule: Rule, confidence: float) -> Placed:
        make = anchoring.section if anchor.place == "section" else anchoring.paragraph
        return Placed(make(self._new, unit), rule, confidence)


def _remembered(anchor: Anchor) -> _Words:
    """Return the words of an anchor whose unit is not known or holds other words."""
    return _Words(even(anchor.quote), even(anchor.prefix), even(anchor.suffix))


def _likeness(one: str, other: str) -> float:
    return Indel.normalized_similarity(one, other)


def _is_known(words: _Words, around: tuple[str, str], likeness: float) -> bool:
    """Tell whether reworded words are long enough, or stand where they stood."""
    before, after = _likeness(words.before, around[0]), _likeness(words.after, around[1])
    if len(words.quote) >= SHORT:
        return max(before, after) >= _HALF or likeness > 1 - MARGIN
    return min(before, after) >= LEAST
