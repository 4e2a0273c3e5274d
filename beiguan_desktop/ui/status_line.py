"""The line along the foot: who writes, how much is read, how many opinions, what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from beiguan_desktop.core.comment import Person
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from beiguan_desktop.core.progress import Share
    from beiguan_desktop.ui.handed import Waiting
    from beiguan_desktop.ui.read_share import ReadShare

HEIGHT = 44
_WHO, _LEAST_WHO = 320, 64
"""The most and the least pixels that name and delegation get."""
_BESIDE = 54
"""Pixels of the sign before the name and of the air round both."""
_WITHIN = 12
"""Pixels between the edge of a button and its words."""
_RULE = 20
"""How high the hairlines between its parts are."""
_NARROW = 700
"""Pixels of width below which it says the least that says it: the ear and the tip hear all."""
_STILL_THERE = "，文字还在框里"


class StatusLine(QWidget):
    """Always in sight: who, how much is read, how many and handed in or not, and what is saved."""

    person_clicked = Signal()
    count_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person: Person | None = None
        self.person_button = _button("请填姓名", "换人，改姓名和代表团")
        icons.put(self.person_button, "user", "ink2")
        self.person_button.clicked.connect(self.person_clicked)
        self.count_button = _button("", "看统计：意见在哪些部分、是哪几类，报告读了多少")
        icons.put(self.count_button, "chart-bar", "ink2")
        self.count_button.clicked.connect(self.count_clicked)
        self.share: ReadShare | None = None
        """How much was read; there when it is known."""
        self.lost: QPushButton | None = None
        """How many opinions have no place in the text; there from the first one on."""
        self._sign = QLabel()
        self._state = _word()
        self._state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._state.setAccessibleName("保存情况")
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.person_button)
        row.addStretch(1)
        row.addWidget(self.count_button)
        row.addSpacing(16)
        row.addWidget(self._sign)
        row.addWidget(self._state)
        self._is_amber = False
        self._has_room = True
        self._saved = self._clock = ""
        self._was_narrow, self._counts = False, (0, 0)
        self._waiting: Waiting | None = None
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        for part in (self, self.person_button, self.count_button):
            part.setMinimumHeight(bar(HEIGHT))
        self.set_person(self._person)

    def set_person(self, person: Person | None) -> None:
        """Show who writes here."""
        self._person = person
        if person is None or not person.name:
            self.person_button.setText("请填姓名")
            self.person_button.setAccessibleName("请填姓名")
            return
        delegation = f"　{person.delegation}" if person.delegation else ""
        words = f"{person.name} {person.capacity}{delegation}"
        self.person_button.setAccessibleName(words)
        self._fit(words)

    def _fit(self, words: str) -> None:
        """Write as much of a name as there is room for beside the rest."""
        rest = self.row.minimumSize().width() - self.person_button.minimumSizeHint().width()
        room = min(px(_WHO), max(px(_LEAST_WHO), self.width() - rest - px(_BESIDE)))
        if not self._has_room:
            room = min(room, max(px(_LEAST_WHO), self.width() // 6))
        metrics = self.person_button.fontMetrics()
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.person_button.setText(short.replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the name give way first."""
        super().resizeEvent(event)
        self.set_person(self._person)
        if self._is_narrow != self._was_narrow:
            self._was_narrow = self._is_narrow
            self.set_count(*self._counts)
            if self._state.text() in (self._saved, self._clock):
                self._show_saved()

    @property
    def _is_narrow(self) -> bool:
        return self.width() < px(_NARROW)

    def set_read_only(self, why: str) -> None:
        """Offer no change of name where nothing can be written."""
        self.person_button.setEnabled(False)
        self.person_button.setToolTip(why)
        self.person_button.setAccessibleDescription(why)
        self._saved = ""
        self._state.setText("")
        self._sign.hide()

    def set_share(self, share: Share) -> None:
        """Show how much of the report has been read."""
        if self.share is None:
            from beiguan_desktop.ui.read_share import ReadShare  # noqa: PLC0415 - after first paint

            self.share = ReadShare(self._theme)
            at = self.row.indexOf(self.count_button)
            self.row.insertWidget(at, self.share)
            self.row.insertSpacing(at + 1, 8)
            self.share.set_wanted(is_wanted=self._has_room)
        self.share.show_share(share)

    def set_count(self, opinions: int, drafts: int) -> None:
        """Show how many opinions there are, an open box counted and named."""
        self._counts, self._was_narrow = (opinions, drafts), self._is_narrow
        short = f"意见 {opinions + drafts} 条"
        words = f"{short}，其中草稿 {drafts} 条" if drafts else short
        if self._waiting is not None:
            words += self._waiting.words(has_draft=drafts > 0)
        self.count_button.setText(short if self._is_narrow else words)
        self.count_button.setAccessibleName(f"{words}，看统计")
        self.set_person(self._person)

    def set_waiting(self, waiting: Waiting) -> None:
        """Say beside the count how many opinions are not handed in, or handed in no longer so."""
        self._waiting = waiting
        self.set_count(*self._counts)

    def set_saved(self, at: str) -> None:
        """Say that everything is on disk since a clock time such as 09:41."""
        self._is_amber = False
        self._saved, self._clock = f"已自动保存 {at}", at
        self._show_saved()

    def _show_saved(self) -> None:
        self._was_narrow = self._is_narrow
        if self._saved:
            self._show("check", "ok", self._clock if self._is_narrow else self._saved)
            self._state.setToolTip(self._saved)

    def add_told(self, words: str) -> None:
        """Say before the state of saving what has just happened: it gives way to the next."""
        if not self._is_amber:
            both = "，".join(filter(None, (words, self._saved)))
            self._show("check", "ok", both if self._has_room_for(both) else words)

    def set_trouble(self, reason: str, *, words_kept: bool) -> None:
        """Say in amber why something could not be saved, and that the words are still there."""
        self._is_amber = True
        tail = _STILL_THERE if words_kept else ""
        self._show("triangle-alert", "warn", f"没有保存上：{reason.rstrip('。')}{tail}")

    def set_refusal(self, reason: str) -> None:
        """Say in amber why something was not done; what is written is saved all the same."""
        self._show("triangle-alert", "warn", reason.rstrip("。"))

    @property
    def is_amber(self) -> bool:
        """Whether the last save failed."""
        return self._is_amber

    @property
    def words(self) -> str:
        """What the line says about saving."""
        return self._state.text()

    def _show(self, sign: str, tone: str, words: str) -> None:
        from beiguan_desktop.ui.inks import ink  # noqa: PLC0415 - once there is something to say

        icons.put(self._sign, sign, tone, 20)
        self._sign.show()
        ink(self._state, "ink" if tone == "ok" else tone)
        # a reason may be long: the line grows, nothing is cut
        is_long = sign != "check" or not self._has_room_for(words)
        self._state.setWordWrap(is_long)
        self._state.setContentsMargins(*(0, 4 * is_long) * 2)  # lines clear of the hairline
        self.row.setStretchFactor(self._state, int(is_long))
        self.row.setStretch(1, int(not is_long))  # the air beside the name
        self._state.setText(words)
        self._state.setToolTip(words.replace("<", "＜"))
        self._has_room = not is_long
        self.set_person(self._person)
        if self.share is not None:
            self.share.set_wanted(is_wanted=self._has_room)

    def _has_room_for(self, words: str) -> bool:
        rest = self.row.minimumSize().width() - self._state.minimumSizeHint().width()
        return rest + self._state.fontMetrics().horizontalAdvance(words) <= self.width()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the hairline above and those between the parts."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.ground)
        line, thin, high = self._theme.line, self._theme.hairline, px(_RULE)
        fill(painter, QRect(0, 0, self.width(), thin), line)
        for one, next_one in ((self.share, self.count_button), (self.count_button, self._sign)):
            if one is not None and one.isVisible() and self._state.text():
                x = (_end_of(one) + _begin_of(next_one)) // 2
                fill(painter, QRect(x, (self.height() - high) // 2, thin, high), line)
        painter.end()


def _begin_of(part: QWidget) -> int:
    """Return where a part is seen to begin: the edge of a flat button is not."""
    return part.geometry().left() + (px(_WITHIN) if isinstance(part, QPushButton) else 0)


def _end_of(part: QWidget) -> int:
    """Return where a part is seen to end."""
    return part.geometry().right() + 1 - (px(_WITHIN) if isinstance(part, QPushButton) else 0)


def _button(words: str, tip: str) -> QPushButton:
    """Make a flat button as high as the line."""
    button = QPushButton(words)
    button.setProperty("role", "flat")
    button.setFont(faces.sans(14))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    return button


def _word() -> QLabel:
    label = QLabel("")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(faces.sans(14))
    return label
