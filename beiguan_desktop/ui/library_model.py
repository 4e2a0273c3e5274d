"""The reports of the library as rows of a list, and what each row says."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from beiguan_desktop.core.shelving import Listed, Standing
from beiguan_desktop.services import clock

Index = QModelIndex | QPersistentModelIndex
NO_TITLE = "（没有标题）"
HERE, HIDDEN = "现在打开的", "已隐藏"
DAMAGED = "这份报告的文字读不出来了"
AHEAD = 40
"""Reports whose day is asked for at once, from the first that is seen."""


class Role(IntEnum):
    """What a row knows beside its title."""

    ROW = Qt.ItemDataRole.UserRole + 1
    DAY = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Row:
    """A report where it stands; `is_here`: it is the one that is open.

    `names_meeting`: nothing over the list says of which meeting it is.
    """

    standing: Standing
    is_here: bool
    is_staff: bool
    names_meeting: bool = True

    @property
    def report(self) -> Listed:
        """The report itself."""
        return self.standing.report

    @property
    def title(self) -> str:
        """What the report is called on the screen."""
        return title_of(self.report)

    @property
    def sign(self) -> str:
        """What is to be known of it first, in a few words."""
        return HIDDEN if self.report.hidden_at else HERE if self.is_here else ""


def title_of(report: Listed) -> str:
    """Return what a report is called, on one line."""
    return " ".join(report.title.split()) or NO_TITLE


def edition_words(standing: Standing) -> str:
    """Name the edition; of an older one, also the one that took its place."""
    own = standing.report.edition
    if standing.newer is None:
        return own
    return f"{own or '旧的一稿'}（已有{standing.newer.edition or '新的一稿'}）"


def what_words(row: Row, day: str) -> str:
    """Say what a report is: edition, kind, day and meeting."""
    meeting = row.report.meeting if row.names_meeting else ""
    facts = (edition_words(row.standing), row.report.genre, day, meeting)
    return "　".join(filter(None, facts))


def written_words(report: Listed, *, is_staff: bool) -> str:
    """Say what has been written on a report: a deputy hears of his own, staff of everybody's."""
    if not is_staff:
        words = f"我的意见 {report.comments} 条" if report.comments else "还没有意见"
    elif report.mine:
        words = f"意见 {report.comments} 条，其中我的 {report.mine} 条"
    else:
        words = f"意见 {report.comments} 条" if report.comments else "还没有意见"
    return f"{words}　草稿 {report.drafts} 条" if report.drafts else words


def day_words(stamp: str) -> str:
    """Return the day of a stored time; the year is told unless it is this one."""
    if not stamp:
        return ""
    when = clock.here(stamp)
    year = "" if when.year == clock.today().year else f"{when.year}年"
    return f"{year}{when.month}月{when.day}日"


def came_words(report: Listed) -> str:
    """Say when a report was put into the library, and from which file."""
    day = day_words(report.received_at)
    return "　".join(filter(None, (day and f"{day}放进资料库", report.file)))


def state_words(row: Row) -> str:
    """Say what has been written on a report, and where it came from."""
    written = written_words(row.report, is_staff=row.is_staff)
    return "　".join(filter(None, (written, came_words(row.report))))


class LibraryModel(QAbstractListModel):
    """Rows; the days of the reports are asked for when rows come into sight, some at a time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days_of: Callable[[Sequence[str]], dict[str, str]] = lambda _reports: {}
        """Returns the days that reports name, by id."""
        self.rows: list[Row] = []
        self._days: dict[str, str] = {}

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        if self.rows:
            self.day(0)  # what is seen first is as high as its words
        self.endResetModel()

    def forget_days(self) -> None:
        """Ask for every day anew: a reading may have been put in place of another."""
        self._days.clear()

    def row(self, index: Index) -> Row | None:
        """Return a row, None for what is none."""
        return self.rows[index.row()] if index.isValid() else None

    def at(self, report: str) -> int | None:
        """Return in which row a report stands."""
        rows = (number for number, row in enumerate(self.rows) if row.report.id == report)
        return next(rows, None)

    def day(self, at: int) -> str:
        """Return the day that a report names, asking for those after it as well."""
        report = self.rows[at].report.id
        if report not in self._days:
            wanted = [row.report.id for row in self.rows[at : at + AHEAD]]
            self._days |= dict.fromkeys(wanted, "") | self.days_of(wanted)
        return self._days[report]

    def known_day(self, report: str) -> str | None:
        """Return the day that a report names if anybody has asked for it."""
        return self._days.get(report)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title, what a screen reader says, or a fact by Role."""
        row = self.row(index)
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role == Role.DAY:
            return self.day(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            damage = DAMAGED if row.report.is_damaged else ""
            what, state = what_words(row, self.day(index.row())), state_words(row)
            told = (row.sign, row.title, damage, what, state)
            return "，".join(filter(None, told)).replace("　", "，")
        return None
