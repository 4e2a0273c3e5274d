"""Units of a reading between row and value. Without SQLAlchemy."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from beiguan_desktop.core import canonical
from beiguan_desktop.core.report import Runin, Unit

COLUMNS = (
    "ordinal",
    "kind",
    "level",
    "text",
    "source_text",
    "spans",
    "seams",
    "runin",
    "path",
    "number",
    "generated",
    "letter",
)
"""The columns to select, in the order in which `units` takes them: the fields of a Unit."""
_SPANS, _SEAMS, _RUNIN, _PATH = map(COLUMNS.index, ("spans", "seams", "runin", "path"))


def units(rows: Sequence[Sequence[Any]]) -> tuple[Unit, ...]:
    """Build the units of rows of COLUMNS; raise ValueError or TypeError for damaged cells.

    The lists of a column are read in one go: parsing cell by cell takes four times as long.
    """
    spans = _parsed(row[_SPANS] for row in rows)
    seams = _parsed(row[_SEAMS] for row in rows)
    runins = _parsed("null" if row[_RUNIN] is None else row[_RUNIN] for row in rows)
    paths = {cell: tuple(json.loads(cell)) for cell in {row[_PATH] for row in rows}}
    made = []
    for row, span, seam, runin in zip(rows, spans, seams, runins, strict=True):
        ordinal, kind, level, text, source_text, *_, path, number, generated, letter = row
        unit = Unit(
            ordinal,
            kind,
            level,
            text,
            source_text,
            tuple([(start, end) for start, end in span]),
            tuple(seam),
            None if runin is None else Runin(**runin),
            paths[path],
            number,
            generated,
            letter,
        )
        made.append(unit)
    return tuple(made)


def _parsed(cells: Iterable[str]) -> list[Any]:
    found: list[Any] = json.loads(f"[{','.join(cells)}]")
    return found


def row(reading: str, of: Unit) -> dict[str, object]:
    """Spell a unit as the row of its table; lists are canonical JSON."""
    cells = {name: getattr(of, name) for name in COLUMNS}
    lists = {name: canonical.dumps(cells[name]) for name in ("spans", "seams", "path")}
    runin = None if of.runin is None else canonical.dumps(asdict(of.runin))
    return {"reading": reading, **cells, **lists, "runin": runin}
