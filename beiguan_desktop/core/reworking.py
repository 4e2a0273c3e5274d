"""A reading while it is corrected: its units, repairs, what was left out, and its page starts."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from beiguan_desktop.core import headings
from beiguan_desktop.core.frontmatter import plain_title
from beiguan_desktop.core.hierarchy import with_paths
from beiguan_desktop.core.labels import first_sentence, label
from beiguan_desktop.core.letters import letter_count, letter_offsets
from beiguan_desktop.core.pagination import seam_marks
from beiguan_desktop.core.remaking import extent, offset, position, remade
from beiguan_desktop.core.report import PageMark, Reading, Repair, Runin, Unit

_DEEPEST = 4


class Working:
    """What corrections are made to; numbers, paths and letters are settled at the end."""

    def __init__(self, text: str, reading: Reading) -> None:
        """Take a reading of a decoded source."""
        self.text, self.title = text, reading.title
        self.units = list(reading.units)
        self.repairs = list(reading.repairs)
        self.noise = reading.noise
        self._marks = list(reading.marks)
        self._counts = [letter_count(unit.text) for unit in self.units]
        self._given = reading

    def beginning_at(self, at: int) -> int | None:
        """Return the unit that begins at a place of the source."""
        index = bisect_left(self.units, at, key=_start)
        is_there = index < len(self.units) and _start(self.units[index]) == at
        return index if is_there else None

    def holding(self, start: int, end: int) -> int | None:
        """Return the unit between whose ends start…end of the source lies."""
        index = bisect_right(self.units, start, key=_start) - 1
        return index if index >= 0 and end <= extent(self.units[index])[1] else None

    def within(self, index: int) -> list[Repair]:
        """Return the repairs within a unit, in order."""
        return self.between(*extent(self.units[index]))

    def between(self, start: int, end: int) -> list[Repair]:
        """Return the repairs that begin and end between two places of the source."""
        first = bisect_left(self.repairs, start, key=_repair_start)
        last = bisect_right(self.repairs, end, key=_repair_start)
        return [it for it in self.repairs[first:last] if it.end <= end]

    def exchange(self, gone: Sequence[Repair], added: Sequence[Repair]) -> None:
        """Take repairs off the list and put others on it."""
        places = {(it.start, it.end) for it in gone}  # to compare their words takes far longer
        kept = [it for it in self.repairs if (it.start, it.end) not in places or it not in gone]
        self.repairs = sorted([*kept, *added], key=_place) if added else kept

    def seams(self, index: int) -> list[int]:
        """Return the places of the source at which a page of the print ended within a unit."""
        unit, within = self.units[index], self.within(index)
        return [offset(unit, within, seam) for seam in unit.seams]

    def made(self, unit: Unit, seams: Sequence[int]) -> Unit:
        """Return a unit with the words of its spans; `seams` are code points of the source."""
        return remade(self.text, unit, self.between(*extent(unit)), seams)

    def letter_before(self, index: int, place: int) -> int:
        """Return how many letters of the report lie before a place of a unit's text."""
        return sum(self._counts[:index]) + letter_offsets(self.units[index].text)[place]

    def put(self, first: int, last: int, units: Sequence[Unit], letter: int | None = None) -> None:
        """Put units in the place of first…last (end exclusive), and page starts after them.

        Letters come or go at `letter`, where the first of them lies if not told.
        """
        counts = [letter_count(unit.text) for unit in units]
        before = sum(self._counts[:first])
        more = sum(counts) - sum(self._counts[first:last])
        self.units[first:last] = units
        self._counts[first:last] = counts
        if more:
            self._marks = _shifted(self._marks, before if letter is None else letter, more)

    def begin_page(self, letter: int, page: int) -> None:
        """Let a page begin with the character after so many letters."""
        others = [mark for mark in self._marks if mark.letter != letter]
        self._marks = [*others, PageMark(letter, page, 1, "hand")]

    def is_page_start(self, letter: int) -> bool:
        """Tell whether the print itself says that a page begins there."""
        pages = {mark.letter: mark.page for mark in self._marks if mark.origin == "pdf"}
        before = max((it for it in pages if it < letter), default=None)
        return letter in pages and before is not None and pages[before] < pages[letter]

    def reading(self) -> Reading:
        """Return the reading as it now is, numbered anew."""
        units: list[Unit] = []
        letter, number = 0, 0
        for ordinal, (unit, count) in enumerate(zip(self.units, self._counts, strict=True)):
            number += unit.kind == "paragraph"
            own = number if unit.kind == "paragraph" else None
            units.append(replace(unit, ordinal=ordinal, number=own, letter=letter))
            letter += count
        units = with_paths([replace(unit, path=()) for unit in units])
        return replace(
            self._given,
            title=self._titled(units),
            units=tuple(units),
            noise=self.noise,
            repairs=tuple(self.repairs),
            marks=self._marked(units),
        )

    def _titled(self, units: Sequence[Unit]) -> str:
        """Follow what stands as the title, unless a person named the report."""
        before, now = _title_of(self._given.units), _title_of(units)
        if self.title == self._given.title and now and now != before:
            return now
        return self.title

    def _marked(self, units: Sequence[Unit]) -> tuple[PageMark, ...]:
        """Return the page starts; those that seams give away are looked for anew."""
        told = [mark for mark in self._marks if mark.origin != "seam"]
        if any(mark.origin == "pdf" for mark in told) or units == list(self._given.units):
            told = self._marks
        else:
            known = {mark.letter for mark in told}
            told += [mark for mark in seam_marks(units) if mark.letter not in known]
        return tuple(sorted(told, key=lambda it: it.letter))


def own_runin(text: str, before: Sequence[Unit]) -> Runin | None:
    """Return the labelled heading a paragraph begins with, at the level of others like it."""
    found = headings.run_in(text)
    return found and replace(found, level=level_for(text, before))


def kept_runin(
    unit: Unit, repairs: Sequence[Repair], now: Unit, after: Sequence[Repair]
) -> Runin | None:
    """Return a unit's run-in with the words it now has, up to the stop that ended it."""
    if unit.runin is None:
        return None
    stop = offset(unit, repairs, len(unit.runin.text) - 1)
    return replace(unit.runin, text=now.text[: position(now, after, stop) + 1])


def whole_runin(text: str, level: int) -> Runin | None:
    """Return a heading that is a sentence as what a paragraph may begin with."""
    if first_sentence(text) != text or not text.endswith("。"):
        return None
    found = label(text)
    if found is None:
        return Runin(text, level, "topic")
    if found.style in ("ordinal", "dash"):
        return Runin(text, level, found.style)
    return Runin(text, level, "numbered")


def level_for(text: str, before: Sequence[Unit]) -> int:
    """Return the level of a heading after those before: that of its like, else one deeper."""
    style = _style(text)
    above = 0
    for unit in reversed(before):
        level = unit.runin.level if unit.runin else unit.level
        if level and _style(unit.text) == style and style:
            return level
        above = above or level * (unit.runin is None or unit.runin.type != "topic")
    found = label(text)
    return min(_DEEPEST, above + 1, found.level if found else _DEEPEST)


def _style(text: str) -> str:
    found = label(text)
    return found.style if found else ""


def _shifted(marks: Sequence[PageMark], at: int, more: int) -> list[PageMark]:
    """Move page starts behind letters that came or, `more` being less than 0, went.

    Where letters went, what a person told stays at the next letter; the rest goes with them.
    """
    gone = max(0, -more)
    out: dict[int, PageMark] = {}
    for mark in sorted(marks, key=lambda it: it.origin == "hand"):
        if mark.letter >= at + gone:
            out[mark.letter + more] = replace(mark, letter=mark.letter + more)
        elif mark.letter < at or mark.origin == "hand":
            here = min(mark.letter, at)
            out[here] = replace(mark, letter=here)
    return list(out.values())


def _title_of(units: Sequence[Unit]) -> str:
    return next((plain_title(unit.text) for unit in units if unit.kind == "title"), "")


def _start(unit: Unit) -> int:
    return unit.spans[0][0]


def _place(it: Repair) -> tuple[int, int]:
    return it.start, it.end


def _repair_start(it: Repair) -> int:
    return it.start
