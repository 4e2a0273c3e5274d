"""A library as an older program would have left it, made of one of today: for rehearsals.

What came later is left out: tables, columns, and the past of records that had no table then.
"""

from pathlib import Path

from sqlalchemy import Connection

from beiguan_desktop.storage import backup, migrate, schema
from beiguan_desktop.storage.engine import Database


def make_older(path: Path, target: Path, version: int) -> None:
    """Write the library at `path` into a new file as a program of that version knew it."""
    database = Database(target, "rwc", prepare=migrate.let_tables_be_rebuilt)
    try:
        with (
            backup.opened(path, "ro") as newer,
            newer.reading() as there,
            database.writing() as here,
        ):
            migrate.run(here, version)
            here.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
            _pour(there, here)
    finally:
        database.close()


def _pour(there: Connection, here: Connection) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'alembic_version'"
    names = here.exec_driver_sql(query).scalars().all()
    for name in names:
        columns = [row.name for row in here.exec_driver_sql(f'PRAGMA table_info("{name}")')]
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = there.exec_driver_sql(f'SELECT {listed} FROM "{name}"').all()  # noqa: S608 - our own names
        if name == "version":
            rows = [row for row in rows if row.type in names]
        if rows:
            marks = ", ".join("?" * len(columns))
            statement = f'INSERT INTO "{name}" ({listed}) VALUES ({marks})'  # noqa: S608
            here.exec_driver_sql(statement, [tuple(row) for row in rows])
