"""The printed page: its margins, how many lines it has and how many characters a line.

GB/T 9704-2012 fixes it for type of 16 points. Larger type, which the standard does not know,
gets margins wide enough for paragraph numbers, page marks and a pen. Lengths in millimetres.
"""

from dataclasses import dataclass

from beiguan_desktop.core.paper import LINE, POINTS, Paper

MM = 25.4 / 72
"""Millimetres in a point."""
LEAST, MOST = 16, 36
"""The sizes of type, in points, that a page can be set in."""

_NOTE, _LEAST_NOTE = 0.6, 10.0
_LEADING = 1.6  # lines of large type stand further apart for older eyes


@dataclass(frozen=True, slots=True)
class Form:
    """A page of A4; the text area is `measure` × `depth`, its corner at `left`, `top`."""

    points: float
    left: float
    top: float
    measure: float
    depth: float
    columns: int
    lines: int

    width = 210.0
    height = 297.0
    number_below = 7.0
    """How far below the text area the page's number begins (GB/T 9704-2012, 7.5)."""

    @property
    def em(self) -> float:
        """The size of type."""
        return self.points * MM

    @property
    def cell(self) -> float:
        """The width that a Chinese character takes on the line."""
        return self.measure / self.columns

    @property
    def pitch(self) -> float:
        """The distance from line to line."""
        return self.depth / self.lines

    @property
    def note(self) -> float:
        """The size in points of what stands beside the text: numbers, marks of pages."""
        return max(_LEAST_NOTE, _NOTE * self.points)

    @property
    def is_standard(self) -> bool:
        """Whether this is the page of the standard, where nothing but lines separates."""
        return self.points == POINTS


def form_of(paper: Paper) -> Form:
    """Return the page that a paper is set on.

    At 16 points: 28 characters on a line, 37 mm above, 28 mm left, 156 × 225 mm (5.2.1, 5.2.3).
    """
    if paper.points == POINTS:
        return Form(POINTS, 28, 37, 156, 225, LINE, paper.lines_per_page)
    measure, depth = 150.0, 230.0
    em = paper.points * MM
    return Form(paper.points, 30, 30, measure, depth, int(measure / em), int(depth / em / _LEADING))
