"""画重点 and 星标 of one report as rows of a list, in the order of the report."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.anchoring import paragraph, section
from beiguan_desktop.core.comment import Anchor, Highlight
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.wording import reference
from beiguan_desktop.ui import labels

STROKE, STAR = "重点", "星标"
LOST = "这份报告的新读法里没有找到这几个字"

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row knows beside its words."""

    ROW = Qt.ItemDataRole.UserRole + 1
    PLACE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Row:
    """One thing marked: `kind` is 重点 or 星标, `key` the highlight's id or the starred unit.

    `place` is None for words that are no longer where they were.
    """

    kind: str
    key: str | int
    words: str
    where: str
    place: Anchor | None


def rows(
    report: Report,
    pages: Pages,
    highlights: Sequence[tuple[Highlight, Anchor | None]],
    stars: Sequence[int],
) -> list[Row]:
    """Return what is marked in a report, by place; a star before what is marked in its unit."""
    found = [((report.units[unit].letter, 0), _star(report, pages, unit)) for unit in stars] + [
        ((mark.letter_start, 1), _stroke(report, pages, mark, place)) for mark, place in highlights
    ]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _star(report: Report, pages: Pages, unit: int) -> Row:
    is_heading = report.units[unit].kind == "heading"
    place = section(report, unit) if is_heading else paragraph(report, unit)
    words = labels.closed_up(report.units[unit].text)
    return Row(STAR, unit, words, _where(report, pages, place), place)


def _stroke(report: Report, pages: Pages, mark: Highlight, place: Anchor | None) -> Row:
    where = _where(report, pages, place) if place else LOST
    return Row(STROKE, mark.id, labels.closed_up(mark.quote), where, place)


def _where(report: Report, pages: Pages, place: Anchor) -> str:
    """Name a place: its paragraph, its sections, its page."""
    found = None if place.unit is None else pages.at(place.unit, place.start)
    about = "约" if found and found.about else ""
    page = f"{about}第{found.page}页" if found else ""
    number = "" if place.place == "section" else labels.place_words(report, place)
    above = "" if place.place == "section" else reference(report, place, by_first_words=False)
    return "　".join(part for part in (number, above, page) if part)


class MarksModel(QAbstractListModel):
    """The rows that are shown: all, or those of one kind."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._kind = ""

    def set_rows(self, found: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(found)
        self.endResetModel()

    def set_kind(self, kind: str) -> None:
        """Show the rows of one kind; empty shows all."""
        self.beginResetModel()
        self._kind = kind
        self.endResetModel()

    def count(self, kind: str) -> int:
        """Count the rows of a kind, shown or not; empty counts all."""
        return sum(kind in ("", row.kind) for row in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows that are shown."""
        return 0 if parent is not None and parent.isValid() else self.count(self._kind)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, what a screen reader says, or a fact by Role."""
        if not index.isValid():
            return None
        shown = [row for row in self._rows if self._kind in ("", row.kind)]
        row = shown[index.row()]
        facts: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: row.words,
            Qt.ItemDataRole.AccessibleTextRole: f"{row.kind}，{row.words}，{row.where}",
            Role.ROW: row,
            Role.PLACE: row.where,
        }
        return facts.get(role)
