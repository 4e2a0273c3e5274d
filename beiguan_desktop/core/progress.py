"""Progress: which paragraphs have been read, how much that is, and how long the rest takes.

A mark is a letter offset (`core/letters.py`); a paragraph is read when one stands in it, or when
it has no letters at all. Reading is counted in letters, time in seconds. Letters are not counted
anew: how many a unit holds is told by where the next one begins.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from beiguan_desktop.core.letters import letter_count
from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.sections import Section, sections

SPEED = 400
"""Characters a minute at which a report is read."""
LEAST_SECONDS = 2.0
"""What even the shortest paragraph takes."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the paragraphs of a place has been read, in letters of `letters`.

    `seconds` is what the unread ones take. `unit`, `label` and `words` are those of a Tally.
    """

    unit: int | None
    label: str
    words: str
    read: int
    letters: int
    seconds: float

    @property
    def percent(self) -> int:
        """The share in whole per cent: 100 only when all is read, 0 only when nothing is."""
        if self.read == 0:
            return 0
        return max(1, 100 * self.read // self.letters)


def reading_progress(report: Report, marks: Collection[int]) -> tuple[Share, ...]:
    """Tell how much has been read: of the whole report, then of each part in order."""
    known = sorted(marks)
    counts = weights(report.units)
    parts = [None, *sections(report.units)]
    return tuple(_share(report, part, counts, known) for part in parts)


def of_whole(report: Report, marks: Collection[int]) -> Share:
    """Tell how much of the whole report has been read."""
    return _share(report, None, weights(report.units), sorted(marks))


def moved(share: Share, report: Report, units: Iterable[int], *, is_read: bool) -> Share:
    """Return a share when some of its paragraphs, by ordinal, have become read or unread."""
    letters, seconds, sign = 0, 0.0, 1 if is_read else -1
    for unit in units:
        letters += _letters(report, unit)
        seconds += seconds_to_read(report.units[unit].text)
    return replace(
        share, read=share.read + sign * letters, seconds=max(0.0, share.seconds - sign * seconds)
    )


def unread(report: Report, marks: Collection[int]) -> frozenset[int]:
    """Return the ordinals of the paragraphs that no mark stands in."""
    known = sorted(marks)
    counts = weights(report.units)
    numbered = report.paragraphs.values()
    return frozenset(u.ordinal for u in numbered if not _is_read(u, counts[u.ordinal], known))


def next_unread(units: Collection[int], after: int) -> int | None:
    """Return the first of some ordinals beyond another; none left, the first of all."""
    return min(units, key=lambda unit: (unit <= after, unit), default=None)


def without(report: Report, marks: Iterable[int], units: Collection[int]) -> set[int]:
    """Return the marks that stand in none of some units, by ordinal."""
    starts = [unit.letter for unit in report.units]
    return {mark for mark in marks if bisect_right(starts, mark) - 1 not in units}


def weights(units: Sequence[Unit]) -> list[int]:
    """Return how many letters each paragraph holds; 0 for all that is none."""
    if not units:
        return []
    ends = [after.letter - unit.letter for unit, after in pairwise(units)]
    ends.append(_count(units[-1].text))
    return [
        count if unit.number is not None else 0 for unit, count in zip(units, ends, strict=True)
    ]


def seconds_to_read(text: str) -> float:
    """Return how many seconds a paragraph takes to read."""
    return max(LEAST_SECONDS, 60 * len(text) / SPEED)


def _share(report: Report, part: Section | None, counts: Sequence[int], marks: list[int]) -> Share:
    """Sum up a part, or the whole; `counts` are the letters of all paragraphs."""
    units = report.units[part.first : part.last + 1] if part else report.units
    read = letters = 0
    seconds = 0.0
    for unit in units:
        if unit.number is None:
            continue
        count = counts[unit.ordinal]
        letters += count
        if _is_read(unit, count, marks):
            read += count
        else:
            seconds += seconds_to_read(unit.text)
    if part is None:
        return Share(None, "", "", read, letters, seconds)
    return Share(part.unit, part.label, part.words, read, letters, seconds)


def _is_read(unit: Unit, count: int, marks: list[int]) -> bool:
    at = bisect_left(marks, unit.letter)
    return not count or (at < len(marks) and marks[at] < unit.letter + count)


def _letters(report: Report, unit: int) -> int:
    """Return how many letters a unit holds, by its ordinal."""
    here = report.units[unit]
    is_last = unit + 1 == len(report.units)
    return _count(here.text) if is_last else report.units[unit + 1].letter - here.letter


@lru_cache(maxsize=4)
def _count(text: str) -> int:
    """Count the letters of a last unit, which may be the whole report, once."""
    return letter_count(text)
