"""Places carried from one edition to another, by what became of their paragraphs (reading.md 3)."""

from rapidfuzz import fuzz

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.editions import Editions, Run
from beiguan_desktop.core.kinship import MARGIN
from beiguan_desktop.core.placed import Placed, Rule
from beiguan_desktop.core.quotes import (
    HALF,
    LEAST,
    MOST,
    SHORT,
    Quotes,
    Spot,
    Words,
    likeness,
    remembered,
)
from beiguan_desktop.core.report import Report

_LONG = 16
"""So many characters in a row do not stand in two places by chance."""


class Placer:
    """Finds where the places of one edition are in another."""

    def __init__(self, old: Report, new: Report, editions: Editions) -> None:
        """Take two reports, and their units laid beside one another."""
        self._old, self._new = old, new
        self._editions = editions
        self._quotes = Quotes(editions)

    def place(self, anchor: Anchor, unit: int | None) -> Placed:
        """Place an anchor of the old edition; `unit` holds it, None where that is not known."""
        if unit is None:
            return self._rescued(remembered(anchor))
        if anchor.place != "passage":
            return self._whole(anchor, unit)
        there = self._editions.same.get(unit)
        if there is not None:
            return self._in_equal(anchor, unit, there)
        words = self._quotes.words(unit, *self._even(anchor, unit))
        if words.quote and unit in self._editions.group_of:
            return self._in_group(words, unit)
        return self._rescued(words)

    def _in_equal(self, anchor: Anchor, unit: int, there: int) -> Placed:
        """Place words of a paragraph that is the same: to the letter, or but for width and such."""
        if self._editions.is_doubtful(unit, 0, len(self._editions.old.texts[unit])):
            return Placed(None, "several", HALF)
        if self._old.units[unit].text == self._new.units[there].text:
            found = self._shifted(anchor, unit, there)
        else:
            found = self._anchor(there, *self._even(anchor, unit))
        return self._put(found, self._way(unit, there), 1.0)

    def _even(self, anchor: Anchor, unit: int) -> tuple[int, int]:
        return self._editions.old.unit(unit).there(anchor.start, anchor.end)

    # -- making

    def _way(self, old: int, new: int) -> Rule:
        return "same" if (old, new) in self._editions.steady else "moved"

    def _shifted(self, anchor: Anchor, old: int, new: int) -> Anchor:
        """Return the same passage of a unit that is the same, to the letter."""
        by = self._new.units[new].letter - self._old.units[old].letter
        letters = anchor.letter_start + by, anchor.letter_end + by
        around = anchor.prefix, anchor.suffix
        return Anchor("passage", new, anchor.start, anchor.end, *letters, anchor.quote, *around)

    def _anchor(self, unit: int, start: int, end: int) -> Anchor:
        """Return the passage at start…end of a new unit's even text."""
        return anchoring.passage(self._new, unit, *self._editions.new.unit(unit).back(start, end))

    def _put(self, anchor: Anchor, rule: Rule, confidence: float) -> Placed:
        return Placed(anchor, rule, confidence, self._new.units[anchor.unit or 0].number)

    def _found(self, spot: Spot, rule: Rule) -> Placed:
        unit = self._editions.new.unit_at(spot.start)
        low = spot.start - self._editions.new.starts[unit]
        anchor = self._anchor(unit, low, low + spot.end - spot.start)
        return self._put(anchor, rule, round((1 + spot.context) / 2, 3))

    # -- passages

    def _in_group(self, words: Words, unit: int) -> Placed:
        """Place words whose paragraph was reworded: as they are, else as they were reworded."""
        runs = [
            run
            for run in self._editions.runs(unit)
            if run.start < words.end and words.start < run.end
        ]
        spots = self._quotes.within(words, self._editions.group_of[unit].new)
        if len(runs) == 1 and runs[0].start <= words.start and words.end <= runs[0].end:
            return self._confirmed(words, unit, runs[0], spots)
        if spots:
            return self._best(words, spots)
        return self._reworded(words, unit, runs)

    def _confirmed(self, words: Words, unit: int, run: Run, spots: list[Spot]) -> Placed:
        """Take the place to which the paragraph's alignment leads, if no other fits as well."""
        at = self._editions.new.starts[run.new] + run.at + words.start - run.start
        here = self._quotes.spot(words, at, at + len(words.quote))
        inner = self._quotes.inner(words, here)
        close = sum(
            spot.context > here.context - MARGIN
            and 2 * self._quotes.beside(words, spot) >= self._quotes.beside(words, here)
            for spot in spots
            if spot.start != at
        )
        rivals = [self._quotes.inner(words, spot) for spot in self._quotes.rivals(words, unit)]
        close += sum(spot.context > inner.context - MARGIN for spot in rivals)
        if close or self._editions.is_doubtful(unit, words.start, words.end):
            return Placed(None, "several", here.context, count=close + 1)
        is_held = max(len(words.quote), run.end - run.start - len(words.quote)) >= SHORT
        if not (is_held or here.is_enclosed or inner.is_enclosed):
            return Placed(None, "unlike", here.context)
        return self._found(here, "edited")

    def _best(self, words: Words, spots: list[Spot]) -> Placed:
        """Choose among places of the same words: by context, or the only one of long words."""
        best = spots[0]
        close = sum(spot.context > best.context - MARGIN for spot in spots)
        if close > 1 or len(spots) > MOST:
            return Placed(None, "several", best.context, count=close)
        if best.is_enclosed or (best.context >= HALF and not words.is_short):
            return self._found(best, "context")
        is_long = len(spots) == 1 and len(words.quote) >= _LONG
        if is_long and self._quotes.is_single(words):
            return self._found(best, "quote")
        return Placed(None, "unlike", best.context)

    def _rescued(self, words: Words) -> Placed:
        """Look for words whose paragraph is gone where the new edition has words of its own."""
        if not words.quote:
            return Placed(None, "unlike", 0.0)
        spots = self._quotes.elsewhere(words)
        found = self._best(words, spots) if spots else Placed(None, "gone", 0.0)
        is_another = found.anchor is not None and words.unit is not None
        if is_another and not self._quotes.is_single(words):  # may be what the others became
            return Placed(None, "several", found.confidence)
        return found

    def _reworded(self, words: Words, unit: int, runs: list[Run]) -> Placed:
        """Place words that were changed themselves: what stands between their neighbours now."""
        kept = sum(min(run.end, words.end) - max(run.start, words.start) for run in runs)
        if kept * 2 < len(words.quote):
            found = self._rescued(words)
            there = self._editions.group_of[unit].new[0]
            number = self._new.units[there].number
            return Placed(None, "gone", 0.0, number) if found.rule == "gone" else found
        if len({run.new for run in runs}) > 1:
            return Placed(None, "torn", 0.0)
        there = runs[0].new
        low, high = self._bounds(words, self._editions.runs(unit), there)
        text = self._editions.new.texts[there]
        alike = likeness(words.quote, text[low:high])
        base = self._editions.new.starts[there]
        spot = self._quotes.spot(words, base + low, base + high)
        if alike < LEAST or not _is_known(words, spot, alike):
            return Placed(None, "unlike", alike)
        parts = [part for part in (text[:low], text[high:]) if len(part) >= len(words.quote)]
        elsewhere = max((fuzz.partial_ratio(words.quote, part) / 100 for part in parts), default=0)
        is_doubtful = self._editions.is_doubtful(unit, words.start, words.end)
        if is_doubtful or alike < elsewhere + MARGIN:
            return Placed(None, "several", alike)
        return self._put(self._anchor(there, low, high), "fuzzy", round(alike, 3))

    def _bounds(self, words: Words, runs: list[Run], there: int) -> tuple[int, int]:
        """Return what stands in a new unit between what stood around the words."""
        low, high = 0, len(self._editions.new.texts[there])
        for run in runs:
            if run.new == there:
                if run.start <= words.start:
                    low = run.at + min(words.start, run.end) - run.start
                if run.end >= words.end and run.start < high:
                    high = min(high, run.at + max(words.end, run.start) - run.start)
        return low, max(low, high)

    # -- paragraphs and sections

    def _whole(self, anchor: Anchor, unit: int) -> Placed:
        """Place an opinion on a paragraph or a section: on what most of it has become."""
        there = self._editions.same.get(unit)
        text = self._editions.old.texts[unit]
        if there is not None and not self._editions.is_doubtful(unit, 0, len(text)):
            return self._unit(anchor, there, self._way(unit, there), 1.0)
        group = self._editions.group_of.get(unit)
        if group is None:
            return Placed(None, "gone" if there is None else "several", 0.0)
        heirs = [*group.new, *self._editions.free_rivals(unit)]
        ranks = sorted((likeness(text, self._editions.new.texts[j]), j) for j in heirs)[::-1]
        best, there = ranks[0]
        if best < LEAST:
            return Placed(None, "torn" if len(group.new) > 1 else "unlike", best)
        close = sum(rank > best - MARGIN for rank, _ in ranks)
        if close > 1 or self._editions.is_doubtful(unit, 0, len(text)):
            return Placed(None, "several", best)
        return self._unit(anchor, there, "fuzzy", round(best, 3))

    def _unit(self, anchor: Anchor, unit: int, rule: Rule, confidence: float) -> Placed:
        make = anchoring.section if anchor.place == "section" else anchoring.paragraph
        return self._put(make(self._new, unit), rule, confidence)


def _is_known(words: Words, spot: Spot, alike: float) -> bool:
    """Tell whether reworded words are long enough, or stand where they stood."""
    if words.is_short:
        return spot.is_enclosed
    return max(spot.before, spot.after) >= HALF or alike > 1 - MARGIN
