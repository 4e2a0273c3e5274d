"""Printed columns: how wide a text stands on paper."""

import re
from functools import lru_cache

_WIDE = (
    (0x1100, 0x115F),
    (0x2010, 0x2027),
    (0x2030, 0x205E),
    (0x2190, 0x23FF),
    (0x2460, 0x27BF),
    (0x2E80, 0xFFEF),
)
"""Code points, first and last, that take a whole column; beyond the first plane all are half."""
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters that take no room at all."""
_BORDERS = [0, *(code for first, last in _WIDE for code in (first - 1, last + 1)), 0x10FFFF]
_OTHERS = zip(_BORDERS[::2], _BORDERS[1::2], strict=True)
_HALF = re.compile(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in _OTHERS)}]")
"""All other characters by name: a pattern of what is none of the above takes 2 ms more to make."""


def columns(text: str) -> float:
    """Measure a text in printed columns: digits, Latin and blanks count half."""
    return sum(map(column, text))


@lru_cache(maxsize=20_000)
def column(character: str) -> float:
    """Measure one character."""
    return 0.5 if _HALF.match(character) else 1.0


def halves(text: str) -> list[int]:
    """Return where in a text the characters of half a column stand."""
    return [match.start() for match in _HALF.finditer(text)]
