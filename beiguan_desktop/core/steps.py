"""Long work in steps: how far it is, and that it ends soon when nobody wants it any longer."""

from collections.abc import Callable

from beiguan_desktop.core.errors import CancelledError

Stop = Callable[[], bool]
OnProgress = Callable[[int, int], None]
WHOLE = 100
"""What progress is told in: hundredths."""


class Steps:
    """Asks between two steps whether to go on, and tells how much is done."""

    def __init__(self, stop: Stop | None = None, on_progress: OnProgress | None = None) -> None:
        """Take who says that it is wanted no longer, and who hears (done, of how much)."""
        self._stop, self._on_progress = stop, on_progress
        self._told = -1

    def look(self) -> None:
        """Go on, or raise CancelledError."""
        if self._stop is not None and self._stop():
            raise CancelledError("已取消，什么都没有改动。")

    def done(self, part: int, whole: int = WHOLE, *, after: int = 0, until: int = WHOLE) -> None:
        """Tell that a part of the work between two hundredths is done, then look."""
        now = after + (until - after) * part // max(1, whole)
        if now != self._told and self._on_progress is not None:
            self._on_progress(now, WHOLE)
        self._told = now
        self.look()
