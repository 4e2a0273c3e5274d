"""A line of plain words that keeps its height and ends in … where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from beiguan_desktop.ui.theme import WORN


class OneLine(QWidget):
    """One line in an ink of the palette, always there: what lies below it never moves."""

    def __init__(self, font: QFont, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._ink = "", ink
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Show other words; whole for the ear."""
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self.update()

    @property
    def words(self) -> str:
        """The words as they are, shown or not."""
        return self._words

    def sizeHint(self) -> QSize:
        """Ask for the height of one line."""
        return QSize(0, QFontMetrics(self.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint what there is room for."""
        shown = QFontMetrics(self.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width()
        )
        with QPainter(self) as painter:
            painter.setPen(QColor(getattr(WORN, self._ink)))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
