"""The quiet line that says which file is being read, with a button to let it be."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

HEIGHT = 52
SHOWN_AFTER = 250
"""Milliseconds; what is read sooner needs no line that comes and goes."""
_WIDEST = 560
"""The most pixels that the name of a file gets."""


class ReadingBar(QWidget):
    """Under the window's pages while a file is read. `cancel_asked`: 取消 was pressed."""

    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = plain_label("", "ink2", faces.sans(14), wraps=False)
        self.button = QPushButton("取消")
        self.button.setFont(faces.sans(14))
        self.button.setAccessibleName("取消，不再读这个文件")
        self.button.clicked.connect(self.cancel_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(16)
        row.addWidget(self._words)
        row.addWidget(self.button)
        row.addStretch(1)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SHOWN_AFTER)
        self._delay.timeout.connect(self.show)
        self.rescale()
        self.hide()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setFixedHeight(px(HEIGHT))
        self.button.setMinimumSize(px(88), px(44))

    def tell(self, name: str) -> None:
        """Show, a moment later, that the file of this name is being read."""
        metrics = self._words.fontMetrics()
        short = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, px(_WIDEST))
        self._words.setText(f"正在读“{short}”…")
        self.setAccessibleName(f"正在读“{name}”")
        self._delay.start()

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def leave(self) -> None:
        """Go away again."""
        self._delay.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        painter.fillRect(0, 0, self.width(), self._theme.hairline, QColor(self._theme.line))
        painter.end()
