"""What may be a misprint: shown with a reason, never changed; rather one missed than one wrong."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from beiguan_desktop.core.report import Repair, Unit

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_CHARACTER = re.compile(f"[{_HAN}]")
_KINDS = ("heading", "paragraph")
_MANNER = 8
"""Findings of one kind from which on they are this report's manner."""
_MEANT = 3
"""Times from which on a rare character is meant."""

_PATTERNS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        "lost character",
        re.compile(f'\ufffd+|(?<=[{_HAN}。”0-9])[?](?=[{_HAN}“"0-9])'),
        "这里有字变成了乱码",
    ),
    ("double mark", re.compile("[，、；：][，、；：。]|。[，、；]|。。(?!。)"), "标点重复"),
    ("said twice", re.compile(f"((?!一)[{_HAN}]{{3,6}})\\1(?!\\1)"), "同样的字连着写了两遍"),
    ("said twice", re.compile("(?<!目)的的(?!确)|了了(?!解|结)"), "同样的字连着写了两遍"),
    ("two words in one", re.compile("(?<=在)[^，。；]{2,12}重申(?=中)"), "像是多了一个字"),
)
"""A sentence or a word nobody writes so, and what may have happened."""

_WIDE = str.maketrans("()", "（）")
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"))
_AFTER_NOT = frozenset(
    "断得能会少足高低强够同再仅但是到忘懈动变可容让漏停减松折合良利平准予敢想搞留超见为失惜如畏负易便必"
    "愿用出落打等当法起了住上下严实全均齐畅优多大小精深细紧快好论管顾怕稳清明确定适宜符满惑息摇移限懂知"
    "怀争抢拖推脱走越搬要应该由禁妨信服计辞远近正公安干净熟善完健振充分丢掉贪卷闻问改返过成行去来说谈偏"
    "倚渝朽屈挠群凡俗菲测规矩则"
)
"""Characters that begin a word which 不 may stand before."""


class _Find(NamedTuple):
    kind: str
    unit: Unit
    start: int
    end: int
    note: str


def found(units: Sequence[Unit], standard: Container[str]) -> list[Repair]:
    """Return what may be misprinted in headings and paragraphs, in the order of the source.

    `standard` holds the characters of the 通用规范汉字表. Grade 疑似; `after` = `before`.
    """
    finds = [find for unit in units if unit.kind in _KINDS for find in _in_unit(unit)]
    finds += _rare(units, standard)
    counts = Counter(find.kind for find in finds)
    listed = [_listed(find) for find in finds if counts[find.kind] <= _MANNER]
    return sorted(listed, key=lambda it: (it.start, it.end))


def _in_unit(unit: Unit) -> Iterator[_Find]:
    text = unit.source_text
    for kind, pattern, note in _PATTERNS:
        for match in pattern.finditer(text):
            yield _Find(kind, unit, *match.span(), note)
    for opening, closing in _PAIRS:
        at = _lonely(text.translate(_WIDE), opening, closing)
        if at is not None:
            yield _Find("lonely mark", unit, at, at + 1, f"“{text[at]}”没有和它配对的另一半")
    for at in accumulate(end - start for start, end in unit.spans[:-1]):
        if text[at - 1] == "不" and text[at] not in _AFTER_NOT and _CHARACTER.match(text[at]):
            yield _Find("torn words", unit, at - 1, at + 1, "换页的地方像是丢了字")


def _lonely(text: str, opening: str, closing: str) -> int | None:
    """Return where the first mark of a pair stands that has no other half."""
    open_at: list[int] = []
    for at, character in enumerate(text):
        if character == opening:
            open_at.append(at)
        elif character == closing:
            if not open_at:
                return at
            open_at.pop()
    return open_at[0] if open_at else None


def _rare(units: Sequence[Unit], standard: Container[str]) -> Iterator[_Find]:
    """Find characters that are no standard ones, unless the report writes them again and again."""
    places = [
        (match[0], unit, match.start())
        for unit in units
        if unit.kind in _KINDS
        for match in _CHARACTER.finditer(unit.source_text)
        if match[0] not in standard
    ]
    counts = Counter(character for character, _, _ in places)
    for character, unit, at in places:
        if counts[character] < _MEANT:
            note = f"“{character}”不在《通用规范汉字表》里，可能是错字、繁体字或异体字"
            yield _Find("rare character", unit, at, at + 1, note)


def _listed(find: _Find) -> Repair:
    """Name a find by its place in the source; of one that was torn, the first part."""
    begins = list(accumulate((end - start for start, end in find.unit.spans), initial=0))
    part = bisect_right(begins, find.start) - 1
    end = min(find.end, begins[part + 1])
    words = find.unit.source_text[find.start : end]
    start = find.unit.spans[part][0] + find.start - begins[part]
    note = f"{find.note}，请对照原件。"
    return Repair(find.kind, start, start + len(words), words, words, "疑似", note)
