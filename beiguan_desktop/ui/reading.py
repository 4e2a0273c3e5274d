"""How tree, text and writing pane follow one another, and what is written goes its way."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from beiguan_desktop.core.anchoring import paragraph, section
from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Comment, Highlight, Person
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import has_place, placed_draft
from beiguan_desktop.services import clock
from beiguan_desktop.ui.card_conduct import CardConduct
from beiguan_desktop.ui.composing import CHANGE, PRESET, says_the_same
from beiguan_desktop.ui.my_marks import MyMarks
from beiguan_desktop.ui.read_marks import ReadMarks
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.reading_time import ReadingTime
from beiguan_desktop.ui.staff import may_change, sees
from beiguan_desktop.ui.workspace import Workspace
from beiguan_desktop.ui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beiguan_desktop.ui.moving_flow import MovingFlow

_PLACE_DELAY = 2000
"""Milliseconds of rest after which the place in the text is remembered."""


class Reading(QObject):
    """The conduct of 阅读: a click in one pane moves the others."""

    counted = Signal(int, int)
    """How many opinions are written, and how many boxes are open besides."""

    def __init__(self, workspace: Workspace, page: ReadingPage) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._page = page
        self._view = page.view
        self._panel = page.panel
        self.writing = Writing(workspace, page.panel.editor)
        self.marks = ReadMarks(workspace)
        self.time = ReadingTime(self.marks, page.view)
        self.cards = CardConduct(workspace, page, self.writing)
        self.my_marks = MyMarks(workspace, page, self.writing)
        self.my_marks.told.connect(self.cards.told)
        self.writing.whom_changed.connect(page.panel.place.set_whom)
        page.panel.model.sees = lambda one: sees(workspace, one)
        page.panel.model.may_change = lambda one: may_change(workspace, one)
        self._rest = QTimer(self, singleShot=True, interval=_PLACE_DELAY)
        self._rest.timeout.connect(self.keep_place)
        page.view.moved.connect(self._rest.start)
        self.marks.changed.connect(lambda _units: self._rest.start())
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)
        page.view.place_chosen.connect(self.writing.choose)
        page.view.clicked.connect(page.panel.editor.focus_box)
        page.view.count_clicked.connect(page.panel.show_here)
        page.view.comment_chosen.connect(page.panel.choose)
        page.view.reached.connect(page.tree.follow)
        page.tree.section_chosen.connect(self._on_section_chosen)
        self.writing.placed.connect(self._on_placed)
        self.writing.state.connect(self._count)
        page.tree.pointed.connect(page.panel.editor.focus_box)
        page.panel.list.finished.connect(self._on_finished_in_cards)
        page.panel.editor.finished.connect(self.finish)
        page.panel.editor.cancelled.connect(page.panel.editor.focus_box)
        page.panel.editor.kind_chosen.connect(self._stand_where_clicked)
        page.panel.editor.fields.move_asked.connect(self._on_move_asked)
        for box in (page.panel.editor.words_box, page.panel.editor.replacement_box):
            box.escaped.connect(page.view.setFocus)
            box.empty_key.connect(self._on_text_key)
            box.copy_asked.connect(page.view.copy)
        page.panel.editor.fields.aside.escaped.connect(page.view.setFocus)

    # -- the library tells

    def _on_opened(self, report: Report) -> None:
        pages = self._workspace.pages
        if pages is None:
            raise RuntimeError("a report was opened without its pages")
        self._page.show_report(report, pages)
        comments = list(self._workspace.comments.values())
        self._view.set_comments([it for it in comments if has_place(report, it)])
        self.my_marks.load()
        self._panel.list.set_author(_id(self._workspace.me))
        self._panel.set_report(report, pages, comments)
        self._count()
        self.marks.begin(report)
        self._page.model.set_read(self.marks.read)
        self._page.tree.follow(self._view.top_place()[0])
        self._page.stand_at(self._workspace.store.desk.last_place(report.id) or 0)
        top = report.units[self._view.top_place()[0]]
        is_text = top.kind in ("paragraph", "heading")
        self.writing.choose(place_of(report, top.ordinal) if is_text else WHOLE_REPORT)
        self._resume_draft()
        self.time.begin()

    def _resume_draft(self) -> None:
        """Put the newest open box back; older ones become opinions, so that none is lost.

        The words of an opinion that is gone since are an opinion still to be written.
        """
        report = self._workspace.report
        if self._workspace.store.read_only:
            return
        for draft in self._workspace.drafts():
            self.writing.leave()
            base, shown = self._workspace.comments.get(draft.comment.id), draft.comment
            if base is not None and says_the_same(base, shown):
                self._workspace.drop_draft(shown.id)  # the power went right after 完成
                continue
            if base is None and draft.base_version:
                shown = replace(shown, id=clock.new_id(), version=0)
            here = placed_draft(report, base, shown) if report else shown
            if here is None:
                continue  # it is reworded once it has a place again
            shown = here
            self.writing.open(base, shown)
            self.cards.look_at(shown.anchor)
            if shown is not draft.comment:
                self.writing.save_draft()
                self._workspace.drop_draft(draft.comment.id)

    def _on_changed(self, change: Change) -> None:
        gone = [
            e.before
            for e in change.edits
            if isinstance(e.before, Comment) and e.before.report == self._workspace.shown
        ]
        come = [
            e.after
            for e in change.edits
            if isinstance(e.after, Comment) and e.after.id in self._workspace.comments
        ]
        self._page.hide_undo_bar()  # it offers to take back the last step, and that is another now
        self._view.apply_comments(
            self._placed(c for c in gone if c.withdrawn_at is None), self._placed(come)
        )
        self._panel.list.set_author(_id(self._workspace.me))
        self._panel.apply(change)
        for comment in gone:
            self.writing.follow(comment.id, self._workspace.comments.get(comment.id))
        self._count()

    def _placed(self, comments: Iterable[Comment]) -> list[Comment]:
        report = self._workspace.report
        return [it for it in comments if report is not None and has_place(report, it)]

    def _count(self) -> None:
        comments = self._workspace.comments.values()
        placed = self._placed(comments)
        self._page.model.set_counts(Counter(comment.anchor.unit for comment in placed))
        self._panel.editor.note.set_due(is_due=not any(c.kind == PRESET for c in comments))
        is_draft = self.writing.has_words and self.writing.rewording is None
        self.counted.emit(len(comments), int(is_draft))

    # -- the user moves

    def _on_placed(self, anchor: Anchor | None) -> None:
        self._view.set_current(anchor)
        self._panel.set_place(anchor, self._section_range(anchor))
        if anchor is not None:
            self._page.tree.follow(anchor.unit)

    def _section_range(self, anchor: Anchor | None) -> tuple[int, int] | None:
        if anchor is None or anchor.unit is None:
            return None
        model = self._page.model
        around = model.units_of(model.index_of_unit(anchor.unit))
        return (around.start, around.stop - 1) if around else None

    def _on_section_chosen(self, unit: int | None) -> None:
        report = self._workspace.report
        if report is None:
            return
        self.writing.put_form_away()
        if unit is None:
            self._view.show_place(0)
            self.write_on_whole_report()
            return
        self._view.show_place(unit)
        self.writing.choose(place_of(report, unit))

    @cached_property
    def moving(self) -> MovingFlow:
        """移位 by a click, from its first use on."""
        from beiguan_desktop.ui.moving_flow import MovingFlow  # noqa: PLC0415 - on first use

        return MovingFlow(self._workspace, self._page, self.writing)

    def _stand_where_clicked(self, kind: str) -> None:
        """Put the caret of the offered sentence where its words were clicked in the text."""
        anchor, at = self.writing.anchor, self._view.clicked_at
        if kind == CHANGE and anchor is not None and at is not None and at[0] == anchor.unit:
            self._panel.editor.fields.stand_at(self.writing.offered_before(at[1]))

    def _on_move_asked(self) -> None:
        self.moving.turn()

    def _on_text_key(self, key: int) -> None:
        self._view.setFocus()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._view.move_paragraph(1 if key == Qt.Key.Key_Down else -1)
        else:
            self._view.scroller.by_page(
                1 if key == Qt.Key.Key_PageDown else -1, self._view.viewport().height()
            )

    # -- acts

    def finish(self) -> None:
        """Close the box; a new opinion done, go on to the next paragraph."""
        was_rewording = self.writing.rewording is not None
        if not self.writing.leave(is_done=True):
            return
        written, self.writing.left = self.writing.left, None
        if not was_rewording:
            self._view.move_paragraph(1)
        if written is not None:
            self._panel.list.show_comment(written.id)
        self._panel.editor.focus_box()

    def _on_finished_in_cards(self) -> None:
        if self.writing.has_words:
            self.finish()

    def write_on_whole_report(self) -> None:
        """Open the box for the report as a whole."""
        if self.writing.choose(WHOLE_REPORT):
            self._panel.editor.focus_box()

    def write_on_selection(self) -> None:
        """Open the box for the words that are selected in the text."""
        anchor = self._view.selected_anchor()
        if anchor is None or self.writing.choose(anchor):
            self._panel.editor.focus_box()

    def keep_place(self) -> None:
        """Remember where reading stopped, and what has been read."""
        report = self._workspace.report
        if report is not None:
            letter = report.letter_at(*self._view.top_place())
            self._workspace.put_last_place(letter, self.marks.take_new())

    def leave(self) -> bool:
        """Turn the open box into an opinion and keep the place, before another report comes."""
        if not self.writing.leave():
            return False
        self.keep_place()
        return True

    def show_change(self, change: Change) -> str:
        """Bring the place of a change that was taken back into view.

        Another report is turned to for that, unless words wait in the box. Returns the title
        of the report if it is another than was shown until now.
        """
        from beiguan_desktop.core.past import subject  # noqa: PLC0415 - once something is undone

        record = subject(change)
        if not isinstance(record, Comment | Highlight):
            return ""
        title = ""
        if record.report != self._workspace.shown:
            title = self._workspace.store.shelf.load(record.report).title
            if self.writing.has_words:
                return title
            self.keep_place()
            self._workspace.show_report(record.report)
        self.cards.show_change(change)
        return title


def _id(person: Person | None) -> str | None:
    return person.id if person else None


def place_of(report: Report, unit: int) -> Anchor:
    """Return the place that a node of the tree stands for."""
    return (
        section(report, unit) if report.units[unit].kind == "heading" else paragraph(report, unit)
    )
