"""Two units made one, and one made two, while a reading is corrected."""

from collections.abc import Sequence
from dataclasses import replace

from beiguan_desktop.core import residue
from beiguan_desktop.core.labels import is_salutation
from beiguan_desktop.core.layout import PLAIN
from beiguan_desktop.core.lines import BLANKS, Span
from beiguan_desktop.core.remaking import divided, extent
from beiguan_desktop.core.report import Kind, Repair, Unit
from beiguan_desktop.core.reworking import Working, own_runin, whole_runin


def joined(it: Working, index: int) -> None:
    """Make one unit of two that follow one another; what was left out between stays out.

    The first says what the whole is, but a heading before a paragraph becomes its run-in.
    """
    first, second = it.units[index : index + 2]
    end, at = extent(first)[1], extent(second)[0]
    seams = [*it.seams(index), *it.seams(index + 1)]
    if it.is_page_start(it.letter_before(index + 1, 0)):
        seams.append(at)
    before = it.text[end:at]
    spans = (*first.spans, *second.spans)
    joins = [Repair("join", end, at, before, second.generated, "必错")]
    if not before and not second.generated:
        spans = (*first.spans[:-1], (first.spans[-1][0], second.spans[0][1]), *second.spans[1:])
        joins = []
    it.exchange(it.between(end, at) if before else [], joins)
    whole = it.made(replace(first, spans=spans), seams)
    it.put(index, index + 2, [_of_kind(it.units[:index], first, second, whole)])


def _of_kind(above: Sequence[Unit], first: Unit, second: Unit, whole: Unit) -> Unit:
    if first.kind == "heading" and second.kind != "heading":
        runin = whole_runin(first.text, first.level)
        own = own_runin(whole.text, above)
        runin = runin or (own and replace(own, level=first.level))
        return replace(whole, kind="paragraph", level=0, runin=runin)
    if first.kind != "paragraph" or first.runin:
        return whole
    return replace(whole, runin=own_runin(whole.text, above))


def cut(it: Working, at: int) -> bool:
    """Make two units of one; False where nothing can be cut: at its ends, within a repair.

    What stands right of a heading is a paragraph; a run-in cut off is a heading.
    """
    index = it.holding(at, at)
    if index is None:
        return False
    unit, within, seams = it.units[index], it.within(index), it.seams(index)
    left, right = divided(it.text, unit.spans, at)
    if not left or not right:
        return False
    low, high = left[-1][1], right[0][0]
    gone = [one for one in within if low <= one.start and one.end <= high]
    if any(one.start < high and low < one.end for one in within if one not in gone):
        return False
    rest = residue.listed(
        it.text, [], [span for span in it.noise if _is_in(span, low, high)], PLAIN
    )
    generated = "".join(one.after for one in gone if one.kind == "join")
    generated = generated if generated.strip(BLANKS) else ""
    before = it.repairs
    it.exchange(gone, rest)
    pieces = [
        it.made(replace(unit, spans=tuple(left)), seams),
        it.made(replace(unit, spans=tuple(right), generated=generated), seams),
    ]
    if not all(piece.text.strip(BLANKS) for piece in pieces):
        it.repairs = before
        return False
    above = it.units[:index]
    first = _left(above, unit, pieces[0])
    second = _right([*above, first], unit, pieces[1])
    it.put(index, index + 1, [first, second])
    return True


def _is_in(span: Span, low: int, high: int) -> bool:
    return low <= span[0] and span[1] <= high


def _left(above: Sequence[Unit], unit: Unit, piece: Unit) -> Unit:
    if unit.kind != "paragraph":
        return piece
    if unit.runin and piece.text == unit.runin.text:
        return replace(piece, kind="heading", level=unit.runin.level, runin=None)
    if unit.runin and piece.text.startswith(unit.runin.text):
        return piece
    if is_salutation(piece.text):
        return replace(piece, kind="salutation", runin=None)
    return replace(piece, runin=own_runin(piece.text, above))


def _right(above: Sequence[Unit], unit: Unit, piece: Unit) -> Unit:
    kind: Kind = "paragraph" if unit.kind in ("heading", "salutation") else unit.kind
    runin = own_runin(piece.text, above) if kind == "paragraph" else None
    return replace(piece, kind=kind, level=0, runin=runin)
