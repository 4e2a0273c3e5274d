"""The bar that says why a file was not taken in, and what can be done next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_HEAD = "没有导入"
_SIDE, _ABOVE, _BETWEEN = 20, 10, 12


class RefusalBar(QWidget):
    """Under the window's pages until it is read; nobody is kept from writing.

    `plain_asked`: the file shall be taken in as plain paragraphs; `other_asked`: another file.
    """

    plain_asked = Signal()
    other_asked = Signal()
    left = Signal()
    """The bar went away with the focus that stood on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        sign = QLabel()
        icons.put(sign, "triangle-alert", "warn")
        self._head = plain_label(_HEAD, "warn", faces.sans(14, bold=True), wraps=False)
        self._words = plain_label("", "ink", faces.sans(14))
        self._words.setMinimumWidth(1)  # the buttons are never pushed out
        self.plain_button = self._button("按普通段落导入", "不当报告看，每一行是一段")
        self.other_button = self._button("换一个文件", "另外选一个文件（Ctrl+O）")
        self.close_button = self._button("知道了", "收起这句话")
        self.plain_button.clicked.connect(self.plain_asked)
        self.other_button.clicked.connect(self.other_asked)
        self.close_button.clicked.connect(self.leave)
        self._row = QHBoxLayout(self)
        for part in (sign, self._head):
            self._row.addWidget(part)
        self._row.addWidget(self._words, 1)
        for button in (self.plain_button, self.other_button, self.close_button):
            self._row.addWidget(button)
        self.rescale()
        self.hide()

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setFont(faces.sans(14))
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        return button

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._row.setContentsMargins(px(_SIDE), px(_ABOVE), px(_SIDE), px(_ABOVE))
        self._row.setSpacing(px(_BETWEEN))
        for button in (self.plain_button, self.other_button, self.close_button):
            button.setMinimumSize(px(88), px(44))

    def tell(self, words: str, *, may_be_plain: bool = False) -> None:
        """Say why a file was not taken in; `may_be_plain` offers to do it all the same."""
        self._words.setText(words)
        self._words.setToolTip(words.replace("<", "＜"))
        self.setAccessibleName(f"{_HEAD}：{words}")
        self.plain_button.setVisible(may_be_plain)
        self.show()

    @property
    def words(self) -> str:
        """The sentence that is said; empty while the bar is away."""
        return "" if self.isHidden() else self._words.text()

    def leave(self) -> None:
        """Go away, as if it had never been there."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_focus:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the bar away."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        painter.fillRect(0, 0, self.width(), self._theme.hairline, QColor(self._theme.line))
        painter.end()
