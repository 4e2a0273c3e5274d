"""Cutting a head that an extraction glued together: title, occasion, speaker, salutation."""

import re
from collections.abc import Sequence

from beiguan_desktop.core.furniture import header_end, header_title
from beiguan_desktop.core.head_lines import DASH, DAY, OFFICE, YEAR, kind_of, speaks_of_a_report
from beiguan_desktop.core.labels import is_address, label
from beiguan_desktop.core.lines import Line, split

_GAP = r"[\s\u200b]*"
_HAN = r"[\u4e00-\u9fff]"
_NAME = rf"(?:{_HAN}{{1,8}}·{_HAN}{{1,10}}|(?:{_HAN}{_GAP}){{2,4}})"
_CLAUSE = "[^。！？；：，,]"
_PARTS = (
    # 2026年某市政府工作报告（讨论稿）
    rf"(?:{YEAR})?[^。！？；：:，,、—―─－–-]{{0,12}}{_GAP.join('政府工作报告')}(?:[（(][^（()）0-9]{{1,12}}[)）])?",
    # ——2026年1月9日在某市第五届人民代表大会第三次会议上
    (
        rf"(?:{DASH}{{1,4}}{_GAP}(?:{DAY})?在?|{DAY}{_GAP}在?|在){_CLAUSE}{{4,40}}"
        rf"(?:会议上|大会上|大会|会议)(?:的{_CLAUSE}{{0,8}}(?:报告|讲话))?[）)]?"
    ),
    # （2026年1月9日）
    rf"[（(]?{DAY}[)）]?",
    # 某市人民政府市长 石 青
    rf"{_CLAUSE}{{0,16}}{OFFICE}{_GAP}{_NAME}",
    # （2026年1月9日） also stands behind the speaker
    rf"[（(]?{DAY}[)）]?",
)
"""The lines of a head in the order they are printed in; any may be missing."""
_GLUED = re.compile("".join(f"({part})?{_GAP}" for part in _PARTS))
_GREETED = re.compile(f"{_GLUED.pattern}({_NAME})?{_GAP}")
"""Such a head above a salutation, where a name alone can only be the speaker's."""
_PAGE = re.compile("发布(?:时间|日期)|来源[：:]|分享到|字[体号]|打印")
_STOP = re.compile("[。！？；]")
_ELIDED = re.compile(r"(?:…|\.{3,})$")
_GREETING = re.compile("(?:各位(?:代表|委员)|同志们)(?:[、，, ](?:各位(?:代表|委员)|同志们))*[：:]")
_LONGEST = 120
"""Characters of a glued head, at most."""
_LONGEST_PAGE = 1000
"""Characters of a web page's words glued above a report, at most."""
_DEEPEST = 150
"""Lines of a web page that may stand above a report."""


def unglued_head(lines: Sequence[Line]) -> list[Line]:
    """Cut the lines down to the first words where an extraction glued a head together.

    There the title the extraction's own header names is cut out of a web page's words.
    """
    head = lines[:_DEEPEST]
    header, title = header_end(head), header_title(head)
    last, greeting = _first_words(head)
    out = []
    for index, line in enumerate(head[: last + 1]):
        places = _places(line.text, greeting if index == last else None)
        is_above = header <= index < last
        out += split(line, places or (_around(title, line.text) if is_above else []))
    return out + list(lines[last + 1 :])


def _first_words(lines: Sequence[Line]) -> tuple[int, re.Match[str] | None]:
    """Return the line with the salutation, and where in it; else that of the first chapter.

    One that begins its line counts before one inside a line; the abstract of a page (……) does
    not count.
    """
    found = [
        None if _ELIDED.search(line.text) else _GREETING.search(line.text, 0, _LONGEST_PAGE)
        for line in lines
    ]
    own = (i for i, greeting in enumerate(found) if greeting and not greeting.start())
    inside = (i for i, greeting in enumerate(found) if greeting)
    chapter = (i for i, line in enumerate(lines) if label(line.text) or is_address(line.text))
    index = next(own, next(inside, next(chapter, -1)))
    return index, found[index] if found else None


def _places(text: str, greeting: re.Match[str] | None) -> list[int]:
    """Return where the parts of a glued head begin, [] if a line is none."""
    end = greeting.start() if greeting else len(text)
    pattern = _GREETED if greeting else _GLUED
    found = pattern.fullmatch(text, 0, end) if end <= _LONGEST else None
    if not greeting and kind_of([text]):
        return []
    if not found and not (greeting and _is_above(text[:end])):
        return []
    places = {low for low, high in found.regs[1:] if low < high} if found else set()
    places |= {greeting.start(), greeting.end()} if greeting else set()
    return sorted(place for place in places if 0 < place < len(text))


def _is_above(text: str) -> bool:
    """Tell whether words before a salutation are no sentence: a web page's, or a head's."""
    return bool(_PAGE.search(text) or (speaks_of_a_report(text) and not _STOP.search(text)))


def _around(title: str, text: str) -> list[int]:
    """Return where a title begins and ends inside a line of no kind, [] if it is not there."""
    is_loose = kind_of([title]) == "title" and not kind_of([text])
    start = text.rfind(title) if is_loose else -1
    return [place for place in (start, start + len(title)) if start >= 0 and 0 < place < len(text)]
