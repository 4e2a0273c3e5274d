"""How the panes of 阅读 lie at a width and a size of letters."""

from typing import NamedTuple

from beiguan_desktop.ui.page_measure import PRINT, RIGHT
from beiguan_desktop.ui.scale import px

TREE, WRITING, RAIL = 280, 352, 56
"""Widths in pixels at the standard size of the interface."""
LEAST_TREE, LEAST_WRITING, LEAST_LYING = 240, 320, 153
NARROW = 1180
"""A window below it has no room for a writing pane beside the text."""
LARGE = 30
"""Points of the report from which the text needs the whole width."""
FEW, FEWEST = 24, 20
"""With fewer letters in a line the tree folds; with fewer still the writing pane lies down."""
ROOMY = 600
"""Pixels of height from which a list above the text leaves room for both panes below it."""
SHARE = 0.4
"""How much of the height a writing pane that lies under the text has."""


class Arrangement(NamedTuple):
    """Whether the tree is a rail, and whether the writing pane lies under the text."""

    is_railed: bool = False
    is_lying: bool = False


def arranged(width: int, points: int, em: float) -> Arrangement:
    """Say how the panes lie in a window so many pixels wide; `em` are pixels of the letters."""
    is_lying = width < NARROW or points >= LARGE or _letters(width, em, RAIL, WRITING) < FEWEST
    beside = 0 if is_lying else WRITING
    return Arrangement(_letters(width, em, TREE, beside) < FEW, is_lying)


def least_text(em: float) -> int:
    """Return the least width of the text pane: margin and twenty letters."""
    return px(PRINT.text) + round(FEWEST * em) + RIGHT


def _letters(width: int, em: float, tree: int, writing: int) -> float:
    """Return how many letters a line has beside panes of these standard widths."""
    return (width - px(tree) - px(writing) - px(PRINT.text) - RIGHT) / em
