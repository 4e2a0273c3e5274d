"""A better reading offered, put in place, and the old one put back: each as a whole."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from beiguan_desktop.core import placing
from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.carrying import is_equal, put
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import NEEDS_WORDS, Comment, Highlight
from beiguan_desktop.core.correction import Correction
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.report import PageMark, Reading, Report
from beiguan_desktop.services.rereading import (
    Replacement,
    put_back,
    put_in_place,
    read_again,
    replacement,
    taken_back,
)

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

_ELSEWHERE = "这份报告的文字后来又换过，不能撤销。请打开“更多—报告”再看。"


@dataclass(frozen=True)
class Offer:
    """What another reading would do to a report.

    `unfit` are corrections by hand that no longer fit; `top` is the letter in the new text at
    which somebody goes on who now reads at the letter he is at.
    """

    old: Report
    reading: Reading
    corrections: tuple[Correction, ...]
    shown: Replacement
    unfit: tuple[Correction, ...] = ()
    top: int = 0

    @property
    def is_same(self) -> bool:
        """Whether the reading is the one that is shown already, with the pages told by hand."""
        return is_as_shown(self.old, self.reading)


@dataclass(frozen=True)
class Turning:
    """Another reading has become the current one: what that did, to be taken back as a whole.

    `top` and `back_top` are the letters at which one goes on in either text; `declined` are the
    records that stay without a place in the new one.
    """

    shown: Replacement
    change: Change | None
    top: int
    back_top: int
    declined: frozenset[str] = frozenset()
    is_back: bool = False

    @property
    def report(self) -> str:
        """The report whose text it was."""
        return self.shown.new.id


def is_as_shown(report: Report, reading: Reading) -> bool:
    """Tell whether a reading is the one that is shown, with the same pages told by hand."""
    return reading.id == report.reading and _by_hand(reading.marks) == _by_hand(report.marks)


def _by_hand(marks: Iterable[PageMark]) -> set[PageMark]:
    return {mark for mark in marks if mark.origin == "hand"}


def offered_anew(
    store: "Store",
    old: Report,
    letter: int,
    *,
    stop: Event | None = None,
    read: Callable[[], object] = lambda: None,
) -> Offer:
    """Read a report's source by the rules of today and offer that, corrections by hand kept.

    `read` is called once it is read, and opinions are looked for.
    Raises UserError when the source cannot be read, CancelledError when `stop` was set.
    """
    made = store.readings.of(old.id)[0]
    source = store.readings.source(made.source)
    reading, unfit = read_again(source, made.corrections, stop=stop)
    read()
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
    shown = replacement(store, old, reading, corrections)
    top = _landing(old, shown.new, letter)
    return Offer(old, reading, tuple(corrections), shown, top=top)


def _landing(old: Report, new: Report, letter: int) -> int:
    """Return the letter in a new text where the paragraph goes on that one reads in the old."""
    unit, _ = old.place_of(letter)
    if not old.units or is_equal(old, new):
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
        Edit(it.record.id, it.record, put(it.record, it.proposal, shown.new))
        for it in shown.unplaced
        if it.record.id in wanted and it.proposal is not None and may_take(it.record)
    ]
    moved = [edit for edit in shown.moved if edit.record not in gone]
    return replace(shown, moved=(*moved, *more))


def may_take(record: Comment | Highlight) -> bool:
    """Tell whether a record may go to a whole paragraph: one that changes words needs its own."""
    return isinstance(record, Comment) and record.act not in NEEDS_WORDS


def turned(
    store: "Store", offer: Offer, shown: Replacement, letter: int, *, change_id: str, now: str
) -> Turning:
    """Put an offered reading in place and return what that did.

    `letter` is where one reads in the old text. Raises ConflictError as `put_in_place` does.
    """
    change = put_in_place(
        store, shown, offer.reading, offer.corrections, change_id=change_id, now=now
    )
    placed = {edit.record for edit in shown.moved}
    declined = frozenset(edit.record for edit in offer.shown.moved if edit.record not in placed)
    return Turning(shown, change, offer.top, letter, declined)


def turned_back(store: "Store", done: Turning, *, change_id: str, now: str) -> Turning:
    """Put the reading back that was there before, with every opinion, mark and open box.

    Raises ConflictError, and does nothing, when the text has been replaced since.
    """
    made = store.readings.of(done.report)
    if not made or made[0].id != done.shown.new.reading:
        raise ConflictError(_ELSEWHERE)
    shown = taken_back(store, done.shown)
    if done.is_back:
        moved = tuple(edit for edit in shown.moved if edit.record not in done.declined)
        shown = replace(shown, moved=moved)
    change = put_back(store, shown, change_id=change_id, now=now)
    return Turning(shown, change, done.back_top, done.top, done.declined, not done.is_back)


def settle_reader(store: "Store", offer: Offer, *, now: str) -> None:
    """Remember that today's rules read a report as it is shown: it is not offered again."""
    store.readings.put(offer.old.id, offer.reading, offer.corrections, now=now)
