"""How a value of an .xlsx cell looks: a figure, a share, or a day that is counted from 1900."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from beiguan_desktop.formats.hearing import Heard

_DAYS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
_TIMES = frozenset((*range(18, 22), *range(32, 36), *range(45, 48)))
_SHARES = frozenset((9, 10))
"""Formats that are known by number alone (18.8.30), those of China among them."""
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
"""What of a format is shown as it stands: words, signs, colours."""
_FIRST = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - a calendar's
_LAST = 2_958_465  # 9999-12-31
_MOST_STYLES = 65_000


@dataclass(frozen=True, slots=True)
class Format:
    """What a number means: `kind` is day, time, share or figure."""

    kind: str = "figure"
    is_1904: bool = False


@dataclass(frozen=True, slots=True)
class Formats:
    """What numbers mean by the style of their cells."""

    kinds: Sequence[str]
    is_1904: bool

    def of(self, style: str) -> Format:
        """Return the format of a style, by its number as it is spelt."""
        at = whole_number(style)
        return Format(self.kinds[at] if 0 <= at < len(self.kinds) else "figure", self.is_1904)


class Styles(Heard):
    """Hears which style shows numbers how."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._styles: list[str] = []
        self._is_within = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Look at one format or style."""
        name = tag.rpartition("}")[2]
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._is_within = True
        elif name == "xf" and self._is_within and len(self._styles) < _MOST_STYLES:
            self._styles.append(attributes.get("numFmtId", "0"))

    def end(self, tag: str) -> None:
        """Hear the end of the list of styles."""
        if tag.endswith("}cellXfs"):
            self._is_within = False

    def formats(self, *, is_1904: bool) -> Formats:
        """Return what was heard."""
        return Formats([self._kind(number) for number in self._styles], is_1904)

    def _kind(self, number: str) -> str:
        if number in self._codes:
            return _kind_of(self._codes[number])
        known = whole_number(number)
        for kind, numbers in (("day", _DAYS), ("time", _TIMES), ("share", _SHARES)):
            if known in numbers:
                return kind
        return "figure"


def whole_number(spelt: str) -> int:
    """Return a number of at most eight digits; -1 for what is none."""
    return int(spelt) if spelt.isdecimal() and len(spelt) < 9 else -1


def _kind_of(code: str) -> str:
    """Tell what a format of somebody's own shows, by its first part."""
    bare = _ASIDE.sub("", code).split(";")[0].lower()
    if "y" in bare or "d" in bare:
        return "day"
    if "h" in bare or "s" in bare:
        return "time"
    return "share" if "%" in bare else "figure"


def shown(value: str, how: Format) -> str:
    """Return how a number looks; what is no number stays as it is."""
    try:
        number = float(value)
    except ValueError:
        return value
    if how.kind in ("day", "time") and 0 <= number < _LAST:
        return _moment(number, how)
    if how.kind == "share":
        return f"{number * 100:.15g}%"
    return f"{number:.15g}" if abs(number) < 1e15 else value


def _moment(number: float, how: Format) -> str:
    """Return a day, a time of day, or both, as there are."""
    is_early = not how.is_1904 and number < 60  # Excel knows a 29 February 1900
    moment = _FIRST[how.is_1904] + timedelta(days=int(number) + (is_early and number >= 1))
    seconds = round((number - int(number)) * 86400)
    moment += timedelta(seconds=seconds)
    if how.kind == "time" and number < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%d %H:%M}" if seconds else f"{moment:%Y-%m-%d}"
