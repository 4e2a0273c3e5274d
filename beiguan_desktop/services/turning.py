"""A better reading offered, put in place, and the old one put back: each as a whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from beiguan_desktop.core import placing
from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.change import Change, Edit, inverse
from beiguan_desktop.core.comment import Anchor, Comment, Draft, Highlight
from beiguan_desktop.core.correction import Correction
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.report import Reading, Report
from beiguan_desktop.services.moving import NEEDS_WORDS
from beiguan_desktop.services.rereading import Replacement, put_in_place, read_again, replacement
from beiguan_desktop.storage.readings import Turn

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

_ELSEWHERE = "这份报告的文字后来又换过，不能撤销。请打开“更多—报告”再看。"


@dataclass(frozen=True)
class Offer:
    """What another reading would do to a report: `rules` says of each record how it was placed.

    `unfit` are corrections by hand that no longer fit; `top` is the letter in the new text at
    which somebody goes on who now reads at the letter he is at.
    """

    old: Report
    reading: Reading
    corrections: tuple[Correction, ...]
    shown: Replacement
    rules: Mapping[str, str]
    unfit: tuple[Correction, ...] = ()
    top: int = 0

    @property
    def is_same(self) -> bool:
        """Whether the reading is the one that is shown already."""
        return self.reading.id == self.old.reading


@dataclass(frozen=True)
class Turning:
    """Another reading has become the current one: what that wrote, to be taken back as a whole.

    `top` and `back_top` are the letters at which one goes on in either text.
    """

    turn: Turn
    back: Turn
    change: Change | None
    drafts: tuple[Draft, ...]
    drafts_before: tuple[Draft, ...]
    top: int
    back_top: int


def offered_anew(store: "Store", old: Report, letter: int, *, stop: Event | None = None) -> Offer:
    """Read a report's source by the rules of today and offer that, corrections by hand kept.

    Raises UserError when the source cannot be read, CancelledError when `stop` was set.
    """
    made = store.readings.of(old.id)[0]
    source = store.readings.source(made.source)
    reading, unfit = read_again(source, made.corrections, stop=stop)
    kept = tuple(it for it in made.corrections if it not in unfit)
    offer = offered(store, old, reading, kept, letter)
    return replace(offer, unfit=unfit)


def offered(
    store: "Store",
    old: Report,
    reading: Reading,
    corrections: Sequence[Correction],
    letter: int,
) -> Offer:
    """Return what a reading would do to a report; nothing is changed. May run in any thread."""
    found: list[placing.Placed] = []

    def place(one: Report, other: Report, anchors: Sequence[Anchor]) -> list[Anchor | None]:
        found.extend(placing.place(one, other, anchors))
        return [it.anchor for it in found]

    shown = replacement(store, old, reading, place=place)
    rules = _rules(shown, found)
    top = _landing(old, shown.new, letter, is_equal=not found)
    return Offer(old, reading, tuple(corrections), shown, rules, top=top)


def _rules(shown: Replacement, found: Sequence[placing.Placed]) -> dict[str, str]:
    """Name for each record the rule that placed it; with equal letters there is but one."""
    if not found:
        return {edit.record: "letters" for edit in shown.moved} | {
            it.record.id: "torn" for it in shown.unplaced
        }
    moved, unplaced = iter(shown.moved), iter(shown.unplaced)
    rules: dict[str, str] = {}
    for placed in found[: len(shown.moved) + len(shown.unplaced)]:
        record = next(unplaced).record.id if placed.anchor is None else next(moved).record
        rules[record] = placed.rule
    return rules


def _landing(old: Report, new: Report, letter: int, *, is_equal: bool) -> int:
    """Return the letter in a new text where the paragraph goes on that one reads in the old."""
    unit, _ = old.place_of(letter)
    if is_equal or not old.units:
        return letter
    (found,) = placing.place(old, new, [paragraph(old, unit)])
    if found.anchor is None or found.anchor.unit is None:
        return letter
    return new.units[found.anchor.unit].letter + letter - old.units[unit].letter


def settled(offer: Offer, *, declined: Iterable[str], taken: Iterable[str]) -> Replacement:
    """Return what shall be done after somebody has decided row by row.

    `declined` records stay without a place; of those without one, `taken` go where they begin now.
    """
    shown, gone, wanted = offer.shown, set(declined), set(taken)
    more = [
        Edit(it.record.id, it.record, _at(it.record, it.proposal, shown.new))
        for it in shown.unplaced
        if it.record.id in wanted and it.proposal is not None and may_take(it.record)
    ]
    moved = [edit for edit in shown.moved if edit.record not in gone]
    return replace(shown, moved=(*moved, *more))


def may_take(record: Comment | Highlight) -> bool:
    """Tell whether a record may go to a whole paragraph: one that changes words needs its own."""
    return isinstance(record, Comment) and record.act not in NEEDS_WORDS


def _at(record: Comment | Highlight, anchor: Anchor, new: Report) -> Comment | Highlight:
    if not isinstance(record, Comment):
        raise TypeError("only opinions may go to a whole paragraph")
    return replace(record, anchor=anchor, reading=new.reading)


def turned(
    store: "Store", offer: Offer, shown: Replacement, letter: int, *, change_id: str, now: str
) -> Turning:
    """Put an offered reading in place and return what that did.

    `letter` is where one reads in the old text. Raises ConflictError as `put_in_place` does.
    """
    old, new = offer.old, shown.new
    ids = {draft.comment.id for draft in shown.drafts}
    before = tuple(it for it in store.desk.drafts(old.id) if it.comment.id in ids)
    change = put_in_place(
        store, shown, offer.reading, offer.corrections, change_id=change_id, now=now
    )
    turn = Turn(new.id, old.reading, new.reading, new.title, new.marks)
    back = Turn(new.id, new.reading, old.reading, old.title, old.marks)
    return Turning(turn, back, change, shown.drafts, before, offer.top, letter)


def turned_back(store: "Store", done: Turning, *, change_id: str, now: str) -> Turning:
    """Put the reading back that was there before, with every opinion, mark and open box.

    Raises ConflictError, and does nothing, when one of them or the text has changed since.
    """
    made = store.readings.of(done.turn.report)
    if not made or made[0].id != done.turn.reading:
        raise ConflictError(_ELSEWHERE)
    change = None
    if done.change is not None:
        present = store.present(edit.record for edit in done.change.edits)
        change = inverse(done.change, present, change_id=change_id, at=now)
    drafts = _with_words_of_now(store, done)
    applied = store.readings.turn(done.back, change, drafts)
    return Turning(done.back, done.turn, applied, drafts, done.drafts, done.back_top, done.top)


def _with_words_of_now(store: "Store", done: Turning) -> tuple[Draft, ...]:
    """Return the open boxes at their former places, with what was written in them since."""
    now = {it.comment.id: it for it in store.desk.drafts(done.turn.report)}
    return tuple(
        replace(
            now[it.comment.id],
            comment=replace(
                now[it.comment.id].comment, anchor=it.comment.anchor, reading=it.comment.reading
            ),
        )
        for it in done.drafts_before
        if it.comment.id in now
    )


def settle_reader(store: "Store", offer: Offer, *, now: str) -> None:
    """Remember that today's rules read a report as it is shown: it is not offered again."""
    store.readings.put(offer.old.id, offer.reading, offer.corrections, now=now)
