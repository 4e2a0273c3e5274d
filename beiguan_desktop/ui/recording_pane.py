"""代录: three boxes above the text – who, where, what – and what was understood of them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from beiguan_desktop.core.comment import CAPACITIES, KINDS, MANNERS
from beiguan_desktop.core.recording import Meant
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.choice_button import ChoiceButton
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.fitting import Fitting
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.page_view import PageView
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.words_box import WordsBox

_OFFERED = 3
"""How many people are named who may be meant."""
WAITING = "上次没有记下的话还在这里"
_MANNER = "口头发言"
_HIGH = 44
_GAP, _TIGHT = 8, 2
_LEAST, _MOST = 46, 150
"""How high the box of words is, pixels."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
RECORDED = tuple(kind for kind in KINDS if kind != "修改")
"""Kinds that are recorded in a line; a change of the report needs its form."""


class ShortBox(QLineEdit):
    """A box of a few words: ↑ and ↓ go through what may be meant, Enter goes on."""

    stepped = Signal(int)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(80)
        self.setFont(faces.sans(16))
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setMinimumHeight(bar(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take ↑ and ↓; the rest is the box's."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class LineBox(WordsBox):
    """The words: Enter is done, Shift+Enter begins a line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter."""
        is_broken = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not is_broken:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class RecordingPane(AboveText):
    """It says what is typed and chosen; the flow knows what it means."""

    record_asked = Signal()
    change_asked = Signal()
    """Somebody wants to write a change of the report for the person in the line."""
    edited = Signal()
    left = Signal()
    """One has left a box."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        self.name_box = ShortBox("谁说的：姓名，或者拼音首字母", "姓名或首字母")
        self.place_box = ShortBox(
            "对哪里：页码、页/行、段号、开头的字或首字母；空着是整篇报告",
            "20、20/10、段12、开头的字",
        )
        self.words_box = LineBox("说了什么")
        self.words_box.setPlaceholderText("说了什么，回车记下")
        self.words_box.setFont(faces.sans(16))
        self._fitting = Fitting(self.words_box)
        self.kind = ChoiceButton("类型", RECORDED, RECORDED[0])
        self.capacity = ChoiceButton("身份", CAPACITIES, CAPACITIES[0])
        self.manner = ChoiceButton("方式", MANNERS, _MANNER)
        self.record_button = QPushButton("记下")
        self.record_button.setProperty("role", "main")
        self.record_button.setFont(faces.sans(16))
        self.change_button = QPushButton("改报告")
        self.change_button.setFont(faces.sans(16))
        self.change_button.setToolTip("替他写一条对报告文本的修改")
        self.close_button = QPushButton("")
        self.close_button.setProperty("role", "flat")
        self.close_button.setAccessibleName("关闭代录（Esc）")
        self.close_button.setToolTip("关闭代录（Esc）")
        icons.put(self.close_button, "x", "ink2")
        self._title = plain_label("代录", "ink", faces.sans(16, bold=True), wraps=False)
        self.who = plain_label("", "ink2", faces.sans(14))
        self.where = plain_label("", "ink2", faces.sans(14))
        self.earlier = plain_label(f"{WAITING}。", "ink2", faces.sans(14))
        self.earlier.hide()
        self._connect()
        self._build()

    def _connect(self) -> None:
        self.name_box.returnPressed.connect(self.place_box.setFocus)
        self.place_box.returnPressed.connect(self.words_box.setFocus)
        self.words_box.finished.connect(self.record_asked)
        self.words_box.escaped.connect(self.closed)
        self.record_button.clicked.connect(self.record_asked)
        self.change_button.clicked.connect(self.change_asked)
        for box in (self.name_box, self.place_box):
            box.editingFinished.connect(self.left)
            box.textChanged.connect(self.edited)
        self.words_box.textChanged.connect(self.edited)
        self.words_box.left.connect(self.left)
        for button in (self.kind, self.capacity, self.manner):
            button.chosen.connect(self.edited)
        self.close_button.clicked.connect(self.closed)
        self._fitting.fitted.connect(self.resized)

    def _build(self) -> None:
        self._head, self._boxes, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title)
        for button in (self.kind, self.capacity, self.manner):
            self._head.addWidget(button)
        self._head.addStretch(1)
        self._head.addWidget(self.close_button)
        self._boxes.addWidget(self.name_box, 2)
        self._boxes.addWidget(self.place_box, 3)
        self._foot.addWidget(self.words_box, 1)
        self._foot.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignTop)
        self._foot.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._head)
        self.column.addLayout(self._boxes)
        self.column.addWidget(self.who)
        self.column.addWidget(self.where)
        self.column.addLayout(self._foot)
        self.column.addWidget(self.earlier)
        self.column.addSpacing(10)
        self._space()

    def _space(self) -> None:
        for row in (self._head, self._boxes, self._foot):
            row.setSpacing(px(_GAP))
        for label in (self.who, self.where, self.earlier):
            label.setContentsMargins(0, px(4), 0, px(4))
        self.close_button.setMinimumSize(px(_HIGH), bar(_HIGH))
        for button in (self.record_button, self.change_button):
            button.setMinimumHeight(bar(_LEAST))
        self._fitting.set_limits(bar(_LEAST), px(_MOST))

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for part in (self.kind, self.capacity, self.manner, self.name_box, self.place_box):
            part.rescale()
        self._space()
        super().rescale()

    def make_room(self) -> None:
        """Say no more than there is room for, and be as high as that asks."""
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        for is_terse, is_named in ((False, True), (True, True), (True, False)):
            self._title.setVisible(is_named)
            for button in (self.kind, self.capacity, self.manner):
                button.set_terse(is_terse=is_terse, has_sign=is_named)
            self._head.setSpacing(px(_TIGHT if is_terse else _GAP))
            self._head.invalidate()
            if self._head.sizeHint().width() <= room:
                break
        for label, box in ((self.who, self.name_box), (self.where, self.place_box)):
            label.setVisible(bool(box.text().strip()) or not SCALE.is_low)
        is_close = self.who.isHidden() and self.where.isHidden()
        self._foot.setContentsMargins(0, px(_GAP) if is_close else 0, 0, 0)
        self.column.invalidate()
        self.setMinimumHeight(max(0, self.column.heightForWidth(self.width())))

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab: the three boxes come first."""
        boxes = [
            self.name_box,
            self.place_box,
            self.words_box,
            self.record_button,
            self.change_button,
        ]
        return [*boxes, self.kind, self.capacity, self.manner, self.close_button]

    def held(self) -> dict[str, str]:
        """Return what stands in the line, by name."""
        return {
            "name": self.name_box.text(),
            "place": self.place_box.text(),
            "words": self.words_box.toPlainText(),
            "kind": self.kind.value,
            "capacity": self.capacity.value,
            "manner": self.manner.value,
        }

    def hold(self, held: Mapping[str, str]) -> None:
        """Put something into the line, by name; what is not told is empty or the preset."""
        self.name_box.setText(held.get("name", ""))
        self.place_box.setText(held.get("place", ""))
        self.words_box.put(held.get("words", ""))
        self.kind.put(held.get("kind", RECORDED[0]))
        self.capacity.put(held.get("capacity", CAPACITIES[0]))
        self.manner.put(held.get("manner", _MANNER))

    def set_waiting(self, *, is_waiting: bool) -> None:
        """Say that words stand here from earlier."""
        self.earlier.setVisible(is_waiting)
        self.resized.emit()

    def tell_who(self, words: str, *, is_wrong: bool = False) -> None:
        """Say who is meant, in another ink what is missing."""
        _tell(self.who, words, is_wrong=is_wrong)
        self.resized.emit()

    def tell_where(self, words: str, *, is_wrong: bool = False) -> None:
        """Say which place is meant, in another ink what is missing."""
        _tell(self.where, words, is_wrong=is_wrong)
        self.resized.emit()


def _tell(label: QLabel, words: str, *, is_wrong: bool) -> None:
    ink(label, "warn" if is_wrong else "ink2")
    label.setText(words)


def who_else(meant: Meant) -> str:
    """Say who it will be where nobody is pointed at."""
    if meant.unread:
        return f"名单里没有首字母是“{meant.unread}”的人。请写姓名。"
    team = f"，代表团是“{meant.delegation}”" if meant.delegation else ""
    if meant.people:
        shown = "、".join(
            f"{it.name}（{it.delegation}）" if it.delegation else it.name
            for it in meant.people[:_OFFERED]
        )
        return f"是{shown}吗？按↓选他。不选，就是新的人“{meant.name}”{team}。"
    if meant.delegation:
        return f"名单里没有“{meant.name}”，记下时添上{team}。"
    return f"名单里没有“{meant.name}”，记下时添上。代表团写在姓名后面，空一格。"
