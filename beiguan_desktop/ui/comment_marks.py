"""Which opinions each unit bears, and in what order. Pure: no Qt, no geometry.

A change touches only the units of its own opinions: nothing walks over all of them.
"""

from collections.abc import Iterable
from typing import NamedTuple

from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.report import Report

STACKED = 3
"""The most lines that may run one below the other under a passage."""


class Mark(NamedTuple):
    """An opinion as its unit shows it.

    Positions are code points; `end` is 0 unless it marks a passage. `slot` is the place of its
    line below the text, 0 the highest, None when no room is left for one.
    """

    comment: Comment
    start: int
    end: int
    slot: int | None


class CommentMarks:
    """The marks of all opinions of one report, by unit."""

    def __init__(self, report: Report) -> None:
        titles = [unit.ordinal for unit in report.units if unit.kind == "title"]
        self._whole = titles[0] if titles else 0
        self._units = len(report.units)
        self._comments: dict[int, dict[str, Comment]] = {}
        self._homes: dict[str, int] = {}
        self._marks: dict[int, tuple[Mark, ...]] = {}

    def home(self, anchor: Anchor) -> int:
        """Return the unit that bears an opinion; the title bears those on the whole report."""
        return self._whole if anchor.unit is None else anchor.unit

    def set_all(self, comments: Iterable[Comment]) -> None:
        """Forget everything and take these opinions, withdrawn ones left out."""
        self._comments.clear()
        self._homes.clear()
        self._marks.clear()
        self.apply((), comments)

    def apply(self, gone: Iterable[Comment], come: Iterable[Comment]) -> set[int]:
        """Take opinions away, then add others; return the units that look different now."""
        touched = set()
        for comment in gone:
            unit = self._homes.pop(comment.id, None)
            if unit is not None:
                del self._comments[unit][comment.id]
                touched.add(unit)
        for comment in come:
            unit = self.home(comment.anchor)
            if comment.withdrawn_at is None and unit < self._units:
                if self._homes.get(comment.id, unit) != unit:
                    touched |= self.apply([comment], ())
                self._homes[comment.id] = unit
                self._comments.setdefault(unit, {})[comment.id] = comment
                touched.add(unit)
        for unit in touched:
            self._marks.pop(unit, None)
        return touched

    def of(self, unit: int) -> tuple[Mark, ...]:
        """Return the marks of a unit in the order in which they are read."""
        if unit not in self._comments:
            return ()
        if unit not in self._marks:
            self._marks[unit] = _marks(self._comments[unit].values())
        return self._marks[unit]

    def at(self, unit: int, position: int) -> Comment | None:
        """Return the opinion whose passage holds a code point: of several the shortest."""
        over = [mark for mark in self.of(unit) if mark.start <= position < mark.end]
        return min(over, key=lambda mark: mark.end - mark.start).comment if over else None

    def unit_of(self, comment_id: str) -> int | None:
        """Return the unit that bears an opinion, None for one that is not here."""
        return self._homes.get(comment_id)

    def order(self) -> list[str]:
        """Return the ids of all opinions in the order of the document."""
        return [mark.comment.id for unit in sorted(self._comments) for mark in self.of(unit)]


def _marks(comments: Iterable[Comment]) -> tuple[Mark, ...]:
    marks = []
    busy: list[int] = []  # where the last passage of each line ends
    for comment in sorted(comments, key=_reading_order):
        anchor = comment.anchor
        if anchor.place != "passage":
            marks.append(Mark(comment, 0, 0, None))
            continue
        slot = next((at for at, end in enumerate(busy) if end <= anchor.start), len(busy))
        busy[slot : slot + 1] = [anchor.end]
        marks.append(Mark(comment, anchor.start, anchor.end, slot if slot < STACKED else None))
    return tuple(marks)


def _reading_order(comment: Comment) -> tuple[int, int, int, str, str]:
    """Sort the whole before its parts, then by place, then by age."""
    anchor = comment.anchor
    rank = ("report", "section", "paragraph", "passage").index(anchor.place)
    start, end = (anchor.start, anchor.end) if anchor.place == "passage" else (0, 0)
    return rank, start, end, comment.created_at, comment.id
