"""The file of an open library goes or is replaced: said in words, and nothing new is made."""

import shutil
import sqlite3
import sys
from contextlib import closing

import pytest

from beiguan_desktop.core.comment import Draft
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import library
from beiguan_desktop.services.checking import check
from beiguan_desktop.storage.store import open_store
from tests.storage.library import NOW, adding, new_library, opinion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file stays on Windows")

GONE = "不见了或被换掉了.*请先把框里的文字复制到别处，再"


@pytest.fixture
def lib(tmp_path):
    """An open library in a folder of its own, with one opinion."""
    path = tmp_path / "lib" / "beiguan.db"
    path.parent.mkdir()
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1"), change="one"))
        yield store


@pytest.fixture
def elsewhere(tmp_path):
    """Another library."""
    path = tmp_path / "other.db"
    new_library(path).close()
    return path


def refuses_to_write(store, draft, change):
    """Try every way to write, twice: the second begins with a fresh connection."""
    for _ in range(2):
        with pytest.raises(UserError, match=GONE):
            store.apply(change)
        with pytest.raises(UserError, match=GONE):
            store.desk.put_draft(draft)


@pytest.fixture
def words(lib):
    """A draft and a change that are to be written."""
    words = opinion(lib, "c2")
    return Draft(words, 0, NOW), adding(words, change="two")


def names(folder):
    return sorted(it.name for it in folder.iterdir())


def test_a_deleted_library_is_not_made_again(lib, words):
    lib.path.unlink()
    refuses_to_write(lib, *words)
    with pytest.raises(UserError, match=GONE):
        lib.comments()
    assert names(lib.path.parent) == ["beiguan.db.lock"]


def test_a_deleted_folder_is_not_made_again(lib, words):
    shutil.rmtree(lib.path.parent)
    refuses_to_write(lib, *words)
    assert not lib.path.parent.exists()


def test_a_renamed_library_goes_on_when_it_is_back(lib, words):
    moved = lib.path.with_name("moved.db")
    lib.path.rename(moved)
    before = moved.read_bytes()
    refuses_to_write(lib, *words)
    assert moved.read_bytes() == before
    assert names(lib.path.parent) == ["beiguan.db.lock", "moved.db"]
    moved.rename(lib.path)
    draft, change = words
    lib.apply(change)
    lib.desk.put_draft(draft)
    assert len(lib.comments()) == 2
    assert check(lib.path).ok


def test_a_library_that_went_before_the_next_connection_is_not_made_again(lib, words):
    lib._database.close()
    lib.path.unlink()
    refuses_to_write(lib, *words)
    assert names(lib.path.parent) == ["beiguan.db.lock"]


@pytest.mark.parametrize("put", ["renamed", "copied over"])
def test_another_library_in_its_place_is_left_alone(lib, words, elsewhere, put):
    wanted = elsewhere.read_bytes()
    if put == "renamed":
        elsewhere.rename(lib.path)
    else:
        shutil.copyfile(elsewhere, lib.path)
    refuses_to_write(lib, *words)
    assert lib.path.read_bytes() == wanted
    assert "beiguan.db-journal" not in names(lib.path.parent)


def test_an_older_copy_in_its_place_is_left_alone(lib, words, tmp_path):
    copy = library.backup(lib.path, tmp_path / "copy.db")
    lib.apply(adding(opinion(lib, "c3"), change="three"))
    wanted = copy.read_bytes()
    copy.rename(lib.path)
    refuses_to_write(lib, *words)
    with pytest.raises(UserError, match=GONE):
        lib.comments()
    assert lib.path.read_bytes() == wanted


def test_a_database_without_our_tables_in_its_place_is_left_alone(lib, words, tmp_path):
    with closing(sqlite3.connect(tmp_path / "songs.db")) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    shutil.copyfile(tmp_path / "songs.db", lib.path)
    refuses_to_write(lib, *words)
    assert lib.path.read_bytes() == (tmp_path / "songs.db").read_bytes()


def test_a_library_that_lacks_a_table_is_damaged_in_words(path):
    new_library(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE comment")
    with open_store(path) as store, pytest.raises(UserError, match="已经损坏"):
        store.comments()


def test_a_busy_file_is_not_taken_for_one_that_has_gone(lib, words, monkeypatch):
    monkeypatch.setattr("beiguan_desktop.storage.engine.WAIT", 0.05)
    lib._database.close()
    assert len(lib.comments()) == 1  # the connection is open, and impatient
    with closing(sqlite3.connect(lib.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UserError, match="正在写，现在还读不了"):
            lib.comments()
        with pytest.raises(UserError, match="占用"):
            lib.apply(words[1])
        other.rollback()
    lib.apply(words[1])
