"""What 采纳对照 says of each opinion that asked for words of the text. Pure: no widgets."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from beiguan_desktop.core.adoption import Adoption
from beiguan_desktop.core.comment import Decision, Outcome
from beiguan_desktop.services.editions import OUTCOMES, Crossing, Proposal
from beiguan_desktop.ui.crossing_rows import asked, stood
from beiguan_desktop.ui.places_rows import Row

SECTIONS = {"changed": "还没有确认", "exact": "已确认"}
UNDO = "取消确认"
_SEEMS: Mapping[str, str] = MappingProxyType(
    {"采纳": "看来采纳了：", "部分采纳": "看来采纳了一部分：", "未见": ""}
)
_KEPT, _SHOWN = 16, 160
"""Characters that stay beside what changed, and the most of a sentence that a row knows."""


def rows(crossing: Crossing, me: str | None) -> list[Row]:
    """Return a row for each opinion that asked for words, in the order of the older edition.

    Nothing is confirmed of them yet: see `settled`.
    """
    found = crossing.proposals
    return [_row(crossing, it, it.adoption, me) for it in found if it.adoption is not None]


def _row(crossing: Crossing, proposal: Proposal, adoption: Adoption, me: str | None) -> Row:
    comment = proposal.comment
    old, new = around(adoption.was or stood(comment, crossing.old), adoption.now)
    return Row(
        comment.id,
        comment.kind,
        "" if comment.person == me else comment.author_name,
        asked(crossing.old, comment),
        old,
        new or old,
        told=f"{_SEEMS[adoption.outcome]}{adoption.note}。",
        section="changed",
    )


def settled(row: Row, decision: Decision | None, *, may_write: bool) -> Row:
    """Return a row with what was confirmed of it, and what can be done with it."""
    if decision is None:
        return replace(row, acts=OUTCOMES if may_write else ())
    return replace(
        row,
        told=confirmed(decision),
        section="exact",
        acts=(*OUTCOMES, UNDO) if may_write else (),
        decision=decision.outcome,
    )


def confirmed(decision: Decision) -> str:
    """Say what was confirmed."""
    note = f"说明：{decision.note}" if decision.note else ""
    return "。".join(part for part in (f"已确认：{decision.outcome}", note) if part)


def around(was: str, now: str) -> tuple[str, str]:
    """Return two wordings without what is alike far before and behind what changed."""
    if not now or was == now:
        return was[:_SHOWN], now[:_SHOWN]
    head = _shared(was, now)
    tail = _shared(was[head:][::-1], now[head:][::-1])
    low = head - _KEPT if head > _KEPT + 1 else 0
    cut = tail - _KEPT if tail > _KEPT + 1 else 0
    return _cut(was, low, cut), _cut(now, low, cut)


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _cut(text: str, low: int, cut: int) -> str:
    return f"{'…' if low else ''}{text[low : len(text) - cut]}{'…' if cut else ''}"


def summary(crossing: Crossing, decisions: Collection[str]) -> str:
    """Say how many opinions asked for words, what seems to have come of them, what is settled."""
    found = [it for it in crossing.proposals if it.adoption is not None]
    if not found:
        return "上一稿没有要改文字的意见。"
    seen: Counter[Outcome] = Counter(it.adoption.outcome for it in found if it.adoption)
    parts = "，".join(f"{outcome} {seen[outcome]} 条" for outcome in OUTCOMES if seen[outcome])
    settled = sum(it.comment.id in decisions for it in found)
    done = f"已确认 {settled} 条。" if settled else ""
    return f"上一稿有 {len(found)} 条意见要改文字。看来{parts}。{done}"


def places_told(crossing: Crossing) -> str:
    """Say what became of the places of all opinions on the older edition."""
    taken = sum(it.comment.id in crossing.followed for it in crossing.proposals)
    placed, done, lost = crossing.counts
    parts = [f"{taken} 条已放到新稿"] if taken else []
    parts += [f"{placed} 条已找到位置，还没有放"] if placed else []
    parts += [f"{done} 条要的话已写进新稿"] if done else []
    parts += [f"{lost} 条找不准，没有猜"] if lost else []
    return f"{'；'.join(parts)}。" if parts else "上一稿没有意见。"


def way_in(crossing: Crossing) -> str:
    """Return what the button says that leads to those that wait; empty where none does."""
    placed, done, lost = crossing.counts
    if lost and not placed and not done:
        return f"看这 {lost} 条"
    return f"看没有放的 {placed + done + lost} 条" if crossing.waiting else ""


def by_comment(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """Return the last decision on each opinion."""
    return {decision.comment: decision for decision in decisions}
