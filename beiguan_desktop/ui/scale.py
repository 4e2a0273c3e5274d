"""How large the interface is: letters of 14, 18 or 22 points, and all that goes with them.

The size of the report's letters is another matter and stays as the reader set it.
"""

from collections.abc import Mapping
from types import MappingProxyType

STANDARD = 14
"""Points of the interface's letters that all sizes are written for."""
SIZES: Mapping[int, str] = MappingProxyType({STANDARD: "标准", 18: "大字", 22: "特大"})
"""The sizes one can choose, by their points."""


class Scale:
    """The size that holds now for every window of this process."""

    def __init__(self) -> None:
        self.points = STANDARD

    @property
    def factor(self) -> float:
        """How many times larger than standard everything is."""
        return self.points / STANDARD

    def put_on(self, points: int) -> None:
        """Take another size; one that cannot be chosen is the standard one."""
        self.points = points if points in SIZES else STANDARD


SCALE = Scale()


def px(pixels: float) -> int:
    """Return what a length in pixels at the standard size is now."""
    return round(pixels * SCALE.factor)
