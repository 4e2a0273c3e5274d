"""The structure of a report as `outline --json` prints it."""

from typing import Any

from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Reading, Source, Unit
from beiguan_desktop.services.importing import doubts


def outline_json(source: Source, reading: Reading) -> dict[str, Any]:
    """Return the structure as `outline --json` prints it; offsets are code points of the text."""
    pages = Pages(reading.units, reading.marks)
    repairs = sorted([*reading.repairs, *doubts(reading)], key=lambda it: (it.start, it.end))
    return {
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "characters": reading.characters,
        },
        "title": reading.title,
        "units": [_unit(unit, pages) for unit in reading.units],
        "noise": [list(span) for span in reading.noise],
        "repairs": [
            {
                "kind": repair.kind,
                "start": repair.start,
                "end": repair.end,
                "before": repair.before,
                "after": repair.after,
                "grade": repair.grade,
                **({"note": repair.note} if repair.note else {}),
            }
            for repair in repairs
        ],
    }


def _unit(unit: Unit, pages: Pages) -> dict[str, Any]:
    place = pages.at(unit.ordinal)
    runin = unit.runin
    return {
        "kind": unit.kind,
        "level": unit.level,
        "text": unit.text,
        "source_text": unit.source_text,
        **({"generated": unit.generated} if unit.generated else {}),
        "spans": [list(span) for span in unit.spans],
        "runin": runin and {"text": runin.text, "level": runin.level, "type": runin.type},
        "path": list(unit.path),
        "number": unit.number,
        "page": place.page if place else None,
        "line": place.line if place else None,
        "about": place.about if place else None,
    }
