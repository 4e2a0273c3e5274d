"""A better reading of the same report: made, looked at, and put in place with every opinion.

To go back is to put the old reading in place again. What stood in it stands there as it was: each
opinion and mark where it was when it left, unless somebody has moved it since (then it is carried
like any other), whatever was done to its words meanwhile.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from beiguan_desktop.core import outline
from beiguan_desktop.core.calling import called_back, called_now
from beiguan_desktop.core.carrying import (
    Mark,
    anchor_of,
    carried,
    comforted,
    given_back,
    is_equal,
    page_starts,
    put,
)
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Anchor, Comfort, Draft
from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Correction, Plainly
from beiguan_desktop.core.following import Following
from beiguan_desktop.core.layout import PLAIN
from beiguan_desktop.core.placing import Placed
from beiguan_desktop.core.report import Description, Read, Reading, Report, Source
from beiguan_desktop.core.text import clean
from beiguan_desktop.core.unplaced import old_words
from beiguan_desktop.formats import kinds, text_in
from beiguan_desktop.services.older_texts import texts
from beiguan_desktop.services.reading_apart import read_apart
from beiguan_desktop.storage.readings import Turn

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Unplaced:
    """An opinion or a mark that a person has to place; `proposal` is where it now begins.

    `words` is what it was about, `how` why no place was found.
    """

    record: Mark
    proposal: Anchor | None
    words: str = ""
    how: Placed | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """What putting another reading in place would do, to be looked at first.

    `moved`: opinions and marks with their places in it, `how` by record how each was found;
    `unplaced`: those that stay in the reading they are in until somebody places them. `drafts`:
    open boxes with their places in it, `drafts_before`: the same as they are. `called` is what the
    report is called if that changes, `comfort` what was read and starred, before and after.
    """

    old: Report
    new: Report
    moved: tuple[Edit, ...]
    unplaced: tuple[Unplaced, ...]
    drafts: tuple[Draft, ...]
    how: Mapping[str, Placed]
    comfort: tuple[Comfort, Comfort]
    called: Edit | None = None
    drafts_before: tuple[Draft, ...] = ()

    @property
    def before(self) -> str:
        """The reading that is the current one until then."""
        return self.old.reading


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


def replacement(
    store: "Store",
    old: Report,
    reading: Reading,
    corrections: Sequence[Correction] = (),
) -> Replacement:
    """Return what would become of every opinion, mark and open box; nothing is changed.

    Where letters are equal each place is computed from them; else the placing engine finds it.
    Opinions that lost their place in an earlier reading are looked for as well. The report takes
    the title of the reading unless somebody has called it otherwise, and what the `corrections`
    say of it. Raises UserError for a text that is damaged.
    """
    marks = page_starts(old.marks, reading.marks)
    new = replace(old, reading=reading.id, units=reading.units, marks=marks)
    if not is_equal(old, new):
        new = replace(new, marks=reading.marks)
    before, made = store.descriptions()[old.id], store.readings.of(old.id)
    was = made[0].corrections if made else ()
    called = _edit(before, called_now(before, reading.title, was, corrections))
    if called is not None and isinstance(called.after, Description):
        said = called.after
        new = replace(new, title=said.title, genre=said.genre)
        new = replace(new, edition=said.edition, meeting=said.meeting)
    comfort = store.desk.comfort(old.id)
    return _shown(store, (old, new), (comfort, comforted(old, new, comfort)), called, {})


def taken_back(store: "Store", shown: Replacement) -> Replacement:
    """Return what would become of everything if the text before were put back (撤销).

    Page marks, what was read and what is called are again as they were, with what came since.
    """
    old, new = store.shelf.load(shown.new.id), shown.old
    before, then = shown.comfort
    now = store.desk.comfort(old.id)
    comfort = now, given_back(before, then, now, comforted(old, new, now))
    called = None
    if shown.called is not None:
        described = store.descriptions()[old.id]
        called = _edit(described, called_back(shown.called, described))
    if called is None:
        new = replace(new, title=old.title, genre=old.genre)
        new = replace(new, edition=old.edition, meeting=old.meeting)
    here = {it.comment.id: it.comment.anchor for it in store.desk.drafts(old.id)}
    homes = {
        was.comment.id: was.comment.anchor
        for was, then in zip(shown.drafts_before, shown.drafts, strict=True)
        if here.get(was.comment.id) == then.comment.anchor
    }
    return _shown(store, (old, new), comfort, called, homes)


def _shown(
    store: "Store",
    pair: tuple[Report, Report],
    comfort: tuple[Comfort, Comfort],
    called: Edit | None,
    box_homes: Mapping[str, Anchor],
) -> Replacement:
    old, new = pair
    marks: list[Mark] = [*store.every_comment(old.id), *store.highlights(old.id)]
    marks = [it for it in marks if it.reading != new.reading]
    boxes = {it.comment.id: it for it in store.desk.drafts(old.id)}
    boxes = {key: it for key, it in boxes.items() if it.comment.reading != new.reading}
    homes = store.past.homes([it.id for it in marks], new.reading)
    found = {it.id: Placed(anchor_of(home), "letters", 1.0) for it in marks
             if (home := homes.get(it.id))}  # fmt: skip
    drafts: dict[str, Anchor | None] = {}
    unplaced = []
    for text in texts(store, old, [*marks, *(it.comment for it in boxes.values())]):
        there = [it for it in marks if it.reading == text.reading]
        away = [it for it in there if it.id not in found]
        open_ = [it.comment for it in boxes.values() if it.comment.reading == text.reading]
        placed = carried(text, new, [*away, *open_])
        found |= {it.id: at for it, at in zip(away, placed, strict=False)}
        drafts |= {it.id: at.anchor for it, at in zip(open_, placed[len(away) :], strict=True)}
        lost = [it for it in there if found[it.id].anchor is None]
        unplaced += [_unplaced(it, text, new, found[it.id]) for it in lost]
    places = {key: at for key in boxes if (at := box_homes.get(key, drafts[key]))}
    return Replacement(
        old,
        new,
        tuple(Edit(it.id, it, put(it, at, new)) for it in marks if (at := found[it.id].anchor)),
        tuple(unplaced),
        tuple(_reopened(boxes[key], at, new) for key, at in places.items()),
        found,
        comfort,
        called,
        tuple(boxes[key] for key in places),
    )


def _reopened(box: Draft, anchor: Anchor, new: Report) -> Draft:
    return replace(box, comment=replace(box.comment, anchor=anchor, reading=new.reading))


def _unplaced(mark: Mark, old: Report, new: Report, how: Placed) -> Unplaced:
    anchor = anchor_of(mark)
    has_letters = bool(old.units) and is_equal(old, new)
    proposal = Following(old, new).proposal(anchor) if has_letters else None
    return Unplaced(mark, proposal, old_words(anchor, old), how)


def _edit(before: Description, after: Description) -> Edit | None:
    return None if after == before else Edit(before.id, before, after)


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
    written, None where no opinion had to move and nothing is called otherwise. Raises
    ConflictError when report or opinions have changed since they were shown.
    """
    store.readings.put(shown.new.id, reading, corrections, now=now)
    return _turned(store, shown, "更新报告文字", change_id, now)


def put_back(store: "Store", shown: Replacement, *, change_id: str, now: str) -> Change | None:
    """Do what `taken_back` has shown: an older reading of the library is the current one again."""
    return _turned(store, shown, "换回原来的文字", change_id, now)


def _turned(
    store: "Store", shown: Replacement, label: str, change_id: str, now: str
) -> Change | None:
    edits = (*([shown.called] if shown.called else []), *shown.moved)
    change = Change(change_id, label, now, None, edits) if edits else None
    new, (before, comfort) = shown.new, shown.comfort
    comfort_now = store.desk.comfort(new.id)
    if comfort_now != before:  # somebody went on reading while he looked at the list
        comfort = comforted(shown.old, new, comfort_now)
    turn = Turn(new.id, shown.before, new.reading, new.marks, comfort)
    return store.readings.turn(turn, change, shown.drafts)
