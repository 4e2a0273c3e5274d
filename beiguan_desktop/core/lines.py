"""The lines of a source: cut, trimmed, measured; what is residue at their edges goes to noise."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from beiguan_desktop.core.columns import ZERO_WIDTH
from beiguan_desktop.core.report import Kind

BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace()) + ZERO_WIDTH
"""Every character that counts as nothing: Unicode blanks and the zero-width ones."""

_TAG = r"<!--[^<>]{0,400}-->|</?(?:br|p|div|h[1-6]|li|tr)(?: [^<>]{0,200})?/?>|\\r\\n"
_ESCAPED = r"<U\+[0-9A-F]{4}>|&(?:nbsp|ensp|emsp|#160);"
_PRIVATE = r"\ue000-\uf8ff"
"""Signs of a font that the file does not carry."""
_BLANK = re.escape(BLANKS)
_END = re.compile(rf"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|{_TAG}")
_LEFT = re.compile(rf"(?:[{_BLANK}{_PRIVATE}]|{_ESCAPED}|\?{{2,}})*")
_RIGHT = re.compile(rf"(?:{_ESCAPED}|[{_BLANK}{_PRIVATE}])\Z")
SIGNS = re.compile(rf"(?:[{_BLANK}{_PRIVATE}?]|{_ESCAPED}|{_TAG})+")
"""What an extraction or a lost encoding leaves at the edges of lines, blanks among it."""
_SOLID = re.compile(rf"[^{_BLANK}]+")
_INDENT = re.compile(r"(?:\u3000|[ \u00a0]{2}|\t|&nbsp; ?|<U\+00A0>)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line without the blanks round it.

    `breaks` counts the line ends since the line before; a lone zero-width line between two
    single line ends marks a page of the print and counts as one break (`is_page_end`). A line
    that a program numbers by itself, or that begins a table's row, goes on with nothing
    (`is_first`). `outline` is the level, from 0, of a line that is a heading for its style.
    """

    start: int
    end: int
    text: str
    breaks: int
    is_indented: bool
    is_page_end: bool = False
    is_first: bool = False
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Lines first…last (end exclusive) of a head or a tail are one unit; None is residue."""

    first: int
    last: int
    kind: Kind | None


def is_apart(last: Line, line: Line) -> bool:
    """Tell whether a line begins something: its file says so, or it is a row of a table.

    The cells of a row are parted by tabs; what follows a row is apart from it as well. So is
    what stands above and below a heading that is one for its style.
    """
    if last.outline is not None or line.outline is not None:
        return True
    return line.is_first or "\t" in line.text or "\t" in last.text


def solid(text: str, start: int, end: int) -> list[Span]:
    """Return where text[start:end] is not blank, runs across single blanks kept together."""
    runs = [match.span() for match in _SOLID.finditer(text, start, end)]
    if not runs:
        return []
    return [(runs[0][0], runs[-1][1])]


def cut(text: str) -> tuple[list[Line], list[Span]]:
    """Cut a text into its lines that are not blank, and the residue round them."""
    lines: list[Line] = []
    noise: list[Span] = []
    breaks, gap_start, start = 0, 0, 0
    ends = [match.span() for match in _END.finditer(text)]
    for low, high in [*ends, (len(text), len(text))]:
        first, last = _trim(text, start, low)
        noise += solid(text, start, first) + solid(text, last, low)
        if first < last:
            gap = text[gap_start:first]
            is_page_end = gap.count("\n") == 2 and gap.strip(" \t\r\u3000") == "\n\u200b\n"
            lines.append(
                Line(
                    start=first,
                    end=last,
                    text=text[first:last],
                    breaks=1 if is_page_end else breaks,
                    is_indented=bool(_INDENT.match(text, start, first)),
                    is_page_end=is_page_end,
                )
            )
            breaks, gap_start = 0, last
        noise += solid(text, low, high)
        breaks += 1
        start = high
    return lines, noise


def _trim(text: str, start: int, end: int) -> Span:
    match = _LEFT.match(text, start, end)
    first = match.end() if match else start
    return first, _right(text, first, end)


def _right(text: str, first: int, last: int) -> int:
    """Return where the words of text[first:last] end; however much follows, in one pass."""
    while last > first:
        if text.endswith("??", first, last):
            while last > first and text[last - 1] == "?":
                last -= 1
            continue
        match = _RIGHT.search(text, max(first, last - 8), last)
        if not match:
            break
        last = match.start()
    return last


def split(line: Line, places: Sequence[int]) -> list[Line]:
    """Cut a line at places of its text (rising, none at its ends), as if these began paragraphs.

    One that is a heading for its style stays whole.
    """
    if not places or line.outline is not None:
        return [line]
    out = []
    for low, high in pairwise([0, *places, len(line.text)]):
        text = line.text[low:high]
        start = line.start + low + len(text) - len(text.lstrip(BLANKS))
        text = text.strip(BLANKS)
        breaks = 2 if low else line.breaks
        if text:
            out.append(replace(line, start=start, end=start + len(text), text=text, breaks=breaks))
    return out


def merged(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Return spans in order, trimmed of blanks, those with only blanks between them made one."""
    out: list[Span] = []
    for start, end in sorted(s for span in spans for s in solid(text, *span)):
        if out and not text[out[-1][1] : start].strip(BLANKS):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def runs(places: Sequence[int]) -> list[list[int]]:
    """Group rising numbers of lines that follow one another."""
    found: list[list[int]] = []
    for place in places:
        if found and found[-1][-1] + 1 == place:
            found[-1].append(place)
        else:
            found.append([place])
    return found
