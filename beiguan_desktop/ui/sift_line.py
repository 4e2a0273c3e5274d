"""What the panel hides, in one line below the scopes: there only while something is hidden."""

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_BESIDE = 14
"""Pixels of the air at either side of the words."""
_MOST = 3
_PARTS = re.compile("[^、，]+[、，]?")


class SiftLine(QWidget):
    """A button that says what is shown and how many are hidden, and 全部显示."""

    pressed = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = ["", ""]
        self._is_low = False
        self.button = _button("", "flat")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.open_button = _button("全部显示", "link")
        self.open_button.setAccessibleName("全部显示，按位置排")
        self.button.clicked.connect(self.pressed)
        self.open_button.clicked.connect(self.open_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(0)
        row.addWidget(self.button, 1)
        row.addWidget(self.open_button)
        self.hide()

    def tell(self, what: str, order: str, hidden: int | None) -> None:
        """Say what is shown, in what order, and how many are hidden; nothing hides the line."""
        only = f"只看{what}" if what else ""
        count = f"藏起 {hidden} 条" if hidden is not None else ""
        self._lines = list(filter(None, (only, "，".join(filter(None, (count, order))))))
        whole = "，".join(self._lines)
        self.button.setAccessibleName(f"{whole}，点开改")
        self.button.setToolTip(whole.replace("<", "＜"))
        self._fit()
        self.setVisible(bool(whole))

    def set_low(self, *, is_low: bool) -> None:
        """Do with one line, what is hidden first, where the cards have little height."""
        self._is_low = is_low
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for; the button's tip says all."""
        super().resizeEvent(event)
        self._fit()

    def rescale(self) -> None:
        """Say as much as there is room for in the size that holds now."""
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.button.font())
        room = max(0, self.button.width() - 2 * px(_BESIDE))
        shown = [part for line in self._lines for part in _broken(line, metrics, room)]
        if self._is_low:
            whole = "，".join(reversed(self._lines))
            shown = [metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)]
        self.button.setText("\n".join(shown).replace("&", "&&"))
        self.button.setFixedHeight(max(px(44), len(shown) * metrics.height() + px(8)))

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is."""
        return QSize(0, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground that says: this is not all."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.ground if theme.is_stark else theme.tint))


def _broken(words: str, metrics: QFontMetrics, room: int) -> list[str]:
    """Break words after 、 and ， into at most so many lines; what has no room ends in …."""
    lines = [""]
    for part in _PARTS.findall(words):
        if lines[-1] and metrics.horizontalAdvance(lines[-1] + part) > room:
            lines.append("")
        lines[-1] += part
    lines = [*lines[: _MOST - 1], "".join(lines[_MOST - 1 :])]
    right = Qt.TextElideMode.ElideRight
    return [metrics.elidedText(line, right, room) for line in lines if line]


def _button(words: str, role: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setFont(faces.sans(14))
    button.setMinimumHeight(px(44))
    button.setStyleSheet("text-align: left;" if role == "flat" else "")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
