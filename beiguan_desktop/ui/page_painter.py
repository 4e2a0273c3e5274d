"""What is painted on a page in which order; measured for the units in view only."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.ui import highlights
from beiguan_desktop.ui.comment_marks import CommentMarks
from beiguan_desktop.ui.gutter import GutterPainter, Margin, margin
from beiguan_desktop.ui.motion import PageMotion
from beiguan_desktop.ui.page_lines import Line, PageLines, Strip
from beiguan_desktop.ui.page_measure import Measure
from beiguan_desktop.ui.theme import Theme


@dataclass(frozen=True)
class Handles:
    """The ends of an opinion's passage, to be drawn elsewhere; `is_end_held` tells which moves."""

    unit: int
    start: int
    end: int
    kind: str
    is_end_held: bool | None = None


@dataclass
class PageState:
    """What the page shows beside its text: opinions, pages of the print, what is chosen."""

    marks: CommentMarks | None = None
    pages: Pages | None = None
    chosen: Anchor | None = None
    current: str | None = None
    pointed: str | None = None
    """The opinion whose seal the keys have come to."""
    is_pointed: bool = False
    """Whether the chosen paragraph was pointed at: then all of it is tinted, as a passage is."""
    found: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """What was looked for and found: start and end in each unit, in order."""
    found_now: tuple[int, int, int] | None = None
    """Unit, start and end of the hit one stands at."""
    strokes: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    """The spans that somebody marked for himself, by unit."""
    stars: Set[int] = frozenset()
    """The units that bear a star."""
    handles: Handles | None = None
    """The passage whose ends can be taken hold of."""

    @property
    def current_unit(self) -> int | None:
        """The unit that has the bar; the title, if the whole report is chosen."""
        if self.chosen is None or self.marks is None:
            return None
        return self.marks.home(self.chosen)

    def page_marks(self, lines: PageLines, unit: int) -> Mapping[int, str]:
        """Return which page of the print begins on which line of a unit."""
        pages = self.pages
        starts = [(at, pages.at(unit, at)) for at in pages.starts_in(unit)] if pages else []
        return {lines.at(unit, at).index: f"第{it.page}页" for at, it in starts if it}

    def page_seams(self, lines: PageLines, unit: int) -> list[int]:
        """Return where pages tore a unit: elsewhere a web page did, and nobody looks for that."""
        pages = self.pages
        seams = lines.document.report.units[unit].seams if pages else ()
        return [seam for seam in seams if pages and pages.at(unit, seam)]

    def margin(self, lines: PageLines, unit: int, count: int) -> Margin:
        """Return the margin of a unit that has so many lines."""
        marks = self.marks.of(unit) if self.marks else ()
        numbered = lines.document.report.units[unit].number is not None
        return margin(count, self.page_marks(lines, unit), marks, numbered=numbered)


class PagePainter:
    """Paints round the text; the painter's origin is the document's."""

    def __init__(self, lines: PageLines, theme: Theme, measure: Measure) -> None:
        self._lines = lines
        self._theme = theme
        self._measure = measure
        self._choice: list[Strip] = []

    def paint_below(
        self, painter: QPainter, units: list[int], state: PageState, selected: list[Strip]
    ) -> None:
        """Paint what lies under the text: strokes, the chosen passage or a selection, tints."""
        chosen = self._choice = selected or self._chosen(units, state)
        tints = [
            (mark.comment, self._lines.strips(unit, mark.start, mark.end))
            for unit in units
            for mark in (state.marks.of(unit) if state.marks else ())
        ]
        strokes = [
            strip
            for unit in units
            for span in state.strokes.get(unit, ())
            for strip in self._lines.strips(unit, *span)
        ]
        grounds = [*chosen, *(strip for _, strips in tints for strip in strips)]
        highlights.paint_strokes(painter, strokes, grounds, self._theme)
        if self._theme.is_stark:
            return  # a choice is painted over its words, and nothing is tinted
        highlights.paint_selection(painter, chosen, self._theme)
        for comment, strips in tints:
            is_current = comment.id == state.current
            highlights.paint_tint(painter, strips, comment.kind, self._theme, is_current=is_current)
        highlights.paint_strokes_within(painter, strokes, grounds, self._theme)

    def paint_glow(self, painter: QPainter, units: list[int], motion: PageMotion) -> None:
        """Paint what was found a moment ago, fading."""
        if motion.found is not None and motion.found[0] in units:
            strips = self._lines.strips(*motion.found)
            highlights.paint_glow(painter, strips, self._theme, motion.strength)

    def paint_found(
        self, painter: QPainter, units: list[int], state: PageState, area: QRect
    ) -> None:
        """Mark what was found in an area: a long paragraph may hold thousands of hits."""
        for unit in units:
            hits = state.found.get(unit, ())
            low, high = self._lines.seen(unit, area.top(), area.bottom() + 1) if hits else (0, 0)
            for start, end in hits[bisect_right(hits, low, key=_end) :]:
                if start >= high:
                    break
                highlights.paint_found(painter, self._lines.strips(unit, start, end), self._theme)

    def paint_above(self, painter: QPainter, units: list[int], state: PageState) -> None:
        """Paint what lies over the text and beside it: lines, seam ticks, the margin."""
        for unit in units:
            em = self._lines.document.em_of(unit)
            for mark in state.marks.of(unit) if state.marks else ():
                if mark.slot is not None:
                    strips = self._lines.strips(unit, mark.start, mark.end)
                    style = em, mark.slot, mark.comment.id == state.current
                    highlights.paint_line(painter, strips, mark.comment.kind, self._theme, style)
            for seam in state.page_seams(self._lines, unit):
                highlights.paint_seam(painter, self._lines, (unit, seam), em, self._theme.strong)
            self._paint_margin(painter, unit, state)
        if state.found_now is not None and state.found_now[0] in units:
            highlights.paint_frame(painter, self._lines.strips(*state.found_now), self._theme)
        if self._theme.is_stark:
            highlights.paint_inverted(painter, self._choice, self._theme)
        handles = state.handles
        if handles is not None and handles.unit in units:
            strips = self._lines.strips(handles.unit, handles.start, handles.end)
            highlights.paint_handles(
                painter, strips, self._theme, (handles.kind, handles.is_end_held)
            )

    def _paint_margin(self, painter: QPainter, unit: int, state: PageState) -> None:
        gutter = GutterPainter(painter, self._theme, self._measure)
        lines = self._lines.of(unit)
        marks = state.margin(self._lines, unit, len(lines))
        is_current = state.current_unit == unit
        number = self._lines.document.report.units[unit].number
        if is_current:
            gutter.paint_bar(lines[0], lines[-1])
        if number is not None:
            gutter.paint_number(lines[0], number, is_current=is_current)
        if unit in state.stars:
            gutter.paint_star(lines[0], self._lines.document.em)
        for at, words in marks.pages.items():
            gutter.paint_page(lines[at], words)
        if marks.below:
            gutter.paint_page_below(lines[-1], self._lines.beside(lines[-1], 1), marks.below)
        for seal in marks.seals:
            gutter.paint_seal(lines[seal.line], seal, (state.current, state.pointed))

    def _chosen(self, units: list[int], state: PageState) -> list[Strip]:
        chosen = state.chosen
        if chosen is None or chosen.unit not in units:
            return []
        is_whole = chosen.place == "paragraph" and state.is_pointed
        if chosen.place != "passage" and not is_whole:
            return []
        return self._lines.strips(chosen.unit, chosen.start, chosen.end)


def _end(hit: tuple[int, int]) -> int:
    return hit[1]


def unit_band(lines: PageLines, unit: int) -> tuple[int, int]:
    """Return between which heights a unit's marks may be painted."""
    first: Line = lines.first(unit)
    return first.top - first.height, lines.last(unit).bottom + first.height
