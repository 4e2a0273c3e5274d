"""换成更好的文字: a reading offered, its consequences seen first, then put in place and undone."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.findings import count_written
from beiguan_desktop.core.text_changes import changes_told
from beiguan_desktop.core.unplaced import without_place
from beiguan_desktop.services import clock, library, turning
from beiguan_desktop.services.reading_apart import CancelledError
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.places_page import PlacesPage
from beiguan_desktop.ui.places_rows import HERE, NOT
from beiguan_desktop.ui.replacing_rows import head, rows
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.undo_steps import TextStep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from beiguan_desktop.core.comment import Comment, Highlight
    from beiguan_desktop.core.correction import Correction
    from beiguan_desktop.core.report import Reading, Report
    from beiguan_desktop.services.turning import Offer, Turning
    from beiguan_desktop.ui.main_window import MainWindow

    _Loaded = tuple[Report, list[Comment]]

_NAME, _ACCEPT, _LEAVE = "换成更好的文字", "换成这个文字", "先不换"
_READING = "正在重新读这份报告的原文件…"
_LOOKING = "正在给每条意见找位置…"
_PUTTING = "正在换文字，意见跟着走…"
_BEST = "现在就是最好的文字"
_NOTHING = "用新的办法又读了一遍，和现在的一样，没有什么要换。"
_ASK = "换了可以撤销，旧的文字也留着。"
_WORDS_WAIT = "框里还有没写完的话。请先写完或者清掉，再撤销换文字"
_DONE = "文字换好了"


class ReplacingFlow(QObject):
    """Offers another text for the report that is shown; nothing changes before it was seen."""

    _went = Signal(object)
    """The source of which reading has been read; emitted in the thread of the job."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace, self._jobs = window, window.workspace, window.jobs
        self._stop: Event | None = None
        self._offer: Offer | None = None
        self._is_putting = False
        self._leave_to: Callable[[], bool] | None = None
        self.page = PlacesPage(WORN, _NAME, leave=_LEAVE)
        window.rooms.addWidget(self.page)
        self.page.back_asked.connect(self.leave)
        self.page.decided.connect(self.page.model.decide)
        self.page.accepted.connect(self.accept)
        self._workspace.opened.connect(lambda _report: self._let_be())
        self._went.connect(self._on_went)

    # -- what is offered

    def begin(self) -> None:
        """Read the report's source by the rules of today, in a job, and show what would change."""
        self._compute(
            _READING,
            lambda store, old, letter, stop: turning.offered_anew(
                store, old, letter, stop=stop, read=lambda: self._went.emit(stop)
            ),
        )

    def offer(
        self,
        reading: Reading,
        corrections: Sequence[Correction],
        leave_to: Callable[[], bool] | None = None,
    ) -> None:
        """Show what another reading of the report that is shown would change.

        `leave_to` shows where it came from when it is not put in place, and tells whether it could.
        """
        self._compute(
            _LOOKING,
            lambda store, old, letter, _stop: turning.offered(
                store, old, reading, corrections, letter
            ),
        )
        self._leave_to = leave_to

    def _compute(self, words: str, make: Callable[..., Offer], told: str = "") -> None:
        window, report = self._window, self._workspace.report
        is_free = has_report(window) and not self._is_putting
        is_free = is_free and not self._workspace.store.read_only
        if not is_free or report is None or not window.reading.leave():
            return
        self._let_be()
        self._leave_to = None
        stop, path, old = Event(), self._workspace.path, report
        self._stop = stop
        letter = report.letter_at(*window.page.view.top_place())
        self.page.show_busy(words)
        window.rooms.show_page(self.page)
        self.page.take_focus()

        def work() -> Offer | None:
            try:
                with garbage.held(), library.open_library(path, read_only=True) as store:
                    return make(store, old, letter, stop)
            except CancelledError:
                return None

        def show(offer: Offer | None) -> None:
            if offer is not None and stop is self._stop:
                self._show(offer)
                self.page.tell(told)

        def fail(why: str) -> None:
            if stop is self._stop:
                self.page.show_end("没有读成", why)
                self.page.take_focus()

        self._jobs.run(work, show, fail)

    def _show(self, offer: Offer) -> None:
        self._stop, self._offer = None, offer
        store = self._workspace.store
        if offer.is_same:
            self._workspace.attempt(
                lambda: turning.settle_reader(store, offer, now=clock.now()), quiet=True
            )
            self.page.show_end(_BEST, _NOTHING)
        else:
            shown = rows(offer, self._sees)
            said = changes_told(offer.old, offer.shown.new, count_written(offer.reading))
            if offer.unfit:
                said.append(f"您以前改的 {len(offer.unfit)} 处在新的文字里用不上了。")
            self.page.show_rows(head(offer, shown), said, shown, accept=_ACCEPT)
            self.page.hint.setText(_ASK)
        self.page.take_focus()

    def _sees(self, record: Comment | Highlight) -> bool:
        """Tell whether whoever sits here may see a record: marks are everybody's own."""
        me, is_staff = self._workspace.me, self._workspace.is_staff
        if hasattr(record, "is_seen_by"):
            return bool(record.is_seen_by(me, is_staff=is_staff))
        return me is None or record.person == me.id

    def _on_went(self, stop: Event) -> None:
        if stop is self._stop:
            self.page.show_busy(_LOOKING)

    def leave(self) -> None:
        """Leave everything as it is; a job that is going on is given up."""
        if not self._is_putting:
            self._let_be()
            leave_to, self._leave_to = self._leave_to, None
            if leave_to is None or not leave_to():
                self._window.rooms.show_text()

    def _let_be(self) -> None:
        if self._stop is not None:
            self._stop.set()
        self._stop = self._offer = None

    # -- put in place

    def accept(self) -> None:
        """Put the text in place that was seen, with every opinion as it was decided."""
        offer, store = self._offer, self._workspace.store
        if offer is None or self._is_putting:
            return
        listed = self.page.model.rows()
        declined = [it.key for it in listed if it.section == "changed" and it.decision == NOT]
        taken = [it.key for it in listed if it.section == "lost" and it.decision == HERE]
        letter = store.desk.last_place(offer.old.id) or 0

        def act() -> Turning:
            shown = turning.settled(offer, declined=declined, taken=taken)
            now, change = clock.now(), clock.new_id()
            return turning.turned(store, offer, shown, letter, change_id=change, now=now)

        def done(made: Turning, loaded: _Loaded) -> None:
            self._workspace.stack.push(TextStep(made))
            self._land(made, loaded, _DONE, is_undo=False)

        self._put(act, done, lambda why: self._again(offer, why))

    def _put(
        self,
        act: Callable[[], Turning],
        done: Callable[[Turning, _Loaded], None],
        failed: Callable[[str], None],
    ) -> None:
        """Write in a job; nothing else may be done meanwhile, and it is not to be stopped."""
        self._is_putting, store = True, self._workspace.store
        actions = self._window.actions_by_name.by_name.values()
        held = [action for action in actions if action.isEnabled()]
        for action in held:
            action.setEnabled(False)
        self._window.top_bar.setEnabled(False)
        self.page.show_busy(_PUTTING, may_leave=False)
        self._window.rooms.show_page(self.page)

        def free() -> None:
            self._is_putting = False
            self._window.top_bar.setEnabled(True)
            for action in held:
                action.setEnabled(True)

        def work() -> tuple[Turning, _Loaded]:
            with garbage.held():
                made = act()
                return made, (store.shelf.load(made.report), store.comments(made.report))

        self._jobs.run(work, lambda found: done(*found), failed, free)

    def _land(self, made: Turning, loaded: _Loaded, words: str, *, is_undo: bool) -> None:
        """Show the report anew where one read it, and offer to take that back."""
        window, workspace = self._window, self._workspace
        workspace.put_last_place(made.top)
        workspace.saved.emit(clock.now())
        workspace.show_report(made.report, loaded)
        window.show_hall()
        left = len(without_place(loaded[0], workspace.comments.values()))
        rest = f"，有 {left} 条意见没找到位置" if left else ""
        sign = "undo-2" if is_undo else "check"
        window.page.undo_bar.tell(f"{words}{rest}", sign=sign, leads_on=is_undo)

    def _again(self, offer: Offer, why: str) -> None:
        """Say why it was not put in place, and show the list as things stand now."""
        self._workspace.show_report(offer.old.id)
        self._compute(
            _LOOKING,
            lambda store, old, letter, _stop: turning.offered(
                store, old, offer.reading, offer.corrections, letter
            ),
            why,
        )

    # -- taken back

    def reverse(self, step: TextStep, *, is_undo: bool) -> None:
        """Put the other text of a step back, with every opinion where it was."""
        window, stack = self._window, self._workspace.stack
        if self._is_putting:
            return
        if window.reading.writing.has_words:
            self._workspace.refused.emit(_WORDS_WAIT)
            return
        store, last = self._workspace.store, step.last
        window.reading.keep_place()

        def done(made: Turning, loaded: _Loaded) -> None:
            step.last = made
            (stack.undo if is_undo else stack.redo)()
            said = "撤销了：换文字，旧的文字放回来了" if is_undo else f"重做了：换文字，{_DONE}"
            self._land(made, loaded, said, is_undo=is_undo)

        def failed(why: str) -> None:
            window.show_hall()
            self._workspace.refused.emit(why)

        self._put(
            lambda: turning.turned_back(store, last, change_id=clock.new_id(), now=clock.now()),
            done,
            failed,
        )
