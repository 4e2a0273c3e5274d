"""Which opinions the panel shows, and in what order. Pure: what it must know it is told."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any

from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.comment import KINDS, Comment

BY_PLACE, NEWEST, BY_KIND = "按位置", "新的在前", "按类型"
STARRED, PRIVATE, UNSENT = "加了星标的段", "仅自己可见的", "还没交的"
_UNSIGNED = "未署名"


@dataclass(frozen=True, slots=True)
class Known:
    """What an opinion does not say itself: starred units, and who has handed in what."""

    starred: Collection[int] = frozenset()
    unsent: Collection[str] = frozenset()
    """The ids of the opinions of which the newest words have not been handed in."""


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Sieve:
    """What passes: of each thing one of the named, all if none is named; authors by person."""

    kinds: frozenset[str] = frozenset()
    natures: frozenset[str] = frozenset()
    authors: frozenset[str] = frozenset()
    is_starred: bool = False
    is_private: bool = False
    is_unsent: bool = False

    @property
    def is_open(self) -> bool:
        """Whether everything passes."""
        return not any(getattr(self, it.name) for it in fields(self))

    def passes(self, comment: Comment, known: Known = NOTHING_KNOWN) -> bool:
        """Tell whether an opinion is shown."""
        return (
            (not self.kinds or comment.kind in self.kinds)
            and (not self.natures or comment.nature in self.natures)
            and (not self.authors or comment.person in self.authors)
            and (not self.is_starred or comment.anchor.unit in known.starred)
            and (not self.is_private or comment.private)
            and (not self.is_unsent or comment.id in known.unsent)
        )

    def words(self, names: Mapping[str, str]) -> str:
        """Say what passes: 建议、询问，还没交的; `names` are those of the authors."""
        named = (
            [kind for kind in KINDS if kind in self.kinds],
            sorted(self.natures),
            sorted(names.get(person, _UNSIGNED) for person in self.authors),
            [STARRED] * self.is_starred,
            [PRIVATE] * self.is_private,
            [UNSENT] * self.is_unsent,
        )
        return "，".join("、".join(each) for each in named if each)


OPEN = Sieve()


def authors(comments: Iterable[Comment]) -> dict[str, str]:
    """Return the names of those who wrote opinions, by person, in the order of the names.

    Two persons of one name are told apart by their delegations.
    """
    found = {it.person: (it.author_name or _UNSIGNED, it.author_delegation) for it in comments}
    names = [name for name, _ in found.values()]
    ordered = sorted(found.items(), key=lambda entry: (*entry[1], entry[0]))
    return {
        person: f"{name}（{team}）" if team and names.count(name) > 1 else name
        for person, (name, team) in ordered
    }


Key = Callable[[Comment], Any]


def _newest(comment: Comment) -> tuple[float, list[int]]:
    """Sort by time; of one second by ids, which grow with time."""
    at = datetime.fromisoformat(comment.created_at).timestamp()
    return -at, [-ord(sign) for sign in comment.id]


def _by_kind(comment: Comment) -> tuple[Any, ...]:
    return KINDS.index(comment.kind), *reading_order(comment)


ORDERS: Mapping[str, Key] = MappingProxyType(
    {BY_PLACE: reading_order, NEWEST: _newest, BY_KIND: _by_kind}
)
"""The keys that sort opinions, by what the order is called."""
