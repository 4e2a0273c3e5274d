"""What can be said of a unit that was recognised: names, keys, and the corrections they make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from beiguan_desktop.core.correcting import DEEPEST, LAST_PAGE, TOP
from beiguan_desktop.core.correction import (
    Correction,
    Discard,
    Level,
    Merge,
    PageStart,
    Recast,
    Split,
)
from beiguan_desktop.core.proofing import Proof
from beiguan_desktop.core.report import Kind, Unit
from beiguan_desktop.ui.labels import closed_up
from beiguan_desktop.ui.preview_rows import KINDS, level_of

_LONGEST = 10
_NO_LEVEL = "这一行不是标题，没有上下级。请先点“改成标题”。"


@dataclass(frozen=True, slots=True)
class Act:
    """One act: what its button says, its key, and why it cannot be done to a unit, if so."""

    words: str
    key: str
    tip: str
    obstacle: Callable[[Proof, Unit, int], str]
    make: Callable[[Proof, Unit, int], Correction]


def _at(unit: Unit) -> int:
    return unit.spans[0][0]


def _never(_proof: Proof, _unit: Unit, _at: int) -> str:
    return ""


def _cast(kind: Kind) -> Callable[[Proof, Unit, int], Correction]:
    return lambda _proof, unit, _place: Recast(_at(unit), kind)


def _is_already(kind: Kind) -> Callable[[Proof, Unit, int], str]:
    return lambda _proof, unit, _place: (
        f"这一行已经是{KINDS[kind]}了。" if unit.kind == kind else ""
    )


def _step(by: int) -> Callable[[Proof, Unit, int], Correction]:
    return lambda _proof, unit, _place: Level(_at(unit), level_of(unit) + by)


def _no_step(by: int) -> Callable[[Proof, Unit, int], str]:
    def why(_proof: Proof, unit: Unit, _place: int) -> str:
        level = level_of(unit)
        if not level:
            return _NO_LEVEL
        if TOP <= level + by <= DEEPEST:
            return ""
        return "已经是最高一级了。" if by < 0 else "已经是最低一级了。"

    return why


def _first(_proof: Proof, unit: Unit, _place: int) -> str:
    return "" if unit.ordinal else "这是第一行，上面没有可以合并的。"


def _only(proof: Proof, _unit: Unit, _place: int) -> str:
    return "" if len(proof.reading.units) > 1 else "只剩这一行了，不能略去。"


def _edge(_proof: Proof, unit: Unit, place: int) -> str:
    is_within = 0 < place < len(unit.text)
    return "" if is_within else "请先在上面的文字里点一下要分开的地方。"


ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "heading": Act(
            "改成标题", "Ctrl+H", "这一行是标题", _is_already("heading"), _cast("heading")
        ),
        "paragraph": Act(
            "改成正文", "Ctrl+H", "这一行是正文", _is_already("paragraph"), _cast("paragraph")
        ),
        "up": Act("上一级", "Alt+Left", "标题高一级，下面的跟着走", _no_step(-1), _step(-1)),
        "down": Act("下一级", "Alt+Right", "标题低一级，下面的跟着走", _no_step(1), _step(1)),
        "merge": Act(
            "与上一段合并",
            "Backspace",
            "接在上一段后面，成为一段",
            _first,
            lambda _proof, unit, _place: Merge(_at(unit)),
        ),
        "split": Act(
            "从这里分开",
            "Enter",
            "在文字里点一下，从那里起另成一段",
            _edge,
            lambda proof, unit, place: Split(proof.source_of(unit.ordinal, place)),
        ),
        "discard": Act(
            "不是正文",
            "Delete",
            "略去这一行，右边“略去的”里可以放回",
            _only,
            lambda _proof, unit, _place: Discard(_at(unit)),
        ),
        **{
            kind: Act(f"改成{KINDS[kind]}", "", "", _is_already(kind), _cast(kind))
            for kind in ("title", "meta", "salutation", "footer", "note")
        },
    }
)


def done(proof: Proof, name: str, unit: Unit, place: int) -> str:
    """Do an act to a unit, `place` a code point of its text; return why not, or nothing."""
    act = ACTS[name]
    why = act.obstacle(proof, unit, place)
    if why:
        return why
    words = f"{act.words}：“{_short(unit)}”"
    fits = proof.do(words, act.make(proof, unit, place))
    return "" if fits else "这里分不开，或者已经改过了，没有动。"


def page_begun(proof: Proof, unit: Unit, place: int, page: str) -> str:
    """Let a page of the print begin at a place of a unit; return why not, or nothing."""
    digits = page.strip()
    if not digits.isdecimal() or not 1 <= int(digits) <= LAST_PAGE:
        return "请先写上是第几页，用数字。"
    place = min(place, len(unit.text) - 1)
    at = PageStart(proof.source_of(unit.ordinal, place), int(digits))
    fits = proof.do(f"第{int(digits)}页从这里开始", at)
    return "" if fits else "这里标不了页，没有动。"


def offered(proof: Proof, unit: Unit) -> list[tuple[str, str]]:
    """Return the acts that can be done to a unit, by name, with the line of a menu."""
    found = []
    for name, act in ACTS.items():
        has_key = act.key and (name != "paragraph" or unit.kind == "heading")  # it turns to and fro
        if name != "split" and not act.obstacle(proof, unit, 0):
            found.append((name, f"{act.words}\t{act.key}" if has_key else act.words))
    return found


def _short(unit: Unit) -> str:
    text = closed_up(unit.text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
