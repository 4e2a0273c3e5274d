"""Records between three forms: value, row, and canonical JSON state."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Column, Table

from beiguan_desktop.core import canonical
from beiguan_desktop.core.change import Record
from beiguan_desktop.core.comment import Anchor, Comment, Decision, Highlight, Person
from beiguan_desktop.core.report import Description
from beiguan_desktop.storage.schema import COMMENT, DECISION, HIGHLIGHT, PERSON, REPORT

TABLES: dict[str, Table] = {
    "person": PERSON,
    "report": REPORT,
    "comment": COMMENT,
    "highlight": HIGHLIGHT,
    "decision": DECISION,
}
"""Table of each type of record; what others name comes before them."""

_PLAIN: dict[str, type[Decision | Description | Highlight | Person]] = {
    "person": Person,
    "report": Description,
    "highlight": Highlight,
    "decision": Decision,
}
"""The types whose columns are called as their fields and stand alone."""

_ANCHOR = tuple(field.name for field in fields(Anchor))
_COMMENT = tuple(field.name for field in fields(Comment))
_AT = _COMMENT.index("anchor")
_AFTER = _AT + len(_ANCHOR)


def _names(kind: str) -> tuple[str, ...]:
    if kind in _PLAIN:
        return tuple(field.name for field in fields(_PLAIN[kind]))
    return _COMMENT[:_AT] + _ANCHOR + _COMMENT[_AT + 1 :]


COLUMNS: dict[str, tuple[Column[Any], ...]] = {
    kind: tuple(TABLES[kind].c[name] for name in _names(kind)) for kind in TABLES
}
"""The columns to select, in the order in which `value` takes them."""


def type_of(record: Record) -> str:
    """Name the type of a record as versions name it."""
    plain = (kind for kind, values in _PLAIN.items() if isinstance(record, values))
    return next(plain, "comment")


def value(kind: str, row: Sequence[Any]) -> Record:
    """Build a record from a row of COLUMNS."""
    return _PLAIN[kind](*row) if kind in _PLAIN else comment(row)


def comment(row: Sequence[Any]) -> Comment:
    """Build an opinion from a row of COLUMNS; positions, not names, because lists are long."""
    cells: list[Any] = [*row[:_AT], Anchor(*row[_AT:_AFTER]), *row[_AFTER:]]
    return Comment(*cells)


def row(record: Record) -> dict[str, Any]:
    """Spell a record as the row of its table."""
    if not isinstance(record, Comment):
        return asdict(record)
    cells = {name: getattr(record, name) for name in _COMMENT if name != "anchor"}
    cells |= {name: getattr(record.anchor, name) for name in _ANCHOR}
    return cells | {"nature": record.nature}


def state(record: Record | None) -> str | None:
    """Spell a record as the canonical JSON of all its fields."""
    return None if record is None else canonical.dumps(asdict(record))


def from_state(kind: str, text: str) -> Record:
    """Read a state; fields added to the program since it was written have their presets."""
    cells = json.loads(text)
    if kind in _PLAIN:
        return _PLAIN[kind](**cells)
    return Comment(**{**cells, "anchor": Anchor(**cells["anchor"])})


def digest(text: str | None) -> str:
    """Return the SHA-256 of a state; a state that is absent is spelt null."""
    return hashlib.sha256(("null" if text is None else text).encode()).hexdigest()
