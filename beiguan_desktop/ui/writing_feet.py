"""What ends the writing: the main button, and beside it the way back while there is one."""

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui.scale import px

_HEIGHT = 52


class WritingFeet(QWidget):
    """Two buttons beside each other under the boxes, or one above the other beside them."""

    def __init__(self) -> None:
        super().__init__()
        self.cancel_button = QPushButton("不改了")
        self.finish_button = QPushButton("完成并到下一段")
        self.finish_button.setProperty("role", "main")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.cancel_button)
        self._row.addWidget(self.finish_button, 1)
        self.cancel_button.hide()
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for button in (self.cancel_button, self.finish_button):
            button.setFixedHeight(px(_HEIGHT))

    def stand_beside(self, height: int) -> None:
        """Stand beside the boxes, the main button on top if both have room in so many pixels.

        Nought: stand under them.
        """
        directions, both = QBoxLayout.Direction, 2 * px(_HEIGHT) + self._row.spacing()
        self._row.setDirection(directions.BottomToTop if height >= both else directions.LeftToRight)
