"""The strip over the pages: which one it is, and the buttons that turn and enlarge them."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

_STEPS = 4


class PageStrip(QWidget):
    """Place at the left, buttons at the right: where it is narrow their signs stand alone.

    First those that turn the pages lose their words, a chevron says it all, then the others, and
    at last the place is told by two numbers.
    """

    def __init__(self, place: QLabel, turners: Sequence[QPushButton]) -> None:
        """`turners` are two that turn and two that enlarge, each with its words and a sign."""
        super().__init__()
        self.turners, self._words = turners, [button.text() for button in turners]
        self._place, self._places = place, ("", "")
        self._least = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 8, 6)
        self._row.setSpacing(4)
        self._row.addWidget(place)
        self._row.addStretch(1)
        for button in turners:
            button.setAccessibleName(button.text())
            self._row.addWidget(button)

    def set_place(self, words: str, short: str) -> None:
        """Say at which page one is; `short` where there is no room."""
        self._places = words, short
        self._place.setAccessibleName(words)
        self.fit()

    def sizeHint(self) -> QSize:
        """Ask for the least; what stands beside has a width that it needs."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never keep the window wider than its screen: words give way, the place does not."""
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the words there is room for."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Show the words there is room for, with the place as it is called now."""
        widths = [self._width(step) for step in range(_STEPS)]
        self._least = widths[-1]
        last = _STEPS - 1
        self._width(next((step for step in range(last) if widths[step] <= self.width()), last))
        self.updateGeometry()

    def _width(self, step: int) -> int:
        """Take the words off two buttons at each step; return the pixels that all need then."""
        for at, button in enumerate(self.turners):
            button.setText(self._words[at] if at >= 2 * step else "")
        self._place.setText(self._places[step == _STEPS - 1])
        return self._row.sizeHint().width()
