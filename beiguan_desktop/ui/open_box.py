"""One open box: what stands in it, as a draft on disk and as an opinion in the library."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from beiguan_desktop.core import wording
from beiguan_desktop.core.comment import Anchor, Comment, Draft, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, revising
from beiguan_desktop.services.commenting import NO_MORE, More
from beiguan_desktop.ui import composing
from beiguan_desktop.ui.comment_editor import CommentEditor
from beiguan_desktop.ui.composing import CHANGE, PRESET, Written, act_of
from beiguan_desktop.ui.workspace import Workspace

DRAFT_DELAY = 800
"""Milliseconds from the first unsaved key to the draft on disk."""


@dataclass(frozen=True, slots=True)
class Whom:
    """For whom staff write in the box, and how what he said came."""

    author: Person
    recorder: str
    manner: str
    capacity: str


class OpenBox(QObject):
    """The box, the place and the opinion its words belong to; `writing.Writing` moves it."""

    state = Signal()
    """Whether a draft is open has changed."""
    whom_changed = Signal(str)
    """The name of who is written for now; empty when one writes for oneself."""

    def __init__(self, workspace: Workspace, editor: CommentEditor) -> None:
        super().__init__(editor)
        self._workspace = workspace
        self._editor = editor
        self.anchor: Anchor | None = None
        self._base: Comment | None = None
        self._id = ""
        self._original = ""
        self.whom: Whom | None = None
        """For whom an opinion still to be written is; None: for who sits here."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_DELAY)
        self._timer.timeout.connect(self.save_draft)
        for box in (editor.words_box, editor.replacement_box):
            box.left.connect(self.save_draft)
        editor.fields.aside.left.connect(self.save_draft)

    @property
    def has_words(self) -> bool:
        """Whether the box holds words of the user's own."""
        written = self.written()
        return written is None or not written.is_empty(self._original)

    @property
    def rewording(self) -> str | None:
        """The opinion that gets another wording in the box; None while it is a new one."""
        return self._base.id if self._base else None

    def written(self) -> Written | None:
        """Return what stands in the box, None (told) when it is too long to keep."""
        try:
            return self._editor.written()
        except UserError as error:
            self._workspace.failed.emit(str(error))
            return None

    def composed(self, written: Written) -> Comment | None:
        """Return the opinion as the box would have it."""
        report, anchor = self._workspace.report, self.anchor
        if report is None or anchor is None:
            return None
        self._id = self._id or clock.new_id()
        me = self.whom.author if self.whom else self._workspace.me or Person("", "")
        fresh = composing.blank(report, anchor, me, comment_id=self._id, now=clock.now())
        return composing.filled(report, self._base or fresh, self._base, anchor, written)

    def offered_before(self, position: int) -> str:
        """Return how the words begin that are offered for changing, up to a code point."""
        report, anchor = self._workspace.report, self.anchor
        if report is None or anchor is None or anchor.unit is None:
            return ""
        return revising.offered_before(report, anchor, position)

    def show_preview(self) -> None:
        """Show what is done to the sentence, and how it will be printed once it is whole."""
        report, fields = self._workspace.report, self._editor.fields
        if self._editor.kind != CHANGE or report is None:
            return
        written = self.written()
        fields.original.show_pieces(composing.redline(written, self._original))
        is_whole = written is not None and not composing.obstacle(
            written, self._base, self._original
        )
        composed = self.composed(written) if written and is_whole else None
        fields.set_preview(wording.runs(report, composed) if composed else ())

    def save_draft(self) -> None:
        """Keep the words on disk as they are now."""
        self._timer.stop()
        written = self.written()
        if written is None or self.anchor is None:
            return
        if written.is_empty(self._original):
            self.forget()
            return
        composed = self.composed(written)
        if composed is not None and composed != self._base:
            version = self._base.version if self._base else 0
            self._workspace.put_draft(Draft(composed, version, clock.now()))

    def forget(self) -> None:
        """Drop the draft: its words are an opinion now, or none."""
        if self._id:
            self._workspace.drop_draft(self._id)
        self.state.emit()

    def is_unchanged(self, written: Written) -> bool:
        """Whether leaving writes nothing; an emptied rewording keeps the old words."""
        return written.is_empty(self._original) or self.is_as_it_was(written)

    def is_as_it_was(self, written: Written) -> bool:
        """Whether a rewording says what the opinion says already."""
        return self._base is not None and self.composed(written) == self._base

    def keep(self, written: Written) -> Comment | None:
        """Write what stands in the box into the library; None (told) when that failed."""
        report, composed = self._workspace.report, self.composed(written)
        author = self.whom.author if self.whom else self._workspace.ensure_me()
        if report is None or composed is None or author is None:
            return None
        try:
            change = composing.change_for(report, composed, self._base, author)
        except UserError as error:
            self._workspace.failed.emit(str(error))
            return None
        return composed if self._workspace.do(change) else None

    def write_for(self, whom: Whom | None) -> None:
        """Write for somebody else until the box is cleared; the form says how it came."""
        self.whom, more = whom, NO_MORE
        if whom is not None:
            more = More(capacity=whom.capacity, manner=whom.manner, recorder=whom.recorder)
        self._editor.extra.put(more)
        self.whom_changed.emit(whom.author.name if whom else "")

    def whom_of(self, shown: Comment) -> Whom | None:
        """Return for whom a draft was begun, if for somebody else than who sits here."""
        me = self._workspace.me
        if shown.recorder is None or (me is not None and shown.person == me.id):
            return None
        known = {person.id: person for person in self._workspace.store.people()}
        name, team = shown.author_name, shown.author_delegation
        author = known.get(shown.person) or Person(shown.person, name, team, shown.capacity)
        return Whom(author, shown.recorder, shown.manner, shown.capacity)

    def clear(self, kind: str = PRESET) -> None:
        """Empty the box for an opinion still to be written."""
        self._base, self._id = None, ""
        self._editor.put(kind, "", self._original)
        self._editor.usual_act = CHANGE
        self.write_for(None)
        self._editor.set_act(act_of(kind, self._base))
        self._editor.set_editing(is_rewording=False)
        self._editor.set_passage(self._original, fill=True)
        self.state.emit()
