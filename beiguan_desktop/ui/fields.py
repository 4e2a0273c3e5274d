"""The boxes between a fixed head and a fixed foot; they scroll where the window is low."""

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.ui.scale import px

_LEAST = 60
_BESIDE, BAR = 4, 12
"""Pixels between the boxes and the bar, and of the bar."""


class Fields(QScrollArea):
    """A column of boxes, as high as they are; it gives way, they do not.

    Its bar lies beside it, in the margin of the pane: the boxes end where the buttons do.
    """

    def __init__(self, spacing: int = 6) -> None:
        super().__init__()
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setAccessibleName("要写的内容")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._inside.installEventFilter(self)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.hide()
        self.bar.valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(self.bar.setValue)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def lend_bar(self, pane: QWidget) -> None:
        """Let the bar lie in the margin of the pane around."""
        self.bar.setParent(pane)
        self._place_bar()

    def sizeHint(self) -> QSize:
        """Ask for the room of all boxes."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Do with little: what does not fit is scrolled to."""
        return QSize(0, min(px(_LEAST), self._inside.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when a box has another."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar beside the boxes."""
        super().resizeEvent(event)
        self._place_bar()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the bar beside the boxes."""
        super().moveEvent(event)
        self._place_bar()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the bar along."""
        super().showEvent(event)
        self._place_bar()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the bar along."""
        super().hideEvent(event)
        self.bar.hide()

    def _on_range(self, low: int, high: int) -> None:
        own = self.verticalScrollBar()
        self.bar.setRange(low, high)
        self.bar.setPageStep(own.pageStep())
        self.bar.setSingleStep(own.singleStep())
        self._place_bar()

    def _place_bar(self) -> None:
        pane = self.bar.parentWidget()
        if pane is None:
            return
        corner = self.mapTo(pane, QPoint(self.width() + _BESIDE, 0))
        self.bar.setGeometry(corner.x(), corner.y(), BAR, self.height())
        self.bar.setVisible(self.bar.maximum() > 0 and self.isVisible())
        self.bar.raise_()


def keep_even(area: QScrollArea, column: QLayout) -> None:
    """Let a column that scrolls end where what stays does: its bar lies in the margin."""
    usual = column.contentsMargins()

    def fit(_low: int, high: int) -> None:
        column.setContentsMargins(usual - QMargins(0, 0, BAR if high > 0 else 0, 0))

    area.verticalScrollBar().rangeChanged.connect(fit)
