"""Lines of Chinese type: where they may end, and how they are filled from edge to edge.

After GB/T 15834-2011 (5.1): closing marks begin no line, opening ones end none, a dash and an
ellipsis are not torn. A mark that would begin a line is taken into the line before, whose marks
give up some of their blank halves, if that strains it less than sending a character on.
Pure: widths come from the caller, in any unit of length.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

AIR = 0.14
"""What stands between a Chinese character and a figure or Latin letter, in characters."""

_NOT_FIRST = frozenset("，。、；：！？…）》」』】〕〉”’,.;:!?)]}%％‰℃°·～\u301c\u301f＂＇｝］")
_NOT_LAST = frozenset("（《「『【〔〈“‘([{￥¥$＄#№\u301d｛［")
_HALF_BEFORE = frozenset("（《「『【〔〈“‘")
_HALF_AFTER = frozenset("，。、；：）》」』】〕〉”’")
_UNTORN = frozenset("—…")
_GIVES = 0.38
"""How much of a character's width a mark with a blank half can give up."""
_AIR_GIVES = 0.07
_ROUNDING = 1e-6
_LOOSEST = 0.6
"""The most, in characters, that is put between two: beyond, a line ends where it ends."""
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f₀-₉°'’.:,@%‰℃&#?!()]+[+\-/_~=]*|[+\-/_~=]+")
_WESTERN = re.compile(r"[0-9A-Za-z%°\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f₀-₉℃‰]")
_HAN = re.compile("[\u3400-\u9fff〇々\U00020000-\U0003ffff]")
_JOINING = ("Mn", "Me", "Mc", "Cf")

Width = Callable[[str, str], float]
"""The width of some words in a face."""


@dataclass(frozen=True, slots=True)
class Atom:
    """What is never torn: a character with its marks, or a word of Latin letters and figures.

    `start` is its position in the text (code points); `air` stands after it unless a line ends.
    """

    text: str
    face: str
    start: int
    width: float
    air: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """Atoms with the place of each from the beginning of the line."""

    atoms: tuple[Atom, ...]
    places: tuple[float, ...]

    @property
    def width(self) -> float:
        """How far the line reaches."""
        return self.places[-1] + self.atoms[-1].width if self.atoms else 0.0


def atoms(
    runs: Sequence[tuple[str, str]], width: Width, *, cell: float, room: float, start: int = 0
) -> list[Atom]:
    """Cut runs (text, face) into atoms; a Chinese character is as wide as a cell.

    A word wider than `room` is cut into its characters: it has to be torn somewhere. The first
    atom is at `start` of the paragraph's text.
    """
    made: list[Atom] = []
    for text, face in runs:
        for piece in _pieces(text, face, width, room):
            wide = width(piece, face)
            made.append(Atom(piece, face, start, cell if _is_full(piece, wide, cell) else wide))
            start += len(piece)
    return [
        Atom(a.text, a.face, a.start, a.width, AIR * cell) if _needs_air(a, b) else a
        for a, b in zip_longest(made, made[1:])
    ]


def one_line(whole: Sequence[Atom]) -> Line:
    """Set atoms side by side, as they are, however far they reach."""
    places, x = [], 0.0
    for atom in whole:
        places.append(x)
        x += atom.width + atom.air
    return Line(tuple(whole), tuple(places))


def break_lines(
    whole: Sequence[Atom], *, first: float, room: float, cell: float, justified: bool = True
) -> list[Line]:
    """Break atoms into lines; the first one has `first` to fill, the others `room`."""
    lines: list[Line] = []
    at = 0
    while at < len(whole):
        have = room if lines else first
        end = _end_of_line(whole, at, have, cell)
        is_last = end == len(whole)
        part = _trimmed(whole[at:end])
        lines.append(_placed(part, have, cell, justified=justified and not is_last))
        at = end
        while at < len(whole) and whole[at].text == " ":
            at += 1  # a blank at the end of a line is nothing to look at on the next one
    return lines


def _pieces(text: str, face: str, width: Width, room: float) -> Iterator[str]:
    at = 0
    while at < len(text):
        word = _WORD.match(text, at)
        if word:
            is_whole = len(word.group()) == 1 or width(word.group(), face) <= room
            yield from (word.group(),) if is_whole else word.group()
            at = word.end()
            continue
        end = at + 1
        while end < len(text) and unicodedata.category(text[end]) in _JOINING:
            end += 1
        yield text[at:end]
        at = end


def _is_full(piece: str, wide: float, cell: float) -> bool:
    """Tell what stands in a cell: of the signs that are narrow elsewhere, those that are wide."""
    kind = unicodedata.east_asian_width(piece[0])
    return kind in "WF" or (kind == "A" and wide > 0.9 * cell)


def _needs_air(atom: Atom, following: Atom | None) -> bool:
    if following is None:
        return False
    last, first = atom.text[-1], following.text[0]
    return bool(
        (_HAN.match(last) and _WESTERN.match(first)) or (_WESTERN.match(last) and _HAN.match(first))
    )


def _end_of_line(whole: Sequence[Atom], at: int, room: float, cell: float) -> int:
    """Return where the line that begins at an atom ends."""
    used = gives = 0.0
    fitting, slack, torn = at, room, at
    for end in range(at + 1, len(whole) + 1):
        atom = whole[end - 1]
        used += atom.width
        over = used - room - _ROUNDING * cell
        hang = cell / 2 if atom.text[-1] in _HALF_AFTER else 0.0
        if over - hang - gives > 0:
            break
        torn = end
        if _may_end(whole, end):
            if over <= 0:
                fitting, slack = end, -over
            else:
                return end if over <= slack or fitting == at else fitting
        used += atom.air
        gives += _gives(atom, cell)
    return fitting if fitting > at else max(torn, at + 1)


def _may_end(whole: Sequence[Atom], end: int) -> bool:
    if end == len(whole):
        return True
    last, first = whole[end - 1].text[-1], whole[end].text[0]
    if last in _UNTORN and first == last:
        return False
    return first not in _NOT_FIRST and last not in _NOT_LAST


def _gives(atom: Atom, cell: float) -> float:
    """Return how much narrower an atom and its air can be set."""
    mark = atom.text[-1] in _HALF_AFTER or atom.text[0] in _HALF_BEFORE
    return (_GIVES * cell if mark else 0.0) + (_AIR_GIVES * cell if atom.air else 0.0)


def _trimmed(part: Sequence[Atom]) -> Sequence[Atom]:
    end = len(part)
    while end > 1 and part[end - 1].text == " ":
        end -= 1
    return part[:end]


def _placed(part: Sequence[Atom], room: float, cell: float, *, justified: bool) -> Line:
    """Spread the atoms of a line, or squeeze its marks where it is too full."""
    natural = sum(a.width + a.air for a in part) - part[-1].air
    hang = cell / 2 if part[-1].text[-1] in _HALF_AFTER else 0.0
    spare = room - natural
    if spare < 0:
        return _squeezed(part, max(0.0, -spare - hang), cell)
    gap = spare / (len(part) - 1) if justified and len(part) > 1 else 0.0
    places, x = [], 0.0
    for atom in part:
        places.append(x)
        x += atom.width + atom.air + (gap if gap <= _LOOSEST * cell else 0.0)
    return Line(tuple(part), tuple(places))


def _squeezed(part: Sequence[Atom], need: float, cell: float) -> Line:
    """Take what is needed from the blank halves: an opening mark then moves to the left."""
    can = sum(_gives(atom, cell) for atom in part[:-1])
    share = min(1.0, need / can) if can else 0.0
    places, x = [], 0.0
    for atom in part:
        give = share * _gives(atom, cell)
        opens = share * _GIVES * cell if atom.text[0] in _HALF_BEFORE else 0.0
        places.append(x - opens)
        x += atom.width + atom.air - give
    return Line(tuple(part), tuple(places))
