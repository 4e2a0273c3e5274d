"""Whether words that an opinion wished stand in the new edition: changed or added ones."""

from beiguan_desktop.core.adoption_ground import (
    CHECK,
    Adoption,
    Ground,
    Spot,
    bare,
    elsewhere,
    exact,
    half,
    in_part,
    shown,
    taken,
    unmarked,
    unseen,
)
from beiguan_desktop.core.anchoring import sentence_at
from beiguan_desktop.core.beside import Beside
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.differing import differences
from beiguan_desktop.core.evening import even, widened
from beiguan_desktop.core.letters import letter_count


def changed(ground: Ground, anchor: Anchor, words: str) -> Adoption:
    """Tell whether new words stand where the old ones stood, and the old ones are gone."""
    place = ground.place(anchor)
    if place is None:
        return _without_place(ground, anchor, words)
    beside, start, end = place
    new = widened(even(words))
    wanted = beside.one[:start] + new + beside.one[end:]
    if wanted == beside.one or not beside.is_touched(start, end):
        return unseen("这里没有改动")
    spot = exact(beside, wanted, start, start + len(new)) or _alone(beside, start, end, new)
    if spot is not None:
        return taken(ground, words, spot)
    at = beside.stands(wanted, start, start + len(new), beside.across(start, end))
    if at is not None:
        return _with_others(ground, beside, (start, end), words, at)
    found = _changed_in_part(ground, beside, (start, end), wanted)
    return found or elsewhere(ground, words)


def _with_others(
    ground: Ground, beside: Beside, span: tuple[int, int], words: str, at: int
) -> Adoption:
    """Judge new words that stand at their place, beside which other words were changed too."""
    quote, new = beside.one[slice(*span)], widened(even(words))
    spot = Spot(*beside.back(at, at + len(new)))
    where = ground.where(spot.unit)
    if _is_left(quote, new, beside.two[slice(*beside.across(*span))]):
        return half(f"{shown(words)}已写进{where}，原来的话还在", spot)
    return taken(ground, words, spot)


def _alone(beside: Beside, start: int, end: int, words: str) -> Spot | None:
    """Return where nothing but the words stands in place of old characters."""
    low, high = beside.across(start, end, widely=False)
    is_theirs = unmarked(beside.two[low:high]) == unmarked(words) != ""
    return Spot(*beside.back(low, high)) if is_theirs else None


def _changed_in_part(
    ground: Ground, beside: Beside, span: tuple[int, int], wanted: str
) -> Adoption | None:
    """Judge change by change what was asked of a passage."""
    start, end = span
    new = wanted[start : len(wanted) - len(beside.one) + end]
    room = beside.across(start, end)
    found = []
    for it in differences(beside.one[start:end], new):
        at = beside.stands(wanted, start + it.low, start + it.high, room)
        if at is not None and letter_count(new[it.low : it.high]):
            found.append((new[it.low : it.high], Spot(*beside.back(at, at + it.high - it.low))))
    if found:
        named = "".join(shown(words) for words, _ in found)
        spots = [spot for _, spot in found]
        return half(f"写进了一半：{named}已写进{ground.where(spots[0].unit)}", *spots)
    return in_part(ground, beside, new, room)


def _without_place(ground: Ground, anchor: Anchor, words: str) -> Adoption:
    """Judge words whose paragraph is gone: others may stand in its place."""
    spot = ground.anew(bare(words))
    if spot is not None and anchor.unit is not None and spot.unit in ground.gap(anchor.unit):
        return taken(ground, words, spot)
    found = elsewhere(ground, words)
    return found if found.spots else unseen(f"这一段不在新稿里，{CHECK}")


def added(ground: Ground, anchor: Anchor, words: str) -> Adoption:
    """Tell whether words stand behind a place, near it, or as a paragraph of their own."""
    place = ground.place(anchor)
    plain = bare(words)
    if place is None or not plain:
        return _without_place(ground, anchor, words)
    beside, _, point = place
    new = widened(even(words))
    wanted = beside.one[:point] + new + beside.one[point:]
    spot = exact(beside, wanted, point, point + len(new))
    if spot is not None:
        return taken(ground, words, spot)
    low = point + new.index(widened(plain)) if widened(plain) in new else point
    everywhere = 0, len(beside.two)
    at = beside.stands(wanted, low, low + len(plain), everywhere)
    if at is not None and beside.fresh(at, at + len(plain)) * 2 >= len(plain):
        return taken(ground, words, Spot(*beside.back(at, at + len(plain))))
    near = _beside_it(ground, beside, plain)
    if near is not None:
        return taken(ground, words, near)
    room = beside.across(*_sentence(beside.one, point))
    return in_part(ground, beside, plain, room) or elsewhere(ground, words)


def _beside_it(ground: Ground, beside: Beside, words: str) -> Spot | None:
    """Return where words stand in a new paragraph next to what a place's own has become."""
    spot = ground.anew(words)
    around = {unit + step for unit in beside.new for step in (-1, 1)}
    is_near = spot is not None and spot.unit in around and spot.unit not in ground.came_of
    return spot if is_near else None


def somewhere(ground: Ground, anchor: Anchor, words: str) -> Adoption:
    """Judge words for a section or the whole report."""
    spot = ground.anew(bare(words))
    if spot is None:
        return unseen()
    if anchor.place == "report" or spot.unit in ground.new_section(anchor):
        return taken(ground, words, spot)
    return elsewhere(ground, words)


def _is_left(quote: str, words: str, there: str) -> bool:
    """Tell whether old words still stand beside the new ones."""
    rest = there.replace(words, "\n") if quote in words else there
    return bool(quote) and quote in rest


def _sentence(row: str, position: int) -> tuple[int, int]:
    """Return the sentence before a position of a row."""
    return sentence_at(row, max(0, position - 1))
