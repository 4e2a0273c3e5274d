"""The desk: drafts, marks and settings of this machine; no history, no undo."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlalchemy import Connection, Table, delete, insert, select, update

from beiguan_desktop.core.comment import Comfort, Comment, Draft, Person
from beiguan_desktop.storage import records
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.schema import (
    DRAFT,
    LAST_PLACE,
    LIBRARY,
    READ_MARK,
    SETTING,
    STAR,
)


class Desk:
    """What lies open on one machine."""

    def __init__(self, database: Database) -> None:
        """Use a library's database; Store makes the one desk."""
        self._database = database

    def drafts(self, report: str) -> list[Draft]:
        """Return the open boxes of a report, oldest first."""
        rows = DRAFT
        query = (
            select(rows.c.fields, rows.c.base_version, rows.c.at)
            .where(rows.c.report == report)
            .order_by(rows.c.at, rows.c.record)
        )
        with self._database.reading() as connection:
            return [
                Draft(cast("Comment", records.from_state("comment", fields)), base, at)
                for fields, base, at in connection.execute(query)
            ]

    def put_draft(self, draft: Draft) -> None:
        """Keep the contents of a box, in place of what it held before."""
        row = {
            "report": draft.comment.report,
            "base_version": draft.base_version,
            "fields": records.state(draft.comment),
            "at": draft.at,
        }
        with self._database.writing() as connection:
            _put(connection, DRAFT, {"record": draft.comment.id}, row)

    def drop_draft(self, record_id: str) -> None:
        """Forget the contents of a box."""
        rows = DRAFT
        with self._database.writing() as connection:
            connection.execute(delete(rows).where(rows.c.record == record_id))

    def last_place(self, report: str) -> int | None:
        """Return the letter offset at which reading stopped."""
        rows = LAST_PLACE
        with self._database.reading() as connection:
            query = select(rows.c.letter).where(rows.c.report == report)
            found = connection.execute(query).scalar()
        return None if found is None else int(found)

    def put_last_place(self, report: str, letter: int) -> None:
        """Keep the letter offset at which reading stopped."""
        with self._database.writing() as connection:
            _put(connection, LAST_PLACE, {"report": report}, {"letter": letter})

    def read_marks(self, report: str) -> set[int]:
        """Return the letter offsets of what has been read."""
        rows = READ_MARK
        with self._database.reading() as connection:
            query = select(rows.c.letter).where(rows.c.report == report)
            return set(connection.execute(query).scalars())

    def put_read_marks(self, report: str, letters: Iterable[int]) -> None:
        """Keep the letter offsets of what has been read, in place of those before."""
        with self._database.writing() as connection:
            _put_read_marks(connection, report, letters)

    def stars(self, report: str, person: str) -> set[int]:
        """Return the letter offsets of the units that a person starred."""
        rows = STAR
        query = select(rows.c.letter).where(rows.c.report == report, rows.c.person == person)
        with self._database.reading() as connection:
            return set(connection.execute(query).scalars())

    def put_stars(self, report: str, person: str, letters: Iterable[int]) -> None:
        """Keep the letter offsets of what a person starred, in place of those before."""
        with self._database.writing() as connection:
            _put_stars(connection, report, person, letters)

    def comfort(self, report: str) -> Comfort:
        """Return what was read, starred by each and reached last, of which there is no past."""
        rows = STAR
        query = select(rows.c.person, rows.c.letter).where(rows.c.report == report)
        with self._database.reading() as connection:
            found = connection.execute(query).all()
        stars = {person: frozenset(at for who, at in found if who == person) for person, _ in found}
        return Comfort(frozenset(self.read_marks(report)), stars, self.last_place(report))

    def setting(self, key: str) -> str | None:
        """Return a setting."""
        rows = SETTING
        with self._database.reading() as connection:
            found = connection.execute(select(rows.c.value).where(rows.c.key == key)).scalar()
        return None if found is None else str(found)

    def put_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        with self._database.writing() as connection:
            _put(connection, SETTING, {"key": key}, {"value": value})

    def me(self) -> Person | None:
        """Return who sits before this machine."""
        persons, library = records.TABLES["person"], LIBRARY
        query = select(*records.COLUMNS["person"]).join(library, library.c.me == persons.c.id)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else Person(*row)


def put_comfort(connection: Connection, report: str, comfort: Comfort) -> None:
    """Keep what was read, starred and reached, in place of it, in the caller's transaction."""
    _put_read_marks(connection, report, comfort.read)
    for person, letters in comfort.stars.items():
        _put_stars(connection, report, person, letters)
    if comfort.last is not None:
        _put(connection, LAST_PLACE, {"report": report}, {"letter": comfort.last})


def _put_read_marks(connection: Connection, report: str, letters: Iterable[int]) -> None:
    rows = READ_MARK
    marks = [{"report": report, "letter": letter} for letter in sorted(set(letters))]
    connection.execute(delete(rows).where(rows.c.report == report))
    if marks:
        connection.execute(insert(rows), marks)


def _put_stars(connection: Connection, report: str, person: str, letters: Iterable[int]) -> None:
    rows = STAR
    mine = (rows.c.report == report) & (rows.c.person == person)
    stars = [{"report": report, "person": person, "letter": at} for at in sorted(set(letters))]
    connection.execute(delete(rows).where(mine))
    if stars:
        connection.execute(insert(rows), stars)


def sit_down(connection: Connection, person_id: str) -> None:
    """Say who sits before this machine, inside the transaction of the caller."""
    connection.execute(update(LIBRARY).values(me=person_id))


def _put(
    connection: Connection, rows: Table, key: Mapping[str, str], cells: Mapping[str, Any]
) -> None:
    ((name, value),) = key.items()
    done = connection.execute(update(rows).where(rows.c[name] == value).values(**cells))
    if done.rowcount == 0:
        connection.execute(insert(rows).values(**key, **cells))
