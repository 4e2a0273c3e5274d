"""The report's name in the top bar, with its day and edition: a button to all reports."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.theme import Theme

_HINT = "看资料库里的报告（Ctrl+L）"


class ReportName(QAbstractButton):
    """The mark, the title and the line under it; the whole of it can be pressed."""

    def __init__(self, theme: Theme, seal: QWidget) -> None:
        super().__init__()
        self._theme = theme
        self.title = _label(faces.serif(16, bold=True))
        self.title.setText("北关审议")
        self.under = _label(faces.sans(14))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(_HINT)
        self.put_name("北关审议")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.under)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(seal)
        row.addLayout(names, 1)

    def put_name(self, name: str) -> None:
        """Tell a screen reader which report it is, and where the button leads."""
        self.setAccessibleName(f"{name}，看资料库")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground under the pointer, and a frame round what has the keys."""
        theme, box = self._theme, self.rect().adjusted(8, 2, -1, -4)
        if not self.hasFocus() and not self.underMouse():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QPen(QColor(theme.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(frame)
            ground = theme.press if self.isDown() else theme.hover
            painter.setBrush(QColor(ground) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 5, 5)

    def changeEvent(self, event: QEvent) -> None:
        """Be painted anew in other colours."""
        super().changeEvent(event)
        self.update()


def _label(face: QFont) -> QLabel:
    label = QLabel("")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(face)
    return label
