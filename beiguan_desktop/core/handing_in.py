"""What went out of the house: the numbers opinions bear on paper, and each hand-in."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from beiguan_desktop.core import canonical
from beiguan_desktop.core.comment import Comment


@dataclass(frozen=True, slots=True)
class Printed:
    """The short number (甲1) of an opinion, given when it was first on paper and kept for good.

    That no two persons have the same one on a report is seen to when numbers are given
    (`short_numbers.numbered`); the library itself keeps apart only those of one person.
    """

    report: str
    person: str
    number: str
    comment: str
    at: str


@dataclass(frozen=True, slots=True)
class HandIn:
    """One hand-in (第n次交) of a person's opinions on a report, as this machine remembers it.

    `contents` gives for each opinion what it said: the hash of its words and place. `manner`
    is how it went out: 打印, Word, PDF, 文字. `at` is ISO-8601 with offset.
    """

    id: str
    report: str
    person: str
    ordinal: int
    manner: str
    at: str
    contents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """How many opinions are new, say something else, or are no more there than last time."""

    added: int = 0
    changed: int = 0
    withdrawn: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything is different."""
        return bool(self.added or self.changed or self.withdrawn)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an opinion is: handed in the `ordinal`th time (0: never, or no more in the last).

    `is_changed`: what was handed in says something else than the opinion does now.
    """

    ordinal: int = 0
    is_changed: bool = False

    @property
    def is_handed_in(self) -> bool:
        """Whether the opinion as it stands has been handed in."""
        return self.ordinal > 0 and not self.is_changed


def contents(comments: Iterable[Comment]) -> dict[str, str]:
    """Return for each opinion the hash of what a hand-in says of it: its words and place."""
    return {comment.id: _said(comment) for comment in comments}


def _said(comment: Comment) -> str:
    anchor = comment.anchor
    said = [
        *(comment.kind, comment.act, comment.text, comment.replacement, comment.reason),
        *(comment.cosigners, comment.apart),
        *(anchor.place, anchor.letter_start, anchor.letter_end, anchor.quote),
    ]
    return sha256(canonical.dumps(said).encode()).hexdigest()


def followed(
    contents: Mapping[str, str], moved: Iterable[tuple[Comment, Comment]]
) -> dict[str, str]:
    """Return what a hand-in said, after its text made room for another reading.

    `moved` are opinions as they were and as they are. One that was handed in so and is about the
    same words still is as it was handed in, whatever letters stand before it now.
    """
    found = dict(contents)
    for was, now in moved:
        is_same = (was.anchor.place, was.anchor.quote) == (now.anchor.place, now.anchor.quote)
        if is_same and found.get(was.id) == _said(was):
            found[was.id] = _said(now)
    return found


def difference(before: Mapping[str, str], now: Mapping[str, str]) -> Difference:
    """Compare what is to be handed in with what was handed in last."""
    both = before.keys() & now.keys()
    return Difference(
        added=len(now.keys() - before.keys()),
        changed=sum(before[one] != now[one] for one in both),
        withdrawn=len(before.keys() - now.keys()),
    )


def taken_back(hand_ins: Sequence[HandIn], may_go: Collection[str]) -> tuple[str, ...]:
    """Return which opinions of the last hand-in may not go any more: withdrawn, made private."""
    last = hand_ins[-1].contents if hand_ins else {}
    return tuple(identity for identity in last if identity not in may_go)


def may_go(comments: Iterable[Comment], person: str) -> list[Comment]:
    """Return a person's opinions that are neither private nor withdrawn."""
    return [c for c in comments if c.person == person and not c.private and not c.withdrawn_at]


def waiting(comments: Iterable[Comment], person: str, hand_ins: Sequence[HandIn]) -> list[Comment]:
    """Return a person's opinions that are to go and not handed in as they stand: 还有 4 条没交.

    `hand_ins` are all of that person's on the report, in their order.
    """
    return [c for c in may_go(comments, person) if not standing(c, hand_ins).is_handed_in]


def standing(comment: Comment, hand_ins: Sequence[HandIn]) -> Standing:
    """Say with which hand-in an opinion went out as it stands; hand-ins in their order.

    The last one counts: what it no longer holds was taken back by it. An opinion that stayed the
    same belongs to the hand-in that first had it so.
    """
    if not hand_ins or comment.id not in hand_ins[-1].contents:
        return Standing()
    found = Standing(hand_ins[-1].ordinal, is_changed=True)
    said = _said(comment)
    for hand_in in reversed(hand_ins):
        if hand_in.contents.get(comment.id) != said:
            break
        found = Standing(hand_in.ordinal)
    return found
