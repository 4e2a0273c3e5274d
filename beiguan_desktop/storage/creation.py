"""How a new library is made: whole, at the newest version, without Alembic."""

import secrets

from sqlalchemy import Connection, MetaData, String, Table, insert
from sqlalchemy.schema import Column, PrimaryKeyConstraint

from beiguan_desktop.storage.columns import METADATA
from beiguan_desktop.storage.schema import LIBRARY, SCHEMA_VERSION, revision

ALEMBIC = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, spelt as Alembic spells it: a new library is stamped without it."""


def create(connection: Connection) -> None:
    """Make the tables of a new library inside the caller's transaction, as Alembic would."""
    METADATA.create_all(connection)
    ALEMBIC.create(connection)
    connection.execute(insert(ALEMBIC).values(version_num=revision(SCHEMA_VERSION)))
    connection.execute(insert(LIBRARY).values(id=secrets.token_hex(16), device=new_device()))


def statements(connection: Connection) -> list[str]:
    """Return the statements that made the tables and indexes of a SQLite file, by name."""
    query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name"
    found = connection.exec_driver_sql(query).scalars()
    return ["\n".join(line.rstrip() for line in sql.splitlines()) for sql in found]


def new_device() -> str:
    """Draw a device id; a copy of a library is another device."""
    return secrets.token_hex(16)
