"""A migration of a library made in the test: nothing lost, and back again on failure."""

import hashlib
import shutil
import sqlite3
from contextlib import closing

import pytest
import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage import migrate, schema
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.storage.library import adding, new_library, opinion

NOW, NEW = schema.SCHEMA_VERSION, schema.SCHEMA_VERSION + 1
REBUILD = """
    for name in ("report", "person", "comment"):
        with op.batch_alter_table(name, recreate="always") as batch:
            batch.add_column(sa.Column("added", sa.Text()))
"""
TABLE = 'op.create_table("later", sa.Column("id", sa.Text(), primary_key=True))\n    '
LOSES_ROWS = TABLE + 'op.execute("DELETE FROM draft"); op.execute("DELETE FROM comment")'  # noqa: S608
ALTERS = "op.execute(\"UPDATE version SET sha256 = '' WHERE record = 'c1'\")"
DANGLES = "op.execute(\"UPDATE comment SET report = 'nowhere'\")"
FAILS = TABLE + 'op.execute("DELETE FROM comment"); raise RuntimeError("a bug")'  # noqa: S608
COMMITS = 'op.execute("DELETE FROM comment"); op.execute("COMMIT"); raise RuntimeError("a bug")'
SPOILS = """
    name = op.get_bind().exec_driver_sql("PRAGMA database_list").first()[2]
    op.execute("COMMIT")
    with open(name, "r+b") as file:
        file.write(b"spoilt" * 1000)
    raise RuntimeError("a bug")
"""


@pytest.fixture
def old(path):
    """A library of today with a note that a rebuilt table could take with it."""
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1", "𠮷"), opinion(store, "c2"), change="one"))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE note (id TEXT, comment TEXT REFERENCES comment(id) ON DELETE CASCADE);"
            "INSERT INTO note VALUES ('n1', 'c1');"
        )
    return path


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Let the program be one version further, with the migration that the test writes."""

    def make(body):
        folder = tmp_path / "换 版%s"
        shutil.copytree(paths.migrations(), folder, ignore=shutil.ignore_patterns("*.pyc"))
        (folder / "versions" / f"{schema.revision(NEW)}_next.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f'revision = "{schema.revision(NEW)}"\ndown_revision = "{schema.revision(NOW)}"\n'
            f"def upgrade():\n    {body.strip()}\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(paths, "migrations", lambda: folder)
        monkeypatch.setattr(schema, "SCHEMA_VERSION", NEW)

    return make


def fingerprint(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def rows(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_rebuilding_tables_loses_nothing_and_leaves_a_verified_backup(old, next_version):
    before = rows(old, "SELECT * FROM version")
    next_version(REBUILD)
    with open_store(old) as store:
        assert [comment.text for comment in store.comments()] == ["𠮷", "建议扩建"]
        assert not store.read_only
    assert rows(old, "PRAGMA user_version") == [(NEW,)]
    assert rows(old, "SELECT * FROM version") == before
    assert rows(old, "SELECT * FROM note") == [("n1", "c1")]
    assert rows(old, "SELECT added FROM comment") == [(None,), (None,)]
    assert inspect(old) == (3, [])
    (kept,) = old.parent.glob(f"beiguan.v{NOW}-*.db")
    assert rows(kept, "PRAGMA user_version") == [(NOW,)]
    assert inspect(kept) == (3, [])


def test_the_trap_is_real_with_foreign_keys_on(old):
    """The same rebuilding, done carelessly, takes the note with it and says nothing."""
    engine = sa.create_engine(f"sqlite:///{old}")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("comment", recreate="always") as batch:
            batch.add_column(sa.Column("added", sa.Text()))
        connection.commit()
    engine.dispose()
    assert rows(old, "SELECT * FROM note") == []
    assert len(rows(old, "SELECT * FROM comment")) == 2


@pytest.mark.parametrize("body", [LOSES_ROWS, ALTERS, DANGLES])
def test_a_migration_that_would_lose_something_is_taken_back_byte_for_byte(old, next_version, body):
    before = fingerprint(old)
    next_version(body)
    with pytest.raises(UserError, match="恢复原样"):
        open_store(old)
    assert fingerprint(old) == before
    assert len(list(old.parent.glob(f"beiguan.v{NOW}-*.db"))) == 1


def test_a_bug_in_a_migration_leaves_every_byte_as_it_was(old, next_version):
    before = fingerprint(old)
    next_version(FAILS)
    with pytest.raises(RuntimeError, match="a bug"):
        open_store(old)
    assert fingerprint(old) == before


@pytest.mark.parametrize("body", [COMMITS, SPOILS])
def test_a_half_written_migration_is_replaced_by_the_backup(old, next_version, body):
    before = rows(old, "SELECT * FROM version"), rows(old, "SELECT * FROM comment")
    next_version(body)
    with pytest.raises(RuntimeError, match="a bug"):
        open_store(old)
    assert (rows(old, "SELECT * FROM version"), rows(old, "SELECT * FROM comment")) == before
    assert rows(old, "PRAGMA user_version") == [(NOW,)]
    assert inspect(old) == (3, [])
    assert len(list(old.parent.glob("beiguan.failed-*.db"))) == 1


def test_an_older_library_is_not_opened_for_reading_alone(old, next_version):
    before = fingerprint(old)
    next_version(REBUILD)
    with pytest.raises(UserError, match="旧版本的北关审议写的，要先升级"):
        open_store(old, read_only=True)
    assert fingerprint(old) == before


def test_the_newest_library_is_made_without_migrating(path, monkeypatch):
    monkeypatch.setattr(migrate, "upgrade", None)
    new_library(path).close()
    open_store(path).close()
