"""What charts and table say of a report: the same rows, named in the same words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QFontMetricsF

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.statistics import Tally, by_kind, by_section
from beiguan_desktop.ui.labels import LOST
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.title_breaking import break_title

TOTAL = "合计"
WHOLE, OUTSIDE, REST = "整篇报告", "各部分以外", "其余各处"
NOWHERE = -1
"""The unit of the row of opinions without a place."""
MOST_LINES = 3
ROW, MORE = 46, 20
"""Pixels of a row with one line of 14 points, and of every line beyond."""


@dataclass(frozen=True, slots=True)
class Row:
    """One place with its name; `unit` is None for the whole report."""

    name: str
    unit: int | None
    counts: Mapping[str, int]
    is_inner: bool = False

    @property
    def total(self) -> int:
        """The number of opinions."""
        return sum(self.counts.values())

    @property
    def words(self) -> str:
        """The row in a sentence, for tips and screen readers."""
        parts = "、".join(f"{kind} {count} 条" for kind, count in self.counts.items() if count)
        return f"{self.name}：{parts or '没有意见'}"


@dataclass(frozen=True, slots=True)
class Numbers:
    """All rows of a report; `kinds` are those that occur, in their usual order."""

    rows: tuple[Row, ...] = ()
    kinds: Mapping[str, int] = field(default_factory=dict)
    silent: int = 0
    """How many sections have no opinion and are left out."""

    @property
    def total(self) -> int:
        """The number of opinions."""
        return sum(self.kinds.values())


def numbers(report: Report, comments: Sequence[Comment]) -> Numbers:
    """Count the opinions on a report; sections without one are only numbered."""
    tallies = by_section(report, comments)
    shown = [tally for tally in tallies if tally.total or not tally.is_inner]
    kinds = {kind: count for kind, count in by_kind(comments).items() if count}
    rows = tuple(_row(tally, kinds) for tally in shown)
    return Numbers(rows, kinds, len(tallies) - len(shown))


def _row(tally: Tally, kinds: Iterable[str]) -> Row:
    names = {"lost": LOST, "report": WHOLE, "outside": OUTSIDE, "rest": REST}
    name = names.get(tally.where, tally.label + tally.words)
    unit = NOWHERE if tally.where == "lost" else tally.unit
    return Row(name, unit, {k: tally.counts.get(k, 0) for k in kinds}, tally.is_inner)


def wrapped(name: str, font: QFont, width: float) -> tuple[str, ...]:
    """Break a name by sense into lines so wide at most; what a third line cannot hold is …"""
    metrics = QFontMetricsF(font)
    lines = break_title(name, metrics.horizontalAdvance, width, width, width)
    if len(lines) > MOST_LINES:
        lines = (*lines[: MOST_LINES - 1], "".join(lines[MOST_LINES - 1 :]))
    return tuple(_within(line, metrics, width) for line in lines)


def _within(line: str, metrics: QFontMetricsF, width: float) -> str:
    """Shorten a line that is too wide; the blank half of a closing mark may hang out."""
    if metrics.horizontalAdvance(line.rstrip("，、；：。”’")) <= width:
        return line
    while line and metrics.horizontalAdvance(line + "…") > width:
        line = line[:-1]
    return line + "…"


def row_height(lines: int) -> int:
    """Return how high a row is whose name takes so many lines."""
    return px(ROW + MORE * (lines - 1))
