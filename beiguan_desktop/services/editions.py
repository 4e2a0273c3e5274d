"""A new edition of a report: what becomes of the opinions on the one before.

They stay where they are; who takes one over writes a new opinion that names the old (`follows`).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from beiguan_desktop.core.adoption import Adoption, Judge
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import NEEDS_WORDS, Anchor, Comment, Decision, Outcome, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.kept import are_editions
from beiguan_desktop.core.placed import CERTAIN, Placed
from beiguan_desktop.core.placing import Way
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.steps import Steps
from beiguan_desktop.core.text import worded
from beiguan_desktop.services import commenting
from beiguan_desktop.services.comparing import simplified

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

Progress = Callable[[int, int], None]
"""Told how many opinions of how many are done, from time to time."""

_STEP = 200
OUTCOMES: tuple[Outcome, ...] = ("采纳", "部分采纳", "未见")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An opinion on the older edition, where it would stand in the newer one, and whether the
    text has what it asked for (None where it asks for no words).

    `obstacle` says why it cannot be taken over as it is, in words.
    """

    comment: Comment
    placed: Placed
    adoption: Adoption | None
    obstacle: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether its very words were found, once."""
        return self.placed.anchor is not None and self.placed.rule in CERTAIN

    @property
    def is_done(self) -> bool:
        """Whether the text has what it asked for: it need not be said again."""
        return self.adoption is not None and self.adoption.outcome == "采纳"

    @property
    def is_preset(self) -> bool:
        """Whether it is taken over unless somebody says otherwise."""
        return self.is_certain and not self.is_done and not self.obstacle


@dataclass(frozen=True)
class Crossing:
    """Two editions, the opinions on the older one in its order, and which were taken over.

    `warning` says that the two do not look like editions of one report; empty where they do.
    """

    old: Report
    new: Report
    proposals: tuple[Proposal, ...]
    followed: frozenset[str | None] = frozenset()
    warning: str = ""

    @property
    def waiting(self) -> list[Proposal]:
        """Those that nobody has taken over."""
        return [it for it in self.proposals if it.comment.id not in self.followed]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many of those that wait have a place, are in the text already, have neither."""
        done = sum(it.is_done for it in self.waiting)
        placed = sum(it.placed.anchor is not None and not it.is_done for it in self.waiting)
        return placed, done, len(self.waiting) - placed - done


def older(store: "Store", report: Report) -> Report | None:
    """Return the edition of which a report is the newer one, None when there is none."""
    described = store.descriptions().get(report.id)
    named = described.edition_of if described is not None else None
    return None if named in (None, report.id) else store.shelf.load(str(named))


def unlike(store: "Store", old: str, units: Sequence[Unit], stop: Event) -> str:
    """Say that a text does not look like an edition of a report, in words; "" where it does.

    May run in any thread that has the store. Raises CancelledError once `stop` is set.
    """
    before = store.shelf.load(old).units
    return are_editions(before, units, folds=simplified(), stop=stop.is_set).warning


def waiting(store: "Store", old: str, new: str) -> list[Comment]:
    """Return the opinions on an older edition that nobody has taken over, whoever wrote them.

    Drafts and what is in the bin stay behind. One that was taken over and then put into the bin
    was answered and does not come again.
    """
    followed = _followed(store, new)
    return [it for it in store.comments(old) if it.id not in followed]


def _followed(store: "Store", new: str) -> frozenset[str | None]:
    return frozenset(it.follows for it in store.every_comment(new))


def crossing(  # noqa: PLR0913 - which editions, who looks, and how one waits for it
    store: "Store",
    old: Report,
    new: Report,
    *,
    me: Person | None,
    is_staff: bool,
    stop: Event | None = None,
    progress: Progress | None = None,
) -> Crossing:
    """Find what becomes of the opinions on an older edition that are shown to whoever sits here.

    May run in any thread that has the store. Raises CancelledError once `stop` is set.
    """
    seen = (it for it in store.comments(old.id) if it.is_seen_by(me, is_staff=is_staff))
    comments = commenting.in_document_order(seen)
    found = proposals(old, new, comments, stop=stop, progress=progress)
    crossing = Crossing(old, new, tuple(found), _followed(store, new.id))
    if not crossing.waiting:
        return crossing
    halt = stop.is_set if stop is not None else None
    kept = are_editions(old.units, new.units, folds=simplified(), stop=halt)
    return replace(crossing, warning=kept.warning)


def proposals(
    old: Report,
    new: Report,
    comments: Sequence[Comment],
    *,
    stop: Event | None = None,
    progress: Progress | None = None,
) -> list[Proposal]:
    """Find for each opinion its place in the newer edition, and whether it was adopted.

    Touches no library and may run in any thread. Raises CancelledError once `stop` is set.
    """
    steps = Steps(stop.is_set if stop is not None else None)
    way = Way(old, new, folds=simplified())
    judge = Judge(old, new, way.editions)
    found: list[Proposal] = []
    for comment in comments:
        steps.look()
        there = _as_it_stood(comment, old)
        placed = way.place(there.anchor)
        obstacle = "" if placed.anchor is None else _obstacle(comment, placed.anchor)
        found.append(Proposal(comment, placed, judge.of(there), obstacle))
        if progress is not None and len(found) % _STEP == 0:
            progress(len(found), len(comments))
    return found


def _as_it_stood(comment: Comment, old: Report) -> Comment:
    """Return an opinion with its place; one of an earlier text has its words alone to go by."""
    if comment.reading == old.reading or comment.anchor.unit is None:
        return comment
    return replace(comment, anchor=replace(comment.anchor, unit=None))


def _obstacle(comment: Comment, anchor: Anchor) -> str:
    """Say why an opinion's words do not fit a place, in words; empty where they do."""
    if comment.act in NEEDS_WORDS and anchor.place in ("section", "report"):
        return "改报告的意见要放在一句话或者一段上。请点要改的那句话。"
    words = commenting.Words(
        comment.kind, comment.text, comment.act, comment.replacement, comment.reason
    )
    try:
        commenting.checked(words, anchor)
    except UserError as error:
        return str(error)
    return ""


def accepted(
    new: Report,
    chosen: Iterable[tuple[Comment, Anchor]],
    *,
    known: Collection[str | None],
    new_id: Callable[[], str],
    now: str,
    me: str | None,
) -> Change | None:
    """Write opinions of an older edition anew, each at its place in the newer one.

    Words, kind and author stay; id and times are new; the old ones are not touched. Those of
    which the ids are `known` were taken over before: None where nothing is left. Raises UserError
    for a place that does not fit the words.
    """
    edits = []
    for comment, anchor in chosen:
        obstacle = _obstacle(comment, anchor)
        if obstacle:
            raise UserError(obstacle)
        if comment.id not in known:
            edits.append(_follower(new, comment, anchor, new_id(), now))
    if not edits:
        return None
    return Change(new_id(), "放到新稿", now, me, tuple(edits))


def _follower(new: Report, comment: Comment, anchor: Anchor, record: str, now: str) -> Edit:
    after = replace(
        comment,
        id=record,
        report=new.id,
        reading=new.reading,
        anchor=anchor,
        created_at=now,
        changed_at=now,
        import_key=None,
        follows=comment.id,
        version=0,
    )
    return Edit(record, before=None, after=after)


def outcomes(store: "Store") -> dict[str, Outcome]:
    """Return what was confirmed of opinions, by their ids, in the edition confirmed last."""
    found = sorted(store.decisions(), key=lambda it: it.decided_at)
    return {it.comment: it.outcome for it in found}


def decided(
    wanted: Decision, before: Decision | None, *, person: Person, change_id: str
) -> Change | None:
    """Confirm what became of an opinion in a newer edition; None where it is so already.

    `before` is what was confirmed of it earlier: it keeps its id. `person` confirms it and is
    written with it when not yet stored. Raises UserError for an outcome that is none.
    """
    if wanted.outcome not in OUTCOMES:
        raise UserError(f"没有“{wanted.outcome}”这种结果。请用：{'、'.join(OUTCOMES)}。")
    after = replace(wanted, note=worded(wanted.note).strip(), person=person.id)
    if before is not None:
        if replace(after, id=before.id, decided_at="") == replace(
            before, decided_at="", person=person.id, version=after.version
        ):
            return None
        after = replace(after, id=before.id, version=before.version)
    who = () if person.version else (Edit(person.id, before=None, after=person),)
    edits = (*who, Edit(after.id, before, after))
    return Change(change_id, "确认采纳情况", after.decided_at, person.id, edits)


def taken_back(before: Decision, *, person: Person, change_id: str, now: str) -> Change:
    """Let what was confirmed of an opinion count no more."""
    after = replace(before, withdrawn_at=now)
    return Change(change_id, "取消确认", now, person.id, (Edit(before.id, before, after),))
