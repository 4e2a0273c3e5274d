"""A look at the report that was read last, before SQLAlchemy is there to open the library.

The window can be painted with it at once; whatever is not as usual, there is no look, and the
library is opened the normal way, which says what is wrong.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from beiguan_desktop.core.comment import Glimpse, Person
from beiguan_desktop.core.report import PageMark, Report
from beiguan_desktop.storage.stamp import APPLICATION_ID, SCHEMA_VERSION, uri
from beiguan_desktop.storage.units import COLUMNS, units

Ask = Callable[..., list[Any]]

_PERSON = "name, delegation, capacity, post, roster_number, same_as, version"


def glimpse(path: Path) -> Glimpse | None:
    """Look at a library without waiting, locking or writing; None for all that is unusual."""
    try:
        with closing(sqlite3.connect(uri(path.absolute(), "ro"), uri=True, timeout=0)) as file:
            return _look(lambda query, *values: file.execute(query, values).fetchall())
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


def _look(ask: Ask) -> Glimpse | None:
    """Raise TypeError or ValueError for cells that are not what they should be."""
    stamp = [ask(f"PRAGMA {name}")[0][0] for name in ("application_id", "user_version")]
    if stamp != [APPLICATION_ID, SCHEMA_VERSION]:
        return None
    ask("BEGIN")  # one state of the file
    people = ask(f"SELECT id, {_PERSON} FROM person WHERE id = (SELECT me FROM library)")  # noqa: S608 - names of this module
    reports = ask(
        "SELECT id, title, genre, edition, edition_of, current_reading, meeting FROM report "
        "WHERE id = (SELECT value FROM setting WHERE key = 'report') AND hidden_at IS NULL"
    )
    if not people or not reports:
        return None
    ((report_id, title, genre, edition, edition_of, reading, meeting),) = reports
    rows = ask(
        f"SELECT {', '.join(COLUMNS)} FROM unit WHERE reading = ? ORDER BY ordinal",  # noqa: S608
        reading,
    )
    marks = ask(
        "SELECT letter, page, line, origin FROM page_mark WHERE report = ? ORDER BY letter",
        report_id,
    )
    places = ask("SELECT letter FROM last_place WHERE report = ?", report_id)
    known = tuple(PageMark(*mark) for mark in marks)
    called = report_id, title, genre, edition, edition_of
    report = Report(*called, reading, units(rows), known, meeting)
    if not report.units or any(at != it.ordinal for at, it in enumerate(report.units)):
        return None
    return Glimpse(Person(*people[0]), report, places[0][0] if places else 0)
