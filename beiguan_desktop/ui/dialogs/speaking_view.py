"""看着讲: nothing on the screen but the words one speaks, in letters as large as there is room.

One opinion fills one screen where it can; one that is longer goes on on the next. Nothing scrolls.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QDialog, QWidget

from beiguan_desktop.core.speech import Point, minutes
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flowing import MIDDLE, PITCH, em, flow
from beiguan_desktop.ui.theme import Theme

_SIZES = (44, 40, 36, 32, 28, 24)
"""Points of the words, the largest first; smaller ones nobody reads standing."""
_EDGE, _GAP = 0.06, 0.6
"""Air round the words, of the width; between paragraphs, in lines."""
_HEAD, _FOOT = 18, 16
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELP = "点一下或按空格往后，按 ← 往前，Esc 结束"


@dataclass(frozen=True)
class Screen:
    """What is seen at once: which opinion, which part of it, and the lines."""

    at: int
    part: int
    lines: tuple[tuple[QTextLayout, int, float], ...]
    """A layout, one line of it, and how far down the screen its line stands."""


class SpeakingView(QDialog):
    """Fills the screen; keys or clicks go on and back."""

    def __init__(self, theme: Theme, points: Sequence[Point], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("看着讲")
        self._theme, self._points = theme, points
        self._screens: tuple[Screen, ...] = ()
        self._at = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    def minimumSizeHint(self) -> QSize:
        """Do with any screen."""
        return QSize(320, 240)

    @property
    def count(self) -> int:
        """How many screens there are."""
        return len(self._screens)

    @property
    def place(self) -> int:
        """Which is shown, from 0."""
        return self._at

    @property
    def screen_shown(self) -> Screen | None:
        """What is seen now."""
        return self._screens[self._at] if self._screens else None

    def turn(self, by: int) -> None:
        """Go on or back; at both ends nothing happens."""
        self._at = max(0, min(self._at + by, self.count - 1))
        self._describe()
        self.update()

    def _describe(self) -> None:
        shown = self.screen_shown
        point = self._points[shown.at if shown else 0]
        self.setAccessibleName("看着讲")
        words = "".join((point.heading, *point.words))
        self.setAccessibleDescription(f"{self._place_words()}：{words}。{_HELP}")

    def _place_words(self) -> str:
        shown = self.screen_shown
        at = shown.at if shown else 0
        taken = minutes(self._points[at].seconds)
        return f"第 {at + 1} 条，共 {len(self._points)} 条　{taken}"

    # -- setting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew for another screen."""
        super().resizeEvent(event)
        last = self.screen_shown
        self._screens = tuple(
            screen for at, point in enumerate(self._points) for screen in self._set(at, point)
        )
        same = (n for n, screen in enumerate(self._screens) if last and screen.at == last.at)
        self._at = next(same, 0)
        self._describe()

    def _box(self) -> QRectF:
        """Return where words stand: under the heading, over the foot."""
        side = _EDGE * self.width()
        top = side * 0.6 + 2.2 * em(faces.sans(_HEAD, true=True))
        bottom = 2.4 * em(faces.sans(_FOOT, true=True))
        return QRectF(side, top, self.width() - 2 * side, self.height() - top - bottom)

    def _set(self, at: int, point: Point) -> Iterator[Screen]:
        """Set one opinion in the largest letters in which one screen holds it."""
        screens: list[Screen] = []
        for points in _SIZES:
            screens = list(self._cut(at, point, points))
            if len(screens) == 1:
                break
        yield from screens

    def _cut(self, at: int, point: Point, points: int) -> Iterator[Screen]:
        box = self._box()
        plain, quote = faces.serif(points, true=True), faces.kai(points - 6, true=True)
        texts: list[tuple[str, QFont]] = [(words, plain) for words in point.words]
        if point.told_quote:
            texts.insert(0, (point.told_quote, quote))
        lines: list[tuple[QTextLayout, int, float]] = []
        y, part = box.top(), 0
        for text, font in texts:
            layout, pitch = flow(text, font, box.width()), PITCH * em(font)
            for number in range(layout.lineCount()):
                if y + pitch > box.bottom() and lines:
                    yield Screen(at, part, tuple(lines))
                    lines, y, part = [], box.top(), part + 1
                lines.append((layout, number, y))
                y += pitch
            y += _GAP * pitch
        yield Screen(at, part, tuple(lines))

    # -- painting, keys

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint heading, words and foot."""
        theme, shown, box = self._theme, self.screen_shown, self._box()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.paper))
        if shown is not None:
            goes_on = "（接上）" if shown.part else ""
            head = f"{self._points[shown.at].heading}{goes_on}"
            top = 0.6 * _EDGE * self.width()
            self._line(painter, head, faces.sans(_HEAD, bold=True, true=True), theme.ink2, top)
            painter.setPen(QColor(theme.ink))
            for layout, number, y in shown.lines:
                line = layout.lineAt(number)
                drop = (0.5 * PITCH + MIDDLE) * em(layout.font())  # the baseline in its pitch
                line.draw(painter, QPointF(box.left(), y + drop - line.ascent() - line.y()))
            foot = f"{self._place_words()}　　{_HELP}"
            face = faces.sans(_FOOT, true=True)
            self._line(painter, foot, face, theme.ink3, self.height() - 2 * em(face))
        painter.end()

    def _line(self, painter: QPainter, words: str, font: QFont, ink: str, top: float) -> None:
        box = self._box()
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, box.width())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(box.left(), top + metrics.ascent()), shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back; Esc ends it."""
        if event.key() in _ON or event.key() in _ENTER:
            self.turn(1)
        elif event.key() in _BACK:
            self.turn(-1)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on; with the right button, or at the left edge, back."""
        is_back = event.button() == Qt.MouseButton.RightButton
        is_back = is_back or event.position().x() < 0.2 * self.width()
        self.turn(-1 if is_back else 1)
