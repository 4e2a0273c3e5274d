"""How high rows are of which most have never been seen: guessed, then known."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class RowHeights:
    """Rows below one another; `tops` are where they begin, and where the last one ends."""

    def __init__(self) -> None:
        self.tops = [0]
        self._known: set[int] = set()

    def guess(self, heights: Iterable[int]) -> None:
        """Take guesses for all rows; nothing is known any more."""
        self.tops = list(accumulate(heights, initial=0))
        self._known.clear()

    def know(self, row: int, height: int) -> int:
        """Take the height that a row has; return by how many pixels the guess was too low."""
        grown = height - self.height(row)
        self._known.add(row)
        if grown:
            self.tops[row + 1 :] = [top + grown for top in self.tops[row + 1 :]]
        return grown

    def forget(self, row: int) -> None:
        """Let the height of a row be a guess again."""
        self._known.discard(row)

    def is_known(self, row: int) -> bool:
        """Tell whether a height is more than a guess."""
        return row in self._known

    def height(self, row: int) -> int:
        """Return how high a row is, as far as one knows."""
        return self.tops[row + 1] - self.tops[row]

    def row_at(self, y: int) -> int:
        """Return the row at a height, the first one above all, the last one below; -1 of none."""
        last = len(self) - 1
        return min(max(bisect_right(self.tops, y) - 1, 0), last)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.tops) - 1

    @property
    def total(self) -> int:
        """How high all rows are together."""
        return self.tops[-1]
