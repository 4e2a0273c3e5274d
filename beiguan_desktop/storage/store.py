"""The store: the only door to the database. Values in, values out."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from beiguan_desktop.core.change import Change, Record
from beiguan_desktop.core.comment import Comment, Decision, Highlight, Person
from beiguan_desktop.core.report import Description
from beiguan_desktop.storage import opening, records
from beiguan_desktop.storage.catalogue import Catalogue
from beiguan_desktop.storage.desk import Desk, sit_down
from beiguan_desktop.storage.opening import Opened
from beiguan_desktop.storage.out_tray import OutTray
from beiguan_desktop.storage.past import Past
from beiguan_desktop.storage.readings import Readings
from beiguan_desktop.storage.shelf import Shelf
from beiguan_desktop.storage.writing import batches, write


def open_store(path: Path, *, create: bool = False, read_only: bool = False) -> "Store":
    """Open a library; the caller closes it.

    A writing store holds the kernel lock and brings an older file up to date. A file or
    folder that cannot be written is opened for reading, and `notice` says so. Raises
    UserError for everything that is no usable library.
    """
    return Store(opening.open_file(path, create=create, read_only=read_only))


class Store:
    """An open library. One thread at a time may use it."""

    def __init__(self, opened: Opened) -> None:
        """Take over an opened file."""
        self._opened = opened
        self._lock = opened.lock
        self._database = opened.database
        self.path = opened.database.path
        self.read_only = opened.lock is None
        self.notice = opened.notice
        self.shelf = Shelf(self._database)
        self.catalogue = Catalogue(self._database)
        self.desk = Desk(self._database)
        self.out_tray = OutTray(self._database)
        self.past = Past(self._database)
        self.readings = Readings(self._database)

    def apply(self, change: Change, *, me: str | None = None) -> Change:
        """Write a change in one transaction and return it with its new versions.

        `me` names the person, stored or in the change, who sits before this machine from now
        on: in the same transaction. Only then may a change be without edits; such a one is
        not kept. Raises ConflictError when a record is no longer what the change says it was,
        and UserError when the surroundings do not let it be written. Either way nothing was
        written and the store goes on.
        """
        with self._database.writing() as connection:
            applied = write(connection, change) if change.edits or me is None else change
            if me is not None:
                sit_down(connection, me)
            return applied

    def present(self, record_ids: Iterable[str]) -> dict[str, Record | None]:
        """Return what is stored now of each record, None for what does not exist."""
        ids = list(dict.fromkeys(record_ids))
        found: dict[str, Record | None] = dict.fromkeys(ids)
        with self._database.reading() as connection:
            for batch in batches(ids):
                for kind, rows in records.TABLES.items():
                    query = select(*records.COLUMNS[kind]).where(rows.c.id.in_(batch))
                    for row in connection.execute(query):
                        found[row.id] = records.value(kind, row)
        return found

    def comments(self, report: str | None = None, *, withdrawn: bool = False) -> list[Comment]:
        """Return the opinions, oldest first: those in force, or only the withdrawn."""
        rows = records.TABLES["comment"]
        bin_ = rows.c.withdrawn_at.is_not(None) if withdrawn else rows.c.withdrawn_at.is_(None)
        query = select(*records.COLUMNS["comment"]).where(bin_)
        if report is not None:
            query = query.where(rows.c.report == report)
        with self._database.reading() as connection:
            found = [records.comment(row) for row in connection.execute(query).fetchall()]
        return sorted(found, key=lambda each: each.id)  # SQLite would move whole rows about

    def every_comment(self, report: str | None = None) -> list[Comment]:
        """Return all opinions: those in force, then the withdrawn, each oldest first."""
        return [*self.comments(report), *self.comments(report, withdrawn=True)]

    def highlights(self, report: str) -> list[Highlight]:
        """Return what is marked in a report, everybody's, in its order."""
        rows = records.TABLES["highlight"]
        query = (
            select(*records.COLUMNS["highlight"])
            .where(rows.c.report == report, rows.c.withdrawn_at.is_(None))
            .order_by(rows.c.letter_start, rows.c.id)
        )
        with self._database.reading() as connection:
            return [Highlight(*row) for row in connection.execute(query)]

    def decisions(self, report: str | None = None) -> list[Decision]:
        """Return what became of opinions in an edition, or in all, as confirmed, oldest first."""
        rows = records.TABLES["decision"]
        query = select(*records.COLUMNS["decision"]).where(rows.c.withdrawn_at.is_(None))
        if report is not None:
            query = query.where(rows.c.report == report)
        with self._database.reading() as connection:
            return [Decision(*row) for row in connection.execute(query.order_by(rows.c.id))]

    def descriptions(self) -> dict[str, Description]:
        """Return what every report is called, hidden ones too, by its id."""
        with self._database.reading() as connection:
            found = connection.execute(select(*records.COLUMNS["report"]))
            return {row.id: Description(*row) for row in found}

    def people(self) -> list[Person]:
        """Return everybody who is stored, oldest first."""
        rows = records.TABLES["person"]
        with self._database.reading() as connection:
            query = select(*records.COLUMNS["person"]).order_by(rows.c.id)
            return [Person(*row) for row in connection.execute(query)]

    def close(self) -> None:
        """Close the file and give the right to write back; a second time does nothing."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()

    def discard(self) -> None:
        """Close; a library that this very opening made is taken away again."""
        self._opened.discard()

    def __enter__(self) -> Self:
        """Close at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()
