"""没找到位置的意见: said at the foot, listed among the cards, placed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.past import main_words, shortened
from beiguan_desktop.core.referring import closed_up, quoted
from beiguan_desktop.core.unplaced import candidates, has_place, old_words, without_place
from beiguan_desktop.services import clock, moving
from beiguan_desktop.ui import faces, icons, labels
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.staff import may_change
from beiguan_desktop.ui.unplaced_bar import UnplacedBar
from beiguan_desktop.ui.unplaced_homes import homes_of

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Anchor, Comment
    from beiguan_desktop.ui.main_window import MainWindow

_BY_KEY = Qt.FocusReason.OtherFocusReason
_NOT_YOURS = "这条意见不是您写的，不能替他放。请让写的人自己来放"
_LOOKING = "正在找这些话现在在哪里…"
_NOWHERE = "正文里没有很像的话。请自己找一找，点那句话；点页边，放到整段。"
_SHOWN, _AROUND = 60, 12
"""Characters of a passage that are repeated in the bar, and of what stood before and after it."""


class UnplacedFlow(QObject):
    """Leads from the count at the foot to the cards, and from a card to a place in the text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._view, self._cards = window.page.view, window.reading.cards
        self._placed: str | None = None
        """The opinion that waits for a place."""
        self._found: list[Anchor] = []
        self._at = 0
        self.bar: UnplacedBar | None = None
        self.badge = QPushButton()
        self.badge.setProperty("role", "flat")
        self.badge.setFont(faces.sans(14))
        self.badge.setMinimumHeight(bar(44))
        self.badge.setCursor(Qt.CursorShape.PointingHandCursor)
        self.badge.setToolTip("看没找到位置的意见，给它们指一个地方")
        icons.put(self.badge, "triangle-alert", "warn", 20)
        self.badge.clicked.connect(self.show_lost)
        line = window.status
        line.lost = self.badge
        line.row.insertWidget(line.row.indexOf(line.count_button), self.badge)
        self._view.clicked.connect(self._on_clicked)
        self._workspace.opened.connect(lambda _report: self.give_up())

    # -- what is said for good

    def tell(self, count: int) -> None:
        """Say how many opinions have no place in the text; nothing while every one has."""
        self.badge.setText(f"{labels.LOST} {count} 条")
        self.badge.setAccessibleName(f"有 {count} 条意见没找到位置，去看看")
        self.badge.setVisible(count > 0)

    def show_lost(self) -> None:
        """Show the cards of the opinions without a place, the first one current."""
        report = self._workspace.report
        self._window.show_hall()
        model = self._window.page.panel.model
        lost = without_place(report, model.comments()) if report is not None else []
        if lost:
            self._window.page.panel.choose(lost[0].id)
            self._window.page.panel.list.setFocus(_BY_KEY)

    # -- a place by hand

    def begin(self, comment_id: str) -> None:
        """Wait for a click that says where an opinion belongs; what the box holds is kept first."""
        self.give_up()
        comment, report = self._mine(comment_id), self._workspace.report
        if comment is None or report is None or not self._window.reading.writing.leave():
            return
        self._window.show_hall()
        self._placed, self._found, self._at = comment_id, [], 0
        old = homes_of(self._workspace).of(comment) or report
        words = old_words(comment.anchor, old)
        self._window.page.hide_undo_bar()  # it would lie over the text one has to click
        self._made_bar().tell(
            f"{comment.kind}：{shortened(main_words(comment))}", _stood(comment, words)
        )
        self._made_bar().show_found(_LOOKING, jumps=False)
        self._window.page.panel.choose(comment_id)
        letter = min(comment.anchor.letter_start, report.units[-1].letter)
        self._view.show_place(report.place_of(letter)[0])
        self._view.setFocus(_BY_KEY)
        self._window.jobs.run(
            lambda: candidates(report, words),
            lambda found: self._show_found(comment_id, found),
            self._workspace.refused.emit,
        )

    def _mine(self, comment_id: str) -> Comment | None:
        comment, report = self._workspace.comments.get(comment_id), self._workspace.report
        if comment is None or report is None or has_place(report, comment):
            return None
        if not may_change(self._workspace, comment) or self._workspace.store.read_only:
            self._workspace.refused.emit(_NOT_YOURS)
            return None
        return comment

    def _show_found(self, comment_id: str, found: list[Anchor]) -> None:
        if self._placed != comment_id:
            return  # given up, or another one meanwhile
        self._found = found
        if found:
            self._show_candidate()
        else:
            self._made_bar().show_found(_NOWHERE, jumps=False)

    def _show_candidate(self) -> None:
        report, many = self._workspace.report, len(self._found)
        if report is None:
            return
        place = self._found[self._at]
        where = labels.place_words(report, place)
        words = f"可能在这里：{where}。对，就按回车；不对，请点别的话。"
        if many > 1:
            words = f"可能的地方有 {many} 处，这是第 {self._at + 1} 处（{where}）。"
        self._made_bar().show_found(words, jumps=many > 1)
        self._cards.look_at(place)
        self._view.glow(place)

    def jump(self, by: int) -> None:
        """Show the next (1) or the previous (-1) place where the words may belong."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show_candidate()

    def _on_clicked(self) -> None:
        if self._placed is not None:
            self.accept()

    def accept(self) -> None:
        """Put the opinion where one has chosen."""
        chosen = self._view.state.chosen
        if chosen is not None:
            self._put(chosen)

    def give_up(self) -> None:
        """Leave the opinion without a place."""
        was_on, self._placed, self._found = self._placed, None, []
        if self.bar is not None and was_on:
            self.bar.hide()
            self._view.setFocus(_BY_KEY)

    def _put(self, anchor: Anchor) -> None:
        placed, report = self._placed, self._workspace.report
        comment = self._mine(placed) if placed else None
        if placed is None or comment is None or report is None:
            self.give_up()
            return
        try:
            change = moving.move(report, comment, anchor, change_id=clock.new_id(), now=clock.now())
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        self.give_up()
        if change is not None and self._workspace.do(change):
            self._cards.go_to(placed)
            self._window.page.panel.choose(placed)
            original = moving.original_words(report, change)
            also = f"，原文也换成了“{shortened(original)}”" if original else ""
            where = labels.place_words(report, anchor)
            self._window.page.undo_bar.tell(f"已放到{where}{also}{self._rest()}", sign="check")

    def _rest(self) -> str:
        report, comments = self._workspace.report, self._workspace.comments.values()
        left = len(without_place(report, comments)) if report is not None else 0
        return f"，还有 {left} 条没有位置" if left else ""

    def _made_bar(self) -> UnplacedBar:
        if self.bar is None:
            self.bar = UnplacedBar(self._view.theme, self._view)
            self.bar.lie_down(self._window.top_bar.last)
            self.bar.accepted.connect(self.accept)
            self.bar.closed.connect(self.give_up)
            self.bar.jumped.connect(self.jump)
            self.bar.whole_asked.connect(lambda: self._put(WHOLE_REPORT))
        return self.bar


def _stood(comment: Comment, words: str) -> str:
    """Say what an opinion was about, with a little of what stood round it."""
    anchor, short = comment.anchor, _middle_left_out(closed_up(words))
    if anchor.quote:
        before, after = closed_up(anchor.prefix)[-_AROUND:], closed_up(anchor.suffix)[:_AROUND]
        return f"原来在：…{before}【{short}】{after}…"
    return f"原来在：{quoted(short)}" if short else ""


def _middle_left_out(words: str) -> str:
    """Keep beginning and end of long words: by them they are known."""
    if len(words) <= _SHOWN:
        return words
    return f"{words[: _SHOWN * 2 // 3]}……{words[-_SHOWN // 3 :]}"
