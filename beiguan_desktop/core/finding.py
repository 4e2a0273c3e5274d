"""Looking for words in a text: what is written so, what sounds so, what is one letter off.

Hits are taken from left to right and do not overlap, as people count them; what is similar
overlaps nothing that is exact.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from beiguan_desktop.core.folding import END, Folded, fold, fold_width, has_punctuation

Likeness = Literal["exact", "sound", "letter"]

LEAST_HAN = 3
"""Of shorter words one letter off says nothing."""
LEAST_INITIALS = 2
_AIR = re.compile("(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Span:
    """Code points start…end of one piece of a text."""

    piece: int
    start: int
    end: int

    @property
    def begin(self) -> tuple[int, int]:
        """Where it begins: piece and code point."""
        return self.piece, self.start


def around(text: str, span: Span, *, before: int = 9, after: int = 40) -> tuple[str, str, str]:
    """Return some words before a span, the span, and some after it, all on one line.

    Where the text goes on beyond them stands …; blanks beside Han characters are left out.
    """
    low, high = max(0, span.start - before), min(len(text), span.end + after)
    head, found, tail = text[low : span.start], text[span.start : span.end], text[span.end : high]
    head, found, tail = (_AIR.sub("", " ".join(part.split())) for part in (head, found, tail))
    return ("…" if low else "") + head, found, tail + ("…" if high < len(text) else "")


class Query:
    """What somebody looks for: what counts of it, or all of it where nothing counts."""

    def __init__(self, typed: str) -> None:
        """Take the words as they were typed; blanks alone look for nothing."""
        letters = fold(typed)
        self.is_literal = not letters
        self.words = letters or fold_width(typed).strip()

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return bool(self.words)

    @property
    def is_initials(self) -> bool:
        """Whether it may be the initials of words: letters of the keyboard, figures among them."""
        letters = sum(character.isalpha() for character in self.words)
        is_plain = self.words.isascii() and self.words.isalnum()
        return is_plain and letters >= LEAST_INITIALS

    @property
    def may_be_off(self) -> bool:
        """Whether one letter of it may be another."""
        return sum(map(_is_han, self.words)) >= LEAST_HAN


class Initials:
    """Which letters the readings of a character begin with: 教 with j, 重 with c or z."""

    def __init__(self, table: str) -> None:
        """Read a table: each line holds letters, a blank, and the characters they belong to."""
        self._signs: dict[int, str] = {}
        self._letters: dict[str, str] = {}
        for at, line in enumerate(table.splitlines()):
            letters, characters = line.split(" ")
            sign = letters if len(letters) == 1 else chr(0xE000 + at)
            self._signs |= dict.fromkeys(map(ord, characters), sign)
            for letter in letters:
                self._letters[letter] = self._letters.get(letter, letter) + sign

    def spell(self, text: str) -> str:
        """Return a folded text with one sign for the initials of each Han character."""
        return text.translate(self._signs)

    def pattern(self, words: str) -> re.Pattern[str]:
        """Return what matches, in a spelt text, before every run that words may spell."""
        signs = (self._letters.get(letter, letter) for letter in words)
        return re.compile(f"(?={''.join(f'[{each}]' for each in signs)})")


@dataclass(frozen=True)
class Found:
    """Hits of one kind in the order of the text; each becomes a span when it is asked for."""

    folded: Folded
    length: int
    places: Sequence[int] = ()
    likeness: Likeness = "exact"

    def __len__(self) -> int:
        """Count the hits."""
        return len(self.places)

    def span(self, at: int) -> Span:
        """Return a hit."""
        return Span(*self.folded.span(self.places[at], self.length))

    def spans(self) -> list[Span]:
        """Return all hits."""
        return [self.span(at) for at in range(len(self))]

    def first_from(self, piece: int, position: int) -> int:
        """Return which hit is the first at or after a code point; the very first if none is."""
        at = bisect_left(self.places, self.folded.place(piece, position))
        return at if at < len(self.places) else 0

    def beside(self, places: Iterable[int], likeness: Likeness) -> "Found":
        """Return hits of as many letters at other places, in order, as far as nothing overlaps."""
        kept: list[int] = []
        free, after = 0, 0
        for at in places:
            while after < len(self) and self.places[after] + self.length <= at:
                after += 1
            is_taken = after < len(self) and self.places[after] < at + self.length
            if at >= free and not is_taken:
                kept.append(at)
                free = at + self.length
        return Found(self.folded, self.length, kept, likeness)


class Searchable:
    """A text of several pieces (units of a report, fields of opinions) that can be searched."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take the pieces; they are folded when they are first searched."""
        self.pieces = pieces
        self._spelt: tuple[Initials, str] | None = None

    def prepare(self) -> None:
        """Fold the text now; else the first search has to."""
        self._folded  # noqa: B018 - made when it is first asked for

    @cached_property
    def _folded(self) -> Folded:
        return Folded(self.pieces)

    @cached_property
    def _literal(self) -> Folded:
        return Folded(self.pieces, is_literal=True)

    def find(self, query: Query) -> Found:
        """Return everything that is written as the query is."""
        folded = self._literal if query.is_literal else self._folded
        found = Found(folded, len(query.words), _places(folded.text, query.words))
        if found.places and folded.may_share(query.words):
            return Found(folded, found.length, list(_apart(found)))
        return found

    def find_similar(self, query: Query, exact: Found, initials: Initials) -> Found:
        """Return what a query spells by initials, or what is one Han character off.

        Initials spell no words across punctuation.

        `exact` is what `find` returned for it.
        """
        if query.is_initials:
            matches = initials.pattern(query.words).finditer(self._spell(initials))
            places = (match.start() for match in matches)
            return exact.beside(filter(partial(self._is_one_run, exact.length), places), "sound")
        if query.may_be_off:
            return exact.beside(_one_off(self._folded.text, query.words), "letter")
        return Found(exact.folded, exact.length)

    def _is_one_run(self, length: int, at: int) -> bool:
        """Tell whether no punctuation divides what stands at a place: 心”完 is no word."""
        piece, start, end = self._folded.span(at, length)
        return not has_punctuation(self.pieces[piece][start:end])

    def _spell(self, initials: Initials) -> str:
        if self._spelt is None or self._spelt[0] is not initials:
            self._spelt = initials, initials.spell(self._folded.text)
        return self._spelt[1]


def _places(text: str, words: str) -> list[int]:
    found: list[int] = []
    size, find = len(words), text.find
    at = find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = find(words, at + size)
    return found


def _apart(found: Found) -> Iterator[int]:
    """Leave out hits on a character hit before: a square mm is two letters m, but once there."""
    last = Span(-1, 0, 0)
    for at, span in zip(found.places, found.spans(), strict=True):
        if span.piece != last.piece or span.start >= last.end:
            yield at
            last = span


def _one_off(text: str, words: str) -> list[int]:
    """Return where a text differs from words by one Han character: one half of them is there."""
    half, size = len(words) // 2, len(words)
    places = {*_every(text, words[:half], 0), *_every(text, words[half:], half)}
    return sorted(at for at in places if _is_one_off(text[at : at + size], words))


def _every(text: str, part: str, back: int) -> Iterator[int]:
    """Yield where words may begin of which a part stands `back` characters after the beginning."""
    at = text.find(part, back)
    while at >= 0:
        yield at - back
        at = text.find(part, at + 1)


def _is_one_off(window: str, words: str) -> bool:
    if len(window) != len(words) or END in window:
        return False
    other = [pair for pair in zip(window, words, strict=True) if pair[0] != pair[1]]
    return len(other) == 1 and all(map(_is_han, other[0]))


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000" or character == "〇"
