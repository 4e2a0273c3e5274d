"""What a reader did to a file, sentence by sentence: repairs, doubts, and what was left out."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import Literal

from beiguan_desktop.core.correction import Correction, NotWrong, Restore, Unrepair
from beiguan_desktop.core.leaving_out import BY_HAND
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.core.remaking import extent, position
from beiguan_desktop.core.report import Grade, Reading, Repair, Unit

Group = Literal["joined", "written", "doubt", "out"]
Runs = tuple[tuple[str, str], ...]
"""Words with what is done to them: same, deleted, added, changed (tinted) or mark (marked)."""

_SIDE = 14
"""Characters that are shown on either side of a place."""
_LONGEST = 60
"""Characters of one finding that are shown."""
_WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "half-width punctuation": "半角标点",
        "half-width brackets": "半角括号",
        "subscript": "下标写法",
        "superscript": "上标写法",
        "full-width digits": "全角数字",
        "full-width point": "全角小数点",
        "stray blank": "多余的空格",
        "residue": "网页留下的记号",
    }
)
_OUT: Mapping[str, str] = MappingProxyType(
    {
        "repeated body": "和正文重复的文字，没有收进来",
        "running head": "页眉页脚，没有收进来",
        "signs left over": "零散的符号，没有收进来",
        "page number": "页码，没有收进来",
        "web residue": "不像报告的文字，没有收进来",
        BY_HAND: "您说不是正文，没有收进来",
    }
)
_DOUBTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "lost character": ("有字变成了乱码", "有字变成了乱码"),
        "double mark": ("标点重复", "标点重复"),
        "said twice": ("同样的字写了两遍", "同样的字写了两遍"),
        "two words in one": ("可能多一个字", "多了一个字"),
        "lonely mark": ("标点不成对", "标点不成对"),
        "torn words": ("可能缺字", "缺字"),
        "rare character": ("不常用的字", "用字有误"),
    }
)
"""What a doubt is called, and how a sentence goes on that begins 此处疑似."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: `start`…`end` are code points of the decoded source.

    `before` and `after` show it with some words around; `after` is empty where nothing was put
    in its place. `note` says more of a doubt.
    """

    group: Group
    kind: str
    start: int
    end: int
    grade: Grade
    title: str
    before: Runs
    after: Runs = ()
    note: str = ""

    @property
    def answer(self) -> Correction:
        """The correction that says no: 还原, 不是错, 放回正文."""
        if self.group == "doubt":
            return NotWrong(self.start, self.end)
        if self.group == "out":
            return Restore(self.start, self.end)
        return Unrepair(self.start, self.end)

    @property
    def remark(self) -> str:
        """Return how an opinion on a doubt begins."""
        return f"此处疑似{_DOUBTS.get(self.kind, ('', '有误'))[1]}，请对照原件核对。"


def found(reading: Reading, doubts: Iterable[Repair]) -> list[Finding]:
    """Return all that was done to a file and all that looks wrong, in the order of the file."""
    starts = [extent(unit)[0] for unit in reading.units]
    every = sorted([*reading.repairs, *doubts], key=lambda it: (it.start, it.end))
    ours: dict[int, list[Repair]] = {}
    for index, group in groupby(every, key=lambda it: bisect_right(starts, it.start) - 1):
        ours[index] = list(group)
    out = []
    for index, group_ in ours.items():
        unit = reading.units[index] if index >= 0 else None
        within = [it for it in group_ if unit and it.end <= extent(unit)[1]]
        made = [it for it in within if it.before != it.after]
        out += [_one(it, unit if it in within else None, made) for it in group_]
    return out


def count_written(reading: Reading) -> int:
    """Count the words that were put right: neither joined lines nor what was left out."""
    return sum(it.group == "written" for it in found(reading, ()))


def of_left_out(repair: Repair) -> Finding:
    """Return what was left out as a finding."""
    words = " ".join(repair.before.split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
    title = _OUT.get(repair.kind, _OUT["web residue"])
    runs = (("same", shown),)
    return Finding("out", repair.kind, repair.start, repair.end, "提示", title, runs)


def _one(it: Repair, unit: Unit | None, made: Sequence[Repair]) -> Finding:
    if unit is None:
        return of_left_out(it)
    begin = position(unit, made, it.start)
    if it.grade == "疑似":
        end = begin + len(it.before)
        runs = _around(unit.text, begin, end, (("mark", it.before),))
        title = _DOUBTS.get(it.kind, ("请您看一下", ""))[0]
        return Finding("doubt", it.kind, it.start, it.end, it.grade, title, runs, (), it.note)
    end = begin + len(it.after)
    if it.kind == "join":
        return _joined(it, unit, begin, end)
    was: Runs = (("deleted", it.before),)
    now: Runs = (("added", it.after),) if it.after else ()
    title = _WRITTEN.get(it.kind, "写法")
    before, after = (_around(unit.text, begin, end, runs) for runs in (was, now))
    return Finding("written", it.kind, it.start, it.end, it.grade, title, before, after)


def _joined(it: Repair, unit: Unit, begin: int, end: int) -> Finding:
    """Show where two parts met; the tint of the whole covers a character on either side."""
    is_seam = any(begin <= seam <= end for seam in unit.seams)
    between = " ".join(it.before.split())[:_LONGEST]
    words = f" {'换页' if is_seam else '换行'} {between} ".replace("  ", " ")
    title = "段落被翻页切断，已接好" if is_seam else "段落被换行切断，已接好"
    low, high = max(0, begin - 1), min(len(unit.text), end + 1)
    before = _around(unit.text, begin, end, (("mark", words),))
    after = _around(unit.text, low, high, (("changed", unit.text[low:high]),))
    return Finding("joined", it.kind, it.start, it.end, it.grade, title, before, after)


def _around(text: str, begin: int, end: int, runs: Runs) -> Runs:
    left, right = text[max(0, begin - _SIDE) : begin], text[end : end + _SIDE]
    before = ("…" if begin > _SIDE else "") + left.lstrip(BLANKS)
    after = right + ("…" if end + _SIDE < len(text) else "")
    return tuple(run for run in (("same", before), *runs, ("same", after)) if run[1])
