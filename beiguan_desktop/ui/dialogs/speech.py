"""发言提纲: which opinions, in which order, how large; the pages one speaks from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.core.speech import PACE, SIZES, USUAL, WHAT
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.choice_button import ChoiceButton
from beiguan_desktop.ui.dialogs.paper_dialog import PaperDialog
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.tick_list import TickList

_SIDE, _LOW = 480, 430
_POINTS = "{points} 磅"


class Speech(PaperDialog):
    """The list one orders, and the page of the opinion one will speak about."""

    speak_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(WHAT, theme, parent, side=_SIDE)
        self.head = plain_label("", "ink", faces.sans(22, bold=True))
        self.about = plain_label(
            f"勾要讲的，按住一条上下拖，换先后。每分钟按 {PACE} 字算。", "ink2", faces.sans(14)
        )
        self.list = TickList("要讲的意见", theme, can_move=True)
        self.up_button, self.down_button = (
            _mover("往前", "chevron-up", "把选中的一条往前挪（Alt+↑）"),
            _mover("往后", "chevron-down", "把选中的一条往后挪（Alt+↓）"),
        )
        names = [_POINTS.format(points=points) for points in SIZES]
        self.size_button = ChoiceButton("字", names, _POINTS.format(points=USUAL))
        self.speak_button = self.act("看着讲", "file-text", is_main=True)
        self.print_button = self.act("打印", "printer")
        self.save_button = self.act("存成文件", "file-output")
        feet = QHBoxLayout()
        feet.setSpacing(8)
        feet.addWidget(self.print_button, 1)
        feet.addWidget(self.save_button, 1)
        acts = (self.print_button, self.save_button, self.speak_button)
        self.lay_out(self._build_choices(), (self.speak_button, feet), acts)
        self.up_button.clicked.connect(lambda: self.list.move_current(-1))
        self.down_button.clicked.connect(lambda: self.list.move_current(1))
        self.speak_button.clicked.connect(self.speak_asked)
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(lambda: self.save_asked.emit(""))

    def _build_choices(self) -> QWidget:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.up_button, self.down_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.size_button)
        return self.over_list((self.head, self.about, row), self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window leave what is only said."""
        super().resizeEvent(event)
        self.about.setVisible(self.height() >= px(_LOW))

    @property
    def points(self) -> int:
        """The size of type that is chosen."""
        return int(self.size_button.value.split()[0])


def _mover(words: str, sign: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(words)
    button.setProperty("role", "flat")
    button.setFont(faces.sans(14))
    icons.put(button, sign)
    button.setMinimumHeight(px(44))
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
