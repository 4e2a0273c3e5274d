"""A unit made anew of its runs of the source and the repairs within them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from beiguan_desktop.core.lines import BLANKS, Span
from beiguan_desktop.core.report import Repair, Unit


def remade(text: str, unit: Unit, repairs: Sequence[Repair], seams: Iterable[int]) -> Unit:
    """Return a unit with the words that its spans, `generated` and the repairs within make.

    `seams` are code points of the source. Level, run-in, path and counts stay as they are.
    """
    start, end = extent(unit)
    parts, at = [unit.generated], start
    for it in repairs:
        parts += [text[at : it.start], it.after]
        at = it.end
    words = "".join([*parts, text[at:end]])
    found = {position(unit, repairs, offset) for offset in seams}
    return replace(
        unit,
        text=words,
        source_text="".join(text[low:high] for low, high in unit.spans),
        seams=tuple(sorted(it for it in found if 0 < it < len(words))),
    )


def extent(unit: Unit) -> Span:
    """Return where in the source a unit begins and ends."""
    return unit.spans[0][0], unit.spans[-1][1]


def position(unit: Unit, repairs: Sequence[Repair], offset: int) -> int:
    """Carry a place of the source over to the unit's text; within a repair, to its beginning."""
    shift = len(unit.generated) - unit.spans[0][0]
    for it in repairs:
        if it.start < offset < it.end:
            return it.start + shift
        if it.end > offset:
            break
        shift += len(it.after) - (it.end - it.start)
    return offset + shift


def offset(unit: Unit, repairs: Sequence[Repair], place: int) -> int:
    """Carry a place of a unit's text back to the source; within a repair, to its beginning."""
    at, done = unit.spans[0][0], len(unit.generated)
    for it in repairs:
        kept = it.start - at
        if place < done + kept:
            break
        done += kept
        if place < done + len(it.after):
            return it.start
        done += len(it.after)
        at = it.end
    return at + max(0, place - done)


def divided(text: str, spans: Sequence[Span], at: int) -> tuple[list[Span], list[Span]]:
    """Part runs of the source at a place, both sides without the blanks there."""
    left = [_bare(text, low, min(high, at)) for low, high in spans if low < at]
    right = [_bare(text, max(low, at), high) for low, high in spans if high > at]
    return [it for it in left if it[0] < it[1]], [it for it in right if it[0] < it[1]]


def _bare(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return end - len(words.lstrip(BLANKS)), start + len(words.rstrip(BLANKS))
