"""A choice among several, one under another: its name and, below it, what it is good for."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_HEIGHT = 58
_TEXT = 48


class TypeRow(QAbstractButton):
    """One of the choices; the chosen one lies on a tint and its mark is filled."""

    def __init__(self, name: str, use: str, theme: Theme) -> None:
        super().__init__()
        self._name, self._use, self._theme = name, use, theme
        self.setCheckable(True)
        self.setFixedHeight(px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(use)
        self.setToolTip(use)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the mark, the name and what it is good for."""
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if theme.is_stark and chosen:
            painter.setPen(QPen(QColor(theme.strong), theme.hairline))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
        elif chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint if chosen else theme.hover))
            painter.drawRoundedRect(self.rect(), 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 5, 5)
        self._paint_mark(painter)
        ink, ink2 = (theme.ink, theme.ink2) if self.isEnabled() else (theme.off, theme.off)
        left, high = px(_TEXT), px(24)
        room = self.width() - left - 8
        for top, text, font, colour in (
            (6, self._name, faces.sans(16, bold=True), ink),
            (30, self._use, faces.sans(14), ink2),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            end = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(text, end, room)
            box = QRect(left, px(top), room, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _paint_mark(self, painter: QPainter) -> None:
        theme, chosen = self._theme, self.isChecked()
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.strong), 2))
        painter.setBrush(QColor(theme.field))
        middle = self.height() // 2
        painter.drawEllipse(px(15), middle - px(10), px(19), px(19))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(px(20), middle - px(5), px(9), px(9))
