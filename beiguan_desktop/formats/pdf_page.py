"""The page of a print: its lines in reading order, and which of them are heads and page numbers.

Places are in points from the left and the foot of the page, as PDF counts them.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

_PAGE_NUMBER = re.compile(
    r"[—–―─－\-·•\s]*第?\s*([0-9０-９]{1,4})\s*页?(?:\s*[/／，,共]+\s*[0-9０-９]{1,4}\s*页?)?"
    r"[—–―─－\-·•\s]*"
)
_DIGITS = re.compile("[0-9０-９]+")
_CLOSE = 2.0  # characters; pieces of one line are no farther apart
_LEAST_HEADS = 3  # pages that must have a line in the same place before it is a running head


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line with its blanks; where its first and last letter stand, its upper and lower edge."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


Page = Sequence[PrintedLine]


def in_reading_order(page: Page) -> Page:
    """Return the whole lines of a page in the order of the file, unless they jump up a column."""
    page = _whole(page)
    jumps = any(_is_above(other, one) for one, other in pairwise(page) if not _is_number(one))
    return sorted(page, key=lambda line: (-round(line.top), line.left)) if jumps else page


def _whole(page: Page) -> Page:
    """Return the lines of a page with the pieces of one line, as round a low 2.5, put together."""
    lines: list[PrintedLine] = []
    for line in page:
        last = lines[-1] if lines else None
        height = line.top - line.bottom
        if (
            last
            and is_in_row(last, line)
            and -height / 2 < line.left - last.right < _CLOSE * height
        ):
            top, bottom = max(last.top, line.top), min(last.bottom, line.bottom)
            lines[-1] = PrintedLine(last.text + line.text, last.left, line.right, top, bottom)
        else:
            lines.append(line)
    return lines


def is_in_row(one: PrintedLine, other: PrintedLine) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.5 * min(one.top - one.bottom, other.top - other.bottom)


def _is_above(other: PrintedLine, one: PrintedLine) -> bool:
    overlap = min(one.right, other.right) - max(one.left, other.left)
    return overlap > 0 and other.bottom > one.top and not _is_number(other)


def _is_number(line: PrintedLine) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None


def _edge(line: PrintedLine) -> tuple[str, int]:
    """Return what lines of several pages have in common: the words but for digits, the height."""
    return _DIGITS.sub("0", line.text.strip()), round(line.top / 4)


def _edges(page: Page) -> list[PrintedLine]:
    """Return the highest and the lowest lines of a page, two of each."""
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:2], *by_height[2:][-2:]]


def heads_and_numbers(pages: Sequence[Page]) -> list[set[int]]:
    """Return which lines of each page, by identity, are no words of the text.

    These are page numbers at head or foot, and what stands there on a third of the pages.
    """
    edges = [_edges(page) for page in pages]
    seen = Counter(edge for page in edges for edge in {_edge(line) for line in page})
    least = max(_LEAST_HEADS, len(pages) / 3)
    heads = {edge for edge, count in seen.items() if count >= least}
    return [
        {
            id(line)
            for place, line in enumerate(page)
            if _edge(line) in heads or (place in (0, len(page) - 1) and _is_number(line))
        }
        for page in edges
    ]


def shift_of_numbers(pages: Sequence[Page], noise: Sequence[Set[int]]) -> int:
    """Return by how much the printed numbers of pages differ from their count, if they agree."""
    shifts: Counter[int] = Counter()
    for count, (page, gone) in enumerate(zip(pages, noise, strict=True), 1):
        for line in page:
            number = _PAGE_NUMBER.fullmatch(line.text) if id(line) in gone else None
            if number:
                shifts[int(number[1]) - count] += 1
    best, count = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    return best if count >= 2 and 2 * count > shifts.total() else 0
