"""What a card leads to: its passage, another wording, the bin; and where one then is."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from beiguan_desktop.core.change import Change, Record
from beiguan_desktop.core.comment import Anchor, Comment, Highlight
from beiguan_desktop.core.unplaced import has_place
from beiguan_desktop.services import clock, commenting
from beiguan_desktop.ui.labels import clock_words
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.staff import may_change
from beiguan_desktop.ui.workspace import Workspace
from beiguan_desktop.ui.writing import Writing

_BY_KEY = Qt.FocusReason.ShortcutFocusReason


class CardConduct(QObject):
    """The cards' part of 阅读; an empty box goes where one looks, one with words stays."""

    place_wished = Signal(str)
    """An opinion without a place in this text shall get one."""
    told = Signal(str)
    """What has just happened by the way, to be said quietly."""

    def __init__(self, workspace: Workspace, page: ReadingPage, writing: Writing) -> None:
        super().__init__(page)
        self._workspace, self._page, self._writing = workspace, page, writing
        self._view, self._panel = page.view, page.panel
        self._panel.chosen.connect(self.go_to)
        self._panel.edit_asked.connect(self._on_edit_asked)
        self._panel.withdraw_asked.connect(self._on_withdraw_asked)
        self._panel.place_asked.connect(self.go_back)
        writing.kept.connect(self._on_kept)
        # later: to lay the pane out anew within a resize of the text ends the process
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_away)
        page.view.moved.connect(lambda _unit, _position: self._soon.start())
        page.seals.pointed.connect(self._on_seal_pointed)
        page.seals.chosen.connect(self._on_seal_chosen)
        page.seals.escaped.connect(self._view.setFocus)

    def go_to(self, comment_id: str) -> None:
        """Show the passage of an opinion; the empty box goes there too."""
        comment = self._workspace.comments.get(comment_id)
        if comment is None or not self._is_placed(comment):
            return
        self.look_at(comment.anchor)
        self._panel.list.show_comment(comment_id)
        self._view.set_current_comment(comment_id)
        self._view.glow(comment.anchor)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) opinion in the order of the report."""
        order = self._view.comment_order()
        if not order:
            return
        now = self._panel.current
        at = order.index(now) + step if now in order else (0 if step > 0 else -1)
        self.go_to(order[at % len(order)])
        self._panel.choose(order[at % len(order)])
        self._panel.list.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter rewords it

    def show_change(self, change: Change) -> None:
        """Bring the place of a change that was taken back into view, and its card.

        An empty box follows.
        """
        for edit in change.edits:
            for state in (edit.after, edit.before):
                anchor = self._place(state)
                if anchor is not None:
                    self.look_at(anchor)
                    self._choose(edit.record)
                    self._view.glow(anchor)
                    return
        for edit in change.edits[:1]:
            self._choose(edit.record)

    def _choose(self, comment_id: str) -> None:
        """Make the card of an opinion current; one that is gone has none."""
        if comment_id in self._workspace.comments:
            self._panel.choose(comment_id)
            self._view.set_current_comment(comment_id)

    def _place(self, state: Record | None) -> Anchor | None:
        report = self._workspace.report
        if isinstance(state, Highlight) and report is not None:
            from beiguan_desktop.core import marking  # noqa: PLC0415 - seldom needed

            return marking.place_of(report, state)
        is_here = isinstance(state, Comment) and self._is_placed(state)
        return state.anchor if is_here and isinstance(state, Comment) else None

    def _is_placed(self, comment: Comment) -> bool:
        report = self._workspace.report
        return report is not None and has_place(report, comment)

    def look_at(self, anchor: Anchor, position: int | None = None) -> None:
        """Bring a place into view; the pane says so when the words in the box belong elsewhere.

        `position` is the code point that has to be seen, the place's beginning if not told.
        """
        if not self._writing.has_words:
            self._writing.choose(anchor)
        if anchor.unit is None:
            self._view.show_place(0)
        else:
            self._view.reveal(anchor.unit, anchor.start if position is None else position)
        self._tell_away()

    def _tell_away(self) -> None:
        """Say in the pane when the place that words go to is out of sight."""
        here = self._writing.anchor
        unit = here.unit if here is not None else None
        self._panel.set_away(is_away=unit is not None and not self._view.shows(unit))

    def let_write(self) -> None:
        """Let somebody who came to a place write at once, unless words wait for another one."""
        if self._writing.has_words:
            self._view.setFocus(_BY_KEY)
        else:
            self._panel.editor.focus_box()

    def go_back(self) -> None:
        """Return to the place that the words in the box belong to."""
        anchor = self._writing.anchor
        if anchor is not None:
            self.look_at(anchor)
            self._view.set_current(anchor)
            self._page.tree.follow(anchor.unit)
            self._panel.editor.focus_box()

    def _on_seal_pointed(self, comment_id: str) -> None:
        """Bring the seal that the keys have come to into view; nothing else follows yet."""
        comment = self._workspace.comments.get(comment_id)
        self._view.set_pointed_comment(comment_id or None)
        if comment is not None:
            self._view.reveal(comment.anchor.unit or 0, comment.anchor.start)

    def _on_seal_chosen(self, comment_id: str) -> None:
        """Go to an opinion as a click on its seal does; the keys go on with its card."""
        self._panel.choose(comment_id)
        self.go_to(comment_id)
        self._panel.list.setFocus(_BY_KEY)

    def _on_kept(self, comment: Comment, is_turned: bool) -> None:
        """Say which opinion words became because one went elsewhere, and show its card."""
        where = self._panel.model.place(comment)
        if is_turned:
            words = f"原文没有改，{where}的话已存成一条建议"
        elif comment.version:
            words = f"{where}的意见已改好"
        else:
            words = f"{where}的话已存成一条意见"
        self._panel.choose(comment.id)
        self.told.emit(words)

    def _on_edit_asked(self, comment_id: str) -> None:
        comment = self._own(comment_id)
        if comment is not None and not self._is_placed(comment):
            self.place_wished.emit(comment_id)
        elif comment is not None and self._writing.edit(comment):
            self.look_at(comment.anchor)

    def _on_withdraw_asked(self, comment_id: str) -> None:
        """Put an opinion into the bin; the focus goes to the next card, else to the text."""
        if self._writing.rewording == comment_id and not self._writing.leave():
            return
        comment = self._own(comment_id)
        if comment is None:
            return
        following = self._panel.list.shown.beside(comment_id)
        change = commenting.withdraw(comment, change_id=clock.new_id(), now=clock.now())
        if self._workspace.do(change):
            from beiguan_desktop.core.paper_trail import withdrawn_shortly  # noqa: PLC0415 - seldom
            from beiguan_desktop.services import binning  # noqa: PLC0415 - seldom needed

            seen = withdrawn_shortly(binning.trail(self._workspace.store, comment), clock_words)
            self._page.undo_bar.tell(f"已撤回 1 条“{comment.kind}”，在回收站里；{seen}")
            if following is not None and self._panel.list.show_comment(following):
                self._panel.list.setFocus(_BY_KEY)
                self._view.set_current_comment(following)
            else:
                self._view.setFocus(_BY_KEY)

    def _own(self, comment_id: str) -> Comment | None:
        """Return an opinion if who sits here may change it: nobody edits the words of another."""
        comment = self._workspace.comments.get(comment_id)
        return comment if comment and may_change(self._workspace, comment) else None
