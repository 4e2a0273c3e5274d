"""Reports whose text was read anew: what journeys about it share."""

from dataclasses import replace
from itertools import accumulate

from beiguan_desktop.core.correction import Discard
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Reading
from beiguan_desktop.services.rereading import put_in_place, read_again, read_anew, replacement

LATER = "2031-03-02T08:00:00+08:00"


def spot(report, number: int) -> int:
    """Return where a paragraph begins in the source, in code points."""
    return report.paragraphs[number].spans[0][0]


def source_at(workspace, words: str) -> int:
    """Return where words stand in the decoded source of the report."""
    store, report = workspace.store, workspace.report
    source = store.readings.source(store.readings.of(report.id)[0].source)
    return read_anew(source).text.index(words)


def reread(workspace, *corrections):
    """Return the reading of the report with corrections."""
    store, report = workspace.store, workspace.report
    source = store.readings.source(store.readings.of(report.id)[0].source)
    reading, unfit = read_again(source, corrections)
    assert unfit == ()
    return reading


def loses(deputy, *numbers: int) -> None:
    """Put a reading in place without some paragraphs, as if long ago, and start again."""
    workspace = deputy.window.workspace
    drops = [Discard(spot(workspace.report, number)) for number in numbers]
    reading = reread(workspace, *drops)
    shown = replacement(workspace.store, workspace.report, reading)
    put_in_place(workspace.store, shown, reading, drops, change_id="turn", now=LATER)
    deputy.starts_again()


def reworded(workspace, old: str, new: str) -> Reading:
    """Return a reading of the report in which some words are others, as newer rules may read it."""
    reading = reread(workspace)
    units = [replace(it, text=it.text.replace(old, new)) for it in reading.units]
    letters = accumulate((letter_count(it.text) for it in units), initial=0)
    placed = (replace(it, letter=at) for it, at in zip(units, letters, strict=False))
    return replace(reading, units=tuple(placed))
