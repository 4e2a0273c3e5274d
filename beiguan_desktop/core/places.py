"""What a report speaks of by name: an index of its villages, roads, projects, firms and trades.

It is built from the text alone. A name is the same wherever it is written the same, blanks aside;
so what a deputy has ticked in one edition is found again in the next.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from beiguan_desktop.core.anchoring import sentences
from beiguan_desktop.core.name_finding import ORDINARY, NameFinder
from beiguan_desktop.core.name_rules import KINDS, Kind
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.trades import TRADES, trade_words

_SPEAKING = ("paragraph", "heading")
"""Kinds of units that are the report's own words: titles name who speaks, notes explain words."""
_LONG_FORM = re.compile("(?P<short>.{2,})(?:镇|村|街道|社区|乡)$")
_NO_OTHER = "(?![一-鿿]?[区县市省州镇乡村街路巷道河桥湖山社校园学院])"
"""What may not follow a short form: 青石区 and 青石一中学 are not 青石镇."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place at which a name stands: code points start…end of a unit's text."""

    unit: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the report with its mentions in order; `words` are without blanks."""

    kind: Kind
    words: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that speaks of chosen names: its place, and which names stand where in it."""

    unit: int
    start: int
    end: int
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]


def index(report: Report, plain: frozenset[str]) -> tuple[Name, ...]:
    """Return the names of a report, grouped as in KINDS, the most frequent first.

    `plain` holds the words that make no name by themselves (resources/words/plain.txt).
    """
    finder = NameFinder(plain)
    found: dict[tuple[Kind, str], list[Mention]] = defaultdict(list)
    texts = [(unit, *_without_blanks(unit.text)) for unit in report.units if unit.kind in _SPEAKING]
    for unit, text, places in texts:
        for name in finder.find(text):
            words = text[name.start : name.end]
            found[name.kind, words].append(_mention(unit, places, name.start, name.end))
        for trade, start, end in trade_words(text):
            found["行业", trade].append(_mention(unit, places, start, end))
    _add_short_forms(found, texts)
    return tuple(sorted((_name(key, mentions) for key, mentions in found.items()), key=_rank))


def passages(report: Report, names: Iterable[Name]) -> tuple[Passage, ...]:
    """Return the sentences in which the names stand, in the order of the report."""
    mentions = sorted(
        ((mention, name.words) for name in names for mention in name.mentions),
        key=lambda pair: (pair[0].unit, pair[0].start, -pair[0].end),
    )
    found: list[Passage] = []
    for unit, group in groupby(mentions, key=lambda pair: pair[0].unit):
        found += _of_unit(report.units[unit], list(group))
    return tuple(found)


def sentence_counts(report: Report, names: Iterable[Name]) -> dict[str, int]:
    """Return in how many sentences each name stands, by its words, as `passages` counts them."""
    ends: dict[int, list[int]] = {}
    found: dict[str, int] = {}
    for name in names:
        places = set()
        for mention in name.mentions:
            if mention.unit not in ends:
                ends[mention.unit] = [end for _, end in sentences(report.units[mention.unit].text)]
            places.add((mention.unit, bisect_right(ends[mention.unit], mention.start)))
        found[name.words] = len(places)
    return found


def units_of(names: Iterable[Name]) -> frozenset[int]:
    """Return the ordinals of the units that speak of the names."""
    return frozenset(mention.unit for name in names for mention in name.mentions)


def _of_unit(unit: Unit, mentions: list[tuple[Mention, str]]) -> Iterator[Passage]:
    at = 0
    for start, end in sentences(unit.text):
        inside = []
        while at < len(mentions) and mentions[at][0].start < end:
            inside.append(mentions[at])
            at += 1
        if inside:
            names = tuple(dict.fromkeys(words for _, words in inside))
            yield Passage(unit.ordinal, start, end, names, tuple(m for m, _ in inside))


def _add_short_forms(
    found: dict[tuple[Kind, str], list[Mention]],
    texts: Collection[tuple[Unit, str, list[int]]],
) -> None:
    """Count 柏庄 for 柏庄镇 where the text has the long form and no other name holds the short."""
    short = _short_forms(found)
    if not short:
        return
    taken = _taken(found)
    either = "|".join(map(re.escape, sorted(short, key=len, reverse=True)))
    pattern = re.compile(f"({either}){_NO_OTHER}")
    for unit, text, places in texts:
        for match in pattern.finditer(text):
            mention = _mention(unit, places, *match.span())
            if mention.start not in taken[unit.ordinal]:
                short[match.group(1)].append(mention)


def _short_forms(found: dict[tuple[Kind, str], list[Mention]]) -> dict[str, list[Mention]]:
    """Return the short forms of villages and towns, each with the mentions of its long one.

    幸福 is no short form of 幸福村: it is a word.
    """
    short: dict[str, list[Mention]] = {}
    for (kind, words), mentions in found.items():
        long = _LONG_FORM.match(words) if kind == "镇村街道" else None
        if long is not None and long["short"] not in ORDINARY:
            short.setdefault(long["short"], mentions)
    return short


def _taken(found: dict[tuple[Kind, str], list[Mention]]) -> dict[int, set[int]]:
    """Return the code points of each unit that belong to a name."""
    taken: dict[int, set[int]] = defaultdict(set)
    for (kind, _), mentions in found.items():
        for mention in mentions if kind != "行业" else ():
            taken[mention.unit].update(range(mention.start, mention.end))
    return taken


def _without_blanks(text: str) -> tuple[str, list[int]]:
    """Return a text without blanks, and where each of its characters stands in the text."""
    places = [at for at, character in enumerate(text) if not character.isspace()]
    return "".join(text[at] for at in places), places


def _mention(unit: Unit, places: list[int], start: int, end: int) -> Mention:
    return Mention(unit.ordinal, places[start], places[end - 1] + 1)


def _name(key: tuple[Kind, str], mentions: list[Mention]) -> Name:
    kind, words = key
    return Name(kind, words, tuple(sorted(mentions, key=lambda m: (m.unit, m.start))))


def _rank(name: Name) -> tuple[int, int, int, Mention | tuple[int, int]]:
    if name.kind == "行业":
        return KINDS.index(name.kind), list(TRADES).index(name.words), 0, (0, 0)
    first = name.mentions[0]
    return KINDS.index(name.kind), -len(name.mentions), 0, (first.unit, first.start)
