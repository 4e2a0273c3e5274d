"""Joining what line ends and page ends of the print tore apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from beiguan_desktop.core.headings import is_standing
from beiguan_desktop.core.labels import Label, is_address, is_closed, label
from beiguan_desktop.core.lines import Line, Span, columns

_OPEN = re.compile("[，,、（(“‘《—]$")


@dataclass(slots=True)
class Block:
    """Lines that make one unit; `seams` are the numbers of the parts that begin a page."""

    lines: list[Line]
    seams: list[int] = field(default_factory=list)
    is_heading: bool = False

    @property
    def spans(self) -> list[Span]:
        """Where the parts lie in the source."""
        return [(line.start, line.end) for line in self.lines]

    @property
    def text(self) -> str:
        """The parts, joined."""
        return "".join(line.text for line in self.lines)


def joined(lines: Sequence[Line], *, is_spaced: bool) -> list[Block]:
    """Join the lines of the body into blocks.

    A line that is not closed goes on in the next one unless it is a heading; where blank
    lines part the paragraphs a single line end joins. Joins over a blank line, or over a
    page mark, are seams.
    """
    blocks: list[Block] = []
    lone = _lone_headings(lines)
    last_label: dict[str, int] = {}
    for index, line in enumerate(lines):
        open_block = blocks[-1] if blocks else None
        if open_block and _continues(open_block, line, last_label, is_spaced=is_spaced):
            if line.is_page_end or line.breaks > 1 or not is_spaced:
                open_block.seams.append(len(open_block.lines))
            open_block.lines.append(line)
            continue
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        is_heading = is_standing(line.text, following) or index in lone
        blocks.append(Block([line], is_heading=is_heading))
        found = label(line.text)
        if found:
            last_label[found.style] = found.number
    return blocks


def _continues(block: Block, line: Line, last_label: dict[str, int], *, is_spaced: bool) -> bool:
    text = block.lines[-1].text
    if block.is_heading or is_address(line.text):
        return False
    if is_closed(text):
        return is_spaced and line.breaks == 1 and line.is_page_end
    found = label(line.text)
    return not found or not _is_expected(found, last_label, text)


def _is_expected(found: Label, last_label: dict[str, int], before: str) -> bool:
    """Tell whether a label is the next of its kind, and not the accident of a torn line."""
    if found.style == "dash":
        return True
    is_next = found.number in (1, last_label.get(found.style, 0) + 1, 0)
    return is_next and not (_OPEN.search(before) and found.style in ("arabic", "chinese"))


def _lone_headings(lines: Sequence[Line]) -> set[int]:
    """Find headings without a label: short, open, followed by prose, and not the only one.

    A single line of that look is more often a torn paragraph.
    """
    found = {
        i
        for i, line in enumerate(lines[:-1])
        if _looks_lone(line.text, lines[i + 1].text)
        and (i == 0 or is_closed(lines[i - 1].text) or columns(lines[i - 1].text) < 40)
    }
    sure = {
        i
        for i in found
        if re.search("(?:回顾|任务|目标|工作|要求|建设|情况|安排|建议|打算)$", lines[i].text)
    }
    return found if len(found) >= 3 else sure & found


def _looks_lone(text: str, following: str) -> bool:
    return (
        columns(text) <= 30
        and not label(text)
        and not re.search("[。；：:！？，,、（(“‘《]$|[。；！？]", text)
        and not is_address(text)
        and (columns(following) > 40 or bool(label(following)))
    )
