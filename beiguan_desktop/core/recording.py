"""代录: what a recorder types in one line, a name and a place, and who and where that may be."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.finding import Initials
from beiguan_desktop.core.folding import fold
from beiguan_desktop.core.going import Guide
from beiguan_desktop.core.labels import label
from beiguan_desktop.core.naming import name_in, parted, plain
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report, Unit

MOST = 12
"""How many places are offered for what was typed."""

_LINE = re.compile("第?([0-9０-９]{1,6})(?:页第?|[/／])([0-9０-９]{1,6})行?")
_LETTERS = re.compile("[A-Za-z]{1,6}")
_LEAST_INITIALS = 2
"""One letter is the beginning of too many paragraphs."""
_WORDS = 60
"""How many characters of a paragraph count as its beginning."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that was meant: a unit and a position in its text, code points."""

    unit: int
    position: int = 0


@dataclass(frozen=True, slots=True)
class Meant:
    """Who may be meant by what was typed of a name.

    `people` come in the order in which ↓ goes through them. The first is taken when
    `is_sure`; else nobody is, until he is pointed at. `unread` are letters that are the
    initials of nobody: they are no name.
    """

    name: str
    delegation: str
    people: tuple[Person, ...] = ()
    is_sure: bool = False
    unread: str = ""


def who_is_meant(typed: str, people: Iterable[Person], initials: Initials) -> Meant:
    """Return who may be meant by a name with or without a delegation, or by initials.

    A name in Han is sure only when it is somebody's whole name: its beginning may be the
    whole name of somebody new. Letters are the initials of a part of a name, from its first
    character on. Raises UserError for several names and for figures.
    """
    first, delegation = parted(typed)
    name = name_in(first)
    if not name:
        return Meant("", delegation)
    whole, begun, spelt = [], [], []
    wanted = fold(name)
    pattern = initials.pattern(wanted) if wanted.isascii() else None
    for person in people:
        if delegation and not person.delegation.startswith(delegation):
            continue
        folded = fold(person.name)
        if plain(person.name) == name:
            whole.append(person)
        elif folded.startswith(wanted):
            begun.append(person)
        elif pattern is not None and pattern.match(initials.spell(folded)):
            spelt.append(person)
    if pattern is None:
        exact = [it for it in whole if it.delegation == delegation] if delegation else whole
        near = [it for it in whole if it not in exact]
        return Meant(name, delegation, (*exact, *near, *begun), is_sure=bool(exact))
    found = (*whole, *begun, *spelt)
    unread = name if not found and _LETTERS.fullmatch(name) else ""
    return Meant(name, delegation, found, is_sure=bool(found), unread=unread)


class PlaceReader:
    """Understands where an opinion belongs, from what a recorder types about it."""

    def __init__(self, report: Report, pages: Pages, initials: Initials) -> None:
        """Take a report, its pages, and the table of initials."""
        self._report, self._pages, self._initials = report, pages, initials
        self._guide = Guide(report, pages)

    def understand(self, typed: str) -> list[Spot]:
        """Return the places that may be meant, the likeliest first, at most MOST.

        `20` is a page of the print (a paragraph where pages are not known), `20/10` a line of
        it, 段12 a paragraph; words are those a paragraph begins with, else words in it, and
        letters the initials of either. Nothing typed is the whole report: no spot.
        """
        words = "".join(typed.split())
        line = _LINE.fullmatch(words)
        if line:
            return self._at_line(int(line[1]), int(line[2]))
        aimed = self._guide.understand(typed)
        if aimed.aim == "page":
            return self._on_page(aimed.number)[:MOST]
        if aimed.aim == "paragraph":
            return [Spot(*aimed.place)] if aimed.place else []
        return self._with_words(fold(typed))[:MOST]

    def _bodies(self) -> Sequence[Unit]:
        """Return what an opinion is recorded on: paragraphs, else whatever there is."""
        paragraphs = list(self._report.paragraphs.values())
        return paragraphs or self._report.units

    def _on_page(self, page: int) -> list[Spot]:
        """Return the paragraphs on a page: those that begin there, then the one that runs on."""
        begun, running = [], []
        for unit in self._bodies():
            first, last = self._ends(unit)
            if first == page:
                begun.append(Spot(unit.ordinal))
            elif first < page <= last:
                running.append(Spot(unit.ordinal, self._first_on(unit, page)))
        return begun + running

    def _ends(self, unit: Unit) -> tuple[int, int]:
        one = self._pages.at(unit.ordinal, 0)
        other = self._pages.at(unit.ordinal, max(0, len(unit.text) - 1))
        return (one.page, other.page) if one and other else (0, 0)

    def _first_on(self, unit: Unit, page: int, line: int = 1) -> int:
        """Return the first position of a unit at or after a line of a page, by halves."""
        low, high = 0, len(unit.text) - 1
        while low < high:
            middle = (low + high) // 2
            at = self._pages.at(unit.ordinal, middle)
            if at is not None and (at.page, at.line) < (page, line):
                low = middle + 1
            else:
                high = middle
        return low

    def _at_line(self, page: int, line: int) -> list[Spot]:
        """Return the paragraph that has a line of a page."""
        for unit in self._bodies():
            position = self._first_on(unit, page, line)
            at = self._pages.at(unit.ordinal, position)
            if at is not None and (at.page, at.line) == (page, line):
                return [Spot(unit.ordinal, position)]
        return []

    def _with_words(self, wanted: str) -> list[Spot]:
        if not wanted:
            return []
        begun, within, spelt = [], [], []
        is_spelt = wanted.isascii() and len(wanted) >= _LEAST_INITIALS
        pattern = self._initials.pattern(wanted) if is_spelt else None
        for unit in self._bodies():
            heads = _beginnings(unit)
            if any(head.startswith(wanted) for head in heads):
                begun.append(Spot(unit.ordinal))
            elif wanted in fold(unit.text):
                within.append(Spot(unit.ordinal))
            elif pattern is not None and any(map(pattern.match, map(self._initials.spell, heads))):
                spelt.append(Spot(unit.ordinal))
        return begun + within + spelt


def _beginnings(unit: Unit) -> tuple[str, ...]:
    """Return how a unit begins, with its label and without it."""
    text = unit.text[:_WORDS]
    found = label(text)
    return (fold(text), fold(text[found.length :])) if found else (fold(text),)
