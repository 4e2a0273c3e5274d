"""What went out of the house: the numbers opinions bear on paper, and each hand-in."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Printed:
    """The short number (甲1) of an opinion, given when it was first on paper and kept for good."""

    report: str
    person: str
    number: str
    comment: str
    at: str


@dataclass(frozen=True, slots=True)
class HandIn:
    """One hand-in (第n次交) of a person's opinions on a report, as this machine remembers it.

    `contents` gives for each opinion what it said: the hash of its words and place. `manner`
    is how it went out: 打印, Word, PDF, 文字. `at` is ISO-8601 with offset.
    """

    id: str
    report: str
    person: str
    ordinal: int
    manner: str
    at: str
    contents: Mapping[str, str] = field(default_factory=dict)
