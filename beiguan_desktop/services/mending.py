"""A report whose text is damaged in the library: made whole from the source that is kept there."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from beiguan_desktop.core.carrying import Mark, anchor_of, carried, put
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Anchor
from beiguan_desktop.core.errors import DamagedTextError
from beiguan_desktop.core.following import Following
from beiguan_desktop.core.report import Reading, Report, Source
from beiguan_desktop.services.rereading import read_again
from beiguan_desktop.storage.readings import Made, Turn

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

MENDED = "这份报告的文字在资料库里有损坏，已经照存着的原文件补好，意见都在。"
_LOST = (
    "报告《{title}》的文字在资料库里损坏了，也不知道它是从哪个原文件读来的。"
    "请用 restore 从最近的备份恢复。"
)


def whole(
    store: "Store", report: str, *, change_id: str, now: str, file: Source | None = None
) -> tuple[Report, bool]:
    """Return a report, and whether it was damaged and is whole again.

    The source is read again with what was corrected by hand. Where that gives the very text, its
    rows are written anew; by newer rules it is another reading, into which opinions follow by
    their letters, or by the words they quote. `file` is the source as somebody has it at hand.
    Raises UserError when nothing whole is known, or the library cannot be written.
    """
    try:
        return store.shelf.load(report), False
    except DamagedTextError:
        made = _made(store, report)
    if file is not None and file.sha256 == made.source:
        store.readings.mend_source(file)
    reading, _ = read_again(store.readings.source(made.source), made.corrections)
    if reading.id == store.readings.current(report):
        store.readings.mend(reading)
    else:
        _put(store, report, made, reading, change_id=change_id, now=now)
    return store.shelf.load(report), True


def _made(store: "Store", report: str) -> Made:
    """Return how the current reading was made, or any other of which the source is known."""
    known = store.readings.of(report)
    if not known:
        raise DamagedTextError(_LOST.format(title=store.descriptions()[report].title))
    return known[0]


def _put(
    store: "Store", report: str, made: Made, reading: Reading, *, change_id: str, now: str
) -> None:
    called, before = store.descriptions()[report], store.readings.current(report)
    names = called.title, called.genre, called.edition, called.edition_of
    new = Report(report, *names, reading.id, reading.units, reading.marks, called.meeting)
    marks: list[Mark] = [*store.every_comment(report), *store.highlights(report)]
    marks = [it for it in marks if it.reading == before]
    has_letters = made.id == before and made.letters == reading.letters
    places = (_by_letters if has_letters else _by_quotes)(new, marks)
    edits = [Edit(it.id, it, put(it, at, new)) for it, at in zip(marks, places, strict=True) if at]
    store.readings.put(report, reading, made.corrections, now=now)
    change = Change(change_id, "补好报告文字", now, None, tuple(edits)) if edits else None
    turn = Turn(report, before, reading.id, reading.marks, store.desk.comfort(report))
    store.readings.turn(turn, change, ())


def _by_letters(new: Report, marks: Sequence[Mark]) -> list[Anchor | None]:
    """Place by letters alone: what the units were like is not known any more."""
    following, anchors = Following(new, new), map(anchor_of, marks)
    return [
        following.proposal(it) if it.place == "paragraph" else following.at(it) for it in anchors
    ]


def _by_quotes(new: Report, marks: Sequence[Mark]) -> list[Anchor | None]:
    return [it.anchor for it in carried(replace(new, units=()), new, marks)]
