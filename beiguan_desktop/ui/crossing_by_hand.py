"""An opinion on the older edition gets its place in the newer one by a click in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.referring import quoted
from beiguan_desktop.core.unplaced import candidates
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.crossing_rows import asked_in_short, stood
from beiguan_desktop.ui.unplaced_bar import UnplacedBar

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Anchor, Comment
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow

_LOOKING = "正在找这些话现在在哪里…"
_NOWHERE = "新稿里没有很像的话。请自己找一找，点那句话；点页边，放到整段。"


class ByHand(QObject):
    """`placed`: the Comment shall stand at the Anchor; `give_up` when it does.

    `given_up`: the opinion waits on.
    """

    placed = Signal(object, object)
    given_up = Signal()

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._view = window, window.page.view
        self._comment: Comment | None = None
        self._found: list[Anchor] = []
        self._at = 0
        self.bar: UnplacedBar | None = None

    def begin(self, comment: Comment, old: Report) -> None:
        """Show the text, and wait for a click that says where the opinion belongs."""
        new = self._window.workspace.report
        if new is None:
            return
        self._comment, self._found, self._at = comment, [], 0
        self._window.show_hall()
        shown = stood(comment, old, is_short=True)
        said = f"{comment.kind}：{asked_in_short(old, comment)}"
        self._made_bar().tell(said, f"上一稿里：{quoted(shown)}" if shown else "")
        self._made_bar().show_found(_LOOKING, jumps=False)
        letter = min(comment.anchor.letter_start, new.units[-1].letter)
        self._view.show_place(new.place_of(letter)[0])
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        words = stood(comment, old)
        self._window.jobs.run(
            lambda: candidates(new, words) if words else [],
            lambda found: self._show_found(comment, found),
            self._window.workspace.refused.emit,
        )

    def _show_found(self, comment: Comment, found: list[Anchor]) -> None:
        if self._comment is not comment:
            return  # given up, or another one meanwhile
        self._found = found
        if found:
            self._show_candidate()
        else:
            self._made_bar().show_found(_NOWHERE, jumps=False)

    def _show_candidate(self) -> None:
        report, many = self._window.workspace.report, len(self._found)
        if report is None:
            return
        place = self._found[self._at]
        where = labels.place_words(report, place)
        words = f"可能在这里：{where}。对，就按回车；不对，请点别的话。"
        if many > 1:
            words = f"可能的地方有 {many} 处，这是第 {self._at + 1} 处（{where}）。"
        self._made_bar().show_found(words, jumps=many > 1)
        self._window.reading.cards.look_at(place)
        self._view.glow(place)

    def _jump(self, by: int) -> None:
        """Show the next (1) or the previous (-1) place where the words may belong."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show_candidate()

    def _on_clicked(self) -> None:
        if self._comment is not None:
            self._accept()

    def _accept(self) -> None:
        """Put the opinion where one has chosen."""
        chosen = self._view.state.chosen
        if chosen is not None:
            self._put(chosen)

    def _put(self, anchor: Anchor) -> None:
        if self._comment is not None:
            self.placed.emit(self._comment, anchor)

    def _close(self) -> None:
        self.give_up()
        self.given_up.emit()

    def give_up(self) -> None:
        """Wait for no click any more."""
        self._comment, self._found = None, []
        if self.bar is not None:
            self.bar.hide()

    def _made_bar(self) -> UnplacedBar:
        if self.bar is None:
            self.bar = UnplacedBar(self._view.theme, self._view)
            self.bar.lie_down(self._window.top_bar.last)
            self.bar.accepted.connect(self._accept)
            self.bar.closed.connect(self._close)
            self.bar.jumped.connect(self._jump)
            self.bar.whole_asked.connect(lambda: self._put(WHOLE_REPORT))
            self._view.clicked.connect(self._on_clicked)
        return self.bar
