"""What of my opinions has been handed in: counted anew after each change and each hand-in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core import handing_in
from beiguan_desktop.core.comment import Person
from beiguan_desktop.ui.flows import flow_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beiguan_desktop.core.comment import Comment
    from beiguan_desktop.core.handing_in import HandIn, Standing
    from beiguan_desktop.ui.main_window import MainWindow


CHANGED_SINCE = "交后改过"


@dataclass(frozen=True)
class Waiting:
    """How many of my opinions are not handed in, and how many are to be taken back.

    `has_others`: the count is of others' opinions too; `keeps_some`: some are not meant to go.
    """

    count: int = 0
    has_handed_in: bool = False
    to_take_back: int = 0
    has_others: bool = False
    keeps_some: bool = False

    def words(self, *, has_draft: bool) -> str:
        """Say so behind the count of all."""
        mine = "，我的" if self.has_others else "，"
        back = f"，{self.to_take_back} 条要撤回" if self.to_take_back else ""
        if not self.has_handed_in:
            return f"{mine}还没交" if self.count else ""
        if self.count:
            return f"{mine}还有 {self.count} 条没交{back}"
        every = "要交的都" if self.keeps_some or has_draft else "都"
        return back or f"{mine}{every}交了"


class Handed(QObject):
    """Knows the hand-ins of whoever sits here on the report that is shown."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace, self._status = window.workspace, window.status
        self._panel = window.page.panel
        self._panel.model.handed = self._words
        self._hand_ins: Sequence[HandIn] = ()
        self._workspace.opened.connect(lambda _report: self.look_again())
        self._workspace.changed.connect(self._on_changed)
        self.look_again()

    def look_again(self) -> None:
        """Read the hand-ins anew: another one was made, or somebody else sits here."""
        workspace, me = self._workspace, self._workspace.me
        if workspace.report is not None:
            tray = workspace.store.out_tray
            self._hand_ins = tray.hand_ins(workspace.shown, me.id) if me else ()
            self._panel.sifting.show_anew()
            self._tell()

    def _words(self, comment: Comment) -> str:
        """Say on a card whether it was handed in; nothing before that."""
        standing = self.standing(comment)
        if standing.is_changed:
            return CHANGED_SINCE
        return f"已交（第{standing.ordinal}次）" if standing.is_handed_in else ""

    def standing(self, comment: Comment) -> Standing:
        """Say whether an opinion has been handed in as it stands, and which time."""
        return handing_in.standing(comment, self._hand_ins)

    def waiting(self) -> list[Comment]:
        """Return my opinions that are to go and have not been handed in as they stand."""
        comments, me = self._workspace.comments.values(), self._workspace.me
        return handing_in.waiting(comments, me.id, self._hand_ins) if me else []

    @property
    def _has_others(self) -> bool:
        """Whether the opinions that are counted are not mine alone."""
        me = self._workspace.me
        return any(me is None or it.person != me.id for it in self._workspace.comments.values())

    @property
    def _keeps_some(self) -> bool:
        """Whether some of what is counted is not meant to go: it is kept to oneself."""
        return any(it.private for it in self._workspace.comments.values())

    def _on_changed(self, change: object) -> None:
        is_person = any(isinstance(edit.after, Person) for edit in getattr(change, "edits", ()))
        if is_person:
            self.look_again()
        else:
            self._tell()

    def _tell(self) -> None:
        comments, me = self._workspace.comments.values(), self._workspace.me
        mine = handing_in.may_go(comments, me.id) if me else []
        back = len(handing_in.taken_back(self._hand_ins, {it.id for it in mine}))
        has_some = bool(self._hand_ins and self._hand_ins[-1].contents)
        waiting = len(self.waiting())
        self._status.set_waiting(
            Waiting(waiting, has_some, back, self._has_others, self._keeps_some)
        )
        self.changed.emit()


def handed_of(window: MainWindow) -> Handed:
    """Return what a window knows of it, made when it is first asked for."""
    return flow_of(window, Handed)
