"""How long the interface's thread stays away from its event loop, by its own clock.

The processor's time of this one thread is counted, not the time on the wall: a busy machine
makes everything late, but nothing longer.
"""

import gc
import time
from collections.abc import Callable
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

LIMIT = 0.100
"""Seconds: beyond, people see that something hangs."""


class Watch:
    """Every act is one stretch, and what it leaves to the loop, such as paints, is another."""

    def __init__(self) -> None:
        self.stretches: list[tuple[str, float]] = []

    def __call__(self, name: str, act: Callable[[], object]) -> None:
        """Do something as the loop would do it, and let the loop go on until it rests."""
        self._time(name, act)
        self._time(f"{name}, then", QApplication.processEvents)

    def too_long(self) -> list[str]:
        """Return the stretches that people would notice."""
        return [f"{name}: {1000 * took:.0f} ms" for name, took in self.stretches if took > LIMIT]

    def _time(self, name: str, act: Callable[[], object]) -> None:
        began = time.thread_time()
        act()
        self.stretches.append((name, time.thread_time() - began))


@contextmanager
def watching():
    """Give a watch; at the end nothing may have taken too long.

    What the tests hold is set aside: to look through it all for garbage takes longer than what
    is watched.
    """
    watch = Watch()
    gc.collect()
    gc.freeze()
    try:
        yield watch
    finally:
        gc.unfreeze()
    late = watch.too_long()
    assert late == []
