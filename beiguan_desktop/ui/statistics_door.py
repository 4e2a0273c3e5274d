"""The way into 统计: pyqtgraph, a third of a second's import, comes beside the living window."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from beiguan_desktop.ui.flows import has_report

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow

_FLOW = "beiguan_desktop.ui.statistics_flow"


def open_statistics(window: MainWindow) -> None:
    """Show in place of the text where the opinions are and how much was read, once it is there."""
    if not has_report(window):
        return
    if _FLOW in sys.modules:
        _show(window)
    else:
        window.jobs.run(_fetch, lambda _: _show(window), window.workspace.refused.emit)


def _fetch() -> None:
    """Import what draws; no object of Qt's is made by that, those belong to the window's thread."""
    importlib.import_module(_FLOW)


def _show(window: MainWindow) -> None:
    """Show the page, unless the window was closed or asks something meanwhile."""
    from beiguan_desktop.ui.statistics_flow import StatisticsFlow  # noqa: PLC0415 - see above

    if not (window.isVisible() and has_report(window)):
        return
    if window.statistics is None:
        window.statistics = StatisticsFlow(window)
    window.statistics.open()
