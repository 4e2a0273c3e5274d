"""What somebody marked for himself in the report that is shown: 画重点 and 星标.

Both stay on this machine. A highlight is a Change and can be undone; a star is mere comfort:
it is taken off as it was put on.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from beiguan_desktop.core import marking
from beiguan_desktop.core.anchoring import passage, sentence_at
from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Anchor, Highlight
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import clock, highlighting
from beiguan_desktop.services.highlighting import Pen
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.hits import Hit
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.workspace import Workspace
from beiguan_desktop.ui.writing import Writing

if TYPE_CHECKING:
    from beiguan_desktop.ui.selection_flow import SelectionFlow

STARRED = ("paragraph", "heading", "note")
"""The kinds of units that bear a star."""
NO_STAR = "请先点一段或者一个标题，再加星标。"


class MyMarks(QObject):
    """Keeps what is marked, paints it in the text, and does what is asked of it."""

    changed = Signal()
    told = Signal(str)
    """What has just been done, in words."""

    def __init__(self, workspace: Workspace, page: ReadingPage, writing: Writing) -> None:
        super().__init__(page)
        self._workspace, self.view = workspace, page.view
        self._page, self._writing = page, writing
        self.bar: SelectionFlow | None = None
        self._marks: dict[str, Highlight] = {}
        self._places: dict[str, Anchor | None] = {}
        self._stars: dict[int, int] = {}  # the letter by unit
        self._owner: str | None = None
        workspace.changed.connect(self._on_changed)
        page.view.selectionChanged.connect(self._on_selected)
        page.view.menu_asked.connect(self._fill_menu)

    # -- what is marked

    @property
    def report(self) -> Report | None:
        """The report that is shown."""
        return self._workspace.report

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be marked here."""
        return self._workspace.store.read_only

    def highlights(self) -> list[tuple[Highlight, Anchor | None]]:
        """Return what is marked, in order, each with its place in the text if it has one."""
        order = sorted(self._marks.values(), key=lambda mark: (mark.letter_start, mark.id))
        return [(mark, self._places[mark.id]) for mark in order]

    def stars(self) -> list[int]:
        """Return the units that bear a star, in order."""
        return sorted(self._stars)

    def is_starred(self, unit: int) -> bool:
        """Tell whether a unit bears a star."""
        return unit in self._stars

    def load(self) -> None:
        """Take what whoever sits here marked in the report that is shown."""
        report, me = self.report, self._workspace.me
        self._owner = me.id if me else None
        self._marks, self._places, self._stars = {}, {}, {}
        if report is not None and me is not None:
            store = self._workspace.store
            found = store.highlights(report.id)
            self._marks = {mark.id: mark for mark in found if mark.person == me.id}
            self._places = {it.id: marking.place_of(report, it) for it in self._marks.values()}
            letters = store.desk.stars(report.id, me.id)
            self._stars = {report.place_of(at)[0]: at for at in letters}
        self._show()

    def _on_changed(self, change: Change) -> None:
        report, me = self.report, self._workspace.me
        if (me.id if me else None) != self._owner:
            self.load()
            return
        edits = [e for e in change.edits if isinstance(e.before or e.after, Highlight)]
        for edit in edits:
            self._marks.pop(edit.record, None)
            self._places.pop(edit.record, None)
            mark = edit.after
            if report and isinstance(mark, Highlight) and self._is_here(mark):
                self._marks[mark.id] = mark
                self._places[mark.id] = marking.place_of(report, mark)
        if edits:
            self._show()

    def _is_here(self, mark: Highlight) -> bool:
        is_mine = (mark.report, mark.person) == (self._workspace.shown, self._owner)
        return is_mine and mark.withdrawn_at is None

    def _show(self) -> None:
        strokes: dict[int, list[marking.Span]] = {}
        for place in self._places.values():
            if place is not None and place.unit is not None:
                strokes.setdefault(place.unit, []).append((place.start, place.end))
        self.view.set_marked(strokes, frozenset(self._stars))
        self.changed.emit()

    # -- where it is asked for

    def _on_selected(self) -> None:
        """Make the bar when words are selected for the first time; it follows by itself then."""
        if self.bar is None and self.view.textCursor().hasSelection() and not self.is_read_only:
            from beiguan_desktop.ui.selection_flow import SelectionFlow  # noqa: PLC0415 - first use

            self.bar = SelectionFlow(self._page, self._writing, self)
            self.bar.follow()

    def _fill_menu(self, menu: QMenu, hit: Hit | None) -> None:
        """Offer in the text's menu what can be marked where it was asked for."""
        report, places = self.report, self.places(hit)
        if report is None or self.is_read_only:
            return
        menu.addSeparator()
        if places:
            word = "去掉重点" if self.is_marked(places) else "画重点"
            menu.addAction(word, lambda: self.stroke(places))
        unit = self.view.state.current_unit if hit is None else hit.unit
        if unit is not None and bears_star(report, unit):
            word = "去掉星标" if self.is_starred(unit) else "加星标"
            menu.addAction(word, lambda: self.turn_star(unit))

    # -- acts

    def places(self, hit: Hit | None = None) -> list[Anchor]:
        """Return the words that a stroke would be about.

        That is what is selected, a unit each; else, at a point of the text, the highlight that
        stands there or the sentence; else what is chosen.
        """
        report, chosen = self.report, self.view.state.chosen
        if report is None:
            return []
        selected = selected_places(self.view)
        if not selected and hit is not None and hit.position is not None:
            return [self._stroke_at(hit.unit, hit.position) or _sentence(report, hit)]
        if not selected and chosen is not None and chosen.unit is not None:
            text = report.units[chosen.unit].text
            start, end = (0, len(text)) if chosen.place == "section" else (chosen.start, chosen.end)
            selected = [passage(report, chosen.unit, start, end)]
        return selected

    def _stroke_at(self, unit: int, position: int) -> Anchor | None:
        over = (place for place in self._places.values() if place and place.unit == unit)
        return next((place for place in over if place.start <= position < place.end), None)

    def is_marked(self, places: Sequence[Anchor]) -> bool:
        """Tell whether all words of some places are marked: a stroke would take them off."""
        report = self.report
        return report is not None and highlighting.is_marked(report, places, self._near(places))

    def _near(self, places: Iterable[Anchor]) -> list[Highlight]:
        units = {place.unit for place in places}
        placed = ((self._marks[record], place) for record, place in self._places.items())
        return [mark for mark, place in placed if place is not None and place.unit in units]

    def stroke(self, places: Sequence[Anchor] | None) -> None:
        """Mark words, those `places` asks for if none are named; take off if all are marked."""
        report = self.report
        if report is None or self.is_read_only:
            return
        places = self.places() if places is None else places
        author = self._workspace.ensure_me()
        if author is None:
            return
        pen = Pen(author, clock.now(), clock.new_id)
        mine = self._near(places)
        try:
            change = highlighting.stroke(report, places, mine, pen, change_id=clock.new_id())
        except UserError as error:
            self._workspace.refused.emit(str(error))
            return
        if self._workspace.do(change):
            self._let_go()
            self.told.emit(f"已{change.label}")

    def _let_go(self) -> None:
        """Give the selection up: the stroke shall be seen as it will stand there."""
        cursor = self.view.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            self.view.put_cursor(cursor)

    def take_off(self, mark_id: str) -> None:
        """Take a whole highlight off."""
        mark = self._marks.get(mark_id)
        if mark is not None and not self.is_read_only:
            change = highlighting.take_off([mark], change_id=clock.new_id(), now=clock.now())
            if self._workspace.do(change):
                self.told.emit(f"已{change.label}")

    def turn_star(self, unit: int | None) -> None:
        """Put a star on a unit, the current one if none is named, or take it off."""
        report, store = self.report, self._workspace.store
        unit = self.view.state.current_unit if unit is None else unit
        if report is None or self.is_read_only:
            return
        if unit is None or not bears_star(report, unit):
            self._workspace.refused.emit(NO_STAR)
            return
        me = self._workspace.ensure_me()
        if me is None:
            return
        others = {at: letter for at, letter in self._stars.items() if at != unit}
        mine = {unit: report.units[unit].letter}
        stars = others if self.is_starred(unit) else others | mine
        if self._workspace.attempt(lambda: store.desk.put_stars(report.id, me.id, stars.values())):
            self._stars = stars
            self._show()
            where = labels.place_words(report, passage(report, unit, 0, 0))
            self.told.emit(f"{where}{'加了' if self.is_starred(unit) else '去掉了'}星标")


def bears_star(report: Report, unit: int) -> bool:
    """Tell whether a unit can bear a star: a paragraph or heading that has a letter."""
    found = report.units[unit]
    return found.kind in STARRED and report.place_of(found.letter)[0] == unit


def selected_places(view: ReportView) -> list[Anchor]:
    """Return what is selected in the text, a place for each unit; blank lines left out."""
    cursor = view.textCursor()
    if view.lines is None or not cursor.hasSelection():
        return []
    document = view.lines.document
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    units = range(document.place(start)[0], document.place(max(start, end - 1))[0] + 1)
    spans = [(unit, *document.passage(unit, start, end)) for unit in units]
    texts = document.report.units
    return [
        passage(document.report, unit, low, high)
        for unit, low, high in spans
        if texts[unit].text[low:high].strip()
    ]


def _sentence(report: Report, hit: Hit) -> Anchor:
    span = sentence_at(report.units[hit.unit].text, hit.position or 0)
    return passage(report, hit.unit, *span)
