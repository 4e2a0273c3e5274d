"""The past of an opinion: its states, and what changed from one to the next."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from beiguan_desktop.core.change import Change, Record
from beiguan_desktop.core.comment import Anchor, Comment, Highlight, Person
from beiguan_desktop.core.report import Description

_SHOWN = 12
"""How many characters of somebody's words name what was done."""

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "kind": "类型",
        "act": "改法",
        "text": "意见",
        "replacement": "改为",
        "reason": "理由",
        "field": "领域",
        "departments": "涉及部门",
        "weight": "重要程度",
        "cosigners": "意见相同的代表",
        "private": "仅自己可见",
        "apart": "单独反映",
        "capacity": "身份",
        "manner": "提出方式",
        "recorder": "记录人",
        "author_name": "姓名",
        "author_delegation": "代表团",
    }
)
"""The fields that people see, in the order in which they are told; place and bin come apart."""

BIN = "回收站"
"""What differs between an opinion in force and a withdrawn one."""
_WORDS = ("text", "replacement", "reason")


@dataclass(frozen=True, slots=True)
class State:
    """What an opinion was from some moment on; None = it did not exist.

    `label` is the act that made it so, `is_undoing` tells that it took another back.
    """

    version: int
    label: str
    at: str
    is_undoing: bool
    comment: Comment | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What a field said before and what it says after; `is_words` if people wrote sentences."""

    name: str
    before: str
    after: str
    is_words: bool = False


def differences(before: Comment, after: Comment) -> tuple[Difference, ...]:
    """Return what differs between two states of an opinion, as people call it."""
    found = [
        Difference(name, _said(one), _said(other), field in _WORDS)
        for field, name in _NAMES.items()
        if (one := getattr(before, field)) != (other := getattr(after, field))
    ]
    if before.anchor != after.anchor:
        found.append(Difference("位置", _place(before.anchor), _place(after.anchor)))
    if (before.withdrawn_at is None) != (after.withdrawn_at is None):
        found.append(Difference(BIN, _bin(before.withdrawn_at), _bin(after.withdrawn_at)))
    return tuple(found)


def _said(value: str | bool | None) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return value or ""


def _bin(withdrawn_at: str | None) -> str:
    return "在用" if withdrawn_at is None else "已撤回"


def _place(anchor: Anchor) -> str:
    if anchor.place == "passage":
        return f"“{anchor.quote}”"
    return {"report": "整篇报告", "section": "整节", "paragraph": "整段"}[anchor.place]


def distinct(states: Iterable[State]) -> list[State]:
    """Return the states that say something, the newest first; what is told twice comes once.

    A state that only differs in time from the one before it is the same one for a reader.
    """
    found: list[State] = []
    for state in states:
        if state.comment is None:
            continue
        last = found[-1].comment if found else None
        if last is None or differences(last, state.comment):
            found.append(state)
    return found[::-1]


def returned(states: Sequence[Comment | Highlight], reading: str) -> Comment | Highlight | None:
    """Return where an opinion or a mark was in a reading it has left; None if it was moved since.

    `states` are all it ever was, the oldest first. It is where it was when it left, if it is now
    where it then went.
    """
    at = next((n for n in reversed(range(len(states))) if states[n].reading == reading), None)
    if at is None or at + 1 == len(states):
        return None
    went, now = states[at + 1], states[-1]
    return states[at] if _spot(went) == _spot(now) else None


def _spot(mark: Comment | Highlight) -> tuple[object, ...]:
    if isinstance(mark, Comment):
        return mark.reading, mark.anchor
    return mark.reading, mark.unit, mark.start, mark.end


# -- what a Change did, in words


def told(change: Change) -> str:
    """Say what a Change did: 改意见“停车位太少…”; of several opinions how many there were."""
    about = _about(change)
    return f"{change.label}{about}"


def _about(change: Change) -> str:
    records = [it for edit in change.edits if (it := edit.after or edit.before) is not None]
    comments = [it for it in records if isinstance(it, Comment)]
    if len(comments) > 1 and change.label != NAMING:
        return f"（{len(comments)} 条）"
    marks = [it for it in records if isinstance(it, Highlight)]
    called = [it.name for it in records if isinstance(it, Person)]
    called += [it.title for it in records if isinstance(it, Description)]
    named = _names(change, comments, marks, called)
    words = next(named, "")
    return f"“{shortened(words)}”" if words else ""


NAMING = "写上姓名"
"""The act whose subject is a person, however many opinions it signs."""


def _names(
    change: Change,
    comments: Sequence[Comment],
    marks: Sequence[Highlight],
    called: Sequence[str],
) -> Iterator[str]:
    """Yield by what a Change may be called, the best first."""
    if change.label != NAMING:
        for comment in comments:
            yield from filter(None, (main_words(comment), comment.anchor.quote))
        yield from (mark.quote for mark in marks)
    yield from filter(None, called)


def main_words(comment: Comment) -> str:
    """Return the words by which an opinion is known: the first that it has, or none."""
    return comment.text or comment.replacement or comment.reason


def shortened(words: str) -> str:
    """Return the first characters of somebody's words on one line."""
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN + 1 else words[:_SHOWN] + "…"


def subject(change: Change) -> Record | None:
    """Return the record that a Change is about, as it is now or last was: an opinion first."""
    states = [it for edit in change.edits for it in (edit.after, edit.before) if it is not None]
    placed = (it for it in states if isinstance(it, Comment | Highlight))
    return next(placed, states[0] if states else None)
