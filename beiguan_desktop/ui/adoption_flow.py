"""采纳对照 and 意见的位置 in 对照: found beside the window, confirmed by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.comment import Comment, Decision
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, editions
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.adoption_rows import (
    UNDO,
    by_comment,
    places_told,
    rows,
    settled,
    summary,
    way_in,
)
from beiguan_desktop.ui.adoption_tab import AdoptionTab
from beiguan_desktop.ui.crossing_jobs import CrossingSearch
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.comment import Outcome
    from beiguan_desktop.services.editions import Crossing
    from beiguan_desktop.ui.compare_flow import CompareFlow
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.places_rows import Row

NAME = "采纳对照"
_LOOKING = "正在看上一稿的意见写进去没有…"
_HEIGHT = 44


class AdoptionFlow(QObject):
    """Follows which two editions are compared."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._search = CrossingSearch(window, self)
        self._crossing: Crossing | None = None
        self._rows: list[Row] = []
        self._flow: CompareFlow | None = None
        self._seen: tuple[object, ...] = ()
        """Which editions were looked through, and for whom: each sees his own opinions."""
        self.tab = AdoptionTab(WORN)
        self.slot = PlacesSlot()
        self.tab.decided.connect(self._decide)
        self.tab.noted.connect(self._note)
        self.slot.button.clicked.connect(self._look)
        self._workspace.changed.connect(self._on_changed)

    def follow(self, flow: CompareFlow) -> None:
        """Stand in the page of 对照, and say what the two editions there make of the opinions."""
        flow.page.add_tab(NAME, self.tab, self.tab.step)
        flow.page.set_slot(self.slot)
        self._flow = flow
        flow.compared.connect(self._take)

    def _take(self) -> None:
        """Look through the opinions of the edition on the left, unless that is done already."""
        flow, workspace = self._flow, self._workspace
        if flow is None or flow.old is None or flow.new is None:
            return
        me = workspace.me.id if workspace.me else None
        wanted = flow.old, flow.new, me, workspace.is_staff
        if wanted == self._seen:
            return
        self._seen, self._crossing = wanted, None
        self.tab.tell(_LOOKING)
        self.slot.tell("", "")
        self._search.find(flow.old, flow.new, rows, self._found)

    def _found(self, crossing: Crossing, found: list[Row]) -> None:
        self._crossing, self._rows = crossing, found
        may_put = not self._workspace.store.read_only
        self.slot.tell(places_told(crossing), way_in(crossing) if may_put else "")
        self._show()

    def _show(self) -> None:
        """Show what was confirmed so far."""
        crossing, workspace = self._crossing, self._workspace
        if crossing is None or not workspace.is_open:
            return
        decisions, may_write = self._decisions(), not workspace.store.read_only
        shown = [settled(it, decisions.get(it.key), may_write=may_write) for it in self._rows]
        notes = {key: it.note for key, it in decisions.items()}
        self.tab.show_rows(summary(crossing, decisions), shown, notes=notes)

    def _decisions(self) -> dict[str, Decision]:
        new = self._crossing.new.id if self._crossing else ""
        return by_comment(self._workspace.store.decisions(new))

    def _on_changed(self, change: Change) -> None:
        """Follow decisions at once; opinions as well, or once the page is seen again."""
        records = [it for edit in change.edits for it in (edit.before, edit.after)]
        if any(isinstance(it, Comment) for it in records):
            self._seen = ()
            if self._flow is not None and self._flow.page.isVisible():
                self._take()
        decisions = [it for it in records if isinstance(it, Decision)]
        if decisions:
            self._show()
            self.tab.stand_on(decisions[0].comment)

    def _look(self) -> None:
        """Show the opinions that have not been taken over, beside the newer edition."""
        from beiguan_desktop.ui.crossing_flow import CrossingFlow  # noqa: PLC0415 - on first use
        from beiguan_desktop.ui.flows import flow_of  # noqa: PLC0415 - on first use

        crossing, window = self._crossing, self._window
        if crossing is None:
            return
        window.change_report(crossing.new.id)
        if self._workspace.shown == crossing.new.id:
            flow_of(window, CrossingFlow).open(crossing.old)

    # -- confirmed

    def _decide(self, key: str, act: str) -> None:
        before = self._decisions().get(key)
        if act != UNDO:
            self._confirm(key, _outcome(act), self.tab.note.text(), before)
        elif before is not None and self._workspace.me is not None:
            change = editions.taken_back(
                before, person=self._workspace.me, change_id=clock.new_id(), now=clock.now()
            )
            self._workspace.do(change)

    def _note(self, key: str, words: str) -> None:
        before = self._decisions().get(key)
        if before is not None:
            self._confirm(key, before.outcome, words, before)

    def _confirm(self, key: str, outcome: Outcome, note: str, before: Decision | None) -> None:
        crossing, person = self._crossing, self._workspace.ensure_me()
        if crossing is None or person is None:
            return
        wanted = Decision(
            clock.new_id(), key, crossing.new.id, outcome, person.id, clock.now(), note
        )
        try:
            change = editions.decided(wanted, before, person=person, change_id=clock.new_id())
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        if change is not None and self._workspace.do(change) and before is None:
            self.tab.stand_on_next(key)


def _outcome(act: str) -> Outcome:
    return next(it for it in editions.OUTCOMES if it == act)


class PlacesSlot(QWidget):
    """意见的位置: a sentence, and the way to those that wait."""

    def __init__(self) -> None:
        super().__init__()
        self.words = plain_label("", "ink2", faces.sans(14))
        self.button = QPushButton("")
        self.button.setFont(faces.sans(14))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.button)
        self.rescale()

    def tell(self, words: str, button: str) -> None:
        """Say what became of the places; a button without words is not there."""
        self.words.setText(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.button.setMinimumHeight(bar(_HEIGHT))
