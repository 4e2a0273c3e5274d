"""我是工作人员: whether who sits here is of a delegation's staff; kept in the library by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Comment
    from beiguan_desktop.ui.workspace import Workspace

_OLD_KEY = "staff"
"""The switch of the whole library, as it was once: it is whoever's sat here then."""
_RECORDED_HERE = ("here", "table")
"""Where a recorded opinion comes from that nobody has sent."""


class Staff(QObject):
    """The switch of one workspace."""

    changed = Signal(bool)
    """It has been switched: whether staff sit here now."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace

    @property
    def is_on(self) -> bool:
        """Whether staff sit here now."""
        return self._workspace.is_staff

    def set_on(self, *, is_on: bool) -> None:
        """Keep the switch of who sits here; nothing changes (told) when it cannot be kept."""
        workspace, me = self._workspace, self._workspace.ensure_me()
        if me is None:
            return
        value = "1" if is_on else "0"
        kept = workspace.attempt(lambda: workspace.store.desk.put_setting(_key(me.id), value))
        if kept and is_on != workspace.is_staff:
            workspace.is_staff = is_on
            self.changed.emit(is_on)


def sits_here(workspace: Workspace) -> bool:
    """Look in the library whether who sits here is of the staff.

    The switch of an older library is taken over once, for whoever sits here then.
    """
    desk, me = workspace.store.desk, workspace.me
    if me is None:
        return False
    kept, old = desk.setting(_key(me.id)), desk.setting(_OLD_KEY)
    if old == "1" and not workspace.store.read_only:
        is_kept = workspace.attempt(lambda: desk.put_setting(_key(me.id), kept or old), quiet=True)
        if is_kept:
            workspace.attempt(lambda: desk.put_setting(_OLD_KEY, ""), quiet=True)
    return (kept or old) == "1"


def _key(person: str) -> str:
    return f"{_OLD_KEY}:{person}"


def staff_of(workspace: Workspace) -> Staff:
    """Return the switch of an open workspace, made when it is first asked for."""
    found = workspace.findChild(Staff)
    return found if isinstance(found, Staff) else Staff(workspace)


def is_staff(workspace: Workspace) -> bool:
    """Tell whether staff sit before an open workspace."""
    return staff_of(workspace).is_on


def sees(workspace: Workspace, comment: Comment) -> bool:
    """Tell whether an opinion is shown to who sits here."""
    return comment.is_seen_by(workspace.me, is_staff=workspace.is_staff)


def may_change(workspace: Workspace, comment: Comment) -> bool:
    """Tell whether who sits here may give an opinion other words, another place, or the bin.

    His own; and staff what was recorded on this machine: it is the recorder's wording.
    """
    me = workspace.me
    if comment.person in ("", me.id if me else ""):
        return True
    is_recorded = comment.recorder is not None and comment.origin in _RECORDED_HERE
    return workspace.is_staff and is_recorded and comment.is_seen_by(me, is_staff=True)
