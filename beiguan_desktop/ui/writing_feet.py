"""What ends the writing: the main button, and beside it the way back while there is one."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui.scale import bar

_HEIGHT = 52
_SHORT: Mapping[str, str] = MappingProxyType({"完成并到下一段": "完成"})
"""What the main button says where it stands beside the kinds and has no room for more."""


class WritingFeet(QWidget):
    """Two buttons beside each other under the boxes, or one above the other beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.cancel_button = QPushButton("不改了")
        self._words, self.is_up = "", False
        self.finish_button = QPushButton()
        self.finish_button.setProperty("role", "main")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.cancel_button)
        self._row.addWidget(self.finish_button, 1)
        self.cancel_button.hide()
        self.name_finish("完成并到下一段")
        self.rescale()

    def name_finish(self, words: str) -> None:
        """Say what the main button does."""
        self._words = words
        self.finish_button.setText(words)
        self.finish_button.setAccessibleName(words)

    def lift(self, above: QBoxLayout, below: QBoxLayout, *, is_up: bool) -> None:
        """Stand in the row of the kinds, where the boxes need the whole width, or with them."""
        if is_up != self.is_up:
            self.is_up = is_up
            if is_up:
                above.addWidget(self)
            else:
                below.addWidget(self, 0, Qt.AlignmentFlag.AlignTop)

    def fit(self, width: int, kinds: int) -> None:
        """Say no more on the main button than has room in a pane, beside kinds of a width."""
        room = width - kinds - self._row.spacing() if self.is_up else width
        self.finish_button.setText(self._words)
        self.finish_button.setToolTip("")
        if self.sizeHint().width() > room:
            self.finish_button.setText(_SHORT.get(self._words, self._words))
            self.finish_button.setToolTip(self._words)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for button in (self.cancel_button, self.finish_button):
            button.setFixedHeight(bar(_HEIGHT))

    def stand_beside(self, height: int) -> None:
        """Stand beside the boxes, the main button on top if both have room in so many pixels.

        Nought: stand under them.
        """
        directions, both = QBoxLayout.Direction, 2 * bar(_HEIGHT) + self._row.spacing()
        self._row.setDirection(directions.BottomToTop if height >= both else directions.LeftToRight)
