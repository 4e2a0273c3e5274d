"""The buttons that say what an opinion is: three large ones, or small ones for staff."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.labels import BUTTONS
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_PADDING = 8
_TIGHT = 6
"""Pixels beside and between the letters of a small button."""


class KindButton(QAbstractButton):
    """A word in the kind's colour with one line under it; filled when chosen.

    `small`: word, line and act of one of many. It stands in one line without the other; a word
    of four letters is set in two lines where there is no room for one.
    """

    def __init__(
        self,
        kind: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        small: tuple[str, str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._theme = theme
        self._is_small = small is not None
        self._word, self.hint, self.act = small or (*BUTTONS[kind], "")
        self.setCheckable(True)
        self.setText(self._word)
        self.setAccessibleName(f"{self._word}：{self.hint}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._is_terse = False
        self.set_terse(is_terse=self._is_small)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.updateGeometry()

    def set_terse(self, *, is_terse: bool) -> None:
        """Do without the line under the word, where the window is low; the tip says it."""
        self._is_terse = is_terse
        self.setToolTip(self.hint if is_terse else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as both lines; one line is 48 px."""
        large, small = QFontMetrics(_large()), QFontMetrics(_small())
        if self._is_small:
            return QSize(self._least() + 2 * _TIGHT, bar(48))
        width = max(large.horizontalAdvance(self._word), small.horizontalAdvance(self.hint))
        if self._is_terse:
            return QSize(width + 12, bar(48))
        return QSize(width + 12, large.height() + small.height() + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """Never give a line up for want of room, nor a letter of the word."""
        if self._is_small:
            return QSize(max(px(44), self._least() + _TIGHT), bar(48))
        width = QFontMetrics(_large()).horizontalAdvance(self._word)
        return QSize(width + 12, self.sizeHint().height())

    def _least(self) -> int:
        return max(map(QFontMetrics(_bold()).horizontalAdvance, self._halves()))

    def _halves(self) -> tuple[str, ...]:
        """Return the lines of a word that may be broken; 增加一句 is no two words."""
        has_room = bar(48) >= 2 * QFontMetrics(_bold()).lineSpacing()
        is_broken = len(self._word) == 4 and not self.act and has_room
        return (self._word[:2], self._word[2:]) if is_broken else (self._word,)

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
        painter.setFont(_bold() if self._is_small else _large())
        if self._is_small:
            is_wide = painter.fontMetrics().horizontalAdvance(self._word) + _TIGHT <= self.width()
            shown = self._word if is_wide else "\n".join(self._halves())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)
        elif self._is_terse:
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
        painter.drawText(low, Qt.AlignmentFlag.AlignCenter, self.hint)


def _large() -> QFont:
    return faces.sans(16, bold=True)


def _bold() -> QFont:
    return faces.sans(14, bold=True)


def _small() -> QFont:
    return faces.sans(14)
