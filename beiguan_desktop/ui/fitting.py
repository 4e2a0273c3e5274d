"""Boxes as high as their words, between a least and a most."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from beiguan_desktop.ui.scale import px

_FRAME, _MARGIN = 8, 4
"""Pixels of border and padding above and below the words, which grow with the interface, and of
the document's lower margin: without it the last line would be out of sight, and a line scroll."""


class Fitting(QObject):
    """Keeps one box as high as what stands in it; `least` and `most` are pixels."""

    fitted = Signal()
    """The box has another height, or its words have changed within it."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._least, self._most = 44, 160
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        box.textChanged.connect(self.fit)
        box.installEventFilter(self)

    def set_limits(self, least: int, most: int) -> None:
        """Fit between other heights."""
        self._least, self._most = least, most
        self.fit()

    def fit(self) -> None:
        """Give the box the height of its words."""
        document = self._box.document()
        layout, block, words = document.documentLayout(), document.firstBlock(), 0.0
        words += document.documentMargin()  # the other one belongs to a block
        while block.isValid() and words <= self._most:  # another face has higher lines
            words += layout.blockBoundingRect(block).height()
            block = block.next()
        height = min(self._most, max(self._least, ceil(words) + px(_FRAME) + _MARGIN))
        if height != self._box.height() or height != self._box.minimumHeight():
            self._box.setFixedHeight(height)
        self.fitted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again once the box has broken its lines for another width."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._soon.start()
        return super().eventFilter(watched, event)
