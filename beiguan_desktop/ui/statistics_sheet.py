"""The charts with their headings: what is seen on the page and stored as a picture."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from beiguan_desktop.core.progress import Share
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.kind_legend import KindLegend
from beiguan_desktop.ui.opinion_chart import OpinionChart
from beiguan_desktop.ui.read_share import time_left
from beiguan_desktop.ui.reading_chart import ReadingChart
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.statistics_rows import Numbers
from beiguan_desktop.ui.theme import Theme

SHARPNESS = 2
"""How many pixels of a picture stand for one of the screen."""
MARGIN, _HEAD = 32, 92


class StatisticsSheet(QWidget):
    """Opinions above, reading below. `opened`: the unit of a row that was clicked."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers = Numbers()
        self._parts: tuple[Share, ...] = ()
        self._title = label(16, bold=True)
        self.legend = KindLegend(theme)
        self.opinions = OpinionChart(theme)
        self.note = label(14, "ink2")
        self._head = label(16, bold=True)
        self._head.setText("读了多少")
        self.sentence = label(14, "ink2")
        self.reading = ReadingChart(theme)
        self._build()
        self.opinions.chosen.connect(lambda row: self.opened.emit(self._numbers.rows[row].unit))
        self.reading.chosen.connect(lambda row: self.opened.emit(self._parts[row].unit))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._title, self.legend, self.opinions, self.note):
            column.addWidget(widget)
        column.addSpacing(20)
        for widget in (self._head, self.sentence, self.reading):
            column.addWidget(widget)
        column.addStretch(1)

    def fit(self, width: int) -> None:
        """Take a width, and draw the charts for it."""
        self.setFixedWidth(width)
        for widget in (self.legend, self.opinions, self.reading):
            widget.fit(width)

    def show_numbers(self, numbers: Numbers) -> None:
        """Show opinions from the next `fit` on; without one, only what was read."""
        self._numbers = numbers
        self._title.setText(f"意见在哪些部分　共 {numbers.total} 条")
        self.note.setText(f"没有意见的 {numbers.silent} 节没有画出来。")
        self.legend.set_kinds(numbers.kinds)
        self.opinions.take(numbers)
        is_there = numbers.total > 0
        for widget in (self._title, self.legend, self.opinions):
            widget.setVisible(is_there)
        self.note.setVisible(is_there and numbers.silent > 0)

    def show_reading(self, shares: tuple[Share, ...]) -> None:
        """Show how much was read of the whole report, in words, and of its parts."""
        whole, *parts = shares
        self._parts = tuple(parts)
        self.sentence.setText(_sentence(whole))
        self.reading.setVisible(bool(parts))
        self.reading.show_parts(parts)

    def picture(self, title: str, under: str) -> QImage:
        """Paint the sheet with its margins under a title, twice as sharp as on the screen."""
        size = self.size()
        head = px(_HEAD)
        width, height = size.width() + 2 * MARGIN, size.height() + head + MARGIN
        image = QImage(width * SHARPNESS, height * SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARPNESS)
        image.fill(QColor(self._theme.paper))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(faces.serif(22, bold=True))
        painter.drawText(QRect(MARGIN, px(20), size.width(), px(36)), _MIDDLE, title)
        painter.setPen(QColor(self._theme.ink2))
        painter.setFont(faces.sans(14))
        painter.drawText(QRect(MARGIN, px(54), size.width(), px(28)), _MIDDLE, under)
        flags = QWidget.RenderFlag.DrawChildren
        self.render(painter, QPoint(MARGIN, head), QRegion(), flags)
        painter.end()
        return image

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.end()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def _sentence(whole: Share) -> str:
    if not whole.letters:
        return "这份报告里没有认出正文。"
    if whole.percent == 100:
        return "全文已经读完。"
    return f"全文已读 {whole.percent}%，{time_left(whole)}。一段在眼前停够时间，就算读过。"


def label(points: int, tone: str = "ink", *, bold: bool = False) -> QLabel:
    """Make a label of plain text that wraps, in an ink of the palette."""
    made = QLabel("")
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setFont(faces.sans(points, bold=bold))
    ink(made, tone)
    return made
