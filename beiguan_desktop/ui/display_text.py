"""What of a unit's text is shown, and where each of its characters then stands.

The source puts blanks round some figures and not round others. The page shows none of them:
between Han and digits or Latin it has air of one width everywhere (look.md 2). The text itself
stays as it is, so every shown position leads back to a code point of the unit. Pure: no Qt.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

GLUE = "\u2060"
"""Forbids a line end where it stands."""
OPEN = "\u200b"
"""Allows a line end where it stands."""

_BLANKS = " \u00a0\u3000\t\n\u2002\u2003\u2009"
_NOT_SHOWN = "\u2028\u2029\ufffc\ufdd0\ufdd1\u0085\u007f"
_SENSE = re.compile(
    r"(?<=[，、；：日])|(?<=人民政府)|(?<=代表大会)|(?=第[一二三四五六七八九十\d]+[届次])"
)
_QUOTED = re.compile("“[^”]*”")


class DisplayText:
    """A unit's text as shown.

    `shown` is what the document holds; `airs` are the characters in it that air follows, as
    start and end in UTF-16 units. `sense` breaks the lines of a title by sense.
    """

    def __init__(self, text: str, *, sense: bool = False) -> None:
        self.text = text
        insertions = _insertions(text) if sense else {}
        dropped = frozenset(_dropped(text))
        marks = [insertions.get(at, "") for at in range(len(text))]
        faces = ["" if at in dropped else _as_shown(c) for at, c in enumerate(text)]
        pieces = [mark + face for mark, face in zip(marks, faces, strict=True)]
        self.shown = "".join(pieces)
        self._ends = list(accumulate(map(_units, pieces), initial=0))
        self._starts = [end + len(mark) for end, mark in zip(self._ends, [*marks, ""], strict=True)]
        self.length = self._ends[-1]
        self.airs = tuple(
            (self._starts[at], self._ends[at + 1]) for at in _before_air(text, dropped)
        )

    def start(self, position: int) -> int:
        """Return the UTF-16 unit at which a passage that begins at a code point is shown."""
        return self._starts[_within(position, len(self.text))]

    def end(self, position: int) -> int:
        """Return the UTF-16 unit at which a passage that ends at a code point is shown."""
        return self._ends[_within(position, len(self.text))]

    def position(self, unit: int) -> int:
        """Return the code point that a shown UTF-16 unit belongs to; the end past the last."""
        return min(max(0, bisect_right(self._ends, max(0, unit)) - 1), len(self.text))

    def passage(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points shown between two UTF-16 units, halves of a pair taken in."""
        low = self.position(start)
        high = min(bisect_left(self._starts, end), len(self.text))
        return low, max(low, high)


def _within(position: int, length: int) -> int:
    return max(0, min(position, length))


def _units(text: str) -> int:
    return sum(2 if character > "\uffff" else 1 for character in text)


def _as_shown(character: str) -> str:
    """Keep what a document takes for an end or a frame from being one; a unit stays a unit."""
    return " " if character in _NOT_SHOWN or character < " " else character


def _is_western(character: str) -> bool:
    """Tell digits, Latin and the signs that go with them from Han and its punctuation."""
    return (
        "!" <= character <= "~" or "\u00a1" <= character <= "\u024f" or character in "₀₁₂₃₄₅₆₇₈₉℃‰"
    )


def _has_air(character: str) -> bool:
    """Whether a western character keeps a distance from Han: figures and letters do."""
    return character.isalnum() or character in "%℃‰°"


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character in "〇々" or character >= "\U00020000"


def _dropped(text: str) -> Iterator[int]:
    """Yield the blanks between Han and western characters, and at both ends."""
    for run in re.finditer(f"[{_BLANKS}]+", text):
        before, after = text[: run.start()][-1:], text[run.end() :][:1]
        if not (before and after) or _is_western(before) != _is_western(after):
            yield from range(run.start(), run.end())


def _before_air(text: str, dropped: frozenset[int]) -> Iterator[int]:
    """Yield the characters whose successor is of the other script."""
    shown = [at for at in range(len(text)) if at not in dropped]
    for one, two in pairwise(shown):
        before, after = text[one], text[two]
        if (_is_han(before) and _is_western(after) and _has_air(after)) or (
            _is_han(after) and _is_western(before) and _has_air(before)
        ):
            yield one


def _insertions(text: str) -> dict[int, str]:
    """Glue a title together but for the places where sense allows a break."""
    quoted = {
        at for match in _QUOTED.finditer(text) for at in range(match.start() + 1, match.end())
    }
    allowed = {match.start() for match in _SENSE.finditer(text)} | _blank_places(text)
    return {at: OPEN if at in allowed and at not in quoted else GLUE for at in range(1, len(text))}


def _blank_places(text: str) -> set[int]:
    return {at + 1 for at, character in enumerate(text) if character in _BLANKS}
