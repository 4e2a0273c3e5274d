"""What of a unit's text is shown, and where each of its characters then stands.

The source puts blanks round some figures and not round others. The page shows none of them:
between Han and digits or Latin it has air of one width everywhere, as in print. The text itself
stays as it is, so every shown position leads back to a code point of the unit. Pure: no Qt.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

from beiguan_desktop.ui.utf16 import starts, to_units, width

GLUE = "\u2060"
"""Forbids a line end where it stands."""
OPEN = "\u200b"
"""Allows a line end where it stands."""
LONGEST_PIECE = 14
"""How many characters of a title are kept on one line if sense shows no place to break."""

_BLANK = "[ \u00a0\u3000\t\n\u2002\u2003\u2009]"
_HAN = r"(?:[^\W\d_A-Za-z\u00a1-\u052f₀-₉Ａ-Ｚａ-ｚ]|[\U00020000-\U0003ffff])"
"""Letters that are not Western. A class of all 27,000 Han takes 1.3 ms to compile, each time."""
_WESTERN = "[!-~\u00a1-\u024f₀-₉℃‰]"
_AIRED = "[0-9A-Za-z%°\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f₀-₉℃‰]"
_BLANKS = re.compile(f"{_BLANK}+")
_PARTING = re.compile(f"(?<={_HAN}){_BLANK}+(?={_HAN})|(?<={_WESTERN}){_BLANK}+(?={_WESTERN})")
_BORDER = re.compile(f"{_HAN}(?=[{GLUE}{OPEN}]?{_AIRED})|{_AIRED}(?=[{GLUE}{OPEN}]?{_HAN})")
_SENSE = re.compile(
    r"(?<=[，、；：日])|(?<=人民政府)|(?<=代表大会)|(?=第[一二三四五六七八九十\d]+[届次])"
)
_QUOTED = re.compile("“[^”]*”")
_ROUND_QUOTES = re.compile(
    f"(?<=[，、；：。！？…）》」』”’]|{_HAN})(?=[“‘])|(?<=[”’])(?=[《（“‘]|{_HAN})"
)
"""Where Chinese type may end a line and Unicode does not: before “ and after ”."""
_NOT_SHOWN = dict.fromkeys([*range(32), 0x7F, 0x85, 0x2028, 0x2029, 0xFFFC, 0xFDD0, 0xFDD1], " ")
"""What a document would take for an end or a frame; a unit stays a unit."""


class DisplayText:
    """A unit's text as shown.

    `shown` is what the document holds and `length` its UTF-16 units; `airs` are the characters
    in it that air follows, as start and end in UTF-16 units. `sense` breaks lines by sense, as
    in titles.
    """

    def __init__(self, text: str, *, sense: bool = False) -> None:
        self.text = text
        self._dropped = _dropped(text)
        self._insertions = _insertions(text) if sense else _openings(text)
        if self._dropped or self._insertions:
            self.shown = "".join(mark + face for mark, face in self._pieces())
        else:
            self.shown = text.translate(_NOT_SHOWN)
        self.length = width(self.shown)
        airs = (match.span() for match in _BORDER.finditer(self.shown))
        if self.length == len(self.shown):
            self.airs = tuple(airs)
        else:
            self.airs = tuple(
                (to_units(self.shown, low), to_units(self.shown, high)) for low, high in airs
            )

    def start(self, position: int) -> int:
        """Return the UTF-16 unit at which a passage that begins at a code point is shown."""
        return self._starts[max(0, min(position, len(self.text)))]

    def end(self, position: int) -> int:
        """Return the UTF-16 unit at which a passage that ends at a code point is shown."""
        return self._ends[max(0, min(position, len(self.text)))]

    def prefix(self, position: int) -> int:
        """Return the same for one position, without a table of all."""
        return width("".join(mark + face for mark, face in self._pieces(position)))

    def position(self, unit: int) -> int:
        """Return the code point that a shown UTF-16 unit belongs to; the end past the last."""
        return max(0, bisect_right(self._ends, max(0, unit)) - 1)

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points shown between two UTF-16 units, halves of a pair taken in."""
        low = self.position(start)
        high = min(bisect_left(self._starts, end), len(self.text))
        return low, max(low, high)

    @cached_property
    def _ends(self) -> list[int]:
        """For each position 0…len(text): how many units come before it."""
        return starts(mark + face for mark, face in self._pieces())

    @cached_property
    def _starts(self) -> list[int]:
        """The same, with the mark that stands before the character counted too."""
        marks = [*(len(mark) for mark, _ in self._pieces()), 0]
        return [end + mark for end, mark in zip(self._ends, marks, strict=True)]

    def _pieces(self, count: int | None = None) -> list[tuple[str, str]]:
        """Return for each character what is set before it and what is shown of it."""
        faces = self.text[:count].translate(_NOT_SHOWN)
        return [
            (self._insertions.get(at, ""), "" if at in self._dropped else face)
            for at, face in enumerate(faces)
        ]


def _dropped(text: str) -> frozenset[int]:
    """Return all blanks but those that part two words: both of Han (a name), or neither."""
    kept = {match.start() for match in _PARTING.finditer(text)}
    runs = (match.span() for match in _BLANKS.finditer(text))
    return frozenset(at for low, high in runs if low not in kept for at in range(low, high))


def _openings(text: str) -> dict[int, str]:
    """Allow lines to end round quotation marks, or lines before a quotation stand too loose."""
    return {match.start(): OPEN for match in _ROUND_QUOTES.finditer(text)}


def _insertions(text: str) -> dict[int, str]:
    """Glue a title together but for the places where sense allows a break.

    A piece too long for a line is left to the common rules of line ends.
    """
    quoted = {
        at for match in _QUOTED.finditer(text) for at in range(match.start() + 1, match.end())
    }
    allowed = {match.start() for match in _SENSE.finditer(text)}
    allowed |= {match.end() for match in _BLANKS.finditer(text)}
    allowed = {at for at in allowed - quoted if 0 < at < len(text)}
    ends = [0, *sorted(allowed), len(text)]
    loose = {
        at
        for low, high in pairwise(ends)
        if high - low > LONGEST_PIECE
        for at in range(low + 1, high)
    }
    glued = set(range(1, len(text))) - allowed - (loose - quoted)
    return dict.fromkeys(allowed, OPEN) | dict.fromkeys(glued, GLUE)
