"""Levels, paths and run-ins: which heading stands over what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from beiguan_desktop.core import headings, repair
from beiguan_desktop.core.heading_rows import decimal
from beiguan_desktop.core.labels import first_sentence, is_address, label
from beiguan_desktop.core.report import Kind, Runin, Unit
from beiguan_desktop.core.seams import Block
from beiguan_desktop.core.styled_headings import MINOR, outline_ranks, outline_style
from beiguan_desktop.core.topics import topics

_CLOSING = re.compile(
    "(?:在?(?:充分)?(?:肯定|看到|总结).{0,4}(?:成绩|成就)|(?:我们|同时|也|要|必须).{0,8}清醒|这些成绩|以上成绩|在此，?我)"
)

_DECIMALS = ("1", "1.1", "1.1.1", "1.1.1.1")
"""The styles of 1 总则, 1.1 投资 and so on: each a level below the one before."""
_CHAPTER = re.compile(
    "(?:回顾|安排|部署|任务|目标|要求|思路|工作|自身建设|建议|打算|情况|展望|成就|成绩|计划)[。：]?$|^结束语$"
    "|^(?:关于)?[0-9０-９]{4}年"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A unit in the making."""

    kind: Kind
    block: Block
    text: str
    patches: Sequence[repair.Patch]
    level: int = 0
    runin: Runin | None = None
    path: tuple[str, ...] = ()


Titled = TypeVar("Titled", Draft, Unit)


def arrange(blocks: Sequence[tuple[Kind, Block]]) -> list[Draft]:
    """Give every block its level, its run-in and the titles above it."""
    drafts = _without_items([_labelled(kind, block) for kind, block in blocks])
    drafts = _like_siblings(drafts)
    return with_paths(_with_topics(_levelled(drafts)))


def _labelled(kind: Kind, block: Block) -> Draft:
    source_text = block.text
    patches = repair.patches(source_text, block.borders)
    text = repair.mended(source_text, patches)
    runin = headings.run_in(text) if kind == "paragraph" else None
    return Draft(kind, block, text, patches, runin=runin)


def _without_items(drafts: list[Draft]) -> list[Draft]:
    """Take the run-ins off the last items of lists whose others end with ；."""
    return [
        replace(draft, runin=None)
        if draft.runin and before and headings.is_item(draft.text, before.text)
        else draft
        for before, draft in zip([None, *drafts], drafts, strict=False)
    ]


def _like_siblings(drafts: list[Draft]) -> list[Draft]:
    """Give a long item of 一是…二是… its run-in where more than half of the others have one."""
    out = list(drafts)
    rows: list[list[int]] = [[]]
    style = ""
    for index, draft in enumerate(drafts):
        found = label(draft.text) if draft.kind in ("paragraph", "heading") else None
        if draft.kind == "heading" or (found and found.style != style):
            rows.append([])
        style = found.style if found else style
        if found and found.style in MINOR:
            rows[-1].append(index)
    for row in rows:
        if 2 * sum(_style(drafts[i])[0] != "" for i in row) > len(row) > 2:
            for i in row:
                runin = out[i].runin or headings.run_in(out[i].text, is_alike=True)
                out[i] = replace(out[i], runin=runin) if out[i].kind == "paragraph" else out[i]
    return out


def _levelled(drafts: list[Draft]) -> list[Draft]:
    """Settle the levels: those of the styles (GB/T 9704-2012, 7.3.3), unless styles nest otherwise.

    Where 一、 starts anew under every heading without a label, or under every （一）, that
    heading is a chapter. Headings without a label that have a heading's style stand as that says
    (`styled_headings`). 一是 and —— stand one below the heading over them, at least at 2; no
    heading stands two below.
    """
    styles = [_style(draft) for draft in drafts]
    outlines = [draft.block.lines[0].outline for draft in drafts]
    levels = outline_ranks(styles, outlines) or _levels(styles)
    out: list[Draft] = []
    above: list[tuple[int, str]] = []
    for draft in drafts:
        style = _style(draft)[0]
        if not style:
            above = [item for item in above if item[0] == 1] if _closes(draft.text) else above
            out.append(draft)
            continue
        level = _nested(style, levels, above)
        if style not in MINOR:
            above = [*(item for item in above if item[0] < level), (level, style)]
        runin = draft.runin and replace(draft.runin, level=level)
        out.append(replace(draft, level=0 if runin else level, runin=runin))
    return out


def _nested(style: str, levels: dict[str, int], above: Sequence[tuple[int, str]]) -> int:
    """Return a heading's level under those above: that of its siblings, at most one deeper."""
    top = above[-1][0] if above else 0
    level = min(4, _level(style, levels, top))
    siblings = (
        [] if style == "lone" and style in levels else [low for low, name in above if name == style]
    )
    if siblings or not top:
        return siblings[0] if siblings else level
    is_below = above[-1][1] == "lone" and style not in ("lone", "chapter")
    return min(4, top + 1) if is_below else min(level, top + 1)


def _style(draft: Draft) -> tuple[str, int]:
    """Return the style and number of a draft's heading, ("", 0) if it has none."""
    if draft.kind != "heading" and not draft.runin:
        return "", 0
    found = label(draft.text)
    if found:
        return found.style, found.number
    outline = draft.block.lines[0].outline
    if outline is not None:
        return outline_style(outline), 0
    number = decimal(draft.text)
    if number:
        return _DECIMALS[len(number) - 1], number[-1]
    is_chapter = _CHAPTER.search(draft.text) and "，" not in draft.text
    return "chapter" if is_chapter else "lone", 0


def _level(style: str, levels: dict[str, int], above: int) -> int:
    if style in MINOR:
        return max(2, above + 1)
    if style in levels and style != "lone":
        return levels[style]
    if style == "chapter" and levels.get("chinese") == 1:
        return 1
    if "lone" in levels:
        return levels["lone"] + (style == "lone" and above > 0)
    return above + 1


def _levels(styles: Sequence[tuple[str, int]]) -> dict[str, int]:
    """Tell the level of each style that this report uses: its rank among them."""
    used = [item for item in styles if item[0] and item[0] not in MINOR]
    names = {name for name, _ in used}
    over = {one[0] for one, other in pairwise(used) if other == ("chinese", 1)}
    starts = used.count(("chinese", 1))
    order = ["part", "section", "lone", "chinese", "bracket", "arabic", *_DECIMALS, "circled"]
    if starts and over == {"bracket"} and used[0][0] == "bracket":
        order = ["part", "section", "lone", "bracket", "chinese", "arabic", *_DECIMALS, "circled"]
    is_lone_chapter = "chapter" in over or (starts >= 2 and "lone" in over)
    has_lone = is_lone_chapter if starts else "chapter" in names
    present = [name for name in order if name in names or (name == "lone" and has_lone)]
    if not has_lone:
        present = [name for name in present if name != "lone"]
    return {name: rank for rank, name in enumerate(present, 1)}


def _with_topics(drafts: list[Draft]) -> list[Draft]:
    """Find the topics, section by section; a section ends at a heading, run-in or address."""
    out = list(drafts)
    for level, group in _sections(drafts):
        if not level:
            continue
        found = topics([out[i].text for i in group], [_has_lead(out[i].block) for i in group])
        for i, sentence in zip(group, found, strict=True):
            if sentence:
                out[i] = replace(out[i], runin=Runin(sentence, level + 1, "topic"))
    return out


def _has_lead(block: Block) -> bool:
    """Tell whether a paragraph's first sentence stood on a line of its own, for its bold type."""
    line = block.lines[0].text
    return len(block.lines) > 1 and line.endswith("。") and first_sentence(block.text) == line


def _sections(drafts: list[Draft]) -> list[tuple[int, list[int]]]:
    """Group the paragraphs without a run-in under the level they stand below."""
    groups: list[tuple[int, list[int]]] = [(0, [])]
    for index, draft in enumerate(drafts):
        level = draft.level or (draft.runin.level if draft.runin else 0)
        if level:
            groups.append((level, []))
        elif _closes(draft.text):
            groups.append((min(groups[-1][0], 1), []))
        elif draft.kind == "paragraph":
            groups[-1][1].append(index)
    return groups


def with_paths(drafts: Sequence[Titled]) -> list[Titled]:
    """Give drafts or units the titles above them: down the report, the open headings in hand."""
    out: list[Titled] = []
    above: list[tuple[int, str]] = []
    for draft in drafts:
        if draft.kind not in ("heading", "paragraph"):
            out.append(draft)
            if draft.kind == "salutation":
                above = above[:1] if above and above[0][0] == 1 else []
            continue
        text = draft.text
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
