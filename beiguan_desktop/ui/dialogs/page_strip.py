"""The strip over the pages: which one it is, and the buttons that turn and enlarge them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget


class PageStrip(QWidget):
    """Place at the left, buttons at the right: where it is narrow their signs stand alone.

    First those that turn the pages lose their words, a chevron says it all, then the others; at
    last those that enlarge go, since the wheel does it too.
    """

    def __init__(self, place: QLabel, turners: Sequence[QPushButton]) -> None:
        """`turners` are two that turn and two that enlarge, each with its words and a sign."""
        super().__init__()
        self._turners, self._words = turners, [button.text() for button in turners]
        self._least = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 6, 16, 6)
        self._row.setSpacing(4)
        self._row.addWidget(place)
        self._row.addStretch(1)
        for button in turners:
            button.setAccessibleName(button.text())
            self._row.addWidget(button)

    def minimumSizeHint(self) -> QSize:
        """Never keep the window wider than its screen: words give way, the place does not."""
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words there is room for."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show the words there is room for, with the place as it is called now."""
        widths = [self._width(step) for step in range(4)]
        self._least = widths[-1]
        self._width(next((step for step in range(3) if widths[step] <= self.width()), 3))
        self.updateGeometry()

    def _width(self, step: int) -> int:
        """Take something off two buttons at each step; return the pixels that all need then."""
        for at, button in enumerate(self._turners):
            button.setText(self._words[at] if at >= 2 * step else "")
            button.setVisible(step < 3 or at < 2)
        return self._row.sizeHint().width()
