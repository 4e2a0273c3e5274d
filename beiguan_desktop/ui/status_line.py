"""The line along the foot: who writes, how much is read, how many opinions, what is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from beiguan_desktop.core.comment import Person
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.icons import icon
from beiguan_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from beiguan_desktop.core.progress import Share
    from beiguan_desktop.ui.read_share import ReadShare

HEIGHT = 44
_RULE = 20
"""How high the hairlines between its parts are."""
_WHO = 320
"""The most pixels that name and delegation get."""
_STILL_THERE = "，文字还在框里"


class StatusLine(QWidget):
    """Four answers always in sight. `person_clicked`, `count_clicked`: what was clicked."""

    person_clicked = Signal()
    count_clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setMinimumHeight(HEIGHT)
        self.person_button = _button("请填姓名", "填写或改姓名和代表团")
        self.person_button.setIcon(icon("user", theme.ink2))
        self.person_button.clicked.connect(self.person_clicked)
        self.count_button = _button("", "看统计：意见在哪些部分、是哪几类，报告读了多少")
        self.count_button.setIcon(icon("chart-bar", theme.ink2))
        self.count_button.clicked.connect(self.count_clicked)
        self.share: ReadShare | None = None
        """How much was read; there when it is known."""
        self._sign = QLabel()
        self._state = self._word()
        self._state.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._state.setAccessibleName("保存情况")
        self._row = row = QHBoxLayout(self)
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
        self._saved = ""

    def _word(self) -> QLabel:
        label = QLabel("")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(faces.sans(14))
        return label

    def set_person(self, person: Person | None) -> None:
        """Show who writes here."""
        if person is None or not person.name:
            self.person_button.setText("请填姓名")
            self.person_button.setAccessibleName("请填姓名")
            return
        delegation = f"　{person.delegation}" if person.delegation else ""
        words = f"{person.name} {person.capacity}{delegation}"
        metrics = self.person_button.fontMetrics()
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WHO)
        self.person_button.setText(short.replace("&", "&&"))
        self.person_button.setAccessibleName(words)

    def set_read_only(self, why: str) -> None:
        """Offer no change of name where nothing can be written."""
        self.person_button.setEnabled(False)
        self.person_button.setToolTip(why)
        self.person_button.setAccessibleDescription(why)
        self._saved = ""
        self._state.setText("")

    def set_share(self, share: Share) -> None:
        """Show how much of the report has been read."""
        if self.share is None:
            from beiguan_desktop.ui.read_share import ReadShare  # noqa: PLC0415 - after first paint

            self.share = ReadShare(self._theme)
            at = self._row.indexOf(self.count_button)
            self._row.insertWidget(at, self.share)
            self._row.insertSpacing(at + 1, 8)
            self.share.set_wanted(is_wanted=self._has_room)
        self.share.show_share(share)

    def set_count(self, opinions: int, drafts: int) -> None:
        """Show how many opinions there are, an open box counted and named."""
        tail = f"，其中草稿 {drafts} 条" if drafts else ""
        words = f"意见 {opinions + drafts} 条{tail}"
        self.count_button.setText(words)
        self.count_button.setAccessibleName(f"{words}，看统计")

    def set_saved(self, at: str) -> None:
        """Say that everything is on disk since a clock time such as 09:41."""
        self._is_amber = False
        self._saved = f"已自动保存 {at}"
        self._show("check", self._theme.ok, self._saved)

    def add_told(self, words: str) -> None:
        """Say before the state of saving what has just happened: it gives way to the next."""
        if not self._is_amber:
            told = "，".join(filter(None, (words, self._saved)))
            self._show("check", self._theme.ok, told)

    def set_trouble(self, reason: str, *, words_kept: bool) -> None:
        """Say in amber why something could not be saved, and that the words are still there."""
        self._is_amber = True
        tail = _STILL_THERE if words_kept else ""
        self._show("triangle-alert", self._theme.warn, f"没有保存上：{reason.rstrip('。')}{tail}")

    def set_refusal(self, reason: str) -> None:
        """Say in amber why something was not done; what is written is saved all the same."""
        self._show("triangle-alert", self._theme.warn, reason.rstrip("。"))

    @property
    def is_amber(self) -> bool:
        """Whether the last save failed."""
        return self._is_amber

    @property
    def words(self) -> str:
        """What the line says about saving."""
        return self._state.text()

    def _show(self, sign: str, colour: str, words: str) -> None:
        self._sign.setPixmap(icon(sign, colour).pixmap(20, 20))
        palette = self._state.palette()
        palette.setColor(self._state.foregroundRole(), QColor(colour))
        self._state.setPalette(palette)
        is_long = sign != "check"  # a reason may be long: the line grows, nothing is cut
        self._state.setWordWrap(is_long)
        self._row.setStretchFactor(self._state, 3 if is_long else 0)
        self._state.setText(words)
        self._state.setToolTip(words.replace("<", "＜"))
        self._has_room = not is_long
        if self.share is not None:
            self.share.set_wanted(is_wanted=self._has_room)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the hairline above and those between the parts."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        line = QColor(self._theme.line)
        painter.fillRect(0, 0, self.width(), 1, line)
        for one, next_one in ((self.share, self.count_button), (self.count_button, self._sign)):
            if one is not None and one.isVisible() and self._state.text():
                x = (one.geometry().right() + next_one.geometry().left()) // 2
                painter.fillRect(x, (self.height() - _RULE) // 2, 1, _RULE, line)
        painter.end()


def _button(words: str, tip: str) -> QPushButton:
    """Make a flat button as high as the line."""
    button = QPushButton(words)
    button.setProperty("role", "flat")
    button.setFont(faces.sans(14))
    button.setMinimumHeight(HEIGHT)
    button.setIconSize(QSize(22, 22))
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setToolTip(tip)
    return button
