"""A new edition: the opinions on the one before are offered, looked at, and taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.referring import quoted
from beiguan_desktop.core.wording import canonical
from beiguan_desktop.services import clock, editions, moving
from beiguan_desktop.ui.crossing_jobs import CrossingSearch, write_beside, write_here
from beiguan_desktop.ui.crossing_rows import (
    SECTIONS,
    asked_in_short,
    in_short,
    rows,
    sentence,
    stood,
)
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.place_seeking import PlaceSeeker, Sought
from beiguan_desktop.ui.places_page import PlacesPage
from beiguan_desktop.ui.places_rows import ELSEWHERE, HERE, Row
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.comment import Anchor
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.services.editions import Crossing
    from beiguan_desktop.ui.crossing_bar import CrossingBar
    from beiguan_desktop.ui.main_window import MainWindow

_NAME, _LEAVE = "上一稿的意见", "先不放"
_LOOKING, _PUTTING = "正在给上一稿的意见找位置…", "正在放到这一稿…"
_KEPT = "放过来的是新的一条，上一稿的原样留着。"
_NONE = "上一稿的意见都放过来了"
_OTHER_WORDS = "放好了。这一条现在是：{}不合适，请按 Ctrl+Z 撤销，或者回到报告改一改。"
_MANY = 200
"""More opinions are written beside the window."""
_REFUSED = "editions.refused:{}:{}"


class CrossingFlow(QObject):
    """Keeps what becomes of the opinions on the older edition of the report that is shown."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._crossing: Crossing | None = None
        self._search = CrossingSearch(window, self)
        self._is_putting = False
        self.bar: CrossingBar | None = None
        self.page = PlacesPage(WORN, _NAME, leave=_LEAVE)
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(self._leave)
        self.page.decided.connect(self._decide)
        self.page.accepted.connect(self._accept)
        self._search.progressed.connect(self._tell_progress)
        self._workspace.opened.connect(lambda _report: self._let_be())
        self._workspace.changed.connect(lambda _change: self._look_again())

    # -- offered

    def offer(self) -> None:
        """Say above the text how many opinions of the older edition wait, unless it was refused."""
        report = self._workspace.report
        is_open = self._workspace.is_open  # the window may have been closed meanwhile
        if report is None or not is_open or self._workspace.store.read_only:
            return
        if self._workspace.store.desk.setting(_REFUSED.format(report.id, report.edition_of)):
            return
        self._find(None, self._show_bar)

    def _show_bar(self, crossing: Crossing, _rows: Sequence[Row]) -> None:
        if not crossing.waiting or self._workspace.shown != crossing.new.id:
            return
        if self.bar is None:
            from beiguan_desktop.ui.crossing_bar import CrossingBar  # noqa: PLC0415 - on first use

            view = self._window.page.view
            self.bar = CrossingBar(view.theme, view)
            self.bar.lie_down(self._window.top_bar.last)
            self.bar.looked.connect(self.open)
            self.bar.closed.connect(self.bar.hide)
            self.bar.refused.connect(self._refuse)
        self.bar.tell(sentence(crossing), in_short(crossing))

    def _refuse(self) -> None:
        """Say no more of it for this edition."""
        if self.bar is not None:
            self.bar.hide()
        report = self._workspace.report
        key = _REFUSED.format(self._workspace.shown, report.edition_of if report else None)
        self._workspace.attempt(lambda: self._workspace.store.desk.put_setting(key, "1"))

    # -- found

    def _find(self, old: Report | None, then: Callable[[Crossing, Sequence[Row]], None]) -> None:
        """Find what becomes of the opinions; `old` where it is not the edition that is named."""
        report = self._workspace.report
        if report is None:
            return
        self._let_be()

        def found(crossing: Crossing, shown: Sequence[Row]) -> None:
            self._crossing = crossing
            then(crossing, shown)

        self._search.find(old, report, rows, found)

    def _tell_progress(self, done: int, whole: int) -> None:
        if self._crossing is None:
            self.page.head.setText(f"{_LOOKING.rstrip('…')}：{done} / {whole}")

    def _let_be(self) -> None:
        self._search.stop()
        self._crossing = None
        if self.bar is not None:
            self.bar.hide()

    # -- looked at

    def open(self, old: Report | None = None) -> None:
        """Show the opinions that wait, with the places that were found for them."""
        if not has_report(self._window) or not self._window.reading.leave():
            return
        self.page.show_busy(_LOOKING)
        self._window.rooms.show_page(self.page)
        self.page.take_focus()
        self._find(old, self._show)

    def _show(self, crossing: Crossing, shown: Sequence[Row]) -> None:
        for button in (self.page.back_button, self.page.leave_button):
            button.setEnabled(True)
        if not crossing.waiting:
            self.page.show_end(_NONE, "")
            self.page.take_focus()
            return
        self.page.show_rows(sentence(crossing), (_KEPT,), shown, accept="", sections=SECTIONS)
        self.page.tell(crossing.warning)
        self._count()
        self.page.take_focus()

    def _look_again(self) -> None:
        """Follow what was undone while the list is seen."""
        if self._window.rooms.currentWidget() is self.page and not self._is_putting:
            self.open(self._crossing.old if self._crossing else None)

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
        found = self._crossing.waiting if self._crossing else []
        comment = next((it.comment for it in found if it.comment.id == key), None)
        if act != ELSEWHERE:
            self.page.model.decide(key, act)
            self._count()
        elif comment is not None and self._crossing is not None:
            self._seek(comment, self._crossing.old)

    def _leave(self) -> None:
        if not self._is_putting:
            self._let_be()
            self._window.rooms.show_text()

    # -- taken over

    def _chosen(self) -> list[tuple[Comment, Anchor]]:
        wanted = {row.key for row in self.page.model.rows() if row.decision == HERE}
        return [
            (it.comment, it.placed.anchor)
            for it in (self._crossing.waiting if self._crossing else [])
            if it.comment.id in wanted and it.placed.anchor is not None
        ]

    def _accept(self) -> None:
        self._put(self._chosen(), self._land)

    def _seek(self, comment: Comment, old: Report) -> None:
        """Wait for a click in the text that says where an opinion belongs."""
        words, shown = stood(comment, old), stood(comment, old, is_short=True)
        told = f"上一稿里：{quoted(shown)}" if shown else ""
        sought = Sought(
            comment,
            words,
            told,
            lambda place: self._put_one(comment, place),
            self._show_again,
            asked_in_short(old, comment),
        )
        flow_of(self._window, PlaceSeeker).begin(sought)

    def _put_one(self, comment: Comment, anchor: Anchor) -> None:
        """Take over an opinion to which a place was given by hand; the list goes on."""
        left = [row for row in self.page.model.rows() if row.key != comment.id]

        def then(change: Change) -> None:
            flow_of(self._window, PlaceSeeker).give_up()
            if self._crossing is not None:
                followed = self._crossing.followed | {comment.id}
                self._crossing = replace(self._crossing, followed=followed)
                self._show(self._crossing, left)
                self._show_again()
                self.page.tell(
                    _other_words(self._workspace.report, comment, change) or self._crossing.warning
                )

        self._put([(comment, anchor)], then)

    def _put(self, chosen: list[tuple[Comment, Anchor]], then: Callable[[Change], None]) -> None:
        """Write opinions anew at their places; very many beside the window."""
        crossing, window = self._crossing, self._window
        if crossing is None or self._is_putting:
            return
        me = self._workspace.me

        def make() -> Change | None:
            return editions.accepted(
                crossing.new,
                chosen,
                known=crossing.followed,
                new_id=clock.new_id,
                now=clock.now(),
                me=me.id if me else None,
            )

        def done(applied: Change | None) -> None:
            self._is_putting = False
            if applied is not None:
                then(applied)

        def failed(_words: str) -> None:
            self._is_putting = False
            self.open(crossing.old)

        self._is_putting = True
        if len(chosen) > _MANY:
            self.page.show_busy(_PUTTING, may_leave=False)
            write_beside(window, make, done, failed)
        else:
            done(write_here(window, make))

    def _land(self, change: Change) -> None:
        """Show the text with the opinions, and offer to take that back."""
        waiting = len(self._crossing.waiting) if self._crossing else 0
        left = waiting - len(change.edits)
        self._let_be()
        self._window.show_hall()
        rest = f"，还有 {left} 条没有放" if left else ""
        words = f"已把 {len(change.edits)} 条意见放到这一稿{rest}"
        self._window.page.undo_bar.tell(words, sign="check")


def _other_words(report: Report | None, comment: Comment, change: Change) -> str:
    """Say so where a sentence to be changed is another one now, with what it becomes; else ""."""
    after = change.edits[0].after
    if report is None or not isinstance(after, Comment):
        return ""
    original = moving.original_words(report, change)
    is_other = original and original != comment.anchor.quote
    return _OTHER_WORDS.format(canonical(report, after)) if is_other else ""
