"""画重点: where marked words stand now, and what a stroke over words adds or takes off.

A stroke behaves as a pen on paper: over plain words it adds, one that runs into another makes
one of both; over words that are all marked it takes them off, and what was marked beside them
stays. Spans are code points of one unit's text.
"""

from collections.abc import Iterable, Sequence

from beiguan_desktop.core.anchoring import CONTEXT, occurrences, paragraph, passage
from beiguan_desktop.core.comment import Anchor, Highlight
from beiguan_desktop.core.letters import letter_count, letter_offsets
from beiguan_desktop.core.report import Report

Span = tuple[int, int]


def place_of(report: Report, mark: Highlight) -> Anchor | None:
    """Return where marked words stand in a report's current reading, None if no longer there.

    Another reading moves positions, not letters: the quote is looked for at its letter.
    """
    if mark.reading == report.reading:
        return _as_made(report, mark)
    unit = report.units[report.place_of(mark.letter_start)[0]]
    offsets = letter_offsets(unit.text)
    for start, end in occurrences(unit.text, mark.quote):
        if unit.letter + offsets[start] == mark.letter_start:
            return passage(report, unit.ordinal, start, end)
    return None


def _as_made(report: Report, mark: Highlight) -> Anchor | None:
    """Take the letters that the mark itself knows: to count them anew costs a walk each."""
    text = report.units[mark.unit].text if mark.unit < len(report.units) else ""
    start, end = mark.start, mark.end
    if not start < end <= len(text):
        return None
    if not (text[:start].strip() or text[end:].strip()):
        return paragraph(report, mark.unit)
    return Anchor(
        "passage",
        mark.unit,
        start,
        end,
        mark.letter_start,
        mark.letter_end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def touches(one: Span, other: Span) -> bool:
    """Tell whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def is_covered(text: str, spans: Iterable[Span], wanted: Span) -> bool:
    """Tell whether every letter of a span is marked; where there is none, every character."""
    covered = {at for start, end in spans for at in range(start, end)}
    offsets = letter_offsets(text)
    places = range(*wanted)
    letters = [at for at in places if offsets[at] < offsets[at + 1]] or places
    return all(at in covered for at in letters)


def joined(spans: Iterable[Span], added: Span) -> Span:
    """Return a span together with all that it runs into."""
    low, high = added
    for start, end in spans:
        if touches((start, end), added):
            low, high = min(low, start), max(high, end)
    return low, high


def left_over(text: str, span: Span, taken: Span) -> Sequence[Span]:
    """Return what stays of a span when another is taken off; no piece without a letter."""
    pieces = ((span[0], min(span[1], taken[0])), (max(span[0], taken[1]), span[1]))
    return [piece for piece in pieces if letter_count(text[slice(*piece)])]
