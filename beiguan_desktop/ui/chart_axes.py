"""The axes of the charts: names and figures painted by ourselves, so that none is left out.

pyqtgraph drops words of ticks that it finds too wide, and shows none at the very edge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.statistics_rows import row_height, wrapped
from beiguan_desktop.ui.theme import Theme

INDENT = 20
GAP = 10
"""Pixels between the longest name and the bars."""
FIGURES = 30
"""How high the axis below is."""
_PITCH = 24


@dataclass(frozen=True, slots=True)
class Name:
    """A name in its lines, with the height at which its row begins and how high that is."""

    lines: tuple[str, ...]
    is_inner: bool
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The height of the row's middle, where its bar lies."""
        return self.top + self.height / 2

    @property
    def font(self) -> QFont:
        """The face of the name: what holds other rows is bold."""
        return faces.sans(14, bold=not self.is_inner)

    @property
    def width(self) -> float:
        """How wide the name is, its indent included."""
        metrics = QFontMetricsF(self.font)
        widest = max(metrics.horizontalAdvance(line) for line in self.lines)
        return widest + (INDENT if self.is_inner else 0)


def placed(names: Sequence[tuple[str, bool]], most: float) -> tuple[Name, ...]:
    """Break names (and whether they are inner) by sense and give them rows one below another."""
    found: list[Name] = []
    top = 0.0
    for words, is_inner in names:
        font = faces.sans(14, bold=not is_inner)
        lines = wrapped(words, font, most - (INDENT if is_inner else 0))
        found.append(Name(lines, is_inner, top, row_height(len(lines))))
        top += found[-1].height
    return tuple(found)


def width_of(names: Sequence[Name]) -> float:
    """Return how wide an axis with these names is."""
    return max((name.width for name in names), default=0.0) + GAP


class NameAxis(pg.AxisItem):
    """The left axis: as wide as its longest name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("left")
        self._theme = theme
        self.names: tuple[Name, ...] = ()
        self.setWidth(GAP)

    def set_names(self, names: tuple[Name, ...]) -> float:
        """Take the names and return how wide the axis is now."""
        self.names = names
        width = width_of(names)
        self.setWidth(width)
        self.update()
        return width

    def places(self) -> list[QRectF]:
        """Return where each line of each name stands, in the coordinates of the axis."""
        view, found = self.linkedView(), []
        for name in self.names:
            middle = self.mapFromItem(view, view.mapFromView(QPointF(0, name.middle))).y()
            pitch = px(_PITCH)
            top = middle - pitch * len(name.lines) / 2
            left = INDENT if name.is_inner else 0
            for number, _ in enumerate(name.lines):
                found.append(QRectF(left, top + pitch * number, self.width() - left, pitch))
        return found

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Write the names."""
        painter.setPen(QColor(self._theme.ink))
        places = iter(self.places())
        for name in self.names:
            painter.setFont(name.font)
            for line in name.lines:
                painter.drawText(next(places), Qt.AlignmentFlag.AlignVCenter, line)


class FigureAxis(pg.AxisItem):
    """The axis below: a few round figures, nought always among them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("bottom")
        self._theme = theme
        self.figures: Mapping[float, str] = {}
        self.setHeight(px(FIGURES))

    def set_figures(self, figures: Mapping[float, str]) -> None:
        """Take what is written at which value."""
        self.figures = figures
        self.setHeight(px(FIGURES))
        self.update()

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        """Write the figures."""
        view = self.linkedView()
        painter.setPen(QColor(self._theme.ink2))
        painter.setFont(faces.sans(14))
        for value, words in self.figures.items():
            x = self.mapFromItem(view, view.mapFromView(QPointF(value, 0))).x()
            place = QRectF(x - px(60), 2, px(120), px(FIGURES) - 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, words)
