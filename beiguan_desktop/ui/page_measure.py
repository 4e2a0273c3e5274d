"""How wide the text is, and where text and margin stand beside one another. Pure: no Qt."""

from math import ceil
from typing import NamedTuple

from beiguan_desktop.ui.scale import px

LONGEST = 36
"""The most letters a line may hold; beyond, the page grows margins."""
FEW = 12
"""With fewer letters in a line than these the margins become narrower."""


class Measure(NamedTuple):
    """Where things stand, in pixels from the left of the view; the text is `width` wide."""

    seals: int
    numbers: int
    """Where numbers and page marks end."""
    bar: int
    text: int
    width: int

    def scaled(self) -> "Measure":
        """Return the margin for the interface's size: numbers and seals grow with it."""
        return Measure(px(self.seals), px(self.numbers), px(self.bar), px(self.text), self.width)

    def moved(self, by: int, width: int) -> "Measure":
        """Return the same margin further to the right, beside text of some width."""
        return Measure(self.seals + by, self.numbers + by, self.bar + by, self.text + by, width)


_STEPS = (
    (Measure(6, 64, 76, 92, 0), 36),
    (Measure(4, 62, 70, 82, 0), 28),
    (Measure(4, 62, 66, 76, 0), 20),
)
"""Margins from wide to narrow, each with what stays free at the right, scroll bar included. Seal
and page mark have room in all of them."""


def measure(width: int, em: float) -> Measure:
    """Give the text whole letters, 36 at most, and never more than the view has room for.

    `width` is the view's and `em` the letters' size, both in pixels.
    """
    for step, right in _STEPS:
        margin = step.scaled()
        room = width - margin.text - right
        if room >= FEW * em:
            break
    letters = min(max(1, int(room / em)), LONGEST)
    return margin.moved(max(0, int((room - LONGEST * em) / 2)), ceil(letters * em))


PRINT, RIGHT = _STEPS[0]
"""The margin where there is room, at the left of the view, and what stays free at the right."""
