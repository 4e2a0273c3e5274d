"""认出的目录 and 正文 as rows: the units of a reading, all of them or what makes the contents."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.report import Unit
from beiguan_desktop.ui import labels

Index = QModelIndex | QPersistentModelIndex

KINDS = {
    "title": "报告题目",
    "meta": "题下的日期、姓名",
    "salutation": "称呼",
    "heading": "小标题",
    "paragraph": "正文",
    "footer": "落款",
    "note": "注释",
}
"""What each kind of unit is called."""
_CONTENTS = ("title", "heading")
_BEGINNING = 120
"""Characters of a unit that a row may show."""


class Role(IntEnum):
    """What a row knows beside its words."""

    UNIT = Qt.ItemDataRole.UserRole + 1
    FOLDED = Qt.ItemDataRole.UserRole + 2
    """None where there is nothing to fold, else whether what is below is folded away."""


def level_of(unit: Unit) -> int:
    """Return the level of a unit's heading, standing or run-in; 0 for none."""
    return unit.runin.level if unit.runin else unit.level


def place_words(unit: Unit) -> str:
    """Name a unit: 第8段, or what it is."""
    return f"第{unit.number}段" if unit.number else KINDS[unit.kind]


class UnitRows(QAbstractListModel):
    """The rows that are shown; parts can be folded away under their headings of level 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units: Sequence[Unit] = ()
        self._shown: list[int] = []
        self._parts: dict[int, bool] = {}
        self._folded: set[int] = set()
        self.is_contents = True

    def set_units(self, units: Sequence[Unit]) -> None:
        """Show the units of another reading; parts stay folded by where they begin."""
        self._show(units)

    def show_contents(self, *, is_contents: bool) -> None:
        """Show headings only, or every unit."""
        self.is_contents = is_contents
        self._show()

    def turn(self, row: int) -> bool:
        """Fold a part away, or open it; False where there is none."""
        unit = self.unit(row)
        if unit is None or unit.ordinal not in self._parts:
            return False
        self._folded ^= {unit.spans[0][0]}
        self._show()
        return True

    def _show(self, units: Sequence[Unit] | None = None) -> None:
        """Find the rows, of other units if told; views may ask for the old ones until then."""
        self.beginResetModel()
        self._units = self._units if units is None else units
        self._shown, self._parts = [], {}
        part, is_folded = -1, False
        for unit in self._units:
            is_top = unit.kind == "heading" and unit.level == 1
            if is_top or unit.kind == "footer":  # what stands under the last part is none of it
                part = unit.ordinal if is_top else -1
                is_folded = is_top and unit.spans[0][0] in self._folded
            elif part >= 0 and self._is_listed(unit):
                self._parts[part] = True
            if self._is_listed(unit) and (is_top or not is_folded):
                self._shown.append(unit.ordinal)
        self.endResetModel()

    def _is_listed(self, unit: Unit) -> bool:
        return not self.is_contents or unit.kind in _CONTENTS or unit.runin is not None

    def unit(self, row: int) -> Unit | None:
        """Return the unit of a row."""
        return self._units[self._shown[row]] if 0 <= row < len(self._shown) else None

    def row_of(self, ordinal: int) -> int:
        """Return the row of a unit, else the row above where it would be; -1 without rows."""
        return max(0, bisect_right(self._shown, ordinal) - 1) if self._shown else -1

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words, what a screen reader says, or a fact by Role."""
        unit = self.unit(index.row()) if index.isValid() else None
        if unit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(unit)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            level = level_of(unit)
            what = f"第{level}级标题" if level else place_words(unit)
            return f"{what}，{self._words(unit)}"
        if role == Role.UNIT:
            return unit
        if role == Role.FOLDED and unit.ordinal in self._parts:
            return unit.spans[0][0] in self._folded
        return None

    def _words(self, unit: Unit) -> str:
        own = unit.runin.text.rstrip("。") if unit.runin and self.is_contents else unit.text
        return labels.closed_up(own[:_BEGINNING])
