"""Widgets in a row that goes on in the next line where there is no more room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from beiguan_desktop.ui.scale import px

_GAP = 8


class WrappedRow(QWidget):
    """As high as its lines; what is hidden takes no room."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = _GAP) -> None:
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QWidget] = []

    def set_parts(self, parts: Sequence[QWidget]) -> None:
        """Take the widgets that stand in the row."""
        self._parts = list(parts)
        for part in parts:
            part.setParent(self)
        self.lay()

    def lay(self) -> None:
        """Put every widget in its place and take the height that this asks for."""
        gap, x, y, line = px(self._gap), 0, 0, 0
        for part in self._parts:
            if part.isHidden():
                continue
            size = part.sizeHint().expandedTo(part.minimumSize()).boundedTo(part.maximumSize())
            if x and x + size.width() > self.width():
                x, y, line = 0, y + line + px(_GAP), 0
            part.setGeometry(x, y, size.width(), size.height())
            x, line = x + size.width() + gap, max(line, size.height())
        if self.minimumHeight() != y + line:
            self.setFixedHeight(y + line)

    def rescale(self) -> None:
        """Lay all out in the lengths that hold now."""
        self.lay()

    def sizeHint(self) -> QSize:
        """Ask for the height that it has."""
        return QSize(px(200), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when a part asks for other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.lay()
        return super().event(event)
