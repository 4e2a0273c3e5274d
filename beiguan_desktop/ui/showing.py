"""Which report is shown at the start, and that its text is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from beiguan_desktop.core.errors import DamagedTextError, UserError
from beiguan_desktop.services import clock

if TYPE_CHECKING:
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.workspace import Workspace

_ONCE = Qt.ConnectionType.SingleShotConnection


def whole(workspace: Workspace, report_id: str) -> Report:
    """Load a report; one whose text is damaged is made whole from its source, and told."""
    try:
        return workspace.store.shelf.load(report_id)
    except DamagedTextError:
        from beiguan_desktop.services import mending  # noqa: PLC0415 - hardly ever needed

        change_id, now = clock.new_id(), clock.now()
        report, _ = mending.whole(workspace.store, report_id, change_id=change_id, now=now)
        # said once the report is seen: what was saved last would take its place
        workspace.opened.connect(lambda _report: workspace.refused.emit(mending.MENDED), _ONCE)
        return report


def show_last(workspace: Workspace) -> None:
    """Show what was shown last; where that cannot be made whole, the next best, and tell.

    Raises UserError where none can be shown.
    """
    from beiguan_desktop.services.library_list import in_turn  # noqa: PLC0415 - after first paint

    failed: UserError | None = None
    for report in in_turn(workspace.store):
        try:
            workspace.show_report(report)
        except UserError as error:
            failed = failed or error
        else:
            break
    if failed is not None and workspace.report is None:
        raise failed
    if failed is not None:
        workspace.refused.emit(str(failed))
