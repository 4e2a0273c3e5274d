"""The menu behind the button of the cards: in what order, and which of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from beiguan_desktop.core.comment import TO_GOVERNMENT, TO_TEXT
from beiguan_desktop.core.sifting import ORDERS, PRIVATE, STARRED, UNSENT, Sieve
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.top_bar import Menu

_ENTER_OR_SPACE = (0x01000004, 0x01000005, 0x20)
Chosen = Callable[[str, Sieve], object]


class StayingMenu(Menu):
    """A menu that stays while one ticks several lines; Esc or a click beside it closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the line and stay."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the line and stay."""
        if event.key() not in _ENTER_OR_SPACE or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        is_one = action is not None and action.isCheckable() and action.isEnabled()
        if is_one and action is not None:
            action.trigger()
        return is_one


class SiftMenu(StayingMenu):
    """What is ticked holds at once; `chosen` is told the order and the sieve."""

    def __init__(self, parent: QWidget, order: str, sieve: Sieve, chosen: Chosen) -> None:
        super().__init__(WORN, parent)
        self._order, self._sieve, self._chosen = order, sieve, chosen
        self.setFont(faces.sans(14))
        self.setAccessibleName("排序和筛选")

    def fill(self, kinds: list[str], names: Mapping[str, str]) -> None:
        """Offer orders, kinds that there are, 性质, and authors if there are several."""
        group = QActionGroup(self)
        for order in ORDERS:
            action = self._line(self, order, is_on=order == self._order)
            group.addAction(action)
            action.triggered.connect(lambda _on, order=order: self._set_order(order))
        self.addSeparator()
        if len(kinds) > 1:
            self._add_set(self._below("类型"), "kinds", {kind: kind for kind in kinds})
            natures = {"修改" in kinds, kinds != ["修改"]}
            if natures == {True}:
                both = {nature: nature for nature in (TO_GOVERNMENT, TO_TEXT)}
                self._add_set(self._below("性质"), "natures", both)
        if len(names) > 1:
            self._add_set(self._below("谁写的"), "authors", names)
        for field, words in (
            ("is_unsent", UNSENT),
            ("is_private", PRIVATE),
            ("is_starred", STARRED),
        ):
            action = self._line(self, f"只看{words}", is_on=getattr(self._sieve, field))
            action.triggered.connect(lambda on, field=field: self._wish(field, on))

    def _below(self, title: str) -> QMenu:
        below = StayingMenu(WORN, self)
        below.setTitle(title)
        below.setFont(self.font())
        below.setAccessibleName(title)
        self.addMenu(below)
        return below

    def _add_set(self, menu: QMenu, field: str, words: Mapping[str, str]) -> None:
        for one, name in words.items():
            is_on = one in getattr(self._sieve, field)
            action = self._line(menu, name.replace("&", "&&"), is_on=is_on)
            action.triggered.connect(lambda on, one=one: self._turn(field, one, is_on=on))

    def _line(self, menu: QMenu, words: str, *, is_on: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_on)
        return action

    def _turn(self, field: str, one: str, *, is_on: bool) -> None:
        now: frozenset[str] = getattr(self._sieve, field)
        self._wish(field, now | {one} if is_on else now - {one})

    def _set_order(self, order: str) -> None:
        self._order = order
        self._chosen(self._order, self._sieve)

    def _wish(self, field: str, value: bool | frozenset[str]) -> None:
        self._sieve = replace(self._sieve, **{field: value})  # type: ignore[arg-type]
        self._chosen(self._order, self._sieve)
