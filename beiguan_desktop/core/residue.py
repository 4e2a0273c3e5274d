"""What was left out of a report, listed by what it was: nothing goes unsaid."""

import re
from collections.abc import Iterator, Sequence

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.layout import Layout
from beiguan_desktop.core.lines import BLANKS, SIGNS, Span
from beiguan_desktop.core.report import Repair, Unit

_COPIED = 40
"""Columns of a line from which on it is no chance that the report holds it too."""
_NUMBERS = re.compile(r"[-—–－·第页共/ \s0-9０-９.]+")


def listed(text: str, units: Sequence[Unit], noise: Sequence[Span], layout: Layout) -> list[Repair]:
    """Return what of the noise lies outside of units, each span as a repair that left it out.

    What lies between the parts of one unit is told by the join of these.
    """
    known = _lines(unit.source_text for unit in units)
    heads = {start for start, _ in layout.noise}
    return [
        Repair(_kind(text, span, known, heads), *span, text[slice(*span)], "", "必错")
        for span in _outside(units, noise)
    ]


def _lines(texts: Iterator[str]) -> set[str]:
    return {text for text in texts if columns(text) >= _COPIED}


def _outside(units: Sequence[Unit], noise: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans of noise that lie within no unit; both are in order."""
    at = 0
    for span in noise:
        while at < len(units) and units[at].spans[-1][1] <= span[0]:
            at += 1
        if at == len(units) or span[1] <= units[at].spans[0][0]:
            yield span


def _kind(text: str, span: Span, known: set[str], heads: set[int]) -> str:
    """Name a span: a copy of the body, a running head, signs left over, a page number, or web."""
    words = text[slice(*span)]
    if any(line.strip(BLANKS) in known for line in re.split(r"[\r\n\f]|\\r\\n", words)):
        return "repeated body"
    if span[0] in heads:
        return "running head"
    if SIGNS.fullmatch(words):
        return "signs left over"
    return "page number" if _NUMBERS.fullmatch(words) else "web residue"
