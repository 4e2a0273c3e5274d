"""The way into 对照: a tab of the top bar for staff whose report has another edition here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.report import Description
from beiguan_desktop.services import library_list, pairing
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.staff import staff_of

if TYPE_CHECKING:
    from beiguan_desktop.core.change import Change
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.view_tab import ViewTab

NAME = "对照"
PAGE = "compare-page"
"""The page's own name: to import what draws it is not worth asking."""


class CompareDoor(QObject):
    """Shows the tab while there is something behind it, and while it is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.tab: ViewTab | None = None
        self._is_here = False
        self._workspace.opened.connect(lambda _report: self.look_again())
        self._workspace.changed.connect(self._on_changed)
        staff_of(self._workspace).changed.connect(lambda _on: self.look_again())
        window.rooms.currentChanged.connect(lambda _at: self._show())
        self.look_again()

    def look_again(self) -> None:
        """Look whether the report has another edition in the library."""
        workspace = self._workspace
        self._is_here = False
        if workspace.is_open and workspace.is_staff:
            reports = library_list.to_choose(workspace.store)
            self._is_here = pairing.expected(reports, workspace.shown) is not None
        self._show()

    def _on_changed(self, change: Change) -> None:
        """Look again once a report is described otherwise, or goes out of sight."""
        if any(isinstance(edit.after, Description) for edit in change.edits):
            self.look_again()

    def _show(self) -> None:
        page = self._window.rooms.currentWidget()
        is_open = page is not None and page.objectName() == PAGE
        is_seen = is_open or self._is_here
        if self.tab is None and is_seen:
            self.tab = self._window.top_bar.add_view(NAME)
            self.tab.clicked.connect(lambda: open_compare(self._window))
        if self.tab is not None:
            self.tab.setChecked(is_open)
            self._window.top_bar.show_view(self.tab, is_seen=is_seen)


def offer_compare(window: MainWindow) -> CompareDoor:
    """Let the tab come and go; made once, when the library is open."""
    return flow_of(window, CompareDoor)


def open_compare(window: MainWindow, old: str | None = None, new: str | None = None) -> None:
    """Show what changed between two reports, or from the older edition to the one shown."""
    from beiguan_desktop.ui import compare_flow  # noqa: PLC0415 - on first use

    compare_flow.open_compare(window, old, new)
