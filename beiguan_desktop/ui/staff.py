"""我是工作人员: whether who sits here is of a delegation's staff; kept in the library by person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Comment
    from beiguan_desktop.ui.workspace import Workspace


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
        from beiguan_desktop.services.staff import put_staff  # noqa: PLC0415 - on first use

        workspace, me = self._workspace, self._workspace.ensure_me()
        if me is None:
            return
        kept = workspace.attempt(lambda: put_staff(workspace.store, me, is_on=is_on))
        if kept and is_on != workspace.is_staff:
            workspace.is_staff = is_on
            self.changed.emit(is_on)


def staff_of(workspace: Workspace) -> Staff:
    """Return the switch of an open workspace, made when it is first asked for."""
    found = workspace.findChild(Staff)
    return found if isinstance(found, Staff) else Staff(workspace)


def sits_here(workspace: Workspace) -> bool:
    """Look in the library whether who sits here is of the staff."""
    from beiguan_desktop.services.staff import is_staff  # noqa: PLC0415 - needs the library

    return is_staff(workspace.store, workspace.me)


def sees(workspace: Workspace, comment: Comment) -> bool:
    """Tell whether an opinion is shown to who sits here."""
    return comment.is_seen_by(workspace.me, is_staff=workspace.is_staff)


def may_change(workspace: Workspace, comment: Comment) -> bool:
    """Tell whether who sits here may give an opinion other words, another place, or the bin."""
    return comment.may_be_changed_by(workspace.me, is_staff=workspace.is_staff)
