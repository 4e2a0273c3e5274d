"""交意见: what goes and what stays, the numbers kept for good, and the record of each hand-in.

A hand-in is remembered when what goes differs from what went last. To print or store the same
once more is no new hand-in.
"""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from beiguan_desktop.core import handing_in, my_opinions
from beiguan_desktop.core.anchoring import reading_order
from beiguan_desktop.core.comment import Comment, Draft, Person
from beiguan_desktop.core.handing_in import Difference, HandIn, Printed, Standing
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import page_style
from beiguan_desktop.services.older_texts import seen_here
from beiguan_desktop.storage.store import Store

PRIVATE, AT_HOME, DRAFT = "仅自己可见", "您留着，这次不交", "还没写完"
"""Why an opinion stays."""


@dataclass(frozen=True)
class Outgoing:
    """What one author has written on a report, and what of it has gone out before.

    `comments` are everybody's: they decide the numbers. `at_home` are the author's own that he
    keeps for now, `pages` is the 页码写法.
    """

    report: Report
    author: Person
    comments: Sequence[Comment]
    pages: str = page_style.PAGE
    printed: Sequence[Printed] = ()
    hand_ins: Sequence[HandIn] = ()
    at_home: frozenset[str] = frozenset()
    drafts: Sequence[Draft] = field(default=())

    @cached_property
    def may_go(self) -> tuple[Comment, ...]:
        """The author's opinions that are not private, in the order of the sheet."""
        sections = my_opinions.parts(self.comments, self.author, printed=self.printed)
        return tuple(entry.comment for part in sections for entry in part.entries)

    @cached_property
    def going(self) -> tuple[Comment, ...]:
        """Those that go now, in the order of the sheet."""
        return tuple(comment for comment in self.may_go if comment.id not in self.at_home)

    @cached_property
    def chosen(self) -> frozenset[str]:
        """The ids of those that go now."""
        return frozenset(comment.id for comment in self.going)

    @cached_property
    def private(self) -> tuple[Comment, ...]:
        """The author's opinions that nobody else may see, by place."""
        own = (c for c in self.comments if c.person == self.author.id and not c.withdrawn_at)
        return tuple(sorted((c for c in own if c.private), key=reading_order))

    @cached_property
    def parts(self) -> tuple[my_opinions.Part, ...]:
        """The parts of the sheet, with the numbers kept or proposed."""
        return my_opinions.parts(
            self.comments, self.author, printed=self.printed, chosen=self.chosen
        )

    @cached_property
    def taken_back(self) -> tuple[str, ...]:
        """The numbers of what was handed in last and has been withdrawn or made private since."""
        numbers = {each.comment: each.number for each in self.printed}
        gone = handing_in.taken_back(self.hand_ins, {comment.id for comment in self.may_go})
        return tuple(numbers[identity] for identity in gone if identity in numbers)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say: no opinion goes, and none was taken back."""
        return not (self.going or self.taken_back)

    @property
    def last(self) -> HandIn | None:
        """The last hand-in."""
        return self.hand_ins[-1] if self.hand_ins else None

    @property
    def difference(self) -> Difference:
        """What is different from the last hand-in."""
        before = self.last.contents if self.last else {}
        return handing_in.difference(before, handing_in.contents(self.going))

    @property
    def ordinal(self) -> int:
        """Which hand-in this will be: the next one, or the last when it is the same."""
        count = self.last.ordinal if self.last else 0
        return count + bool(self.difference or not self.last)

    def standing(self, comment: Comment) -> Standing:
        """Say whether an opinion has been handed in as it stands."""
        return handing_in.standing(comment, self.hand_ins)


def look(store: Store, report: Report, author: Person, drafts: Iterable[Draft] = ()) -> Outgoing:
    """See what an author would hand in now; of the open boxes, the others' are left out."""
    comments = tuple(seen_here(store, report, store.comments(report.id)))
    mine = (d for d in drafts if d.comment.person == author.id)
    return Outgoing(
        report,
        author,
        comments,
        page_style.style(store),
        tuple(store.out_tray.printed(report.id)),
        tuple(store.out_tray.hand_ins(report.id, author.id)),
        _at_home(store, report.id, author.id) & {comment.id for comment in comments},
        tuple(mine),
    )


def keep_at_home(store: Store, report: str, person: str, comments: Collection[str]) -> None:
    """Remember which opinions their author keeps for now, in place of those before."""
    store.desk.put_setting(_key(report, person), json.dumps(sorted(comments)))


def give_numbers(store: Store, outgoing: Outgoing, *, now: str) -> tuple[Printed, ...]:
    """Keep for good the numbers that what goes gets for the first time; return those given now.

    Raises UserError when they cannot be written: then nothing may go out.
    """
    known = {each.comment for each in outgoing.printed}
    report, person = outgoing.report.id, outgoing.author.id
    given = tuple(
        Printed(report, person, entry.number, entry.comment.id, now)
        for part in outgoing.parts
        for entry in part.entries
        if entry.comment.id not in known
    )
    if given:
        store.out_tray.put(given)
    return given


def record(
    store: Store, outgoing: Outgoing, manner: str, *, hand_in_id: str, now: str
) -> HandIn | None:
    """Remember that the opinions have gone out; None when they went out just so before."""
    if outgoing.last is not None and not outgoing.difference:
        return None
    made = HandIn(
        hand_in_id,
        outgoing.report.id,
        outgoing.author.id,
        outgoing.ordinal,
        manner,
        now,
        handing_in.contents(outgoing.going),
    )
    store.out_tray.put((), made)
    return made


def unsent(store: Store, report: str, comments: Iterable[Comment]) -> set[str]:
    """Return which opinions on a report, of whomever, are to go and not handed in as they stand."""
    comments, tray = tuple(comments), store.out_tray
    return {
        comment.id
        for person in {comment.person for comment in comments}
        for comment in handing_in.waiting(comments, person, tray.hand_ins(report, person))
    }


def _at_home(store: Store, report: str, person: str) -> frozenset[str]:
    return frozenset(json.loads(store.desk.setting(_key(report, person)) or "[]"))


def _key(report: str, person: str) -> str:
    return f"at home {report} {person}"
