"""Correcting a reading by hand: what a person says of it, applied one after the other.

No correction loses a character or changes the order: words are in a unit or were left out. To
undo one is to leave it out and to begin anew.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, get_args

from beiguan_desktop.core.correction import (
    Correction,
    Described,
    Discard,
    Level,
    Merge,
    NotWrong,
    PageStart,
    Plainly,
    Recast,
    Restore,
    Split,
    Unrepair,
)
from beiguan_desktop.core.leaving_out import brought_back, left_out
from beiguan_desktop.core.remaking import position
from beiguan_desktop.core.report import Kind, Reading, Unit
from beiguan_desktop.core.reworking import Working, kept_runin, level_for, own_runin
from beiguan_desktop.core.tearing import cut, joined

TOP, DEEPEST = 1, 4
"""The levels of headings."""
LAST_PAGE = 9_999


def corrected(
    text: str, reading: Reading, corrections: Iterable[Correction]
) -> tuple[Reading, tuple[Correction, ...]]:
    """Return a reading of `text` (its decoded source) with corrections, and those that do not fit.

    What does not fit this reading – nothing begins there, nothing was repaired there – changes
    nothing. Without any change the reading is equal to the one given.
    """
    working = Working(text, reading)
    unfit = tuple(it for it in corrections if not _ACTS[type(it)](working, it))
    return working.reading(), unfit


def _merge(it: Working, correction: Merge) -> bool:
    index = it.beginning_at(correction.at)
    if not index:
        return False
    joined(it, index - 1)
    return True


def _split(it: Working, correction: Split) -> bool:
    return cut(it, correction.at)


def _level(it: Working, correction: Level) -> bool:
    """Move a heading and what stands under it by as many levels."""
    index = it.beginning_at(correction.at)
    if index is None or not TOP <= correction.level <= DEEPEST:
        return False
    first = it.units[index]
    level = _level_of(first)
    if not level:
        return False
    it.units[index] = _at_level(first, correction.level)
    for under in range(index + 1, len(it.units)):
        own = _level_of(it.units[under])
        if own and own <= level:
            break
        moved = min(DEEPEST, max(TOP, own + correction.level - level))
        it.units[under] = _at_level(it.units[under], moved) if own else it.units[under]
    return True


def _level_of(unit: Unit) -> int:
    return unit.runin.level if unit.runin else unit.level


def _at_level(unit: Unit, level: int) -> Unit:
    if unit.runin:
        return replace(unit, runin=replace(unit.runin, level=level))
    return replace(unit, level=level)


def _recast(it: Working, correction: Recast) -> bool:
    index = it.beginning_at(correction.at)
    if index is None or correction.kind not in get_args(Kind):
        return False
    unit = it.units[index]
    level = 0
    if correction.kind == "heading":
        level = _level_of(unit) or level_for(unit.text, it.units[:index])
    runin = own_runin(unit.text, it.units[:index]) if correction.kind == "paragraph" else None
    runin = unit.runin if unit.kind == correction.kind else runin
    it.units[index] = replace(unit, kind=correction.kind, level=level, runin=runin)
    return True


def _discard(it: Working, correction: Discard) -> bool:
    """Leave a unit out, but for the only one: a report without words is none."""
    index = it.beginning_at(correction.at)
    if index is None or len(it.units) == 1:
        return False
    left_out(it, index)
    return True


def _restore(it: Working, correction: Restore) -> bool:
    return brought_back(it, correction.start, correction.end)


def _unrepair(it: Working, correction: Unrepair) -> bool:
    """Take back a join by parting, what was left out by bringing it back, else the words."""
    span = correction.start, correction.end
    made = next((r for r in it.repairs if (r.start, r.end) == span and r.before != r.after), None)
    index = None if made is None else it.holding(*span)
    if made is None or index is None:
        return made is not None and brought_back(it, *span)
    if made.kind == "join":
        return cut(it, made.end)
    unit, within = it.units[index], it.within(index)
    letter = it.letter_before(index, position(unit, within, made.start))
    seams = it.seams(index)
    it.exchange([made], [])
    changed = it.made(unit, seams)
    changed = replace(changed, runin=kept_runin(unit, within, changed, it.within(index)))
    it.put(index, index + 1, [changed], letter)
    return True


def _page_start(it: Working, correction: PageStart) -> bool:
    index = it.holding(correction.at, correction.at + 1)
    if index is None or not 1 <= correction.page <= LAST_PAGE:
        return False
    place = position(it.units[index], it.within(index), correction.at)
    it.begin_page(it.letter_before(index, place), correction.page)
    return True


def _settled(_it: Working, _correction: NotWrong | Plainly) -> bool:
    """Change nothing: what is no misprint stays, and a plain reading was made as one."""
    return True


def _described(it: Working, correction: Described) -> bool:
    """Take the title; genre, edition and meeting belong to the report, not to its reading."""
    if correction.what == "title":
        it.title = correction.value
    return True


_ACTS: dict[type, Callable[[Working, Any], bool]] = {
    Merge: _merge,
    Split: _split,
    Level: _level,
    Recast: _recast,
    Discard: _discard,
    Restore: _restore,
    Unrepair: _unrepair,
    PageStart: _page_start,
    NotWrong: _settled,
    Plainly: _settled,
    Described: _described,
}
