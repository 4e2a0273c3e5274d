"""What is done beside the window for the opinions on an older edition: found, and written."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.errors import CancelledError, UserError
from beiguan_desktop.services import editions, library
from beiguan_desktop.ui import garbage

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.services.editions import Crossing
    from beiguan_desktop.ui.main_window import MainWindow


T = TypeVar("T")


class CrossingSearch(QObject):
    """Finds what becomes of the opinions, one search at a time.

    `progressed`: so many of so many are done.
    """

    progressed = Signal(int, int)

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._stop: Event | None = None

    def find(
        self,
        old: Report | None,
        new: Report,
        make: Callable[[Crossing, str | None], T],
        then: Callable[[Crossing, T], None],
    ) -> None:
        """Look for the places in `new`; `old` is the edition that `new` names where it is None.

        `make` is called in the job with what was found and who sits here, `then` in the window.
        """
        self.stop()
        stop = self._stop = Event()
        workspace = self._window.workspace
        me, is_staff, path = workspace.me, workspace.is_staff, workspace.path

        def work() -> tuple[Crossing, T] | None:
            with garbage.held(), library.open_library(path, read_only=True) as store:
                older = old or editions.older(store, new)
                if older is None:
                    return None
                try:
                    found = editions.crossing(
                        store,
                        older,
                        new,
                        me=me,
                        is_staff=is_staff,
                        stop=stop,
                        progress=self.progressed.emit,
                    )
                except CancelledError:
                    return None
                return found, make(found, me.id if me else None)

        def done(found: tuple[Crossing, T] | None) -> None:
            if found is not None and not stop.is_set():
                then(*found)

        self._window.jobs.run(work, done, workspace.refused.emit)

    def stop(self) -> None:
        """Look no further."""
        if self._stop is not None:
            self._stop.set()


def write_beside(
    window: MainWindow,
    make: Callable[[], Change | None],
    done: Callable[[Change | None], None],
    failed: Callable[[str], None],
) -> None:
    """Make and write a Change of very many records in a job; nothing else is done meanwhile."""
    workspace, store = window.workspace, window.workspace.store
    window.setEnabled(False)

    def work() -> Change | None:
        change = make()
        return None if change is None else store.apply(change)

    def on_done(applied: Change | None) -> None:
        if applied is not None:
            workspace.saved.emit(applied.at)
            workspace.do(applied, is_written=True)
        done(applied)

    def on_failed(words: str) -> None:
        workspace.failed.emit(words)
        failed(words)

    window.jobs.run(work, on_done, on_failed, lambda: window.setEnabled(True))


def write_here(window: MainWindow, make: Callable[[], Change | None]) -> Change | None:
    """Make and write a Change of few records at once; None (told) when it could not be done."""
    try:
        change = make()
    except UserError as error:
        window.workspace.refused.emit(str(error))
        return None
    return change if change is not None and window.workspace.do(change) else None
