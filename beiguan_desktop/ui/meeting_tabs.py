"""全部, and one tab for the reports of each meeting; what has no room is in a menu."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.scope_tab import HEIGHT, ScopeTab
from beiguan_desktop.ui.theme import Theme

ALL, UNNAMED = "全部", "没有写明"
_BESIDE, _GAP = 24, 20
_LONGEST = 24
"""Characters of a meeting's name in a tab; its middle gives way, the tip has all of it."""


_WHOSE = re.compile(r"^.+?(?=第?[一二三四五六七八九十]+届)")
"""Whose congress it is: left out where there is little room and all are of one."""


def short_meeting(meeting: str) -> str:
    """Return the name of a meeting as people say it, short enough for a tab."""
    words = meeting.replace("人民代表大会", "人大") or UNNAMED
    if len(words) <= _LONGEST:
        return words
    return f"{words[: _LONGEST // 2]}…{words[-_LONGEST // 2 + 1 :]}"


def shorter_meetings(names: Sequence[str]) -> list[str]:
    """Return names of meetings without whose they are, unless that tells them apart."""
    shorter = [_WHOSE.sub("", name) for name in names]
    return shorter if len(set(shorter)) == len(set(names)) else list(names)


class MeetingTabs(QWidget):
    """`chosen` carries the meeting, None for all reports."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._meetings: list[str | None] = []
        self._counts: list[int] = []
        self.tabs: list[ScopeTab] = []
        self.wanted: str | None = None
        self.more = QPushButton("别的会议", self)
        self.more.setProperty("role", "flat")
        self.more.setFont(faces.sans(14))
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        icons.put(self.more, "chevron-down", "ink2")
        self.menu = QMenu(self)
        self.menu.setFont(faces.sans(14))
        self.menu.setAccessibleName("别的会议")
        self.more.clicked.connect(self._offer)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.menu.setFont(faces.sans(14))
        self._lay()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be as high as a tab."""
        return QSize(px(200), bar(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Be content with any width."""
        return QSize(px(100), bar(HEIGHT))

    def show_meetings(self, counts: Mapping[str, int]) -> None:
        """Offer the meetings; the one that was chosen stays so, or all are shown."""
        meetings: list[str | None] = [None, *counts]
        if meetings != self._meetings:
            self._make(meetings)
        self._counts = [sum(counts.values()), *counts.values()]
        if self.wanted not in meetings:
            self.wanted = None
        self.tabs[meetings.index(self.wanted)].setChecked(True)
        self._lay()

    def _make(self, meetings: list[str | None]) -> None:
        for tab in self.tabs:
            self._group.removeButton(tab)
            tab.hide()
            tab.deleteLater()
        self._meetings, self.tabs = meetings, []
        for number, meeting in enumerate(meetings):
            tab = ScopeTab("", self._theme, self, things="的报告，{}份")
            tab.setToolTip(meeting or "")
            self._group.addButton(tab, number)
            self.tabs.append(tab)
            self.setTabOrder(self.tabs[number - 1] if number else self, tab)
        if self.tabs:
            self.setTabOrder(self.tabs[-1], self.more)

    def _lay(self) -> None:
        """Place what has room, the chosen one always; the others are in the menu."""
        if not self.tabs:
            self.more.hide()
            return
        room = self.width() - 2 * px(_BESIDE)
        names = [ALL if it is None else short_meeting(it) for it in self._meetings]
        widths = self._write(names)
        if sum(widths) > room:
            widths = self._write(shorter_meetings(names))
        here = self._meetings.index(self.wanted)
        shown = self._fitting(widths, room, here)
        x = px(_BESIDE)
        for number, tab in enumerate(self.tabs):
            tab.setVisible(number in shown)
            if number in shown:
                tab.setGeometry(x, 0, widths[number] - px(_GAP), self.height())
                x += widths[number]
        self.more.setVisible(len(shown) < len(self.tabs))
        self.more.setGeometry(x, 0, self._more_width(), self.height())

    def _write(self, names: Sequence[str]) -> list[int]:
        """Name the tabs; return how wide each is with the gap behind it."""
        for tab, name, count in zip(self.tabs, names, self._counts, strict=True):
            tab.set_word(name)
            tab.set_count(count)
        return [tab.sizeHint().width() + px(_GAP) for tab in self.tabs]

    def _more_width(self) -> int:
        words = QFontMetrics(faces.sans(14)).horizontalAdvance(self.more.text())
        return words + px(icons.SIZE) + px(40)

    def _fitting(self, widths: list[int], room: int, here: int) -> set[int]:
        if sum(widths) <= room:
            return set(range(len(widths)))
        left = room - self._more_width() - widths[here]
        shown = {here}
        for number, width in enumerate(widths):
            if number == here:
                continue
            if width > left:
                break
            shown.add(number)
            left -= width
        return shown

    def _on_clicked(self, number: int) -> None:
        self.wanted = self._meetings[number]
        self._lay()
        self.chosen.emit(self.wanted)

    def _offer(self) -> None:
        """Offer the meetings whose tabs have no room."""
        self.menu.clear()
        for number, tab in enumerate(self.tabs):
            if tab.isHidden():
                action = self.menu.addAction(tab.text())
                action.triggered.connect(lambda _on=False, at=number: self.tabs[at].click())
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        if self.more.hasFocus():
            self.menu.setActiveAction(self.menu.actions()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tabs anew."""
        super().resizeEvent(event)
        self._lay()

    def showEvent(self, event: QShowEvent) -> None:
        """Place the tabs when the width is known."""
        super().showEvent(event)
        self._lay()
