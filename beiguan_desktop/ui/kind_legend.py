"""The kinds as seals with their names and numbers: what the bars mean."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import SEALS, Theme

SEAL = 26
_GAP, _BETWEEN, _PITCH = 8, 24, 36
_RADIUS = 4


class KindLegend(QWidget):
    """A seal and its kind after the other, in as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds: Mapping[str, int] = {}
        self.setFont(faces.sans(14))

    def set_kinds(self, kinds: Mapping[str, int]) -> None:
        """Show these kinds with their numbers."""
        self._kinds = kinds
        self.setAccessibleName("、".join(f"{kind} {count} 条" for kind, count in kinds.items()))
        self.fit(self.width())
        self.update()

    def places(self) -> dict[str, QRectF]:
        """Return where each kind stands, seal and words together."""
        metrics, found = QFontMetricsF(self.font()), {}
        x = y = 0.0
        for kind, count in self._kinds.items():
            width = px(SEAL) + _GAP + metrics.horizontalAdvance(f"{kind} {count}")
            if x and x + width > self.width():
                x, y = 0.0, y + px(_PITCH)
            found[kind] = QRectF(x, y, width, px(_PITCH))
            x += width + _BETWEEN
        return found

    def fit(self, width: int) -> None:
        """Take a width and be as high as the lines then are."""
        self.setFixedWidth(width)
        bottom = max((place.bottom() for place in self.places().values()), default=0.0)
        self.setFixedHeight(round(bottom))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint seals and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, place in self.places().items():
            side = px(SEAL)
            seal = QRectF(place.x(), place.center().y() - side / 2, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.kinds[kind]))
            painter.drawRoundedRect(seal, _RADIUS, _RADIUS)
            painter.setPen(QColor(self._theme.on_accent))
            painter.setFont(faces.sans(14, bold=True))
            painter.drawText(seal, Qt.AlignmentFlag.AlignCenter, SEALS[kind])
            painter.setPen(QColor(self._theme.ink))
            painter.setFont(self.font())
            words = place.adjusted(side + _GAP, 0, 1, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, f"{kind} {self._kinds[kind]}")
        painter.end()
