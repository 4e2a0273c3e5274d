"""Headings that only their row proves: 1.1 投资 and 1.2 消费; 1、扩大投资：; long ones, 第二，…."""

import re
from collections.abc import Sequence
from itertools import pairwise

from beiguan_desktop.core.columns import columns
from beiguan_desktop.core.headings import is_short_title
from beiguan_desktop.core.labels import begins_torn, is_closed, is_left_open, is_single, label

_DECIMAL = re.compile(
    r"([1-9][0-9]?(?:\.[1-9][0-9]?){0,3})([ \u3000\u00a0]*)"
    r"((?:[0-9]{4}年)?[\u3400-\u9fff][^，。；！？：:]*)"
)
_UNIT = re.compile("个(?![体人])|万(?!众)|[亿倍元亩吨]|公里|平方|人次|百分点")
_UNIT_AT_ONCE = re.compile(rf"{_UNIT.pattern}|[0-9年月日户套件]|人(?![民才口文居])|家(?!庭)")
"""What stands at once behind a number that counts, and begins no title."""
_LONGEST = 40
"""Columns of a heading with a decimal number, at most."""
_LONGEST_ABOVE = 60
_PROSE = 24
"""Columns of an open line that is prose, at least."""
_MEANS = re.compile("即|是?指")
"""What begins the explanation of a term; no chapter does."""

Number = tuple[int, ...]


def decimal(text: str) -> Number:
    """Return the number of a line like 2.1 扩大投资, (2, 1); empty for any other line.

    A blank stands behind a number without a dot; no unit behind any, for 5.5 亿元 is a figure.
    """
    found = _DECIMAL.fullmatch(text)
    if not found or columns(text) > _LONGEST:
        return ()
    number, blank, words = found.groups()
    if (_UNIT if blank else _UNIT_AT_ONCE).match(words) or not (blank or "." in number):
        return ()
    return tuple(map(int, number.split(".")))


def decimals(texts: Sequence[str]) -> set[int]:
    """Find headings with decimal numbers: two or more in a row, each with something below it."""
    rows: list[list[int]] = []
    last: Number = ()
    for index, text in enumerate(texts[:-1]):
        number = decimal(text)
        if not number or not _stands_over(number, texts[index + 1]):
            continue
        is_next = bool(rows) and rows[-1][-1] == index - 1
        if index and not is_next and not _ends(texts[index - 1]):
            continue
        if last and _follows(last, number):
            rows[-1].append(index)
        elif number[-1] == 1:
            rows.append([index])
        else:
            continue
        last = number
    return {index for row in rows if len(row) > 1 for index in row}


def _ends(text: str) -> bool:
    """Tell whether something may begin below a line: it is closed, or a heading with a label."""
    is_head = label(text) is not None and columns(text) <= _LONGEST_ABOVE and is_single(text)
    return is_closed(text) or is_head


def _stands_over(number: Number, following: str) -> bool:
    """Tell whether prose or a deeper heading follows, and not the next entry of a list."""
    below = decimal(following)
    return len(below) > len(number) if below else _is_prose(following)


def _is_prose(text: str) -> bool:
    return not begins_torn(text) and (is_closed(text) or columns(text) > _PROSE)


def _follows(last: Number, number: Number) -> bool:
    """Tell whether a number comes next: 1.1 below 1; 1.3, 2 or 2.1 after 1.2."""
    nexts = [(*last[:depth], last[depth] + 1) for depth in range(len(last))]
    return number != last and any(
        number[: len(one)] == one and set(number[len(one) :]) <= {1} for one in [last, *nexts]
    )


def titled(texts: Sequence[str]) -> set[int]:
    """Find headings like 1、扩大投资： over prose: two in a row lead to no list."""
    row = [
        (i, (found.style, found.number))
        for i, (text, following) in enumerate(pairwise(texts))
        if (found := label(text))
        and found.style in ("arabic", "circled")
        and _is_title(text, following)
    ]
    return _in_row(row)


def _is_title(text: str, following: str) -> bool:
    is_over = _is_prose(following) and not label(following) and not _MEANS.match(following)
    return is_over and is_short_title(text)


def open_row(texts: Sequence[str], standing: set[int]) -> set[int]:
    """Find long headings like 第二，… that end without a stop: two in a row are not torn."""
    row = [
        (i, (found.style, found.number))
        for i, text in enumerate(texts[:-1])
        if (found := label(text))
        and found.style == "ordinal"
        and (i in standing or _is_open_head(text, texts[i + 1]))
    ]
    return _in_row(row)


def _is_open_head(text: str, following: str) -> bool:
    is_open = not is_closed(text) and not is_left_open(text) and is_single(text)
    is_over = columns(following) > 30 and not label(following) and not begins_torn(following)
    return is_open and is_over and 12 <= columns(text) <= 40


def _in_row(row: Sequence[tuple[int, tuple[str, int]]]) -> set[int]:
    """Return the places of labels whose neighbour has the next number."""
    return {
        i
        for (one, (style, number)), (other, after) in pairwise(row)
        if after == (style, number + 1)
        for i in (one, other)
    }
