"""An opinion gets its place by a click in the text; the places most like its words are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.past import main_words, shortened
from beiguan_desktop.core.unplaced import candidates
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.reading_page import put_aside, when_wanted
from beiguan_desktop.ui.unplaced_bar import UnplacedBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.comment import Anchor, Comment
    from beiguan_desktop.ui.main_window import MainWindow

_LOOKING = "正在找这些话现在在哪里…"
_NOWHERE = "正文里没有很像的话。请自己找一找，点那句话；点页边，放到整段。"
_CLICK = "还没有选中地方。请先点这条意见说的那句话"


@dataclass(frozen=True, slots=True)
class Sought:
    """An opinion that waits for a place; `words` are those it was about, `stood` as they are told.

    `put` is called with the place that was chosen, `closed` when somebody gave it up; `asked` is
    what it asks for, its main words if not told.
    """

    comment: Comment
    words: str
    stood: str
    put: Callable[[Anchor], None]
    closed: Callable[[], None] = lambda: None
    asked: str = ""


class PlaceSeeker(QObject):
    """One opinion at a time waits, whoever asked for it: a click never places two."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._view = window, window.page.view
        self.sought: Sought | None = None
        self.found: list[Anchor] = []
        self._at = 0
        self._needs_room = False
        self._before: Anchor | None = None
        """What was chosen in the text before anybody was asked: that is no answer."""
        self.bar = UnplacedBar(self._view.theme, self._view)
        self.bar.lie_down(window.top_bar.last)
        self.bar.resized.connect(lambda: self._make_room(is_needed=self._needs_room))
        when_wanted(window.page, lambda: self._make_room(is_needed=False))
        self.bar.accepted.connect(self._accept)
        self.bar.closed.connect(self._close)
        self.bar.jumped.connect(self._jump)
        self.bar.whole_asked.connect(lambda: self._put(WHOLE_REPORT))
        self._view.clicked.connect(self._on_clicked)
        window.workspace.opened.connect(lambda _report: self.give_up())

    def begin(self, sought: Sought) -> None:
        """Show the text about where the opinion stood, and wait for a click."""
        report, comment = self._window.workspace.report, sought.comment
        if report is None:
            return
        self._window.show_hall()
        self._window.page.hide_undo_bar()  # it would lie over the text one has to click
        self.sought, self.found, self._at = sought, [], 0
        self._before = self._view.state.chosen
        asked = sought.asked or shortened(main_words(comment))
        self.bar.tell(f"{comment.kind}：{asked}", sought.stood)
        self.bar.show_found(_LOOKING, jumps=False)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make_room(is_needed=True)
        letter = min(comment.anchor.letter_start, report.units[-1].letter)
        self._view.show_place(report.place_of(letter)[0])
        self._window.jobs.run(
            lambda: candidates(report, sought.words) if sought.words else [],
            lambda found: self._show_found(sought, found),
            self._window.workspace.refused.emit,
        )

    def give_up(self) -> None:
        """Wait for no click any more."""
        if self.sought is not None:
            self.sought, self.found = None, []
            self.bar.hide()
            put_aside(self._window.page, is_away=False)
            self._needs_room = False
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_room(self, *, is_needed: bool) -> None:
        """Let the text have the writing pane's room in a low window, till somebody writes."""
        if self.sought is not None:
            self._needs_room = is_needed
            put_aside(self._window.page, is_away=is_needed)

    # -- where it may be

    def _show_found(self, sought: Sought, found: list[Anchor]) -> None:
        if self.sought is not sought:
            return  # given up, or another one meanwhile
        self.found = found
        if found:
            self._show_candidate()
        else:
            self.bar.show_found(_NOWHERE, jumps=False)

    def _show_candidate(self) -> None:
        report, many = self._window.workspace.report, len(self.found)
        if report is None:
            return
        place = self.found[self._at]
        where = labels.place_words(report, place)
        words = f"可能在这里：{where}。对，就按回车；不对，请点别的话。"
        if many > 1:
            words = f"可能的地方有 {many} 处，这是第 {self._at + 1} 处（{where}）。"
        self.bar.show_found(words, jumps=many > 1)
        self._window.reading.cards.look_at(place)
        self._before = self._view.state.chosen
        self._view.glow(place)

    def _jump(self, by: int) -> None:
        """Show the next (1) or the previous (-1) place where the words may belong."""
        if self.found:
            self._at = (self._at + by) % len(self.found)
            self._show_candidate()

    # -- where it is put

    def _on_clicked(self) -> None:
        chosen = self._view.state.chosen
        if chosen is not None:
            self._put(chosen)

    def _accept(self) -> None:
        """Put the opinion where one has chosen since it was asked, else at the place shown."""
        chosen = self._view.state.chosen
        if chosen == self._before:
            chosen = self.found[self._at] if self.found else None
        if chosen is not None:
            self._put(chosen)
        else:
            self._window.workspace.refused.emit(_CLICK)

    def _put(self, anchor: Anchor) -> None:
        if self.sought is not None:
            self.sought.put(anchor)

    def _close(self) -> None:
        sought = self.sought
        self.give_up()
        if sought is not None:
            sought.closed()
