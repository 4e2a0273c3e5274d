"""Where in a report a line of a table means: its paragraph, page and line, words, quotation."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import WHOLE_REPORT, Anchor
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.going import Guide
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report

_WHOLE = ("整篇", "全文", "全篇", "整份报告", "整个报告", "整篇报告", "报告全文", "总体")
_PAGE_LINE = re.compile(r"[第Pp]?(\d{1,4})[页/／.．,，:：-]第?(\d{1,3})行?")
_NUMBER = re.compile(r"[第Pp]?(\d{1,4})[页行段处]?")
_QUOTED = re.compile("“([^“”]{2,})”")
_DRESS = '“”"「」‘’。，；、….· \n'
"""What people put round words they copy, and what they copy along."""

Span = tuple[int, int, int]


class Places:
    """Finds places in one report; see `find`."""

    def __init__(self, report: Report, pages: Pages) -> None:
        """Take a report and its pages."""
        self._report, self._pages = report, pages
        self._guide = Guide(report, pages)

    def find(self, cells: Mapping[str, str]) -> Anchor:
        """Return the place that the cells of a line tell.

        Raises UserError, with what to write instead, for a place that is not there or may be
        more than one. Nothing said is the whole report.
        """
        quote = cells["quote"]
        if cells["paragraph"]:
            unit = self._paragraph(cells["paragraph"])
            return self._in_paragraph(quote, cells, unit) if quote else self._whole(unit)
        page, line, words = self._page(cells)
        if page is not None:
            return self._on_page(quote, cells, page, line)
        is_whole = not words or words in _WHOLE
        if quote:
            within = () if is_whole else self._section(words)
            return self._quoted(quote, cells, lambda span: span[0] in within)
        return WHOLE_REPORT if is_whole else self._whole(self._beginning(words))

    def _whole(self, unit: int) -> Anchor:
        is_heading = self._report.units[unit].kind == "heading"
        whole = anchoring.section if is_heading else anchoring.paragraph
        return whole(self._report, unit)

    # -- by number and by the first words

    def _paragraph(self, said: str) -> int:
        bare = "".join(said.split())
        aimed = self._guide.understand(bare if "段" in bare else f"第{bare}段")
        if aimed.aim == "words":
            return self._beginning(said)
        if aimed.place is None:
            raise UserError(
                f"没有第{aimed.number}段：这份报告一共{aimed.most}段。请核对段号，或者抄一句原文。"
            )
        return aimed.place[0]

    def _beginning(self, words: str) -> int:
        """Find the one paragraph or heading that begins with some words, or that holds them."""
        for said in (words, *_QUOTED.findall(words)):
            aimed = self._guide.understand(said)
            if aimed.place is not None and (aimed.aim != "words" or aimed.most == 1):
                return aimed.place[0]
            held = {span[0] for span in self._spans(said)} if aimed.place is None else set()
            if len(held) == 1:
                return held.pop()
        raise UserError(f"“{_short(words)}”不知道是哪一段。请写段号，或者在“原文”一列抄一句话。")

    # -- by page and line

    def _page(self, cells: Mapping[str, str]) -> tuple[int | None, int, str]:
        """Return page and line (0 for none) that are said, else the words of the place."""
        page, words = ("".join(cells[name].split()) for name in ("page", "place"))
        for said in (words, page):
            if both := _PAGE_LINE.fullmatch(said):
                return int(both[1]), int(both[2]), ""
        if _NUMBER.fullmatch(page):
            line = _number(cells["line"], "行") if cells["line"] else 0
            return _number(page, "页码"), line, ""
        aimed = self._guide.understand(words or page)
        return (aimed.number, 0, "") if aimed.aim == "page" else (None, 0, words or page)

    def _on_page(self, quote: str, cells: Mapping[str, str], page: int, line: int) -> Anchor:
        if quote:
            return self._quoted(quote, cells, lambda span: self._is_near(span, page))
        if not self._pages.count:
            raise UserError("这份报告不知道页码。请写段号，或者在“原文”一列抄一句话。")
        if not 1 <= page <= self._pages.count:
            raise UserError(f"没有第{page}页：这份报告约有{self._pages.count}页。请核对页码。")
        units = self._units_at(page, line)
        if len(units) == 1:
            return self._whole(units[0])
        if line:
            raise UserError(f"第{page}页没有第{line}行。请核对，或者在“原文”一列抄一句话。")
        raise UserError(f"第{page}页不止一段。请再写第几行、第几段，或者在“原文”一列抄一句话。")

    def _units_at(self, page: int, line: int) -> list[int]:
        """Return what stands on a page, or on one line of it; where a page ends is only about."""
        if (page, line) not in self._lines and (page, line - 1) in self._lines:
            line -= 1
        found = (units for at, units in self._lines.items() if at[0] == page and line in (0, at[1]))
        return sorted({unit for units in found for unit in units})

    @cached_property
    def _lines(self) -> dict[tuple[int, int], set[int]]:
        """What stands on each line of each page."""
        found: dict[tuple[int, int], set[int]] = {}
        for unit in self._report.units:
            for position in range(len(unit.text)):
                at = self._pages.at(unit.ordinal, position)
                key = (at.page, at.line) if at else (0, 0)
                found.setdefault(key, set()).add(unit.ordinal)
        return found

    # -- by quotation

    def _section(self, words: str) -> Sequence[int]:
        """Return what belongs to a heading or paragraph that is named beside a quotation."""
        try:
            unit = self._beginning(words)
        except UserError:  # the quotation may say it alone
            return ()
        title, units = self._report.units[unit].text, self._report.units
        return [it.ordinal for it in units if it.ordinal == unit or title in it.path]

    def _in_paragraph(self, quote: str, cells: Mapping[str, str], unit: int) -> Anchor:
        """Find a quotation in the paragraph whose number is said, and nowhere else."""
        found = [span for span in self._spans(quote) if span[0] == unit]
        if not found:
            elsewhere = (self._report.units[span[0]].number for span in self._spans(quote))
            numbers = "、".join(f"第{number}段" for number in sorted({*filter(None, elsewhere)}))
            hint = f"，它在{numbers}。请核对段号" if numbers else "。请照报告抄写"
            raise UserError(
                f"这一段里没有找到原文“{_short(quote)}”{hint}，或者只写段号，不写原文。"
            )
        return self._chosen(found, quote, cells, "这一段")

    def _quoted(
        self, quote: str, cells: Mapping[str, str], is_meant: Callable[[Span], bool]
    ) -> Anchor:
        """Find a quotation in the whole report; where it stands several times, what is meant."""
        found = self._spans(quote)
        if not found:
            raise UserError(
                f"报告里没有找到原文“{_short(quote)}”。请照报告抄写，或者只写段号，不写原文。"
            )
        return self._chosen([*filter(is_meant, found)] or found, quote, cells, "报告")

    def _chosen(
        self, found: Sequence[Span], quote: str, cells: Mapping[str, str], where: str
    ) -> Anchor:
        nth = _number(cells["nth"], "第几处") if cells["nth"] else 0
        if nth > len(found):
            raise UserError(f"原文“{_short(quote)}”在{where}里只有{len(found)}处。请核对第几处。")
        if len(found) > 1 and not nth:
            raise UserError(
                f"原文“{_short(quote)}”在{where}里有{len(found)}处。请抄长一些，"
                "或者写上段号，或者加一列“第几处”。"
            )
        return anchoring.passage(self._report, *found[max(0, nth - 1)])

    def _spans(self, quote: str) -> list[Span]:
        """Return every place of a quotation, if need be without what people put round it."""
        for words in dict.fromkeys((quote, quote.strip(_DRESS))):
            found = [
                (unit.ordinal, *span)
                for unit in self._report.units
                for span in anchoring.occurrences(unit.text, words)
            ]
            if found:
                return found
        return []

    def _is_near(self, span: Span, page: int) -> bool:
        """Tell whether a place is on a page, which is only about."""
        at = self._pages.at(span[0], span[1])
        return at is not None and abs(at.page - page) <= 1


def _number(cell: str, what: str) -> int:
    found = _NUMBER.fullmatch("".join(cell.split()))
    if found is None or not int(found[1]):
        raise UserError(f"{what}“{_short(cell)}”不是数字。请写一个数字，例如 20。")
    return int(found[1])


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 20 else f"{flat[:19]}…"
