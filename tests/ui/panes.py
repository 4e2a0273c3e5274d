"""What the tests of the side panes share: the shipped report, the interface's face, opinions."""

from functools import cache

from PySide6.QtGui import QFont

from beiguan_desktop import paths
from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Comment
from beiguan_desktop.core.outline import read
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import fonts

MORNING = "2026-02-26T09:32:00+08:00"


@cache
def shipped() -> Report:
    text = paths.shipped_report().read_text(encoding="utf-8-sig")
    reading = read(text, source="0" * 64)
    return Report("r1", reading.title, "审议", "审议稿", None, "reading", reading.units, ())


def face(points: float) -> QFont:
    fonts.load()
    font = QFont(fonts.SANS)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def unit_of(beginning: str) -> int:
    return next(unit.ordinal for unit in shipped().units if unit.text.startswith(beginning))


def on_words(words: str) -> Anchor:
    unit = next(unit for unit in shipped().units if words in unit.text)
    start = unit.text.index(words)
    return passage(shipped(), unit.ordinal, start, start + len(words))


def on_paragraph(beginning: str) -> Anchor:
    return paragraph(shipped(), unit_of(beginning))


def opinion(identity: str, anchor: Anchor = WHOLE_REPORT, text: str = "很好。", **more) -> Comment:
    values = {"kind": "建议", "created_at": MORNING, **more}
    return Comment(
        id=identity,
        report=values.pop("report", "r1"),
        reading=values.pop("reading", "reading"),
        anchor=anchor,
        text=text,
        person="p1",
        author_name="张建国",
        author_delegation="第三代表团",
        changed_at=MORNING,
        **values,
    )
