"""Who sits before the window: asked once, changed at will."""

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.dialogs.first_start import FirstStart
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.workspace import Workspace


class Introduction(QObject):
    """Has the first page and writes what it was told; `done` carries the size of letters."""

    done = Signal(int)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace)
        self._workspace, self.page = workspace, FirstStart(theme)
        self.page.answered.connect(self._on_answered)
        self.page.skipped.connect(self._on_skipped)

    def ask(self, points: int) -> None:
        """Show what is known, ready to be changed."""
        me = self._workspace.me
        name, delegation = (me.name, me.delegation) if me else ("", "")
        self.page.put(name, delegation, points, is_again=me is not None)

    def _on_answered(self, name: str, delegation: str, points: int) -> None:
        if self._describe(name, delegation):
            self.done.emit(points)

    def _describe(self, name: str, delegation: str) -> bool:
        me = self._workspace.me
        if me is None:
            return self._workspace.be(self._known(name, delegation))
        if (me.name, me.delegation) == (name, delegation):
            return True
        store = self._workspace.store
        everything = (*store.comments(), *store.comments(withdrawn=True))
        mine = [comment for comment in everything if comment.person == me.id]
        change = commenting.describe_person(
            me, name, delegation, mine, change_id=clock.new_id(), now=clock.now()
        )
        return self._workspace.do(change)

    def _known(self, name: str, delegation: str) -> Person:
        """Find somebody of that name whose opinions are here already, or make a new person."""
        found = [
            person
            for person in self._workspace.store.people()
            if (person.name, person.delegation) == (name, delegation)
        ]
        return found[0] if found else Person(clock.new_id(), name, delegation)

    def _on_skipped(self, points: int) -> None:
        self._workspace.ensure_me()
        self.done.emit(points)
