"""What it is judged on whether an opinion was adopted: two editions, and sentences that say so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from beiguan_desktop.core.anchoring import sentences
from beiguan_desktop.core.beside import ENOUGH, Beside, Grounds
from beiguan_desktop.core.comment import Anchor, Outcome
from beiguan_desktop.core.editions import Editions
from beiguan_desktop.core.evening import even, piece_at, widened
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.referring import MARKS, closed_up, quoted
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.sections import Section, sections

CHECK = "请您核对"
_LONG = 16
"""So many characters elsewhere are no chance."""
_NEARLY = 65
"""How alike words are, in percent, that were adopted in other words."""
_SHOWN = 24
"""Characters of a wording that a note repeats."""
AROUND = 8
"""How many neighbours on either side make an exact place."""
_MARKS = MARKS + "、"


class Spot(NamedTuple):
    """Words in the new edition: code points start…end of a unit's text."""

    unit: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Adoption:
    """A proposal with its evidence: a sentence, and where the words were found.

    `was` and `now` are the sentences the opinion is about in both editions, empty where there
    are none; `unit` is where `now` stands.
    """

    outcome: Outcome
    note: str
    spots: tuple[Spot, ...] = ()
    was: str = ""
    now: str = ""
    unit: int | None = None


class Ground:
    """Two editions, and what has become of each place of the old one."""

    def __init__(self, old: Report, new: Report, editions: Editions | None = None) -> None:
        """Lay the editions beside one another, unless that was done already."""
        self.old, self.new = old, new
        texts = ([unit.text for unit in old.units], [unit.text for unit in new.units])
        self.editions = editions or Editions(*texts)
        self._grounds = Grounds(self.editions)
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        known = {*self.editions.same, *self.editions.group_of}
        kept = sum(len(self.editions.old.texts[unit]) for unit in known)
        self.is_same_text = kept * 2 >= len(self.editions.old.stream)
        """Whether most of the old edition is in the new one: else nothing can be called gone."""

    def of(self, unit: int | None) -> Beside | None:
        """Return an old unit beside what it has become; None when there is nothing of it."""
        return None if unit is None else self._grounds.of(unit)

    def place(self, anchor: Anchor) -> tuple[Beside, int, int] | None:
        """Return the ground of a place, and where in its old row the place is."""
        beside = self.of(anchor.unit) if self.holds(anchor) else None
        if beside is None or anchor.unit is None:
            return None
        unit, start, end = anchor.unit, anchor.start, anchor.end
        return beside, beside.at(unit, start), beside.at(unit, end)

    def holds(self, anchor: Anchor) -> bool:
        """Tell whether a place is words of the old edition that stand there."""
        unit = anchor.unit
        is_known = unit is not None and 0 <= unit < len(self.old.units)
        is_known = is_known and anchor.place in ("passage", "paragraph")
        return is_known and (not anchor.quote or self.quote(anchor) == anchor.quote)

    def quote(self, anchor: Anchor) -> str:
        """Return the words of a place as the old edition has them."""
        text = self.old.units[anchor.unit or 0].text
        return text[anchor.start : anchor.end]

    def even_quote(self, anchor: Anchor) -> str:
        """Return them even, without the marks at either end.

        They are made even with all their paragraph: a passage may cut a PM_{2.5} in two.
        """
        unit = anchor.unit or 0
        start, end = self.editions.old.unit(unit).there(anchor.start, anchor.end)
        return self.editions.old.texts[unit][start:end].strip(even(_MARKS))

    def anew(self, words: str, least: int = ENOUGH) -> Spot | None:
        """Return where even words stand in the new edition that nowhere stood in the old one."""
        if len(words) < least:
            return None
        stream, units, starts = self._changed
        at = stream.find(words)
        if at < 0 or words in self.editions.old.stream:
            return None
        index = piece_at(starts, at)
        start = self.editions.new.starts[units[index]] + at - starts[index]
        return self.spot(start, start + len(words))

    @cached_property
    def _changed(self) -> tuple[str, list[int], list[int]]:
        """The new units that are not the same as old ones in one row: only there are new words.

        Their ordinals, and where each begins; no words reach over the line between two.
        """
        same = set(self.editions.same.values())
        units = [unit.ordinal for unit in self.new.units if unit.ordinal not in same]
        texts = [self.editions.new.texts[unit] for unit in units]
        return "\n".join(texts), units, [*accumulate((len(it) + 1 for it in texts), initial=0)]

    def spot(self, start: int, end: int) -> Spot:
        """Return characters of the new row as code points of their unit."""
        side = self.editions.new
        unit = side.unit_at(start)
        base = side.starts[unit]
        return Spot(unit, *side.unit(unit).back(start - base, end - base))

    def is_doubtful(self, unit: int) -> bool:
        """Tell whether what an old unit has become may as well be another one's."""
        return self.editions.is_doubtful(unit, 0, len(self.editions.old.texts[unit]))

    def where(self, unit: int) -> str:
        """Name a unit of the new edition."""
        number = self.new.units[unit].number
        return "标题" if number is None else f"第{number}段"

    def gap(self, unit: int) -> range:
        """Return the new units between what an old one's neighbours have become."""
        last = len(self.new.units) - 1
        around = []
        for side in (range(unit - 1, -1, -1), range(unit + 1, len(self.old.units))):
            known = (self.of(other) for other in side)
            around.append(next((it.new for it in known if it is not None), None))
        before, after = around
        return range(before[-1] + 1 if before else 0, after[0] if after else last + 1)

    def section(self, anchor: Anchor) -> range:
        """Return the units of a section of the old edition."""
        found = self._sections.get(anchor.unit or 0)
        return range(found.first, found.last + 1) if found else range(0)

    def new_section(self, anchor: Anchor) -> range:
        """Return what stands between the units that a section has become."""
        known = [self.of(unit) for unit in self.section(anchor)]
        units = [unit for beside in known if beside is not None for unit in beside.new]
        return range(min(units), max(units) + 2) if units else range(0)

    @cached_property
    def _sections(self) -> dict[int, Section]:
        return {section.unit: section for section in _flat(sections(self.old.units))}

    @cached_property
    def came_of(self) -> dict[int, int]:
        """What each new unit came of, where it came of an old one."""
        return {new: old for old, new in (*self.editions.same.items(), *self.editions.kin)}

    def sentences(self, anchor: Anchor) -> tuple[str, str, int | None]:
        """Return the sentences round a place in both editions, and the new unit."""
        if anchor.unit is None or not self.holds(anchor):
            return "", "", None
        beside = self.of(anchor.unit)
        text = self.old.units[anchor.unit].text
        if anchor.unit not in self._sentences:
            self._sentences[anchor.unit] = sentences(text)
        spans = self._sentences[anchor.unit]
        low = max((start for start, _ in spans if start <= anchor.start), default=0)
        high = min((end for _, end in spans if end >= anchor.end), default=len(text))
        if beside is None:
            return text[low:high], "", None
        start, end = beside.at(anchor.unit, low), beside.at(anchor.unit, high)
        unit, first, last = beside.back(*beside.across(start, end))
        return text[low:high], self.new.units[unit].text[first:last], unit


def bare(words: str) -> str:
    """Return words even, without the marks at either end."""
    return even(words).strip(even(_MARKS))


def shown(words: str) -> str:
    """Quote words for a note, shortened where they are long."""
    plain = closed_up(" ".join(words.split())).strip(_MARKS) or words
    short = plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
    return quoted(short)


def taken(ground: Ground, words: str, spot: Spot, *, more: str = "") -> Adoption:
    """Tell that words stand in the text."""
    return Adoption("采纳", f"{shown(words)}已写进{ground.where(spot.unit)}{more}", (spot,))


def half(note: str, *spots: Spot) -> Adoption:
    """Tell that a part of what was asked was done."""
    return Adoption("部分采纳", f"{note}，{CHECK}", spots)


def unseen(why: str = "", *spots: Spot) -> Adoption:
    """Tell that nothing of it was seen, or nothing certain."""
    return Adoption("未见", f"没有看到：{why}" if why else f"没有看到，{CHECK}", spots)


def elsewhere(ground: Ground, words: str) -> Adoption:
    """Judge words of which the place is gone, or which are not at it."""
    even_words = bare(words)
    spot = ground.anew(even_words)
    if spot is None:
        return unseen()
    note = f"{shown(words)}写在{ground.where(spot.unit)}，不在原来的地方"
    return half(note, spot) if len(even_words) >= _LONG else unseen(f"{note}，{CHECK}", spot)


def in_part(ground: Ground, beside: Beside, words: str, room: tuple[int, int]) -> Adoption | None:
    """Judge words that do not stand as they were asked: whole clauses, else most of the letters."""
    row = widened(even(words))
    spots, found = [], []
    for clause in clauses(row):
        at = beside.stands(clause, 0, len(clause), room)
        if at is not None and beside.fresh(at, at + len(clause)) * 2 >= len(clause):
            spots.append(Spot(*beside.back(at, at + len(clause))))
            found.append(clause)
    if found and letter_count("".join(found)) * 3 >= letter_count(row):
        named = "".join(map(shown, found))
        return half(f"写进了一半：{named}已写进{ground.where(spots[0].unit)}", *spots)
    return _nearly(ground, beside, row, room)


def clauses(row: str) -> list[str]:
    """Cut a row of even text at its marks."""
    parts, at = [], 0
    for position, character in enumerate(row):
        if character in _MARKS and character not in ",:":
            parts.append(row[at:position])
            at = position + 1
    return [part for part in [*parts, row[at:]] if part]


def _nearly(ground: Ground, beside: Beside, row: str, room: tuple[int, int]) -> Adoption | None:
    """Judge words that stand nearly, in words of the room that are new."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - seldom needed

    low, high = room
    if len(row) < ENOUGH or high - low < ENOUGH:
        return None
    found = fuzz.partial_ratio_alignment(row, beside.two[low:high], score_cutoff=_NEARLY)
    if found is None:
        return None
    start, end = low + found.dest_start, low + found.dest_end
    was = fuzz.partial_ratio(row, beside.one) if len(beside.one) >= len(row) else 0
    if beside.fresh(start, end) * 2 < end - start or was >= found.score:
        return None
    spot = Spot(*beside.back(start, end))
    text = ground.new.units[spot.unit].text[spot.start : spot.end]
    return half(f"写法不完全一样：{ground.where(spot.unit)}现在是{shown(text)}", spot)


def exact(beside: Beside, wanted: str, start: int, end: int) -> Spot | None:
    """Return where wanted[start:end] stands between its neighbours, if it stood nowhere before."""
    if unmarked(beside.two) == unmarked(wanted):
        return Spot(*beside.back(start, end))
    low, high = max(0, start - AROUND), min(len(wanted), end + AROUND)
    if start - low < AROUND or high - end < AROUND:
        return None
    around = wanted[low:high]
    at = beside.two.find(around)
    if at < 0 or around in beside.one or beside.two.find(around, at + 1) >= 0:
        return None
    return Spot(*beside.back(at + start - low, at + end - low))


def unmarked(row: str) -> str:
    """Return a row without the marks at its ends."""
    return row.strip(_MARKS)


def _flat(found: Iterable[Section]) -> Iterator[Section]:
    for section in found:
        yield section
        yield from _flat(section.children)
