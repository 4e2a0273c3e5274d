"""Large material: the shipped report over and over with any number of opinions; odd files."""

import hashlib
from dataclasses import replace
from itertools import accumulate, cycle
from pathlib import Path

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.pagination import seam_marks
from beiguan_desktop.core.report import Reading, Report, Source, Unit
from beiguan_desktop.storage.store import open_store
from tests.ui.panes import MORNING, shipped

WRITER = Person("p-wang", "王建国", "第三代表团")
KINDS = ("建议", "修改", "询问", "批评", "肯定", "数据核实", "意见")
SENTENCE = "全区生产总值完成189.3亿元，同比增长5.5%，一般公共预算收入完成10.06亿元。"
ODD_TEXTS = {
    "2,000 sections": "政府工作报告\n"
    + "\n".join(
        f"（{at}）第{at}件事\n{SENTENCE}" if at % 20 else f"{at}、第{at}部分"
        for at in range(1, 2001)
    ),
    "60,000 characters in one paragraph": "政府工作报告\n" + SENTENCE * (60_000 // len(SENTENCE)),
}
"""Files as nobody should write them."""
SPAN = 24
"""How many characters an opinion is about."""


def units(characters: int) -> tuple[Unit, ...]:
    """Return the units of the shipped report, repeated until there are so many characters.

    No paragraph is like another, as in true reports: whatever is kept by text is of no use here.
    """
    parts = shipped().units
    times = max(1, round(characters / sum(len(unit.text) for unit in parts)))
    numbers = sum(unit.number is not None for unit in parts)
    repeated = [
        replace(unit, number=unit.number + numbers * at, text=f"{unit.text}（{at + 1}）")
        if unit.number is not None
        else unit
        for at in range(times)
        for unit in parts
    ]
    letters = accumulate((letter_count(unit.text) for unit in repeated), initial=0)
    return tuple(
        replace(unit, ordinal=at, letter=letter)
        for at, (unit, letter) in enumerate(zip(repeated, letters, strict=False))
    )


def opinions(report: Report, count: int) -> list[Comment]:
    """Write so many opinions on passages spread evenly over a report."""
    paragraphs = [unit for unit in report.units if unit.number and len(unit.text) > 2 * SPAN]
    starts = cycle(range(0, SPAN, 5))
    return [
        Comment(
            id=f"c{at:06}",
            report=report.id,
            reading=report.reading,
            anchor=passage(report, unit.ordinal, start, start + SPAN),
            kind=KINDS[at % len(KINDS)],
            text="建议写明完成时限和负责部门，并在年底前公布进展。",
            person=WRITER.id,
            author_name=WRITER.name,
            author_delegation=WRITER.delegation,
            created_at=MORNING,
            changed_at=MORNING,
        )
        for at, unit, start in zip(range(count), cycle(paragraphs), starts, strict=False)
    ]


def large_library(path: Path, characters: int, count: int) -> Report:
    """Make a library with one report of so many characters and so many opinions."""
    text = "\n".join(unit.text for unit in units(characters))
    data = text.encode()
    source = Source(
        hashlib.sha256(data).hexdigest(), "大.txt", "text/plain", "utf-8", data, MORNING
    )
    whole = units(characters)
    reading = Reading(source.sha256, 1, "政府工作报告", whole, (), (), seam_marks(whole), len(text))
    with open_store(path, create=True) as store:
        report = store.shelf.load(store.shelf.add(source, reading, edition="审议稿"))
        written = [WRITER, *opinions(report, count)]
        edits = tuple(Edit(record.id, None, record) for record in written)
        store.apply(Change("large", "写意见", MORNING, WRITER.id, edits), me=WRITER.id)
    return report


def shortened(report: Report, source: str, *numbers: int) -> Reading:
    """Return a reading of a large report in which some paragraphs are left out."""
    kept = [unit for unit in report.units if unit.number not in numbers]
    letters = accumulate((letter_count(unit.text) for unit in kept), initial=0)
    count = 0
    made = []
    for at, (unit, letter) in enumerate(zip(kept, letters, strict=False)):
        count += unit.number is not None
        number = count if unit.number is not None else None
        made.append(replace(unit, ordinal=at, letter=letter, number=number))
    return Reading(source, 1, report.title, tuple(made), (), (), (), 0)
