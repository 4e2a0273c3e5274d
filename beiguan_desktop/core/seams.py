"""Joining what line ends and page ends of the print tore apart."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.heading_rows import decimals, open_row, titled
from beiguan_desktop.core.headings import is_item, is_standing, run_in
from beiguan_desktop.core.labels import (
    Label,
    begins_torn,
    is_address,
    is_closed,
    is_left_open,
    is_salutation,
    label,
)
from beiguan_desktop.core.line_habit import Habit, habit, is_link
from beiguan_desktop.core.lines import Line, is_apart
from beiguan_desktop.core.lone_headings import is_rest, lone_headings
from beiguan_desktop.core.wrapping import paragraphs

_NUMBERED = ("bracket", "arabic", "circled", "ordinal")
_PROSE = re.compile("[，。；！？、]")


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
    how = habit(lines)
    if how.width:
        return _unwrapped(lines, how)
    lone = lone_headings(lines, how) | decimals([line.text for line in lines])
    heads = dict.fromkeys(lone | _standing(lines), 1)
    if how.has_links:
        heads |= _torn_headings(lines)
    heads |= dict.fromkeys(_styled(lines), 1)
    blocks: list[Block] = []
    last_label: dict[str, int] = {}
    index = 0
    while index < len(lines):
        line = lines[index]
        if blocks and index not in lone and _goes_on(blocks[-1], line, last_label, how):
            _add(blocks[-1], line, how)
            index += 1
            continue
        size = heads.get(index, 1)
        blocks.append(Block(list(lines[index : index + size]), is_heading=index in heads))
        found = label(line.text)
        if found:
            last_label[found.style] = found.number
        index += size
    return blocks


def _unwrapped(lines: Sequence[Line], how: Habit) -> list[Block]:
    """Join printed lines first, and see then what stands as a heading."""
    groups = paragraphs(lines, how.width)
    whole = [replace(group[0], text="".join(line.text for line in group)) for group in groups]
    lone = lone_headings(whole, replace(how, has_links=False))
    heads = _styled(whole) | _standing(whole) | lone
    heads |= decimals([line.text for line in whole])
    return [Block(group, is_heading=index in heads) for index, group in enumerate(groups)]


def _styled(lines: Sequence[Line]) -> set[int]:
    """Find the headings that are ones for their style."""
    return {index for index, line in enumerate(lines) if line.outline is not None}


def _add(block: Block, line: Line, how: Habit) -> None:
    """Join a line to a block, over a seam if that is where a page may have ended."""
    may_tear = line.is_page_end or line.breaks > 1 or not how.is_spaced
    if may_tear and not (block.is_heading and label(line.text)):
        block.seams.append(len(block.lines))
    block.lines.append(line)


def _goes_on(block: Block, line: Line, last_label: dict[str, int], how: Habit) -> bool:
    text = block.lines[-1].text
    if is_apart(block.lines[-1], line):
        return False
    if begins_torn(line.text):
        return True
    if block.is_heading:
        return _is_subtitle(text, line.text) or (len(block.lines) == 1 and is_rest(text, line.text))
    is_own = how.is_indented and line.is_indented
    if is_own or is_address(line.text) or is_salutation(text):
        return False
    return _is_torn(block, line, last_label, how)


def _is_torn(block: Block, line: Line, last_label: dict[str, int], how: Habit) -> bool:
    """Tell whether a line is the rest of a sentence, or of a paragraph where ends are soft."""
    text, found = block.lines[-1].text, label(line.text)
    is_soft_end = (how.is_soft or line.is_page_end) and line.breaks == 1
    if is_closed(text):
        is_inside = is_soft_end or line.text in how.links
        return is_inside and not line.is_indented and not found
    if not is_soft_end and columns(line.text) < 14 and _is_list(block):
        return False
    return not found or not _is_expected(found, last_label, text)


def _is_subtitle(heading: str, text: str) -> bool:
    """Tell whether a line is a heading's second: ——稳中有进 under 一、工作回顾."""
    over, found = label(heading), label(text)
    is_chapter = over is not None and over.style in ("part", "chinese")
    is_dash = found is not None and found.style == "dash"
    return is_chapter and is_dash and not is_closed(text) and columns(text) <= 30


def _standing(lines: Sequence[Line]) -> set[int]:
    """Find the headings with a label."""
    texts = [line.text for line in lines]
    torn = _torn_run_ins(lines)
    found = {
        i
        for i, (text, following) in enumerate(zip(texts, [*texts[1:], ""], strict=False))
        if i not in torn
        and is_standing(text, following)
        and not (i and is_item(text, texts[i - 1]))
    }
    return found | open_row(texts, found) | titled(texts)


def _torn_headings(lines: Sequence[Line]) -> dict[int, int]:
    """Find headings with a link torn out of their midst: where they begin, and their lines."""
    return {
        i: 3
        for i, (one, link, other) in enumerate(zip(lines, lines[1:], lines[2:], strict=False))
        if is_link(link.text)
        and not is_closed(one.text)
        and not is_closed(other.text)
        and not label(other.text)
        and label(one.text)
        and is_standing(one.text + link.text + other.text, "")
    }


def _is_list(block: Block) -> bool:
    """Tell whether a block looks like a list of catchwords and not like a sentence."""
    last = block.lines[-3:]
    return len(last) == 3 and not any(_PROSE.search(line.text) for line in last)


def _is_expected(found: Label, last_label: dict[str, int], before: str) -> bool:
    """Tell whether a label is the next of its kind, and not the accident of a torn line."""
    if found.style == "dash":
        return not before.endswith(("—", "―", "─", "－"))
    is_next = found.number in (1, last_label.get(found.style, 0) + 1, 0)
    return is_next and not (is_left_open(before) and found.style in ("arabic", "chinese"))


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
