"""Boxes as high as their words, between a least and a most."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit

from beiguan_desktop.ui.scale import px

_FRAME, _MARGIN = 8, 4
"""Pixels of border and padding above and below the words, which grow with the interface, and of
the document's lower margin: without it the last line would be out of sight, and a line scroll."""
ENDLESS = 1_000_000
"""Pixels no box ever has."""


class Fitting(QObject):
    """Keeps one box as high as what stands in it; `least` and `most` are pixels.

    What has no room in `most`, or in so many `lines`, is scrolled to within the box.
    """

    fitted = Signal()
    """The box has another height, or its words have changed within it."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._least, self._most, self._lines = 44, 160, 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        box.textChanged.connect(self.fit)
        box.installEventFilter(self)

    def set_limits(self, least: int, most: int = ENDLESS, *, lines: int = 0) -> None:
        """Fit between other heights."""
        self._least, self._most, self._lines = least, most, lines
        self.fit()

    def fit(self) -> None:
        """Give the box the height of its words."""
        document = self._box.document()
        layout, block, words = document.documentLayout(), document.firstBlock(), 0.0
        edges = px(_FRAME) + _MARGIN
        most = min(self._most, self._lined() + px(_FRAME)) if self._lines else self._most
        words += document.documentMargin()  # the other one belongs to a block
        while block.isValid() and words <= most:  # another face has higher lines
            words += layout.blockBoundingRect(block).height()
            block = block.next()
        height = min(most, max(self._least, ceil(words) + edges))
        if height != self._box.height() or height != self._box.minimumHeight():
            self._box.setFixedHeight(height)
        if self._lines:
            is_full = ceil(words) + edges > most
            policy = Qt.ScrollBarPolicy
            self._box.setVerticalScrollBarPolicy(
                policy.ScrollBarAsNeeded if is_full else policy.ScrollBarAlwaysOff
            )
        self.fitted.emit()

    def _lined(self) -> int:
        """Return the height of the most lines there may be: no part of another one is seen."""
        document = self._box.document()
        first = document.firstBlock().layout()
        pitch = first.lineAt(0).height() if first.lineCount() else 0
        pitch = max(pitch, self._box.fontMetrics().lineSpacing())
        return ceil(self._lines * pitch + document.documentMargin())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again once the box has broken its lines for another width."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange):
            self._soon.start()
        return super().eventFilter(watched, event)
