"""The quiet bar above a new edition: the opinions on the one before could be taken over."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_HEIGHT, _BUTTON, _RADIUS = 54, 44, 6
_AROUND, _LINES = 90, 2
"""Pixels for sign and gaps; the most lines of words."""


class CrossingBar(AboveText):
    """`looked`: somebody wants to see them. `closed`: not now, or never again."""

    looked = Signal()
    refused = Signal()
    """Not again for this edition."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        self._said = self._short = ""
        self.words = plain_label("", "ink", faces.sans(14))
        self.look_button = _button("看一看", "看上一稿的意见放到哪里", role="plain")
        self.no_button = _button("不用", "不再提起；要看时在“两稿对照”里")
        self._frame = _Frame(theme)
        sign = QLabel()
        icons.put(sign, "message-square-plus", "ink2")
        row = self._frame.row
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.look_button)
        row.addWidget(self.no_button)
        self.column.addWidget(self._frame)
        self.look_button.clicked.connect(self.looked)
        self.no_button.clicked.connect(self.refused)

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return [self.look_button, self.no_button]

    def tell(self, words: str, short: str) -> None:
        """Say how many there are, in `short` where that takes too many lines, and appear."""
        self._said, self._short = words, short
        self.setAccessibleName(words)
        self._fit_words()
        self.appear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        margins = self.column.contentsMargins()
        buttons = self.look_button.sizeHint().width() + self.no_button.sizeHint().width()
        room = self.width() - margins.left() - margins.right() - buttons - px(_AROUND)
        is_long = QFontMetrics(faces.sans(14)).horizontalAdvance(self._said) > _LINES * room
        self.words.setText(self._short if is_long else self._said)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self._frame.rescale()
        for button in (self.look_button, self.no_button):
            button.setMinimumSize(px(_BUTTON), bar(_BUTTON))
        self._fit_words()


class _Frame(QWidget):
    """A field with a frame, as the other bars above the text have."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.row = QHBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setMinimumHeight(bar(_HEIGHT))
        self.row.setContentsMargins(px(14), px(4), px(5), px(4))
        self.row.setSpacing(px(8))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the field and its frame."""
        inset = self._theme.hairline / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.strong), self._theme.hairline))
            painter.setBrush(QColor(self._theme.field))
            frame = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, _RADIUS, _RADIUS)


def _button(words: str, tip: str, *, role: str = "flat") -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setFont(faces.sans(14))
    button.setMinimumSize(px(_BUTTON), bar(_BUTTON))
    button.setToolTip(tip)
    button.setAccessibleName(f"{words}：{tip}")
    return button
