"""Where an opinion belongs now, how that was found, and how it is told to whom it concerns."""

from dataclasses import dataclass
from typing import Literal

from beiguan_desktop.core.comment import Anchor

Rule = Literal[
    "report", "letters", "same", "moved", "edited", "context", "quote", "fuzzy",
    "torn", "joined", "gone", "several", "unlike",
]  # fmt: skip
"""How a place was found (whole report, equal letters, equal paragraph here or elsewhere, reworded
paragraph, words and context, words alone, words nearly), or why none was: the words are in several
paragraphs now, the heading has become a part of one, they are gone, stand in several places, are
too little like what was."""

_TOLD: dict[Rule, str] = {
    "report": "针对整份报告，位置没有变",
    "letters": "文字一个没有变，位置没有变",
    "same": "原话还在，位置没有变",
    "moved": "这段移到了别处，原话没有变",
    "edited": "这段有改动，原话没有变",
    "context": "按前后文找到了原话",
    "quote": "原话只在这里出现",
    "fuzzy": "原话改过几个字，大致在这里",
    "torn": "原来的文字现在分在几段里",
    "joined": "原来的标题已并入别的段落",
    "gone": "这段已经删去",
    "several": "像原话的不止一处，分不清是哪一处",
    "unlike": "改动太大，找不准，没有猜",
}


STEADY: tuple[Rule, ...] = ("report", "letters", "same")
"""The rules of what stays where it was."""
CERTAIN: tuple[Rule, ...] = (*STEADY, "moved", "edited", "context", "quote")
"""The rules that find the very words."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place with its rule and its certainty (0…1), or None with the reason.

    `number` is that of the new paragraph, or of the one in which the words no longer are; `count`
    in how many places they stand where these cannot be told apart.
    """

    anchor: Anchor | None
    rule: Rule
    confidence: float
    number: int | None = None
    count: int = 0


def told(placed: Placed) -> str:
    """Return a short sentence, without its full stop, for whoever looks at a place."""
    if placed.rule == "moved" and placed.number is not None:
        return f"这段移到了第{placed.number}段"
    if placed.rule == "gone" and placed.number is not None:
        return f"第{placed.number}段里已没有原话"
    if placed.rule == "several" and placed.count > 1:
        return f"原话出现在 {placed.count} 处，分不清是哪一处"
    if placed.rule == "fuzzy" and placed.anchor is not None and placed.anchor.place != "passage":
        return "这段改过一些字，大致是这一段"
    return _TOLD[placed.rule]
