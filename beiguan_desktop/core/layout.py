"""What a file says of its text beyond the letters, and the text as it flows without the print.

The rules of reading read the flow: running heads gone, printed lines joined, generated numbers put
in. It knows where in the source each of its characters stands.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise, takewhile
from typing import Any, NamedTuple

from beiguan_desktop.core.lines import BLANKS, Span, solid

LAST_PAGE, LAST_LINE = 100_000, 100_000
OUTLINE_LEVELS = 4
"""Levels of headings that a report has; what a file says of deeper ones is not heard."""
_LONGEST = 40  # characters of a generated number
_LINE_ENDS = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_BLANK = frozenset(BLANKS)
_WITHIN = _BLANK - _LINE_ENDS


class Place(NamedTuple):
    """A printed line: the offset of its first character, its page and line, both from 1."""

    offset: int
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What a file says of its text; all offsets are code points of the source, in order.

    `noise`: spans that are running heads or page numbers. `joins`: (offset, between) = the line
    that begins there goes on with the paragraph before it, with "" or a blank between them.
    `generated`: (offset, number) = what a program writes by itself before the paragraph there.
    `places`: where printed lines begin. `notes`: where the notes at the foot begin, each with its
    number; they come after everything else. `headings`: (offset, outline level from 0) = the
    paragraph that begins there has a heading's style. `rows`: where the rows of tables begin, and
    what follows a table.
    """

    noise: tuple[Span, ...] = ()
    joins: tuple[tuple[int, str], ...] = ()
    generated: tuple[tuple[int, str], ...] = ()
    places: tuple[Place, ...] = ()
    notes: tuple[int, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    rows: tuple[int, ...] = ()

    def fits(self, text: str) -> bool:
        """Tell whether everything said can be true of a text: in bounds, in order, on words."""
        joined, numbered = ([at for at, _ in pairs] for pairs in (self.joins, self.generated))
        styled = [at for at, _ in self.headings]
        placed = [place.offset for place in self.places]
        return (
            _is_rising([0, *chain.from_iterable(self.noise), len(text)], is_strict=False)
            and all(start < end and solid(text, start, end) for start, end in self.noise)
            and all(
                _are_on_words(text, some) for some in (joined, numbered, placed, styled, self.rows)
            )
            and all(between in ("", " ") for _, between in self.joins)
            and not any(
                _is_inside(self.noise, at) for at in (*joined, *numbered, *styled, *self.rows)
            )
            and all(_is_number(number) for _, number in self.generated)
            and all(0 <= level < OUTLINE_LEVELS for _, level in self.headings)
            and self.notes == tuple(numbered[len(numbered) - len(self.notes) :])
            and _is_rising([place[1:] for place in self.places], is_strict=False)
            and all(_is_in_print(place) for place in self.places)
        )


PLAIN = Layout()
"""A file that says nothing but its letters."""


def _are_on_words(text: str, offsets: Sequence[int]) -> bool:
    is_within = not offsets or (offsets[0] >= 0 and offsets[-1] < len(text))
    return (
        _is_rising(offsets, is_strict=True)
        and is_within
        and not any(text[at] in _BLANK for at in offsets)
    )


def _is_rising(values: Sequence[Any], *, is_strict: bool) -> bool:
    return all(one < other or (one == other and not is_strict) for one, other in pairwise(values))


def _is_inside(spans: Sequence[Span], at: int) -> bool:
    """Tell whether a place lies in one of the spans, which are in order."""
    index = bisect_right(spans, at, key=_start) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]


def _start(span: tuple[int, ...]) -> int:
    return span[0]


def _source_start(part: "Part") -> int:
    return part.start


def _is_number(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and bool(text.strip(BLANKS)) and _LINE_ENDS.isdisjoint(text)


def _is_in_print(place: Place) -> bool:
    return 1 <= place.page <= LAST_PAGE and 1 <= place.line <= LAST_LINE


class _Edit(NamedTuple):
    """Instead of start…end of the source `text` flows."""

    start: int
    end: int
    text: str = ""


class Part(NamedTuple):
    """A run of the source within the flow: where it begins there, start and end in the source."""

    at: int
    start: int
    end: int


class Flow:
    """A text as it flows, and where it stands in its source."""

    def __init__(self, source: str, layout: Layout) -> None:
        """Take what the print put in out of a source; the layout must fit it."""
        self._source = source
        self._parts: list[Part] = []
        self.firsts: set[int] = set()
        """Where in the flow something begins for certain: a generated number, a table's row."""
        self.notes: int | None = None
        """Where in the flow the first of the notes begins."""
        generated = dict(layout.generated)
        texts, length, last = [], 0, 0
        for edit in [*_edits(source, layout), _Edit(len(source), len(source))]:
            if edit.start > last:
                texts.append(source[last : edit.start])
                self._parts.append(Part(length, last, edit.start))
                length += edit.start - last
            if edit.start == edit.end and edit.start in generated:
                self.firsts.add(length)
                if layout.notes[:1] == (edit.start,):
                    self.notes = length
            texts.append(edit.text)
            length += len(edit.text)
            last = edit.end
        self.text = "".join(texts)
        self.firsts |= {self._at(row) for row in layout.rows}
        self.outline = {self._begin(at, generated): level for at, level in layout.headings}
        """Outline levels by where in the flow paragraphs with a heading's style begin."""

    def _at(self, offset: int) -> int:
        """Return where in the flow a character of the source stands, which is no noise."""
        part = self._parts[bisect_right(self._parts, offset, key=_source_start) - 1]
        return part.at + offset - part.start

    def _begin(self, at: int, generated: Mapping[int, str]) -> int:
        """Return where in the flow a paragraph begins: before the number it may have."""
        place = self._at(at)
        before = place - len(generated.get(at, ""))
        return before if before in self.firsts else place

    def spans(self, start: int, end: int) -> list[Span]:
        """Return where start…end of the flow stands in the source, trimmed of blanks."""
        return [(part.start, part.end) for part in self.parts(start, end)]

    def parts(self, start: int, end: int) -> list[Part]:
        """Return the runs of the source that make start…end of the flow, trimmed of blanks."""
        found = []
        first = max(0, bisect_right(self._parts, start, key=_start) - 1)
        for part in takewhile(lambda it: it.at < end, islice(self._parts, first, None)):
            low = part.start + max(0, start - part.at)
            high = min(part.end, part.start + end - part.at)
            for one, other in solid(self._source, low, high):
                found.append(Part(part.at + one - part.start, one, other))
        return found


def _edits(text: str, layout: Layout) -> Iterator[_Edit]:
    """Yield what is otherwise in the flow, in order; what a join covers is within it."""
    joins = [edit for edit in (_join(text, layout, *join) for join in layout.joins) if edit.start]
    numbers = [_Edit(at, at, number) for at, number in layout.generated]
    last = 0
    for edit in sorted(
        [*joins, *numbers, *_gaps(text, layout.noise)], key=lambda e: (e.start, -e.end)
    ):
        if edit.start >= last:
            yield edit
            last = edit.end


def _join(text: str, layout: Layout, at: int, between: str) -> _Edit:
    """Return the edit from the last word before a line, noise passed over, to the line."""
    start = at
    index = bisect_right(layout.noise, at, key=_start) - 1
    while True:
        while start and text[start - 1] in _BLANK:
            start -= 1
        if index < 0 or layout.noise[index][1] < start:
            return _Edit(start, at, between)
        start = layout.noise[index][0]
        index -= 1


def _gaps(text: str, noise: Sequence[Span]) -> Iterator[_Edit]:
    """Yield what goes with noise: the blanks round it, and the line end of lines that are it."""
    start = end = -1
    for one, other in [*noise, (len(text) + 1, 0)]:
        if start >= 0 and (one > len(text) or not _is_gap(text, end, one)):
            yield _widened(text, start, end)
            start = -1
        start = one if start < 0 else start
        end = other


def _is_gap(text: str, start: int, end: int) -> bool:
    return all(text[at] in _BLANK and text[at] != "\f" for at in range(start, end))


def _widened(text: str, start: int, end: int) -> _Edit:
    while start and text[start - 1] in _WITHIN:
        start -= 1
    while end < len(text) and text[end] in _WITHIN:
        end += 1
    is_line = (not start or text[start - 1] in _LINE_ENDS) and text[end : end + 1] in (
        "",
        "\n",
        "\f",
    )
    if is_line and text[end : end + 1] == "\n":
        end += 1
    elif is_line and start and text[start - 1] == "\n":
        start -= 1
    return _Edit(start, end)
