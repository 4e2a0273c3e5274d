"""名词: words of a report that need explaining, with the report's own explanation where it has one.

Three places explain: the glossary behind the report, a bracket right after a quoted phrase, and
即 or 是指 after it. Quoted phrases with numerals or letters that none of them explains are listed,
too: in them figures stand for words.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from beiguan_desktop.core.places import Mention
from beiguan_desktop.core.report import Report, Unit

LONGEST = 24
"""Characters a quoted phrase may have; what is longer is a quotation."""

_QUOTES = '“”‘’"「」『』'
_HEAD = re.compile(
    "(?:《.{0,12}》)?.{0,8}(?:名词|用语|术语|词语|缩略语).{0,4}(?:解释|注释|说明|释义)[：:]?"
)
_NUMBER = re.compile(
    r"\s*(?:[\[［【〔(（]\s*\d{1,3}\s*[\]］】〕)）][.．、]?|\d{1,3}\s*[.．、]|[①-⑳]|[＠※*])\s*"
)
_BRACKETED = re.compile(
    r"[\[［【〔](?P<term>[^\]］】〕]{2,40})[\]］】〕]\s*(?P<words>.+)", re.DOTALL
)
_COLON = re.compile(
    r"(?P<term>(?:“[^”]{1,30}”|[^：:—。，；？！“”]){1,40}?)(?:[：:]|——?|。(?=是指|指))\s*(?P<words>.+)",
    re.DOTALL,
)
_QUOTED = re.compile(f"“(?P<phrase>[^“”]{{1,{LONGEST}}})”")
_ALONE = re.compile("“([^“”]+)”")
_INNER = re.compile("“([^“”]{2,})”")
_FIGURES = re.compile("[0-9A-Za-z０-９Ａ-Ｚａ-ｚ一二三四五六七八九十百千万亿两双]")
_PLAIN_PERIOD = re.compile("十[一二三四五六七八九]五")
"""The five-year plans: everybody in the hall knows what they are called."""
_IN_BRACKETS = re.compile(r"[（(](?P<words>[^（）()]{4,120})[）)]")
_SPEAKS_OF_PAGES = re.compile("见第|详见|同上|附[件表]")
_THAT_IS = re.compile(
    "[，,]?(?:即(?!将|时|可|使|便|兴|办)[：:]?|是指|指的是|指(?!南|导|明|挥|定|标|出|引|数|向|示|令|派|战)|就是)"
    "(?P<words>[^。；！？]{4,160})"
)
_CALLED = re.compile(
    "(?P<words>[^，。；：！？（(]{4,60})[（(](?:以下)?简称[：:]?“(?P<phrase>[^“”]{2,24})”[）)]"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term with where it stands; `words` is empty when the report does not explain it.

    `source` is where the explanation stands, None without one.
    """

    term: str
    words: str
    source: Mention | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a report in the order in which they are first used."""

    explained: tuple[Term, ...] = ()
    unexplained: tuple[Term, ...] = ()

    def among(self, unit: int, start: int, end: int) -> tuple[Term, ...]:
        """Return the terms of which something lies between two code points of a unit.

        Those with an explanation come first, a longer one before a shorter.
        """
        found = [
            (not term.words, -len(term.term), number)
            for number, term in enumerate((*self.explained, *self.unexplained))
            if any(m.unit == unit and m.start < end and start < m.end for m in term.mentions)
        ]
        return tuple((*self.explained, *self.unexplained)[number] for *_, number in sorted(found))


def terms(report: Report) -> Terms:
    """Find the terms of a report: those it explains, and those it leaves to the reader."""
    explained: dict[str, tuple[str, str, Mention]] = {}
    for name, words, source in [*_glossary(report), *_in_passing(report)]:
        for spelling in _spellings(name):
            explained.setdefault(spelling, (name, words, source))
    mentions = _mentions(report, explained)
    known: dict[str, Term] = {}
    for spelling, (name, words, source) in explained.items():
        old = known.get(name)
        found = {*mentions[spelling], *(old.mentions if old else ())}
        places = tuple(sorted(found - {source}, key=_place))
        known[name] = Term(name, words, source, places)
    return Terms(
        tuple(sorted(known.values(), key=lambda term: _place(_first(term)))),
        tuple(_unexplained(report, explained)),
    )


def _first(term: Term) -> Mention:
    return term.mentions[0] if term.mentions else term.source or Mention(0, 0, 0)


def _place(mention: Mention) -> tuple[int, int, int]:
    return mention.unit, mention.start, mention.end


# -- what explains


def _glossary(report: Report) -> Iterator[tuple[str, str, Mention]]:
    """Yield the items of the glossary; an item torn over several lines is put together."""
    is_open = is_numbered = False
    item: tuple[str, str, Mention] | None = None
    for unit in report.units:
        if unit.kind != "note":
            continue
        if _HEAD.fullmatch(unit.text.strip()):
            is_open = True
            continue
        number = _NUMBER.match(unit.text)
        is_item = number or (is_open and not is_numbered)
        found = _item(unit, number.end() if number else 0) if is_item else None
        is_numbered = is_numbered or bool(number and found)
        if found:
            if item:
                yield item
            item = found
        elif item and not number and not item[1].endswith("。"):
            item = (item[0], item[1] + unit.text.strip(), item[2])
    if item:
        yield item


def _item(unit: Unit, start: int) -> tuple[str, str, Mention] | None:
    match = _BRACKETED.match(unit.text, start) or _COLON.match(unit.text, start)
    if match is None or len(match["words"].strip()) < 4:
        return None
    term, words = match["term"].strip(), match["words"].strip()
    alone = _ALONE.fullmatch(term)
    return alone[1] if alone else term, words, Mention(unit.ordinal, *match.span("term"))


def _in_passing(report: Report) -> Iterator[tuple[str, str, Mention]]:
    """Yield what the report explains where it says it: in brackets, or after 即 and 是指."""
    for unit in report.units:
        if unit.kind not in ("paragraph", "heading"):
            continue
        for quoted in _QUOTED.finditer(unit.text):
            match = _IN_BRACKETS.match(unit.text, quoted.end()) or _THAT_IS.match(
                unit.text, quoted.end()
            )
            if match and not _SPEAKS_OF_PAGES.search(match["words"]):
                place = Mention(unit.ordinal, *match.span("words"))
                yield quoted["phrase"], match["words"].strip(), place
        for match in _CALLED.finditer(unit.text):
            yield (
                match["phrase"],
                match["words"].strip(),
                Mention(unit.ordinal, *match.span("words")),
            )


def _spellings(name: str) -> Iterator[str]:
    """Yield how the text may write a term: whole, and each part of it that is quoted."""
    for part in (name, *_INNER.findall(name)):
        spelling = _bare(part)
        if len(spelling) >= 2:
            yield spelling


# -- where they stand


def _mentions(report: Report, wanted: Collection[str]) -> dict[str, list[Mention]]:
    """Find the spellings in the report's own words; bare figures only in quotation marks."""
    found: dict[str, list[Mention]] = defaultdict(list)
    if not wanted:
        return found
    pattern = re.compile("|".join(map(re.escape, sorted(wanted, key=len, reverse=True))))
    for unit in report.units:
        if unit.kind not in ("paragraph", "heading"):
            continue
        text, places = _bare_places(unit.text)
        for match in pattern.finditer(text):
            start, end = places[match.start()], places[match.end() - 1] + 1
            if match.group().isascii() and unit.text[start - 1 : start] != "“":
                continue
            found[match.group()].append(
                Mention(unit.ordinal, start, _closed(unit.text, start, end))
            )
    return found


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a term with the quotation mark that closes one within: 河道“五乱”."""
    is_open = text.count("“", start, end) > text.count("”", start, end)
    return end + 1 if is_open and text[end : end + 1] == "”" else end


def _unexplained(report: Report, explained: dict[str, tuple[str, str, Mention]]) -> Iterator[Term]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for unit in report.units:
        if unit.kind not in ("paragraph", "heading"):
            continue
        for quoted in _QUOTED.finditer(unit.text):
            phrase = "".join(quoted["phrase"].split())
            is_short = _FIGURES.search(phrase) and not re.search("[。！？；]", phrase)
            if is_short and not _PLAIN_PERIOD.fullmatch(phrase) and _bare(phrase) not in explained:
                found[phrase].append(Mention(unit.ordinal, *quoted.span()))
    for phrase, mentions in found.items():
        yield Term(phrase, "", None, tuple(mentions))


def _bare(text: str) -> str:
    return _bare_places(text)[0]


def _bare_places(text: str) -> tuple[str, list[int]]:
    """Return a text without blanks and quotation marks, and where its characters stand."""
    places = [at for at, c in enumerate(text) if not c.isspace() and c not in _QUOTES]
    return "".join(text[at] for at in places), places
