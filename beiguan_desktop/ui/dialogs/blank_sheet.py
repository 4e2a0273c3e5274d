"""空白意见表: the empty sheet as it will be printed, and where it goes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.paper_dialog import PaperDialog
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.theme import Theme

_ABOUT = "给手写的代表。一张纸，正反两面打印；会议和报告的名字已经印上，其余用笔填。"


class BlankSheet(PaperDialog):
    """Nothing is asked: what the sheet is for, and the buttons."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("空白意见表", theme, parent)
        self.print_button = self.act("打印", "printer", is_main=True)
        self.save_button = self.act("存成文件", "file-output")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(8)
        column.addWidget(plain_label("空白意见表", "ink", faces.sans(22, bold=True)))
        column.addWidget(plain_label(_ABOUT, "ink2", faces.sans(14)))
        column.addStretch(1)
        acts = (self.print_button, self.save_button)
        self.lay_out(words, acts, acts)
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(lambda: self.save_asked.emit(""))
