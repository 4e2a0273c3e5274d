"""The part of the opinions that the panel shows: of a scope, and of it what passes."""

from PySide6.QtCore import QObject, QSortFilterProxyModel

from beiguan_desktop.core.sifting import NOTHING_KNOWN, OPEN, Known, Sieve
from beiguan_desktop.ui.comment_model import (
    EVERYTHING,
    CommentModel,
    Index,
    Role,
    Scope,
    is_lost,
    shows,
)


class CommentFilter(QSortFilterProxyModel):
    """The opinions of one scope; changing it inserts and removes rows, it resets nothing."""

    def __init__(self, model: CommentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.comments = model
        self.scope = EVERYTHING
        self._sieve, self._known = OPEN, NOTHING_KNOWN
        self.setSourceModel(model)

    def show_model(self, model: CommentModel) -> None:
        """Show the same opinions in the order of another model (`comments`)."""
        self.comments = model
        self.setSourceModel(model)

    def set_scope(self, scope: Scope) -> None:
        """Show the opinions of another scope."""
        if scope != self.scope:
            self.beginFilterChange()
            self.scope = scope
            self._end_change()

    def sift(self, sieve: Sieve, known: Known) -> None:
        """Show only what passes."""
        if (sieve, known) != (self._sieve, self._known):
            self.beginFilterChange()
            self._sieve, self._known = sieve, known
            self._end_change()

    def _end_change(self) -> None:
        if hasattr(self, "endFilterChange"):
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        else:  # Qt 6.9
            self.invalidateRowsFilter()

    @property
    def hidden(self) -> int:
        """How many opinions of the scope are hidden."""
        return 0 if self._sieve.is_open else self.comments.count(self.scope) - self.rowCount()

    @property
    def hides_some(self) -> bool:
        """Whether there are opinions in the scope that do not pass."""
        return self.hidden > 0

    def beside(self, comment_id: str) -> str | None:
        """Return the opinion that follows one in this scope, else the one before it."""
        ids: list[str] = [self.index(row, 0).data(Role.ID) for row in range(self.rowCount())]
        at = ids.index(comment_id) if comment_id in ids else len(ids)
        return next(iter(ids[at + 1 :] + ids[:at][::-1]), None)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002
        """Accept what lies within the scope and passes."""
        comment = self.comments.at(source_row)
        if self._sieve.is_starred and is_lost(self.comments, comment):
            return False  # the star is on another text
        is_here = shows(self.comments, self.scope, comment)
        return is_here and self._sieve.passes(comment, self._known)
