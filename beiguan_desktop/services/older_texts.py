"""Earlier readings of a report, in which some opinions still have their places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from beiguan_desktop.core.comment import Comment, Highlight
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.unplaced import has_place, old_words, seen

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store


def texts(store: "Store", report: Report, marks: Sequence[Comment | Highlight]) -> list[Report]:
    """Return the readings in which opinions and marks have their places, the current one first."""
    names = dict.fromkeys([report.reading, *(it.reading for it in marks)])
    return [
        report
        if name == report.reading
        else replace(report, reading=name, units=store.readings.units(name), marks=())
        for name in names
    ]


def seen_here(store: "Store", report: Report, comments: Iterable[Comment]) -> list[Comment]:
    """Return opinions as papers and lists of a report take them.

    Those without a place in its text are in no unit, and know the words they were about.
    """
    found = list(comments)
    known = {it.reading: it for it in texts(store, report, found)}
    return [
        it if has_place(report, it) else seen(report, it, old_words(it.anchor, known[it.reading]))
        for it in found
    ]
