"""Units of a reading between row and value. Without SQLAlchemy."""

import json
from collections.abc import Sequence
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
"""The columns to select, in the order in which `unit` takes them: the fields of a Unit."""


def unit(cells: Sequence[Any]) -> Unit:
    """Build a unit from a row of COLUMNS."""
    ordinal, kind, level, text, source_text, spans, seams, runin, path, *rest = cells
    return Unit(
        ordinal,
        kind,
        level,
        text,
        source_text,
        tuple((start, end) for start, end in json.loads(spans)),
        tuple(json.loads(seams)),
        None if runin is None else Runin(**json.loads(runin)),
        tuple(json.loads(path)),
        *rest,
    )


def row(reading: str, of: Unit) -> dict[str, object]:
    """Spell a unit as the row of its table; lists are canonical JSON."""
    cells = {name: getattr(of, name) for name in COLUMNS}
    lists = {name: canonical.dumps(cells[name]) for name in ("spans", "seams", "path")}
    runin = None if of.runin is None else canonical.dumps(asdict(of.runin))
    return {"reading": reading, **cells, **lists, "runin": runin}
