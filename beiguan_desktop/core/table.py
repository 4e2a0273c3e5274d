"""A table of opinions as it was read, and what its head line says about its columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_NAMES: Mapping[str, str] = {
    "author": "姓名 代表 代表姓名 提出人 发言人 意见人 提出代表 发言代表 审议人 提出人姓名",
    "delegation": "代表团 所在代表团 所属代表团 团组 团别 分团",
    "capacity": "身份 人员身份 人员类别",
    "paragraph": "段 段落 段号 段数 第几段 自然段 段落编号",
    "page": "页 页码 页数 第几页",
    "line": "行 行数 第几行",
    "place": "位置 部位 所在位置 报告位置 页行 页/行 章节 部分 所在部分 段落位置 出处 修改位置",
    "quote": "原文 原句 原稿 原文内容 原文表述 报告原文 原表述 原文字",
    "nth": "第几处 处",
    "kind": "类型 意见类型 类别 种类 意见类别",
    "act": "动作 修改方式 修改类型",
    "text": "意见 内容 意见内容 意见建议 意见和建议 意见及建议 审议意见 具体意见 发言内容 建议"
    " 建议内容 主要内容",
    "replacement": "改为 修改为 建议改为 改成 修改后 增加内容 新文 建议修改为 修改内容 建议表述",
    "reason": "理由 原因 修改理由 修改原因 为什么",
    "manner": "方式 提出方式 来源 意见来源",
    "recorder": "记录人 记录员 代录人 录入人 记录",
    "field": "领域 所属领域",
    "departments": "涉及部门 部门 承办单位 责任部门 主管部门",
    "weight": "重要程度 重要性",
    "cosigners": "意见相同的代表 附议代表 附议人 联名代表 联名人",
    "apart": "单独反映",
}
_FIELDS = {name: each for each, names in _NAMES.items() for name in names.split()}
FIELDS = tuple(_NAMES)
"""What a column may mean, called as the fields of an opinion and its place."""
WORDS = ("text", "replacement", "reason", "quote")
"""The fields of which a table of opinions has at least one column."""

_COUNTED = frozenset(("序号", "编号", "号"))
"""Columns that say nothing of an opinion; nobody need be told that they are left out."""
_DEEPEST = 20
"""How many lines down a head line is looked for."""
_ASIDE = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]|[\s*＊:：]")
_ABOVE = re.compile(r"(代表团|姓名|记录人|身份|提出方式)\s*[：:]\s*([^\s：:]+)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its number in the file, from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a table; a CSV file is one without a name."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What the columns of a sheet mean.

    `columns` gives each field its columns, `unused` the names of the others, `above` what is
    said once for all lines (代表团：…), `first` the index of the first line under the head.
    """

    columns: Mapping[str, tuple[int, ...]]
    unused: tuple[str, ...]
    above: Mapping[str, str]
    first: int
    names: tuple[str, ...] = field(repr=False)


def head_of(sheet: Sheet) -> Head | None:
    """Find the head line of a sheet and read it; None where there is none.

    Of the first lines that name at least two fields, words among them, the one that names
    most; the one over it, or one under it made of names alone, is read with it (位置 over 页, 行).
    """
    found = [(at, _named(line.cells)) for at, line in enumerate(sheet.lines[:_DEEPEST])]
    heads = [(len(set(names.values())), -at) for at, names in found if _is_head(names)]
    if not heads:
        return None
    top = bottom = -max(heads)[1]
    if top and _is_upper(sheet.lines[top - 1].cells):
        top -= 1
    elif _is_second(sheet.lines[top + 1].cells if top + 1 < len(sheet.lines) else ()):
        bottom += 1
    names = _joined(sheet.lines[top].cells, sheet.lines[bottom].cells)
    columns: dict[str, tuple[int, ...]] = {}
    for at, name in enumerate(names):
        if name in _FIELDS:
            columns[_FIELDS[name]] = (*columns.get(_FIELDS[name], ()), at)
    unused = tuple(name for name in names if name and name not in (*_FIELDS, *_COUNTED))
    return Head(columns, unused, _said_above(sheet.lines[:top]), bottom + 1, names)


def entries(sheet: Sheet, head: Head) -> list[tuple[int, dict[str, str]]]:
    """Return of each line under the head its number and what it says, by field.

    Lines that say nothing – blank ones, a name without words, the head once more – are left
    out. Several columns of words are lines; of any other field the first that says something
    counts.
    """
    found = []
    for line in sheet.lines[head.first :]:
        if tuple(map(_bare, line.cells)) == head.names or _is_head_again(line.cells):
            continue
        cells = {name: _said(line.cells, name, head.columns.get(name, ())) for name in FIELDS}
        if any(cells[name] for name in (*WORDS, "act", "paragraph", "page", "place")):
            found.append((line.number, {**cells, **_filled(cells, head.above)}))
    return found


def _filled(cells: Mapping[str, str], above: Mapping[str, str]) -> dict[str, str]:
    return {name: words for name, words in above.items() if not cells[name]}


def _said(cells: Sequence[str], name: str, columns: Sequence[int]) -> str:
    said = [cells[at].strip() for at in columns if at < len(cells) and cells[at].strip()]
    return "\n".join(said if name in ("text", "reason") else said[:1])


def _bare(cell: str) -> str:
    """Return a name without blanks and what stands in brackets."""
    return _ASIDE.sub("", cell) or "".join(cell.split())


def _named(cells: Sequence[str]) -> dict[int, str]:
    bare = (_bare(cell) for cell in cells)
    return {at: _FIELDS[name] for at, name in enumerate(bare) if name in _FIELDS}


def _is_head(names: Mapping[int, str]) -> bool:
    fields = set(names.values())
    return len(fields) > 1 and bool(fields & set(WORDS))


def _is_second(cells: Sequence[str]) -> bool:
    """Tell a second head line: names of fields and nothing else."""
    bare = [name for name in map(_bare, cells) if name]
    return bool(bare) and all(name in _FIELDS for name in bare)


def _is_head_again(cells: Sequence[str]) -> bool:
    """Tell one line of a head of two that is printed on every page."""
    bare = [name for name in map(_bare, cells) if name and name not in _COUNTED]
    return len(bare) > 1 and _is_second(bare)


def _is_upper(cells: Sequence[str]) -> bool:
    """Tell a first head line over one that names more: several names, or one and nothing else."""
    return len(_named(cells)) > 1 or _is_second(cells)


def _joined(top: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Read two head lines as one: the lower name of a column counts where it has one."""
    width = max(len(top), len(below))
    upper, lower = ((*cells, *[""] * (width - len(cells))) for cells in (top, below))
    return tuple(_bare(low) or _bare(high) for high, low in zip(upper, lower, strict=True))


def _said_above(lines: Sequence[Line]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        for name, words in _ABOVE.findall(" ".join(line.cells)):
            found.setdefault(_FIELDS[name], words)
    return found
