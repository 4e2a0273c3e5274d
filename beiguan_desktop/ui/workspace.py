"""The workspace: the one owner of the library and of the undo stack.

Everything the window writes goes through `do`. A change is written first; only when the
library has answered does the undo stack move, so that a failure leaves it as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from beiguan_desktop.core.change import Change, Edit, inverse
from beiguan_desktop.core.comment import Comment, Draft, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Read, Report
from beiguan_desktop.services import clock
from beiguan_desktop.storage.peek import glimpse
from beiguan_desktop.ui import garbage, staff

if TYPE_CHECKING:
    from beiguan_desktop.services.importing import Imported
    from beiguan_desktop.storage.store import Store

T = TypeVar("T")


class Workspace(QObject):
    """The open library, its report, and the opinions of whoever sits before it."""

    changed = Signal(object)
    """A Change as it was written, with the versions it got."""
    failed = Signal(str)
    """Why something could not be saved, in words."""
    refused = Signal(str)
    """Why something was not done, in words; nothing waits to be saved."""
    saved = Signal(str)
    """The time of the last successful write, ISO-8601."""
    opened = Signal(object)
    """The Report that is now shown."""
    glimpsed = Signal(object)
    """A Glimpse of what will be shown once the library is open."""

    def __init__(
        self, path: Path, parent: QObject | None = None, *, only_read: bool = False
    ) -> None:
        super().__init__(parent)
        self._only_read = only_read
        self.path = path
        self.stack = QUndoStack(self)
        self.report: Report | None = None
        self.shown = ""  # the report's id
        self.pages: Pages | None = None
        self.comments: dict[str, Comment] = {}
        self.me: Person | None = None
        self.is_staff = False
        """Whether who sits here has said 「我是工作人员」."""
        self._store: Store | None = None

    # -- opening and closing

    def open(self, wanted: Path | None = None) -> None:
        """Open the library, put the shipped report in, show `wanted` or the last report.

        Raises UserError when the library or the file named cannot be used.
        """
        from beiguan_desktop.services import importing, library  # noqa: PLC0415 - after first paint

        if self._only_read:
            store = library.open_library(self.path, read_only=True)
        else:
            store = library.open_for_window(self.path)
        try:
            if not store.read_only:
                library.fill(store, now=clock.now())
            chosen = None
            if wanted is not None:
                chosen = importing.import_report(store, wanted, now=clock.now()).report
        except BaseException:
            store.close()
            raise
        self._store = store
        self.me = store.desk.me()
        if chosen is None:
            from beiguan_desktop.ui import showing  # noqa: PLC0415 - after the first paint

            showing.show_last(self)
        else:
            self.show_report(chosen)

    def show_report(
        self, report_id: str | None, loaded: tuple[Report, list[Comment]] | None = None
    ) -> None:
        """Load a report with its opinions and tell the views; None does nothing.

        `loaded` are both, where somebody has just read them in a job.
        """
        from beiguan_desktop.ui import showing  # noqa: PLC0415 - after the first paint

        if report_id is None:
            return
        with garbage.held():
            if loaded is None:
                loaded = showing.whole(self, report_id), self.store.comments(report_id)
            self.report, comments = loaded
            self.shown = report_id
            self.pages = Pages(self.report.units, self.report.marks)
            self.is_staff = staff.sits_here(self)
            self.comments = {it.id: it for it in comments if staff.sees(self, it)}
            if not self.store.read_only:
                self.attempt(lambda: self.store.desk.put_setting("report", report_id), quiet=True)
            self.opened.emit(self.report)

    def import_report(
        self, file: Path | Read, may_leave: Callable[[], bool] = lambda: True
    ) -> Imported | None:
        """Put a report into the open library, from its file or as it was read, and show it.

        Nothing is shown anew when it is shown as it is, or when `may_leave`, asked once the file
        has been read, does not leave the one that is shown. Returns None (told) when it could
        not be read or put there.
        """
        from beiguan_desktop.services import importing  # noqa: PLC0415 - seldom needed

        try:
            if isinstance(file, Path):
                file = importing.read_file(file, now=clock.now())
            done = importing.put_read(self.store, file)
        except UserError as error:
            self.refused.emit(str(error))
            return None
        if (done.report != self.shown or done.is_paged) and may_leave():
            self.show_report(done.report)
        return done

    def close(self) -> None:
        """Close the library; what was written is written."""
        if self._store is not None:
            self._store.close()
            self._store = None
            self.stack.clear()

    @property
    def store(self) -> Store:
        """The open library."""
        if self._store is None:
            raise RuntimeError("the library is not open")
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether the library is open."""
        return self._store is not None

    # -- changes

    def do(self, change: Change, *, is_written: bool = False) -> bool:
        """Write a change, unless that is done, and put it on the stack; False when that failed."""
        from beiguan_desktop.ui.undo_steps import Step  # noqa: PLC0415 - after the first paint

        applied = change if is_written else self._write(lambda: self.store.apply(change))
        if applied is None:
            return False
        self.stack.push(Step(applied))
        self._take(applied)
        return True

    def undo(self) -> Change | None:
        """Take the last change back; return the change that did so, None when none did."""
        step = self.stack.command(self.stack.index() - 1) if self.stack.canUndo() else None
        return self._reverse(step, self.stack.undo)

    def redo(self) -> Change | None:
        """Do the last undone change again; return the change that did so, None when none did."""
        step = self.stack.command(self.stack.index()) if self.stack.canRedo() else None
        return self._reverse(step, self.stack.redo)

    def _reverse(self, step: QUndoCommand | None, move: Callable[[], None]) -> Change | None:
        from beiguan_desktop.ui.undo_steps import Step  # noqa: PLC0415 - after the first paint

        if not isinstance(step, Step):
            return None
        try:
            present = self.store.present(edit.record for edit in step.last.edits)
            back = inverse(step.last, present, change_id=clock.new_id(), at=clock.now())
        except UserError as error:
            self.refused.emit(str(error))
            return None
        applied: Change | None = self._write(lambda: self.store.apply(back))
        if applied is None:
            return None
        step.last = applied
        move()
        self._take(applied)
        return applied

    def _take(self, change: Change) -> None:
        for edit in change.edits:
            after = edit.after
            if isinstance(after, Person) and (self.me is None or after.id == self.me.id):
                self.me = after
            if isinstance(edit.before, Comment):
                self.comments.pop(edit.record, None)
            is_here = isinstance(after, Comment) and after.report == self.shown
            is_here = is_here and isinstance(after, Comment) and staff.sees(self, after)
            if isinstance(after, Comment) and is_here and after.withdrawn_at is None:
                self.comments[edit.record] = after
        self.changed.emit(change)

    # -- local comfort: no change, no undo

    def put_draft(self, draft: Draft) -> bool:
        """Keep the words of an open box; of no use once the library is closed."""
        return self._store is not None and self.attempt(lambda: self.store.desk.put_draft(draft))

    def drop_draft(self, record: str) -> None:
        """Forget the words of a box that was closed."""
        self.attempt(lambda: self.store.desk.drop_draft(record), quiet=True)

    def drafts(self) -> list[Draft]:
        """Return my boxes that were open when the program last ended, oldest first."""
        if self.report is None:
            return []
        found = self.store.desk.drafts(self.report.id)
        return [draft for draft in found if staff.may_change(self, draft.comment)]

    def be(self, person: Person) -> bool:
        """Say who sits before this machine; a new person is written, not to be undone."""
        edits = () if person.version else (Edit(person.id, None, person),)
        change = Change(clock.new_id(), "填写姓名", clock.now(), person.id, edits)
        applied = self._write(lambda: self.store.apply(change, me=person.id))
        if applied is None:
            return False
        self.me = person
        self._take(applied)
        return True

    def ensure_me(self) -> Person | None:
        """Return who writes here, nameless while unasked; None (told) if not to be written."""
        if self.me is None:
            self.be(Person(clock.new_id(), ""))
        return self.me

    def put_last_place(self, letter: int, read: Collection[int] | None = None) -> None:
        """Keep the letter offset at the top of the text and, if told, all that has been read."""
        report = self.report
        is_open = self._store is not None and not self._store.read_only
        if report is not None and is_open:
            self.attempt(lambda: self.store.desk.put_last_place(report.id, letter), quiet=True)
            if read is not None:
                self.attempt(lambda: self.store.desk.put_read_marks(report.id, read), quiet=True)

    def _write(self, act: Callable[[], T]) -> T | None:
        """Do what writes and return its result; tell why and return None when it failed."""
        try:
            result = act()
        except UserError as error:
            self.failed.emit(str(error))
            return None
        self.saved.emit(clock.now())
        return result

    def attempt(self, act: Callable[[], object], *, quiet: bool = False) -> bool:
        """Do what writes and tell whether it was done; `quiet` for mere comfort."""
        try:
            act()
        except UserError as error:
            if not quiet:
                self.failed.emit(str(error))
            return False
        if not quiet:
            self.saved.emit(clock.now())
        return True


def look_ahead(workspace: Workspace) -> bool:
    """Let the views show what was read last, before the library is open; False if nothing."""
    seen = glimpse(workspace.path)
    if seen is not None:
        workspace.glimpsed.emit(seen)
    return seen is not None
