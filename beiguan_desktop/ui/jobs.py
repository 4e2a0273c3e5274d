"""Work that would hold the window up runs in a thread, on values only."""

from collections.abc import Callable
from threading import Thread
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from beiguan_desktop.core.errors import UserError

End = Callable[[], None]


class Jobs(QObject):
    """Runs pure work in the background; at once and in place when `is_synchronous` (tests).

    Python's threads, not Qt's pool: a QRunnable whose Python half goes first ends the process.
    """

    _ended = Signal(object)
    """An End, emitted in the thread of the work and heard in the window's."""

    def __init__(self, parent: QObject | None = None, *, is_synchronous: bool = False) -> None:
        super().__init__(parent)
        self.is_synchronous = is_synchronous
        self._threads: list[Thread] = []
        self._ended.connect(self._hear)

    def run(
        self,
        act: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[str], None],
        ended: End = lambda: None,
    ) -> None:
        """Run `act`; then call `done` with its result or `failed` with a sentence.

        `ended` is called before either, and where a bug is raised too: what was held is let go.
        """

        def end() -> End:
            made = _end_of(act, done, failed)

            def whole() -> None:
                ended()
                made()

            return whole

        if self.is_synchronous:
            end()()
            return
        thread = Thread(target=lambda: self._ended.emit(end()))
        self._threads = [*(thread for thread in self._threads if thread.is_alive()), thread]
        thread.start()

    def wait(self) -> None:
        """Wait for what is running: nothing is cut off when the program ends."""
        for thread in self._threads:
            thread.join()
        self._threads = []

    def finish(self) -> None:
        """Wait, and hear how it ended: a file that was stored is remembered as handed in."""
        self.wait()
        QCoreApplication.sendPostedEvents(self)

    def _hear(self, end: End) -> None:
        end()


def _end_of(
    act: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[str], None]
) -> End:
    """Do the work and return what is to be called; a bug is raised again when it is."""
    try:
        result = act()
    except UserError as error:
        words = str(error)
        return lambda: failed(words)
    except Exception as error:  # noqa: BLE001 - handed to the crash dialog, not swallowed
        bug = error

        def stumble() -> None:
            raise bug

        return stumble
    return lambda: done(result)
