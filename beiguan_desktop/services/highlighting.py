"""画重点: each verb returns a Change and touches nothing. What is marked stays on this machine."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from beiguan_desktop.core import marking
from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Anchor, Highlight, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.marking import Span
from beiguan_desktop.core.report import Report

NOTHING = "请先选中要画的字，或者点一句话，再画重点。"


@dataclass(frozen=True, slots=True)
class Pen:
    """Who marks, when, and where new ids come from; times are ISO-8601 with offset."""

    author: Person
    now: str
    new_id: Callable[[], str]


def is_marked(report: Report, places: Iterable[Anchor], mine: Sequence[Highlight]) -> bool:
    """Tell whether all words of some places are marked: then a stroke takes them off."""
    spans = [(place.unit, (place.start, place.end)) for place in places]
    strokes = _strokes(report, mine)
    return bool(spans) and all(
        unit is not None
        and marking.is_covered(
            report.units[unit].text, [span for at, span, _ in strokes if at == unit], wanted
        )
        for unit, wanted in spans
    )


def stroke(
    report: Report, places: Sequence[Anchor], mine: Sequence[Highlight], pen: Pen, *, change_id: str
) -> Change:
    """Mark the words of some places, each in a unit of its own; take them off if all are marked.

    `mine` are the author's highlights that are not withdrawn. Raises UserError when no place
    is in the text.
    """
    if not places or any(place.unit is None for place in places):
        raise UserError(NOTHING)
    takes_off = is_marked(report, places, mine)
    edits: dict[str, Edit] = {}
    author = pen.author
    if not author.version:
        edits[author.id] = Edit(author.id, before=None, after=author)
    for place in places:
        act = _take_off if takes_off else _add
        for edit in act(report, place, mine, pen):
            edits[edit.record] = edit
    label = "去掉重点" if takes_off else "画重点"
    return Change(change_id, label, pen.now, author.id, tuple(edits.values()))


def take_off(marks: Sequence[Highlight], *, change_id: str, now: str) -> Change:
    """Take whole highlights off, at least one, wherever they are."""
    edits = tuple(Edit(mark.id, mark, replace(mark, withdrawn_at=now)) for mark in marks)
    return Change(change_id, "去掉重点", now, marks[0].person, edits)


def _strokes(report: Report, mine: Iterable[Highlight]) -> list[tuple[int, Span, Highlight]]:
    """Return unit, span and value of what is marked, by its place in the current reading."""
    placed = ((marking.place_of(report, mark), mark) for mark in mine)
    return [
        (place.unit, (place.start, place.end), mark)
        for place, mark in placed
        if place is not None and place.unit is not None
    ]


def _met(
    report: Report, place: Anchor, mine: Sequence[Highlight]
) -> tuple[int, Span, list[tuple[Span, Highlight]]]:
    """Return unit and span of a place, and the highlights that it touches, oldest first."""
    unit, wanted = place.unit or 0, (place.start, place.end)
    met = [
        (span, mark)
        for at, span, mark in _strokes(report, mine)
        if at == unit and marking.touches(span, wanted)
    ]
    return unit, wanted, sorted(met, key=lambda pair: pair[1].id)


def _add(report: Report, place: Anchor, mine: Sequence[Highlight], pen: Pen) -> Iterable[Edit]:
    unit, wanted, met = _met(report, place, mine)
    if any(span[0] <= wanted[0] and wanted[1] <= span[1] for span, _ in met):
        return
    whole = marking.joined((span for span, _ in met), wanted)
    if not met:
        yield _new(report, unit, whole, pen)
        return
    (_, kept), *others = met
    yield Edit(kept.id, kept, _moved(report, kept, unit, whole))
    for _, mark in others:
        yield Edit(mark.id, mark, replace(mark, withdrawn_at=pen.now))


def _take_off(report: Report, place: Anchor, mine: Sequence[Highlight], pen: Pen) -> Iterable[Edit]:
    unit, wanted, met = _met(report, place, mine)
    for span, mark in met:
        first, *second = marking.left_over(report.units[unit].text, span, wanted) or (None,)
        after = _moved(report, mark, unit, first) if first else replace(mark, withdrawn_at=pen.now)
        yield Edit(mark.id, mark, after)
        for piece in second:
            yield _new(report, unit, piece, pen)


def _new(report: Report, unit: int, span: Span, pen: Pen) -> Edit:
    blank = Highlight(
        pen.new_id(), report.id, report.reading, pen.author.id, unit, 0, 0, 0, 0, "", pen.now
    )
    return Edit(blank.id, before=None, after=_moved(report, blank, unit, span))


def _moved(report: Report, mark: Highlight, unit: int, span: Span) -> Highlight:
    """Give a highlight another span, blanks at its ends left out."""
    place = passage(report, unit, *span)
    return replace(
        mark,
        reading=report.reading,
        unit=unit,
        start=place.start,
        end=place.end,
        letter_start=place.letter_start,
        letter_end=place.letter_end,
        quote=report.units[unit].text[place.start : place.end],
    )
