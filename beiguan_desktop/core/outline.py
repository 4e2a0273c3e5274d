"""Read a report: its units, what is noise, and what was repaired."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from beiguan_desktop.core import repair
from beiguan_desktop.core.backmatter import back_matter, body_end
from beiguan_desktop.core.frontmatter import body_start, front_matter, plain_title
from beiguan_desktop.core.gluing import unglued, without_tails
from beiguan_desktop.core.head_lines import is_label, unglued_head
from beiguan_desktop.core.hierarchy import Draft, arrange
from beiguan_desktop.core.labels import first_sentence, is_salutation
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.lines import Line, Part, Span, cut, merged
from beiguan_desktop.core.pagination import seam_marks
from beiguan_desktop.core.report import Kind, Reading, Repair, Unit
from beiguan_desktop.core.furniture import copy_start, header_title, running, strays
from beiguan_desktop.core.seams import Block, joined

READER = 2
"""The version of the reading rules."""

_NAME = "政府工作报告"
_ADDRESS = re.compile("(?:各位(?:代表|委员)|同志们)[！!，,：:、]*")
_CLOSE = re.compile("[。！!：:；;，,]+$")
_LONGEST_TITLE = 20


def read(text: str, *, source: str) -> Reading:
    """Read a decoded report; `source` is the SHA-256 of its bytes.

    Offsets are code points of `text`, end exclusive. Never raises: whatever the text, each
    character that is not blank lies in exactly one span of a unit or in the noise.
    """
    lines, noise = cut(text)
    lines = unglued_head(without_tails(lines))
    blocks, residue = _blocks(lines)
    noise += [(line.start, line.end) for line in residue]
    units, repairs = [], []
    letter, number = 0, 0
    for ordinal, draft in enumerate(arrange(blocks)):
        number += draft.kind == "paragraph"
        unit, mended = _unit(draft, ordinal, number, letter, text)
        units.append(unit)
        repairs += mended
        letter += letter_count(unit.text)
    return Reading(
        source=source,
        reader=READER,
        title=_title(units, header_title(lines)),
        units=tuple(units),
        noise=merged(noise, text),
        repairs=tuple(sorted(repairs, key=lambda r: (r.start, r.end))),
        marks=seam_marks(units),
        characters=len(text),
    )


def _title(units: Sequence[Unit], named: str) -> str:
    """Return the title; without one what file or report call it (`named`), else its first words."""
    for unit in units:
        if unit.kind == "title":
            return plain_title(unit.text)
    if named:
        return named
    if any(_NAME in unit.text for unit in units[:4]):
        return _NAME
    words = [unit.text for unit in units if unit.kind not in ("salutation", "meta")]
    first = (words or [unit.text for unit in units] or [""])[0]
    text = _CLOSE.sub("", first_sentence(_ADDRESS.sub("", first, count=1) or first))
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + "…"


def _blocks(lines: list[Line]) -> tuple[list[tuple[Kind, Block]], list[Line]]:
    """Sort the lines into blocks of a kind, in order, and residue."""
    start = body_start(lines)
    end = start + body_end(lines[start : start + copy_start(lines[start:])])
    head, body, tail = lines[:start], lines[start:end], lines[end:]
    front, residue = _sorted(head, front_matter(head))
    stray = strays(body, _running_heads(front))
    back, rest = _sorted(tail, back_matter(tail, {line.text for line in body}))
    residue += [body[index] for index in sorted(stray)] + rest
    middle: list[tuple[Kind, Block]] = []
    for block in joined(unglued([line for i, line in enumerate(body) if i not in stray])):
        kind: Kind = "heading" if block.is_heading else "paragraph"
        middle.append(("salutation" if is_salutation(block.text) else kind, block))
    return front + middle + back, residue


def _sorted(
    lines: Sequence[Line], parts: Sequence[Part]
) -> tuple[list[tuple[Kind, Block]], list[Line]]:
    """Make blocks of the parts that are units; the rest is residue."""
    blocks, residue = [], []
    for part in parts:
        some = list(lines[part.first : part.last])
        if part.kind is None:
            residue += some
        else:
            blocks.append((part.kind, Block(some)))
    return blocks, residue


def _running_heads(front: Sequence[tuple[Kind, Block]]) -> set[str]:
    """Return what may stand again on every page of the print: the title and the label."""
    return {running(block.text) for kind, block in front if kind == "title" or is_label(block.text)}


def _unit(
    draft: Draft, ordinal: int, number: int, letter: int, text: str
) -> tuple[Unit, list[Repair]]:
    block = draft.block
    source_text, joints, found = block.text, block.joints, draft.patches
    unit = Unit(
        ordinal=ordinal,
        kind=draft.kind,
        level=draft.level,
        text=draft.text,
        source_text=source_text,
        spans=tuple(block.spans),
        seams=tuple(repair.moved([joints[part - 1] for part in block.seams], found)),
        runin=draft.runin,
        path=draft.path,
        number=number if draft.kind == "paragraph" else None,
        letter=letter,
    )
    repairs = [_join(one, other, text) for one, other in pairwise(block.spans)]
    for start, end, after, kind in found:
        low = _source(joints, block, start)
        repairs.append(Repair(kind, low, low + end - start, source_text[start:end], after, "必错"))
    return unit, repairs


def _join(one: Span, other: Span, text: str) -> Repair:
    return Repair("join", one[1], other[0], text[one[1] : other[0]], "", "必错")


def _source(joints: list[int], block: Block, position: int) -> int:
    """Return where a position of the joined parts lies in the source."""
    part = bisect_right(joints, position)
    return block.lines[part].start + position - (joints[part - 1] if part else 0)
