"""In the status line: how much of the report has been read, and how long the rest takes."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from beiguan_desktop.core.progress import Share
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

BAR, THICK = 160, 6
_GAP = 12
_POINTS = 14


def time_left(share: Share) -> str:
    """Say how long the rest of a report takes, in whole minutes; nothing when all is read."""
    if share.read >= share.letters:
        return ""
    minutes = ceil(share.seconds / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"约剩 {minutes} 分钟"
    return f"约剩 {hours} 小时" + (f" {rest} 分钟" if rest else "")


class ReadShare(QWidget):
    """A bar and two numbers. Where there is no room, the bar goes first, then the time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._percent = 0
        self._words: tuple[str, ...] = ()
        self._has_letters, self._is_wanted = False, True
        self.setFont(faces.sans(_POINTS))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_share(self, share: Share) -> None:
        """Show how much was read; a report without letters has nothing to say."""
        self._percent = share.percent
        words = (f"已读 {share.percent}%", time_left(share) or "读完了")
        if words != self._words:
            self._words = words
            self.setAccessibleName("，".join(words))
            self.setToolTip(
                f"正文 {share.letters} 字，读过 {share.read} 字。一段在眼前停够时间，就算读过。"
            )
            self.updateGeometry()
        self._has_letters = share.letters > 0
        self.setVisible(self._has_letters and self._is_wanted)
        self.update()

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Make room where something more important is to be said."""
        self._is_wanted = is_wanted
        self.setVisible(self._has_letters and is_wanted)

    def rescale(self) -> None:
        """Ask for the room of other letters."""
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What is shown, when there is room."""
        return "　".join(self._words)

    def sizeHint(self) -> QSize:
        """Ask for room for the bar and both numbers."""
        return QSize(ceil(px(BAR) + sum(width + _GAP for width in self._widths())), THICK)

    def minimumSizeHint(self) -> QSize:
        """Be content with the share alone."""
        return QSize(ceil(next(iter(self._widths()), 0.0)), THICK)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint from the right what there is room for."""
        widths, right = self._widths(), float(self.width())
        if not widths:
            return
        middle = self.height() / 2
        shown = len(widths) if right >= sum(widths) + _GAP else 1
        words_left = right - sum(widths[:shown]) - _GAP * (shown - 1)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x = words_left
            baseline = middle + 0.38 * QFontMetricsF(self.font()).horizontalAdvance("国")
            for at in range(shown):
                painter.setPen(QColor(self._theme.ink if at == 0 else self._theme.ink2))
                painter.drawText(QPointF(x, baseline), self._words[at])
                x += widths[at] + _GAP
            if words_left - _GAP >= px(BAR) - 1:
                bar = QRectF(words_left - _GAP - px(BAR), middle - THICK / 2, px(BAR), THICK)
                self._paint_bar(painter, bar)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._theme
        painter.setBrush(QColor(theme.press if theme.is_stark else theme.line))
        painter.drawRoundedRect(bar, THICK / 2, THICK / 2)
        if self._percent:
            bar.setWidth(max(float(THICK), bar.width() * self._percent / 100))
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(bar, THICK / 2, THICK / 2)

    def _widths(self) -> list[float]:
        metrics = QFontMetricsF(self.font())
        return [metrics.horizontalAdvance(words) for words in self._words]
