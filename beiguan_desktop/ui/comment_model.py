"""The opinions on a report as a Qt list, in their order, and the part of it one looks at."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from beiguan_desktop.core import wording
from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.sifting import Key
from beiguan_desktop.core.unplaced import has_place, without_place
from beiguan_desktop.ui.card_tags import tag_words
from beiguan_desktop.ui.labels import beginning, clock_words

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row knows beside its words."""

    COMMENT = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    KIND = Qt.ItemDataRole.UserRole + 3
    QUOTE = Qt.ItemDataRole.UserRole + 4
    TIME = Qt.ItemDataRole.UserRole + 5
    PLACE = Qt.ItemDataRole.UserRole + 6
    AUTHOR = Qt.ItemDataRole.UserRole + 7
    IS_OWN = Qt.ItemDataRole.UserRole + 8
    TAGS = Qt.ItemDataRole.UserRole + 9
    MAY_CHANGE = Qt.ItemDataRole.UserRole + 10
    IS_LOST = Qt.ItemDataRole.UserRole + 11


@dataclass(frozen=True)
class Scope:
    """Which opinions are shown: of one unit, of a section, of the whole report, or all."""

    name: str
    units: range = range(0)

    @classmethod
    def paragraph(cls, unit: int | None) -> "Scope":
        """Take the opinions of one unit; None takes those on the report as a whole."""
        return cls("report") if unit is None else cls("paragraph", range(unit, unit + 1))

    @classmethod
    def section(cls, first: int, last: int) -> "Scope":
        """Take the opinions of the units first…last."""
        return cls("section", range(first, last + 1))

    def holds(self, anchor: Anchor) -> bool:
        """Tell whether an opinion at a place is shown."""
        if self.name == "all":
            return True
        return anchor.unit is None if self.name == "report" else anchor.unit in self.units


EVERYTHING = Scope("all")
_MANY = 100
"""Edits of one change beyond which rows are not moved one by one."""


class CommentModel(QAbstractListModel):
    """The opinions on one report that have not been withdrawn, or those that have.

    Changed row by row.
    """

    def __init__(
        self, parent: QObject | None = None, *, key: Key = reading_order, is_bin: bool = False
    ) -> None:
        """Make an empty list; `key` sorts it, in document order if not told.

        A bin holds what was withdrawn, and nothing else.
        """
        super().__init__(parent)
        self.is_bin = is_bin
        self._plain_key = key
        self._key = key if is_bin else lambda it: (not is_lost(self, it), key(it))
        self.report: Report | None = None
        self._comments: list[Comment] = []
        self._words: dict[str, str] = {}
        self._author: str | None = None
        self.handed: Callable[[Comment], str] = lambda _comment: ""
        """Says whether and when an opinion was handed in; `show_anew` when that has changed."""
        self.sees: Callable[[Comment], bool] = lambda _comment: True
        """Says which opinions who sits here sees."""
        self.may_change: Callable[[Comment], bool] = self.is_own
        """Says which opinions who sits here may reword and withdraw."""
        self.home: Callable[[Comment], Report | None] = lambda _comment: None
        """Gives the earlier text in which an opinion without a place in this one had its place."""

    def set_author(self, person_id: str | None) -> None:
        """Say whose opinions are one's own: those of others bear their names."""
        if person_id != self._author:
            self._author = person_id
            show_anew(self)

    @property
    def author_id(self) -> str | None:
        """The person whose opinions are one's own."""
        return self._author

    def set_comments(self, comments: Iterable[Comment], report: Report | None = None) -> None:
        """Show the opinions on a report; without it, wordings for the text stay unprinted."""
        self.beginResetModel()
        self.report = report
        self._words.clear()
        found = [comment for comment in comments if self._belongs(comment)]
        lost = [] if self.is_bin or report is None else without_place(report, found)
        if lost:
            self._comments = sorted(found, key=self._key)
        else:  # a key less for each of very many
            self._comments = sorted(found, key=self._plain_key)
        self.endResetModel()

    def apply(self, change: Change) -> None:
        """Insert, remove, move or repaint the rows a change speaks of, and no others.

        A change of very many – a table that was taken in – shows all anew: row by row each would
        be looked for among all others.
        """
        if len(change.edits) > _MANY:
            self._apply_at_once(change)
            return
        for edit in change.edits:
            if not isinstance(edit.before or edit.after, Comment):
                continue
            after = edit.after if isinstance(edit.after, Comment) else None
            row = self.row_of(edit.record)
            self._words.pop(edit.record, None)
            if after is None or not self._belongs(after):
                self._remove(row)
            elif row is None:
                self._insert(after)
            else:
                self._replace(row, after)

    def _apply_at_once(self, change: Change) -> None:
        shown = {comment.id: comment for comment in self._comments}
        for edit in change.edits:
            shown.pop(edit.record, None)
            if isinstance(edit.after, Comment):
                shown[edit.record] = edit.after
        self.set_comments(shown.values(), self.report)

    def comments(self) -> tuple[Comment, ...]:
        """Return the opinions in order."""
        return tuple(self._comments)

    def at(self, row: int) -> Comment:
        """Return the opinion of a row."""
        return self._comments[row]

    def row_of(self, comment_id: str) -> int | None:
        """Return the row of an opinion."""
        return next((row for row, c in enumerate(self._comments) if c.id == comment_id), None)

    def count(self, scope: Scope) -> int:
        """Count the opinions within a scope."""
        if scope == EVERYTHING:
            return len(self._comments)
        return sum(shows(self, scope, comment) for comment in self._comments)

    # -- Qt's side

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the opinions."""
        return 0 if parent is not None and parent.isValid() else len(self._comments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words, what a screen reader says, or a fact by Role."""
        fact = _FACTS.get(role) if index.isValid() else None
        return fact and fact(self, self._comments[index.row()])

    def words(self, comment: Comment) -> str:
        """Return what an opinion says: for another wording, the sentence that is printed."""
        if comment.kind != "修改" or self.report is None:
            return comment.text
        if comment.id not in self._words:
            text = self.home(comment) if is_lost(self, comment) else self.report
            words = wording.canonical(text, comment) if text else comment.replacement
            self._words[comment.id] = words or comment.text
        return self._words[comment.id]

    def is_own(self, comment: Comment) -> bool:
        """Tell whether an opinion is one's own; while nobody is known, every one is."""
        return self._author in (None, comment.person)

    def author(self, comment: Comment) -> str:
        """Name whose opinion it is; empty for one's own."""
        return "" if self.is_own(comment) else comment.author_name or "未署名"

    def place(self, comment: Comment) -> str:
        """Name the place of an opinion: 第10段, 整篇报告, 原在第10段, a heading's first words."""
        unit, lost = comment.anchor.unit, is_lost(self, comment)
        if unit is None:
            return "整篇报告"
        text = self.home(comment) if lost else self.report
        if text is None or unit >= len(text.units):
            return ""
        found = text.units[unit]
        name = f"第{found.number}段" if found.number is not None else beginning(found.text)
        return f"原在{name}" if lost else name

    # -- rows

    def _belongs(self, comment: Comment) -> bool:
        is_here = self.report is None or comment.report == self.report.id
        is_here = is_here and self.sees(comment)
        return is_here and self.is_bin == (comment.withdrawn_at is not None)

    def _insert(self, comment: Comment) -> None:
        row = bisect_left(self._comments, self._key(comment), key=self._key)
        self.beginInsertRows(QModelIndex(), row, row)
        self._comments.insert(row, comment)
        self.endInsertRows()

    def _remove(self, row: int | None) -> None:
        if row is None:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._comments[row]
        self.endRemoveRows()

    def _replace(self, row: int, comment: Comment) -> None:
        others = self._comments[:row] + self._comments[row + 1 :]
        to = bisect_left(others, self._key(comment), key=self._key)
        if to != row:
            target = to + 1 if to > row else to  # Qt counts the gap before the move
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), target)
            self._comments.insert(to, self._comments.pop(row))
            self.endMoveRows()
        self._comments[to] = comment
        self.dataChanged.emit(self.index(to), self.index(to))


def is_lost(model: CommentModel, comment: Comment) -> bool:
    """Tell whether an opinion has no place in the text that is shown."""
    return model.report is not None and not has_place(model.report, comment)


def shows(model: CommentModel, scope: Scope, comment: Comment) -> bool:
    """Tell whether a scope holds an opinion; what has no place is only among all."""
    if not scope.holds(comment.anchor):
        return False
    return scope.name == "all" or not is_lost(model, comment)


def show_anew(model: CommentModel) -> None:
    """Let every row be shown anew: what they do not hold themselves has changed."""
    if model.rowCount():
        model.dataChanged.emit(model.index(0), model.index(model.rowCount() - 1))


def _quote(comment: Comment) -> str:
    """Return the first characters of the passage in quotation marks, empty without one."""
    quote = beginning(comment.anchor.quote)
    return wording.quoted(quote) if quote else ""


def _tags(model: CommentModel, comment: Comment) -> tuple[str, ...]:
    handed = model.handed(comment)
    return (*((handed,) if handed else ()), *tag_words(comment))


def _spoken(model: CommentModel, comment: Comment) -> str:
    place = (comment.kind, model.author(comment), model.place(comment), _quote(comment))
    facts = (*place, model.words(comment), *_tags(model, comment), clock_words(comment.created_at))
    return "，".join(fact for fact in facts if fact)


_FACTS: Mapping[int, Callable[[CommentModel, Comment], Any]] = {
    Qt.ItemDataRole.DisplayRole: CommentModel.words,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Role.COMMENT: lambda _, comment: comment,
    Role.ID: lambda _, comment: comment.id,
    Role.KIND: lambda _, comment: comment.kind,
    Role.QUOTE: lambda _, comment: _quote(comment),
    Role.TIME: lambda _, comment: clock_words(comment.created_at),
    Role.PLACE: CommentModel.place,
    Role.AUTHOR: CommentModel.author,
    Role.IS_OWN: CommentModel.is_own,
    Role.MAY_CHANGE: lambda model, comment: model.may_change(comment),
    Role.TAGS: _tags,
    Role.IS_LOST: is_lost,
}
