"""How large the interface is: letters of 14, 18 or 22 points, and all that goes with them.

The size of the report's letters is another matter and stays as the reader set it. Where the
window is low for such letters, bars have no air: what one reads and writes has their room.
"""

from collections.abc import Mapping
from types import MappingProxyType

STANDARD = 14
"""Points of the interface's letters that all sizes are written for."""
SIZES: Mapping[int, str] = MappingProxyType({STANDARD: "标准", 18: "大字", 22: "特大"})
"""The sizes one can choose, by their points."""
LOW = 520
"""Pixels at the standard size below which a window is low."""
HAND, _LINE = 44, 34
"""Pixels that a hand needs, at any size, and those of a line of words with a frame round it."""


class Scale:
    """The size that holds now for every window of this process."""

    def __init__(self) -> None:
        self.points = STANDARD
        self.is_low = False

    @property
    def factor(self) -> float:
        """How many times larger than standard everything is."""
        return self.points / STANDARD

    def put_on(self, points: int) -> None:
        """Take another size; one that cannot be chosen is the standard one."""
        self.points = points if points in SIZES else STANDARD

    def stand_in(self, height: int) -> bool:
        """Hold for a window so many pixels high; tell whether that changes how high bars are."""
        was_low, self.is_low = self.is_low, height < px(LOW)
        return self.is_low != was_low


SCALE = Scale()


def px(pixels: float) -> int:
    """Return what a length in pixels at the standard size is now."""
    return round(pixels * SCALE.factor)


def bar(pixels: float) -> int:
    """Return how high a bar, or a button in one, of so many pixels at the standard size is now.

    In a low window it has room for a line of words and for a hand, and no more.
    """
    return min(px(pixels), max(HAND, px(_LINE))) if SCALE.is_low else px(pixels)
