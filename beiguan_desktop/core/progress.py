"""Progress: which paragraphs have been read, how much that is, and how long the rest takes.

A mark is a letter offset (`core/letters.py`); a paragraph is read when one stands in it, or when
it has no letters at all. Reading is counted in letters, time in seconds.
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
    paragraphs = [unit for unit in report.units if unit.number is not None]
    shares = [_share(None, paragraphs, known)]
    shares += [
        _share(
            part, [unit for unit in paragraphs if part.first <= unit.ordinal <= part.last], known
        )
        for part in sections(report.units)
    ]
    return tuple(shares)


def of_whole(report: Report, marks: Collection[int]) -> Share:
    """Tell how much of the whole report has been read."""
    paragraphs = (unit for unit in report.units if unit.number is not None)
    return _share(None, paragraphs, sorted(marks))


def moved(share: Share, report: Report, units: Iterable[int], *, is_read: bool) -> Share:
    """Return a share when some of its paragraphs, by ordinal, have become read or unread."""
    letters, seconds, sign = 0, 0.0, 1 if is_read else -1
    for unit in units:
        letters += _letters(report.units[unit].text)
        seconds += seconds_to_read(report.units[unit].text)
    return replace(
        share, read=share.read + sign * letters, seconds=max(0.0, share.seconds - sign * seconds)
    )


def unread(report: Report, marks: Collection[int]) -> frozenset[int]:
    """Return the ordinals of the paragraphs that no mark stands in."""
    known = sorted(marks)
    paragraphs = (unit for unit in report.units if unit.number is not None)
    return frozenset(unit.ordinal for unit in paragraphs if not _is_read(unit, known))


def next_unread(units: Collection[int], after: int) -> int | None:
    """Return the first of some ordinals beyond another; none left, the first of all."""
    return min(units, key=lambda unit: (unit <= after, unit), default=None)


def without(report: Report, marks: Iterable[int], units: Collection[int]) -> set[int]:
    """Return the marks that stand in none of some units, by ordinal."""
    starts = [unit.letter for unit in report.units]
    return {mark for mark in marks if bisect_right(starts, mark) - 1 not in units}


def weights(units: Sequence[Unit]) -> list[int]:
    """Return how many letters each paragraph holds; 0 for all that is none.

    Offsets are subtracted, nothing is counted: the first paint waits for this.
    """
    if not units:
        return []
    ends = [after.letter - unit.letter for unit, after in pairwise(units)]
    ends.append(letter_count(units[-1].text))
    return [
        count if unit.number is not None else 0 for unit, count in zip(units, ends, strict=True)
    ]


def seconds_to_read(text: str) -> float:
    """Return how many seconds a paragraph takes to read."""
    return max(LEAST_SECONDS, 60 * len(text) / SPEED)


def _share(part: Section | None, paragraphs: Iterable[Unit], marks: list[int]) -> Share:
    read = letters = 0
    seconds = 0.0
    for unit in paragraphs:
        count = _letters(unit.text)
        letters += count
        if _is_read(unit, marks):
            read += count
        else:
            seconds += seconds_to_read(unit.text)
    if part is None:
        return Share(None, "", "", read, letters, seconds)
    return Share(part.unit, part.label, part.words, read, letters, seconds)


def _is_read(unit: Unit, marks: list[int]) -> bool:
    at, count = bisect_left(marks, unit.letter), _letters(unit.text)
    return not count or (at < len(marks) and marks[at] < unit.letter + count)


@lru_cache(maxsize=10_000)
def _letters(text: str) -> int:
    """Count the letters of a paragraph, once: it is asked for whenever another one is read."""
    return letter_count(text)
