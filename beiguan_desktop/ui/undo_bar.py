"""The bar that offers to take something back: asked nothing before, undone after."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.theme import Theme

HEIGHT = 54
STAYS = 12_000
"""Milliseconds it stays, and while the pointer or the focus is on it."""
_MOST_LINES = 4
_UNDO, _REDO = "撤销　Ctrl+Z", "重做　Ctrl+Y"
_BESIDE = 18 + 22 + 12 + 12 + 12
"""Pixels of a line that are neither words nor button."""


class UndoBar(QWidget):
    """What was done, with 撤销 and its key; what was taken back, with 重做 and its key.

    `undo_asked`: the last change shall be taken back, or what the bar has a way back for.
    `redo_asked`: what was taken back shall be done again.
    """

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._pane = theme, parent
        self._column: Callable[[], tuple[int, int]] = lambda: (0, parent.width())
        self._back: Callable[[], object] | None = None
        self._said = ""
        self._leads_on = False
        self._sign = QLabel()
        self._words = QLabel("")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setFont(faces.sans(14))
        ink(self._words, "paper")
        self.button = QPushButton(_UNDO)
        self.button.setFont(faces.sans(14, bold=True))
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setProperty("role", "inverse")
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        self._words.setMinimumWidth(1)  # the button is never pushed out
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS)
        self._timer.timeout.connect(self._on_time)
        self.rescale()
        self.hide()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.button.setMinimumHeight(bar(44))
        self.place()

    def tell(
        self,
        words: str,
        *,
        sign: str = "trash-2",
        back: Callable[[], object] | None = None,
        leads_on: bool = False,
    ) -> None:
        """Show the bar with these words; `back` undoes what is no change of the library.

        After something was taken back the button does it again (`leads_on`).
        """
        self._back, self._leads_on = back, leads_on
        self.button.setText(_REDO if leads_on else _UNDO)
        icons.put(self._sign, sign, "paper")
        self._said = words
        self._words.setToolTip(words.replace("<", "＜"))
        self.setAccessibleName(f"{words}，可以{'重做' if leads_on else '撤销'}")
        self.show()
        ink(self._words, "paper")  # the style sheet gives a hidden label back what it found first
        self._words.setFont(faces.sans(14))
        self.place()
        self.raise_()
        self._timer.start()

    def take_back(self) -> bool:
        """Do what the bar has a way back for; False if it offers none, or is gone."""
        back, self._back = self._back, None
        if back is None or self.isHidden():
            return False
        back()
        return True

    @property
    def words(self) -> str:
        """What the bar says."""
        return self._said

    def lie_on(self, column: Callable[[], tuple[int, int]]) -> None:
        """Keep to a column of the pane; it tells its left edge and its width."""
        self._column = column

    def place(self) -> None:
        """Lie over the foot of the text, edge on edge with it, as high as the words ask."""
        left, width = self._column()
        room = max(1, width - self.button.sizeHint().width() - _BESIDE)
        metrics, flags = self._words.fontMetrics(), Qt.TextFlag.TextWordWrap
        asked = metrics.boundingRect(0, 0, room, 0, flags, self._said).height()
        lines = min(_MOST_LINES, max(1, round(asked / metrics.lineSpacing())))
        high = bar(HEIGHT) + (lines - 1) * metrics.lineSpacing()
        self.setFixedHeight(high)
        self.setGeometry(left, self._pane.height() - high - 16, width, high)
        self._words.setText(self._said)

    def _on_clicked(self) -> None:
        (self.redo_asked if self._leads_on else self.undo_asked).emit()

    def _on_time(self) -> None:
        if self.underMouse() or self.button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count the time anew once the pointer has left."""
        self._timer.start()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the dark ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.ink))
        painter.drawRoundedRect(self.rect(), 6, 6)
        painter.end()
