"""A better reading of the same report: made, looked at, and put in place with every opinion."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from beiguan_desktop.core import outline
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Anchor, Comment, Draft, Highlight
from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Correction, Plainly
from beiguan_desktop.core.following import Following
from beiguan_desktop.core.layout import PLAIN
from beiguan_desktop.core.letters import letters_hash
from beiguan_desktop.core.report import PageMark, Read, Reading, Report, Source
from beiguan_desktop.core.text import clean
from beiguan_desktop.formats import kinds, text_in
from beiguan_desktop.services.moving import NEEDS_WORDS
from beiguan_desktop.services.reading_apart import read_apart
from beiguan_desktop.storage.readings import Turn

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

Placing = Callable[[Report, Report, Sequence[Anchor]], Sequence[Anchor | None]]
"""What finds places in a text with other letters: None for what it would have to guess."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An opinion or a mark that a person has to place; `proposal` is where it now begins."""

    record: Comment | Highlight
    proposal: Anchor | None


@dataclass(frozen=True, slots=True)
class Replacement:
    """What putting another reading in place would do, to be looked at first.

    `moved`: opinions and marks with their places in it; `unplaced`: those that stay in the
    reading they are in until somebody places them.
    """

    new: Report
    before: str
    moved: tuple[Edit, ...]
    unplaced: tuple[Unplaced, ...]
    drafts: tuple[Draft, ...]


def is_better_there(store: "Store", report: str) -> bool:
    """Tell whether this program reads by newer rules than those that made the current reading."""
    made = store.readings.of(report)
    return bool(made) and made[0].reader < outline.READER


def read_anew(source: Source, *, is_plain: bool = False, stop: Event | None = None) -> Read:
    """Read a source of the library by the rules of today, as if nobody had corrected anything.

    May run in any thread; raises UserError as reading a file does.
    """
    if source.media == kinds.TEXT:
        text, layout = text_in.decode(source.data)[0], PLAIN
    else:
        read = read_apart(source.data, source.media, stop=stop)
        text, layout = read.text, read.layout
    make = outline.read_plain if is_plain else outline.read
    called = clean(Path(source.name).stem)
    reading = make(text, source=source.sha256, layout=layout, called=called)
    return Read(source, reading, text, is_plain)


def read_again(
    source: Source, corrections: Sequence[Correction], *, stop: Event | None = None
) -> tuple[Reading, tuple[Correction, ...]]:
    """Read a source of the library by the rules of today, with what was corrected by hand.

    Returns the corrections that no longer fit as well. May run in any thread; raises UserError
    as reading a file does.
    """
    read = read_anew(source, is_plain=Plainly() in corrections, stop=stop)
    return corrected(read.text, read.reading, corrections)


def replacement(store: "Store", old: Report, reading: Reading, *, place: Placing) -> Replacement:
    """Return what would become of every opinion, mark and open box; nothing is changed.

    Where letters are equal each place is computed from them; else `place` finds them. What is
    without a place already, in an earlier reading, stays so.
    """
    is_equal = letters_hash(unit.text for unit in old.units) == reading.letters
    marks = _kept(old.marks, reading.marks) if is_equal else reading.marks
    new = replace(old, title=reading.title, reading=reading.id, units=reading.units, marks=marks)
    records: list[Comment | Highlight] = [*store.every_comment(old.id), *store.highlights(old.id)]
    here = [it for it in records if it.reading == old.reading]
    drafts = [it for it in store.desk.drafts(old.id) if it.comment.reading == old.reading]
    following = Following(old, new)
    everything: list[Comment | Highlight] = [*here, *(it.comment for it in drafts)]
    if is_equal:
        found = [following.at(_anchor(it), is_original=_is_original(it)) for it in everything]
    else:
        found = list(place(old, new, [_anchor(it) for it in everything]))
    pairs = list(zip(here, found, strict=False))
    boxes = [
        replace(draft, comment=replace(draft.comment, anchor=anchor, reading=reading.id))
        for draft, anchor in zip(drafts, found[len(here) :], strict=True)
        if anchor is not None
    ]
    return Replacement(
        new,
        old.reading,
        tuple(Edit(it.id, it, _placed(it, at, new)) for it, at in pairs if at is not None),
        tuple(
            Unplaced(it, following.proposal(_anchor(it)) if is_equal else None)
            for it, at in pairs
            if at is None
        ),
        tuple(boxes),
    )


def _anchor(record: Comment | Highlight) -> Anchor:
    if isinstance(record, Comment):
        return record.anchor
    letters = record.letter_start, record.letter_end
    return Anchor("passage", record.unit, record.start, record.end, *letters, quote=record.quote)


def _is_original(record: Comment | Highlight) -> bool:
    return isinstance(record, Comment) and record.act in NEEDS_WORDS


def _placed(record: Comment | Highlight, anchor: Anchor, new: Report) -> Comment | Highlight:
    """Return an opinion or a mark at a place of a reading; its words and times stay."""
    if isinstance(record, Comment):
        return replace(record, anchor=anchor, reading=new.reading)
    unit = record.unit if anchor.unit is None else anchor.unit
    return replace(
        record,
        reading=new.reading,
        unit=unit,
        start=anchor.start,
        end=anchor.end,
        letter_start=anchor.letter_start,
        letter_end=anchor.letter_end,
        quote=new.units[unit].text[anchor.start : anchor.end],
    )


def _kept(stored: Sequence[PageMark], made: Sequence[PageMark]) -> tuple[PageMark, ...]:
    """Return the page starts of a text with equal letters: what the print told stays known."""
    told = [mark for mark in stored if mark.origin == "pdf"]
    if not told or any(mark.origin == "pdf" for mark in made):
        return tuple(made)
    hands = [mark for mark in made if mark.origin == "hand"]
    by_hand = {mark.letter for mark in hands}
    return tuple(
        sorted(
            [*(mark for mark in told if mark.letter not in by_hand), *hands],
            key=lambda mark: mark.letter,
        )
    )


def put_in_place(
    store: "Store",
    shown: Replacement,
    reading: Reading,
    corrections: Sequence[Correction],
    *,
    change_id: str,
    now: str,
) -> Change | None:
    """Make the reading the current one after somebody has seen what becomes of the opinions.

    Opinions without a place stay in the old reading, which is kept. Returns the Change as
    written, None where no opinion had to move. To go back is to put the old reading in place.
    Raises ConflictError when report or opinions have changed since they were shown.
    """
    report = shown.new
    store.readings.put(report.id, reading, corrections, now=now)
    turn = Turn(report.id, shown.before, report.reading, report.title, report.marks)
    change = Change(change_id, "更新报告文字", now, None, shown.moved) if shown.moved else None
    return store.readings.turn(turn, change, shown.drafts)
