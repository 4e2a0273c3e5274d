"""Which cards the panel shows and in what order: one button, and a line while some are hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QListView, QPushButton

from beiguan_desktop.core.comment import KINDS
from beiguan_desktop.core.sifting import BY_PLACE, NOTHING_KNOWN, OPEN, ORDERS, authors
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.comment_model import CommentModel, show_anew
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.sift_line import SiftLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.core.sifting import Known, Sieve
    from beiguan_desktop.ui.comment_card import CommentList
    from beiguan_desktop.ui.sift_menu import SiftMenu
    from beiguan_desktop.ui.theme import Theme

_NAME = "排序和筛选"


class CardSifting(QObject):
    """Keeps order and sieve; the cards lie in another model only in another order."""

    changed = Signal()

    def __init__(self, cards: CommentList, model: CommentModel, theme: Theme) -> None:
        super().__init__(cards)
        self._cards, self._model = cards, model
        self._ordered: CommentModel | None = None
        self._report: Report | None = None
        self.order, self.sieve = BY_PLACE, OPEN
        self.known_from: Callable[[], Known] = lambda: NOTHING_KNOWN
        """Says what the opinions do not say themselves; asked only when a wish needs it."""
        self.button = QPushButton()
        self.button.setProperty("role", "flat")
        self.button.setFont(faces.sans(14))
        self.button.setMinimumHeight(px(44))
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setToolTip(_NAME)
        self.button.setAccessibleName(_NAME)
        icons.put(self.button, "list-filter", "ink2", 20)
        self.line = SiftLine(theme)
        self.button.clicked.connect(lambda: self.ask(self.button))
        self.line.pressed.connect(lambda: self.ask(self.line.button))
        self.line.open_asked.connect(self.show_all)

    # -- the library tells

    def follow(self, report: Report) -> None:
        """Take the opinions of another report."""
        self._report = report
        if self._ordered is not None:
            self._ordered.set_comments(self._model.comments(), report)

    def apply(self, change: Change) -> None:
        """Follow a change row by row."""
        if self._ordered is not None:
            self._ordered.apply(change)

    def refresh(self) -> None:
        """Look again what passes: a star, a hand-in, another scope may have changed it."""
        needs = self.sieve.is_starred or self.sieve.is_unsent
        known = self.known_from() if needs else NOTHING_KNOWN
        self._cards.setLayoutMode(QListView.LayoutMode.Batched)  # nobody waits for a thousand
        self._cards.shown.sift(self.sieve, known)
        self._cards.scheduleDelayedItemsLayout()
        self._cards.viewport().update()
        self.tell()

    def show_anew(self) -> None:
        """Show every card anew, in whatever order: what they do not hold themselves has changed."""
        for model in filter(None, (self._model, self._ordered)):
            show_anew(model)

    def tell(self) -> None:
        """Say what is shown and how many are hidden in the scope one looks at."""
        names = authors(self._model.comments()) if self.sieve.authors else {}
        order = self.order if self.order != BY_PLACE else ""
        hidden = None if self.sieve.is_open else self._cards.shown.hidden
        self.line.tell(self.sieve.words(names), order, hidden)

    # -- the user wishes

    def ask(self, beside: QPushButton) -> SiftMenu:
        """Open the menu below a button."""
        from beiguan_desktop.ui.sift_menu import SiftMenu  # noqa: PLC0415 - on first use

        menu = SiftMenu(beside, self.order, self.sieve, self.choose)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        every = self._model.comments()
        there = {comment.kind for comment in every}
        menu.fill([kind for kind in KINDS if kind in there], authors(every))
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height() + 2)))
        return menu

    def show_all(self) -> None:
        """Hide nothing, and keep to the order of the report."""
        self.choose(BY_PLACE, OPEN)
        self._cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, order: str, sieve: Sieve) -> None:
        """Show what passes in an order."""
        if order != self.order:
            self._put_in_order(order)
        self.sieve = sieve
        self.refresh()
        self.changed.emit()

    def reveal(self) -> None:
        """Hide nothing: somebody wants to see an opinion that does not pass."""
        if not self.sieve.is_open:
            self.choose(self.order, OPEN)

    def _put_in_order(self, order: str) -> None:
        self.order = order
        old, self._ordered = self._ordered, None
        if order != BY_PLACE:
            self._ordered = CommentModel(self, key=ORDERS[order])
            for told in ("sees", "may_change", "handed", "home"):
                setattr(self._ordered, told, getattr(self._model, told))
            self._ordered.set_author(self._model.author_id)
            self._ordered.set_comments(self._model.comments(), self._report)
        else:
            self._model.set_author(old.author_id if old else None)
        current = self._cards.current
        self._cards.setLayoutMode(QListView.LayoutMode.Batched)
        self._cards.shown.show_model(self._ordered or self._model)
        self._cards.show_comment(current)
        if old is not None:
            old.deleteLater()
