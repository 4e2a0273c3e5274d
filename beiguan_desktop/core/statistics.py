"""Statistics: where opinions belong and of which kind they are. Withdrawn ones do not count."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from beiguan_desktop.core.comment import KINDS, Comment
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.sections import Section, sections
from beiguan_desktop.core.unplaced import has_place, without_place

Where = Literal["lost", "report", "outside", "part", "section", "rest"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many opinions of each kind belong to one place; `counts` leaves out what is none.

    A part is a section at the top of the tree and counts everything in it. Where it is divided,
    its sections and its rest follow and add up to it. `unit` is the ordinal of the unit the place
    begins with, None for the whole report; `label` and `words` name parts and sections.
    """

    where: Where
    unit: int | None
    label: str
    words: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """The number of opinions."""
        return sum(self.counts.values())

    @property
    def is_inner(self) -> bool:
        """Whether the place lies in the part above it, which has counted it already."""
        return self.where in ("section", "rest")


def by_section(report: Report, comments: Iterable[Comment]) -> tuple[Tally, ...]:
    """Count opinions by place in the order of the report, the whole report first.

    Before it stand those that have no place in the text as it is read now, if there are any.

    Every opinion is counted in one row that is not inner, and in at most one that is. Parts and
    sections without an opinion are there; what lies outside all parts only if it has one, and so
    with the rest of a part.
    """
    standing = [comment for comment in comments if comment.withdrawn_at is None]
    lost = without_place(report, standing)
    if lost:
        standing = [comment for comment in standing if has_place(report, comment)]
    whole = [comment for comment in standing if comment.anchor.unit is None]
    placed = [(c.anchor.unit, c.kind) for c in standing if c.anchor.unit is not None]
    tree = sections(report.units)
    outside = [kind for unit, kind in placed if not any(_holds(part, unit) for part in tree)]
    rows = [Tally("lost", None, "", "", Counter(comment.kind for comment in lost))] if lost else []
    rows.append(Tally("report", None, "", "", Counter(comment.kind for comment in whole)))
    if outside:
        rows.append(Tally("outside", 0, "", "", Counter(outside)))
    for part in tree:
        rows += _tallies(part, [(unit, kind) for unit, kind in placed if _holds(part, unit)])
    return tuple(rows)


def _tallies(part: Section, placed: Collection[tuple[int, str]]) -> Iterator[Tally]:
    """Yield a part, its sections and, if there is one, its rest."""
    yield _tally("part", part, placed)
    for inner in part.children:
        yield _tally("section", inner, [(u, kind) for u, kind in placed if _holds(inner, u)])
    rest = [(u, kind) for u, kind in placed if not any(_holds(i, u) for i in part.children)]
    if rest and part.children:
        yield Tally("rest", part.unit, "", "", Counter(kind for _, kind in rest))


def _tally(where: Where, section: Section, placed: Iterable[tuple[int, str]]) -> Tally:
    counts = Counter(kind for _, kind in placed)
    return Tally(where, section.unit, section.label, section.words, counts)


def by_kind(comments: Iterable[Comment]) -> dict[str, int]:
    """Count opinions by kind, every kind in its usual order; none is 0."""
    counted = Counter(comment.kind for comment in comments if comment.withdrawn_at is None)
    return {kind: counted[kind] for kind in KINDS}


def _holds(section: Section, unit: int) -> bool:
    return section.first <= unit <= section.last
