"""画重点: each verb returns a Change and touches nothing. What is marked stays on this machine."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from beiguan_desktop.core import marking
from beiguan_desktop.core.anchoring import passage
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import Anchor, Highlight, Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.marking import Span
from beiguan_desktop.core.report import Report

Strokes = Mapping[int, Sequence[tuple[Span, Highlight]]]

NOTHING = "请先选中要画的字，或者点一句话，再画重点。"


@dataclass(frozen=True, slots=True)
class Pen:
    """Who marks, when, and where new ids come from; times are ISO-8601 with offset."""

    author: Person
    now: str
    new_id: Callable[[], str]


def is_marked(report: Report, places: Sequence[Anchor], mine: Iterable[Highlight]) -> bool:
    """Tell whether all words of some places are marked: then a stroke takes them off."""
    strokes = _strokes(report, mine)
    return bool(places) and all(_is_covered(report, place, strokes) for place in places)


def _is_covered(report: Report, place: Anchor, strokes: Strokes) -> bool:
    if place.unit is None:
        return False
    spans = (span for span, _ in strokes.get(place.unit, ()))
    return marking.is_covered(report.units[place.unit].text, spans, (place.start, place.end))


def stroke(
    report: Report, places: Sequence[Anchor], mine: Iterable[Highlight], pen: Pen, *, change_id: str
) -> Change:
    """Mark the words of some places, each in a unit of its own; take them off if all are marked.

    `mine` are the author's highlights that are not withdrawn, at least those of these units.
    Raises UserError when no place is in the text.
    """
    if not places or any(place.unit is None for place in places):
        raise UserError(NOTHING)
    strokes = _strokes(report, mine)
    takes_off = all(_is_covered(report, place, strokes) for place in places)
    act = _take_off if takes_off else _add
    author = pen.author
    who = () if author.version else (Edit(author.id, before=None, after=author),)
    edits = (edit for place in places for edit in act(report, place, strokes, pen))
    label = "去掉重点" if takes_off else "画重点"
    return Change(change_id, label, pen.now, author.id, (*who, *edits))


def take_off(marks: Sequence[Highlight], *, change_id: str, now: str) -> Change:
    """Take whole highlights off, at least one, wherever they are."""
    edits = tuple(Edit(mark.id, mark, replace(mark, withdrawn_at=now)) for mark in marks)
    return Change(change_id, "去掉重点", now, marks[0].person, edits)


def _strokes(report: Report, mine: Iterable[Highlight]) -> Strokes:
    """Return what is marked by unit, as it stands in the current reading, oldest first."""
    found: dict[int, list[tuple[Span, Highlight]]] = {}
    for mark in sorted(mine, key=lambda mark: mark.id):
        place = marking.place_of(report, mark)
        if place is not None and place.unit is not None:
            found.setdefault(place.unit, []).append(((place.start, place.end), mark))
    return found


def _met(place: Anchor, strokes: Strokes) -> tuple[int, Span, list[tuple[Span, Highlight]]]:
    """Return unit and span of a place, and the highlights that it touches."""
    unit, wanted = place.unit or 0, (place.start, place.end)
    met = [pair for pair in strokes.get(unit, ()) if marking.touches(pair[0], wanted)]
    return unit, wanted, met


def _add(report: Report, place: Anchor, strokes: Strokes, pen: Pen) -> Iterable[Edit]:
    unit, wanted, met = _met(place, strokes)
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


def _take_off(report: Report, place: Anchor, strokes: Strokes, pen: Pen) -> Iterable[Edit]:
    unit, wanted, met = _met(place, strokes)
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
