"""Two editions as rows to be read: what belongs together stands in one row, each with its pieces.

A row holds one paragraph of either side, none where the other edition has none, and several where
one was split or some were joined.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from beiguan_desktop.core.comparing import Edit, Pair, Status
from beiguan_desktop.core.kept import Kept, kept
from beiguan_desktop.core.report import Unit

Kind = Literal["same", "deleted", "added", "left out"]

GAP = "…"
_NEAR, _FAR = 20, 48
"""Characters that stay beside what changed: at least, and at most, where a clause ends between."""
_WORTH = 12
"""Fewer characters are not left out: the sign for it would be no shorter to read."""
_CLAUSE_END = re.compile("[”’）》]*[，。；：！？、][”’）》]*|[”’）》]+")
_CLOSERS = "”’）》"


class Piece(NamedTuple):
    """Words, and what was done to them; `left out` stands for words that are not shown."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What stands side by side: units of the old edition and of the new one, by ordinal."""

    olds: tuple[int, ...]
    news: tuple[int, ...]
    status: Status
    edits: tuple[Edit, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether anything is other than it was."""
        return self.status != "same"


@dataclass(frozen=True)
class Comparison:
    """Two editions, unit by unit, and their rows in the order of the new one."""

    old: Sequence[Unit]
    new: Sequence[Unit]
    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """How many rows of each status; of those that are as they were, the paragraphs alone."""
        return Counter(row.status for row in self.rows if row.is_changed or self.is_paragraph(row))

    @cached_property
    def changes(self) -> int:
        """How many rows are other than they were."""
        return sum(row.is_changed for row in self.rows)

    @cached_property
    def kept(self) -> Kept:
        """How much of the old edition stands in the new one."""
        return kept((edit for row in self.rows for edit in row.edits), self.old, self.new)

    def is_paragraph(self, row: Row) -> bool:
        """Tell whether a row holds a paragraph, not headings or titles alone."""
        return any(unit.number is not None for _, unit in self.units(row))

    def units(self, row: Row) -> Iterator[tuple[bool, Unit]]:
        """Yield the units of a row, True with those of the new edition."""
        yield from ((False, self.old[at]) for at in row.olds)
        yield from ((True, self.new[at]) for at in row.news)

    def old_pieces(self, row: Row) -> list[list[Piece]]:
        """Return the old paragraphs of a row with what was deleted in them."""
        return [self._side(self.old, at, row, is_new=False) for at in row.olds]

    def new_pieces(self, row: Row) -> list[list[Piece]]:
        """Return the new paragraphs of a row with what was added in them."""
        return [self._side(self.new, at, row, is_new=True) for at in row.news]

    def merged_pieces(self, row: Row) -> list[list[Piece]]:
        """Return the paragraphs of a row in one, as a reviser writes (花脸稿)."""
        if not row.news:
            return self.old_pieces(row)
        return [self._merged(at, row) for at in row.news]

    def _side(self, units: Sequence[Unit], at: int, row: Row, *, is_new: bool) -> list[Piece]:
        text, found, here = units[at].text, [], 0
        for edit in _edits_in(row, at, is_new=is_new):
            start, end = _span(edit, is_new=is_new)
            found.append(Piece("same", text[here:start]))
            found.append(Piece("added" if is_new else "deleted", text[start:end]))
            here = end
        return [*found, Piece("same", text[here:])]

    def _merged(self, at: int, row: Row) -> list[Piece]:
        text, found, here = self.new[at].text, [], 0
        for edit in _edits_in(row, at, is_new=True):
            was = "" if edit.old_unit is None else self.old[edit.old_unit].text
            found.append(Piece("same", text[here : edit.new_start]))
            found.append(Piece("deleted", was[edit.old_start : edit.old_end]))
            found.append(Piece("added", text[edit.new_start : edit.new_end]))
            here = edit.new_end
        return [*found, Piece("same", text[here:])]


def _edits_in(row: Row, unit: int, *, is_new: bool) -> list[Edit]:
    """Return the edits in a unit in the order of its text; where one side is empty, too."""
    mine = [it for it in row.edits if (it.new_unit if is_new else it.old_unit) == unit]
    return sorted(mine, key=lambda edit: _span(edit, is_new=is_new))


def _span(edit: Edit, *, is_new: bool) -> tuple[int, int]:
    return (edit.new_start, edit.new_end) if is_new else (edit.old_start, edit.old_end)


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out what is far from anything that changed.

    Empty pieces, where only the other edition has words, hold a place, too.
    """
    bounds = [at for at, piece in enumerate(pieces) if piece.kind != "same"]
    first, last = (bounds[0], bounds[-1]) if bounds else (len(pieces), -1)
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        if piece.kind == "same":
            found += _cut(piece.text, ends_here=at > last, begins_here=at < first)
        else:
            found.append(piece)
    return found


def _cut(text: str, *, begins_here: bool, ends_here: bool) -> Iterator[Piece]:
    """Keep of a run what stands beside what changed; a paragraph without any keeps both ends."""
    is_alone = begins_here and ends_here
    low = 0 if begins_here and not is_alone else _head(text)
    high = len(text) if ends_here and not is_alone else _tail(text)
    if high - low < _WORTH:
        yield Piece("same", text)
        return
    if low:
        yield Piece("same", text[:low])
    yield Piece("left out", GAP)
    if high < len(text):
        yield Piece("same", text[high:])


def _head(text: str) -> int:
    """Return where what stays at the beginning ends: before the mark that ends a clause.

    A quotation is closed.
    """
    for mark in _CLAUSE_END.finditer(text, _NEAR, _FAR):
        return mark.end() - len(mark[0].lstrip(_CLOSERS))
    return min(len(text), _NEAR)


def _tail(text: str) -> int:
    """Return where what stays at the end begins: behind the mark that ends a clause."""
    found = len(text) - _NEAR
    for mark in _CLAUSE_END.finditer(text, max(0, len(text) - _FAR), max(0, found)):
        found = mark.end()
    return max(0, found)


def in_rows(pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """Gather pairs that have a unit in common into rows, each where its first pair stands."""
    groups: dict[int, list[Pair]] = {}
    of: dict[tuple[bool, int], int] = {}
    for number, pair in enumerate(pairs):
        ends = ((False, pair.old), (True, pair.new))
        keys = [(is_new, at) for is_new, at in ends if at is not None]
        known = sorted({of[key] for key in keys if key in of})
        first = known[0] if known else number
        groups.setdefault(first, []).append(pair)
        of.update(dict.fromkeys(keys, first))
        for other in known[1:]:
            groups[first] += groups.pop(other)
            of.update({key: first for key, group in of.items() if group == other})
    return tuple(map(_row, groups.values()))


def _row(pairs: Sequence[Pair]) -> Row:
    olds = sorted({pair.old for pair in pairs if pair.old is not None})
    news = sorted({pair.new for pair in pairs if pair.new is not None})
    statuses = [pair.status for pair in pairs]
    status = "edited" if "edited" in statuses else statuses[0]
    edits = tuple(edit for pair in pairs for edit in pair.edits)
    return Row(tuple(olds), tuple(news), status, edits)
