"""The boxes between a fixed head and a fixed foot; they scroll where the window is low."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_LEAST = 60


class Fields(QScrollArea):
    """A column of boxes, as high as they are; it gives way, they do not."""

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
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for the room of all boxes."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Do with little: what does not fit is scrolled to."""
        return QSize(0, min(_LEAST, self._inside.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when a box has another."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
