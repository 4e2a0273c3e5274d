"""换人: several people share a laptop; each sees his own opinions and writes under his name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QActionGroup, QFontMetrics
from PySide6.QtWidgets import QMenu

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, people
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flows import has_report
from beiguan_desktop.ui.more_menu import submenu
from beiguan_desktop.ui.scale import px

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Person
    from beiguan_desktop.ui.main_window import MainWindow

_LONGEST = 330
"""Pixels of a name with its delegation in the menu."""
MOST = 20
"""How many people the menu lists: beyond it, those who wrote last."""


class PeopleFlow(QObject):
    """The menu at the name in the status line, and what it leads to."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._workspace = window, window.workspace
        self.menu = QMenu(window)
        self.menu.setFont(faces.sans(14))
        self.menu.setAccessibleName("换人")
        window.stage.other_named.connect(self._on_named)

    def choose(self) -> None:
        """Ask who sits here: a name at once where nobody has one yet, else by a menu."""
        me = self._workspace.me
        known = [person for person in self._workspace.store.people() if person.name]
        if not has_report(self._window):
            return
        if me is None or not (me.name or known):
            self._window.ask_person()
            return
        self._fill(known)
        button = self._window.status.person_button
        top = button.mapToGlobal(QPoint(0, 0))
        self.menu.popup(top - QPoint(0, self.menu.sizeHint().height()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _fill(self, known: list[Person]) -> None:
        self.menu.clear()
        self.menu.setFont(faces.sans(14))
        me, group = self._workspace.me, QActionGroup(self.menu)
        for person in known[-MOST:]:
            action = self.menu.addAction(self._words(person))
            action.setCheckable(True)
            action.setChecked(me is not None and person.id == me.id)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, who=person: self.sit_down(who))
        self.menu.addSeparator()
        self.menu.addAction("换一位新的……", self.ask_other)
        self.menu.addAction("改我的姓名和代表团……", self._window.ask_person)
        self._fill_striking([it for it in known if me is None or it.id != me.id])

    def _fill_striking(self, others: list[Person]) -> None:
        """Offer to strike off those who wrote nothing: a name typed by mistake."""
        written = {comment.person for comment in self._workspace.store.every_comment()}
        empty = [person for person in others if person.id not in written]
        if empty:
            below = submenu(self.menu, "从名单里去掉")
            for person in empty[-MOST:]:
                action = below.addAction(self._words(person))
                action.triggered.connect(lambda _checked=False, who=person: self.strike(who))

    def _words(self, person: Person) -> str:
        words = "　".join(filter(None, (person.name, person.delegation)))
        metrics = QFontMetrics(self.menu.font())
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, px(_LONGEST))
        return short.replace("&", "&&")

    # -- acts

    def ask_other(self) -> None:
        """Ask the name of somebody who has not written here yet."""
        if self._window.reading.writing.leave():
            self._window.stage.ask_other(self._window.looks.text_size)

    def _on_named(self, person: Person, points: int) -> None:
        if self.sit_down(person):
            self._window.stage.introduced.emit(points)

    def sit_down(self, person: Person) -> bool:
        """Let somebody else sit here: his opinions, his marks, his open box; no undo of others'.

        False when the open box could not be left, or nothing could be written.
        """
        workspace, me = self._workspace, self._workspace.me
        if me is not None and person.id == me.id:
            return True
        if not self._window.reading.leave() or not workspace.be(person):
            return False
        workspace.stack.clear()
        workspace.show_report(workspace.shown)
        self._window.status.add_told(f"现在是{person.name}在写")
        return True

    def strike(self, person: Person) -> None:
        """Take somebody who wrote nothing off the list."""
        try:
            written = self._workspace.store.every_comment()
            change = people.take_out(person, written, change_id=clock.new_id(), now=clock.now())
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        if self._workspace.do(change):
            self._window.page.undo_bar.tell(f"已把{person.name}从名单里去掉")
