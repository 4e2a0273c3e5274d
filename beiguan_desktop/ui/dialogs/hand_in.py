"""交意见: look at what goes, then store it as a Word file to sign and hand in."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.services.exporting import Sheet
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.paper_view import PaperView
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.scale import px

_FRAME = QSize(16, 40)
"""What a title bar and borders take of the screen."""
_NOTHING = "还没有写意见。先在报告里点一句话，写下意见，再来这里。"


def on_screen(wanted: QSize) -> QSize:
    """Return the size a dialog may have on this screen."""
    return wanted.boundedTo(QApplication.primaryScreen().availableSize() - _FRAME)


class HandIn(QDialog):
    """What goes and what stays, each opinion as it will be printed."""

    save_asked = Signal()
    folder_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("交意见")
        self.resize(on_screen(QSize(px(760), px(620))))
        self._head = _label(22, bold=True)
        self._notes = _label(14)
        self._list = PaperView("要交的意见")
        self.result_label = _label(14)
        self.save_button = QPushButton()
        self.folder_button = QPushButton("打开所在文件夹")
        self.close_button = QPushButton("关闭")
        ink(self._notes, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        for widget in (self._head, self._notes):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self.result_label)
        column.addLayout(self._build_feet())

    def _build_feet(self) -> QHBoxLayout:
        self._feet = feet = QHBoxLayout()
        feet.setSpacing(12)
        for button in (self.close_button, self.save_button, self.folder_button):
            feet.addWidget(button)
            button.setFont(faces.sans(16))
            button.setMinimumHeight(px(56))
        self.close_button.setAutoDefault(False)
        self.save_button.clicked.connect(self.save_asked)
        self.folder_button.clicked.connect(self.folder_asked)
        self.close_button.clicked.connect(self.close)
        self._turn_to_storing(is_stored=False)
        return feet

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.resize(on_screen(QSize(px(760), px(620))))
        for button in (self.close_button, self.save_button, self.folder_button):
            button.setMinimumHeight(px(56))

    def _turn_to_storing(self, *, is_stored: bool) -> None:
        """Let Enter and the eye find what comes next: to store, or to see what was stored."""
        self.save_button.setText("再存一份" if is_stored else "存成 Word 文件")
        self.folder_button.setVisible(is_stored)
        for button, is_main in ((self.save_button, not is_stored), (self.folder_button, is_stored)):
            button.setProperty("role", "main" if is_main else "flat")
            button.setAutoDefault(is_main)
            button.setDefault(is_main)
            button.style().unpolish(button)  # the sheet reads the role anew
            button.style().polish(button)
            button.setFont(faces.sans(16))  # which this gives back as it was once found
            self._feet.setStretchFactor(button, int(is_main))

    def show_sheet(self, sheet: Sheet, *, staying: int, is_signed: bool) -> None:
        """Show what will be printed; it can be stored only when there is an opinion on it.

        `staying` counts the opinions that only their author may see.
        """
        self._head.setText(f"要交 {sheet.comments} 条意见" if sheet.comments else "交意见")
        notes = [f"仅自己可见的 {staying} 条不在里面。"] if staying else []
        if sheet.comments and not is_signed:
            notes.append("您还没有填姓名，文件里姓名处空着，可以打印后手写。")
        if sheet.comments and not notes:
            notes.append("下面是文件里印出来的字句。")
        self._notes.setText("".join(notes))
        self._notes.setVisible(bool(notes))
        if sheet.comments:
            self._list.show_paper(sheet.paper)
        else:
            self._list.show_words(_NOTHING)
        self.save_button.setEnabled(bool(sheet.comments))
        self.save_button.setToolTip("" if sheet.comments else _NOTHING)
        self.result_label.hide()
        self._turn_to_storing(is_stored=False)

    def show_result(self, words: str, *, is_stored: bool) -> None:
        """Say where the file is, or why it could not be stored."""
        self.result_label.setText(words)
        self.result_label.show()
        self.save_button.setEnabled(True)
        self._turn_to_storing(is_stored=is_stored)
        (self.folder_button if is_stored else self.save_button).setFocus()

    def show_busy(self) -> None:
        """Say that the file is being written."""
        self.result_label.setText("正在存……")
        self.result_label.show()
        self.save_button.setEnabled(False)


def _label(points: int, *, bold: bool = False) -> QLabel:
    label = QLabel("")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(faces.sans(points, bold=bold))
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
