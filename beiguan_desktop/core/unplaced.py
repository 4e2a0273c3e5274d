"""Opinions that lost their place when a text was read anew: which, and where they might belong."""

from collections.abc import Iterable
from dataclasses import replace

from beiguan_desktop.core.anchoring import occurrences, paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor, Comment, Highlight
from beiguan_desktop.core.report import Report

LEAST = 60.0
"""How alike (0…100) words must be to be shown to somebody as perhaps those that were meant."""
MOST = 9
"""How many places are shown at most: more than a person cares to walk through."""
_SHORT = 4
"""Fewer characters are like anything."""


def has_place(report: Report, record: Comment | Highlight) -> bool:
    """Tell whether a record's place is one of the text that is shown."""
    return record.reading == report.reading


def without_place(report: Report, comments: Iterable[Comment]) -> list[Comment]:
    """Return the opinions whose place is in an earlier reading of the text, in their order."""
    return [comment for comment in comments if not has_place(report, comment)]


def seen(report: Report, comment: Comment, words: str = "") -> Comment:
    """Return an opinion as papers and lists take it: one without a place in no unit.

    `words` is the unit it was about where it quotes none. Its letters and its quote stay, so that
    it is still what was handed in.
    """
    anchor = comment.anchor
    if has_place(report, comment) or anchor.unit is None:
        return comment
    prefix = anchor.prefix if anchor.quote else words
    return replace(comment, anchor=replace(anchor, unit=None, start=0, end=0, prefix=prefix))


def is_lost(anchor: Anchor) -> bool:
    """Tell whether a place, as `seen` gives it, is in no unit of the text."""
    return anchor.unit is None and anchor.place != "report"


def placed_draft(report: Report, base: Comment | None, shown: Comment) -> Comment | None:
    """Return what an open box holds with its place in the text that is shown.

    Words for an opinion of the library belong where it is, or wait (None) while it has no place;
    those of an opinion still to be written are about the whole report until a place is chosen.
    """
    if has_place(report, shown):
        return shown
    if base is None:
        return replace(shown, anchor=WHOLE_REPORT, reading=report.reading)
    is_here = has_place(report, base)
    return replace(shown, anchor=base.anchor, reading=base.reading) if is_here else None


def old_words(anchor: Anchor, old: Report) -> str:
    """Return the words an opinion was about: its passage, or the whole unit it stood on."""
    if anchor.quote or anchor.unit is None or anchor.unit >= len(old.units):
        return anchor.quote
    return old.units[anchor.unit].text


def candidates(report: Report, words: str) -> list[Anchor]:
    """Return where words stand in a text, in its order; else the places most like them.

    They are shown to a person who chooses: none of them is taken by itself. At most `MOST`.
    """
    exact = [
        passage(report, unit.ordinal, start, end)
        for unit in report.units
        for start, end in occurrences(unit.text, words)
    ]
    return exact[:MOST] or _alike(report, words)


def _alike(report: Report, words: str) -> list[Anchor]:
    if len(words) < _SHORT:
        return []
    from rapidfuzz import fuzz  # noqa: PLC0415 - the start does not wait for it

    found: list[tuple[float, Anchor]] = []
    for unit in report.units:
        if len(unit.text) < len(words):
            score = fuzz.ratio(words, unit.text, score_cutoff=LEAST)
            place = paragraph(report, unit.ordinal)
        else:
            aligned = fuzz.partial_ratio_alignment(words, unit.text, score_cutoff=LEAST)
            score = aligned.score if aligned else 0.0
            ends = (aligned.dest_start, aligned.dest_end) if aligned else (0, 0)
            place = passage(report, unit.ordinal, *ends)
        if score:
            found.append((score, place))
    return [place for _, place in sorted(found, key=lambda each: -each[0])[:MOST]]
