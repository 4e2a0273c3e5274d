"""What counts when words are looked for: letters and figures, not how they are written.

Blanks, punctuation, quotation marks, width and case make no difference, but a sign between two
digits does: 24.3 is not 243, and 1—2月 is not 12月. Positions are code points.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate

END = "\n"
"""Stands between two pieces: nothing that is looked for holds it, so no hit runs across."""

_DIGIT = "[0-9０-９₀-₉⁰¹²³⁴-⁹]"
_THOUSANDS = re.compile(f"(?<={_DIGIT})[,，](?={_DIGIT}{{3}}(?!{_DIGIT}))")
"""3,000 is 3000."""
_SIGNS = {
    **dict.fromkeys(".．", "."),
    **dict.fromkeys("-‐‑‒–—―−－~～", "-"),
    **dict.fromkeys(":：", ":"),
    **dict.fromkeys(",，", ","),
    **dict.fromkeys(";；", ";"),
    **dict.fromkeys("/／", "/"),
    **dict.fromkeys("、·", "、"),
}
"""Punctuation that tells one figure from another, and what it counts as."""
_IN_FIGURE = re.compile(f"(?<={_DIGIT})[{re.escape(''.join(_SIGNS))}](?={_DIGIT})")
_ASIDE = {sign: chr(0xFDD0 + at) for at, sign in enumerate(dict.fromkeys(_SIGNS.values()))}
"""Signs while they are set aside: these code points are no characters, no text has them."""
_OF_FIGURES = "%‰"
_LONG: set[str] = set()
"""The characters met so far that become several: ㎡ is m2."""


class _Letters(dict[int, str]):
    """What counts of a character, by code point; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = unicodedata.normalize("NFKC", character).casefold()
        self[code] = found = "".join(c for c in folded if _counts(c))
        if len(found) > 1:
            _LONG.add(character)
        return found


class _Widths(dict[int, str]):
    """A character itself, but for its width and the shape of quotation marks."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code))
        self[code] = found = folded if len(folded) == 1 and folded != END else chr(code)
        return found


_LETTERS = _Letters({ord(aside): sign for sign, aside in _ASIDE.items()})
_WIDTHS = _Widths(
    {ord(mark): plain for marks, plain in (("“”„‟", '"'), ("‘’‚‛", "'")) for mark in marks}
)


def _counts(character: str) -> bool:
    category = unicodedata.category(character)
    is_symbol = category[0] == "S" and category != "Sk"
    return category[0] in "LN" or is_symbol or character in _OF_FIGURES


def fold(text: str) -> str:
    """Return what counts of a text."""
    return _set_aside(text).translate(_LETTERS)


def fold_width(text: str) -> str:
    """Return a text with one width and one shape of quotation marks, as long as it was."""
    return text.translate(_WIDTHS)


def has_punctuation(text: str) -> bool:
    """Tell whether a text has punctuation but for what stands inside figures."""
    return any(unicodedata.category(each)[0] == "P" for each in _set_aside(text))


def _set_aside(text: str) -> str:
    """Keep the signs that stand inside figures from being dropped; the text stays as long."""
    plain = _THOUSANDS.sub(" ", text)
    return _IN_FIGURE.sub(lambda match: _ASIDE[_SIGNS[match.group()]], plain)


def _origins(text: str) -> list[int]:
    """Return the code point that each character of a folded text came from."""
    return [at for at, each in enumerate(_set_aside(text)) for _ in _LETTERS[ord(each)]]


class Folded:
    """Pieces of text as one string to be searched, with the way back to their code points."""

    def __init__(self, pieces: Sequence[str], *, is_literal: bool = False) -> None:
        """Fold the pieces; a literal one keeps every character, blanks and marks too."""
        self.pieces = pieces
        self._is_literal = is_literal
        change: Callable[[str], str] = fold_width if is_literal else fold
        folded = [change(piece).replace(END, " ") for piece in pieces]
        self._starts = list(accumulate((len(each) + 1 for each in folded), initial=0))
        self.text = END.join(folded)
        self._ways: dict[int, Sequence[int]] = {}

    def may_share(self, words: str) -> bool:
        """Whether two hits on words may lie on one character, one that became several."""
        return not self._inside.isdisjoint(words)

    @cached_property
    def _inside(self) -> frozenset[str]:
        if self._is_literal:
            return frozenset()
        met = (each for each in _LONG if any(each in piece for piece in self.pieces))
        return frozenset("".join(_LETTERS[ord(each)] for each in met))

    def span(self, at: int, length: int) -> tuple[int, int, int]:
        """Return piece, start and end of what stands at a place of `text`."""
        piece = bisect_right(self._starts, at) - 1
        way, low = self._way(piece), at - self._starts[piece]
        return piece, way[low], way[low + length - 1] + 1

    def place(self, piece: int, position: int) -> int:
        """Return where in `text` stands what is at or after a code point of a piece."""
        return self._starts[piece] + bisect_left(self._way(piece), position)

    def _way(self, piece: int) -> Sequence[int]:
        way = self._ways.get(piece)
        if way is None:
            text = self.pieces[piece]
            way = range(len(text)) if self._is_literal else _origins(text)
            self._ways[piece] = way
        return way
