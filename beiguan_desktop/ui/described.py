"""What the window does when a report is called otherwise, or goes out of sight."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from beiguan_desktop.core.report import Description

if TYPE_CHECKING:
    from beiguan_desktop.core.change import Change
    from beiguan_desktop.ui.main_window import MainWindow

_STILL_OPEN = "这份报告已经隐藏，现在还开着；下次打开程序，先看到的是别的报告。"


def follow(window: MainWindow, change: Change) -> None:
    """Call the open report as it is called now, in the bar and in what is made of it.

    Its text stays as it is set: nothing of it hangs on what the report is called.
    """
    from beiguan_desktop.ui.main_window import name_report  # noqa: PLC0415 - a circle

    workspace = window.workspace
    for edit in change.edits:
        now, was = edit.after, edit.before
        if not isinstance(now, Description) or workspace.report is None:
            continue
        if now.id == workspace.shown:
            workspace.report = replace(
                workspace.report,
                title=now.title,
                genre=now.genre,
                edition=now.edition,
                meeting=now.meeting,
                edition_of=now.edition_of,
            )
            name_report(window, workspace.report)
            if now.hidden_at and isinstance(was, Description) and not was.hidden_at:
                window.status.add_told(_STILL_OPEN)
