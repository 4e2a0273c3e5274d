"""What a report is called, of which kind, which draft, for which meeting: preset, to be changed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from beiguan_desktop.core.genres import Genre
from beiguan_desktop.core.report import Description
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.choice_button import ChoiceButton
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.older_choice import OlderChoice
from beiguan_desktop.ui.pick_line import PickLine
from beiguan_desktop.ui.scale import px

GENRES: tuple[str, ...] = get_args(Genre)
EDITIONS = ("征求意见稿", "审议稿", "修改稿", "表决稿")
OLDER, NO_OLDER = "是哪一份的新一稿", "不是新的一稿"
_NARROW = 1100
"""Pixels at the standard size below which the fields stand in two rows."""


class DescriptionStrip(QWidget):
    """Four fields in a row, or in two; `edited` when somebody changed one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title.setFont(faces.sans(14))
        self.title.setAccessibleName("名称")
        self.title.setMinimumHeight(px(44))
        self.genre = ChoiceButton("类别", GENRES, GENRES[0])
        self.edition = PickLine("哪一稿", "例如：审议稿")
        self.meeting = PickLine("哪次会议", "可以不填")
        self.older = OlderChoice(OLDER, NO_OLDER)
        self.doubt = plain_label("", "ink2", faces.sans(14))
        self._older_row = QWidget()
        self._begun = Description("", "", GENRES[-1], "")
        self._labels = [self._label(it) for it in ("名称", "哪一稿", "哪次会议")]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._is_narrow: bool | None = None
        self.edition.choices = lambda: EDITIONS
        for line in (self.edition, self.meeting):
            line.picked.connect(line.put)
            line.picked.connect(lambda _words: self.edited.emit())
            line.edited.connect(self.edited)
        self.title.textEdited.connect(lambda _words: self.edited.emit())
        for choice in (self.genre, self.older):
            choice.chosen.connect(lambda _value: self.edited.emit())
        row = self._older_fields = QHBoxLayout(self._older_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label(OLDER))
        row.addWidget(self.older, 1)
        for widget in (self._older_row, self.doubt):
            widget.hide()
        self._lay(is_narrow=False)

    def _label(self, words: str) -> QLabel:
        return plain_label(words, "ink2", faces.sans(14), wraps=False)

    def _lay(self, *, is_narrow: bool) -> None:
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        grid = self._grid
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(6))
        self._older_fields.setSpacing(px(8))
        self.edition.line.setMinimumWidth(px(118))
        title, edition, meeting = self._labels
        row = int(is_narrow)
        first = 0 if is_narrow else 3
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.title, 0, 1, 1, 3 if is_narrow else 1)
        grid.addWidget(self.genre, 0, 4 if is_narrow else 2)
        grid.addWidget(edition, row, first)
        grid.addWidget(self.edition, row, first + 1)
        grid.addWidget(meeting, row, first + 2)
        grid.addWidget(self.meeting, row, first + 3, 1, 2 if is_narrow else 1)
        grid.addWidget(self._older_row, row + 1, 0, 1, 7)
        grid.addWidget(self.doubt, row + 2, 0, 1, 7)
        for column in range(7):
            grid.setColumnStretch(column, 0)
        stretches = ((1, 2), (3, 3)) if is_narrow else ((1, 4), (4, 2), (6, 3))
        for column, stretch in stretches:
            grid.setColumnStretch(column, stretch)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._is_narrow = None
        self._lay(is_narrow=self.width() < px(_NARROW))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two rows where there is little room."""
        super().resizeEvent(event)
        self._lay(is_narrow=event.size().width() < px(_NARROW))

    def put(self, said: Description, meetings: Sequence[str] = ()) -> None:
        """Fill the fields without telling anybody."""
        self._begun = said
        self.show_said(said)
        self.meeting.choices = lambda: meetings

    def show_said(self, said: Description) -> None:
        """Show what somebody has said of the report before; what it began with stays known."""
        self.title.setText(said.title)
        self.title.setCursorPosition(0)
        self.genre.put(said.genre if said.genre in GENRES else GENRES[-1])
        self.edition.put(said.edition)
        self.meeting.put(said.meeting)

    def offer_older(self, reports: Sequence[tuple[str, str]], chosen: str | None) -> None:
        """Offer reports, by id and name, of which this may be a new draft; preset one of them.

        Without reports it stays what it was begun with.
        """
        self.older.put(chosen or "", reports)
        self._older_row.setVisible(bool(reports))

    def said(self) -> Description:
        """Return what the fields say."""
        begun = self._begun.edition_of
        return replace(
            self._begun,
            title=self.title.text().strip(),
            genre=self.genre.value,
            edition=self.edition.words(),
            meeting=self.meeting.words(),
            edition_of=begun if self._older_row.isHidden() else self.older.value or None,
        )
