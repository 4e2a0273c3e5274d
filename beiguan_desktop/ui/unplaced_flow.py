"""没找到位置的意见: said at the foot, listed among the cards, placed by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.past import shortened
from beiguan_desktop.core.referring import closed_up, quoted
from beiguan_desktop.core.unplaced import has_place, old_words, without_place
from beiguan_desktop.services import clock, moving
from beiguan_desktop.ui import faces, icons, labels
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.place_seeking import PlaceSeeker, Sought
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.staff import may_change
from beiguan_desktop.ui.unplaced_homes import homes_of

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Anchor, Comment
    from beiguan_desktop.ui.main_window import MainWindow

_BY_KEY = Qt.FocusReason.OtherFocusReason
_NOT_YOURS = "这条意见不是您写的，不能替他放。请让写的人自己来放"
_SHOWN, _AROUND = 60, 12
"""Characters of a passage that are repeated in the bar, and of what stood before and after it."""


class UnplacedFlow(QObject):
    """Leads from the count at the foot to the cards, and from a card to a place in the text."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self._view, self._cards = window.page.view, window.reading.cards
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
        seeker = self.seeker
        seeker.give_up()
        comment, report = self._mine(comment_id), self._workspace.report
        if comment is None or report is None or not self._window.reading.writing.leave():
            return
        self._window.show_hall()
        self._window.page.panel.choose(comment_id)
        old = homes_of(self._workspace).of(comment) or report
        words = old_words(comment.anchor, old)
        stood = _stood(comment, words)
        seeker.begin(Sought(comment, words, stood, lambda place: self._put(comment_id, place)))

    @property
    def seeker(self) -> PlaceSeeker:
        """What waits for the click."""
        return flow_of(self._window, PlaceSeeker)

    def _mine(self, comment_id: str) -> Comment | None:
        comment, report = self._workspace.comments.get(comment_id), self._workspace.report
        if comment is None or report is None or has_place(report, comment):
            return None
        if not may_change(self._workspace, comment) or self._workspace.store.read_only:
            self._workspace.refused.emit(_NOT_YOURS)
            return None
        return comment

    def _put(self, comment_id: str, anchor: Anchor) -> None:
        comment, report = self._mine(comment_id), self._workspace.report
        if comment is None or report is None:
            self.seeker.give_up()
            return
        try:
            change = moving.move(report, comment, anchor, change_id=clock.new_id(), now=clock.now())
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        self.seeker.give_up()
        if change is not None and self._workspace.do(change):
            self._cards.go_to(comment_id)
            self._window.page.panel.choose(comment_id)
            original = moving.original_words(report, change)
            also = f"，原文也换成了“{shortened(original)}”" if original else ""
            where = labels.place_words(report, anchor)
            self._window.page.undo_bar.tell(f"已放到{where}{also}{self._rest()}", sign="check")

    def _rest(self) -> str:
        report, comments = self._workspace.report, self._workspace.comments.values()
        left = len(without_place(report, comments)) if report is not None else 0
        return f"，还有 {left} 条没有位置" if left else ""


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
