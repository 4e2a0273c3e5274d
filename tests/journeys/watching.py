"""How long the interface's thread stays away from its event loop, by its own clock.

The processor's time of this one thread is counted, not the time on the wall: a busy machine
makes everything late. It makes things longer, too, for others fill the caches, and machines
differ: so a stretch is divided by how much longer a fixed sum takes now than on the machine for
which the limit was set, in a quiet moment (2.6 GHz, Python 3.11).
"""

import gc
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

LIMIT = 0.100
"""Seconds: beyond, people see that something hangs."""


_SLOWEST = 2.0
"""However slow the machine is, no more than this is put down to it."""
_USUAL = 0.00106
"""The processor's seconds of the sum on that machine, median of 20 least of 20."""


def _sum() -> float:
    """Return the processor's seconds that a fixed sum takes."""
    began = time.thread_time()
    sum(number * number for number in range(40_000))
    return time.thread_time() - began


def slowness() -> float:
    """Return how many times as long as usual the sum takes now, 1…2."""
    return min(_SLOWEST, max(1.0, sorted(_sum() for _ in range(5))[2] / _USUAL))


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
        tracer = sys.gettrace()
        sys.settrace(None)  # to measure the coverage takes longer than what is watched
        try:
            began = time.thread_time()
            act()
            took = time.thread_time() - began
        finally:
            sys.settrace(tracer)
        self.stretches.append((name, took / slowness() if took > LIMIT else took))


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
    assert late == [], late
