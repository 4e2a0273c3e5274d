"""The bar above selected words: what can be done with them. It never takes the focus."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import bar
from beiguan_desktop.ui.theme import Theme

HEIGHT = 48
WRITE, CHANGE, ADD, STROKE = "写意见", "建议修改", "增加一句", "画重点"
OFF = "去掉重点"
_ICONS = {WRITE: "message-square-plus", CHANGE: "pencil", ADD: "plus", STROKE: "highlighter"}
_TIPS = {
    WRITE: "对选中的字写意见（Ctrl+Alt+M）",
    CHANGE: "把选中的字换个写法",
    ADD: "在这句话后面增加一句",
    STROKE: "给选中的字画重点，只有您自己看得见（Ctrl+Alt+H）",
}
_OFF_TIP = "去掉选中的字上的重点（Ctrl+Alt+H）"
_FRAME, _RADIUS = 1, 6


class SelectionBar(QWidget):
    """Four words with their signs; `asked` carries the word that was pressed."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("对选中的字")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.buttons = {word: self._button(word) for word in _ICONS}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        row.setSpacing(_FRAME)
        for button in self.buttons.values():
            row.addWidget(button)
        self.rescale()
        self.hide()

    def _button(self, word: str) -> QPushButton:
        button = QPushButton(word)
        button.setProperty("role", "flat")
        button.setFont(faces.sans(14))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(_TIPS[word])
        button.clicked.connect(lambda: self.asked.emit(word))
        return button

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setFixedHeight(bar(HEIGHT))
        for button in self.buttons.values():
            button.setMinimumHeight(bar(HEIGHT) - 2 * _FRAME)

    def fit(self, room: int, *, is_marked: bool) -> None:
        """Be as wide as the words, without signs where there is no room for them.

        Where all the words are marked the stroke is to be taken off.
        """
        button = self.buttons[STROKE]
        button.setText(OFF if is_marked else STROKE)
        button.setToolTip(_OFF_TIP if is_marked else _TIPS[STROKE])
        self._show_signs(has_signs=True)
        if self.sizeHint().width() > room:
            self._show_signs(has_signs=False)
        self.resize(self.sizeHint())

    def _show_signs(self, *, has_signs: bool) -> None:
        for word, button in self.buttons.items():
            if has_signs:
                icons.put(button, _ICONS[word], "ink2")
            else:
                icons.take_off(button)
        self._row.activate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the frame, and hairlines between the words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.strong), _FRAME))
        painter.setBrush(QColor(theme.field))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, 6)
        for button in list(self.buttons.values())[1:]:
            painter.fillRect(
                button.x() - _FRAME, 12, _FRAME, self.height() - 24, QColor(theme.line)
            )
        painter.end()
