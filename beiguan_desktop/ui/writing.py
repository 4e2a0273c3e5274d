"""One open box: where its words belong, when they are kept, when they become an opinion.

Typing keeps a draft; leaving the place with words adds or rewords the opinion; leaving it
empty forgets it. What cannot be saved stays in the box.
"""

from PySide6.QtCore import QObject, QTimer, Signal

from beiguan_desktop.core import wording
from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Anchor, Comment, Draft, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.comment_editor import CHANGE, CommentEditor, Written
from beiguan_desktop.ui.composing import act_of, blank, filled, has_wording, is_struck_out
from beiguan_desktop.ui.workspace import Workspace

PRESET = "建议"
_STRUCK_OUT = (
    "“改为”空着，还不知道改成什么。请写上新的话；想把这句话删去，请在“为什么”里写“建议删去”。"
)
DRAFT_DELAY = 800
"""Milliseconds from the first unsaved key to the draft on disk."""


class Writing(QObject):
    """What happens between a click in the text and an opinion in the library."""

    placed = Signal(object)
    """The Anchor that words now belong to, or None."""
    state = Signal()
    """Whether a draft is open has changed."""

    def __init__(self, workspace: Workspace, editor: CommentEditor) -> None:
        super().__init__(editor)
        self._workspace = workspace
        self._editor = editor
        self.anchor: Anchor | None = None
        self._base: Comment | None = None
        self._id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_DELAY)
        self._timer.timeout.connect(self.save_draft)
        editor.edited.connect(self._on_edited)
        editor.kind_chosen.connect(self._on_kind)
        editor.cancelled.connect(self.cancel)
        for box in (editor.words_box, editor.replacement_box):
            box.left.connect(self.save_draft)

    # -- places

    def choose(self, anchor: Anchor | None) -> bool:
        """Move to another place; False when the words of this one could not be saved.

        A finer or wider choice within the sentence one is writing on moves the draft.
        """
        if self._base is None and self.has_words and _is_same_spot(self.anchor, anchor):
            if has_wording(self._written(), self.anchor):
                self.placed.emit(self.anchor)  # a wording stays with the words it answers
            else:
                self._place(anchor)
                self.save_draft()
            return True
        if not self.leave():
            self.placed.emit(self.anchor)
            return False
        self._place(anchor)
        return True

    def _place(self, anchor: Anchor | None) -> None:
        old = self.anchor.quote if self.anchor else ""
        self.anchor = anchor
        untouched = self._editor.replacement_box.toPlainText() in ("", old)
        is_wording = act_of(self._editor.kind, self._base) in ("", CHANGE)  # 增加 … begin empty
        self._editor.set_passage(anchor.quote if anchor else "", fill=untouched and is_wording)
        self._show_preview()
        self.placed.emit(anchor)

    # -- words

    @property
    def has_words(self) -> bool:
        """Whether the box holds words of the user's own."""
        written = self._written()
        return written is None or not written.is_empty(self.anchor.quote if self.anchor else "")

    @property
    def rewording(self) -> str | None:
        """The opinion that gets another wording in the box; None while it is a new one."""
        return self._base.id if self._base else None

    def _written(self) -> Written | None:
        """Return what stands in the box, None (told) when it is too long to keep."""
        try:
            return self._editor.written()
        except UserError as error:
            self._workspace.failed.emit(str(error))
            return None

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
        self._show_preview()
        self.state.emit()

    def _on_kind(self, kind: str) -> None:
        self._editor.set_act(act_of(kind, self._base))
        if self.anchor is not None:
            self._place(self.anchor)
        if self.has_words:
            self.save_draft()

    def _composed(self, written: Written) -> Comment | None:
        """Return the opinion as the box would have it."""
        report, anchor = self._workspace.report, self.anchor
        if report is None or anchor is None:
            return None
        self._id = self._id or clock.new_id()
        me = self._workspace.me or Person("", "")
        fresh = blank(report, anchor, me, comment_id=self._id, now=clock.now())
        return filled(self._base or fresh, self._base, anchor, written)

    def _show_preview(self) -> None:
        report = self._workspace.report
        if self._editor.kind != CHANGE or report is None:
            return
        written = self._written()
        composed = self._composed(written) if written else None
        self._editor.set_preview(wording.canonical(report, composed) if composed else "")

    # -- keeping

    def save_draft(self) -> None:
        """Keep the words on disk as they are now."""
        self._timer.stop()
        written = self._written()
        if written is None or self.anchor is None:
            return
        if written.is_empty(self.anchor.quote):
            self._forget()
            return
        composed = self._composed(written)
        if composed is not None and composed != self._base:
            version = self._base.version if self._base else 0
            self._workspace.put_draft(Draft(composed, version, clock.now()))

    def _forget(self) -> None:
        if self._id:
            self._workspace.drop_draft(self._id)
        self.state.emit()

    def leave(self, *, is_done: bool = False) -> bool:
        """Turn what was written into an opinion; False when it could not be saved.

        A kind chosen for words not yet written stays; after an opinion the preset returns.
        Somebody who says that he is done (`is_done`) is told when words are missing.
        """
        self._timer.stop()
        written = self._written()
        if written is None:
            return False
        if is_done and is_struck_out(written, self._base, self.anchor):
            self._workspace.refused.emit(_STRUCK_OUT)
            return False
        is_waiting = self._base is None and self._is_unchanged(written)
        if self.anchor is not None and not self._is_unchanged(written):
            change = self._change(written, self.anchor)
            if change is None or not self._workspace.do(change):
                return False
        self._forget()
        self._clear(written.kind if is_waiting else PRESET)
        return True

    def _is_unchanged(self, written: Written) -> bool:
        """Whether leaving writes nothing; an emptied rewording keeps the old words."""
        if written.is_empty(self.anchor.quote if self.anchor else ""):
            return True
        return self._base is not None and self._composed(written) == self._base

    def _change(self, written: Written, anchor: Anchor) -> Change | None:
        report, composed = self._workspace.report, self._composed(written)
        author = self._workspace.ensure_me()
        if report is None or composed is None or author is None:
            return None
        words = commenting.Words(
            kind=composed.kind,
            text=composed.text,
            act=composed.act,
            replacement=composed.replacement,
            reason=composed.reason,
        )
        try:
            if self._base is not None:
                return commenting.reword(
                    self._base, words, anchor=anchor, change_id=clock.new_id(), now=clock.now()
                )
            return commenting.add(
                report,
                anchor,
                words,
                author=author,
                comment_id=self._id,
                change_id=clock.new_id(),
                now=clock.now(),
            )
        except UserError as error:
            self._workspace.failed.emit(str(error))
            return None

    def _clear(self, kind: str = PRESET) -> None:
        self._base, self._id = None, ""
        self._editor.put(kind, "", "")
        self._editor.set_remark("")
        self._editor.set_act(act_of(kind, self._base))
        self._editor.set_editing(is_rewording=False)
        self._editor.set_passage(self.anchor.quote if self.anchor else "", fill=True)
        self.state.emit()

    # -- opinions that exist

    def edit(self, comment: Comment) -> bool:
        """Put an opinion into the box; False when the box could not be left."""
        if not self.leave():
            return False
        self.open(comment, comment)
        self._editor.focus_box()
        return True

    def open(self, base: Comment | None, shown: Comment) -> None:
        """Fill the box: a rewording of `base`, or an opinion that is still to be written."""
        self._base = base
        self._id = shown.id
        is_change = shown.kind == CHANGE
        self._editor.put(shown.kind, shown.reason if is_change else shown.text, shown.replacement)
        self._editor.set_remark(shown.text if is_change else "")
        self._editor.set_act(act_of(shown.kind, base))
        self._editor.set_editing(is_rewording=base is not None)
        self.anchor = shown.anchor
        self._editor.set_passage(shown.anchor.quote, fill=False)
        self._show_preview()
        self.placed.emit(shown.anchor)
        self.state.emit()

    def cancel(self) -> None:
        """Give a rewording up: the opinion stays as it is."""
        self._timer.stop()
        self._forget()
        self._clear()

    def follow(self, comment_id: str, now: Comment | None) -> None:
        """Keep up with an opinion that was changed, or is gone, while the box holds it.

        Words of the user's own stay in the box: as another wording of what is there now, or
        as an opinion still to be written.
        """
        if self._base is None or self._base.id != comment_id:
            return
        written = self._written()
        if written is not None and self._is_unchanged(written):
            self.cancel()
            if now is not None:
                self.open(now, now)
        elif now is not None:
            self._base = now
        else:
            self._workspace.drop_draft(comment_id)
            self._base, self._id = None, ""
            self._editor.set_editing(is_rewording=False)
            self.save_draft()


def _is_same_spot(one: Anchor | None, other: Anchor | None) -> bool:
    """Whether one place holds the other: a sentence, its clause, its paragraph."""
    if one is None or other is None or one.unit != other.unit:
        return False
    if one.place == "paragraph" and other.place == "passage":
        return False  # words on a paragraph are not about the sentence clicked next
    inside = one.start <= other.start and other.end <= one.end
    return inside or (other.start <= one.start and one.end <= other.end)
