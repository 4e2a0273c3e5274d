"""From a list of sentences into the text, and there from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.theme import WORN
from beiguan_desktop.ui.tour_bar import TourBar

if TYPE_CHECKING:
    from beiguan_desktop.core.places import Mention, Passage
    from beiguan_desktop.core.report import Report
    from beiguan_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Trip:
    """The stops of a list: `back` leads to the list, `told` hears at which stop one is."""

    title: str
    stops: Sequence[Passage]
    back: Callable[[], object]
    told: Callable[[int], object]


class Tour(QObject):
    """Shows one sentence after another in the text; an empty box goes along."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._trip: Trip | None = None
        self._at = 0
        self.bar = TourBar(WORN, window.page.view)
        self.bar.lie_down(window.page.tree)
        self.bar.stepped.connect(self.step)
        self.bar.list_asked.connect(self._go_back)
        self.bar.closed.connect(self.end)
        window.workspace.opened.connect(lambda _report: self.end())

    def begin(self, trip: Trip, at: int) -> None:
        """Go to a stop of a list."""
        self._trip = trip
        self.bar.set_title(trip.title)
        self._go(trip, at)

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) stop, round at the ends."""
        if self._trip is not None:
            self._go(self._trip, (self._at + step) % len(self._trip.stops))

    def end(self) -> None:
        """Take bar and marks away; the place stays."""
        if not self.bar.isHidden():
            has_focus = self.bar.isAncestorOf(self._window.focusWidget() or self._window)
            self.bar.hide()
            self._window.page.view.set_found((), None)
            if has_focus:
                self._window.page.view.setFocus()

    def _go_back(self) -> None:
        if self._trip is not None:
            self._trip.back()

    def _go(self, trip: Trip, at: int) -> None:
        report = self._window.workspace.report
        if report is None:
            return
        self._at = at
        window, stop = self._window, trip.stops[at]
        if window.rooms.currentWidget() is not window.page:
            window.rooms.show_text()
        self.bar.set_count(at + 1, len(trip.stops))
        self.bar.appear()
        _show(window, report, stop)
        marks = _outer(mark for each in trip.stops for mark in each.mentions)
        window.page.view.set_found(marks, _holding(marks, stop.mentions[0]))
        trip.told(at)


def _show(window: MainWindow, report: Report, stop: Passage) -> None:
    """Bring a sentence into view, the marked words surely; the empty box belongs to it."""
    window.reading.cards.look_at(passage(report, stop.unit, stop.start, stop.end))
    window.page.tree.follow(stop.unit)
    window.page.view.reveal(stop.unit, stop.mentions[0].start)


def _outer(marks: Iterable[Mention]) -> list[tuple[int, int, int]]:
    """Return what is to be marked, in order: 柏庄镇 within 柏庄镇卫生院 is marked with it."""
    found: list[tuple[int, int, int]] = []
    for mark in sorted(marks, key=lambda m: (m.unit, m.start, -m.end)):
        if not found or (mark.unit, mark.end) > (found[-1][0], found[-1][2]):
            found.append((mark.unit, mark.start, mark.end))
    return found


def _holding(marks: list[tuple[int, int, int]], wanted: Mention) -> int:
    return next(
        number
        for number, (unit, start, end) in enumerate(marks)
        if unit == wanted.unit and start <= wanted.start and wanted.end <= end
    )


def tour_of(window: MainWindow) -> Tour:
    """Return the one tour of a window, made on first use."""
    return flow_of(window, Tour)
