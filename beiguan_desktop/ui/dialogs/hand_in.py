"""交意见: look at what goes and what stays, then print it, store it or copy it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.paper_dialog import PaperDialog
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.tick_list import TickList

_SIDE, _LOW = 520, 430
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HandIn(PaperDialog):
    """One screen: the list with its ticks, the sheet as it will be printed, three buttons."""

    copy_asked = Signal()
    folder_asked = Signal()
    speech_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("交意见", theme, parent, side=_SIDE)
        self.head = plain_label("", "ink", faces.sans(22, bold=True))
        self.history = plain_label("", "ink2", faces.sans(14))
        self.list = TickList("要交的和留下的意见", theme)
        self.name_edit, self.team_edit = _box("姓名"), _box("代表团（可不填）")
        self._asked_name = QWidget()
        self.print_button = self.act("打印签名", "printer", is_main=True)
        self.save_button = self.act("存成文件", "file-output")
        self.copy_button = self.act("复制文字", "copy")
        self.speech_button = self.act("发言提纲", "file-text")
        self.folder_button = self.act("打开所在文件夹", "folder-open")
        self.close_button = self.act("关闭", "x")
        for button in (self.speech_button, self.folder_button, self.close_button):
            button.setProperty("role", "flat")
            button.setFont(faces.sans(14))
        files, more = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (files, (self.save_button, self.copy_button)),
            (more, (self.speech_button, self.folder_button, self.close_button)),
        ):
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button, 1)
        acts = (self.print_button, self.save_button, self.copy_button)
        self._more = QWidget()
        self._more.setLayout(more)
        more.setContentsMargins(0, 0, 0, 0)
        self.lay_out(self._build_choices(), (self.print_button, files, self._more), acts)
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(lambda: self.save_asked.emit(""))
        self.copy_button.clicked.connect(self.copy_asked)
        self.folder_button.clicked.connect(self.folder_asked)
        self.speech_button.clicked.connect(self.speech_asked)
        self.close_button.clicked.connect(self.close)

    def _build_choices(self) -> QWidget:
        asked = QVBoxLayout(self._asked_name)
        asked.setContentsMargins(0, 4, 0, 4)
        asked.setSpacing(6)
        words = "您的姓名还没有填。编号用姓名的最后一个字，填了再交："
        asked.addWidget(plain_label(words, "ink", faces.sans(14)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name_edit, 2)
        row.addWidget(self.team_edit, 3)
        asked.addLayout(row)
        return self.over_list((self.head, self.history, self._asked_name), self.list)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        for box in (self.name_edit, self.team_edit):
            box.setMinimumHeight(px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window leave what the menu and Esc do as well."""
        super().resizeEvent(event)
        self._make_room()

    def show_history(self, words: str) -> None:
        """Say when the last hand-in was."""
        self.history.setText(words)
        self._make_room()

    def show_result(self, words: str, *, is_done: bool) -> None:
        """Say what became of it."""
        super().show_result(words, is_done=is_done)
        self._make_room()

    def forget_result(self) -> None:
        """Leave what was said before."""
        super().forget_result()
        self._make_room()

    def _make_room(self) -> None:
        is_low = self.height() < px(_LOW)
        self._more.setVisible(not is_low)
        gives_way = is_low and self.result_label.isVisibleTo(self)
        self.history.setVisible(bool(self.history.text()) and not gives_way)

    def ask_name(self, *, is_asked: bool) -> None:
        """Ask who hands in, in this same screen, where that is not known yet."""
        self._asked_name.setVisible(is_asked)

    @property
    def is_asking_name(self) -> bool:
        """Whether the boxes for the name are there."""
        return self._asked_name.isVisibleTo(self)

    def show_folder_button(self, *, is_shown: bool) -> None:
        """Offer to open the folder where something was stored."""
        self.folder_button.setVisible(is_shown)
        self.speech_button.setVisible(not is_shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a box for the name goes on to the next one: it hands nothing in."""
        boxes = (self.name_edit, self.team_edit)
        if event.key() in _ENTER and self.focusWidget() in boxes:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


def _box(name: str) -> QLineEdit:
    box = QLineEdit()
    box.setFont(faces.sans(16))
    box.setPlaceholderText(name)
    box.setAccessibleName(name)
    return box
