"""The catalogue: what a list of all reports says of each, without reading any text."""

from collections.abc import Iterable

from sqlalchemy import case, exists, func, or_, select, true

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.shelving import Listed
from beiguan_desktop.storage import records
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.schema import COMMENT, DRAFT, READING, REPORT, SOURCE, UNIT
from beiguan_desktop.storage.writing import batches

_FIRST = 12
"""Units at the beginning of a report among which it says of which day it is."""


class Catalogue:
    """The list of one library."""

    def __init__(self, database: Database) -> None:
        """Use a library's database; Store makes the one catalogue."""
        self._database = database

    def reports(self) -> list[Listed]:
        """Return all reports, hidden ones too; nothing is counted yet."""
        rows, made, sources, every = REPORT, READING, SOURCE, READING.alias()
        came = (
            select(every.c.report, func.min(every.c.made_at).label("at"))
            .group_by(every.c.report)
            .subquery()
        )
        has_text = exists().where(UNIT.c.reading == rows.c.current_reading)
        query = (
            select(*(rows.c[it] for it in ("id", "title", "genre", "edition", "meeting")))
            .add_columns(rows.c.edition_of, rows.c.hidden_at)
            .add_columns(func.coalesce(came.c.at, ""), func.coalesce(sources.c.name, ""))
            .add_columns(case((has_text, made.c.reader)))
            .outerjoin(came, came.c.report == rows.c.id)
            .outerjoin(made, made.c.id == rows.c.current_reading)
            .outerjoin(sources, sources.c.sha256 == made.c.source)
        )
        with self._database.reading() as connection:
            return [Listed(*row) for row in connection.execute(query)]

    def opinions(self, me: str | None, *, is_staff: bool) -> dict[str, tuple[int, int]]:
        """Count by report the opinions in force that a person sees, and his own among them."""
        rows = COMMENT
        is_mine = rows.c.person == me
        is_seen = true() if me is None else is_mine
        if me is not None and is_staff:
            is_seen = or_(is_mine, rows.c.private.is_(False))
        query = (
            select(rows.c.report, func.count(), func.sum(case((is_mine, 1), else_=0)))
            .where(rows.c.withdrawn_at.is_(None), is_seen)
            .group_by(rows.c.report)
        )
        with self._database.reading() as connection:
            return {report: (seen, mine) for report, seen, mine in connection.execute(query)}

    def drafts(self) -> list[Comment]:
        """Return what stands in the open boxes of all reports."""
        with self._database.reading() as connection:
            found = connection.execute(select(DRAFT.c.fields)).scalars().all()
        values = (records.from_state("comment", fields) for fields in found)
        return [it for it in values if isinstance(it, Comment)]

    def first_lines(self, reports: Iterable[str]) -> dict[str, list[str]]:
        """Return the lines with which reports begin and in which they name their day."""
        rows, owners = UNIT, REPORT
        found: dict[str, list[str]] = {}
        with self._database.reading() as connection:
            for batch in batches(list(reports)):
                query = (
                    select(owners.c.id, rows.c.text)
                    .join(owners, owners.c.current_reading == rows.c.reading)
                    .where(owners.c.id.in_(batch), rows.c.ordinal < _FIRST)
                    .where(rows.c.kind.in_(("meta", "title")))
                    .order_by(rows.c.reading, rows.c.ordinal)
                )
                for report, text in connection.execute(query):
                    found.setdefault(report, []).append(text)
        return found
