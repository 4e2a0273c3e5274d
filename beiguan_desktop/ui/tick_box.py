"""A box to tick with its words beside it, and under them what ticking it means."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.painted_list import paint_tick
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import WORN

_BOX, _TEXT, _LEAST, _AIR = 20, 32, 44, 4


class TickBox(QAbstractButton):
    """Ticked or not; the whole of it can be pressed."""

    def __init__(self, words: str, meaning: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(meaning)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Have room for the words and their meaning, a line each."""
        metrics = QFontMetrics(faces.sans(14))
        width = max(map(metrics.horizontalAdvance, (self.text(), self._meaning)))
        lines = 1 + bool(self._meaning)
        height = max(px(_LEAST), lines * metrics.lineSpacing() + 2 * px(_AIR))
        return QSize(px(_TEXT) + width + px(_AIR), height)

    def minimumSizeHint(self) -> QSize:
        """Never cut a line."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the box and both lines; a frame shows the focus."""
        metrics = QFontMetrics(faces.sans(14))
        lines = (1 + bool(self._meaning)) * metrics.lineSpacing()
        top = (self.height() - lines) // 2
        line = QRect(px(_TEXT), top, self.width() - px(_TEXT), metrics.lineSpacing())
        side = px(_BOX)
        box = QRectF(px(2), top + (line.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.hasFocus():
                focus = QPen(QColor(WORN.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen
                painter.setPen(focus)
                ground = QColor(WORN.hover) if self.underMouse() else Qt.BrushStyle.NoBrush
                painter.setBrush(ground)
                painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 5, 5)
            paint_tick(painter, box, WORN, is_ticked=self.isChecked())
            painter.setFont(faces.sans(14))
            for words, ink in ((self.text(), WORN.ink), (self._meaning, WORN.ink2)):
                painter.setPen(QColor(ink))
                painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, words)
                line.translate(0, line.height())
