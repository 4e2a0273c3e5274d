"""The bar above the text while an opinion without a place gets one: what it was about."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_ASK = "请点这条意见说的那句话"
_GAP, _SIDES, _REST = 4, 24, 76
"""Pixels between its lines, beside them, and of all that is not lines: the buttons and the air."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class UnplacedBar(AboveText):
    """`accepted`: put it where one has chosen. `jumped`: 1 to the next candidate, -1 back.

    `whole_asked`: it is about the report as a whole.
    """

    accepted = Signal()
    jumped = Signal(int)
    whole_asked = Signal()

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        self.ask = plain_label(_ASK, "ink", faces.sans(14, bold=True))
        self.words = plain_label("", "ink", faces.sans(14))
        self.stood = plain_label("", "ink2", faces.serif(14))
        self.found = plain_label("", "ink2", faces.sans(14))
        self.back_button = _button("", "flat", "上一处（Shift+F3）")
        self.next_button = _button("", "flat", "下一处（F3）")
        self.accept_button = _button("放在这里", "main", "放在选中的地方（回车）")
        self.whole_button = _button("对整篇报告", "flat", "这条意见是对整篇报告说的")
        self.cancel_button = _button("先不放", "flat", "先不放（Esc）")
        self._frame = _Frame(theme)
        self._build()

    def _build(self) -> None:
        for label in (self.ask, self.words, self.stood, self.found):
            self._frame.column.addWidget(label)
        for jump, sign in ((self.back_button, "chevron-up"), (self.next_button, "chevron-down")):
            icons.put(jump, sign, "ink2", 20)
            jump.setMinimumWidth(px(44))
            jump.setAccessibleName(jump.toolTip())
        row = QHBoxLayout()
        row.setSpacing(px(6))
        for button in self.in_order():
            if button is self.whole_button:
                row.addStretch(1)
            row.addWidget(button)
            button.installEventFilter(self)
        self._frame.column.addLayout(row)
        self.column.addWidget(self._frame)
        self.accept_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.closed)
        self.whole_button.clicked.connect(self.whole_asked)
        self.next_button.clicked.connect(lambda: self.jumped.emit(1))
        self.back_button.clicked.connect(lambda: self.jumped.emit(-1))

    def make_room(self) -> None:
        """Leave half of the pane to the text: where it is low, what the card says too goes."""
        width, room = self._view.measure.width - px(_SIDES), self.room / 2 - px(_REST)
        for label in (self.ask, self.found, self.words, self.stood):
            words = label.text()
            room -= (label.heightForWidth(width) + px(_GAP)) if words else 0
            is_wanted = bool(words) and (room >= 0 or label in (self.ask, self.found))
            if label.isVisibleTo(self) != is_wanted:
                label.setVisible(is_wanted)

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        jumps = [self.back_button, self.next_button]
        return [self.accept_button, *jumps, self.whole_button, self.cancel_button]

    def tell(self, words: str, stood: str) -> None:
        """Say which opinion it is and what it was about, and appear."""
        self.words.setText(words)
        self.stood.setText(stood)
        self.setAccessibleName(f"{_ASK}。{words}。{stood}")
        self.show_found("", jumps=False)
        self.appear()

    def show_found(self, words: str, *, jumps: bool) -> None:
        """Say where the words seem to stand now, and offer to go from one place to the next."""
        self.found.setText(words)
        self.found.setVisible(bool(words))
        for button in (self.back_button, self.next_button):
            button.setVisible(jumps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the text settle the place; F3 means the candidates, not what was found."""
        if not self.isHidden() and isinstance(event, QKeyEvent):
            is_jump = event.key() == Qt.Key.Key_F3 and self.next_button.isVisible()
            if is_jump and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_jump and event.type() == QEvent.Type.KeyPress:
                is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.jumped.emit(-1 if is_back else 1)
                return True
            is_press = event.type() == QEvent.Type.KeyPress and event.key() in _ENTER
            if is_press and watched is self._view:
                self.accepted.emit()
                return True
        return super().eventFilter(watched, event)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self._frame.rescale()


class _Frame(QWidget):
    """A field with a frame, as high as its words ask."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface asks."""
        self.column.setContentsMargins(px(14), px(10), px(8), px(6))
        self.column.setSpacing(px(_GAP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the field and its frame."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.strong), self._theme.hairline))
            painter.setBrush(QColor(self._theme.field))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _button(words: str, role: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setFont(faces.sans(14))
    button.setMinimumHeight(px(44))
    button.setToolTip(tip)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
