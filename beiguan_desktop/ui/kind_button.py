"""The three large buttons that say what an opinion is."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.labels import BUTTONS
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.theme import Theme

_PADDING = 8


class KindButton(QAbstractButton):
    """A word in the kind's colour with one line under it; filled when chosen."""

    def __init__(self, kind: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._theme = theme
        self._word, self._hint = BUTTONS[kind]
        self.setCheckable(True)
        self.setText(self._word)
        self.setAccessibleName(f"{self._word}：{self._hint}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._is_terse = False

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.updateGeometry()

    def set_terse(self, *, is_terse: bool) -> None:
        """Do without the line under the word, where the window is low; the tip says it."""
        self._is_terse = is_terse
        self.setToolTip(self._hint if is_terse else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as both lines; one line is 48 px."""
        large, small = QFontMetrics(_large()), QFontMetrics(_small())
        width = max(large.horizontalAdvance(self._word), small.horizontalAdvance(self._hint))
        if self._is_terse:
            return QSize(width + 12, bar(48))
        return QSize(width + 12, large.height() + small.height() + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """Never give a line up for want of room, nor a letter of the word."""
        width = QFontMetrics(_large()).horizontalAdvance(self._word)
        return QSize(width + 12, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground, frame and both lines."""
        theme, chosen = self._theme, self.isChecked() and self.isEnabled()
        colour = QColor(theme.kinds[self.kind] if self.isEnabled() else theme.off)
        idle = theme.hover if self.underMouse() else theme.field
        ground = QColor(theme.chosen(self.kind) if chosen else idle)
        thin = theme.hairline
        is_focused = self.hasFocus()
        frame = QPen(QColor(theme.accent if is_focused else theme.line), thin + is_focused)
        if chosen and (theme.is_stark or not is_focused):  # of one colour with the ground
            frame = QPen(QColor(theme.ink) if is_focused else ground, thin + is_focused)
        if not self.isEnabled():
            frame = QPen(QColor(theme.strong), thin, Qt.PenStyle.DashLine)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(frame)
        painter.setBrush(ground)
        inset = frame.widthF() / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(theme.field) if chosen else colour)
        painter.setFont(_large())
        if self._is_terse:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._word)
        else:
            self._paint_lines(painter, chosen=chosen)
        painter.end()

    def _paint_lines(self, painter: QPainter, *, chosen: bool) -> None:
        theme = self._theme
        middle = self.height() // 2 + 3
        top = QRect(0, _PADDING - 2, self.width(), middle - _PADDING + 2)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, self._word)
        idle = theme.ink2 if self.isEnabled() else theme.off
        painter.setPen(QColor(theme.field if chosen else idle))
        painter.setFont(_small())
        low = QRect(0, middle, self.width(), self.height() - middle - _PADDING + 2)
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, self._hint)


def _large() -> QFont:
    return faces.sans(16, bold=True)


def _small() -> QFont:
    return faces.sans(14)
