"""Whether words that an opinion wished away have left their place: deleted or moved ones."""

import re

from beiguan_desktop.core.adoption_ground import (
    CHECK,
    Adoption,
    Ground,
    Spot,
    exact,
    half,
    shown,
    unseen,
)
from beiguan_desktop.core.beside import ENOUGH, Beside
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.referring import reference

_FEW = 4
"""Fewer letters than that are in every text."""
_ALIKE = 0.5
_NUMBER = re.compile(r"第\s*(\d+)\s*段")


def deleted(ground: Ground, anchor: Anchor) -> Adoption:
    """Tell whether words are gone from their place and stand nowhere else instead."""
    if anchor.place == "section":
        return _section_deleted(ground, anchor)
    if not ground.holds(anchor):
        return unseen()
    place = ground.place(anchor)
    if place is None:
        return _paragraph_gone(ground, anchor)
    beside, start, end = place
    if not beside.lost(start, end):
        return unseen("这里没有删改")
    wanted = beside.one[:start] + beside.one[end:]
    spot = exact(beside, wanted, start, start)
    if spot is None:
        return _otherwise(ground, anchor, place)
    return _gone(ground, anchor, beside, spot)


def _otherwise(ground: Ground, anchor: Anchor, place: tuple[Beside, int, int]) -> Adoption:
    """Judge words of which the neighbours were changed too."""
    beside, start, end = place
    low, high = beside.across(start, end, widely=False)
    there, quote = beside.two[low:high], beside.one[start:end]
    spot = Spot(*beside.back(low, high))
    where = ground.where(spot.unit)
    still = _still(ground, anchor, beside)
    if still is not None:
        return still
    left = letter_count(quote) - beside.lost(start, end)
    if not left and beside.kept >= _ALIKE and not _is_reworded(quote, there):
        return _gone(ground, anchor, beside, spot)
    if letter_count(there) <= left <= letter_count(quote) / 2:
        return half(f"{where}删去了一部分", spot)
    return unseen(f"{where}改写了这里，{CHECK}", spot)


def _gone(ground: Ground, anchor: Anchor, beside: Beside, spot: Spot) -> Adoption:
    """Judge words that left their place: they may only have moved."""
    words = shown(ground.quote(anchor))
    gone = Adoption("采纳", f"{words}已不在{ground.where(spot.unit)}", (spot,))
    return _still(ground, anchor, beside) or gone


def _still(ground: Ground, anchor: Anchor, beside: Beside) -> Adoption | None:
    """Tell that words stand as often as before, in their paragraph or, of many, in the report."""
    plain = ground.even_quote(anchor)
    old, new = (list(side.places(plain)) for side in (ground.editions.old, ground.editions.new))
    before = sum(ground.editions.old.unit_at(at) in beside.old for at in old)
    now = sum(ground.editions.new.unit_at(at) in beside.new for at in new)
    is_here = len(plain) >= _FEW and now >= max(1, before)
    if not is_here and (len(plain) < ENOUGH or len(new) < len(old)):
        return None
    at = next((at for at in new if ground.editions.is_free(at, at + 1)), new[0])
    there = ground.spot(at, at + len(plain))
    words = shown(ground.quote(anchor))
    return unseen(f"{words}还在{ground.where(there.unit)}，没有删去", there)


def _paragraph_gone(ground: Ground, anchor: Anchor) -> Adoption:
    """Judge words whose paragraph has nothing left in the new edition."""
    unit, words = anchor.unit or 0, ground.quote(anchor)
    if not ground.is_same_text or ground.is_doubtful(unit):
        return unseen()
    plain = ground.even_quote(anchor)
    old, new = (
        len(list(side.places(plain))) for side in (ground.editions.old, ground.editions.new)
    )
    if len(plain) >= ENOUGH and new >= old:
        return unseen(f"这一段没有了，别处还有{shown(words)}，{CHECK}")
    if ground.of(unit - 1) is None and ground.of(unit + 1) is None:
        return unseen()
    return Adoption("采纳", f"{shown(words)}所在的一段已经删去")


def _section_deleted(ground: Ground, anchor: Anchor) -> Adoption:
    """Tell how much of a section is gone."""
    units = ground.section(anchor)
    left = [unit for unit in units if ground.of(unit) is not None]
    if len(left) == len(units) or not ground.is_same_text:
        return unseen("这一节还在")
    if left:
        return half(f"这一节还剩{len(left)}段")
    return Adoption("采纳", "这一节已经删去")


def moved(ground: Ground, anchor: Anchor, goal: str) -> Adoption:
    """Tell whether a passage stands elsewhere, and whether that is where it was wished."""
    if not ground.holds(anchor) or anchor.place == "section":
        return unseen()
    found = _way_of(ground, anchor)
    if found is None:
        return unseen("这里没有移动")
    words = ground.quote(anchor)
    said = f"{shown(words)}现在在{ground.where(found.unit)}"
    if _is_goal(ground, anchor.unit or 0, found, goal):
        return Adoption("采纳", said, (found,))
    return half(f"{said}，是不是您要的地方", found)


def _way_of(ground: Ground, anchor: Anchor) -> Spot | None:
    """Return where a passage stands now, if it has left its place."""
    if anchor.place == "paragraph":
        return _paragraph_moved(ground, anchor.unit or 0)
    quote = ground.even_quote(anchor)
    place = ground.place(anchor)
    if len(quote) < _FEW or (place is not None and not place[0].lost(place[1], place[2])):
        return None
    there = list(ground.editions.new.places(quote))
    if len(there) != 1 or len(list(ground.editions.old.places(quote))) != 1:
        return None
    return ground.spot(there[0], there[0] + len(quote))


def _paragraph_moved(ground: Ground, unit: int) -> Spot | None:
    beside = ground.of(unit)
    if beside is None or len(beside.new) != 1 or beside.kept < _ALIKE:
        return None
    here = beside.new[0]
    is_here = here in ground.gap(unit)
    return None if is_here else Spot(here, 0, len(ground.new.units[here].text))


def _is_goal(ground: Ground, unit: int, spot: Spot, goal: str) -> bool:
    """Tell whether a place is that of the words: behind a paragraph named, or at its end."""
    text = ground.new.units[spot.unit].text
    if goal.startswith("本段末尾"):
        return ground.came_of.get(spot.unit) == unit and not letter_count(text[spot.end :])
    for beside in (spot.unit - 1, spot.unit):
        old = ground.came_of.get(beside)
        if old is None or old == unit:
            continue
        numbered = _NUMBER.search(goal)
        if numbered and int(numbered[1]) == ground.old.units[old].number:
            return True
        if goal == f"{reference(ground.old, Anchor('paragraph', old))}后":
            return True
    return False


def _is_reworded(quote: str, there: str) -> bool:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - seldom needed

    return bool(there) and Indel.normalized_similarity(quote, there) >= _ALIKE
