"""回收站 as widgets: what was withdrawn, what others saw of it, 找回 and 彻底清除."""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.paper_trail import Trail, why_kept, withdrawn_words
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.comment_card import CommentList
from beiguan_desktop.ui.comment_model import EVERYTHING, CommentModel
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.labels import clock_words
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.two_sides import TwoSides

_EMPTY = ("trash-2", "回收站是空的", "撤回的意见会放在这里，随时可以找回。")
_BREAKS = re.compile("[-._]")
"""Where the name of a file may be broken."""
FOR_GOOD = (
    "清除以后谁也找不回来，撤销也不行：这条意见、它以前的写法、没写完的草稿，"
    "在这个资料库里都没有了。"
)


class BinPage(TwoSides):
    """Shown in place of the report; the signals carry the id of the opinion."""

    back_in_force_asked = Signal(str)
    past_asked = Signal(str)
    purge_wished = Signal(str)
    """Somebody thinks of purging: the copies that hold the words are to be told."""
    purge_asked = Signal(str, bool)
    """Purge it now; the second tells whether the copies go too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "回收站", _EMPTY)
        self.model = CommentModel(self, is_bin=True)
        self.list = CommentList(self.model, theme)
        self.list.set_read_only(True)
        self.list.set_scope(EVERYTHING)
        self.list.setAccessibleName("撤回的意见")
        self.left.addWidget(self.list, 1)
        self.when = plain_label("", "ink", faces.sans(16, bold=True))
        self.fate = plain_label("", "ink", faces.sans(14))
        self.kept = plain_label("", "ink2", faces.sans(14))
        self.told = plain_label("", "ok", faces.sans(14))
        self.restore_button = self.button("找回", "undo-2", "放回原来的地方", role="main")
        self.past_button = self.button("以前的写法", "", "看这一条以前怎么写的")
        icons.put(self.restore_button, "undo-2", "on_accent")
        self.purge_button = self.button("彻底清除…", "trash-2", "从这台电脑上清除，不能找回")
        self.warning = plain_label("", "ink", faces.sans(14))
        self.sure_button = self.button("清除，不再找回", "", "清除这一条", role="main")
        self.copies_button = self.button("连旧备份一起清除", "", "旧备份也删掉", role="main")
        self.no_button = self.button("不清除", "", "留在回收站里")
        self._question = QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.restore_button, self.past_button):
            row.addWidget(button)
        row.addStretch(1)
        question = QVBoxLayout(self._question)
        question.setContentsMargins(0, 8, 0, 0)
        question.setSpacing(8)
        asked = (self.warning, self.copies_button, self.sure_button, self.no_button)
        for widget in asked:
            question.addWidget(widget)
        self._question.hide()
        self.told.hide()
        self.side.addWidget(self.when)
        self.side.addWidget(self.fate)
        self.side.addLayout(row)
        self.side.addSpacing(12)
        self.side.addWidget(self.kept)
        self.side.addWidget(self.purge_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.side.addWidget(self._question)
        self.side.addStretch(1)
        self.left.insertWidget(0, self.told)
        self.told.setContentsMargins(20, 10, 20, 10)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        for button, signal in (
            (self.restore_button, self.back_in_force_asked),
            (self.past_button, self.past_asked),
            (self.purge_button, self.purge_wished),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._say(signal))
        self.sure_button.clicked.connect(lambda: self._purge(with_copies=False))
        self.copies_button.clicked.connect(lambda: self._purge(with_copies=True))
        self.no_button.clicked.connect(self._put_question_away)

    chosen = Signal(str)

    def _on_chosen(self, comment_id: str) -> None:
        self.chosen.emit(comment_id)

    def _say(self, signal: object) -> None:
        current = self.list.current
        if current is not None and hasattr(signal, "emit"):
            signal.emit(current)

    def _purge(self, *, with_copies: bool) -> None:
        current = self.list.current
        if current is not None:
            self.purge_asked.emit(current, with_copies)

    def _put_question_away(self) -> None:
        self._question.hide()
        self.purge_button.show()
        self.purge_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is shown

    def show_fate(self, comment: Comment, found: Trail, *, may_write: bool) -> None:
        """Say of the current opinion when it was withdrawn and what others saw of it."""
        self.when.setText(f"{clock_words(comment.withdrawn_at or comment.changed_at)} 撤回")
        self.fate.setText(withdrawn_words(found, clock_words))
        why = why_kept(found)
        self.kept.setText(why)
        self.kept.setVisible(bool(why))
        self._question.hide()
        self.purge_button.setVisible(may_write and not why)
        self.restore_button.setVisible(may_write)

    def ask(self, copies: list[str]) -> None:
        """Ask once more, and tell which older copies hold the words still."""
        names = "、".join(_BREAKS.sub("\\g<0>\u200b", name) for name in copies)
        also = f"旁边的旧备份“{names}”里还有这些话，可以一起删掉。" if copies else ""
        self.warning.setText(f"{FOR_GOOD}{also}您自己另存到别处的备份，程序找不到，请自己删。")
        self.copies_button.setVisible(bool(copies))
        self.sure_button.setText("只清除这一条，留下旧备份" if copies else "清除，不再找回")
        self.sure_button.setProperty("role", "flat" if copies else "main")
        self.sure_button.style().polish(self.sure_button)
        self.purge_button.hide()
        self._question.show()
        self.no_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(self.no_button))

    def tell(self, words: str) -> None:
        """Say what has just been done; nothing takes the line away."""
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def buttons(self) -> list[QPushButton]:
        """Return what can be pressed now beside the list."""
        return [it for it in self.area.findChildren(QPushButton) if it.isVisible()]
