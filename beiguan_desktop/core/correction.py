"""Corrections by hand, as values: what a person says of a reading.

Places are code points of the decoded source, so that a correction holds for every reading of one
source, whatever version of the reader made it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from beiguan_desktop.core import canonical
from beiguan_desktop.core.report import Kind, Repair

About = Literal["title", "genre", "edition", "meeting"]


@dataclass(frozen=True, slots=True)
class Plainly:
    """Every line is a paragraph, because somebody wished it; it is said before all else."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The unit that begins at `at` goes on with the one before it."""

    at: int


@dataclass(frozen=True, slots=True)
class Split:
    """A new unit begins at `at`."""

    at: int


@dataclass(frozen=True, slots=True)
class Level:
    """The heading, standing or run-in, of the unit at `at` has this level; what is under it moves.

    Levels are 1…4.
    """

    at: int
    level: int


@dataclass(frozen=True, slots=True)
class Recast:
    """The unit at `at` is of another kind."""

    at: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Discard:
    """The unit at `at` is no part of the report."""

    at: int


@dataclass(frozen=True, slots=True)
class Restore:
    """What was left out between `start` and `end` is part of the report, line by line."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unrepair:
    """The repair of start…end is taken back: there it is as in the source."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NotWrong:
    """What was shown as 疑似 at start…end is no misprint."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PageStart:
    """第N页从这里开始: page `page` begins with the character at `at`."""

    at: int
    page: int


@dataclass(frozen=True, slots=True)
class Described:
    """Title, genre, edition or meeting as a person gives it."""

    what: About
    value: str


Correction = (
    Plainly
    | Merge
    | Split
    | Level
    | Recast
    | Discard
    | Restore
    | Unrepair
    | NotWrong
    | PageStart
    | Described
)

_BY_NAME: dict[str, type[Correction]] = {
    "plainly": Plainly,
    "merge": Merge,
    "split": Split,
    "level": Level,
    "recast": Recast,
    "discard": Discard,
    "restore": Restore,
    "unrepair": Unrepair,
    "not wrong": NotWrong,
    "page start": PageStart,
    "described": Described,
}
_WORDS = ("kind", "what", "value")
_NAMES = {made: name for name, made in _BY_NAME.items()}


def spelt(corrections: Sequence[Correction]) -> str | None:
    """Spell corrections as the library keeps them, canonical JSON; None for none."""
    if not corrections:
        return None
    return canonical.dumps([{"do": _NAMES[type(it)], **asdict(it)} for it in corrections])


def parsed(text: str | None) -> tuple[Correction, ...]:
    """Read what `spelt` wrote.

    Raises ValueError, TypeError or LookupError for anything else.
    """
    return tuple(_one(**cells) for cells in json.loads(text)) if text else ()


def _one(do: str, **cells: Any) -> Correction:
    made = _BY_NAME[do](**cells)
    kinds = {name: str if name in _WORDS else int for name in cells}
    if not all(isinstance(cell, kinds[name]) for name, cell in cells.items()):
        raise TypeError(f"no correction: {do}")
    return made


def described(corrections: Iterable[Correction]) -> dict[About, str]:
    """Return what a person said of title, genre, edition and meeting, the last word of each."""
    return {it.what: it.value for it in corrections if isinstance(it, Described)}


def still_doubtful(doubts: Iterable[Repair], corrections: Iterable[Correction]) -> list[Repair]:
    """Return the doubts of which nobody has said 不是错."""
    settled = {(it.start, it.end) for it in corrections if isinstance(it, NotWrong)}
    return [doubt for doubt in doubts if (doubt.start, doubt.end) not in settled]
