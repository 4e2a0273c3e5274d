"""Readings of a report beside the current one: kept, and put in its place by an explicit act."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Comfort, Draft
from beiguan_desktop.core.correction import Correction, parsed, spelt
from beiguan_desktop.core.errors import ConflictError, UserError
from beiguan_desktop.core.report import PageMark, Reading, Source, Unit
from beiguan_desktop.storage import records
from beiguan_desktop.storage.desk import put_comfort
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.out_tray import follow
from beiguan_desktop.storage.schema import (
    DRAFT,
    PAGE_MARK,
    READING,
    REPORT,
    SOURCE,
    UNIT,
)
from beiguan_desktop.storage.shelf import insert_alias, insert_reading, sound_units
from beiguan_desktop.storage.units import row as row_of_unit
from beiguan_desktop.storage.writing import write

_NO_SOURCE = (
    "这份报告存着的原文件也损坏了，没有办法照它重新读。请用 restore 从最近的备份恢复，"
    "或者重新打开手边的报告文件。"
)


@dataclass(frozen=True, slots=True)
class Made:
    """How a reading was made: by which version of the rules, and what was corrected by hand.

    What was corrected is not known where `is_whole` is false: it is damaged.
    """

    id: str
    source: str
    reader: int
    corrections: tuple[Correction, ...]
    letters: str
    made_at: str
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Turn:
    """Another reading becomes the current one; `before` is the one it was until then."""

    report: str
    before: str
    reading: str
    marks: tuple[PageMark, ...]
    comfort: Comfort


def _made(row: Row[Any]) -> Made:
    try:
        corrections, is_whole = parsed(row.corrections), True
    except (ValueError, TypeError, LookupError):
        corrections, is_whole = (), False
    rest = corrections, row.letters, row.made_at, is_whole
    return Made(row.id, row.source, row.reader, *rest)


class Readings:
    """The readings of one library."""

    def __init__(self, database: Database) -> None:
        """Use a library's database."""
        self._database = database

    def of(self, report: str) -> list[Made]:
        """Return the readings of a report, the current one first, then the youngest."""
        rows, reports = READING, REPORT
        query = select(rows).where(rows.c.report == report)
        with self._database.reading() as connection:
            current = select(reports.c.current_reading).where(reports.c.id == report)
            now = connection.execute(current).scalar()
            found = [_made(row) for row in connection.execute(query)]
        found.sort(key=lambda it: (it.made_at, it.id), reverse=True)
        return sorted(found, key=lambda it: it.id != now)

    def current(self, report: str) -> str:
        """Return the name of a report's current reading, which may be damaged or missing."""
        rows = REPORT
        query = select(rows.c.current_reading).where(rows.c.id == report)
        with self._database.reading() as connection:
            return str(connection.execute(query).scalar_one())

    def units(self, reading: str) -> tuple[Unit, ...]:
        """Return the units of any reading, none of one that is unknown or damaged."""
        with self._database.reading() as connection:
            return sound_units(connection, reading) or ()

    def source(self, sha256: str) -> Source:
        """Return a source of the library with its bytes; raise UserError if it is damaged."""
        rows = SOURCE
        with self._database.reading() as connection:
            row = connection.execute(select(rows).where(rows.c.sha256 == sha256)).first()
        data = row.bytes if row is not None and isinstance(row.bytes, bytes) else b""
        if row is None or hashlib.sha256(data).hexdigest() != sha256:
            raise UserError(_NO_SOURCE)
        return Source(row.sha256, row.name, row.media, row.encoding, row.bytes, row.received_at)

    def mend_source(self, source: Source) -> None:
        """Write the bytes of a source anew, as it is named by them."""
        rows = SOURCE
        whole = update(rows).where(rows.c.sha256 == source.sha256).values(bytes=source.data)
        with self._database.writing() as connection:
            connection.execute(whole)

    def put(
        self, report: str, reading: Reading, corrections: Sequence[Correction], *, now: str
    ) -> None:
        """Keep a reading of a report beside the others; which is current stays as it is.

        One that is there already keeps its units; the corrections are now these.
        """
        rows = READING
        told = {"reader": reading.reader, "corrections": spelt(corrections)}
        with self._database.writing() as connection:
            insert_reading(connection, report, reading, corrections, now)
            connection.execute(update(rows).where(rows.c.id == reading.id).values(**told))
            insert_alias(connection, f"letters:{reading.letters}", report)

    def mend(self, reading: Reading) -> None:
        """Write a reading's units anew, as it is named by them."""
        rows = READING
        with self._database.writing() as connection:
            connection.execute(delete(UNIT).where(UNIT.c.reading == reading.id))
            connection.execute(
                insert(UNIT), [row_of_unit(reading.id, unit) for unit in reading.units]
            )
            connection.execute(
                update(rows).where(rows.c.id == reading.id).values(letters=reading.letters)
            )

    def turn(self, turn: Turn, change: Change | None, drafts: Iterable[Draft]) -> Change | None:
        """Make a reading the current one, with its opinions and open boxes, or do nothing.

        Returns the change as it was written. Raises ConflictError when another reading is the
        current one by now, or an opinion is no longer what the change says it was.
        """
        reports = REPORT
        where = (reports.c.id == turn.report) & (reports.c.current_reading == turn.before)
        to = update(reports).where(where).values(current_reading=turn.reading)
        with self._database.writing() as connection:
            if connection.execute(to).rowcount == 0:
                raise ConflictError("这份报告刚才已经换过文字了，这次没有换。请重新打开它再看。")
            applied = write(connection, change) if change else None
            if applied is not None:
                follow(connection, turn.report, applied)
            _put_marks(connection, turn)
            put_comfort(connection, turn.report, turn.comfort)
            for draft in drafts:
                place = update(DRAFT).where(DRAFT.c.record == draft.comment.id)
                connection.execute(place.values(fields=records.state(draft.comment)))
        return applied


def _put_marks(connection: Connection, turn: Turn) -> None:
    rows = PAGE_MARK
    connection.execute(delete(rows).where(rows.c.report == turn.report))
    marks = [asdict(mark) | {"report": turn.report} for mark in turn.marks]
    if marks:
        connection.execute(insert(rows), marks)
