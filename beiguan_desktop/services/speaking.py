"""发言提纲: which opinions somebody will speak about, in which order; kept on this machine."""

import json
from collections.abc import Iterable, Mapping, Sequence

from beiguan_desktop.core import speech
from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.comment import Comment, Person
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.speech import Point
from beiguan_desktop.services.older_texts import seen_here
from beiguan_desktop.services.page_style import PAGE, pages_of
from beiguan_desktop.storage.store import Store

Choice = tuple[Comment, bool]
"""An opinion, and whether it will be spoken about."""


def choices(
    store: Store, report: Report, person: Person, comments: Iterable[Comment]
) -> list[Choice]:
    """Return a person's opinions in the order he gave them; new ones follow by place.

    What nobody else may see is offered too, last and not chosen: one may look at it. That it was
    chosen before its author made it private does not count; only a choice made since does.
    """
    own = (c for c in comments if c.person == person.id and not c.withdrawn_at)
    mine = sorted(seen_here(store, report, own), key=reading_order)
    kept = json.loads(store.desk.setting(_key(report, person)) or "[]")
    order = {identity: at for at, (identity, *_) in enumerate(kept)}
    known = {identity: (chosen, any(private)) for identity, chosen, *private in kept}
    mine.sort(key=lambda c: (order.get(c.id, len(order)), c.private))
    return [(comment, _is_chosen(comment, known)) for comment in mine]


def _is_chosen(comment: Comment, known: Mapping[str, tuple[bool, bool]]) -> bool:
    chosen, was_private = known.get(comment.id, (True, False))
    return chosen and (was_private or not comment.private)


def keep(store: Store, report: Report, person: Person, chosen: Sequence[Choice]) -> None:
    """Remember an order and which opinions are chosen, and that they were private then."""
    kept = [(comment.id, is_chosen, comment.private) for comment, is_chosen in chosen]
    store.desk.put_setting(_key(report, person), json.dumps(kept))


def points(report: Report, comments: Iterable[Comment], *, pages: str = PAGE) -> list[Point]:
    """Put opinions into what is said of them; `pages` is the 页码写法."""
    page_of = pages_of(report, pages)
    return [speech.point(report, comment, page=page_of(comment)) for comment in comments]


def _key(report: Report, person: Person) -> str:
    return f"speech {report.id} {person.id}"
