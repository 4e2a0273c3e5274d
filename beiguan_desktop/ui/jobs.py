"""Work that would hold the window up runs in a thread, on values only."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from beiguan_desktop.core.errors import UserError


class _Outcome(QObject):
    done = Signal(object)
    failed = Signal(str)
    broken = Signal(object)


class _Job(QRunnable):
    def __init__(self, act: Callable[[], Any], outcome: _Outcome) -> None:
        super().__init__()
        self._act, self._outcome = act, outcome

    def run(self) -> None:
        """Do the work and tell how it ended; a bug is raised again in the window's thread."""
        try:
            result = self._act()
        except UserError as error:
            self._outcome.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001 - handed to the crash dialog, not swallowed
            self._outcome.broken.emit(error)
        else:
            self._outcome.done.emit(result)


class Jobs(QObject):
    """Runs pure work in the background; at once and in place when `is_synchronous` (tests)."""

    def __init__(self, parent: QObject | None = None, *, is_synchronous: bool = False) -> None:
        super().__init__(parent)
        self.is_synchronous = is_synchronous
        self._outcomes: set[_Outcome] = set()

    def run(
        self, act: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
    ) -> None:
        """Run `act`; then call `done` with its result or `failed` with a sentence."""
        outcome = _Outcome(self)
        self._outcomes.add(outcome)

        def settle() -> None:
            self._outcomes.discard(outcome)
            outcome.deleteLater()

        def on_broken(error: Exception) -> None:
            settle()
            raise error

        for signal, heard in ((outcome.done, done), (outcome.failed, failed)):
            signal.connect(lambda _result: settle())
            signal.connect(heard)
        outcome.broken.connect(on_broken)
        job = _Job(act, outcome)
        if self.is_synchronous:
            job.run()
        else:
            QThreadPool.globalInstance().start(job)

    def wait(self) -> None:
        """Wait for what is running: nothing is cut off when the program ends."""
        QThreadPool.globalInstance().waitForDone()
