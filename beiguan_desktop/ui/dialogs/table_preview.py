"""从表格录入: what comes and what is wrong, before it is done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.paper import Paper
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.paper_view import PaperView
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.on_screen import on_screen
from beiguan_desktop.ui.scale import px

_SIZE = 820, 640
_FOOT = 56


class TablePreview(QDialog):
    """Shows how far the reading is, then the list. `taking_asked`: the opinions shall come."""

    taking_asked = Signal()
    other_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("从表格录入")
        self._head = plain_label("", "ink", faces.sans(22, bold=True))
        self._notes = plain_label("", "ink2", faces.sans(14))
        self.list = PaperView("表格里的意见和问题")
        self.close_button = QPushButton("取消")
        self.other_button = QPushButton("换一个表格")
        self.take_button = QPushButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._head)
        column.addWidget(self._notes)
        column.addWidget(self.list, 1)
        column.addStretch()  # takes the room while there is no list
        column.addLayout(self._build_feet())
        self.rescale()

    def _build_feet(self) -> QHBoxLayout:
        feet = QHBoxLayout()
        feet.setSpacing(12)
        for button in self._buttons():
            feet.addWidget(button)
            button.setFont(faces.sans(16))
        feet.setStretchFactor(self.take_button, 1)
        self.take_button.setProperty("role", "main")
        self.close_button.clicked.connect(self.reject)
        self.other_button.clicked.connect(self.other_asked)
        self.take_button.clicked.connect(self.taking_asked)
        return feet

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.close_button, self.other_button, self.take_button

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.resize(on_screen(QSize(*map(px, _SIZE))))
        for button in self._buttons():
            button.setMinimumHeight(px(_FOOT))

    @property
    def head(self) -> str:
        """What the page says in one line."""
        return self._head.text()

    @property
    def notes(self) -> str:
        """What it adds to that."""
        return self._notes.text()

    def show_busy(self, name: str) -> None:
        """Say that a file is being read; all that can be done is to let it be."""
        metrics = QFontMetrics(self._notes.font())
        short = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, px(_SIZE[0] - 160))
        self._tell("正在读表格……", f"“{short}”")
        self.list.hide()
        self._offer(take="", is_other=False, close="取消")

    def show_progress(self, done: int, whole: int) -> None:
        """Say how many lines have been looked at."""
        self._tell("正在核对……", f"核对了 {done} 行，共 {whole} 行")

    def show_taking(self, head: str, notes: str, paper: Paper, *, count: int) -> None:
        """Show what comes and what is wrong; with nothing to come there is nothing to do."""
        self._tell(head, notes)
        self.list.setVisible(bool(paper.blocks))
        self.list.show_paper(paper)
        self._offer(
            take=f"录入这 {count} 条" if count else "",
            is_other=True,
            close="先不录" if count else "关闭",
        )

    def show_end(self, head: str, notes: str, paper: Paper | None = None) -> None:
        """Say what has come of it, or why nothing has; `paper` is what is still to be mended."""
        self._tell(head, notes)
        self.list.setVisible(paper is not None)
        if paper is not None:
            self.list.show_paper(paper)
        self._offer(take="", is_other=True, close="关闭")

    def show_failure(self, words: str) -> None:
        """Say why nothing was written; the list stays, and it can be tried again."""
        self._tell("没有录入", words)

    def _tell(self, head: str, notes: str) -> None:
        self._head.setText(head)
        self._notes.setText(notes)
        self._notes.setVisible(bool(notes))

    def _offer(self, *, take: str, is_other: bool, close: str) -> None:
        self.take_button.setText(take)
        self.take_button.setVisible(bool(take))
        self.other_button.setVisible(is_other)
        self.close_button.setText(close)
        main = self.take_button if take else self.close_button
        main.setDefault(True)
        main.setFocus()
