"""What is said while somebody looks for words: how many there are, and what to do if none."""

from dataclasses import dataclass

_SHOWN = 16
"""How many characters of what was typed a sentence repeats."""
_ADVICE = "可以少打几个字，或者只打拼音的首字母，例如找“教育”就打 jy。"


def short_count(at: int | None, count: int) -> str:
    """Say the same where there is no room for words."""
    return f"{count}" if at is None else f"{at + 1}/{count}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a search came to: hits here, exact or not, hits elsewhere, reports searched."""

    typed: str
    here: str
    exact: int = 0
    likeness: str = ""
    similar: int = 0
    elsewhere: tuple[tuple[str, int], ...] = ()
    read: int = 1
    reports: int = 1


def count_words(at: int | None, count: int) -> str:
    """Say at which of how many hits one stands; at counts from 0, None is nowhere."""
    if not count:
        return "没有找到"
    return f"共 {count} 处" if at is None else f"第 {at + 1} 处，共 {count} 处"


def sentence(outcome: Outcome) -> str:
    """Say what the count alone does not tell; empty where there is nothing to say."""
    typed = outcome.typed.strip()
    if not typed:
        return ""
    if outcome.read < outcome.reports:
        return f"正在读别的报告：共 {outcome.reports} 篇，已读 {outcome.read} 篇。"
    if outcome.exact:
        return ""
    short = typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
    if outcome.likeness == "sound":
        return f"按拼音首字母“{short}”找到 {outcome.similar} 处。"
    if outcome.similar:
        return f"没有“{short}”，有 {outcome.similar} 处只差一个字。"
    others = "，".join(f"{where}里有 {count} 处" for where, count in outcome.elsewhere if count)
    return f"{outcome.here}里没有“{short}”。" + (f"{others}。" if others else _ADVICE)
