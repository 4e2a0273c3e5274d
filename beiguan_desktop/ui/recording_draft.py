"""What stands in the line of 代录, kept on disk: by who sits here and by report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from beiguan_desktop.services import staff
from beiguan_desktop.ui.open_box import DRAFT_DELAY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beiguan_desktop.ui.recording_pane import RecordingPane
    from beiguan_desktop.ui.workspace import Workspace

_WAITING = ("place", "words")
"""What must not wait unseen: a name alone stands there for the next opinion."""


class RecordingDraft(QObject):
    """Keeps the line's contents soon after the last key, when one leaves a box, at the end."""

    def __init__(self, workspace: Workspace, pane: RecordingPane) -> None:
        super().__init__(pane)
        self._workspace, self._pane = workspace, pane
        self._whose: tuple[str, str] | None = None
        self._kept: Mapping[str, str] = {}
        self.chosen = ""
        """The id of the person who was pointed at."""
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_DELAY)
        self._timer.timeout.connect(self.keep)
        pane.edited.connect(self._timer.start)
        pane.left.connect(self.keep)

    def keep(self) -> bool:
        """Write what stands in the line; False (told) when that failed."""
        self._timer.stop()
        held, whose = self._held(), self._whose
        if whose is None or held == self._kept or not self._workspace.is_open:
            return True
        store = self._workspace.store
        if not self._workspace.attempt(lambda: staff.put_line(store, *whose, held)):
            return False
        self._kept = held
        return True

    def _held(self) -> Mapping[str, str]:
        held = self._pane.held()
        if not any(held[name] for name in ("name", *_WAITING)):
            return {}
        return held | {"chosen": self.chosen}

    def follow(self) -> bool:
        """Hold what belongs to who sits here now and the report shown; tell whether it waits."""
        whose = _whose(self._workspace)
        if whose != self._whose:
            self.keep()
            held = waiting(self._workspace)
            self._whose = whose
            self._pane.hold(held)
            self.chosen = held.get("chosen", "")
            self._kept = self._held()
        return any(self._pane.held()[name] for name in _WAITING)


def waiting(workspace: Workspace) -> Mapping[str, str]:
    """Return what was kept for who sits here and the report shown, by name; empty for nothing."""
    whose = _whose(workspace)
    return staff.line(workspace.store, *whose) if whose else {}


def is_waiting(workspace: Workspace) -> bool:
    """Tell whether words or a place wait in the line that nobody has recorded."""
    held = waiting(workspace)
    return any(held.get(name) for name in _WAITING)


def _whose(workspace: Workspace) -> tuple[str, str] | None:
    """Return the ids of who sits here and of the report shown; None where nobody records."""
    me, report = workspace.me, workspace.report
    return (me.id, report.id) if me and report and workspace.is_staff else None
