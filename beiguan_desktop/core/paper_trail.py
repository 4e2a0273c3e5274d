"""What of an opinion is out of the house, and what the secretary therefore sees."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from beiguan_desktop.core.handing_in import HandIn, Printed

_WHERE = {"打印": "打印的纸上", "文字": "复制出去的文字里"}
When = Callable[[str], str]
"""How a stored time is said where the user sits: this module knows no clock."""
_TELL_HIM = "交出去的收不回来，请您自己告诉记录员：这一条不要了。"
NEVER_OUT = "这一条没有交过，别人没有看到。"


@dataclass(frozen=True, slots=True)
class Trail:
    """The numbers an opinion got on paper, the hand-ins that held it, and the newest of all."""

    numbers: tuple[str, ...] = ()
    hand_ins: tuple[HandIn, ...] = ()
    newest: HandIn | None = None

    @property
    def was_out(self) -> bool:
        """Whether the opinion was ever handed in, or stood on paper."""
        return bool(self.numbers or self.hand_ins)


def trail(comment_id: str, printed: Iterable[Printed], hand_ins: Sequence[HandIn]) -> Trail:
    """Follow an opinion; `hand_ins` are those of its author on its report, in their order."""
    return Trail(
        tuple(it.number for it in printed if it.comment == comment_id),
        tuple(it for it in hand_ins if comment_id in it.contents),
        hand_ins[-1] if hand_ins else None,
    )


def withdrawn_words(found: Trail, when: When) -> str:
    """Tell truthfully what the secretary sees of an opinion that was withdrawn."""
    if not found.was_out:
        return NEVER_OUT
    number = f"（{found.numbers[-1]}）" if found.numbers else ""
    words = f"{_where(found, when)}已经有这一条{number}。{_TELL_HIM}"
    if _is_left_out(found):
        return words + f"第{found.newest.ordinal}次交的已经不含它。" if found.newest else words
    return words + "下次再交，就不含它了。"


def withdrawn_shortly(found: Trail, when: When) -> str:
    """Tell the same in few words, beside what was done."""
    if not found.was_out:
        return "没有交过，别人没有看到"
    which = found.numbers[-1] if found.numbers else "这一条"
    return f"{_where(found, when)}已经有它，请您自己告诉记录员：{which}不要了"


def reworded_words(found: Trail, when: When) -> str:
    """Tell what the secretary sees of an opinion that got other words; empty if it never went."""
    if not found.was_out:
        return ""
    return f"{_where(found, when)}还是原来的写法，请再交一次"


def why_kept(found: Trail) -> str:
    """Say why an opinion cannot be forgotten for good; empty if it can."""
    if not found.was_out:
        return ""
    return (
        "交过的意见不能彻底清除：纸上、文件里有它的编号和原话，要对得上。"
        "它留在回收站里，不会再印出来。"
    )


def _where(found: Trail, when: When) -> str:
    if not found.hand_ins:
        return "印出来的纸上"
    last = found.hand_ins[-1]
    where = _WHERE.get(last.manner, f"{last.manner} 文件里")
    return f"第{last.ordinal}次交（{when(last.at)}）{where}"


def _is_left_out(found: Trail) -> bool:
    last = found.hand_ins[-1].ordinal if found.hand_ins else 0
    return bool(found.hand_ins) and found.newest is not None and found.newest.ordinal > last
