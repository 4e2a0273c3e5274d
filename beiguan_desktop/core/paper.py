"""A document as a value, before anybody paints it on paper or into a file.

What each role looks like is the painters' business (GB/T 9704-2012); what is said, and in
which order, is decided here.
"""

import math
import unicodedata
from dataclasses import dataclass, replace
from typing import Literal

Role = Literal[
    "title",
    "byline",
    "addressee",
    "heading1",
    "heading2",
    "heading3",
    "body",
    "row",
    "ruled row",
    "closing",
    "signature",
    "receipt",
    "imprint",
]
"""byline: whose words, when and for whom, in the middle under (or over) the title; ruled row: the
last one of a head, with a line below it; closing: stays with the signature; imprint: who
printed it, and when."""

Face = Literal["", "黑体", "楷体", "加粗"]

LINE = 28
"""Characters on a line (GB/T 9704-2012, 5.2.3)."""
PAGE = 22
"""Lines on a page (GB/T 9704-2012, 5.2.3); "where needed it may be adjusted"."""
FULLEST_PAGE = 25
"""The most lines on a page: at 25.5 points the standard's 16-point type still has air."""
POINTS = 16.0
"""The size of type (GB/T 9704-2012, 5.2.2: 3号)."""

# Space round a role beyond its lines, in lines of PAGE
_AIR: dict[Role, float] = {"title": 0.9, "ruled row": 0.4, "signature": 1.0, "receipt": 0.7}
_INDENTED: tuple[Role, ...] = (
    *("heading1", "heading2", "heading3"),
    *("body", "closing", "signature"),
)
_DOUBT = 0.6  # of a line a page: no office program sets quite like another
_SHORT = 3  # pages; in a longer document a page more or less is nothing
_TITLE = 22 / 16  # its type is that much larger


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one face; "" is the face of the role."""

    text: str
    face: Face = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. The cells of a row are parted by tabs.

    `label` stands in the margin beside its first line (第12段); `marks` are words for the other
    margin, each with the position in the text (code points) that they belong to. `begins_page`:
    it stands at the head of a page.
    """

    role: Role
    runs: tuple[Run, ...]
    label: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    begins_page: bool = False

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document; `subject` and `creator` name it in lists of files.

    `lines_per_page` is PAGE, or up to FULLEST_PAGE where that saves a second page; it holds at
    the standard's size of type. A paper in larger type has a page of its own (`page_form`).
    """

    subject: str
    creator: str
    blocks: tuple[Block, ...]
    lines_per_page: int = PAGE
    points: float = POINTS

    @property
    def lines(self) -> list[str]:
        """The text of every paragraph in order, as it must be read back."""
        return [block.text for block in self.blocks]


def block(role: Role, *runs: str | Run) -> Block:
    """Make a paragraph; a string is a run in the role's own face."""
    return Block(role, tuple(Run(run) if isinstance(run, str) else run for run in runs))


def rows(*cells: str) -> tuple[Block, ...]:
    """Lay cells side by side, as many on a row as fit on a line with air between them."""
    taken: list[list[str]] = []
    for cell in cells:
        if taken and width("　".join([*taken[-1], cell])) <= LINE:
            taken[-1].append(cell)
        else:
            taken.append([cell])
    return tuple(block("row", "\t".join(row)) for row in taken)


def fitted(paper: Paper) -> Paper:
    """Set the lines of a short document a little closer where that saves a page.

    Without it the lines for the signature could stand alone on the last one.
    """
    lines = sum(_lines(each) for each in paper.blocks)
    air = sum(_AIR.get(each.role, 0.0) for each in paper.blocks)

    def pages(count: int) -> int:
        each = count - _DOUBT
        return math.ceil((lines + air * count / PAGE) / each)

    usual = pages(PAGE)
    counts = range(PAGE, FULLEST_PAGE + 1) if usual <= _SHORT else ()
    return replace(
        paper, lines_per_page=next((count for count in counts if pages(count) < usual), PAGE)
    )


def _lines(each: Block) -> int:
    """Estimate the lines of a paragraph; a character goes where a line may not break."""
    size = _TITLE if each.role == "title" else 1.0
    indent = 2 if each.role in _INDENTED else 0
    return max(1, math.ceil((width(each.text) * size + indent) / (LINE - 1)))


def blank(characters: int) -> str:
    """Make a line to be filled in by pen, as long as so many characters."""
    return "＿" * characters


def width(text: str) -> float:
    """Measure a text in Chinese characters: Latin letters and digits take half of one."""
    return sum(0.5 if unicodedata.east_asian_width(c) in "NaH" else 1.0 for c in text)
