"""The mark of what has been read, as the tree and its rail show it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from beiguan_desktop.ui.theme import Theme


def paint_read(
    painter: QPainter, centre: QPointF, radius: float, share: float, theme: Theme
) -> None:
    """Paint a ring for nothing read, a pie for a part, a tick for all."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if share >= 1:
        pen = QPen(QColor(theme.ok), 2 * theme.hairline)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        path = QPainterPath(centre + QPointF(-radius, 0))
        path.lineTo(centre + QPointF(-radius * 0.25, radius * 0.7))
        path.lineTo(centre + QPointF(radius * 1.05, -radius * 0.75))
        painter.drawPath(path)
        return
    painter.setPen(QPen(QColor(theme.strong), 1.75))
    painter.drawEllipse(centre, radius, radius)
    if share > 0:
        inner = radius - 2.5
        pie = QRectF(centre.x() - inner, centre.y() - inner, 2 * inner, 2 * inner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ok))
        painter.drawPie(pie, 90 * 16, -round(max(0.12, share) * 360 * 16))
