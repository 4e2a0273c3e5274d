"""The rows of 对照 that are shown, and what is said of each in words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.comparing import Status
from beiguan_desktop.core.referring import quoted
from beiguan_desktop.core.report import Kind, Unit
from beiguan_desktop.core.side_by_side import Comparison, Row

Index = QModelIndex | QPersistentModelIndex

TAGS: Mapping[Status, str] = MappingProxyType(
    {"added": "增加", "edited": "改过", "deleted": "删去", "moved": "移位", "same": ""}
)
"""What became of a paragraph, in the order in which one asks for it."""
_NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        "title": "标题",
        "meta": "题下",
        "salutation": "称呼",
        "heading": "标题",
        "paragraph": "",
        "footer": "落款",
        "note": "附注",
    }
)
_SAID = {"deleted": "删去", "added": "加上"}


class CompareModel(QAbstractListModel):
    """Rows of a comparison; `opinions` says how many there are on the old text of a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comparison = Comparison((), (), ())
        self.rows: list[Row] = []
        self._opinions: Mapping[int, int] = {}

    def put(
        self,
        comparison: Comparison,
        rows: Sequence[Row],
        opinions: Mapping[int, int] | None = None,
    ) -> None:
        """Show rows of a comparison; `opinions` counts them by old unit."""
        self.beginResetModel()
        self.comparison, self.rows = comparison, list(rows)
        self._opinions = opinions or {}
        self.endResetModel()

    def set_opinions(self, opinions: Mapping[int, int]) -> None:
        """Count the opinions anew."""
        self._opinions = opinions
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a row, and what a screen reader says of it."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "，".join(part for part in self._said(row) if part)
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(unit.text for unit in self._newest(row))
        return None

    def changes(self) -> list[int]:
        """Return which of the rows shown are other than they were."""
        return [at for at, row in enumerate(self.rows) if row.is_changed]

    def name(self, row: Row) -> str:
        """Return the number by which a row is known, or what it is where it has none."""
        units = self._newest(row)
        numbers = [unit.number for unit in units if unit.number is not None]
        if not numbers:
            return _NAMES[units[0].kind]
        return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"

    def tag(self, row: Row) -> str:
        """Return what became of a row in a word; where nothing but its parts is other, that."""
        if row.olds and row.news and not row.edits and len(row.olds) != len(row.news):
            return "分段" if len(row.news) > len(row.olds) else "合段"
        return TAGS[row.status]

    def notes(self, row: Row) -> list[str]:
        """Return what is said under the tag: its old number, its parts, opinions on it."""
        found = []
        olds = [self.comparison.old[at].number for at in row.olds]
        numbers = [number for number in olds if number is not None]
        here, last = self.name(row), f"-{numbers[-1]}" if len(numbers) > 1 else ""
        if row.is_changed and numbers and f"{numbers[0]}{last}" != here:
            found.append(f"原第{numbers[0]}段起" if last else f"原第{numbers[0]}段")
        elif not row.news and numbers:
            found.append("原稿段号")
        if row.olds and len(row.news) > len(row.olds):
            found.append(f"分成{len(row.news)}段")
        elif row.news and len(row.olds) > len(row.news):
            found.append(f"{len(row.olds)}段合并")
        opinions = self.opinions(row)
        if row.is_changed and opinions:
            found.append(f"{opinions}条意见")
        return found

    def opinions(self, row: Row) -> int:
        """Return how many opinions there are on the old text of a row."""
        return sum(self._opinions.get(at, 0) for at in row.olds)

    def _newest(self, row: Row) -> list[Unit]:
        """Return the units of the new edition, of the old one where it has none."""
        units = list(self.comparison.units(row))
        return [unit for is_new, unit in units if is_new == bool(row.news)]

    def _said(self, row: Row) -> list[str]:
        name, tag = self.name(row), self.tag(row)
        said = [f"第{name}段" if name and name not in _NAMES.values() else name, tag]
        said += self.notes(row)
        pieces = [piece for it in self.comparison.merged_pieces(row) for piece in it]
        if row.olds and row.news and any(piece.kind != "same" for piece in pieces):
            marked = (it for it in pieces if it.kind != "same" and it.text)
            return [*said, *(f"{_SAID[it.kind]}{quoted(it.text)}" for it in marked)]
        return [*said, "".join(piece.text for piece in pieces)]
