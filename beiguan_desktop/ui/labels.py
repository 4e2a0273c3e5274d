"""Words of the screen that more than one view says."""

import re
from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType

from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import clock

BUTTONS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "建议": ("提建议", "请政府做"),
        "修改": ("改报告", "换个写法"),
        "询问": ("问情况", "请说清楚"),
    }
)
"""The three kinds a deputy sees: kind → (word on the button, line under it)."""

NOT_A_PROPOSAL = "这是审议意见。要书面答复，请另填《代表建议、批评和意见》。"

LOST = "没找到位置"
"""What is said of the place of an opinion that has none in the text that is shown."""
QUOTED = 8
"""Characters of a passage that a card repeats; the passage itself stands in the text."""

_BLANKS = "(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])"  # compiled when first wanted
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_PRINTED = re.compile(rf"{_DATE.pattern}印")


def report_date(report: Report) -> str:
    """Return the day the report was given, as its own lines under the title name it."""
    return _first(report, _DATE, ("meta", "title"))


def day_in(texts: Iterable[str]) -> str:
    """Return the first day that lines name, "" if none does."""
    found = (_DATE.search("".join(text.split())) for text in texts)
    return next((match.group() for match in found if match), "")


def report_days(report: Report) -> str:
    """Say of each date that a report bears what it is: given on one day, printed on another."""
    given, printed = report_date(report), _first(report, _PRINTED, ("footer", "note"))
    days = (given and f"{given}在会上报告", printed)
    return "，".join(filter(None, days))


def _first(report: Report, pattern: re.Pattern[str], kinds: Collection[str]) -> str:
    texts = ("".join(unit.text.split()) for unit in report.units if unit.kind in kinds)
    found = (pattern.search(text) for text in texts)
    return next((match.group() for match in found if match), "")


def place_words(report: Report, anchor: Anchor | None) -> str:
    """Name a place: 第10段, 整篇报告."""
    if anchor is None:
        return "请先点一段"
    if anchor.unit is None:
        return "整篇报告"
    unit = report.units[anchor.unit]
    if unit.number is not None:
        return f"第{unit.number}段"
    return "这一节" if unit.kind == "heading" else "这一行"


def head_words(report: Report, anchor: Anchor | None) -> str:
    """Name where words belong, over their box: 第10段　整段, 对整篇报告."""
    words = place_words(report, anchor)
    if anchor is not None and anchor.unit is None:
        return f"对{words}"
    is_whole = anchor is not None and anchor.place == "paragraph" and words.startswith("第")
    return f"{words}　整段" if is_whole else words


def passage_words(report: Report, anchor: Anchor | None) -> str:
    """Repeat the words one writes about: a passage in quotation marks, else how it begins.

    The whole report is named by the head; its title need not be repeated.
    """
    if anchor is None:
        return ""
    if anchor.quote:
        from beiguan_desktop.core import referring  # noqa: PLC0415 - after the first paint

        return referring.quoted(referring.closed_up(anchor.quote))
    return "" if anchor.unit is None else report.units[anchor.unit].text


def closed_up(text: str) -> str:
    """Return a text without the source's blanks round Han characters, on one line."""
    return re.sub(_BLANKS, "", " ".join(text.split()))


def clock_words(stamp: str) -> str:
    """Return a stored time as people read it: the hour today, else the day as well."""
    when = clock.here(stamp)
    if when.date() == clock.today():
        return when.strftime("%H:%M")
    return f"{when.month}月{when.day}日 {when:%H:%M}"


def beginning(text: str) -> str:
    """Keep the first characters, without the source's blanks, and no number in halves."""
    text = closed_up(text)
    end = QUOTED
    while end < len(text) and re.fullmatch("[0-9A-Za-z.%]{2}", text[end - 1 : end + 1]):
        end += 1
    return text if len(text) <= end + 1 else text[:end] + "…"
