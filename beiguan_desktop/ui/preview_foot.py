"""The foot of 打开报告: what was done last and how to take it back, and the ways out."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.one_line import OneLine
from beiguan_desktop.ui.scale import SCALE, bar, px

HINT = "目录不对？在左边点一下那一行，可以改成正文或上下一级。"
_HEIGHT = 52


class PreviewFoot(QWidget):
    """Buttons in a row round the sentence that says what came of an act."""

    def __init__(self) -> None:
        super().__init__()
        self.undo_button = _button("撤销", "撤销（Ctrl+Z）", "flat", "undo-2")
        self.redo_button = _button("重做", "重做（Ctrl+Y）", "flat", "redo-2")
        self.told = OneLine(faces.sans(14), "ink2")
        self.leave_button = _button("不打开", "不打开这份报告")
        self.all_button = _button("全部还原", "所有改动都还原成文件里的样子")
        self.main_button = _button("打开这份报告", "", "main")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(10)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addWidget(self.told, 1)
        for button in (self.leave_button, self.all_button, self.main_button):
            row.addWidget(button)
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        for button in (self.leave_button, self.all_button, self.main_button):
            button.setMinimumHeight(bar(_HEIGHT))
        self.main_button.setMinimumWidth(px(180))
        self.setFixedHeight(bar(_HEIGHT) + (8 if SCALE.is_low else 20))

    def name_steps(self, undo: str, redo: str) -> None:
        """Name what would be taken back, and done again."""
        for button, word, label in (
            (self.undo_button, "撤销", undo),
            (self.redo_button, "重做", redo),
        ):
            button.setVisible(bool(label))
            button.setAccessibleName(f"{word}：{label}")
            button.setToolTip(f"{word}：{label}")

    def ask_first(self, words: str) -> None:
        """Say which two buttons come first; `words` has a place for each."""
        self.tell(words.format(self.main_button.text(), self.leave_button.text()))

    def tell(self, words: str) -> None:
        """Say what came of an act; nothing: how to begin."""
        self.told.set_words(words or HINT)
        self.told.setToolTip(words.replace("<", "＜"))


def _button(words: str, tip: str, role: str = "", sign: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.setFont(faces.sans(14))
    button.setMinimumHeight(bar(44))
    button.setToolTip(tip)
    if sign:
        icons.put(button, sign)
    return button
