"""Areas of one colour."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, area: QRect | QRectF, colour: str | QColor) -> None:
    """Fill an area and leave neither pen nor brush as they were.

    At its first call QPainter.fillRect prepares all that gradients know, for which the first
    paint would wait 2 ms; what is painted later may use it.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
