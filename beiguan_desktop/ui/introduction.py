"""Who sits before the window: asked once, changed at will."""

from PySide6.QtCore import QObject, Signal

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, commenting, people
from beiguan_desktop.ui.dialogs.first_start import FirstStart
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.workspace import Workspace


class Introduction(QObject):
    """Has the first page and writes what it was told; `done` carries the size of letters."""

    done = Signal(int)
    other_named = Signal(object, int)
    """Somebody else is to sit here: the Person, and the size of letters."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__(workspace)
        self._workspace, self.page = workspace, FirstStart(theme)
        self.page.answered.connect(self._on_answered)
        self.page.skipped.connect(self._on_skipped)
        self._is_other = False

    def ask(self, points: int) -> None:
        """Show what is known, ready to be changed."""
        self._is_other = False
        me = self._workspace.me
        name, delegation = (me.name, me.delegation) if me else ("", "")
        self.page.put(name, delegation, points, is_again=me is not None)

    def ask_other(self, points: int) -> None:
        """Ask who sits here now, in place of whoever did until now."""
        self._is_other = True
        self.page.put("", "", points, is_again=True, is_other=True)

    def _on_answered(self, name: str, delegation: str, points: int) -> None:
        if self._is_other:
            self._name_other(name, delegation, points)
        elif self._describe(name, delegation):
            self.done.emit(points)

    def _name_other(self, name: str, delegation: str, points: int) -> None:
        known = self._workspace.store.people()
        try:
            person = people.named(known, name, delegation, fresh=clock.new_id())
        except UserError as error:
            self.page.tell(str(error))
            return
        self.other_named.emit(person, points)

    def _describe(self, name: str, delegation: str) -> bool:
        me = self._workspace.me
        known = self._workspace.store.people()
        try:
            if me is None:
                who = people.named(known, name, delegation, fresh=clock.new_id())
                return self._workspace.be(who)
            return name_me(self._workspace, me, name, delegation)
        except UserError as error:
            self.page.tell(str(error))
            return False

    def _on_skipped(self, points: int) -> None:
        self._workspace.ensure_me()
        self.done.emit(points)


def name_me(workspace: Workspace, me: Person, name: str, delegation: str) -> bool:
    """Give whoever sits here a name, also on what he wrote; False (told) when not written.

    Raises UserError for a name that is none, or is somebody else's here.
    """
    if (me.name, me.delegation) == (name, delegation):
        return True
    store = workspace.store
    mine = [comment for comment in store.every_comment() if comment.person == me.id]
    change = commenting.describe_person(
        me,
        name,
        delegation,
        mine,
        others=store.people(),
        change_id=clock.new_id(),
        now=clock.now(),
    )
    return workspace.do(change)
