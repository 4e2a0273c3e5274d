"""The bar above the text while an opinion is given another place."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PlaceBar(AboveText):
    """What to do, 定下 and 不换了. With the focus on it, arrows move the ends of a mark.

    `stepped`: the end that is held goes on (1) or back (-1), by a letter or by a clause;
    `end_taken`: the mark's beginning or its end is held from now on.
    """

    accepted = Signal()
    stepped = Signal(int, bool)
    end_taken = Signal(bool)

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = plain_label("", "ink", faces.sans(14))
        self.accept_button = self._button("", "main")
        self.cancel_button = self._button("不换了", "flat")
        self.cancel_button.setToolTip("不换了（Esc）")
        self._frame = _Frame(theme, self)
        row = self._frame.row
        row.addWidget(self.words, 1)
        row.addWidget(self.accept_button)
        row.addWidget(self.cancel_button)
        self.column.addWidget(self._frame)
        self.accept_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.closed)

    def _button(self, words: str, role: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", role)
        button.setFont(faces.sans(14))
        button.setMinimumHeight(px(44))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return [self, self.accept_button, self.cancel_button]

    def ask(self, words: str, accept: str) -> None:
        """Say what to do and appear."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.accept_button.setText(accept)
        self.accept_button.setToolTip(f"{accept}（回车）")
        self.appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter in the text settle the place that is chosen there."""
        is_press = event.type() == QEvent.Type.KeyPress and not self.isHidden()
        if is_press and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.accepted.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows take hold of an end, with Shift they move it, with Ctrl too by a clause."""
        held, by = event.modifiers(), _ARROWS.get(Qt.Key(event.key()))
        if event.key() in _ENTER:
            self.accepted.emit()
        elif by is None:
            super().keyPressEvent(event)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.stepped.emit(by, bool(held & Qt.KeyboardModifier.ControlModifier))
        else:
            self.end_taken.emit(by > 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show by the frame that the arrows mean this bar."""
        super().focusInEvent(event)
        self._frame.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show by the frame that they do not."""
        super().focusOutEvent(event)
        self._frame.update()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self._frame.rescale()


class _Frame(QWidget):
    """The bar itself: a field with a frame, as high as its words ask."""

    def __init__(self, theme: Theme, bar: QWidget) -> None:
        super().__init__()
        self._theme, self._bar = theme, bar
        self.row = QHBoxLayout(self)
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface asks."""
        self.row.setContentsMargins(px(14), px(5), px(5), px(5))
        self.row.setSpacing(px(6))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the field and its frame, stronger while the arrows mean it."""
        has_focus = self._bar.hasFocus()
        width = self._theme.hairline + has_focus
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = self._theme.accent if has_focus else self._theme.strong
            painter.setPen(QPen(QColor(edge), width))
            painter.setBrush(QColor(self._theme.field))
            inset = width / 2
            frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, 6, 6)
