"""The bar above the text while one goes from sentence to sentence of a list."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_HEIGHT, _BUTTON = 54, 44
_AROUND = 52
"""What margins and gaps of the bar take."""
_LEAST_TITLE = 160
"""Pixels of a long title that the count has to leave."""
_LEAST_SHOWN = 2
"""A title of which no more than this can be read is left out."""
_PREVIOUS, _NEXT, _LIST = "上一句", "下一句", "回到清单"


class _Frame(QWidget):
    """The bar itself: a field with a frame, as the bar that finds words has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.row = QHBoxLayout(self)
        self.rescale()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def rescale(self) -> None:
        """Be as high as the interface asks."""
        self.setFixedHeight(bar(_HEIGHT))
        self.row.setContentsMargins(px(14), 0, px(5), 0)
        self.row.setSpacing(px(4))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the field."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width, inset = self._theme.hairline, self._theme.hairline / 2
            painter.setPen(QPen(QColor(self._theme.strong), width))
            painter.setBrush(QColor(self._theme.field))
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, 6, 6)


class TourBar(AboveText):
    """What the list is of, at which of its sentences one is, and the ways on and back."""

    stepped = Signal(int)
    list_asked = Signal()

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        self._title = self._count = self._short = ""
        self.title = plain_label("", "ink", faces.sans(14, bold=True), wraps=False)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count = plain_label("", "ink2", faces.sans(14), wraps=False)
        self.previous = self._button("chevron-up", _PREVIOUS)
        self.next = self._button("chevron-down", _NEXT)
        self.list = self._button("menu", _LIST)
        self.close_button = self._button("x", "不再标出（Esc）")
        frame = _Frame(theme)
        row = frame.row
        row.addWidget(self.title, 1)
        row.addSpacing(8)
        for widget in (self.count, self.previous, self.next, self.list, self.close_button):
            row.addWidget(widget)
        self.column.addWidget(frame)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.list.clicked.connect(self.list_asked)
        self.close_button.clicked.connect(self.closed)

    def _button(self, sign: str, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "flat")
        button.setFont(faces.sans(14))
        button.setMinimumSize(px(_BUTTON), bar(_BUTTON))
        icons.put(button, sign, "ink2")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return [self.previous, self.next, self.list, self.close_button]

    def set_title(self, words: str) -> None:
        """Say what the list is of."""
        self._title = words
        self.title.setAccessibleName(words)
        self._fit_words()

    def set_count(self, at: int, count: int) -> None:
        """Say at which sentence one is and how many there are."""
        self._count, self._short = f"第 {at} 句，共 {count} 句", f"{at}/{count}"
        self.count.setAccessibleName(self._count)
        for button in (self.previous, self.next):
            button.setEnabled(count > 1)
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit_words()

    def rescale(self) -> None:
        """Say as much as there is room for in the size that holds now."""
        super().rescale()
        for button in (self.previous, self.next, self.list, self.close_button):
            button.setMinimumSize(px(_BUTTON), bar(_BUTTON))
        self._fit_words()

    def _fit_words(self) -> None:
        """Leave out the words of ∧ and ∨, then those of the count, then the title's end."""
        metrics, bold = QFontMetrics(faces.sans(14)), QFontMetrics(faces.sans(14, bold=True))
        margins = self.column.contentsMargins()
        inside = self.width() - margins.left() - margins.right()
        room = inside - px(_AROUND) - 4 * px(_BUTTON) - _width(metrics, _LIST)
        least = min(bold.horizontalAdvance(self._title), px(_LEAST_TITLE))
        steps = _width(metrics, _PREVIOUS) + _width(metrics, _NEXT)
        count = metrics.horizontalAdvance(self._count)
        has_steps, is_long = room >= steps + count + least, room >= count + least
        self.list.setText(_LIST)
        self.previous.setText(_PREVIOUS if has_steps else "")
        self.next.setText(_NEXT if has_steps else "")
        self.count.setText(self._count if is_long else self._short)
        room -= metrics.horizontalAdvance(self.count.text()) + (steps if has_steps else 0)
        shown = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, max(0, room))
        self.title.setText(shown if len(shown) > _LEAST_SHOWN else "")


def _width(metrics: QFontMetrics, words: str) -> int:
    """Return what words add to a button that has an icon."""
    return metrics.horizontalAdvance(words) + 8
