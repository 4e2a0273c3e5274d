"""The numbers that Word makes by itself: what stands before a paragraph of a list.

Definitions are values (ECMA-376 part 1, 17.9); `Numbering` goes through the paragraphs in order and
says of each what Word would show. Reads no file.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from beiguan_desktop.formats.number_forms import written

LEVELS = 9
"""Levels of a list: 0 to 8."""
OFF = "0"
"""The list that means: no number, whatever the style says."""

_PLACE = re.compile("%([1-9])")
_NO_BLANK_AFTER = "、，。．：；！？）】〕》〉」』)]},:;"
_UNCOUNTED = ("bullet", "none")
_DEEPEST = 50  # styles that stand upon one another; a loop of them ends here


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    `form` is a value of ST_NumberFormat, `text` holds %1 … %9 for the numbers of the levels;
    `restart` is the count of levels above whose use starts this one anew (None: all, 0: never);
    `style` is the paragraph style that means this level.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    is_legal: bool = False
    is_hidden: bool = False
    style: str = ""


Levels = Mapping[int, Level]


@dataclass(frozen=True, slots=True)
class Abstract:
    """What lists have in common; with a `link` the levels are those of that numbering style."""

    levels: Levels = field(default_factory=dict)
    link: str = ""


@dataclass(frozen=True, slots=True)
class Instance:
    """A list of a document: levels and first numbers that are its own go before the common ones."""

    abstract: str
    levels: Levels = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Style:
    """What of a style bears on numbers, sight and rank; None: the style it is based on decides.

    `outline` is the outline level from 0, the last of them that of plain text.
    """

    based_on: str = ""
    list_id: str | None = None
    level: int | None = None
    is_hidden: bool | None = None
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a document says of its lists and styles; `usual` is the style of plain paragraphs."""

    abstracts: Mapping[str, Abstract] = field(default_factory=dict)
    lists: Mapping[str, Instance] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    usual: str = ""

    def chain(self, style: str) -> list[tuple[str, Style]]:
        """Return a style and those it is based on, nearest first."""
        chain: list[tuple[str, Style]] = []
        while style in self.styles and len(chain) < _DEEPEST:
            chain.append((style, self.styles[style]))
            style = chain[-1][1].based_on
        return chain

    def paragraph_chain(self, style: str) -> list[tuple[str, Style]]:
        """Return the chain of a paragraph's style, the usual one where it has none."""
        return self.chain(style if style in self.styles else self.usual)


class Numbering:
    """Counts the paragraphs of each list as they come."""

    def __init__(self, definitions: Definitions) -> None:
        self._of = definitions
        self._counts: dict[str, dict[int, int]] = {}
        """What each level of a kind of list has come to; lists of one kind count together."""
        self._begun: set[tuple[str, int]] = set()
        """Lists and levels whose own first number has been given."""

    def before(self, style: str, list_id: str | None, level: int | None) -> str:
        """Return what stands before the next paragraph, the blank after it included.

        `style` is its style ("" for none), `list_id` and `level` what it says itself.
        """
        place = self._place(style, list_id, level)
        if place is None:
            return ""
        name, depth = place
        common = self._of.lists[name].abstract
        levels = self._levels(name)
        counts = self._counts.setdefault(common, {})
        self._count(name, depth, levels, counts)
        at = levels[depth]
        shown = "" if at.is_hidden else self._shown(name, depth, levels, counts)
        return shown + _blank(shown, at.suffix)

    def _place(self, style: str, list_id: str | None, level: int | None) -> tuple[str, int] | None:
        """Return the list and the level of a paragraph, or None where it has no number."""
        chain = self._of.paragraph_chain(style)
        said = [list_id, *(each.list_id for _, each in chain)]
        name = self._resolved(next((each for each in said if each is not None), None))
        if name is None:
            return None
        levels = self._levels(name)
        if level is None and list_id is None:
            level = self._level_of_style(chain, levels)
        depth = level or 0
        return (name, depth) if depth in levels else None

    def _level_of_style(self, chain: list[tuple[str, Style]], levels: Levels) -> int | None:
        """Return the level that names a style of the chain, else the one that a style names."""
        for name, each in chain:
            for depth, level in levels.items():
                if level.style == name:
                    return depth
            if each.level is not None:
                return each.level
        return None

    def _resolved(self, name: str | None) -> str | None:
        """Return the list whose levels count: a numbering style stands for another list."""
        for _ in range(_DEEPEST):
            if name is None or name == OFF or name not in self._of.lists:
                return None
            link = self._of.abstracts.get(self._of.lists[name].abstract, Abstract()).link
            if not link or link not in self._of.styles:
                return name
            name = self._of.styles[link].list_id
        return None

    def _levels(self, name: str) -> Levels:
        here = self._of.lists[name]
        return {**self._of.abstracts.get(here.abstract, Abstract()).levels, **here.levels}

    def _start(self, name: str, depth: int, levels: Levels) -> int:
        return self._of.lists[name].starts.get(depth, levels.get(depth, Level()).start)

    def _count(self, name: str, depth: int, levels: Levels, counts: dict[int, int]) -> None:
        is_own_first = depth in self._of.lists[name].starts and (name, depth) not in self._begun
        self._begun.add((name, depth))
        if is_own_first or depth not in counts:
            counts[depth] = self._start(name, depth, levels)
        else:
            counts[depth] += 1
        for below in range(depth + 1, LEVELS):
            restart = levels.get(below, Level()).restart
            if depth < (below if restart is None else min(restart, below)):
                counts.pop(below, None)

    def _shown(self, name: str, depth: int, levels: Levels, counts: Mapping[int, int]) -> str:
        at = levels[depth]
        if at.form in _UNCOUNTED:
            return _PLACE.sub("", at.text)

        def number(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            level = levels.get(other)
            if other > depth or level is None or level.form in _UNCOUNTED:
                return ""
            count = counts.get(other, self._start(name, other, levels))
            is_figures = at.is_legal and level.form != "decimalZero"
            return written(count, "decimal" if is_figures else level.form)

        return _PLACE.sub(number, at.text)


def _blank(shown: str, suffix: str) -> str:
    """Return what keeps a number and the words apart: Word's tab or space is one blank.

    None after a sign that closes or parts, which brings its own room: 一、, （一）, 1).
    """
    return " " if shown and suffix != "nothing" and shown[-1] not in _NO_BLANK_AFTER else ""
