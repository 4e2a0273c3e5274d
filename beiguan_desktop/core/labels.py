"""Labels of headings and items, and what a line says about itself.

Numbering met in 188 reports: 一、 （一） (一) ㈠ 1. 1． （1） ① 第一， 一是 首先 ——; half- and
full-width forms mix. Plans and reports of other years also have 第一章 and 第一节.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Style = Literal["part", "section", "chinese", "bracket", "arabic", "circled", "ordinal", "dash"]

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾\u8cb3\u53c3\u9678", "一二三四五六七八九十二三六")
"""The forms that no stroke can be added to, of both ways of writing."""
_PLAIN_NUMERAL = "[一二三四五六七八九十]{1,3}"
_NUMERAL = f"(?:{_PLAIN_NUMERAL}|[{''.join(map(chr, _FORMAL))}]{{1,3}})"
_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第({_NUMERAL})(?:部分[：:、 \u3000]*|[章篇][：:、 \u3000]+)")),
    ("section", re.compile(rf"第({_NUMERAL})节[：:、 \u3000]+")),
    ("chinese", re.compile(rf"({_NUMERAL})[ \u3000]*[、．.][ \u3000]*")),
    ("bracket", re.compile(rf"[（(〔][ \u3000]*({_NUMERAL})[ \u3000]*[)）〕][ \u3000、．.]*")),
    ("bracket", re.compile("([㈠-㈩])[ \u3000、．.]*")),
    ("arabic", re.compile(r"([0-9０-９]{1,2})[ \u3000]*(?:[．、]|\.(?![0-9]))[ \u3000]*")),
    ("circled", re.compile(r"[（(][ \u3000]*([0-9０-９]{1,2})[ \u3000]*[)）][ \u3000]*")),
    ("circled", re.compile("([①-⑳⑴-⒇])[ \u3000]*")),
    ("ordinal", re.compile(f"({_PLAIN_NUMERAL})(?:是|要)")),
    ("ordinal", re.compile(f"第({_PLAIN_NUMERAL})[，,、：:是]")),
    ("ordinal", re.compile("(首先|其次|再次|最后)[，,]")),
    ("dash", re.compile("([—―─－–-]{2,4}|[—―─])[ \u3000]*(?=[^—―─－–0-9-])")),
    ("dash", re.compile("([—―─－–]{2,4})[ \u3000]*(?=[0-9]{4}年[，,])")),
)
_LEVELS: dict[Style, int] = {
    "part": 1,
    "section": 2,
    "chinese": 1,
    "bracket": 2,
    "arabic": 3,
    "circled": 4,
    "ordinal": 2,
    "dash": 2,
}
_DIGITS = {c: i for i, c in enumerate("一二三四五六七八九", 1)}

_STOP = re.compile("[。！？!?…]+[”’」』）)】]*")
_CLOSED = re.compile("[。！？!?；;：:…][”’」』）)】]*$")
_SENTENCE = re.compile("[。！？!?；;][”’」』）)】]*$")
_LEFT_OPEN = re.compile("[，,、（(“‘《—]$")
_REST = re.compile("[，。、；：！？）》”’,;:!?)]")
_INNER_STOP = re.compile("[。！？!?；;](?![”’」』）)】]*$)")
_ADDRESS = re.compile("各[ \u3000]?位(?:代表|委员)(?:、?各位(?:代表|委员|同志))?|同志们")
_AFTER_ADDRESS = ("！", "!", "，", ",", "：", ":", "")
_SALUTATION = re.compile(
    "(?:(?:各位(?:代表|委员)|同志们|主任|主席|女士们|先生们|朋友们)[、，, \u3000]*)+"
    "[：:！!。，,]?[\ue000-\uf8ff]*$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a line begins with: （三） has the style bracket, number 3 and the length 3."""

    style: Style
    number: int
    length: int

    @property
    def level(self) -> int:
        """The level a heading of this style has in a report that uses all styles."""
        return _LEVELS[self.style]


@lru_cache(maxsize=4096)  # a dozen rules ask it of the same lines
def label(text: str) -> Label | None:
    """Return the label a line begins with."""
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            return Label(style, _number(match[1]), match.end())
    return None


def _number(numeral: str) -> int:
    numeral = numeral.translate(_FORMAL)
    if numeral[0] in _DIGITS or numeral[0] == "十":
        tens, _, ones = numeral.rpartition("十")
        if "十" not in numeral:
            return _DIGITS.get(numeral, 0)
        return 10 * (_DIGITS.get(tens, 1) if tens else 1) + _DIGITS.get(ones, 0)
    for first in "①⑴㈠":
        if 0 <= ord(numeral[0]) - ord(first) < 20:
            return ord(numeral[0]) - ord(first) + 1
    return int(numeral) if numeral.isdecimal() else 0


def first_sentence(text: str) -> str:
    """Return the words up to and with the first 。！？, or everything."""
    match = _STOP.search(text)
    return text[: match.end()] if match else text


def is_closed(text: str) -> bool:
    """Tell whether a line ends where a paragraph may end."""
    return bool(_CLOSED.search(text))


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with a sentence or an item of a list."""
    return bool(_SENTENCE.search(text))


def is_left_open(text: str) -> bool:
    """Tell whether a line ends with a mark behind which words must follow."""
    return bool(_LEFT_OPEN.search(text))


def begins_torn(text: str) -> bool:
    """Tell whether a line begins with a mark that stands behind words only."""
    return bool(_REST.match(text))


def is_single(text: str) -> bool:
    """Tell whether a line is at most one sentence."""
    return not _INNER_STOP.search(text)


def is_address(text: str) -> bool:
    """Tell whether a line begins by addressing the meeting: 各位代表！"""
    match = _ADDRESS.match(text)
    return match is not None and text[match.end() : match.end() + 1] in _AFTER_ADDRESS


def is_salutation(text: str) -> bool:
    """Tell whether a line does nothing but address the meeting."""
    return bool(_SALUTATION.match(text))
