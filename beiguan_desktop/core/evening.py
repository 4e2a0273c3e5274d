"""What makes no difference between two wordings: width, blanks, the shape of quotes and dashes.

Text without these differences is called even. Positions are code points.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

_INVISIBLE = "\u200b\u2060\ufeff"
_QUOTE_MARKS = dict.fromkeys("“”‘’„‟‚‛「」『』'`", '"')
_DASHES = dict.fromkeys("-―–‒−─", "—")
_WIDE = dict(zip(",;:!?", "，；：！？", strict=True))
_NARROW_MARK = re.compile(r"(?<!\d)[,;:!?]|[,;:!?](?!\d)")
"""A mark between clauses, not one inside a figure."""
_RESIDUE = re.compile(r"[_^]\{([^{}]*)\}")
"""PM_{2.5} is PM₂.₅."""


def is_blank(character: str) -> bool:
    """Tell whether a character takes room at most."""
    return character.isspace() or character in _INVISIBLE


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


def widened(text: str) -> str:
    """Return an even text, as long as before, with the marks that part its clauses as they read."""
    return _NARROW_MARK.sub(lambda match: _WIDE[match.group()], text)


def origins(text: str) -> list[tuple[int, int]]:
    """Return, for each character of the even text, the span of the text that it came from."""
    spans: list[tuple[int, int]] = []
    done = 0
    for match in _RESIDUE.finditer(text):
        spans += _plain_origins(text, done, match.start())
        inner = _plain_origins(text, match.start(1), match.end(1))
        if inner:  # the residue's marks go with its first and last character
            inner[0] = match.start(), inner[0][1]
            inner[-1] = inner[-1][0], match.end()
        spans += inner
        done = match.end()
    return spans + _plain_origins(text, done, len(text))


def _plain_origins(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(at, at + 1) for at in range(start, end) for _ in _EVEN[ord(text[at])]]


class Evened:
    """A text beside its even form, with the ways there and back."""

    def __init__(self, raw: str) -> None:
        """Make a text even; the ways are laid when they are first gone."""
        self.raw = raw
        self.text = even(raw)

    def there(self, start: int, end: int) -> tuple[int, int]:
        """Return where code points start…end of the raw text stand in the even one."""
        if self._starts is None:
            return start, end
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of the raw text that start…end of the even one came from."""
        if self._starts is None:
            return start, end
        if start < end:
            return self._spans[start][0], self._spans[end - 1][1]
        at = self._spans[start - 1][1] if start else 0
        return at, at

    @cached_property
    def _starts(self) -> Sequence[int] | None:
        """Where each even character begins in the raw text; None when all stand as they were."""
        if _EVEN.odd.isdisjoint(self.raw):
            return None
        return [start for start, _ in self._spans]

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return origins(self.raw)


def piece_at(starts: Sequence[int], position: int) -> int:
    """Return which of the pieces that begin at `starts` holds a position of their joined text."""
    return bisect_right(starts, position) - 1
