"""A bar with a box to type in that lies between the running head and the text."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

HEIGHT = 54
BUTTON = 44
RADIUS = 6
LEAST_BOX = 76
"""The fewest pixels that are left to type in."""
_MOST = 200
"""How many characters can be typed: what is looked for is no paper."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BarBox(QLineEdit):
    """The box of a bar; its frame is the bar's."""

    entered = Signal(int)
    """Enter (1) or Shift+Enter (-1)."""
    escaped = Signal()
    down = Signal()
    focus_changed = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(_MOST)
        self.setFont(faces.sans(16))
        self.setFrame(False)
        self.setStyleSheet("QLineEdit { border: none; background: transparent; padding: 0; }")
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.setMinimumSize(px(LEAST_BOX), bar(BUTTON))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort keys: go on, leave, down into the list, or letters."""
        key = event.key()
        if key in _ENTER:
            self.entered.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the bar, which shows it by its frame."""
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the bar, which shows it by its frame."""
        super().focusOutEvent(event)
        self.focus_changed.emit()


class FramedBar(QWidget):
    """Icon, box, then what a child class adds to `row`, and × at the end."""

    closed = Signal()

    def __init__(self, theme: Theme, box: BarBox, sign: str, close_name: str) -> None:
        super().__init__()
        self.theme, self.box = theme, box
        mark = plain_label("", "ink2", faces.sans(14), wraps=False)
        icons.put(mark, sign, "ink2")
        self.close_button = self._button("", "x", close_name)
        self.close_button.clicked.connect(self.closed)
        self.row = QHBoxLayout(self)
        self.row.addWidget(mark)
        self.row.addWidget(box, 1)
        box.focus_changed.connect(self.update)
        box.escaped.connect(self.closed)
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setFixedHeight(bar(HEIGHT))
        self.row.setContentsMargins(px(14), 0, px(5), 0)
        self.row.setSpacing(px(6))
        for button in self.findChildren(QPushButton):
            button.setMinimumSize(px(BUTTON), bar(BUTTON))

    def _button(self, text: str, sign: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "flat")
        button.setFont(faces.sans(14))
        button.setMinimumSize(px(BUTTON), bar(BUTTON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(name)
        button.setAccessibleName(name)
        if sign:
            icons.put(button, sign, "ink2")
        return button

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the field and its frame, stronger while one types."""
        is_focused = self.box.hasFocus()
        width = self.theme.hairline + is_focused
        inset = width / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(QColor(self.theme.accent if is_focused else self.theme.strong), width)
            )
            painter.setBrush(QColor(self.theme.field))
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, RADIUS, RADIUS)
