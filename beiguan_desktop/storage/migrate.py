"""Bringing an older library up to date, in the order in which nothing can be lost.

Verified backup; foreign keys off before BEGIN IMMEDIATE, for a table rebuilt under them
takes others with it; one transaction; rows and the hash over all versions equal before and
after; else back to how it was.
"""

import sqlite3
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage import backup, schema
from beiguan_desktop.storage.engine import Database, number
from beiguan_desktop.storage.inspection import census
from beiguan_desktop.storage.whereabouts import files_in_words

_NOT_COUNTED = {"alembic_version"}


def upgrade(path: Path) -> Path:
    """Migrate a library whose lock the caller holds; return its backup from before.

    After a failure the library is what it was.
    """
    with backup.opened(path, "ro") as database, database.reading() as connection:
        before = census(connection)
        version = number(connection, "user_version")
    kept = backup.stamped(path, f"v{version}")
    with files_in_words(kept), backup.part_of(kept) as part:
        backup.copy_checked(path, part, kept)
        part.rename(kept)
    database = Database(path, "rw", prepare=let_tables_be_rebuilt)
    try:
        with database.writing() as connection:
            run(connection, schema.SCHEMA_VERSION)
            _compare(connection, before, kept)
        database.close()
    except BaseException:
        _put_back(path, kept, before)
        raise
    return kept


def let_tables_be_rebuilt(connection: sqlite3.Connection) -> None:
    """Inside a transaction this pragma would do nothing, and say nothing."""
    connection.execute("PRAGMA foreign_keys=OFF")


def run(connection: Connection, target: int) -> None:
    """Run the migrations up to a version inside the caller's transaction."""
    config = Config(attributes={"connection": connection})
    # Config reads % as the beginning of a name.
    folder = str(paths.migrations()).replace("%", "%%")
    config.set_main_option("script_location", folder)
    config.set_main_option("path_separator", "os")
    command.upgrade(config, schema.revision(target))
    connection.exec_driver_sql(f"PRAGMA user_version={target}")


def _compare(connection: Connection, before: dict[str, Any], kept: Path) -> None:
    after = census(connection)
    # A migration may add tables; it may neither drop one nor change how many rows it has.
    lost = {name for name in before.keys() - _NOT_COUNTED if after.get(name) != before[name]}
    if lost or connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise UserError(
            "升级资料库没有成功，已经恢复原样，没有丢东西。"
            f"请继续用原来的版本，并把这句话告诉我们；升级前的备份在“{kept.name}”。"
        )


def _put_back(path: Path, kept: Path, before: dict[str, Any]) -> None:
    """Make sure the library is what it was; the rollback has normally seen to that."""
    try:
        with backup.opened(path, "rw") as database, database.writing() as connection:
            is_whole = census(connection) == before
    except UserError:
        is_whole = False
    if not is_whole:
        with backup.part_of(path) as part:
            backup.copy_checked(kept, part, path)
            backup.put_in_place(part, path, "failed")
