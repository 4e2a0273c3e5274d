"""Where somebody wants to go: to a page, to a paragraph, to where one begins with some words."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from beiguan_desktop.core.folding import fold
from beiguan_desktop.core.labels import label
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report, Unit

Aim = Literal["nothing", "page", "paragraph", "words"]

_FIGURES = "([0-9０-９]{1,6})"
_NUMBER = "([0-9０-９]{1,6}|[〇零一二两三四五六七八九十百]{1,6})"
_PAGE = re.compile(f"第?{_FIGURES}|第?{_NUMBER}页|[Pp页][.．]?{_FIGURES}")
_PARAGRAPH = re.compile(f"第?{_NUMBER}(?:自然)?段|[Dd段§¶]{_FIGURES}")
_DIGITS = {digit: at for at, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_BEGINNING = 60
"""How many characters of a paragraph count as its beginning."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """What was understood: `place` is unit and position, None when the report has none such.

    `number` is the page or paragraph asked for, `most` the last there is; of words, how many
    paragraphs begin with them.
    """

    aim: Aim
    place: tuple[int, int] | None = None
    number: int = 0
    most: int = 0


class Guide:
    """Understands what is typed to go somewhere in one report."""

    def __init__(self, report: Report, pages: Pages) -> None:
        """Take a report and its pages."""
        self._report, self._pages = report, pages

    @cached_property
    def _beginnings(self) -> list[tuple[str, str]]:
        return [_beginning(unit) for unit in self._report.units]

    @cached_property
    def _page_starts(self) -> dict[int, tuple[int, int]]:
        return {page: (unit, position) for page, unit, position in self._pages.starts()}

    def understand(self, typed: str) -> Aimed:
        """Return where some words lead.

        A bare number is a page, or a paragraph where the pages of the print are not known.
        """
        words = "".join(typed.split())
        if not words:
            return Aimed("nothing")
        paragraph, page = _PARAGRAPH.fullmatch(words), _PAGE.fullmatch(words)
        if paragraph:
            return self._paragraph(_number(paragraph))
        if page and page[1] and not self._pages.count:
            return self._paragraph(_number(page))
        if page:
            number = _number(page)
            return Aimed("page", self._page_starts.get(number), number, self._pages.count)
        return self._words(typed)

    def _paragraph(self, number: int) -> Aimed:
        unit = self._report.paragraphs.get(number)
        place = (unit.ordinal, 0) if unit else None
        return Aimed("paragraph", place, number, len(self._report.paragraphs))

    def _words(self, typed: str) -> Aimed:
        wanted = fold(typed)
        units = [
            at
            for at, beginnings in enumerate(self._beginnings)
            if wanted and any(each.startswith(wanted) for each in beginnings)
        ]
        return Aimed("words", (units[0], 0) if units else None, most=len(units))


def _beginning(unit: Unit) -> tuple[str, str]:
    """Return how a unit begins, with its label and without it: （六）优化公共服务 begins twice."""
    text = unit.text[:_BEGINNING]
    found = label(text)
    return fold(text), fold(text[found.length :]) if found else ""


def _number(match: re.Match[str]) -> int:
    """Return the number that was matched, written in figures or in Han up to 999."""
    written = next(group for group in match.groups() if group)
    if written.isdecimal():
        return int(written)
    total, digit = 0, 0
    for character in written:
        if character in _DIGITS:
            digit = digit * 10 + _DIGITS[character]
        else:
            total += (digit or 1) * (100 if character == "百" else 10)
            digit = 0
    return total + digit
