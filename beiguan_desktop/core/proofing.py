"""Looking through what was read before it is taken: acts, each to be taken back and done again.

What is said of a file is a list of corrections; after every act they are applied to the reading
from which all began, so that to undo is to leave one out.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from beiguan_desktop.core.correcting import corrected
from beiguan_desktop.core.correction import Correction, Discard
from beiguan_desktop.core.findings import Finding, found, of_left_out
from beiguan_desktop.core.leaving_out import BY_HAND
from beiguan_desktop.core.remaking import extent, offset, position
from beiguan_desktop.core.report import Read, Reading, Repair, Unit


@dataclass(frozen=True, slots=True)
class Said:
    """What has been said so far: corrections, and the doubts that shall become opinions."""

    corrections: tuple[Correction, ...] = ()
    opinions: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    before: Said
    after: Said


class Proof:
    """A file that was read, and what a person makes of it."""

    def __init__(
        self, read: Read, doubts: Sequence[Repair], corrections: Sequence[Correction] = ()
    ) -> None:
        """Begin with a reading that nobody corrected, and with what was said of it before."""
        self.read = read
        self.said = Said(tuple(corrections))
        self._found = found(read.reading, doubts)
        self._past: list[_Step] = []
        self._future: list[_Step] = []
        self.reading: Reading = read.reading
        self.unfit: tuple[Correction, ...] = ()
        self._look()

    def _look(self) -> None:
        read, said = self.read, self.said.corrections
        self._answers = frozenset(said)
        self.reading, self.unfit = corrected(read.text, read.reading, said)
        self._starts = [extent(unit)[0] for unit in self.reading.units]

    # -- acts

    def do(self, label: str, *corrections: Correction) -> bool:
        """Say something more; False, and nothing is said, where it does not fit."""
        after = Said((*self.said.corrections, *corrections), self.said.opinions)
        before, unfit = self.said, len(self.unfit)
        self.said = after
        self._look()
        if len(self.unfit) > unfit:
            self.said = before
            self._look()
            return False
        self._keep(label, before)
        return True

    def unsay(self, label: str, *corrections: Correction) -> bool:
        """Take back what was said, wherever in the list; False if nothing of it was."""
        kept = tuple(it for it in self.said.corrections if it not in corrections)
        if kept == self.said.corrections:
            return False
        before, self.said = self.said, Said(kept, self.said.opinions)
        self._look()
        self._keep(label, before)
        return True

    def answer(self, label: str, finding: Finding) -> bool:
        """Say no to a finding: as it was, no misprint, part of the report."""
        if finding.kind == BY_HAND:
            return self.unsay(label, Discard(finding.start))
        before = self.said
        if not self.do(label, finding.answer):
            return False
        if finding in before.opinions:
            kept = tuple(it for it in before.opinions if it != finding)
            self.said = Said(self.said.corrections, kept)
            self._past[-1] = _Step(label, before, self.said)
        return True

    def answer_all(self, label: str) -> int:
        """Take all repairs back, in one act; return how many there were."""
        known = set(self.said.corrections)
        wanted = [it.answer for it in self._found if it.group in ("joined", "written")]
        said = self.said
        self.said = Said((*said.corrections, *(it for it in wanted if it not in known)))
        self._look()
        gone = set(self.unfit) - known
        kept = tuple(it for it in self.said.corrections if it not in gone)
        self.said = Said(kept, said.opinions)
        if gone:
            self._look()
        count = len(kept) - len(said.corrections)
        if count:
            self._keep(label, said)
        return count

    def want(self, label: str, finding: Finding, *, is_wanted: bool) -> None:
        """Let a doubt become an opinion, or not."""
        before = self.said
        others = [it for it in before.opinions if it != finding]
        said = tuple(it for it in before.corrections if it != finding.answer)
        self.said = Said(said, tuple([*others, finding] if is_wanted else others))
        self._answers = frozenset(said)
        self._keep(label, before)

    def _keep(self, label: str, before: Said) -> None:
        self._past.append(_Step(label, before, self.said))
        self._future.clear()

    # -- back and forth

    @property
    def undo_label(self) -> str:
        """What would be taken back, empty if nothing."""
        return self._past[-1].label if self._past else ""

    @property
    def redo_label(self) -> str:
        """What would be done again, empty if nothing."""
        return self._future[-1].label if self._future else ""

    def undo(self) -> str:
        """Take the last act back; return what it was, empty if there was none."""
        return self._move(self._past, self._future, lambda step: step.before)

    def redo(self) -> str:
        """Do again what was taken back last; return what it is, empty if there is nothing."""
        return self._move(self._future, self._past, lambda step: step.after)

    def _move(self, source: list[_Step], target: list[_Step], said: Callable[[_Step], Said]) -> str:
        if not source:
            return ""
        step = source.pop()
        target.append(step)
        self.said = said(step)
        self._look()
        return step.label

    # -- what there is to see

    @property
    def is_touched(self) -> bool:
        """Whether anything would be lost with it."""
        return bool(self._past)

    @property
    def kept(self) -> tuple[Correction, ...]:
        """What was said and holds."""
        return tuple(it for it in self.said.corrections if it not in self.unfit)

    def findings(self) -> list[Finding]:
        """Return all there is to look at, and what was left out by hand, in the file's order."""
        by_hand = [of_left_out(it) for it in self.reading.repairs if it.kind == BY_HAND]
        return sorted([*self._found, *by_hand], key=lambda it: (it.start, it.end))

    def is_answered(self, finding: Finding) -> bool:
        """Whether somebody said no to a finding."""
        return finding.answer in self._answers

    def unit_of(self, finding: Finding) -> Unit:
        """Return the unit at a finding, the one before where it lies between two."""
        return self.reading.units[max(0, bisect_right(self._starts, finding.start) - 1)]

    def place_of(self, finding: Finding) -> tuple[int, int, int]:
        """Return where a finding stands in the reading: unit, and code points of its text."""
        unit = self.unit_of(finding)
        within = _within(self.reading, unit)
        start = position(unit, within, finding.start)
        end = position(unit, within, finding.end)
        size = len(unit.text)
        return unit.ordinal, max(0, min(start, size)), max(0, min(max(start, end), size))

    def source_of(self, ordinal: int, place: int) -> int:
        """Return the code point of the source that a place of a unit's text comes from."""
        unit = self.reading.units[ordinal]
        return offset(unit, _within(self.reading, unit), place)


def _within(reading: Reading, unit: Unit) -> list[Repair]:
    start, end = extent(unit)
    return [it for it in reading.repairs if start <= it.start and it.end <= end]
