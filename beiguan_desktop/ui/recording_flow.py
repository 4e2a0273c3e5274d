"""代录: staff write down in one line who said what about which place, and go on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.recording import Meant, PlaceReader, Spot, who_is_meant
from beiguan_desktop.services import clock, people
from beiguan_desktop.services.commenting import Words
from beiguan_desktop.services.searching import initials
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.flows import flow_of, has_report
from beiguan_desktop.ui.open_box import Whom
from beiguan_desktop.ui.reading_page import put_aside, when_wanted
from beiguan_desktop.ui.recording_draft import RecordingDraft, is_waiting
from beiguan_desktop.ui.recording_pane import WAITING, RecordingPane, who_else
from beiguan_desktop.ui.scale import SCALE

if TYPE_CHECKING:
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow

_BY_KEY = Qt.FocusReason.ShortcutFocusReason
_NAME_HINT = "姓名，或者名单里的人的拼音首字母。新的人写：姓名 代表团"
_PLACE_HINT = "页码、页/行、段号、开头的字或首字母；空着就是对整篇报告"
_NO_PLACE = "没有找到这个位置。请打页码（20）、页/行（20/10）、段号（段12），或者开头的几个字。"
_NOBODY = "请先写是谁说的。"
_SHOWN = 14
"""How many characters of a paragraph say which it is."""


class RecordingFlow(QObject):
    """The conduct of 代录; made when it is first asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace, self._view = window, window.workspace, window.page.view
        self._reader: tuple[Report, PlaceReader] | None = None
        self._meant, self._trouble = Meant("", ""), ""
        self._spots: list[Spot] = []
        self._who, self._where = -1, 0
        self.pane = RecordingPane(self._view.theme, self._view)
        self.draft = RecordingDraft(self._workspace, self.pane)
        window.keepers.append(self.draft.keep)
        self.pane.lie_down(window.page.tree)
        self.pane.closed.connect(self.close)
        self.pane.resized.connect(self._make_room)
        when_wanted(window.page, self.close)
        self.pane.record_asked.connect(self.record)
        self.pane.change_asked.connect(self.write_change)
        self.pane.name_box.textChanged.connect(lambda _text: self._read_name())
        self.pane.place_box.textChanged.connect(lambda _text: self._read_place())
        self.pane.name_box.stepped.connect(self._step_who)
        self.pane.place_box.stepped.connect(self._step_where)
        self._workspace.opened.connect(lambda _report: self._on_opened())
        self._on_opened()

    def _on_opened(self) -> None:
        """Hold what who sits here was recording in this report; whoever is no staff has no line."""
        self.pane.set_waiting(is_waiting=self.draft.follow())
        self._read_name(self.draft.chosen)
        self._read_place()
        if not self._workspace.is_staff:
            self.close()

    def open(self) -> None:
        """Show the line, ready for a name, or for the next place under the name that is there."""
        if not has_report(self._window) or not self._window.reading.writing.leave():
            return
        self._appear()
        box = self.pane.place_box if self.pane.name_box.text().strip() else self.pane.name_box
        box.setFocus(_BY_KEY)

    def bring_back(self) -> None:
        """Show the line because words wait in it; who was writing in the box goes on there."""
        if has_report(self._window) and self._workspace.is_staff:
            self._appear()
            self._window.status.add_told(WAITING)
            if not self._window.reading.writing.has_words:
                self.pane.words_box.setFocus(_BY_KEY)

    def _appear(self) -> None:
        self.pane.appear()
        self._make_room()
        self._read_name(self.draft.chosen)
        self._read_place()

    def close(self) -> None:
        """Take the line away; what stands in it stays there, and on disk."""
        self.draft.keep()
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.pane.isAncestorOf(focused)
        self.pane.hide()
        put_aside(self._window.page, is_away=False)
        if had_focus:
            self._view.setFocus(_BY_KEY)

    def _make_room(self) -> None:
        """Take the writing pane's room in a low window: one writes here."""
        if not self.pane.isHidden():
            put_aside(self._window.page, is_away=SCALE.is_low)

    # -- who

    def _read_name(self, keep: str = "") -> None:
        """Understand the name anew; `keep` is the id of somebody who was pointed at."""
        known = [person for person in self._workspace.store.people() if person.name]
        self._meant, self._trouble = Meant("", ""), ""
        try:
            self._meant = who_is_meant(self.pane.name_box.text(), known, initials())
        except UserError as error:
            self._trouble = str(error)
        ids = [person.id for person in self._meant.people]
        self._who = ids.index(keep) if keep in ids else 0 if self._meant.is_sure else -1
        self.draft.chosen = keep if keep in ids else ""
        self._show_who()

    def _step_who(self, step: int) -> None:
        """Point at the next who may be meant; past the last, somebody new may be."""
        count, first = len(self._meant.people), 0 if self._meant.is_sure else -1
        if count:
            self._who = (self._who - first + step) % (count - first) + first
            self.draft.chosen = self._meant.people[self._who].id if self._who >= 0 else ""
            self.pane.edited.emit()
            self._show_who()

    def _show_who(self) -> None:
        meant, tell = self._meant, self.pane.tell_who
        if self._trouble:
            tell(self._trouble, is_wrong=True)
        elif not meant.name:
            tell(_NAME_HINT)
        elif self._who >= 0:
            person, count = meant.people[self._who], len(meant.people)
            others = f"（第 {self._who + 1} 位，共 {count} 位，按↓换）" if count > 1 else ""
            tell(f"{person.name}　{person.delegation or '没有写代表团'}{others}")
            self.pane.capacity.put(person.capacity)
        else:
            tell(who_else(meant), is_wrong=bool(meant.unread))

    def _author(self) -> Person:
        """Return who is meant, or somebody new. Raises UserError if that is unclear."""
        if self._trouble:
            raise UserError(self._trouble)
        if self._who >= 0:
            return self._meant.people[self._who]
        if not self._meant.name or self._meant.unread:
            raise UserError(who_else(self._meant) if self._meant.unread else _NOBODY)
        return people.named(
            self._workspace.store.people(),
            self._meant.name,
            self._meant.delegation,
            capacity=self.pane.capacity.value,
            fresh=clock.new_id(),
        )

    def _told_author(self) -> Person | None:
        """Return who is meant, None (told beside the box) if that is unclear."""
        try:
            return self._author()
        except UserError as error:
            self.pane.tell_who(str(error), is_wrong=True)
            self.pane.name_box.setFocus(_BY_KEY)
            return None

    # -- where

    def _read_place(self) -> None:
        report, pages = self._workspace.report, self._workspace.pages
        if report is None or pages is None:
            return
        if self._reader is None or self._reader[0] is not report:
            self._reader = report, PlaceReader(report, pages, initials())
        self._spots, self._where = self._reader[1].understand(self.pane.place_box.text()), 0
        self._show_where()

    def _step_where(self, step: int) -> None:
        if self._spots:
            self._where = (self._where + step) % len(self._spots)
            self._show_where()

    def _show_where(self) -> None:
        """Say which place is meant and show it in the text."""
        report, pages, tell = self._workspace.report, self._workspace.pages, self.pane.tell_where
        if not self.pane.place_box.text().strip():
            tell(_PLACE_HINT)
        elif not self._spots:
            tell(_NO_PLACE, is_wrong=True)
        elif report is not None and pages is not None:
            spot, count = self._spots[self._where], len(self._spots)
            at = pages.at(spot.unit, spot.position)
            page = f"（{'约' if at.about else ''}第{at.page}页）" if at else ""
            others = f"，第 {self._where + 1} 处，共 {count} 处，按↓换" if count > 1 else ""
            name = labels.place_words(report, paragraph(report, spot.unit))
            tell(f"{name}{page}：“{_beginning(report.units[spot.unit].text)}”{others}")
            if self.pane.isVisible():
                self._view.reveal(spot.unit, spot.position)
                self._view.glow(paragraph(report, spot.unit))

    def _anchor(self, report: Report) -> Anchor:
        if not self.pane.place_box.text().strip():
            return WHOLE_REPORT
        if not self._spots:
            raise UserError(_NO_PLACE)
        return paragraph(report, self._spots[self._where].unit)

    # -- what

    def record(self) -> None:
        """Write it down and be ready for the next under the same name; say what is missing."""
        report, pane = self._workspace.report, self.pane
        author = self._told_author()
        if report is None or author is None:
            return
        try:
            anchor = self._anchor(report)
            change = people.record(
                report,
                anchor,
                Words(pane.kind.value, pane.words_box.words()),
                author=author,
                recorder=self._recorder(),
                manner=pane.manner.value,
                capacity=pane.capacity.value,
                comment_id=clock.new_id(),
                change_id=clock.new_id(),
                now=clock.now(),
            )
        except UserError as error:
            pane.tell_where(str(error), is_wrong=True)
            return
        if self._workspace.do(change):
            self._go_on(author, f"已记下{author.name}的 1 条，{labels.place_words(report, anchor)}")

    def _recorder(self) -> str:
        return self._workspace.me.name if self._workspace.me else ""

    def _go_on(self, author: Person, words: str) -> None:
        self.pane.words_box.put("")
        self.pane.place_box.clear()
        self.pane.set_waiting(is_waiting=False)
        self._read_name(author.id)  # somebody new is known now
        self.draft.keep()
        self.pane.place_box.setFocus(_BY_KEY)
        self._window.status.add_told(words)

    def write_change(self) -> None:
        """Open the form of 改报告 for who stands in the line; the line is put away meanwhile."""
        report, pane = self._workspace.report, self.pane
        author, writing = self._told_author(), self._window.reading.writing
        if report is None or author is None:
            return
        try:
            has_place = bool(pane.place_box.text().strip())
            anchor = self._anchor(report) if has_place else writing.anchor or WHOLE_REPORT
        except UserError as error:
            pane.tell_where(str(error), is_wrong=True)
            return
        whom = Whom(author, self._recorder() or "工作人员", pane.manner.value, pane.capacity.value)
        if writing.begin_change(anchor, ""):
            self.close()
            writing.write_for(whom)
            self._window.page.panel.editor.focus_box()


def open_recording(window: MainWindow) -> None:
    """Open the line in which staff write down what others said."""
    flow_of(window, RecordingFlow).open()


def bring_back(window: MainWindow) -> None:
    """Open the line if words wait in it that nobody has recorded."""
    if is_waiting(window.workspace):
        flow_of(window, RecordingFlow).bring_back()


def _beginning(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
