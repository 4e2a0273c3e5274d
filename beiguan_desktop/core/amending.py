"""What somebody has done to a sentence of the report, as an act with the words it concerns.

He changes the sentence as he would on paper; here it is found out whether words were added,
deleted or changed, and which words of the report are to be quoted so that everybody finds the
place and hears what is meant. Positions are code points of the unit's text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from beiguan_desktop.core.anchoring import sentence_at
from beiguan_desktop.core.differing import CLAUSE_MARKS, SENTENCE_MARKS, differences
from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.quote_borders import Borders, clause_around, letters_in
from beiguan_desktop.core.referring import BLANK, closed_up

LEAST = 4
"""How many letters a quotation has at least, where its clause has as many."""
_SHORT_CLAUSE = 24
"""Letters of a clause that is quoted whole when one of its figures is changed."""
_MOST = 0.6
"""The share of a clause from which all of it counts as changed."""
_BEGINNERS = CLAUSE_MARKS + "“‘（《"
_NEAR = 4
"""Fewer letters between two changes make them one."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One act on text[start:end]: 修改 puts `new` in its place, 增加 puts it behind.

    增加 with nothing quoted (start = end = 0) puts it before the first word of the unit.
    """

    act: str
    start: int
    end: int
    new: str = ""


def applied(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Return text[start:end] with these edits, which lie within it and are in order.

    The source's blanks round its figures stay away, also where no figure is left.
    """
    parts, at = [], start
    for edit in edits:
        stays = edit.end if edit.act == "增加" else edit.start
        parts += [closed_up(text, at, stays), edit.new]
        at = edit.end
    return reduce(_joined, [*parts, closed_up(text, at, end)])


def _joined(before: str, after: str) -> str:
    """Put words behind others; a blank of the source stays between Latin words alone."""
    if not before or not after or (before.rstrip(BLANK)[-1:] + after.lstrip(BLANK)[:1]).isascii():
        return before + after
    return before.rstrip(BLANK) + after.lstrip(BLANK)


def edits(text: str, start: int, end: int, new: str) -> tuple[Edit, ...]:
    """Return what was done where text[start:end] has become `new`, in order.

    The edits never overlap; applied to the text they give the new words, blanks aside. Quoted
    words may reach beyond start…end. Nothing changed (blanks do not count): no edits. Marks
    alone that were left over are nothing: all of it was deleted.
    """
    old = text[start:end]
    if not letter_count(new) and letter_count(old):
        return (Edit("删除", start, end),)
    found = [
        Edit("修改", start + it.start, start + it.end, new[it.low : it.high])
        for it in differences(old, new)
    ]
    done: list[tuple[Edit, list[Edit]]] = []
    for raw in _by_clause(text, found):
        told, raws = _sensible(text, raw, (start, end)), [raw]
        while done and _is_near(text, done[-1][0], told):
            before, earlier = done.pop()
            raws = [*earlier, *raws]
            told = _spanning(text, raws, min(before.start, told.start), max(before.end, told.end))
        done.append((told, raws))
    return tuple(told for told, _ in done)


def amendment(text: str, start: int, end: int, new: str) -> Edit | None:
    """Return all that was done as one act: of several edits, one 修改 from first to last.

    A unit of which no word was left is changed as a whole, its last mark included.
    """
    found = edits(text, start, end, new)
    if not found:
        return None
    edit = found[0]
    if len(found) > 1:
        edit = _spanning(text, found, edit.start, found[-1].end)
    if not letter_count(text[: edit.start] + text[edit.end :]) and edit.act != "增加":
        new = edit.new and text[: edit.start] + edit.new + text[edit.end :]
        edit = Edit(edit.act, 0, len(text), new)
    return replace(edit, new=closed_up(edit.new).strip())


def field_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the sentences that hold a span: what is offered again for changing."""
    low = sentence_at(text, start)[0]
    high = sentence_at(text, max(start, end - 1))[1]
    return min(low, start), max(high, end)


# -- from what differs to what is quoted


def _by_clause(text: str, found: list[Edit]) -> list[Edit]:
    """Take a clause as a whole where most of its words have changed."""
    at = 0
    while at < len(found):
        low, high = clause_around(text, found[at].start, found[at].end)
        last = at
        while last + 1 < len(found) and found[last + 1].end <= high:
            last += 1
        changed = sum(letters_in(text, it.start, it.end) for it in found[at : last + 1])
        if last > at and changed > _MOST * letters_in(text, low, high):
            inside = found[at : last + 1]
            found[at : last + 1] = [Edit("修改", low, high, applied(text, inside, low, high))]
        at += 1
    return found


def _sensible(text: str, raw: Edit, field: tuple[int, int]) -> Edit:
    """Return an edit with as many words of the report round it as it takes to be understood."""
    borders = Borders(text, raw.start, raw.end, field)
    low, high = borders.whole(raw.start, raw.end)
    is_torn = (low, high) != (raw.start, raw.end)
    if not is_torn:
        old, new = letters_in(text, low, high), letter_count(raw.new)
        if low == high and (new > 1 or raw.new[-1:] in SENTENCE_MARKS):
            return _addition(text, raw, field, borders)
        if old > 1 and not raw.new and _is_legible(text, low, high):
            return Edit("删除", low, high)
    return _around(text, raw, low, high, borders)


def _addition(text: str, raw: Edit, field: tuple[int, int], borders: Borders) -> Edit:
    """Quote what stands before the added words; what begins a clause is changed with it."""
    at, is_sentence = raw.start, raw.new[-1:] in SENTENCE_MARKS
    before = text[:at].rstrip()
    if is_sentence and not before:
        return Edit("增加", 0, 0, raw.new)
    is_at_end = field[0] < at and not text[at : field[1]].strip()
    if not (is_sentence or is_at_end) and (raw.new[-1] in CLAUSE_MARKS or _is_begun(before)):
        return _around(text, raw, at, at, borders)
    end = len(before)
    if borders.joins(end) and not is_at_end:
        return _around(text, raw, at, borders.after(at) or at, borders)
    low = borders.before(end)
    while low is not None and not _is_enough(text, low, end):
        low = borders.before(low)
    is_short = low is not None and letters_in(text, low, end) < LEAST
    if low is None or (is_short and not {before[-1], raw.new[0]} & set(CLAUSE_MARKS)):
        return _around(text, raw, at, at, borders)
    return Edit("增加", low, end, raw.new)


def _is_begun(before: str) -> bool:
    """Whether what follows these words begins a sentence, a clause, or a quotation."""
    return not before or before.rstrip("”’）")[-1:] in SENTENCE_MARKS or before[-1] in _BEGINNERS


def _is_enough(text: str, start: int, end: int) -> bool:
    """Whether words before an addition say where it goes: so many, or all of their clause."""
    is_begun = not start or text[:start].rstrip()[-1:] in CLAUSE_MARKS
    is_long = letters_in(text, start, end) >= LEAST and not _is_term(text, start, end)
    return (is_begun or is_long) and _is_legible(text, start, end)


def _around(text: str, raw: Edit, low: int, high: int, borders: Borders) -> Edit:
    """Change the phrase round a difference: too little of it was changed to be quoted alone."""
    is_figure = any(it.isdigit() for it in text[low:high] + raw.new)
    clause = clause_around(text, low, high)
    if is_figure and letters_in(text, *clause) <= _SHORT_CLAUSE:
        low, high = clause
    elif min(letters_in(text, low, high), letter_count(raw.new)) <= 1:
        low, high = _phrase(text, raw, low, high, borders)
    grown = low, high
    while (
        letters_in(text, *grown) < LEAST or _is_term(text, *grown) or not _is_legible(text, *grown)
    ):
        wider = _wider(text, *grown, borders)
        if wider is None:
            break
        grown = wider
    low, high = grown
    return _spanning(text, [raw], low, high)


def _phrase(text: str, raw: Edit, low: int, high: int, borders: Borders) -> tuple[int, int]:
    """Return the words between two borders that hold a difference; a mark parts two phrases."""
    is_between = low == high or not (raw.new or letters_in(text, low, high))
    is_mark = not letter_count(text[low:high] + raw.new)
    if is_mark or not borders.begins_at(low):
        low = borders.before(low) or 0
    is_list_cut = not raw.new and text[high - 1 : high] == "、"
    if is_between or is_list_cut or not borders.ends_at(high):
        high = borders.after(high) or len(text)
    return low, high


def _wider(text: str, low: int, high: int, borders: Borders) -> tuple[int, int] | None:
    """Take the nearer phrase on either side along, rather one of the same clause."""
    before, after = borders.before(low), borders.after(high)
    ways = []
    for start, end, more in ((before, high, (before, low)), (low, after, (high, after))):
        if start is not None and end is not None:
            added = text[more[0] : more[1]]
            strange = any(mark in added for mark in CLAUSE_MARKS if mark != "、")
            ways.append((strange, letter_count(added), start, end))
    return min(ways)[2:] if ways else None


def _is_term(text: str, start: int, end: int) -> bool:
    """Whether words are a quoted term, of which it has to be said what is called so."""
    return text[start : start + 1] in ("“", "‘") and text[end - 1 : end] in ("”", "’")


def _is_legible(text: str, start: int, end: int) -> bool:
    """Whether words can be quoted: there only once, and with both marks of each pair."""
    quote = text[start:end]
    is_balanced = all(
        quote.count(one) == quote.count(two) for one, two in ("“”", "‘’", "《》", "（）")
    )
    return bool(quote) and is_balanced and text.find(quote, text.find(quote) + 1) < 0


# -- several


def _is_near(text: str, one: Edit, other: Edit) -> bool:
    between = text[one.end : other.start]
    return other.start <= one.end or letter_count(between) < _NEAR


def _spanning(text: str, found: Sequence[Edit], start: int, end: int) -> Edit:
    """Return one 修改 of text[start:end] that does what several edits within it do."""
    return Edit("修改", start, end, applied(text, found, start, end))
