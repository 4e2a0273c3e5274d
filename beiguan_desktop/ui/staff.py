"""我是工作人员: whether this window is used by a delegation's staff; kept in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from beiguan_desktop.ui.workspace import Workspace

_KEY = "staff"


class Staff(QObject):
    """The switch of one workspace."""

    changed = Signal(bool)
    """It has been switched: whether staff sit here now."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.is_on = workspace.store.desk.setting(_KEY) == "1"

    def set_on(self, *, is_on: bool) -> None:
        """Keep the switch; nothing changes (told) when it cannot be kept."""
        desk = self._workspace.store.desk
        kept = self._workspace.attempt(lambda: desk.put_setting(_KEY, "1" if is_on else "0"))
        if kept and is_on != self.is_on:
            self.is_on = is_on
            self.changed.emit(is_on)


def staff_of(workspace: Workspace) -> Staff:
    """Return the switch of an open workspace, made when it is first asked for."""
    found = workspace.findChild(Staff)
    return found if isinstance(found, Staff) else Staff(workspace)


def is_staff(workspace: Workspace) -> bool:
    """Tell whether staff sit before an open workspace."""
    return staff_of(workspace).is_on
