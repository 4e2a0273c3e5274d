"""A report as values: source, reading, unit, report.

A source is the bytes received; a reading is what one version of the reader made of them;
a report is what people talk about. Positions are code points in a unit's text.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from beiguan_desktop.core import canonical
from beiguan_desktop.core.letters import letter_offsets, letters_hash

Kind = Literal["title", "meta", "salutation", "heading", "paragraph", "footer", "note"]
Grade = Literal["必错", "疑似", "提示"]
Origin = Literal["seam", "pdf", "hand"]


@dataclass(frozen=True, slots=True)
class Runin:
    """A heading inside its paragraph: the paragraph's first sentence."""

    text: str
    level: int
    type: Literal["numbered", "ordinal", "dash", "topic"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the report as people count it: a heading, a paragraph, a title.

    `spans` are code points of the decoded source, end exclusive; `seams` are positions in
    `text` at which a page of the print ended; `letter` counts the letters before the unit;
    `path` holds the titles above it, its own run-in not among them; `number` counts the
    paragraphs 1…n and is None for every other kind.
    """

    ordinal: int
    kind: Kind
    level: int
    text: str
    source_text: str
    spans: tuple[tuple[int, int], ...]
    seams: tuple[int, ...] = ()
    runin: Runin | None = None
    path: tuple[str, ...] = ()
    number: int | None = None
    generated: str = ""
    letter: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """A change the reader made to the source: code points start…end held `before`.

    Of grade 疑似 nothing was changed (`after` = `before`): `note` says what may be wrong there.
    """

    kind: str
    start: int
    end: int
    before: str
    after: str
    grade: Grade
    note: str = ""


@dataclass(frozen=True, slots=True)
class PageMark:
    """A known start: the character after `letter` letters stands on this page and line."""

    letter: int
    page: int
    line: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was received."""

    sha256: str
    name: str
    media: str
    encoding: str
    data: bytes
    received_at: str


@dataclass(frozen=True)
class Reading:
    """What the reader made of one source; immutable, named by its own content."""

    source: str
    reader: int
    title: str
    units: tuple[Unit, ...]
    noise: tuple[tuple[int, int], ...]
    repairs: tuple[Repair, ...]
    marks: tuple[PageMark, ...]
    characters: int

    @cached_property
    def letters(self) -> str:
        """SHA-256 of the letters of all units: the same for every file of one text."""
        return letters_hash(unit.text for unit in self.units)

    @cached_property
    def id(self) -> str:
        """SHA-256 of "bg-reading-1" and the canonical units."""
        import hashlib  # noqa: PLC0415 - brings OpenSSL: 3 ms that the first paint need not wait for

        # unit by unit: to spell a million characters in one go stops every other thread meanwhile
        body = ",".join(canonical.dumps(_canonical_unit(unit)) for unit in self.units)
        return hashlib.sha256(f"bg-reading-1\n[{body}]".encode()).hexdigest()


@dataclass(frozen=True)
class Read:
    """A file as the reader took it, before anybody corrects it.

    `text` is the decoded source: corrections speak of its code points. `is_plain`: every line was
    made a paragraph, because somebody wished it.
    """

    source: Source
    reading: Reading
    text: str
    is_plain: bool = False


def _canonical_unit(unit: Unit) -> dict[str, object]:
    runin = unit.runin
    return {
        "kind": unit.kind,
        "level": unit.level,
        "number": unit.number,
        "text": unit.text,
        "source_text": unit.source_text,
        "generated": unit.generated,
        "spans": [list(span) for span in unit.spans],
        "seams": list(unit.seams),
        "runin": runin and {"text": runin.text, "level": runin.level, "type": runin.type},
    }


@dataclass(frozen=True, slots=True)
class Description:
    """What people call a report, and whether it is out of sight; `id` is the report's.

    `edition_of` names the report of which this one is another edition. A report that was only
    imported has version 0 and no past: its past begins with the first Change of it.
    """

    id: str
    title: str
    genre: str
    edition: str
    meeting: str = ""
    edition_of: str | None = None
    hidden_at: str | None = None
    version: int = 0


@dataclass(frozen=True)
class Report:
    """A report of the library with the units of its current reading; `genre` is one of `genres`."""

    id: str
    title: str
    genre: str
    edition: str
    edition_of: str | None
    reading: str
    units: tuple[Unit, ...]
    marks: tuple[PageMark, ...]
    meeting: str = ""

    @cached_property
    def paragraphs(self) -> dict[int, Unit]:
        """The paragraphs by number, 1…n."""
        return {unit.number: unit for unit in self.units if unit.number is not None}

    def letter_at(self, unit: int, position: int) -> int:
        """Return how many letters lie before a position (code points) of a unit."""
        at = self.units[unit]
        return at.letter + letter_offsets(at.text)[position]

    def place_of(self, letter: int) -> tuple[int, int]:
        """Return the unit and position at which a letter offset stands, the last one at most."""
        index = max(0, bisect_right([unit.letter for unit in self.units], letter) - 1)
        unit = self.units[index]
        position = bisect_right(letter_offsets(unit.text), letter - unit.letter) - 1
        return index, max(0, min(position, len(unit.text)))
