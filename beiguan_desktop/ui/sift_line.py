"""What the panel hides, in one line below the scopes: there only while something is hidden."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_BESIDE, _SIGN = 12, 30
"""Pixels of the air beside words, and of the sign before them."""


class SiftLine(QWidget):
    """A button that says what is shown and how many are hidden, and 全部显示."""

    pressed = Signal()
    open_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._what, self._count = theme, "", ""
        self.button = _button("", "flat")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        icons.put(self.button, "list-filter", "ink2", 20)
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

    def tell(self, what: str, hidden: int) -> None:
        """Say what is shown (nothing hides the line) and how many are hidden."""
        self._what, self._count = what, f"藏起 {hidden} 条" if hidden else ""
        whole = "，".join(filter(None, (what, self._count)))
        self.button.setAccessibleName(f"{whole}，点开改")
        self.button.setToolTip(whole.replace("<", "＜"))
        self._fit()
        self.setVisible(bool(what))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for; how many are hidden is never cut."""
        super().resizeEvent(event)
        self._fit()

    def rescale(self) -> None:
        """Say as much as there is room for in the size that holds now."""
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetrics(self.button.font())
        count = f"　{self._count}" if self._count else ""
        room = self.button.width() - 2 * px(_BESIDE) - px(_SIGN) - metrics.horizontalAdvance(count)
        words = metrics.elidedText(self._what, Qt.TextElideMode.ElideRight, max(0, room))
        self.button.setText((words + count).replace("&", "&&"))

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is."""
        return QSize(0, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground that says: this is not all."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.ground if theme.is_stark else theme.tint))


def _button(words: str, role: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setFont(faces.sans(14))
    button.setMinimumHeight(px(44))
    button.setStyleSheet("text-align: left;" if role == "flat" else "")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
