"""Read a report: its units, what is noise, and what was repaired."""

import re
from collections.abc import Sequence
from dataclasses import replace

from beiguan_desktop.core import residue
from beiguan_desktop.core.backmatter import back_kinds, body_end, copy_start, strays
from beiguan_desktop.core.frontmatter import body_start, front_matter, plain_title
from beiguan_desktop.core.gluing import unglued, without_tails
from beiguan_desktop.core.hierarchy import arrange
from beiguan_desktop.core.labels import first_sentence, is_salutation
from beiguan_desktop.core.layout import PLAIN, Flow, Layout
from beiguan_desktop.core.lines import Line, cut, merged
from beiguan_desktop.core.pagination import seam_marks
from beiguan_desktop.core.report import Kind, Reading, Unit
from beiguan_desktop.core.seams import Block, joined
from beiguan_desktop.core.sourcing import Sourcing

READER = 2
"""The version of the reading rules."""

_NAME = "政府工作报告"
_ADDRESS = re.compile("(?:各位(?:代表|委员)|同志们)[！!，,：:、]*")
_CLOSE = re.compile("[。！!：:；;，,]+$")
_LONGEST_TITLE = 20


def read(text: str, *, source: str, layout: Layout = PLAIN) -> Reading:
    """Read a decoded report; `source` is the SHA-256 of its bytes, `layout` must fit the text.

    Offsets are code points of `text`, end exclusive. Never raises: whatever the text, each
    character that is not blank lies in exactly one span of a unit or in the noise.
    """
    flow = Flow(text, layout)
    lines, noise = cut(flow.text)
    lines = without_tails([_numbered(line, flow) for line in lines])
    blocks, strange = _blocks(lines)
    noise += [(line.start, line.end) for line in strange]
    sourcing = Sourcing(text, flow, layout.places)
    units = sourcing.units(arrange([(kind, sourcing.bordered(block)) for kind, block in blocks]))
    left_out = merged([*layout.noise, *(span for one in noise for span in flow.spans(*one))], text)
    repairs = [*sourcing.repairs, *residue.listed(text, units, left_out, layout)]
    return Reading(
        source=source,
        reader=READER,
        title=_title(units),
        units=tuple(units),
        noise=left_out,
        repairs=tuple(sorted(repairs, key=lambda r: (r.start, r.end))),
        marks=sourcing.marks() if layout.places else seam_marks(units),
        characters=len(text),
    )


def _numbered(line: Line, flow: Flow) -> Line:
    return replace(line, is_numbered=True) if line.start in flow.numbers else line


def _title(units: Sequence[Unit]) -> str:
    """Return the title; without one what the report calls itself, else its first words."""
    for unit in units:
        if unit.kind == "title":
            return plain_title(unit.text)
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
    out: list[tuple[Kind, Block]] = []
    residue: list[Line] = []
    for part in front_matter(lines[:start]):
        some = lines[part.first : part.last]
        if part.kind is None:
            residue += some
        else:
            out.append((part.kind, Block(some)))
    stray = strays(lines[start:end])
    residue += [lines[start + i] for i in sorted(stray)]
    body = [line for i, line in enumerate(lines[start:end]) if i not in stray]
    for block in joined(unglued(body)):
        kind: Kind = "heading" if block.is_heading else "paragraph"
        out.append(("salutation" if is_salutation(block.text) else kind, block))
    known = {line.text for line in lines[start:end]}
    for line, back in zip(lines[end:], back_kinds(lines[end:], known), strict=True):
        if back is None:
            residue.append(line)
        else:
            out.append((back, Block([line])))
    return out, residue
