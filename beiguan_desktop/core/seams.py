"""Joining what line ends and page ends of the print tore apart."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.headings import is_standing, run_in
from beiguan_desktop.core.labels import Label, is_address, is_closed, label
from beiguan_desktop.core.lines import Line

_CHAPTER = re.compile(
    "[0-9０-９]{4}年.*(?:回顾|安排|部署|任务|目标|要求|工作|建议|打算)$"
    "|(?:工作回顾|工作安排|工作部署|自身建设|重点工作|主要工作|目标任务|总体要求)$"
)
_NUMBERED = ("bracket", "arabic", "circled", "ordinal")
_PROSE = re.compile("[，。；！？、]")
_OPEN = re.compile("[，,、（(“‘《—]$")


@dataclass(slots=True)
class Block:
    """Lines that make one unit; `seams` are the numbers of the parts that begin a page.

    `borders`: where in the joined text runs of the source meet.
    """

    lines: list[Line]
    seams: list[int] = field(default_factory=list)
    is_heading: bool = False
    borders: list[int] = field(default_factory=list)

    @property
    def joints(self) -> list[int]:
        """Where in the joined text one part ends and the next begins."""
        return list(accumulate(len(line.text) for line in self.lines[:-1]))

    @property
    def text(self) -> str:
        """The parts, joined."""
        return "".join(line.text for line in self.lines)


def joined(lines: Sequence[Line]) -> list[Block]:
    """Join the lines of the body into blocks.

    A line that is not closed goes on in the next one unless it is a heading. Where every
    printed line is a line, or links were torn out of paragraphs, closed lines go on too.
    Joins over a blank line, or over a page mark, are seams.
    """
    full = wrap_width(lines)
    is_spaced, is_soft = _is_spaced(lines), _is_soft(lines)
    blocks: list[Block] = []
    lone = set() if full else _lone_headings(lines)
    torn = _torn_run_ins(lines)
    last_label: dict[str, int] = {}
    for index, line in enumerate(lines):
        last = blocks[-1] if blocks else None
        is_soft_end = (is_soft or line.is_page_end) and line.breaks == 1
        if (
            last
            and not _is_apart(last, line)
            and (
                _wraps(last, line, full)
                if full
                else _continues(last, line, last_label, is_soft_end)
            )
        ):
            if not full and (line.is_page_end or line.breaks > 1 or not is_spaced):
                last.seams.append(len(last.lines))
            last.lines.append(line)
            continue
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        is_heading = index in lone or (is_standing(line.text, following) and index not in torn)
        blocks.append(Block([line], is_heading=is_heading))
        found = label(line.text)
        if found:
            last_label[found.style] = found.number
    return blocks


def _is_apart(block: Block, line: Line) -> bool:
    """Tell whether a line is no part of the block: numbered by itself, or a row of a table.

    The cells of a row are parted by tabs; what follows a row is apart from it as well.
    """
    return line.is_numbered or "\t" in line.text or "\t" in block.lines[-1].text


def _continues(block: Block, line: Line, last_label: dict[str, int], is_soft_end: bool) -> bool:
    text = block.lines[-1].text
    if block.is_heading or is_address(line.text):
        return False
    if is_closed(text):
        return is_soft_end and not line.is_indented and not label(line.text)
    if not is_soft_end and columns(line.text) < 14 and _is_list(block):
        return False
    found = label(line.text)
    return not found or not _is_expected(found, last_label, text)


def _is_list(block: Block) -> bool:
    """Tell whether a block looks like a list of catchwords and not like a sentence."""
    last = block.lines[-3:]
    return len(last) == 3 and not any(_PROSE.search(line.text) for line in last)


def wrap_width(lines: Sequence[Line]) -> float:
    """Return the width of the print if every printed line is a line of the file, else 0.

    Then most lines are full, or two columns shorter for the indent.
    """
    widths = [columns(line.text) for line in lines]
    if len(widths) < 20:
        return 0
    width = sorted(widths)[int(0.9 * len(widths))]
    if not 15 <= width <= 60:
        return 0
    full = sum(width - 3 <= one <= width + 2 for one in widths)
    return width if full >= 0.6 * len(widths) else 0


def _wraps(block: Block, line: Line, width: float) -> bool:
    """Tell whether a line goes on in a file of printed lines: a paragraph ends at a short one."""
    last = block.lines[-1]
    if is_address(line.text) or (line.is_indented and not last.is_indented):
        return False
    if columns(last.text) < width - 3.5 and is_closed(last.text):
        return False
    found = label(line.text)
    if block.is_heading:
        return columns(last.text) >= width - 3 and not found and columns(line.text) < width - 3
    return columns(last.text) >= width - 3.5 and not (found and is_closed(last.text))


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Tell whether blank lines part the paragraphs, so that a single line end means little."""
    gaps = [line.breaks for line in lines[1:]]
    return len(gaps) >= 10 and sum(gap > 1 for gap in gaps) >= 0.5 * len(gaps)


def _is_soft(lines: Sequence[Line]) -> bool:
    """Tell whether single line ends tear sentences, as where links were lines of their own."""
    single = [one for one, other in pairwise(lines) if other.breaks == 1]
    torn = sum(not is_closed(line.text) for line in single)
    return _is_spaced(lines) and torn >= 5 and torn >= 0.5 * len(single)


def _is_expected(found: Label, last_label: dict[str, int], before: str) -> bool:
    """Tell whether a label is the next of its kind, and not the accident of a torn line."""
    if found.style == "dash":
        return not before.endswith(("—", "―", "─", "－"))
    is_next = found.number in (1, last_label.get(found.style, 0) + 1, 0)
    return is_next and not (_OPEN.search(before) and found.style in ("arabic", "chinese"))


def _torn_run_ins(lines: Sequence[Line]) -> set[int]:
    """Find lines that look like headings but are the torn beginnings of run-ins.

    Their neighbours in the numbering are run into their paragraphs.
    """
    labels = [label(line.text) for line in lines]
    places: dict[tuple[str, int], list[int]] = {}
    for index, found in enumerate(labels):
        if found:
            places.setdefault((found.style, found.number), []).append(index)
    torn = set()
    for index, (found, following) in enumerate(pairwise(labels)):
        text = lines[index].text
        if not found or following or is_closed(text) or found.style not in _NUMBERED:
            continue
        if not run_in(text + lines[index + 1].text):
            continue
        before = _latest(places.get((found.style, found.number - 1), []), index)
        after = _next(places.get((found.style, found.number + 1), []), index)
        siblings = [lines[i].text for i in (before, after) if i is not None]
        if siblings and all(run_in(sibling) for sibling in siblings):
            torn.add(index)
    return torn


def _latest(places: Sequence[int], index: int) -> int | None:
    at = bisect_left(places, index)
    return places[at - 1] if at else None


def _next(places: Sequence[int], index: int) -> int | None:
    at = bisect_left(places, index)
    return places[at] if at < len(places) else None


def _lone_headings(lines: Sequence[Line]) -> set[int]:
    """Find headings without a label: short, open, followed by prose, and not the only one.

    A single line of that look is more often a torn paragraph.
    """
    found = {
        i
        for i, line in enumerate(lines[:-1])
        if _looks_lone(line.text, lines[i + 1].text)
        and (i == 0 or is_closed(lines[i - 1].text) or _is_heading(lines, i - 1))
    }
    sure = {i for i in found if _CHAPTER.search(lines[i].text)}
    return found if len(found) >= 3 else sure & found


def _is_heading(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line with a label is a heading over the next."""
    return is_standing(lines[index].text, lines[index + 1].text)


def _looks_lone(text: str, following: str) -> bool:
    return (
        columns(text) <= 30
        and not label(text)
        and not re.search("[。；：:！？，,、（(“‘《]$|[。；！？]", text)
        and not is_address(text)
        and (columns(following) > 30 or bool(label(following)) or _is_over(text, following))
    )


def _is_over(text: str, following: str) -> bool:
    """Tell whether a chapter's heading stands over a short sentence."""
    return bool(_CHAPTER.search(text)) and is_closed(following)
