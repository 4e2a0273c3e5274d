"""What may lie between the running head and the text: it pushes the text and covers nothing."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_TOP = 8
_LATER = Qt.ConnectionType.QueuedConnection
"""Heights are changed when the layout has done: it forgets what is changed while it works."""


class AboveText(QWidget):
    """As wide as the column of the text; of several only one is seen.

    `closed`: Esc was pressed, here or in the text, or another one takes the place. `resized`:
    the text has another height or width now.
    """

    closed = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__()
        self.theme, self._view = theme, view
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self.resized.connect(self.make_room, _LATER)
        self.hide()

    def lie_down(self, after: QWidget) -> None:
        """Take the place above the text, hidden; Tab comes here from another widget."""
        pane = self._view.parentWidget()
        layout = pane.layout() if pane else None
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.indexOf(self._view), self)
        self._view.setMinimumHeight(1)  # what lies above it comes first, in a low window too
        self._view.column_changed.connect(self._fit)
        self._view.installEventFilter(self)
        for one, other in pairwise([after, *self.in_order()]):
            self.setTabOrder(one, other)  # and what came after it comes after these

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return []

    def appear(self) -> None:
        """Be seen, and nothing else above the text."""
        pane = self.parentWidget()
        for other in pane.findChildren(AboveText) if pane else ():
            if other is not self and not other.isHidden():
                other.closed.emit()
        self._fit()
        self.make_room()
        self.show()

    @property
    def room(self) -> int:
        """How high the pane is in which all this lies."""
        pane = self.parentWidget()
        return pane.height() if pane else 0

    def make_room(self) -> None:
        """Follow another height of the pane."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the text's size, and let Esc in the text close this first."""
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.Resize:
            self.resized.emit()
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc, wherever in here the focus is; Enter on a button is not for the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the column of the text."""
        super().resizeEvent(event)
        self._fit()

    def set_theme(self, theme: Theme) -> None:  # noqa: ARG002
        """Leave room for hairlines as thick as they are now."""
        self._fit()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._fit()

    def _fit(self) -> None:
        measure = self._view.measure
        right = self.width() - measure.text - measure.width
        self.column.setContentsMargins(measure.text, px(_TOP), max(0, right), self.theme.hairline)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the paper, and a hairline to the text below."""
        measure = self._view.measure
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self.theme.paper))
            line = QColor(self.theme.line)
            height = self.theme.hairline
            painter.fillRect(measure.text, self.height() - height, measure.width, height, line)
