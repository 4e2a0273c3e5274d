"""The rows of one paragraph: its lines in their face, and what stands beside them.

Millimetres; x from the left edge of the page, y from the upper edge of the row.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from beiguan_desktop.core.line_breaking import Atom, Line, Width, atoms, break_lines, one_line
from beiguan_desktop.core.page_form import MM, Form
from beiguan_desktop.core.paper import Block, Role

PageFace = Literal["宋体", "加粗", "黑体", "楷体"]
TitleBreaker = Callable[[str, Callable[[str], float], float, float], Sequence[str]]
"""Breaks a title by sense: the title, what measures a string, the widths of all and first lines."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in one face, the first one beginning at x, on the baseline y.

    `is_note` tells what stands beside the text – numbers, marks – from the text itself.
    """

    text: str
    x: float
    y: float
    face: PageFace
    points: float
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A hairline from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(slots=True)
class Row:
    """A line with what belongs to it; `above` is air that the first row of a page drops."""

    height: float
    words: list[Words]
    strokes: list[Stroke]
    above: float = 0.0
    stays: bool = False
    """Whether the next row must stand on the same page."""
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class _Style:
    """How a role is set; `above`, `below` and `pitch` in lines, `indent` in characters."""

    face: PageFace = "宋体"
    scale: float = 1.0
    indent: int = 2
    align: Literal["justified", "centre", "right", "spread"] = "justified"
    above: float = 0.0
    below: float = 0.0
    pitch: float = 1.0
    stays: bool = False
    ruled: Literal["", "above", "below"] = ""


_ROW = _Style(indent=0, align="spread")
_STYLES: Mapping[Role, _Style] = {
    "title": _Style("加粗", 22 / 16, 0, "centre", above=0.5, below=0.8, pitch=1.35, stays=True),
    "byline": _Style("楷体", indent=0, align="centre", stays=True),
    "imprint": _Style("楷体", indent=0, align="centre", above=1.0),
    "addressee": _Style(indent=0, stays=True),
    "heading1": _Style("黑体", stays=True),
    "heading2": _Style("楷体", stays=True),
    "heading3": _Style("加粗", stays=True),
    "body": _Style(),
    "row": replace(_ROW, stays=True),
    "ruled row": replace(_ROW, below=0.4, ruled="below"),
    "closing": _Style(stays=True),
    "signature": _Style(indent=0, align="right", above=1.0, stays=True),
    "receipt": replace(_ROW, above=0.7, ruled="above"),
}
_BY_SENSE: tuple[Role, ...] = (
    *("title", "byline", "imprint"),
    *("heading1", "heading2", "heading3"),
)
"""What breaks its lines where sense allows, and not wherever they are full."""
_LOOSE: Mapping[Role, float] = {"heading1": 0.6, "heading2": 0.3, "addressee": 0.6}
"""Air above a role in large type, in lines; the standard's page is a grid and knows none."""
_FACES: Mapping[str, PageFace] = {"黑体": "黑体", "楷体": "楷体", "加粗": "加粗"}
_ASCENT = 0.88  # of a character's height lies above its baseline
_MIDDLE = 0.38  # above the baseline, in characters, lies their visual middle
_FROM_RIGHT = 2  # characters between a signature and the margin (GB/T 9704-2012, 7.3.5.2)
_BESIDE = 3.0  # millimetres between the text and what stands in the margin
_EDGE = 4.0  # millimetres at the edge of the page that a printer may leave white
_TICK = (0.04, 0.3, 0.26)  # from the baseline, and how wide its foot is: no caret, no letter
_NOTE_PITCH = 1.2
_AT_BLANK = re.compile(r"\s*\S+\s*")
_LONGEST_TITLE = 200  # characters; what is longer is no title, and weighing its breaks takes long


class Setter:
    """Sets paragraphs on one form; `width` measures words in a face, in characters (em)."""

    def __init__(self, form: Form, width: Width, break_title: TitleBreaker) -> None:
        self._form, self._width, self._break_title = form, width, break_title

    def rows(self, block: Block) -> list[Row]:
        """Set a paragraph into rows; those that must not be parted stay together."""
        form, style = self._form, _STYLES[block.role]
        lines = [
            (line, form.left + self._left(line, style, is_first=at == 0))
            for at, line in enumerate(self._lines(block, style))
        ]
        size = form.points * style.scale
        height = form.pitch * style.pitch
        base = (height - size * MM) / 2 + _ASCENT * size * MM
        made = []
        for line, x in lines:
            words = [
                Words(atom.text, x + place, base, _FACES.get(atom.face, "宋体"), size)
                for atom, place in zip(line.atoms, line.places, strict=True)
                if not atom.text.isspace()
            ]
            made.append(Row(height, words, []))
        if block.label:
            made[0].words.insert(0, self._label(block.label, base))
        for mark in block.marks:
            self._mark(lines, made, mark, base)
        self._keep(block.role, style, made)
        made[0].begins_page = block.begins_page
        return made

    # -- lines

    def _lines(self, block: Block, style: _Style) -> list[Line]:
        form, em = self._form, self._form.em * style.scale
        cell = form.cell * style.scale
        measure = form.measure - (_FROM_RIGHT * cell if style.align == "right" else 0.0)

        def wide(text: str, face: str) -> float:
            return self._width(text, face) * em

        if style.align == "spread":
            spread = self._spread(block, wide)
            if spread is not None:
                return [spread]
        lines: list[Line] = []
        start, first = 0, measure - style.indent * cell
        for piece in self._pieces(block, style, wide, (measure, first)):
            cut = atoms(piece, wide, cell=cell, room=measure, start=start)
            start += sum(len(text) for text, _ in piece)
            lines += break_lines(
                cut,
                first=measure if lines else first,
                room=measure,
                cell=cell,
                justified=style.align == "justified",
            )
        return lines or [Line((), ())]

    def _pieces(
        self, block: Block, style: _Style, width: Width, rooms: tuple[float, float]
    ) -> list[list[tuple[str, str]]]:
        """Return the runs (text, face) of a paragraph; those of a title for each of its lines."""
        text = block.text
        if block.role not in _BY_SENSE or len(text) > _LONGEST_TITLE:
            return [[(run.text.replace("\t", "　"), run.face or style.face) for run in block.runs]]

        def wide(part: str) -> float:
            return width(part, style.face)

        fits = wide(text) <= min(rooms)
        parts = _AT_BLANK.findall(text) if style.align == "centre" and not fits else [text]
        lines = (line for part in parts for line in self._break_title(part, wide, *rooms))
        return [[(line, style.face)] for line in lines]

    def _spread(self, block: Block, wide: Width) -> Line | None:
        """Spread the cells of a row over the line; None where they do not fit side by side."""
        form = self._form
        cut, start = [], 0
        for text in block.text.split("\t"):
            runs = [(text, "宋体")]
            cut.append(atoms(runs, wide, cell=form.cell, room=form.measure, start=start))
            start += len(text) + 1
        cells = [one_line(each) for each in cut]
        spare = form.measure - sum(cell.width for cell in cells)
        if spare < 0:
            return None
        found: list[Atom] = []
        places: list[float] = []
        x = 0.0
        for cell in cells:
            found += cell.atoms
            places += (x + place for place in cell.places)
            x += cell.width + spare / max(1, len(cells) - 1)
        return Line(tuple(found), tuple(places))

    def _left(self, line: Line, style: _Style, *, is_first: bool) -> float:
        form, cell = self._form, self._form.cell * style.scale
        if style.align == "centre":
            return (form.measure - line.width) / 2
        if style.align == "right":
            return form.measure - _FROM_RIGHT * cell - line.width
        return style.indent * cell if is_first else 0.0

    # -- what stands beside the text

    def _label(self, text: str, base: float) -> Words:
        wide, room = self._width(text, "楷体") * MM, self._form.left - _BESIDE
        points = min(self._form.note, (room - _EDGE) / wide)
        return Words(text, room - wide * points, base, "楷体", points, is_note=True)

    def _mark(
        self,
        lines: Sequence[tuple[Line, float]],
        rows: Sequence[Row],
        mark: tuple[int, str],
        base: float,
    ) -> None:
        """Tick a place, and say in the margin of its line, in short lines, what it is."""
        form, (position, text) = self._form, mark
        at = max((n for n, (line, _) in enumerate(lines) if _begins(line, position)), default=0)
        line, left = lines[at]
        places = zip(line.atoms, line.places, strict=True)
        x = left + min((p for atom, p in places if atom.start >= position), default=line.width)
        row = rows[at]
        top, foot, wide = (at * form.em for at in _TICK)
        row.strokes.append(Stroke(x, base + top, x, base + foot))
        row.strokes.append(Stroke(x - wide / 2, base + foot, x + wide / 2, base + foot))
        size = self._form.note * MM
        parts = text.split("\n")
        y = base - _MIDDLE * (form.em - size) - (len(parts) - 1) / 2 * size * _NOTE_PITCH
        for number, part in enumerate(parts):
            below, beside = y + number * size * _NOTE_PITCH, form.left + form.measure + _BESIDE
            row.words.append(Words(part, beside, below, "楷体", self._form.note, is_note=True))

    # -- what stays together

    def _keep(self, role: Role, style: _Style, rows: Sequence[Row]) -> None:
        """Leave no line alone; add the air and the rule that a role has."""
        form, pitch = self._form, self._form.pitch
        for row in (*rows[:1], *rows[-2:]):
            row.stays = True
        for row in rows if style.stays else ():
            row.stays = True
        rows[-1].stays = style.stays
        loose = 0.0 if form.is_standard else _LOOSE.get(role, 0.0)
        rows[0].above = (style.above + loose) * pitch
        right = form.left + form.measure
        if style.ruled == "above":
            y = -0.25 * pitch
            rows[0].strokes.append(Stroke(form.left, y, right, y))
        elif style.ruled == "below":
            y = rows[-1].height + 0.1 * pitch
            rows[-1].strokes.append(Stroke(form.left, y, right, y))
        rows[-1].height += style.below * pitch


def _begins(line: Line, position: int) -> bool:
    """Tell whether a line begins at or before a position."""
    return bool(line.atoms) and line.atoms[0].start <= position
