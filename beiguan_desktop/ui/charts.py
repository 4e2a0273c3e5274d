"""The charts: horizontal bars with their values beside them, one row a place.

Heights count in pixels from the top, so that rows may be of several heights. Nothing moves
under the mouse but its shape: a click on a row tells which one.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QToolTip

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.chart_axes import FIGURES, FigureAxis, Name, NameAxis, placed, width_of
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

AIR = 6
"""Pixels left of nought: at the very edge no line and no figure is seen."""
_NAMES = 0.42
"""The most of the width that names get."""
_FRAME = 2


class Words(NamedTuple):
    """Words at a place among the bars: their left edge there (anchor 0) or their middle (0.5)."""

    text: str
    place: tuple[float, float]
    anchor: float
    font: QFont
    colour: str


class Chart(pg.PlotWidget):
    """Rows with names; `chosen` tells the number of the row that was clicked."""

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        self.names = NameAxis(theme)
        self.figures = FigureAxis(theme)
        super().__init__(
            background=theme.paper, axisItems={"left": self.names, "bottom": self.figures}
        )
        self.theme = theme
        self.labels: list[Words] = []
        self._tips: tuple[str, ...] = ()
        self._pressed = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self.setMouseEnabled(x=False, y=False)
        self.plotItem.setMenuEnabled(False)
        self.plotItem.hideButtons()
        self.plotItem.getViewBox().invertY(True)
        self.viewport().setMouseTracking(True)

    def fit(self, width: int) -> None:
        """Take a width, draw everything for it, and be as high as the rows then are.

        Not when Qt resizes: a view that changes its height meanwhile is not laid out again.
        """
        self.setFixedWidth(width)
        self.rebuild()

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self.setBackground(theme.paper)
        self.rebuild()

    # -- what the kinds of chart share

    def rebuild(self) -> None:
        """Draw everything anew."""
        raise NotImplementedError

    def room(self, names: Sequence[tuple[str, bool]], width: int) -> float:
        """Return the pixels left beside the names in a chart of some width."""
        return float(width - width_of(placed(names, _NAMES * width)) - _FRAME - AIR)

    def place_names(self, names: Sequence[tuple[str, bool]], tips: Sequence[str]) -> float:
        """Give the rows their names and heights; return the pixels left beside the names."""
        self.plotItem.clear()
        self.labels = []
        self._tips = tuple(tips)
        taken = self.names.set_names(placed(names, _NAMES * self.width()))
        self.setFixedHeight(round(self._bottom) + px(FIGURES) + _FRAME)
        return float(self.width() - taken - _FRAME - AIR)

    def set_scale(self, room: float, scale: float, figures: Mapping[float, str]) -> None:
        """Make one unit `scale` pixels long, and draw a line for every figure."""
        self.setXRange(-AIR / scale, room / scale, padding=0)
        self.setYRange(0, self._bottom, padding=0)
        self.figures.set_figures(figures)
        for value in figures:
            colour = self.theme.line if value else self.theme.strong
            line = pg.InfiniteLine(value, angle=90, pen=pg.mkPen(colour, width=1))
            line.setZValue(-1 if value else 1)
            self.addItem(line)

    def add_bars(
        self, starts: Sequence[float], widths: Sequence[float], rows: Sequence[Name], colour: str
    ) -> pg.BarGraphItem:
        """Draw bars of one colour, two thirds as high as a row with one line."""
        bars = pg.BarGraphItem(
            x0=list(starts),
            width=list(widths),
            y=[row.middle for row in rows],
            height=[px(26 if row.is_inner else 30) for row in rows],
            brush=QColor(colour),
            pen=pg.mkPen(self.theme.paper, width=self.theme.hairline),
        )
        self.addItem(bars)
        return bars

    def write(self, words: Words) -> None:
        """Write among the bars; an item of pyqtgraph's for each would take half a second."""
        self.labels.append(words)

    def boxes(self) -> list[QRectF]:
        """Return where the words stand, in the scene."""
        view = self.plotItem.getViewBox()
        nought, one = (view.mapViewToScene(QPointF(at, at)) for at in (0, 1))
        found = []
        for label in self.labels:
            metrics = QFontMetricsF(label.font)
            width, height = metrics.horizontalAdvance(label.text), metrics.height()
            x = nought.x() + label.place[0] * (one.x() - nought.x()) - label.anchor * width
            y = nought.y() + label.place[1] * (one.y() - nought.y()) - height / 2
            found.append(QRectF(x, y, width, height))
        return found

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Write the words over the bars; beside them no line goes through words."""
        area = QRectF(rect)
        for label, box in zip(self.labels, self.boxes(), strict=True):
            if not box.intersects(area):
                continue
            if not label.anchor:
                painter.fillRect(box, QColor(self.theme.paper))
            painter.setFont(label.font)
            painter.setPen(QColor(label.colour))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label.text)

    def row_at(self, point: QPointF) -> int:
        """Return the row at a point of the widget, -1 for none."""
        scene = self.mapToScene(point.toPoint())
        y = self.plotItem.getViewBox().mapSceneToView(scene).y()
        rows = enumerate(self.names.names)
        return next((at for at, row in rows if row.top <= y < row.top + row.height), -1)

    @property
    def _bottom(self) -> float:
        rows = self.names.names
        return rows[-1].top + rows[-1].height if rows else 0.0

    # -- the mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer no menu."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the row that was pressed."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.row_at(event.position()) if is_left else -1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the row that was pressed and let go."""
        pressed, self._pressed = self._pressed, -1
        if pressed >= 0 and pressed == self.row_at(event.position()):
            self.chosen.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press for one like any other."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a row can be clicked."""
        shapes = Qt.CursorShape
        is_row = self.row_at(event.position()) >= 0
        self.viewport().setCursor(shapes.PointingHandCursor if is_row else shapes.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say the whole row in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(QPointF(event.pos()))
            tip = self._tips[row].replace("<", "＜") if row >= 0 else ""
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return bool(super().viewportEvent(event))


def label_font(*, bold: bool = False) -> QFont:
    """Return the face of what stands at the marks."""
    return faces.sans(14, bold=bold)
