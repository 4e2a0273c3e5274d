"""Names in one text, by the rules of `name_rules`: what a reader would point at with a finger."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from beiguan_desktop.core.name_edges import (
    ADMINISTRATION,
    AND,
    COUNT,
    SEGMENT,
    WORDS_OF_DOING,
    edges,
    lead_end,
)
from beiguan_desktop.core.name_rules import LIKE_A_NAME, LISTED, LONG, Kind, Rule
from beiguan_desktop.core.place_rules import SHORT

_LONGEST_WORD = 5
_MOST_LISTED = 20
_LONG_ENOUGH = 5
"""Characters of a stem among which two rare ones are a name: 彰东大棚改项目, not 引荐项目."""
_MODIFIERS = frozenset(
    "新老大小高低各全本该此其多等级型化性类式省市县区乡镇村国家旧总分副正主次优强首双两"
    "一二三四五六七八九十百千万亿"
)
_NEVER_FIRST = frozenset("式型性级类的了等之率员者们期与及暨")
_BEFORE = frozenset("至届处除占")
"""Characters that stand before a short name and hardly ever begin one: 至巨能路."""
_ORDINARY_WORDS = """
人民 中心 中央 幸福 和谐 平安 安居 团结 胜利 解放 友好 和平 阳光 东部 西部 南部 北部 中部
"""
ORDINARY = frozenset(_ORDINARY_WORDS.split())
"""Words that name a road by themselves, but no project: 人民路, but not 人民医院 or 中心项目."""
_NUMBERED = re.compile("[一二三四五六七八九十东西南北中前后环]+")
_ADMINISTERED = re.compile("[一-鿿]{2,3}[市区县省](?!级)")
_CLOSED = frozenset("”’）》")
_OURS = frozenset("区县市省")
"""What names one's own: 区长城学校 is 长城学校."""
_TWO_THINGS = re.compile("[等的]|.[和与及暨并]")
_PAIR = re.compile("、?[一-鿿]{1,4}[路街巷]|、?[一-鿿]{1,3}大[道街]")
_PAIR_BEFORE = 3
_PAIRED = re.compile("(?:[路街巷]|大[道街])、?$")
_BETWEEN = re.compile("、|(?<=[^、]{4})[和及](?=...)")
_AMOUNT = re.compile("(?:总?投资)?[0-9.]+[亿万千]?(?:多|余)?(?:元|平方米|公里|亩|吨)的?")
_NO_NAME = re.compile("[的“”]|(?:部分|以|赛)$")
_SO_MANY = re.compile("[0-9一二三四五六七八九十两几多]*个?(?:行政|自然|重点|示范|贫困)?")
_SORTS: dict[str, Kind] = {word: kind for kind, words in LISTED for word in words.split("|")}
_LIST = re.compile(
    "(?P<items>[^，。；：！？等]{2,160})等(?P<more>[^，。；：、！？等]{0,12}?)(?P<sort>"
    + "|".join(sorted(_SORTS, key=len, reverse=True))
    + ")(?![子路部])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A name at code points start…end of a text without blanks."""

    kind: Kind
    start: int
    end: int


class _Clause:
    """What stands between two marks of a text, and where names may begin in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start = text, start
        self.words = text[start:end]
        self.named: list[tuple[int, int]] = []

    @cached_property
    def _edges(self) -> tuple[list[int], list[int], set[int]]:
        found = edges(self.words)
        if self.words[0] in AND and self._text[self._start - 1 : self._start] in _CLOSED:
            found[1].insert(0, 1)  # 「…”和黛眉山景区」 goes on, though a mark stands before 和
        return found

    @property
    def firm(self) -> list[int]:
        return self._edges[0]

    @property
    def loose(self) -> list[int]:
        return self._edges[1]

    @property
    def counted(self) -> set[int]:
        return self._edges[2]

    @cached_property
    def soft(self) -> set[int]:
        """The ends of other names; one of a village may begin there, one of a school does not."""
        return {match.end() for match in ADMINISTRATION.finditer(self.words)}

    def bound(self, at: int) -> int:
        """Return where a short name before `at` may begin; 和 in 和平路 begins none."""
        firm = max(b for b in self.firm if b <= at)
        others = [b for b in self.soft if b <= at] + [b for b in self.loose if b + 2 <= at]
        return max([firm, *others])

    def is_paired(self, begin: int, end: int) -> bool:
        """Tell whether another road stands before or after: 健康路友谊路, 文化路、红旗路."""
        text, at = self._text, self._start + begin
        before = text[max(0, at - _PAIR_BEFORE) : at]
        return bool(_PAIR.match(text, self._start + end) or _PAIRED.search(before))


class NameFinder:
    """Finds names; `plain` are the words that make no name by themselves."""

    def __init__(self, plain: frozenset[str]) -> None:
        self._plain = plain | ORDINARY | WORDS_OF_DOING
        self._short = _endings(SHORT)
        self._long = _endings(LONG)

    def find(self, text: str) -> list[Found]:
        """Return the names of a text without blanks, in order; one may lie within another."""
        found: dict[tuple[int, int], Kind] = {}
        for match in SEGMENT.finditer(text):
            for kind, start, end in self._in_clause(text, match.start(), match.end()):
                found.setdefault((match.start() + start, match.start() + end), kind)
        for kind, start, end in self._listed(text):
            found.setdefault((start, end), kind)
        names = (Found(kind, start, end) for (start, end), kind in found.items())
        return sorted(names, key=lambda name: (name.start, -name.end))

    # -- by their endings

    def _in_clause(self, text: str, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
        clause = _Clause(text, start, end)
        for span, rule in _ends(self._short, clause.words):
            begin = self._short_begin(clause, rule, span)
            if begin is not None and begin not in clause.counted:
                yield rule.kind, begin, span[1]
                clause.soft.add(span[1])
                clause.named.append((begin, span[1]))
        for span, rule in _ends(self._long, clause.words):
            begin = self._long_begin(clause, rule, span)
            if begin is not None and begin not in clause.counted:
                yield rule.kind, begin, span[1]

    def _short_begin(self, clause: "_Clause", rule: Rule, span: tuple[int, int]) -> int | None:
        words, (at, end) = clause.words, span
        if rule.not_after.match(words, end) or rule.not_before.search(words, 0, at):
            return None
        bound = clause.bound(at) if rule.most else at
        begin = self._past_plain(words, bound, at)
        if begin == at and rule.is_way and clause.is_paired(bound, end):
            begin = bound
        begin += words[begin] in _BEFORE and at - begin > rule.least
        begin += words[begin] in _OURS and at - begin > 2
        is_word = words[begin] not in _NEVER_FIRST and (rule.has_figures or words[begin] >= "一")
        is_fit = is_word and rule.least <= at - begin <= rule.most
        return begin if is_fit else None

    def _past_plain(self, words: str, bound: int, at: int) -> int:
        """Return where a name begins after the last plain word, but leave 化工 to 化工三路."""
        begin = last = position = bound
        while position < at:
            size = self._plain_size(words, position, at)
            position += size or 1
            if size:
                last, begin = position - size, position
        return last if begin < at and _NUMBERED.fullmatch(words, begin, at) else begin

    def _plain_size(self, words: str, begin: int, at: int) -> int:
        for size in range(min(_LONGEST_WORD, at - begin), 1, -1):
            word = words[begin : begin + size]
            if word in self._plain and word not in ORDINARY:
                return size
        return 0

    def _long_begin(self, clause: "_Clause", rule: Rule, span: tuple[int, int]) -> int | None:
        """Return where a long name begins: after the last doing, or after an 和 or 向 there."""
        at, end = span
        if rule.not_after.match(clause.words, end):
            return None
        last = clause.firm[bisect_right(clause.firm, at - rule.least) - 1]
        if any(last < place <= at for place in clause.counted):
            return None
        begins = [place for place in reversed(clause.loose) if last < place <= at - rule.least]
        for begin in [*begins, last]:
            stem = clause.words[begin:at]
            if len(stem) > rule.most or _TWO_THINGS.search(stem):
                return None
            is_named = any(begin <= low and high <= at for low, high in clause.named)
            if stem and stem[0] not in _NEVER_FIRST and (is_named or self._is_rare(stem, rule)):
                is_ours = stem[0] in _OURS and self.is_name(stem[1:])
                return begin + is_ours
        return None

    def _is_rare(self, stem: str, rule: Rule) -> bool:
        return self.is_name(stem, 2 if len(stem) >= _LONG_ENOUGH else rule.rare)

    def is_name(self, words: str, rare: int = 2) -> bool:
        """Tell whether so many characters of some words, at least, belong to no plain word."""
        match = _ADMINISTERED.match(words)
        return self._rare(words[match.end() :] if match else words) >= rare

    def _rare(self, words: str) -> int:
        """Count the Han characters that the best cutting into plain words leaves over."""
        least = [0]
        for end in range(1, len(words) + 1):
            last = words[end - 1]
            best = least[end - 1] + ("一" <= last <= "\u9fff" and last not in _MODIFIERS)
            for size in range(2, min(_LONGEST_WORD, end) + 1):
                word = words[end - size : end]
                if word in self._plain:
                    best = min(best, least[end - size])
            least.append(best)
        return least[-1]

    # -- in lists

    def _listed(self, text: str) -> Iterator[tuple[Kind, int, int]]:
        for match in _LIST.finditer(text):
            if _SORTS[match["sort"]] == "镇村街道" and not _SO_MANY.fullmatch(match["more"]):
                continue
            kind, items = _SORTS[match["sort"]], self._items(match["items"], match.start("items"))
            names = [words for _, words in items if self._is_listed(words)]
            for begin, words in items:
                if words in names or (names and kind == "项目" and _is_like(words, names)):
                    yield _own_kind(words) or kind, begin, begin + len(words)

    def _items(self, text: str, at: int) -> list[tuple[int, str]]:
        """Cut a list at 、 and 和; the first item begins after what is done with it."""
        items = []
        for number, words in enumerate(_BETWEEN.split(text)):
            begin = 0 if number else self._listed_begin(words)
            amount = _AMOUNT.match(words, begin)
            begin = amount.end() if amount else begin
            items.append((at + begin, words[begin:]))
            at += len(words) + 1
        return items

    def _listed_begin(self, words: str) -> int:
        """Return where the first of a list begins: what is done with it stands before."""
        begin = lead_end(words)
        if begin and len(words) - begin <= _MOST_LISTED:
            return begin
        firm, loose, counted = edges(words)
        for at in sorted({*firm, *loose}, reverse=True):
            if at not in counted and self._is_listed(words[at:]):
                return at
        return 0

    def _is_listed(self, words: str) -> bool:
        if not 2 <= len(words) <= _MOST_LISTED or words[0] in _NEVER_FIRST or words[0] in AND:
            return False
        return not COUNT.match(words) and not _NO_NAME.search(words) and self.is_name(words)


def _own_kind(words: str) -> Kind | None:
    """Return the kind that the ending of a listed name tells: a house among projects is one."""
    rules = (rule for rule in LONG if re.search(f"(?:{rule.endings})$", words))
    return next((rule.kind for rule in rules), None)


def _is_like(words: str, names: list[str]) -> bool:
    """Tell whether what stands beside names in a list is a name: it ends or begins like one."""
    is_fit = 3 <= len(words) <= _MOST_LISTED and not COUNT.match(words)
    return is_fit and bool(
        LIKE_A_NAME.search(words) or any(words[:2] == name[:2] for name in names)
    )


def _ends(
    endings: tuple[re.Pattern[str], tuple[Rule, ...]], words: str
) -> Iterator[tuple[tuple[int, int], Rule]]:
    """Yield every ending in a clause with its rule."""
    pattern, rules = endings
    for match in pattern.finditer(words):
        yield match.span(), rules[(match.lastindex or 0) - 1]  # one group always matched


def _endings(rules: tuple[Rule, ...]) -> tuple[re.Pattern[str], tuple[Rule, ...]]:
    """Join the endings of all rules into one pattern whose groups are the rules."""
    return re.compile("|".join(f"({rule.endings})" for rule in rules)), rules
