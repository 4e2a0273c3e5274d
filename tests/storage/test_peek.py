"""A look at the last report before the library is open: right, or none at all."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from subprocess import run

import pytest

from beiguan_desktop.storage.lock import take_lock
from beiguan_desktop.storage.peek import glimpse
from beiguan_desktop.storage.stamp import SCHEMA_VERSION
from beiguan_desktop.storage.store import open_store
from tests.storage.library import WANG, new_library, report_of, sit


@pytest.fixture
def library(tmp_path) -> Path:
    """Return a library as a deputy left it: somebody sits there, a report lies open."""
    path = tmp_path / "张 三 100%" / "资料 库#1.db"
    with new_library(path) as store:
        sit(store, WANG.id)
        store.desk.put_setting("report", report_of(store).id)
        store.desk.put_last_place(report_of(store).id, 9)
    return path


def changed(path: Path, statement: str) -> Path:
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()
    return path


def test_the_look_shows_what_opening_shows(library):
    seen = glimpse(library)
    with open_store(library, read_only=True) as store:
        assert seen.report == report_of(store)
        assert seen.me == store.desk.me()
    assert seen.letter == 9


def test_without_a_last_place_reading_begins_at_the_beginning(library):
    assert glimpse(changed(library, "DELETE FROM last_place")).letter == 0


def test_a_writer_does_not_hinder_the_look_and_the_look_no_writer(library):
    before = sorted(library.parent.iterdir())
    with open_store(library) as store:
        assert glimpse(library).report == report_of(store)
        assert store.desk.setting("report")
    lock = take_lock(library)
    assert glimpse(library) is not None
    lock.release()
    assert sorted(library.parent.iterdir()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 1",
        f"PRAGMA user_version = {SCHEMA_VERSION + 1}",
        "PRAGMA user_version = 0",
        "PRAGMA application_id = 7",
        "UPDATE library SET me = NULL",
        "UPDATE setting SET value = 'no such report'",
        "DELETE FROM setting",
        "UPDATE report SET hidden_at = '2026-02-27T09:00:00+08:00'",
        "UPDATE report SET current_reading = 'no such reading'",
        "UPDATE unit SET spans = 'torn ['",
        "UPDATE unit SET spans = '7'",
        "UPDATE unit SET runin = '{\"words\": 1}' WHERE runin IS NOT NULL",
        "DROP TABLE page_mark",
        "UPDATE unit SET text = CAST(x'ff' AS TEXT)",
    ],
)
def test_whatever_is_unusual_there_is_no_look(library, statement):
    assert glimpse(changed(library, statement)) is None


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 500])
def test_a_file_that_is_no_library_is_not_looked_at(tmp_path, data):
    file = tmp_path / "a.db"
    file.write_bytes(data)
    assert glimpse(file) is None


def test_a_missing_file_is_not_made(tmp_path):
    assert glimpse(tmp_path / "none.db") is None
    assert glimpse(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_the_look_needs_no_sqlalchemy(library):
    ask = (
        "import sys; from pathlib import Path; from beiguan_desktop.storage.peek import glimpse;"
        "assert glimpse(Path(sys.argv[1])); assert 'sqlalchemy' not in sys.modules"
    )
    assert run([sys.executable, "-c", ask, str(library)], check=False).returncode == 0
