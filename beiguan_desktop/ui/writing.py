"""Where the open box goes, when its words are kept, when they become an opinion.

Typing keeps a draft; leaving the place with words adds or rewords the opinion; leaving it
empty forgets it. What cannot be saved stays in the box.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal

from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.services.commenting import More
from beiguan_desktop.ui import composing
from beiguan_desktop.ui.comment_editor import CommentEditor
from beiguan_desktop.ui.composing import CHANGE, PRESET, act_of, original_of
from beiguan_desktop.ui.open_box import OpenBox
from beiguan_desktop.ui.workspace import Workspace


class Writing(OpenBox):
    """What happens between a click in the text and an opinion in the library."""

    placed = Signal(object)
    """The Anchor that words now belong to, or None."""
    kept = Signal(object, bool)
    """The opinion that words became because somebody went elsewhere.

    The second tells whether it was to be a change of the report and is a suggestion now.
    """

    def __init__(self, workspace: Workspace, editor: CommentEditor) -> None:
        super().__init__(workspace, editor)
        self.left: Comment | None = None
        """What the last leaving wrote, until it is told."""
        self._is_turned = False
        self._asking: Callable[[Anchor], None] | None = None
        editor.edited.connect(self._on_edited)
        editor.kind_chosen.connect(self._on_kind)
        editor.cancelled.connect(self.cancel)

    def choose(self, anchor: Anchor | None) -> bool:
        """Move to another place; False when the words of this one could not be saved.

        A finer or wider choice within the sentence one is writing on moves the draft, and so
        does the sentence that the form has asked for. While it is asked where a passage goes,
        the place is the answer.
        """
        if self._asking is not None and anchor is not None:
            self._asking(anchor)
            self.placed.emit(self.anchor)
            return True
        if self._base is None and self.has_words:
            is_asked = self._editor.kind == CHANGE and not self._original
            if is_asked or _is_same_spot(self.anchor, anchor):
                if composing.has_wording(self.written(), self._original) and not is_asked:
                    self.placed.emit(self.anchor)  # a wording stays with the words it answers
                else:
                    self._place(anchor)
                    self.save_draft()
                return True
        if not self.leave():
            self.placed.emit(self.anchor)
            return False
        self._place(anchor)
        self._tell_kept()
        return True

    def set_asking(self, asking: Callable[[Anchor], None] | None) -> None:
        """Let the next places that are chosen be an answer; None: be places again."""
        self._asking = asking

    @property
    def is_asking(self) -> bool:
        """Whether a place that is chosen is an answer."""
        return self._asking is not None

    def act_changed(self) -> None:
        """Show and keep what stands in the form under another act."""
        self._editor.fields.warn("")
        self.show_preview()
        self.save_draft()
        self.state.emit()

    def _place(self, anchor: Anchor | None) -> None:
        old, self.anchor = self._original, anchor
        self._original = original_of(self._workspace.report, anchor)
        untouched = self._editor.replacement_box.toPlainText().strip() in ("", old)
        is_wording = self._editor.act in ("", CHANGE)  # 增加 … begin empty
        self._editor.set_passage(self._original, fill=untouched and is_wording)
        self._editor.fields.warn("")
        self.show_preview()
        self.placed.emit(anchor)

    def _tell_kept(self) -> None:
        left, self.left = self.left, None
        if left is not None:
            self.kept.emit(left, self._is_turned)

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
        self._editor.fields.warn("")
        self.show_preview()
        self.state.emit()

    def _on_kind(self, _kind: str, _act: str) -> None:
        self._asking = None
        if self.anchor is not None:
            self._place(self.anchor)
        if self.has_words:
            self.save_draft()

    def leave(self, *, is_done: bool = False) -> bool:
        """Turn what was written into an opinion; False when it could not be saved.

        A kind chosen for words not yet written stays; after an opinion the preset returns.
        Somebody who says that he is done (`is_done`) is told beside the box what is missing.
        """
        self._timer.stop()
        self.left = None
        written = self.written()
        if written is None:
            return False
        if not self.is_unchanged(written) or is_done:
            missing = composing.obstacle(written, self._base, self._original)
            if is_done and missing and not self.is_as_it_was(written):
                self._editor.fields.warn(missing)
                return False
            kind, written = written.kind, composing.at_leaving(written, self._base, self._original)
            self._is_turned = written.kind != kind
        is_waiting = self._base is None and self.is_unchanged(written)
        if not self.is_unchanged(written):
            self.left = self.keep(written)
            if self.left is None:
                return False
        self.forget()
        whom = self.whom if is_waiting else None
        self.clear(written.kind if is_waiting else PRESET)
        if whom is not None:  # the sentence that is meant is still to be clicked
            self.write_for(whom)
        return True

    def edit(self, comment: Comment) -> bool:
        """Put an opinion into the box; False when the box could not be left."""
        if not self.leave():
            return False
        self.open(comment, comment)
        self._tell_kept()
        self._editor.focus_box()
        return True

    def open(self, base: Comment | None, shown: Comment) -> None:
        """Fill the box: a rewording of `base`, or an opinion that is still to be written."""
        self._base, self._asking = base, None
        self._id = shown.id
        report, is_change = self._workspace.report, shown.kind == CHANGE
        self.anchor, new = shown.anchor, ""
        if is_change and report is not None:
            self.anchor, new = composing.as_shown(report, shown)
        self._original = original_of(report, self.anchor)
        self._editor.set_passage(self._original, fill=False)
        words, aside = shown.text, shown.reason
        if is_change:
            words, aside = aside, words
        self._editor.put(shown.kind, words, new, aside)
        act = act_of(shown.kind, shown)
        self._editor.usual_act = act or CHANGE
        self.write_for(self.whom_of(shown) if base is None else None)
        self._editor.extra.put(More.of(shown))
        self._editor.set_act(act)
        self._editor.set_editing(is_rewording=base is not None)
        self._editor.fields.warn("")
        self.show_preview()
        self.placed.emit(self.anchor)
        self.state.emit()

    def begin_change(self, anchor: Anchor, act: str) -> bool:
        """Open the form of 改报告 at a place, to do an act; False as `choose`.

        Words that stand in the form already become an opinion first.
        """
        if self._editor.kind == CHANGE and self.has_words:
            if not self.leave():
                return False
            self._place(anchor)
            self._tell_kept()
        elif not self.choose(anchor):
            return False
        self._editor.turn_to(CHANGE, act)
        return True

    def clear(self, kind: str = PRESET) -> None:
        """Empty the box for an opinion still to be written, which is asked nothing yet."""
        self._asking = None
        super().clear(kind)

    def put_form_away(self) -> None:
        """Turn an empty form back into the box: somebody has gone elsewhere in the report."""
        is_idle = self._asking is None and self._base is None
        if is_idle and self._editor.kind == CHANGE and not self.has_words:
            self.clear()

    def cancel(self) -> None:
        """Give a rewording up: the opinion stays as it is."""
        self._timer.stop()
        self.forget()
        self.clear()

    def follow(self, comment_id: str, now: Comment | None) -> None:
        """Keep up with an opinion that was changed, or is gone, while the box holds it.

        Words of the user's own stay in the box: as another wording of what is there now, or
        as an opinion still to be written.
        """
        if self._base is None or self._base.id != comment_id:
            return
        written = self.written()
        if written is not None and self.is_unchanged(written):
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
