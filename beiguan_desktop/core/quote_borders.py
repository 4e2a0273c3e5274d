"""Where a quotation from the report may begin and end, so that it reads rightly aloud.

Chinese has no spaces and the program no dictionary: clauses, listed things, figures with their
units, quoted terms and the little words between others show where words end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from beiguan_desktop.core.differing import BLANKS, CLAUSE_MARKS, WESTERN
from beiguan_desktop.core.letters import letter_count

AROUND = 400
"""How many characters on either side of a change are looked at."""

_UNITS = (
    "个百分点 平方公里 立方米 平方米 人次 公里 公顷 千米 毫米 厘米 小时 分钟 年度 季度 周年 "
    "万 亿 千 百 元 个 家 项 名 人 户 米 亩 吨 件 条 处 座 所 次 年 月 日 天 倍 台 辆 套 批 位 期 "
    "轮 届 片 栋 棵 场 部 门 张 支 只 册 公斤 斤 岁 "
    "伏 瓦时 瓦 国道 省道"
)
_UNIT = "|".join(_UNITS.split())
_WHOLE = re.compile(
    rf"{WESTERN}[{BLANKS}]*(?:余|多)?(?:万|亿|千|百)*[余多]?(?:{_UNIT})?"
    f"|(?:“[^“”]{{1,16}}”|‘[^‘’]{{1,16}}’)(?:{_UNIT})?"
    "|《[^《》]{1,40}》|「[^「」]{1,16}」|（[^（）]{1,16}）"
)
"""What is quoted whole or not at all: a figure with its unit, a Latin word, a quoted term."""

_PARTING, _ENDING = "的和与及在对将以为等把从", "中上下内里外"
"""Little words that part others, and those that end a phrase."""
_JOINING = "的和与及等"
_ONE_WORD = re.compile(
    "目的|的确|标的|和谐|和平|和美|和睦|和解|温和|缓和|饱和|总和|调和|共和|祥和|参与|与会|与时|"
    "及时|以及|普及|涉及|惠及|危及|及其|在建项目|在建工程|现在|存在|所在|正在|潜在|内在|外在|旨在|"
    "重在|贵在|在线|在册|在职|在校|在岗|对接|对口|对标|对照|对外|对策|对象|对于|对比|对话|应对|"
    "针对|面对|绝对|相对|结对|校对|将来|将近|即将|以上|以下|以来|以内|以外|以后|以前|可以|予以|加以|"
    "得以|所以|以为|难以|足以|以便|以免|以人|行为|作为|成为|认为|因为|为民|为主|为了|为先|为本|"
    "为重|人为|有为|更为|最为|较为|列为|为期|平等|高等|中等|等级|等待|优等|均等|同等|对等|把关|"
    "把握|把脉|从严|从事|从业|从优|从快|服从|从而|中心|中小|中国|中央|中原|中共|中部|中医|中学|"
    "中等|中期|中介|中标|中试|中华|中型|中专|上升|上级|上市|上涨|上半|上述|上门|上线|下降|下级|"
    "下半|下达|下沉|下放|下岗|下一|内涵|内容|内外|内需|内部|里程|里面|外贸|外资|外出|外部|外来|"
    "向上|向下|集中|建设中"
)
_CLOSERS, _OPENERS = "”’）》」", "“‘（《「"


class Borders:
    """The borders of one text near a change; positions are those of the whole text.

    `field` is what somebody has chosen to change: it begins and ends where words do.
    """

    def __init__(self, text: str, start: int, end: int, field: tuple[int, int]) -> None:
        low, high = max(0, start - AROUND), min(len(text), end + AROUND)
        near = text[low:high]
        self._wholes = [(low + m.start(), low + m.end()) for m in _WHOLE.finditer(near)]
        begins, ends = {low, max(low, field[0])}, {high, min(high, field[1])}
        for is_begin, at in _edges(near):
            (begins if is_begin else ends).add(low + at)
        begins |= {low for low, _ in self._wholes}
        begins |= {high for low, high in self._wholes if text[low] not in "“‘"}
        little = _leading(near, low)
        self._joined = {at + 1 for at in little}
        leading = little - {field[0]}
        words = {
            at + len(it) - len(it.lstrip()) for at in begins - leading if (it := text[at:high])
        }
        self._begins = sorted(filter(self._is_free, words))
        self._ends = sorted(filter(self._is_free, ends))

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return the span with everything in full that it cuts."""
        for low, high in self._wholes:
            if low < end and start < high and (low < start or end < high):
                start, end = min(start, low), max(end, high)
        return start, end

    def before(self, at: int) -> int | None:
        """Return the nearest place before `at` where a quotation may begin."""
        found = bisect_left(self._begins, at)
        return self._begins[found - 1] if found else None

    def after(self, at: int) -> int | None:
        """Return the nearest place behind `at` where a quotation may end."""
        found = bisect_right(self._ends, at)
        return self._ends[found] if found < len(self._ends) else None

    def begins_at(self, at: int) -> bool:
        """Whether a quotation may begin right there."""
        return at in self._begins

    def ends_at(self, at: int) -> bool:
        """Whether a quotation may end right there."""
        return at in self._ends

    def joins(self, at: int) -> bool:
        """Whether a little word stands right before, that belongs to what follows."""
        return at in self._joined

    def _is_free(self, at: int) -> bool:
        return not any(low < at < high for low, high in self._wholes)


def _leading(text: str, low: int) -> set[int]:
    """Return where little words stand that no quotation begins with, unless the text does."""
    kept = {at for m in _ONE_WORD.finditer(text) for at in range(*m.span())}
    return {low + at for at, it in enumerate(text) if at and it in _JOINING and at not in kept}


def _edges(text: str) -> Iterator[tuple[bool, int]]:
    """Yield where phrases begin (True) and end (False)."""
    kept = {at for m in _ONE_WORD.finditer(text) for at in range(*m.span())}
    for at, character in enumerate(text):
        if character in CLAUSE_MARKS:
            yield True, at + 1 + (text[at + 1 : at + 2] in _CLOSERS and at + 1 < len(text))
            yield False, at
            yield False, at + 1
        elif character in _OPENERS:
            yield False, at
            yield True, at
            yield True, at + 1
        elif character in _CLOSERS:
            yield False, at
            if character not in "”’":  # a term is not parted from what it is a term of
                yield True, at + 1
        elif character in _PARTING and at not in kept:
            yield True, at + 1
            yield False, at
        elif character in _ENDING and at not in kept:
            yield False, at + 1


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the clauses that hold a span, without the marks round them; 、 parts none."""
    marks = CLAUSE_MARKS.replace("、", "")
    low = max((text.rfind(mark, 0, start) for mark in marks), default=-1) + 1
    found = [at for mark in marks if (at := text.find(mark, end)) >= 0]
    high = min(found, default=len(text))
    while low < start and (text[low].isspace() or text[low] in _CLOSERS):
        low += 1
    return low, high


def letters_in(text: str, start: int, end: int) -> int:
    """Count the letters of a span."""
    return letter_count(text[start:end])
