"""大字稿: a report in type as large as its reader needs, with the numbers people call out.

Every paragraph has its number (第12段) in one margin; where a page of the first print began
stands in the other (原件约第3页, 原件第3页 where that is known). The words are the report's; of its
blanks only those that part two words are kept, since the painters set the air between figures and
Chinese characters.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import Block, Face, Paper, Role, Run
from beiguan_desktop.core.report import Report, Unit

USUAL = 22
"""二号: a third larger than in print."""

_ROLES: Mapping[str, Role] = {
    "title": "title",
    "meta": "byline",
    "footer": "imprint",
    "salutation": "addressee",
    "paragraph": "body",
    "note": "body",
}
_LAST: tuple[Role, ...] = ("imprint", "byline")
_HEADINGS: Mapping[int, Role] = {1: "heading1", 2: "heading2"}
_RUNIN_FACES: Mapping[str, Face] = {"numbered": "楷体"}
_HAN = "[\u3400-\u9fff〇々\U00020000-\U0003ffff]"
_BLANKS = re.compile(r"\s+")
_PARTING = re.compile(rf"(?<={_HAN})\s+(?={_HAN})|(?<=[!-~])\s+(?=[!-~])")
_BEFORE_DATE = re.compile(rf"{_PARTING.pattern}|(?<={_HAN})\s+(?=\d{{4}}年)")
"""In the last lines of a print a blank parts who printed it from the date."""


def build(report: Report, pages: Pages, *, points: float = USUAL) -> Paper:
    """Lay a report out to be read on paper in type of so many points."""
    starts: dict[int, list[tuple[int, str]]] = {}
    for page, at, position in pages.starts():
        if page > 1:
            place = pages.at(at, position)
            about = "约" if place and place.about else ""
            starts.setdefault(at, []).append((position, f"原件{about}\n第{page}页"))
    blocks: list[Block] = []
    for unit in report.units:
        if unit.text:
            role = _role(unit)
            if role == "imprint" and blocks and blocks[-1].role in _LAST:
                role = "byline"  # only the first of the last lines stands apart from the text
            blocks.append(_block(unit, role, starts.get(unit.ordinal, ())))
    return Paper(report.title, "", tuple(blocks), points=points)


def _block(unit: Unit, role: Role, starts: Sequence[tuple[int, str]]) -> Block:
    kept = _kept(unit.text, _BEFORE_DATE if unit.kind == "footer" else _PARTING)
    text = "".join(_shown(unit.text[at]) for at in kept)
    marks = tuple((bisect_left(kept, position), words) for position, words in starts)
    label = "" if unit.number is None else f"第{unit.number}段"
    return Block(role, _runs(unit, kept, text), label, marks)


def _role(unit: Unit) -> Role:
    if unit.kind == "heading":
        return _HEADINGS.get(unit.level, "heading3")
    return _ROLES[unit.kind]


def _runs(unit: Unit, kept: Sequence[int], text: str) -> tuple[Run, ...]:
    """Set the first sentence off where it is a heading inside its paragraph."""
    if unit.runin is None:
        return (Run(text, "楷体" if unit.kind == "note" else ""),)
    end = bisect_left(kept, len(unit.runin.text))
    head = Run(text[:end], _RUNIN_FACES.get(unit.runin.type, "加粗"))
    return tuple(run for run in (head, Run(text[end:])) if run.text)


def _kept(text: str, parting_blanks: re.Pattern[str]) -> list[int]:
    """Return the positions of all characters but the blanks that part no two words."""
    parting = {match.start() for match in parting_blanks.finditer(text)}
    dropped = {
        at
        for match in _BLANKS.finditer(text)
        for at in range(match.start() + (match.start() in parting), match.end())
    }
    return [at for at in range(len(text)) if at not in dropped]


def _shown(character: str) -> str:
    """Return a blank of one kind for those of every kind: tabs are for rows of cells."""
    return " " if character.isspace() else character
