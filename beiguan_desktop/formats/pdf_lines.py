"""Printed lines to the text of pages: what is no text goes, what the print broke is joined.

Places are in points from the left and the foot of the page, as PDF counts them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.labels import is_closed

INDENT = "\u3000\u3000"
"""Stands before a line that began with an indent in the print."""

_PAGE_NUMBER = re.compile(
    r"[—–―─－\-·•\s]*第?\s*[0-9０-９]{1,4}\s*页?(?:\s*[/／，,共]+\s*[0-9０-９]{1,4}\s*页?)?"
    r"[—–―─－\-·•\s]*"
)
_DIGITS = re.compile("[0-9０-９]+")
_USUAL_SIZE = 16.0  # points; three, the body of a report by GB/T 9704
_SLIGHT, _FAR = 0.8, 4.0  # characters: from here an indent, from here centred
_SHORT, _SHORT_AND_OPEN = 2.5, 6.0  # characters by which a paragraph's last line ends early
_NARROW = 12.0  # characters; below, lines do not end because the paper does
_LEAST_HEADS = 3  # pages that must have a line in the same place before it is a running head


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its blanks; where its first and last letter stand, its upper and lower edge."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where the text of a page begins and ends, and how wide a character is."""

    left: float
    right: float
    character: float


Page = Sequence[PrintedLine]


def page_texts(pages: Sequence[Page]) -> list[str]:
    """Return the text of each page, its paragraphs joined by line feeds.

    A page number at the head or foot goes, and so does what stands there on a third of the
    pages. A paragraph begins at an indent or after a line that ends early; one that the page
    before began has no indent.
    """
    ordered = [_in_reading_order(page) for page in pages]
    heads = _running_heads(ordered)
    bodies = [_without_edges(page, heads) for page in ordered]
    measures = [_measured(bodies[side::2]) for side in (0, 1)]
    return [_page_text(page, measures[at % 2]) for at, page in enumerate(bodies)]


def _in_reading_order(page: Page) -> Page:
    """Keep the order of the file unless lines jump up within a column."""
    jumps = any(_is_above(other, one) for one, other in pairwise(page) if not _is_number(one))
    return sorted(page, key=lambda line: (-round(line.top), line.left)) if jumps else page


def _is_above(other: PrintedLine, one: PrintedLine) -> bool:
    overlap = min(one.right, other.right) - max(one.left, other.left)
    return overlap > 0 and other.bottom > one.top and not _is_number(other)


def _is_number(line: PrintedLine) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text))


def _edge(line: PrintedLine) -> tuple[str, int]:
    """Return what lines of several pages have in common: the words but for digits, the height."""
    return _DIGITS.sub("0", line.text.strip()), round(line.top / 4)


def _edges(page: Page) -> list[PrintedLine]:
    """Return the highest and the lowest lines of a page, two of each."""
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:2], *by_height[2:][-2:]]


def _running_heads(pages: Sequence[Page]) -> set[tuple[str, int]]:
    seen = Counter(edge for page in pages for edge in {_edge(line) for line in _edges(page)})
    least = max(_LEAST_HEADS, len(pages) / 3)
    return {edge for edge, count in seen.items() if count >= least}


def _without_edges(page: Page, heads: set[tuple[str, int]]) -> Page:
    gone = {
        id(line)
        for place, line in enumerate(_edges(page))
        if _edge(line) in heads or (place in (0, len(_edges(page)) - 1) and _is_number(line))
    }
    return [line for line in page if id(line) not in gone]


def _measured(pages: Sequence[Page]) -> _Measure:
    """Measure the odd or the even pages; a few lines that stand out do not count."""
    lines = [line for page in pages for line in page]
    if not lines:
        return _Measure(0, 0, _USUAL_SIZE)
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    widths = [(line.right - line.left) / columns(line.text) for line in lines]
    character = median(widths)
    return _Measure(
        left=lefts[len(lefts) // 10],
        right=rights[len(rights) * 9 // 10],
        character=character if character > 0 else _USUAL_SIZE,
    )


def _page_text(page: Page, measure: _Measure) -> str:
    paragraphs: list[str] = []
    last: PrintedLine | None = None
    for line in page:
        if last is not None and _goes_on(last, line, measure):
            paragraphs[-1] += _blank_between(last.text, line.text) + line.text.strip()
        else:
            is_first_line = _SLIGHT < _indent(line, measure) < _FAR
            paragraphs.append((INDENT if is_first_line else "") + line.text.strip())
        last = line
    return "\n".join(paragraphs)


def _indent(line: PrintedLine, measure: _Measure) -> float:
    return (line.left - measure.left) / measure.character


def _goes_on(last: PrintedLine, line: PrintedLine, measure: _Measure) -> bool:
    """Tell whether a line belongs to the paragraph of the line above it."""
    if measure.right - measure.left < _NARROW * measure.character:
        return False
    short, is_open = (measure.right - last.right) / measure.character, not is_closed(last.text)
    if _indent(line, measure) > _SLIGHT:  # the rest of a centred line that was too long
        middle = (measure.left + measure.right - line.left - line.right) / 2
        return is_open and short < _SLIGHT and abs(middle) < measure.character
    is_centred = _indent(last, measure) >= _FAR
    return not is_centred and short < (_SHORT_AND_OPEN if is_open else _SHORT)


def _blank_between(one: str, other: str) -> str:
    """Return the blank that the print had at a line end, or that words of letters need."""
    is_blank = one[-1:].isspace() or other[:1].isspace()
    is_word = one[-1:].isascii() and one[-1:].isalpha() and other[:1].isascii()
    return " " if is_blank or (is_word and other[:1].isalpha()) else ""
