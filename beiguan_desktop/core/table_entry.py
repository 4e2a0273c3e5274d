"""One line of a table of opinions: whose, of what kind, how it came – or what is wrong with it.

What is written in a cell is taken for what it usually means; what means nothing is a problem,
never a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from beiguan_desktop.core import naming
from beiguan_desktop.core.comment import ACTS, CAPACITIES, KINDS, MANNERS
from beiguan_desktop.core.errors import UserError

_KIND_WORDS = {
    "建议": "提建议 意见建议 意见和建议 对政府工作的意见建议 对政府工作的意见 工作建议",
    "批评": "批评意见",
    "意见": "审议意见",
    "询问": "问情况 提问 咨询",
    "肯定": "表扬 赞成",
    "数据核实": "核实数据 数据 核数据",
    "修改": "改报告 修改意见 文字修改 修改建议 对报告文本的修改意见 对报告的修改意见 改",
}
_ACT_WORDS = {
    "修改": "改 替换 更正 改为",
    "增加": "增加一句 补充 增加文字 加",
    "删除": "删去 删 删掉",
    "移位": "移动 调整位置 移",
}
_CAPACITY_WORDS = {
    "代表": "人大代表 区代表",
    "列席人员": "列席 列席代表",
    "政协委员": "委员",
    "部门负责人": "部门 负责人",
}
_MANNER_WORDS = {
    "会前书面": "会前 本人录入 本人",
    "口头发言": "口头 发言 发言代录 现场发言",
    "书面发言": "书面发言稿 发言稿",
    "书面意见": "书面 纸质 纸质代录 纸条 意见表 书面代录",
}
_NO = frozenset(("", "否", "不", "无", "×", "0", "n", "no", "false"))


def _meanings(usual: tuple[str, ...], others: Mapping[str, str]) -> dict[str, str]:
    said = {word: name for name, words in others.items() for word in words.split()}
    return {name: name for name in usual} | said


_KIND, _ACT = _meanings(KINDS, _KIND_WORDS), _meanings(ACTS, _ACT_WORDS)
_CAPACITY = _meanings(CAPACITIES, _CAPACITY_WORDS)
_MANNER = _meanings(MANNERS, _MANNER_WORDS)


@dataclass(frozen=True, slots=True)
class Kind:
    """Kind and act of an opinion; `act` is empty where it has none."""

    kind: str
    act: str


def name_in(cell: str) -> str:
    """Return a name as it is written elsewhere (`naming.name_in`): 张　三 is 张三.

    Raises UserError for none, for several in one cell, and for figures.
    """
    name = naming.name_in(cell.strip().replace("\n", "、"))
    if not name:
        raise UserError("没有写姓名。请补上；和上面一行是同一个人，也请写上他的姓名。")
    return name


def kind_in(cells: Mapping[str, str]) -> Kind:
    """Return kind and act of a line; without a word about it, new wording is a change.

    Raises UserError for words that name none, and for an act that lacks its words.
    """
    said, how = _plain(cells["kind"]), _plain(cells["act"])
    act = _meaning(how, _ACT, "动作", ACTS)
    if said and said not in _KIND and said in _ACT:  # 类型：增加一句
        act, said = act or _ACT[said], "修改"
    kind = _meaning(said, _KIND, "类型", KINDS)
    kind = kind or ("修改" if act or cells["replacement"] else "建议")
    if kind == "修改":
        act = act or "修改"
        _check_words(act, cells)
    if not (cells["text"] or cells["replacement"] or cells["reason"] or act == "删除"):
        raise UserError("没有写意见的内容。请在“意见”一列写上。")
    return Kind(kind, act)


def _check_words(act: str, cells: Mapping[str, str]) -> None:
    lacking = {"增加": "增加什么", "移位": "移到哪里"}.get(act)
    if lacking and not cells["replacement"]:
        raise UserError(f"没有写{lacking}。请写在“改为”一列。")


def capacity_in(cell: str) -> str:
    """Return the capacity a cell names, empty for none said."""
    return _meaning(_plain(cell), _CAPACITY, "身份", CAPACITIES)


def manner_in(cell: str, usual: str = "书面意见") -> str:
    """Return how an opinion came, by what a cell says; a table without a word is on paper."""
    return _meaning(_plain(cell), _MANNER, "提出方式", MANNERS) or usual


def is_yes(cell: str) -> bool:
    """Tell whether a cell ticks something."""
    return _plain(cell).lower() not in _NO


def _plain(cell: str) -> str:
    return "".join(cell.split())


def _meaning(said: str, meanings: Mapping[str, str], column: str, usual: tuple[str, ...]) -> str:
    if not said:
        return ""
    if said not in meanings:
        raise UserError(f"{column}“{said[:20]}”认不出来。请写：{'、'.join(usual)}。")
    return meanings[said]
