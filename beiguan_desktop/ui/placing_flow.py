"""Giving an opinion another place: by the ends of its mark, by keys, by a click elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.past import shortened
from beiguan_desktop.core.snapping import clause_step, step
from beiguan_desktop.services import clock, moving
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.mark_handles import MarkHandles
from beiguan_desktop.ui.page_painter import Handles
from beiguan_desktop.ui.place_bar import PlaceBar
from beiguan_desktop.ui.staff import may_change

if TYPE_CHECKING:
    from beiguan_desktop.core.comment import Anchor, Comment
    from beiguan_desktop.ui.main_window import MainWindow

_BY_KEY = Qt.FocusReason.OtherFocusReason
_TO_MOVE = "点一句话，“{words}”就放到那里；点页边，放到整段。"
_TO_RESIZE = "← → 选哪一头，Shift+← → 挪一个字，加 Ctrl 挪一个分句；也可以拖两头的圆点。"
_HERE_ALREADY = "这条意见已经在这里了。"


class PlacingFlow(QObject):
    """Shows the handles of the current opinion, and leads from a wish to a Change."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._page, self._view = window, window.page, window.page.view
        self._workspace, self._writing = window.workspace, window.reading.writing
        self._moved: str | None = None
        """The opinion that waits for a click."""
        self._resized: str | None = None
        """The opinion whose mark's ends the arrows move."""
        self.handles = MarkHandles(self._view)
        self.bar: PlaceBar | None = None
        self.handles.released.connect(self._on_released)
        self._view.comment_current.connect(lambda _one: self.follow())
        self._view.clicked.connect(self._on_clicked)
        self._workspace.changed.connect(lambda _change: self.follow())
        self._workspace.opened.connect(lambda _report: self.give_up())

    # -- handles

    def follow(self) -> None:
        """Show handles at the mark of the current opinion, if it is one's own."""
        comment = self._own(self._view.state.current)
        if self._resized is not None and (comment is None or comment.id != self._resized):
            self.give_up()
        is_marked = comment is not None and comment.anchor.place == "passage"
        self.handles.show(_handles(comment) if comment and is_marked else None)

    def _own(self, comment_id: str | None) -> Comment | None:
        """Return an opinion that whoever sits here may move: in a library he may write."""
        comment = self._workspace.comments.get(comment_id or "")
        report, store = self._workspace.report, self._workspace.store
        is_mine = comment is not None and may_change(self._workspace, comment)
        is_here = comment is not None and report is not None and comment.reading == report.reading
        return comment if is_mine and is_here and not store.read_only else None

    def _on_released(self, start: int, end: int) -> None:
        shown, report = self.handles.shown, self._workspace.report
        comment = self._own(self._view.state.current)
        if shown is None or report is None or comment is None:
            return
        if self._resized is not None:
            self._preview(replace(shown, start=start, end=end))
            return
        self._put(comment.id, passage(report, shown.unit, start, end))
        self.follow()

    # -- by keys

    def begin_resize(self, comment_id: str) -> None:
        """Let the arrows move the ends of an opinion's mark."""
        comment = self._ready(comment_id)
        if comment is None or comment.anchor.unit is None:
            return
        self._resized = comment.id
        self._show_card(comment)
        self._preview(replace(_handles(comment), is_end_held=True))
        bar = self._made_bar()
        bar.ask(_TO_RESIZE, "定下")
        bar.setFocus(_BY_KEY)

    def _preview(self, handles: Handles) -> None:
        self.handles.show(handles)
        report, bar = self._workspace.report, self.bar
        if report is not None:
            words = report.units[handles.unit].text[handles.start : handles.end]
            if bar is not None:
                bar.setAccessibleDescription(f"现在是“{words}”")
            end = handles.end - 1 if handles.is_end_held else handles.start
            self._view.reveal(handles.unit, end)

    def _on_end_taken(self, is_end: bool) -> None:
        if self._resized is not None and self.handles.shown is not None:
            self._preview(replace(self.handles.shown, is_end_held=is_end))

    def _on_stepped(self, by: int, is_clause: bool) -> None:
        handles, report = self.handles.shown, self._workspace.report
        if self._resized is None or handles is None or report is None:
            return
        text, is_end = report.units[handles.unit].text, handles.is_end_held is not False
        at = handles.end if is_end else handles.start
        to = (
            clause_step(text, at, by, is_end=is_end)
            if is_clause
            else step(text, at, by, is_end=is_end)
        )
        moved = replace(handles, end=to) if is_end else replace(handles, start=to)
        if moved.start < moved.end:
            self._preview(moved)

    # -- by a click

    def begin_move(self, comment_id: str) -> None:
        """Wait for a click that says where an opinion goes."""
        comment = self._ready(comment_id)
        if comment is None:
            return
        self._moved = comment.id
        self._show_card(comment)
        words = shortened(comment.text or comment.replacement or comment.anchor.quote)
        self._made_bar().ask(_TO_MOVE.format(words=words), "放在这里")
        self._view.setFocus(_BY_KEY)

    def _on_clicked(self) -> None:
        if self._moved is not None:
            self._accept()

    def _keep_in_view(self) -> None:
        """Let the place be seen once the bar has pushed the text down."""
        comment = self._own(self._moved or self._resized)
        if comment is not None:
            self._view.reveal(comment.anchor.unit or 0, comment.anchor.start)

    # -- the end

    def give_up(self) -> None:
        """Leave everything where it is."""
        was_on, self._moved, self._resized = self._moved or self._resized, None, None
        if self.bar is not None and was_on:
            self.bar.hide()
            self._view.setFocus(_BY_KEY)
        self.follow()

    def _accept(self) -> None:
        moved, resized = self._moved, self._resized
        report, shown, chosen = self._workspace.report, self.handles.shown, self._view.state.chosen
        self.give_up()
        if report is None:
            return
        if resized is not None and shown is not None:
            self._put(resized, passage(report, shown.unit, shown.start, shown.end))
        elif moved is not None and chosen is not None:
            self._put(moved, chosen)

    def _put(self, comment_id: str, anchor: Anchor) -> None:
        """Write the new place and say what else it changed."""
        report, comment = self._workspace.report, self._ready(comment_id)
        if report is None or comment is None:
            return
        try:
            change = moving.move(report, comment, anchor, change_id=clock.new_id(), now=clock.now())
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        if change is None:
            self._window.status.add_told(_HERE_ALREADY.rstrip("。"))
            self._show_card(comment)
        elif self._workspace.do(change):
            self._show_card(self._workspace.comments[comment_id])
            original = moving.original_words(report, change)
            also = f"，原文也换成了“{shortened(original)}”" if original else ""
            where = labels.place_words(report, anchor)
            done = f"已换到{where}" if change.label == "换地方" else "位置已改"
            self._page.undo_bar.tell(done + also, sign="check")

    def _ready(self, comment_id: str) -> Comment | None:
        """Return an opinion to be moved: what the box holds of it is kept first."""
        self.give_up()
        is_left = self._writing.rewording != comment_id or self._writing.leave()
        return self._own(comment_id) if is_left else None

    def _show_card(self, comment: Comment) -> None:
        """Show the opinion where it is now, and its card."""
        self._window.reading.cards.go_to(comment.id)
        self._page.panel.choose(comment.id)

    def _made_bar(self) -> PlaceBar:
        QTimer.singleShot(0, self, self._keep_in_view)
        if self.bar is None:
            self.bar = PlaceBar(self._view.theme, self._view)
            self.bar.lie_down(self._window.top_bar.last)
            self.bar.accepted.connect(self._accept)
            self.bar.closed.connect(self.give_up)
            self.bar.stepped.connect(self._on_stepped)
            self.bar.end_taken.connect(self._on_end_taken)
        return self.bar


def _handles(comment: Comment) -> Handles:
    anchor = comment.anchor
    return Handles(anchor.unit or 0, anchor.start, anchor.end, comment.kind)
