"""Where the border of a mark may stand: never within a figure, by preference at a clause's.

Positions are code points of a unit's text; a border lies before the character at its position.
"""

import re
import unicodedata
from collections.abc import Iterable

_NEAR = 2
"""How many characters a hand may miss a clause's border by."""
_WORD = re.compile(r"[0-9A-Za-z₀-₉]+(?:[.,:/\-][0-9A-Za-z₀-₉]+)*[%％‰]?")
_ENDS = "。！？!?；，、：,;:"
_CLOSERS = "”’）)》〉」』】〕]"
_OPENERS = "“‘（(《〈「『【〔["


def snapped(text: str, position: int, *, is_end: bool) -> int:
    """Return the sensible border nearest to a position: a clause's if it is near."""
    position = max(0, min(position, len(text)))
    near = [at for at in _clauses(text, is_end=is_end) if abs(at - position) <= _NEAR]
    if near:
        return _nearest(near, position)
    return _off_blanks(text, _whole(text, position), is_end=is_end)


def step(text: str, position: int, by: int, *, is_end: bool) -> int:
    """Return the next border (1) or the one before (-1) of a mark, letter by letter."""
    while 0 <= (position := position + by) <= len(text):
        if _off_blanks(text, _whole(text, position), is_end=is_end) == position:
            return position
    return max(0, min(position, len(text)))


def clause_step(text: str, position: int, by: int, *, is_end: bool) -> int:
    """Return the clause's border after (1) or before (-1) a position, or the text's own."""
    borders = _clauses(text, is_end=is_end)
    ahead = [at for at in borders if (at > position if by > 0 else at < position)]
    return _nearest(ahead, position) if ahead else (len(text) if by > 0 else 0)


def _clauses(text: str, *, is_end: bool) -> list[int]:
    """Return where clauses begin, or where they end, without and with their marks."""
    found = {len(text)} if is_end else {0}
    inner = {at for low, high in _words(text) for at in range(low, high)}
    for at, sign in enumerate(text):
        if sign in _ENDS and at not in inner:
            after = at + 1
            while after < len(text) and text[after] in _CLOSERS:
                after += 1
            found |= {at, after} if is_end else {after}
        elif sign in (_CLOSERS if is_end else _OPENERS):
            found |= {at, at + 1}
    return sorted({_off_blanks(text, at, is_end=is_end) for at in found})


def _off_blanks(text: str, at: int, *, is_end: bool) -> int:
    """Move a border so that what begins or ends there does so with a letter."""
    if is_end:
        return len(text[:at].rstrip())
    return len(text) - len(text[at:].lstrip())


def _whole(text: str, position: int) -> int:
    """Move a border out of a figure, a Latin word, or a letter with its signs."""
    for low, high in _words(text):
        if low < position < high:
            return _nearest((low, high), position)
    while 0 < position < len(text) and _clings(text[position]):
        position += 1
    return position


def _clings(sign: str) -> bool:
    """Whether a character belongs to the one before it."""
    return unicodedata.combining(sign) > 0 or unicodedata.category(sign) == "Mn"


def _words(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(text)]


def _nearest(places: Iterable[int], position: int) -> int:
    return min(places, key=lambda at: (abs(at - position), at))
