"""本段 2: a word with a number and a line under the one that is chosen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

HEIGHT = 44


class ScopeTab(QAbstractButton):
    """One of the choices of what the cards show."""

    def __init__(
        self,
        word: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        things: str = "的意见，{}条",
    ) -> None:
        """Make a choice; `things` says to a screen reader what is counted."""
        super().__init__(parent)
        self._word, self._theme, self._things = word, theme, things
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(0)

    def set_word(self, word: str) -> None:
        """Name the choice otherwise; the count follows."""
        self._word = word

    def set_count(self, count: int) -> None:
        """Show how many things the choice holds."""
        self.setText(f"{self._word} {count}" if count else self._word)
        self.setAccessibleName(self._word + self._things.format(count))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be as wide as the bold words."""
        metrics = QFontMetrics(faces.sans(14, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 8, bar(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words and the line."""
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setFont(faces.sans(14, bold=chosen))
        painter.setPen(QColor(theme.ink if chosen or self.underMouse() else theme.ink2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            line = px(3)
            under = QRect(0, self.height() - line, self.width(), line)
            painter.fillRect(under, QColor(theme.accent))
        if self.hasFocus():
            painter.setPen(QColor(theme.accent))
            painter.drawRect(self.rect().adjusted(0, 4, -1, -5))
        painter.end()
