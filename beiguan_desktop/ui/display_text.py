"""What of a unit's text is shown, and where each of its characters then stands.

The source puts blanks round some figures and not round others. The page shows none of them:
between Han and digits or Latin it has air of one width everywhere, as in print. The text itself
stays as it is, so every shown position leads back to a code point of the unit. Pure: no Qt.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate, pairwise

from beiguan_desktop.ui.utf16 import pairs, width

GLUE = "\u2060"
"""Forbids a line end where it stands."""
OPEN = "\u200b"
"""Allows a line end where it stands."""
_MARKS = (GLUE, OPEN)
LONGEST_PIECE = 14
"""How many characters of a title are kept on one line if sense shows no place to break."""
_TAIL = 4
"""How many at the end of a longer piece stay together: no line of one character."""

_BLANK = "[ \u00a0\u3000\t\n\u2002\u2003\u2009]"
_SIGNS = "₀₁₂₃₄₅₆₇₈₉℃‰"
_WESTERN = f"[!-~\u00a1-\u024f{_SIGNS}]"
_AIRED = "[0-9A-Za-z%°\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f₀-₉℃‰]"
_CLOSING = "，。、；：！？”’）》」』】〕"
_BLANKS = re.compile(f"{_BLANK}+")
_FIGURE = re.compile(f"{_AIRED}+")
_WORD = re.compile(f"{_WESTERN}{{2,}}|{_BLANK}+")
_GAPS = re.compile(
    f"(?:(?:[^\\W{_WESTERN[1:-1]}]|{_WESTERN}(?!{_WESTERN})|[{_CLOSING}])(?![{_CLOSING}]))+"
)
"""Characters after which a line may be spread: Han, the last of a Latin word, closing marks."""
_SENSE = re.compile(
    r"(?<=[，、；：日])|(?<=人民政府)|(?<=代表大会)|(?=第[一二三四五六七八九十\d]+[届次])"
)
_QUOTED = re.compile("“[^”]*”")
_TURN = re.compile(f"[{_BLANK[1:-1]}“‘”’]")
"""One character, for no other pattern is looked for as fast."""
_BEFORE_QUOTE = frozenset("，、；：。！？…）》」』”’")
_AFTER_QUOTE = frozenset("《（“‘")
_NOT_SHOWN = dict.fromkeys([*range(32), 0x7F, 0x85, 0x2028, 0x2029, 0xFFFC, 0xFDD0, 0xFDD1], " ")
"""What a document would take for an end or a frame; a unit stays a unit."""
_NOT_SHOWN[ord("\t")] = "\u3000"  # parts the cells of a row
_ODD = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ufffc\ufdd0\ufdd1]")


class DisplayText:
    """A unit's text as shown.

    `shown` is what the document holds and `length` its UTF-16 units; `airs` are the characters
    in it that air follows, as start and end in UTF-16 units. `sense` breaks lines by sense, as
    in titles.

    Only the places where text and `shown` part are kept: a unit of any length costs no more
    than its figures, blanks and quotation marks.
    """

    def __init__(self, text: str, *, sense: bool = False) -> None:
        self.text = text
        self._dropped, self._marks = _turns(text)
        if sense:
            self._marks = _insertions(text)
        self._turns = sorted({*self._dropped, *self._marks})
        self.shown = self._face(text.translate(_NOT_SHOWN) if _ODD.search(text) else text)
        self.length = width(self.shown)
        self._pairs = pairs(self.shown) if self.length != len(self.shown) else ()
        self.airs = tuple(self._in_units(_airs(self.shown)))

    def start(self, position: int) -> int:
        """Return the UTF-16 unit at which a passage that begins at a code point is shown."""
        at = max(0, min(position, len(self.text)))
        return self._end(at) + len(self._marks.get(at, ""))

    def end(self, position: int) -> int:
        """Return the UTF-16 unit at which a passage that ends at a code point is shown."""
        return self._end(max(0, min(position, len(self.text))))

    def position(self, unit: int) -> int:
        """Return the code point that a shown UTF-16 unit belongs to; the end past the last."""
        return max(0, bisect_right(self._positions, max(0, unit), key=self._end) - 1)

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points shown between two UTF-16 units, halves of a pair taken in."""
        low = self.position(start)
        high = min(bisect_left(self._positions, end, key=self.start), len(self.text))
        return low, max(low, high)

    @property
    def _positions(self) -> range:
        return range(len(self.text) + 1)

    def _end(self, position: int) -> int:
        """Return how many units come before a code point and its mark."""
        turns = bisect_left(self._turns, position)
        at = position + self._shifts[turns] if turns else position
        return at + bisect_left(self._pairs, at) if self._pairs else at

    @cached_property
    def _shifts(self) -> list[int]:
        """By how much `shown` is ahead of the text, before the first turn and after each."""
        steps = [len(self._marks.get(at, "")) - (at in self._dropped) for at in self._turns]
        return list(accumulate(steps, initial=0))

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """Where figures and Latin words stand that a line must not tear, and blanks."""
        return tuple(match.span() for match in _WORD.finditer(self.shown))

    @cached_property
    def gaps(self) -> tuple[tuple[int, int], ...]:
        """Runs of characters each of which slack may follow.

        None in a text with a pair of units: its lines are left to Qt.
        """
        if self._pairs:
            return ()
        return tuple(match.span() for match in _GAPS.finditer(self.shown))

    def _face(self, text: str) -> str:
        """Return the text without what is dropped and with the marks."""
        parts: list[str] = []
        at = 0
        for turn in self._turns:
            parts += (text[at:turn], self._marks.get(turn, ""))
            at = turn + (turn in self._dropped)
        return "".join([*parts, text[at:]])

    def _in_units(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        if not self._pairs:
            return spans
        before = self._pairs
        return [
            (low + bisect_left(before, low), high + bisect_left(before, high))
            for low, high in spans
        ]


def _turns(text: str) -> tuple[set[int], dict[int, str]]:
    """Return which blanks are dropped, and before which characters a line may end besides.

    All blanks but those that part cells or words, both of Han (a name) or neither. Lines may end
    round quotation marks, as in Chinese type and not in Unicode: otherwise the lines before a
    quotation stand too loose.
    """
    dropped: set[int] = set()
    marks: dict[int, str] = {}
    high = 0
    for match in _TURN.finditer(text):
        low = match.start()
        character = text[low]
        if character in "“‘":
            if low and _is_one(text[low - 1], _BEFORE_QUOTE):
                marks[low] = OPEN
        elif character in "”’":
            if low + 1 < len(text) and _is_one(text[low + 1], _AFTER_QUOTE):
                marks[low + 1] = OPEN
        elif low >= high and (run := _BLANKS.match(text, low)):
            high = run.end()
            if not _parts_words(text, low, high):
                dropped.update(range(low, high))
    return dropped, marks


def _parts_words(text: str, low: int, high: int) -> bool:
    if not 0 < low < high < len(text):
        return False
    if "\t" in text[low:high]:
        return True
    before, after = text[low - 1], text[high]
    return (_is_han(before) and _is_han(after)) or (_is_western(before) and _is_western(after))


def _is_han(character: str) -> bool:
    """Whether this is a Chinese character; a pattern of all of them takes 1 ms to compile."""
    return (
        "\u3400" <= character <= "\u9fff"
        or character in ("〇", "々")
        or "\U00020000" <= character <= "\U0003ffff"
    )


def _is_western(character: str) -> bool:
    return "!" <= character <= "~" or "\u00a1" <= character <= "\u024f" or character in _SIGNS


def _is_one(character: str, marks: frozenset[str]) -> bool:
    return character in marks or _is_han(character)


def _airs(shown: str) -> list[tuple[int, int]]:
    """Return the characters that air follows: Han before a figure, a figure's last before Han."""
    found = []
    padded = f"{shown}  "
    for match in _FIGURE.finditer(shown):
        low, high = match.span()
        before = low - 2 if low and padded[low - 1] in _MARKS else low - 1
        after = padded[high + 1] if padded[high] in _MARKS else padded[high]
        if before >= 0 and _is_han(padded[before]):
            found.append((before, before + 1))
        if _is_han(after):
            found.append((high - 1, high))
    return found


def _insertions(text: str) -> dict[int, str]:
    """Glue a title together but for the places where sense allows a break.

    A piece too long for a line is left to the common rules of line ends, but for its tail.
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
        for at in range(low + 1, high - _TAIL + 1)
    }
    glued = set(range(1, len(text))) - allowed - (loose - quoted)
    return dict.fromkeys(allowed, OPEN) | dict.fromkeys(glued, GLUE)
