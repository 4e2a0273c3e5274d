"""What is left out of a report and what comes back, while a reading is corrected."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from beiguan_desktop.core import repair, residue
from beiguan_desktop.core.labels import is_salutation
from beiguan_desktop.core.layout import PLAIN
from beiguan_desktop.core.lines import BLANKS, Span, merged
from beiguan_desktop.core.remaking import extent, position
from beiguan_desktop.core.report import Repair, Unit
from beiguan_desktop.core.reworking import Working, kept_runin, own_runin

BY_HAND = "left out by hand"
"""The kind of the repair that a person made by saying: this is no part of the report."""


def left_out(it: Working, index: int) -> None:
    """Take a unit out of the report; a generated number goes with its words."""
    unit = it.units[index]
    start, end = extent(unit)
    words = it.text[start:end]
    it.exchange(it.within(index), [Repair(BY_HAND, start, end, words, "", "必错")])
    it.noise = merged([*it.noise, *unit.spans], it.text)
    it.put(index, index + 1, [])


def brought_back(it: Working, start: int, end: int) -> bool:
    """Make what was left out between two places of the source part of the report again.

    Each line is a paragraph; what lies between the parts of a unit becomes part of that unit.
    False where nothing was left out, or what is no noise lies between.
    """
    lines = list(_lines(it.text, start, end)) if 0 <= start < end <= len(it.text) else []
    if not lines or not all(_is_noise(it, line) for line in lines):
        return False
    index = it.holding(lines[0][0], lines[-1][1])
    if index is not None:
        _put_back(it, index, lines)
        return True
    gone = [one for one in it.repairs if one.start < end and start < one.end]
    it.noise = _without(it, lines)
    clipped = [(max(one.start, low), min(one.end, high)) for one in gone for low, high in it.noise]
    rest = merged([span for span in clipped if span[0] < span[1]], it.text)
    mended = [one for line in lines for one in _mended(it.text, line)]
    it.exchange(gone, [*residue.listed(it.text, [], rest, PLAIN), *mended])
    at = bisect_left(it.units, start, key=lambda unit: unit.spans[0][0])
    units: list[Unit] = []
    for line in lines:
        bare = it.made(Unit(0, "paragraph", 0, "", "", (line,)), [])
        units.append(_named([*it.units[:at], *units], bare))
    it.put(at, at, units)
    return True


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines between two places that hold more than blanks, without the blanks round."""
    at = start
    for line in text[start:end].splitlines(keepends=True):
        words = line.strip(BLANKS)
        if words:
            first = at + line.index(words[0])
            yield first, first + len(words)
        at += len(line)


def _is_noise(it: Working, line: Span) -> bool:
    return any(start <= line[0] and line[1] <= end for start, end in it.noise)


def _without(it: Working, lines: list[Span]) -> tuple[Span, ...]:
    left: list[Span] = []
    for start, end in it.noise:
        inner = [line for line in lines if start <= line[0] and line[1] <= end]
        borders = [start, *(at for line in inner for at in line), end]
        left += zip(borders[::2], borders[1::2], strict=True)
    return merged([span for span in left if span[0] < span[1]], it.text)


def _mended(text: str, line: Span) -> list[Repair]:
    """Return the repairs that the words of a line need, none where nothing would be left."""
    words = text[slice(*line)]
    patches = repair.patches(words, [])
    if not repair.mended(words, patches).strip(BLANKS):
        return []
    return [
        Repair(kind, line[0] + low, line[0] + high, words[low:high], after, "必错")
        for low, high, after, kind in patches
    ]


def _named(above: list[Unit], unit: Unit) -> Unit:
    if is_salutation(unit.text):
        return replace(unit, kind="salutation")
    return replace(unit, runin=own_runin(unit.text, above))


def _put_back(it: Working, index: int, lines: list[Span]) -> None:
    """Put lines between the parts of a unit: the join there becomes a join with each of them."""
    unit, within, seams = it.units[index], it.within(index), it.seams(index)
    low, high = lines[0][0], lines[-1][1]
    join = next(one for one in within if one.start <= low and high <= one.end)
    spans = tuple(sorted([*unit.spans, *lines]))
    borders = [join.start, *(at for line in lines for at in line), join.end]
    gaps = list(zip(borders[::2], borders[1::2], strict=True))
    afters = [*("" for _ in lines), join.after]
    joins = [
        Repair("join", start, end, it.text[start:end], after, "必错")
        for (start, end), after in zip(gaps, afters, strict=True)
        if start < end or after
    ]
    at = it.letter_before(index, position(unit, within, join.start))
    it.noise = _without(it, lines)
    it.exchange([join], joins)
    whole = it.made(replace(unit, spans=spans), seams)
    whole = replace(whole, runin=kept_runin(unit, within, whole, it.within(index)))
    it.put(index, index + 1, [whole], at)
