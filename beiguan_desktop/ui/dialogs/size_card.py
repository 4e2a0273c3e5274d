"""A size of letters to choose, shown in that size."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_SAMPLE = "始终把稳增长作为首要任务"


class SizeCard(QAbstractButton):
    """A size of letters, shown in that size."""

    def __init__(self, word: str, points: int, theme: Theme) -> None:
        super().__init__()
        self.points = points
        self._word, self._theme = word, theme
        self.setCheckable(True)
        self.setFixedHeight(px(132))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{word}，{points}磅")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the frame, the mark, the name, the size and a line of the report."""
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_accent = chosen or self.hasFocus()
        width = theme.hairline + is_accent
        painter.setPen(QPen(QColor(theme.accent if is_accent else theme.strong), width))
        painter.setBrush(QColor(theme.field))
        inset = width / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():  # a second line, for the chosen one has an accent frame anyway
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 3, 3)
        self._paint_mark(painter, chosen=chosen)
        painter.setPen(QColor(theme.ink))
        painter.setFont(faces.sans(16, bold=chosen))
        line = QRect(px(48), px(8), self.width() - px(64), px(40))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._word)
        painter.setPen(QColor(theme.ink2))
        painter.setFont(faces.sans(14))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        size = f"{self.points}磅"
        taken = QFontMetrics(faces.sans(16, bold=True)).horizontalAdvance(self._word) + 12
        if taken + QFontMetrics(painter.font()).horizontalAdvance(size) <= line.width():
            painter.drawText(line, right, size)
        painter.setPen(QColor(theme.ink))
        sample = faces.serif(self.points, true=True)
        painter.setFont(sample)
        room = self.width() - 32
        low = QRect(16, px(48), room, self.height() - px(56))
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter, self._fitting(sample, room))
        painter.end()

    def _fitting(self, font: QFont, room: int) -> str:
        metrics = QFontMetrics(font)
        return next(
            _SAMPLE[:n]
            for n in range(len(_SAMPLE), -1, -1)
            if metrics.horizontalAdvance(_SAMPLE[:n]) <= room
        )

    def _paint_mark(self, painter: QPainter, *, chosen: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.strong), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(px(18), px(18), px(19), px(19))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(px(23), px(23), px(9), px(9))
