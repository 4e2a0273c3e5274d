"""改说明: what a report is called, as boxes; each holds for itself and can be undone."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.genres import Genre
from beiguan_desktop.core.report import Description
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.older_choice import OlderChoice
from beiguan_desktop.ui.pick_line import PickLine
from beiguan_desktop.ui.scale import px

EDITIONS = ("征求意见稿", "审议稿", "修改稿", "表决稿", "通过稿")
NEEDS_TITLE = "标题空着，就认不出是哪一份了，没有改。请写几个字。"
NO_GENRE = "类别只能从这几样里选，没有改。请点右边的箭头选。"
_TARGET = 44


class DescriptionForm(QWidget):
    """`described` carries the name of a field of Description and what it shall hold."""

    described = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Description | None = None
        self._is_told = False
        self.title = QLineEdit()
        self.edition = PickLine("版本", "比如：征求意见稿")
        self.genre = PickLine("类别", "")
        self.meeting = PickLine("会议", "比如：北关区第七届人大第六次会议")
        self.older = OlderChoice()
        self.told = plain_label("", "warn", faces.sans(14))
        self.done = QPushButton("完成")
        self.edition.choices = lambda: EDITIONS
        self.genre.choices = lambda: get_args(Genre)
        self._lines = {
            "title": self.title,
            "edition": self.edition.line,
            "genre": self.genre.line,
            "meeting": self.meeting.line,
        }
        self._build()
        self._connect()
        self.rescale()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.title.setFont(faces.sans(14))
        self.title.setAccessibleName("标题")
        for name, field in (
            ("标题", self.title),
            ("版本", self.edition),
            ("类别", self.genre),
            ("会议", self.meeting),
            ("上一稿", self.older),
        ):
            column.addWidget(plain_label(name, "ink2", faces.sans(14), wraps=False))
            column.addWidget(field)
        self.told.hide()
        self.done.setFont(faces.sans(14))
        self.done.setProperty("role", "main")
        self.done.setToolTip("每一项写完就算改好，可以撤销（Ctrl+Z）")
        column.addWidget(self.told)
        column.addSpacing(6)
        column.addWidget(self.done)
        column.addStretch(1)

    def _connect(self) -> None:
        for field, line in self._lines.items():
            line.editingFinished.connect(lambda field=field: self._keep(field))
        for field, pick in (
            ("edition", self.edition),
            ("genre", self.genre),
            ("meeting", self.meeting),
        ):
            pick.picked.connect(lambda words, field=field: self._pick(field, words))
        self.older.chosen.connect(lambda report: self._say("edition_of", report or None))
        self.done.clicked.connect(self.leave)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.title.setMinimumHeight(px(_TARGET))
        self.done.setMinimumHeight(px(_TARGET))

    def put(
        self,
        description: Description,
        meetings: Sequence[str],
        older: Sequence[tuple[str, str]],
    ) -> None:
        """Show a description; a box in which somebody writes just now keeps his words.

        `meetings` are those of other reports; `older` are ids and names of reports of which this
        one may be another edition.
        """
        is_same = self._before is not None and self._before.id == description.id
        before, self._before = self._before, description
        for field, line in self._lines.items():
            words = str(getattr(description, field))
            is_written = is_same and line.hasFocus() and line.text() != getattr(before, field)
            if not is_written and line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)
        self.meeting.choices = lambda: meetings
        self.older.put(description.edition_of or "", older)

    def begin(self) -> None:
        """Let the keys go to the title, all of it chosen."""
        self._tell("")
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def leave(self) -> None:
        """Keep what stands in the boxes, and go; stay once where something was refused."""
        kept = [self._keep(field) for field in self._lines]
        is_told, self._is_told = self._is_told, False
        if all(kept) and not is_told:
            self.left.emit()

    def _pick(self, field: str, words: str) -> None:
        self._lines[field].setText(words)
        self._keep(field)

    def _keep(self, field: str) -> bool:
        """Tell what stands in a box if it is new; False (told) for what cannot be so."""
        words = " ".join(self._lines[field].text().split())
        before = self._before
        if before is None or words == getattr(before, field):
            return True
        why = NEEDS_TITLE if field == "title" and not words else ""
        if field == "genre" and words not in get_args(Genre):
            why = NO_GENRE
        self._tell(why)
        if why:
            self._lines[field].setText(getattr(before, field))
            return False
        self._say(field, words)
        return True

    def _say(self, field: str, value: object) -> None:
        self.described.emit(field, value)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self._is_told = bool(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes without what was just being written."""
        if event.key() == Qt.Key.Key_Escape:
            if self._before is not None:
                for field, line in self._lines.items():
                    line.setText(getattr(self._before, field))
            self.left.emit()
        else:
            super().keyPressEvent(event)
