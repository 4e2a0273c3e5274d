"""Read a report: its units, what is noise, and what was repaired."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from beiguan_desktop.core import residue
from beiguan_desktop.core.backmatter import back_matter, body_end
from beiguan_desktop.core.frontmatter import body_start, front_matter, plain_title
from beiguan_desktop.core.furniture import copy_start, header_title, running, strays
from beiguan_desktop.core.gluing import unglued, without_tails
from beiguan_desktop.core.head_gluing import unglued_head
from beiguan_desktop.core.head_lines import is_label
from beiguan_desktop.core.hierarchy import Draft, arrange
from beiguan_desktop.core.labels import first_sentence, is_salutation
from beiguan_desktop.core.layout import PLAIN, Flow, Layout
from beiguan_desktop.core.lines import BLANKS, Line, Part, cut, merged
from beiguan_desktop.core.pagination import seam_marks
from beiguan_desktop.core.report import Kind, Reading, Unit
from beiguan_desktop.core.seams import Block, joined
from beiguan_desktop.core.sourcing import Sourcing
from beiguan_desktop.core.styled_headings import styled

READER = 3
"""The version of the reading rules."""

_NAME = "政府工作报告"
_NAMED = re.compile(
    f"{_NAME}|代表[^。；]{{0,24}}(?:政府|国务院)[^。；]{{0,10}}(?:报告[^。；]{{0,12}}工作|作(?:工作)?报告)"
)
"""How a report says that it is the government's."""
_ADDRESS = re.compile("(?:各位(?:代表|委员)|同志们)[！!，,：:、]*")
_CLOSE = re.compile("[。！!：:；;，,]+$")
_LONGEST_TITLE = 20
_SAYING = re.compile("[\u4e00-\u9fff]{2}")
"""What a file's name must have to be the name of a report: 1.txt and W02026.docx say nothing."""
_PLAIN_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def read(text: str, *, source: str, layout: Layout = PLAIN, called: str = "") -> Reading:
    """Read a decoded report; `source` is the SHA-256 of its bytes, `layout` must fit the text.

    `called` is its file's name without the suffix, the title of a report that has none.

    Offsets are code points of `text`, end exclusive. Never raises: whatever the text, each
    character that is not blank lies in exactly one span of a unit or in the noise.
    """
    flow = Flow(text, layout)
    lines, noise = cut(flow.text)
    lines = [_told(line, flow) for line in lines]
    end = len(flow.text) if flow.notes is None else flow.notes
    notes: list[tuple[Kind, Block]] = [
        ("note", Block([line])) for line in lines if line.start >= end
    ]
    lines = unglued_head(without_tails([line for line in lines if line.start < end]))
    lines = styled(lines, flow.outline)
    blocks, strange = _blocks(lines)
    blocks += notes
    noise += [(line.start, line.end) for line in strange]
    sourcing = Sourcing(text, flow, layout.places)
    units = sourcing.units(arrange([(kind, sourcing.bordered(block)) for kind, block in blocks]))
    left_out = merged([*layout.noise, *(span for one in noise for span in flow.spans(*one))], text)
    repairs = [*sourcing.repairs, *residue.listed(text, units, left_out, layout)]
    return Reading(
        source=source,
        reader=READER,
        title=_title(units, header_title(lines), called),
        units=tuple(units),
        noise=left_out,
        repairs=tuple(sorted(repairs, key=lambda r: (r.start, r.end))),
        marks=sourcing.marks() if layout.places else seam_marks(units),
        characters=len(text),
    )


def _told(line: Line, flow: Flow) -> Line:
    return replace(line, is_first=True) if line.start in flow.firsts else line


def read_plain(text: str, *, source: str, layout: Layout = PLAIN, called: str = "") -> Reading:
    """Read a text that is no report: each line that is not blank is a paragraph as it stands.

    No heading is looked for, and nothing is noise or joined but what the layout says. All else as
    for `read`.
    """
    flow = Flow(text, layout)
    sourcing = Sourcing(text, flow, layout.places)
    drafts = [Draft("paragraph", Block([line]), line.text, ()) for line in _plain_lines(flow.text)]
    units = sourcing.units(drafts)
    left_out = merged([*layout.noise], text)
    repairs = [*sourcing.repairs, *residue.listed(text, units, left_out, layout)]
    return Reading(
        source=source,
        reader=READER,
        title=_untitled(units, called),
        units=tuple(units),
        noise=left_out,
        repairs=tuple(sorted(repairs, key=lambda r: (r.start, r.end))),
        marks=sourcing.marks(),
        characters=len(text),
    )


def _plain_lines(text: str) -> Iterator[Line]:
    for match in _PLAIN_LINE.finditer(text):
        words = match[0].strip(BLANKS)
        if words:
            start = match.start() + match[0].index(words[0])
            yield Line(start, start + len(words), words, breaks=1, is_indented=False)


def _title(units: Sequence[Unit], named: str, called: str) -> str:
    """Return the title; without one what file or report call it (`named`), else `_untitled`."""
    for unit in units:
        if unit.kind == "title":
            return plain_title(unit.text)
    if named:
        return named
    if any(_NAMED.search(unit.text) for unit in units[:4]):
        return _NAME
    return _untitled(units, called)


def _untitled(units: Sequence[Unit], called: str) -> str:
    """Return the name of the file if it says anything in Chinese, else the text's first words."""
    if _SAYING.search(called):
        return called
    words = [unit.text for unit in units if unit.kind not in ("salutation", "meta")]
    first = (words or [unit.text for unit in units] or [""])[0]
    text = _CLOSE.sub("", first_sentence(_ADDRESS.sub("", first, count=1) or first))
    return text if len(text) <= _LONGEST_TITLE else text[: _LONGEST_TITLE - 1] + "…"


def _blocks(lines: list[Line]) -> tuple[list[tuple[Kind, Block]], list[Line]]:
    """Sort the lines into blocks of a kind, in order, and residue."""
    start = body_start(lines)
    end = start + body_end(lines[start : start + copy_start(lines[start:])])
    head, body, tail = lines[:start], lines[start:end], lines[end:]
    front, strange = _sorted(head, front_matter(head))
    stray = strays(body, _running_heads(front))
    back, rest = _sorted(tail, back_matter(tail, {line.text for line in lines[:end]}))
    strange += [body[index] for index in sorted(stray)] + rest
    middle: list[tuple[Kind, Block]] = []
    for block in joined(unglued([line for i, line in enumerate(body) if i not in stray])):
        kind: Kind = "heading" if block.is_heading else "paragraph"
        middle.append(("salutation" if is_salutation(block.text) else kind, block))
    return front + middle + back, strange


def _sorted(
    lines: Sequence[Line], parts: Sequence[Part]
) -> tuple[list[tuple[Kind, Block]], list[Line]]:
    """Make blocks of the parts that are units; the rest is residue."""
    blocks, strange = [], []
    for part in parts:
        some = list(lines[part.first : part.last])
        if part.kind is None:
            strange += some
        else:
            blocks.append((part.kind, Block(some)))
    return blocks, strange


def _running_heads(front: Sequence[tuple[Kind, Block]]) -> set[str]:
    """Return what may stand again on every page of the print: the title and the label."""
    return {running(block.text) for kind, block in front if kind == "title" or is_label(block.text)}
