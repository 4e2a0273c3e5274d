"""Levels, paths and run-ins: which heading stands over what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from beiguan_desktop.core import headings, repair
from beiguan_desktop.core.labels import is_address, label
from beiguan_desktop.core.report import Kind, Runin
from beiguan_desktop.core.seams import Block

_CLOSING = re.compile(
    "(?:在?(?:充分)?(?:肯定|看到|总结).{0,4}(?:成绩|成就)|(?:我们|同时|也|要|必须).{0,8}清醒|这些成绩|以上成绩|在此，?我)"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A unit in the making."""

    kind: Kind
    block: Block
    level: int = 0
    runin: Runin | None = None
    path: tuple[str, ...] = ()


def arrange(blocks: Sequence[tuple[Kind, Block]]) -> list[Draft]:
    """Give every block its level, its run-in and the titles above it."""
    drafts = [_labelled(kind, block) for kind, block in blocks]
    drafts = _with_topics(drafts)
    return _with_paths(drafts)


def _text(block: Block) -> str:
    """Return the words of a block as they will be shown."""
    source_text = block.text
    return repair.mended(source_text, repair.patches(source_text, ()))


def _labelled(kind: Kind, block: Block) -> Draft:
    text = _text(block)
    found = label(text)
    if kind == "heading":
        return Draft(kind, block, level=found.level if found else 1)
    runin = headings.run_in(text) if kind == "paragraph" else None
    return Draft(kind, block, runin=runin)


def _with_topics(drafts: list[Draft]) -> list[Draft]:
    """Find the topics, section by section; a section ends at a heading, run-in or address."""
    out = list(drafts)
    for level, group in _sections(drafts):
        found = headings.topics([_text(out[i].block) for i in group])
        for i, sentence in zip(group, found, strict=True):
            if sentence:
                out[i] = replace(out[i], runin=Runin(sentence, level + 1, "topic"))
    return out


def _sections(drafts: list[Draft]) -> list[tuple[int, list[int]]]:
    """Group the paragraphs without a run-in under the level they stand below."""
    groups: list[tuple[int, list[int]]] = [(0, [])]
    for index, draft in enumerate(drafts):
        level = draft.level or (draft.runin.level if draft.runin else 0)
        if level:
            groups.append((level, []))
        elif is_address(draft.block.text):
            groups.append((min(groups[-1][0], 1), []))
        elif draft.kind == "paragraph":
            groups[-1][1].append(index)
    return groups


def _with_paths(drafts: list[Draft]) -> list[Draft]:
    """Walk down the report with the open headings in hand."""
    out: list[Draft] = []
    above: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.kind not in ("heading", "paragraph"):
            out.append(draft)
            if draft.kind == "salutation":
                above = above[:1] if above and above[0][0] == 1 else []
            continue
        text = _text(draft.block)
        if draft.kind == "paragraph" and not draft.runin and _closes(text):
            above = [item for item in above if item[0] <= 1]
        level = draft.level or (draft.runin.level if draft.runin else 0)
        if level:
            above = [item for item in above if item[0] < level]
        out.append(replace(draft, path=tuple(title for _, title in above)))
        if draft.kind == "heading":
            above.append((level, text))
        elif draft.runin and draft.runin.type != "topic":
            above.append((level, draft.runin.text))
    return out


def _closes(text: str) -> bool:
    return is_address(text) or bool(_CLOSING.search(text[:40]))
