"""A band within the page that asks once: is this a report that is known already?"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.wrapped_row import WrappedRow

ANSWERS = (("same", "是同一份"), ("edition", "是新的一稿"), ("other", "是另一份"))


class QuestionBand(QWidget):
    """`answered` carries same, edition or other; the band goes away by itself."""

    answered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words: QLabel = plain_label("", "ink", faces.sans(14, bold=True))
        self.buttons = {answer: QPushButton(words) for answer, words in ANSWERS}
        row = WrappedRow()
        for answer, button in self.buttons.items():
            button.setFont(faces.sans(14))
            button.setMinimumSize(px(96), px(44))
            button.clicked.connect(lambda _checked=False, it=answer: self._answer(it))
        row.set_parts(list(self.buttons.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(row)
        self.hide()

    def ask(self, title: str, edition: str, share: float) -> None:
        """Ask whether it is a report whose letters agree to a share of 0.98…1."""
        named = f"《{title}》" + (f"（{edition}）" if edition else "")
        percent = min(99, int(share * 100))
        self.words.setText(f"这份和{named}有 {percent}% 的字相同。是同一份报告吗？")
        self.setAccessibleName(self.words.text())
        self.show()

    def _answer(self, answer: str) -> None:
        self.hide()
        self.answered.emit(answer)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a ground that stands out, and a bar at the left."""
        theme = self._theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.mark if not theme.is_stark else theme.paper))
            painter.fillRect(0, 0, 4, self.height(), QColor(theme.warn))
