"""Places that follow a report into another reading with the same letters, exactly or not at all."""

import unicodedata
from bisect import bisect_right

from beiguan_desktop.core.anchoring import CONTEXT, paragraph
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.letters import letter_offsets, letters
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.core.report import Report


class Following:
    """Carries places from one reading of a report to another that has the same letters."""

    def __init__(self, old: Report, new: Report) -> None:
        """Take both readings."""
        self._old, self._new = old, new
        self._starts = [unit.letter for unit in new.units]
        self._offsets: dict[int, list[int]] = {}

    def at(self, anchor: Anchor, *, is_original: bool = False) -> Anchor | None:
        """Return the same place in the new reading, None where one unit no longer holds it.

        A paragraph stays one: that in which it now begins. Where an opinion changes its very
        words (`is_original`) it is these words, whatever paragraph they are in.
        """
        if anchor.unit is None:
            return anchor
        if anchor.place == "passage":
            return self._passage(anchor, anchor.quote)
        if anchor.place == "section":
            return self._section(anchor)
        words = self._old.units[anchor.unit].text
        if not letters(words):
            return self._without_letters(anchor, words)
        if is_original:
            return self._passage(anchor, words)
        return self._whole(anchor, self._unit(anchor.letter_start))

    def proposal(self, anchor: Anchor) -> Anchor:
        """Return the paragraph in which a place that one unit no longer holds now begins."""
        return paragraph(self._new, self._unit(anchor.letter_start))

    def _unit(self, letter: int) -> int:
        return max(0, bisect_right(self._starts, letter) - 1)

    def _letters(self, unit: int) -> list[int]:
        if unit not in self._offsets:
            self._offsets[unit] = letter_offsets(self._new.units[unit].text)
        return self._offsets[unit]

    def _whole(self, anchor: Anchor, unit: int) -> Anchor:
        """Return a unit as a place; the letters stay those that were meant."""
        end = len(self._new.units[unit].text)
        return Anchor(anchor.place, unit, 0, end, anchor.letter_start, anchor.letter_end)

    def _section(self, anchor: Anchor) -> Anchor | None:
        unit = self._unit(anchor.letter_start)
        found = self._new.units[unit]
        is_head = found.letter == anchor.letter_start and (found.kind == "heading" or found.runin)
        return self._whole(anchor, unit) if is_head else None

    def _without_letters(self, anchor: Anchor, words: str) -> Anchor | None:
        """Find a unit of nothing but signs by its words: the letters are those of the next one."""
        alike = [
            unit.ordinal
            for unit in self._new.units
            if unit.letter == anchor.letter_start and _same(unit.text, words)
        ]
        return self._whole(anchor, alike[0]) if len(alike) == 1 else None

    def _passage(self, anchor: Anchor, quote: str) -> Anchor | None:
        first, last = anchor.letter_start, anchor.letter_end
        unit = self._unit(first)
        if first == last or not letters(quote):
            return self._signs(anchor, quote)
        offsets, base, text = self._letters(unit), self._starts[unit], self._new.units[unit].text
        if last - base > offsets[-1]:
            return None
        start = bisect_right(offsets, first - base) - 1
        end = bisect_right(offsets, last - 1 - base)
        head = next(at for at, it in enumerate(quote) if letters(it))
        tail = next(at for at, it in enumerate(reversed(quote)) if letters(it))
        start -= _alike(quote[:head][::-1], text[:start][::-1])
        end += _alike(quote[len(quote) - tail :], text[end:])
        return self._cut(anchor, unit, (start, end), quote)

    def _signs(self, anchor: Anchor, quote: str) -> Anchor | None:
        """Find a place without letters between the letters where it was, if it is only there."""
        found = []
        for unit in {self._unit(anchor.letter_start - 1), self._unit(anchor.letter_start)}:
            text, offsets = self._new.units[unit].text, self._letters(unit)
            within = anchor.letter_start - self._starts[unit]
            places = [at for at, count in enumerate(offsets) if count == within]
            low, high = (places[0], places[-1]) if places else (0, 0)
            at = text.find(quote, low, high)
            while at >= 0:
                found.append((unit, at))
                at = text.find(quote, at + 1, high)
        if len(found) != 1:
            return None
        unit, at = found[0]
        return self._cut(anchor, unit, (at, at + len(quote)), quote)

    def _cut(self, anchor: Anchor, unit: int, span: tuple[int, int], quote: str) -> Anchor | None:
        """Return a passage; a whole unit is one, as wherever places are made."""
        start, end = span
        text = self._new.units[unit].text
        if letters(text[start:end]) != letters(quote):
            return None
        if text[start:end] == text.strip(BLANKS) and letters(quote):
            return paragraph(self._new, unit)
        return Anchor(
            "passage",
            unit,
            start,
            end,
            anchor.letter_start,
            anchor.letter_end,
            quote=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )


def _alike(signs: str, text: str) -> int:
    """Return how much of a text's beginning is the same signs, blanks and width aside."""
    at = 0
    for sign in signs:
        if sign in BLANKS:
            continue
        here = at
        while here < len(text) and text[here] in BLANKS:
            here += 1
        if here == len(text) or not _same(text[here], sign):
            break
        at = here + 1
    return at


def _same(one: str, other: str) -> bool:
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return "".join(it for it in unicodedata.normalize("NFKC", text) if it not in BLANKS)
