"""The name of a view in the top bar, with a line under the one that is shown."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme

HEIGHT = 68
_TAB, _LOW_TAB = 92, 68


class ViewTab(QPushButton):
    """The name of a view with a line under the one that is shown."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setCheckable(True)
        self.setFont(faces.sans(16, bold=True))
        self.rescale()
        self.setProperty("role", "flat")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.setFixedSize(px(_LOW_TAB if SCALE.is_low else _TAB), bar(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the word, and the line when chosen."""
        painter = QPainter(self)
        colour = self._theme.accent if self.isChecked() else self._theme.ink
        painter.setPen(QColor(colour))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            line, words = px(4), self.fontMetrics().horizontalAdvance(self.text())
            side = (self.width() - words) // 2
            under = QRect(side, self.height() - line, self.width() - 2 * side, line)
            fill(painter, under, self._theme.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colour))
        if self.hasFocus():
            painter.drawRect(self.rect().adjusted(4, 8, -5, -9))
        painter.end()
