"""The flows of a window: what a command leads to, made when it is first asked for, once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.ui.main_window import MainWindow

T = TypeVar("T", bound=QObject)


def flow_of(window: MainWindow, kind: type[T], make: Callable[[MainWindow], T] | None = None) -> T:
    """Return the one flow of a kind that a window has; `make` if more than the window is needed."""
    found = window.findChild(kind)
    return found if isinstance(found, kind) else (make or kind)(window)


def has_report(window: MainWindow) -> bool:
    """Tell whether a report is open and nobody is being asked who sits here."""
    return window.workspace.report is not None and not window.stage.is_asking
