"""The rows of 对照 under the names of the two editions, or what is to be said in their place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.compare_head import CompareHead
from beiguan_desktop.ui.compare_list import CompareList
from beiguan_desktop.ui.compare_model import CompareModel
from beiguan_desktop.ui.compare_side import Hairline
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme


class CompareBody(QWidget):
    """Head, a warning where there is one, and the list."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CompareModel(self)
        self.list = CompareList(self.model, theme)
        self.head = CompareHead(theme)
        self.warning = plain_label("", "ink", faces.sans(14))
        self.message = plain_label("", "ink", faces.sans(16, bold=True))
        self.hint = plain_label("", "ink2", faces.sans(14))
        self.message_button = QPushButton("")
        self._warning, self._line = QWidget(), Hairline(theme)
        self._stack = QStackedWidget()
        self._build()
        self.list.laid_out.connect(lambda: self.head.stand_over(self.list.sizes))

    def _build(self) -> None:
        sign = QLabel()
        icons.put(sign, "triangle-alert", "warn")
        row = QHBoxLayout(self._warning)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(10)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.warning, 1)
        self._warning.hide()
        self._line.hide()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._build_message())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._warning)
        column.addWidget(self._line)
        column.addWidget(self._stack, 1)

    def _build_message(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(24, 64, 24, 64)
        column.setSpacing(10)
        for label in (self.message, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.message_button.setFont(faces.sans(14))
        self.message_button.setMinimumSize(px(96), px(48))
        column.addSpacing(8)
        column.addWidget(self.message_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return made

    def show_list(self) -> None:
        """Show the rows."""
        self._stack.setCurrentIndex(0)

    def tell(self, message: str, hint: str, button: str) -> None:
        """Say something in place of the rows; a button without words is not there."""
        self.message.setText(message)
        self.hint.setText(hint)
        self.message_button.setText(button)
        self.message_button.setVisible(bool(button))
        self._stack.setCurrentIndex(1)

    def warn(self, words: str) -> None:
        """Say above the rows what is odd about the two; nothing without words."""
        self.warning.setText(words)
        for part in (self._warning, self._line):
            part.setVisible(bool(words))
