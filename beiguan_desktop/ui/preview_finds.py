"""What was done to a file as rows: by tab, with what may be said to each."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.findings import Finding
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.ui.preview_rows import place_words

Index = QModelIndex | QPersistentModelIndex

Say = Literal["no", "yes", "want", "unwant"]
"""What a button of a row says: no to the finding, or not after all; 写成意见, or not after all."""

ALL = "all"
TABS: tuple[tuple[str, str], ...] = (
    (ALL, "全部"),
    ("joined", "接好的段落"),
    ("written", "标点和写法"),
    ("doubt", "请您看一下"),
    ("out", "略去的"),
)


class Role(IntEnum):
    """What a row knows beside its words."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as it stands now; `tone` is the ink of the word that says so."""

    finding: Finding
    where: str
    state: str
    tone: str
    offers: tuple[tuple[Say, str], ...]


def row_of(finding: Finding, proof: Proof, pages: Pages) -> Row:
    """Say where a finding is and how it stands."""
    unit, start, _ = proof.place_of(finding)
    at = pages.at(unit, start)
    page = f"{'约' if at.about else ''}第{at.page}页" if at else ""
    where = "　".join(filter(None, (page, place_words(proof.reading.units[unit]))))
    if finding.group == "out":
        where = f"{page}　在“{proof.reading.units[unit].text[:8]}”附近".strip()
    where = "　".join(filter(None, (where, finding.note)))
    return Row(finding, where, *_state(finding, proof))


def _state(finding: Finding, proof: Proof) -> tuple[str, str, tuple[tuple[Say, str], ...]]:
    is_answered = proof.is_answered(finding)
    if finding.group == "doubt":
        if finding in proof.said.opinions:
            return "打开后写成意见", "ok", (("unwant", "不写了"),)
        if is_answered:
            return "您看过，不是错", "ink2", (("yes", "再看看"),)
        return "", "ink2", (("no", "不是错"), ("want", "写成意见"))
    if finding.group == "out":
        return ("已放回正文", "ok", (("yes", "再略去"),)) if is_answered else _OUT
    return ("已还原", "ink2", (("yes", "再改回来"),)) if is_answered else _DONE


_OUT: tuple[str, str, tuple[tuple[Say, str], ...]] = ("已略去", "ink2", (("no", "放回正文"),))
_DONE: tuple[str, str, tuple[tuple[Say, str], ...]] = ("已改", "ok", (("no", "还原"),))


class Finds(QAbstractListModel):
    """The findings of a tab; where one stands is looked up when it is seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: list[Finding] = []
        self._shown: list[Finding] = []
        self._tab = ALL
        self._row: Callable[[Finding], Row] | None = None

    def set_findings(self, every: Sequence[Finding], row: Callable[[Finding], Row]) -> None:
        """Show the findings as they stand now."""
        is_same, self._row = self._every == list(every), row
        if is_same and self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0))
            return
        self._every = list(every)
        self.set_tab(self._tab)

    def set_tab(self, tab: str) -> None:
        """Show the findings of a tab."""
        self.beginResetModel()
        self._tab = tab
        self._shown = [it for it in self._every if tab in (ALL, it.group)]
        self.endResetModel()

    def counts(self) -> Counter[str]:
        """Count the findings by tab."""
        found = Counter[str](it.group for it in self._every)
        found[ALL] = len(self._every)
        return found

    def finding(self, row: int) -> Finding | None:
        """Return the finding of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_at(self, start: int) -> int:
        """Return the first row at or after a place of the source, -1 if there is none."""
        return next((at for at, it in enumerate(self._shown) if it.end >= start), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, what a screen reader says, or the Row."""
        finding = self.finding(index.row()) if index.isValid() else None
        if finding is None or self._row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.title
        if role == Role.ROW:
            return self._row(finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = self._row(finding)
            before, after = (
                "".join(it for _, it in runs) for runs in (finding.before, finding.after)
            )
            words = f"{before} 改为 {after}" if after else before
            return "，".join(
                filter(None, (finding.grade, finding.title, row.where, words, row.state))
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.note or None
        return None
