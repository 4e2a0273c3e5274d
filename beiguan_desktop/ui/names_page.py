"""A page with names to pick from at the left, and at the right where they stand in the report."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.name_list import NameList
from beiguan_desktop.ui.name_model import NameModel
from beiguan_desktop.ui.passage_list import PassageList
from beiguan_desktop.ui.room_page import BUTTON, RoomPage
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme

_MARGIN = 24
_LEAST_LEFT, _MOST_LEFT = 320, 420
_SHARE = 0.36
"""How much of the width the names get."""


class NamesPage(RoomPage):
    """Shown in place of the reading page; what it shows comes from a flow."""

    wanted = Signal(str)
    """What somebody types to find a name."""
    missed = Signal(str)
    """Enter was pressed on words that no name holds."""

    def __init__(
        self, theme: Theme, title: str, hint: str, *, has_ticks: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.model = NameModel(self, has_ticks=has_ticks)
        self.names = NameList(self.model, title, theme)
        self.passages = PassageList("报告里的句子", theme)
        self.search = QLineEdit()
        self.clear_button = self.button("", "x", "清空")
        self.title = plain_label(title, "ink", faces.sans(16, bold=True), wraps=False)
        self.told = plain_label("", "ink2", faces.sans(14))
        self.none = plain_label("", "ink2", faces.sans(14))
        self.head = plain_label("", "ink", faces.sans(16, bold=True))
        self.words = plain_label("", "ink", faces.serif(16))
        self.tools, self.foot = QHBoxLayout(), QHBoxLayout()
        self.empty = _Empty()
        self._left = QWidget()
        self._dress_search(hint)
        self._build()
        self.search.textChanged.connect(self._on_typed)
        self.clear_button.clicked.connect(self._on_cleared)
        self.search.returnPressed.connect(self._on_entered)

    def set_order(
        self,
        *,
        strip: tuple[QWidget, ...] = (),
        foot: tuple[QWidget, ...] = (),
        tools: tuple[QWidget, ...] = (),
    ) -> None:
        """Let Tab go through the page as the eye does, whatever a flow has put where."""
        left = (self.search, self.clear_button, self.names, *foot)
        for one, other in pairwise((self.back_button, *strip, *left, *tools, self.passages)):
            self.setTabOrder(one, other)

    # -- building

    def _dress_search(self, hint: str) -> None:
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(hint)
        self.search.setFont(faces.sans(16))
        self.search.setMinimumHeight(bar(BUTTON))
        self.clear_button.setAccessibleName("清空")
        self.clear_button.hide()

    def _build(self) -> None:
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for widget, stretch in ((self.back_button, 0), (self.title, 0), (self.told, 1)):
            self.strip.addWidget(widget, stretch)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self._build_left())
        row.addLayout(self._build_right(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(self.strip)
        column.addLayout(row, 1)

    def _build_left(self) -> QWidget:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(8)
        box = QHBoxLayout()
        box.setContentsMargins(20, 0, 16, 0)
        box.setSpacing(4)
        box.addWidget(self.search)
        box.addWidget(self.clear_button)
        column.addLayout(box)
        self.none.setContentsMargins(20, 12, 16, 12)
        self.none.hide()
        column.addWidget(self.none)
        column.addWidget(self.names, 1)
        self.foot.setContentsMargins(8, 0, 8, 6)
        column.addLayout(self.foot)
        return self._left

    def _build_right(self) -> QVBoxLayout:
        above = QWidget()
        head = QVBoxLayout(above)
        head.setContentsMargins(_MARGIN, 20, _MARGIN, 8)
        head.setSpacing(8)
        head.addWidget(self.head)
        head.addWidget(self.words)
        head.addLayout(self.tools)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self.empty, 1)
        column.addWidget(self.passages, 1)
        for part in (self.names, self.passages):
            part.setMinimumHeight(1)  # what scrolls gives way, words above it are never cut
        self.empty.hide()
        self.words.hide()
        return column

    # -- showing

    def tell(self, words: str) -> None:
        """Say in the strip what has just happened."""
        self.told.setText(words)
        self.told.setAccessibleName(words)

    def show_none(self, words: str) -> None:
        """Say above the names why there are none; empty says nothing."""
        self.none.setText(words)
        self.none.setVisible(bool(words))

    def show_empty(self, title: str, hint: str) -> None:
        """Say in place of the sentences why there are none, and what to do."""
        self.empty.say(title, hint)
        self.empty.setVisible(bool(title))
        self.passages.setVisible(not title)

    def show_words(self, words: str) -> None:
        """Show an explanation under the head of the sentences."""
        self.words.setText(words)
        self.words.setVisible(bool(words))

    def take_focus(self) -> None:
        """Let the keys go to the box that finds names."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cleared(self) -> None:
        self.take_focus()  # before the button goes, which would send the keys anywhere
        self.search.clear()

    def _on_typed(self, words: str) -> None:
        self.clear_button.setVisible(bool(words))
        self.model.set_wanted(words)
        self.wanted.emit(words)

    def _on_entered(self) -> None:
        if self.model.rowCount():
            self.names.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.search.text().strip():
            self.missed.emit(self.search.text().strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self.search.setMinimumHeight(bar(BUTTON))
        self.empty.rescale()
        self._fit()

    def _fit(self) -> None:
        wide = min(px(_MOST_LEFT), round(self.width() * _SHARE))
        least = min(px(_LEAST_LEFT), self.width() // 2)
        self._left.setFixedWidth(max(least, wide))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """↓ in the box goes to the names."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.names.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        return self._left.y()

    def paint_within(self, painter: QPainter, strip: int) -> None:
        """Paint the names' ground and the hairline beside it."""
        theme, left, low = self._theme, self._left.width(), self.height() - strip
        painter.fillRect(0, strip, left, low, QColor(theme.ground))
        painter.fillRect(left, strip, theme.hairline, low, QColor(theme.line))


class _Empty(QWidget):
    """One icon, one sentence, what to do."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = sign = QLabel()
        icons.put(sign, "search", "ink3", 34)
        self._title = plain_label("", "ink", faces.sans(16, bold=True))
        self._hint = plain_label("", "ink2", faces.sans(14))
        self._column = column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (sign, self._title, self._hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addStretch(1)
        self.rescale()

    def rescale(self) -> None:
        """Do without air and sign in a low window: the words need the room."""
        above, below = (12, 0) if SCALE.is_low else (56, 28)
        self._column.setContentsMargins(_MARGIN, above, _MARGIN, below)
        self._sign.setVisible(not SCALE.is_low)

    def say(self, title: str, hint: str) -> None:
        """Show other words."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName("，".join(part for part in (title, hint) if part))
