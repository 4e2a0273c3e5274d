"""What one report of the library is, and what it leads to."""

import re
from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px

FACTS = ("版本", "类别", "会议", "报告日期", "放进资料库", "文件", "意见", "读过")
_TARGET = 44
_LONG = re.compile("([!-~]{12})")
"""Letters without a blank: nobody breaks such words by himself."""
_ACTS = (
    ("open", "打开", "folder-open", "main", "打开这份报告（Enter）"),
    ("back", "放回来", "undo-2", "main", "让它回到列表里"),
    ("describe", "改说明", "pencil", "", "改标题、版本、类别、会议（F2）"),
    ("hide", "隐藏", "eye-off", "", "不再列出来，以后还能放回来（Delete）"),
    ("compare", "和另一稿对照", "", "link", "左右并排，看哪里不同"),
    ("better", "换成更好的文字", "", "link", "新的读法认得更准，先看意见怎么跟过去，再换"),
    ("correct", "校对文字", "", "link", "看程序认出的段落和标题，改认错的地方"),
)
"""Name, words, sign, looks and tip of each act, in order."""


class LibrarySide(QWidget):
    """A title, facts in two columns, a notice, and buttons; `asked` carries an act's name."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "ink", faces.sans(16, bold=True))
        self.notice = plain_label("", "warn", faces.sans(14))
        self.acts = {name: self._button(name, *looks) for name, *looks in _ACTS}
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self.facts = {
            name: (
                plain_label(name, "ink2", faces.sans(14), wraps=False),
                plain_label("", "ink", faces.sans(14)),
            )
            for name in FACTS
        }
        self._build()
        self.rescale()

    def _button(self, name: str, words: str, sign: str, role: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", role)
        button.setFont(faces.sans(14))
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if sign:
            icons.put(button, sign, "on_accent" if role == "main" else "ink")
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        for name in ("describe", "hide"):
            pair.addWidget(self.acts[name], 1)
        column.addWidget(self.title)
        column.addWidget(self.notice)
        column.addWidget(self.acts["open"])
        column.addWidget(self.acts["back"])
        column.addLayout(pair)
        for name in ("compare", "better", "correct"):
            column.addWidget(self.acts[name], 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._facts)
        for at, labels in enumerate(self.facts.values()):
            for place, label in enumerate(labels):
                self._facts.addWidget(label, at, place, Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for button in self.acts.values():
            button.setMinimumHeight(px(_TARGET))

    def show_report(
        self,
        title: str,
        facts: Mapping[str, str],
        notice: str,
        acts: Collection[str],
        *,
        is_here: bool = False,
    ) -> None:
        """Say what a report is and what is wrong with it; offer acts by name."""
        self.title.setText(breakable(title))
        self.acts["open"].setText("接着看" if is_here else "打开")
        self.tell(notice)
        for name, button in self.acts.items():
            button.setVisible(name in acts)
        for name, labels in self.facts.items():
            words = facts.get(name, "")
            labels[1].setText(breakable(words))
            for label in labels:
                label.setVisible(bool(words))

    def tell(self, notice: str) -> None:
        """Say what stands in the way, and what to do."""
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))


def breakable(words: str) -> str:
    """Let a line end within letters that know no blanks."""
    return _LONG.sub("\\1\u200b", words)
