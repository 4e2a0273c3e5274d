"""A new edition: the opinions on the one before are offered, looked at, and taken over."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, editions, library
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.crossing_by_hand import ByHand
from beiguan_desktop.ui.crossing_rows import SECTIONS, rows, sentence
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.places_page import PlacesPage
from beiguan_desktop.ui.places_rows import ELSEWHERE, HERE, Row
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.comment import Anchor, Comment
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.services.editions import Crossing
    from beiguan_desktop.ui.crossing_bar import CrossingBar
    from beiguan_desktop.ui.main_window import MainWindow

_NAME, _LEAVE = "上一稿的意见", "先不放"
_LOOKING, _PUTTING = "正在给上一稿的意见找位置…", "正在放到这一稿…"
_KEPT = "放过来的是新的一条，上一稿的原样留着。"
_NONE = "上一稿的意见都放过来了"
_MANY = 200
"""More opinions are written beside the window."""
_REFUSED = "editions.refused:{}"


class CrossingFlow(QObject):
    """Keeps what becomes of the opinions on the older edition of the report that is shown."""

    _progressed = Signal(int, int)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._crossing: Crossing | None = None
        self._stop: Event | None = None
        self._is_putting = False
        self.bar: CrossingBar | None = None
        self.by_hand = ByHand(window, self)
        self.page = PlacesPage(WORN, _NAME, leave=_LEAVE)
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(self._leave)
        self.page.decided.connect(self._decide)
        self.page.accepted.connect(self._accept)
        self.by_hand.placed.connect(self._put_one)
        self.by_hand.given_up.connect(self._show_again)
        self._progressed.connect(self._tell_progress)
        self._workspace.opened.connect(lambda _report: self._let_be())
        self._workspace.changed.connect(lambda _change: self._look_again())

    # -- offered

    def offer(self) -> None:
        """Say above the text how many opinions of the older edition wait, unless it was refused."""
        report = self._workspace.report
        if report is None or self._workspace.store.read_only:
            return
        if self._workspace.store.desk.setting(_REFUSED.format(report.id)):
            return
        self._find(None, self._show_bar)

    def _show_bar(self, crossing: Crossing) -> None:
        if crossing.waiting and self._workspace.shown == crossing.new.id:
            self._made_bar().tell(sentence(crossing))

    def _made_bar(self) -> CrossingBar:
        if self.bar is None:
            from beiguan_desktop.ui.crossing_bar import CrossingBar  # noqa: PLC0415 - on first use

            view = self._window.page.view
            self.bar = CrossingBar(view.theme, view)
            self.bar.lie_down(self._window.top_bar.last)
            self.bar.looked.connect(self.open)
            self.bar.closed.connect(self.bar.hide)
            self.bar.refused.connect(self._refuse)
        return self.bar

    def _refuse(self) -> None:
        """Say no more of it for this edition."""
        self._made_bar().hide()
        key = _REFUSED.format(self._workspace.shown)
        self._workspace.attempt(lambda: self._workspace.store.desk.put_setting(key, "1"))

    # -- found

    def _find(self, old: Report | None, then: Callable[[Crossing], None]) -> None:
        """Find in a job what becomes of the opinions; `old` where it is not the one named."""
        new, workspace = self._workspace.report, self._workspace
        if new is None:
            return
        self._let_be()
        stop = self._stop = Event()
        me, is_staff, path = workspace.me, workspace.is_staff, workspace.path

        def work() -> Crossing | None:
            with garbage.held(), library.open_library(path, read_only=True) as store:
                older = old or editions.older(store, new)
                if older is None:
                    return None
                return editions.crossing(
                    store,
                    older,
                    new,
                    me=me,
                    is_staff=is_staff,
                    stop=stop,
                    progress=self._progressed.emit,
                )

        def done(crossing: Crossing | None) -> None:
            if crossing is not None and not stop.is_set():
                self._crossing = crossing
                then(crossing)

        self._window.jobs.run(work, done, workspace.refused.emit)

    def _tell_progress(self, done: int, whole: int) -> None:
        if self._crossing is None:
            self.page.head.setText(f"{_LOOKING.rstrip('…')}：{done} / {whole}")

    def _let_be(self) -> None:
        if self._stop is not None:
            self._stop.set()
        self._stop = self._crossing = None
        if self.bar is not None:
            self.bar.hide()
        self.by_hand.give_up()

    # -- looked at

    def open(self, old: Report | None = None) -> None:
        """Show the opinions that wait, with the places that were found for them."""
        if not has_report(self._window) or not self._window.reading.leave():
            return
        self.page.show_busy(_LOOKING)
        self._window.rooms.show_page(self.page)
        self.page.take_focus()
        self._find(old, self._show)

    def _show(self, crossing: Crossing) -> None:
        for button in (self.page.back_button, self.page.leave_button):
            button.setEnabled(True)
        if not crossing.waiting:
            self.page.show_end(_NONE, "")
            self.page.take_focus()
            return
        me = self._workspace.me
        shown = rows(crossing, me.id if me else None)
        self.page.show_rows(sentence(crossing), (_KEPT,), shown, accept="", sections=SECTIONS)
        self._count()
        self.page.take_focus()

    def _look_again(self) -> None:
        """Follow what was undone while the list is seen."""
        if self._window.rooms.currentWidget() is self.page and not self._is_putting:
            self.open(self._old)

    def _show_again(self) -> None:
        """Go back to the list as it was left."""
        if self._crossing is not None:
            self._window.rooms.show_page(self.page)
            self.page.list.setFocus()

    def _count(self) -> None:
        """Say on the button how many will be taken over."""
        many = len(self._chosen())
        self.page.main_button.setText(f"把 {many} 条放到这一稿")
        self.page.main_button.setVisible(many > 0)

    def _decide(self, key: str, act: str) -> None:
        proposal = self._proposal(key)
        if act == ELSEWHERE and proposal is not None and self._crossing is not None:
            self.by_hand.begin(proposal.comment, self._crossing.old)
            return
        self.page.model.decide(key, act)
        self._count()

    def _proposal(self, key: str) -> editions.Proposal | None:
        found = self._crossing.waiting if self._crossing else []
        return next((it for it in found if it.comment.id == key), None)

    def _leave(self) -> None:
        if not self._is_putting:
            self._let_be()
            self._window.rooms.show_text()

    # -- taken over

    def _chosen(self) -> list[tuple[Comment, Anchor]]:
        wanted = {row.key for row in self.page.model.rows() if _is_wanted(row)}
        return [
            (it.comment, it.placed.anchor)
            for it in (self._crossing.waiting if self._crossing else [])
            if it.comment.id in wanted and it.placed.anchor is not None
        ]

    def _accept(self) -> None:
        self._put(self._chosen(), self._land)

    def _put_one(self, comment: Comment, anchor: Anchor) -> None:
        """Take over an opinion to which a place was given by hand; the list goes on."""
        decided = {row.key: row.decision for row in self.page.model.rows()}

        def then(_change: Change) -> None:
            if self._crossing is not None:
                followed = self._crossing.followed | {comment.id}
                self._crossing = replace(self._crossing, followed=followed)
                self._show(self._crossing)
                for key, act in decided.items():
                    self.page.model.decide(key, act)
                self._count()
                self._show_again()

        self._put([(comment, anchor)], then)

    @property
    def _old(self) -> Report | None:
        return self._crossing.old if self._crossing else None

    def _put(self, chosen: list[tuple[Comment, Anchor]], then: Callable[[Change], None]) -> None:
        workspace, crossing, me = self._workspace, self._crossing, self._workspace.me
        if crossing is None or self._is_putting:
            return
        try:
            change = editions.accepted(
                crossing.new,
                chosen,
                known=crossing.followed,
                new_id=clock.new_id,
                now=clock.now(),
                me=me.id if me else None,
            )
        except UserError as error:
            workspace.refused.emit(str(error))
            return
        if change is None:
            return
        if len(change.edits) > _MANY:
            self._put_beside(change, then)
            return
        self._is_putting = True
        is_done = workspace.do(change)
        self._is_putting = False
        if is_done:
            then(change)

    def _put_beside(self, change: Change, then: Callable[[Change], None]) -> None:
        """Write very many in a job; nothing else is done meanwhile."""
        workspace, store = self._workspace, self._workspace.store
        self._is_putting = True
        self._window.setEnabled(False)
        self.page.show_busy(_PUTTING, may_leave=False)

        def free() -> None:
            self._is_putting = False
            self._window.setEnabled(True)

        def done(applied: Change) -> None:
            workspace.saved.emit(applied.at)
            workspace.do(applied, is_written=True)
            free()
            then(applied)

        def failed(words: str) -> None:
            free()
            self.open(self._old)
            workspace.failed.emit(words)

        self._window.jobs.run(lambda: store.apply(change), done, failed)

    def _land(self, change: Change) -> None:
        """Show the text with the opinions, and offer to take that back."""
        waiting = len(self._crossing.waiting) if self._crossing else 0
        left = waiting - len(change.edits)
        self._let_be()
        self._window.show_hall()
        rest = f"，还有 {left} 条没有放" if left else ""
        words = f"已把 {len(change.edits)} 条意见放到这一稿{rest}"
        self._window.page.undo_bar.tell(words, sign="check")


def _is_wanted(row: Row) -> bool:
    return row.decision == HERE
