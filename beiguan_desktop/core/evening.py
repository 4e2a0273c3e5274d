"""What makes no difference between two wordings: width, blanks, the shape of quotes and dashes.

Text without these differences is called even. Positions are code points.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from beiguan_desktop.core.letters import is_blank

_QUOTE_MARKS = dict.fromkeys("“”‘’„‟‚‛「」『』'`", '"')
_DASHES = dict.fromkeys("-―–‒−─", "—")
_WIDE = dict(zip(",;:!?", "，；：！？", strict=True))
_NARROW_MARK = re.compile(r"(?<!\d)[,;:!?]|[,;:!?](?!\d)")
"""A mark between clauses, not one inside a figure."""
_RESIDUE = re.compile(r"[_^]\{([^{}]*)\}")
"""PM_{2.5} is PM₂.₅."""
_CUT = "\0"
_MOST = 200
"""How many kinds of characters are replaced one after another."""


class _Even(dict[int, str]):
    """What each character is made even to; filled as characters are met.

    `odd` gathers those that do not become exactly one character.
    """

    def __init__(self) -> None:
        super().__init__()
        self.odd: set[str] = set("{")

    def __missing__(self, code: int) -> str:
        folded = "".join(
            _DASHES.get(each, _QUOTE_MARKS.get(each, each))
            for each in unicodedata.normalize("NFKC", chr(code))
            if not is_blank(each)
        )
        self[code] = folded
        if len(folded) != 1:
            self.odd.add(chr(code))
        return folded


_EVEN = _Even()


def even(text: str) -> str:
    """Return a text made even."""
    plain = _RESIDUE.sub(r"\1", text) if "{" in text else text
    return plain.translate(_EVEN)


def all_even(texts: Sequence[str]) -> list[str]:
    """Return many texts made even, as `even` does one by one, several times as fast."""
    row = _CUT.join(texts)
    changed = [each for each in set(row) if _EVEN[ord(each)] != each]
    if row.count(_CUT) != len(texts) - 1 or len(changed) > _MOST:
        return list(map(even, texts))
    for each in changed:  # what comes of one is never changed again
        row = row.replace(each, _EVEN[ord(each)])
    found = row.split(_CUT)
    if "{" in row:
        found = [even(text) if "{" in text else it for text, it in zip(texts, found, strict=True)]
    return found


def widened(text: str) -> str:
    """Return an even text, as long as before, with the marks that part its clauses as they read."""
    return _NARROW_MARK.sub(lambda match: _WIDE[match.group()], text)


class _Joint(NamedTuple):
    """Characters start…end of the raw text that became `size` even ones, from `at` on."""

    start: int
    end: int
    at: int
    size: int


class Evened:
    """A text beside its even form, with the ways there and back."""

    def __init__(self, raw: str, text: str | None = None) -> None:
        """Take a text, and its even form where that is known."""
        self.raw = raw
        self.text = even(raw) if text is None else text

    def there(self, start: int, end: int) -> tuple[int, int]:
        """Return where code points start…end of the raw text stand in the even one."""
        return self._there(start), self._there(end)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the raw text that start…end of the even one came from."""
        if start < end:
            return self._back(start)[0], self._back(end - 1)[1]
        at = self._back(start - 1)[1] if start else 0
        return at, at

    def _there(self, position: int) -> int:
        """Return how many even characters begin before a position of the raw text."""
        last = bisect_left(self._starts, position) - 1
        if last < 0:
            return position
        joint = self._joints[last]
        return joint.at + joint.size + max(0, position - joint.end)

    def _back(self, position: int) -> tuple[int, int]:
        """Return the span of the raw text that one even character came from."""
        last = bisect_right(self._places, position) - 1
        if last < 0:
            return position, position + 1
        joint = self._joints[last]
        if position < joint.at + joint.size:
            return joint.start, joint.end
        at = joint.end + position - joint.at - joint.size
        return at, at + 1

    @cached_property
    def _joints(self) -> list[_Joint]:
        """Where it is not one character for one; anywhere else both run alike."""
        if _EVEN.odd.isdisjoint(self.raw):
            return []
        found: list[_Joint] = []
        shift = done = 0
        spans = [match.span() for match in _RESIDUE.finditer(self.raw)]
        for start, end in [*spans, (len(self.raw), len(self.raw))]:
            pieces = _odd(self.raw, done, start) + _inside(self.raw, start, end)
            for low, high, size in pieces:
                found.append(_Joint(low, high, low + shift, size))
                shift += size - (high - low)
            done = end
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [joint.start for joint in self._joints]

    @cached_property
    def _places(self) -> list[int]:
        return [joint.at for joint in self._joints]


def _odd(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the characters of a stretch that do not become one, and how many they become."""
    return [
        (start + at, start + at + 1, len(_EVEN[ord(each)]))
        for at, each in enumerate(text[start:end])
        if each in _EVEN.odd and len(_EVEN[ord(each)]) != 1
    ]


def _inside(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Return what stands within the marks of a residue; these go with its first and last."""
    told = [(at, len(_EVEN[ord(text[at])])) for at in range(start + 2, end - 1)]
    while told and not told[0][1]:
        told.pop(0)
    while told and not told[-1][1]:
        told.pop()
    if not told:
        return [(start, end, 0)] if start < end else []
    starts = [start, *(at for at, _ in told[1:])]
    ends = [*starts[1:], end]
    return [(low, high, size) for low, high, (_, size) in zip(starts, ends, told, strict=True)]


def piece_at(starts: Sequence[int], position: int) -> int:
    """Return which of the pieces that begin at `starts` holds a position of their joined text."""
    return bisect_right(starts, position) - 1
