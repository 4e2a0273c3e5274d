"""What is opened, what is refused, and in which words."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import library
from beiguan_desktop.services.checking import check
from beiguan_desktop.storage import failures, schema
from beiguan_desktop.storage import lock as locks
from beiguan_desktop.storage.lock import HELD, Lock
from beiguan_desktop.storage.stamp import uri
from beiguan_desktop.storage.store import open_store
from tests.journeys.surroundings import full_disk
from tests.storage.library import adding, an_ordinary_user, new_library, opinion

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


def change_header(path, **pragmas):
    with closing(sqlite3.connect(path)) as connection:
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name}={value}")


@pytest.mark.parametrize("name", ["北关 审议", "50%25 #1?x=1&mode=ro", "a'b\"c;--", "𠮷"])
def test_odd_characters_in_a_path_mean_themselves(tmp_path, name):
    path = tmp_path / name / f"{name}.db"
    with library.open_library(path, create=True) as store:
        store.desk.put_setting("a", "b")
    assert sorted(it.name for it in path.parent.iterdir()) == [f"{name}.db", f"{name}.db.lock"]
    with open_store(path, read_only=True) as store:
        assert store.desk.setting("a") == "b"
    copy = library.backup(path, tmp_path / f"{name} 备份.db")
    assert check(copy).ok


def test_a_path_on_windows_is_spelt_with_three_slashes():
    class Windows:
        def as_posix(self):
            return "C:/资料 库/a#.db"

    assert uri(Windows(), "ro") == "file:///C:/%E8%B5%84%E6%96%99%20%E5%BA%93/a%23.db?mode=ro"


@pytest.mark.parametrize("name", ["postgresql://host/db", "sqlite:///beiguan.db"])
def test_an_address_is_not_supported_yet(name):
    with pytest.raises(UserError, match="还不支持"):
        open_store(Path(name), create=True)


def test_what_is_no_library_is_refused_and_left_alone(tmp_path):
    text = tmp_path / "text.db"
    text.write_text("这是一个文本文件。" * 100, encoding="utf-8")
    empty = tmp_path / "empty.db"
    empty.touch()
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    cases = [
        (text, "不是北关审议的资料库"),
        (foreign, "不是北关审议的资料库"),
        (empty, "是空的"),
        (tmp_path, "是一个文件夹"),
        (tmp_path / "missing.db", "没有找到"),
        (tmp_path / "no folder" / "missing.db", "没有找到"),
    ]
    for path, words in cases:
        before = path.read_bytes() if path.is_file() else None
        for read_only in (False, True):
            with pytest.raises(UserError, match=words):
                open_store(path, read_only=read_only)
        with pytest.raises(UserError, match=words):
            check(path)
        assert (path.read_bytes() if path.is_file() else None) == before
    for path in (tmp_path / "text.db" / "a.db", tmp_path / "a\0b" / "c.db"):
        with pytest.raises(UserError, match="不能读写"):
            open_store(path, create=True)
    open_store(empty, create=True).close()
    assert check(empty).ok


def test_a_newer_library_is_only_read_and_stays_as_it_is(path):
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1"), change="one"))
    change_header(path, user_version=schema.SCHEMA_VERSION + 1)
    before = path.read_bytes()
    with pytest.raises(UserError, match="更新版本"):
        open_store(path)
    with open_store(path, read_only=True) as store:
        assert store.read_only
        assert "更新版本" in store.notice
        assert len(store.comments()) == 1
        with pytest.raises(UserError, match="只是打开来看"):
            store.desk.put_setting("a", "b")
    with pytest.raises(UserError, match="更新版本"):
        library.backup(path, path.with_name("copy.db"))
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE draft")
    with pytest.raises(UserError, match="读不了"):
        open_store(path, read_only=True)


@on_posix
def test_a_folder_that_cannot_be_written_is_read(open_folder):
    path = open_folder / "beiguan.db"
    with new_library(path) as store:
        change = adding(opinion(store, "c1"), change="one")
    copy = library.backup(path, open_folder / "copy.db")
    with an_ordinary_user(open_folder):
        open_folder.chmod(0o555)
        with library.open_library(path, create=True) as store:
            assert store.read_only
            assert "只能看" in store.notice
            assert len(store.people()) == 1
            with pytest.raises(UserError, match="只能看，不能写意见"):
                store.apply(change)
        with pytest.raises(UserError, match="不能写"):
            open_store(open_folder / "new.db", create=True)
        with pytest.raises(UserError, match="不能写"):
            library.restore(path, copy)


@on_posix
def test_a_file_that_cannot_be_written_is_read(open_folder):
    path = open_folder / "beiguan.db"
    new_library(path).close()
    with an_ordinary_user(open_folder):
        path.chmod(0o444)
        with open_store(path) as store:
            assert store.read_only
        path.chmod(0o644)
        path.with_name("beiguan.db.lock").chmod(0o444)
        with open_store(path) as store:
            assert store.read_only


def test_a_lock_that_cannot_be_made_for_another_reason_says_so(path):
    new_library(path).close()
    lock = path.with_name("beiguan.db.lock")
    lock.unlink()
    lock.mkdir()
    with pytest.raises(UserError, match="不能读写"):
        open_store(path)


HOLD = """
import sys
from pathlib import Path
from beiguan_desktop.storage.store import open_store
with open_store(Path(sys.argv[1])) as store:
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_may_read_but_not_write(path):
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1"), change="one"))
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout.readline().strip() == b"held"
        for create in (False, True):
            with pytest.raises(UserError, match=HELD):
                open_store(path, create=create)
        with open_store(path, read_only=True) as store:
            assert len(store.comments()) == 1
        assert check(path).ok
        copy = library.backup(path, path.with_name("copy.db"))
        with pytest.raises(UserError, match=HELD):
            library.restore(path, copy)
    finally:
        holder.communicate()
    with open_store(path) as store:
        assert not store.read_only


def test_a_reader_sees_what_a_writer_beside_it_commits(store):
    with open_store(store.path, read_only=True) as reader:
        assert reader.comments() == []
        store.apply(adding(opinion(store, "c1"), change="one"))
        assert reader.comments() == store.comments()


def test_the_right_to_write_is_given_back_and_stays_given_back(path):
    lock = Lock(path)
    with pytest.raises(UserError):
        Lock(path)
    lock.release()
    lock.release()
    Lock(path).release()


def test_a_lock_on_a_file_that_went_meanwhile_is_taken_anew(path, monkeypatch):
    lock = path.with_name("beiguan.db.lock")
    take, taken = locks._take, []

    def late(descriptor):
        """Get the lock only when whoever had it before has taken its file away."""
        take(descriptor)
        taken.append(descriptor)
        if len(taken) == 1:
            lock.unlink()
        if len(taken) == 2:
            lock.unlink()
            lock.touch()

    monkeypatch.setattr(locks, "_take", late)
    held = Lock(path)
    assert len(taken) == 3
    with pytest.raises(UserError, match=HELD):
        Lock(path)
    held.release()


def test_a_lock_takes_away_only_a_file_that_it_made(path):
    lock = path.with_name("beiguan.db.lock")
    Lock(path).discard()
    assert not lock.exists()
    Lock(path).release()
    Lock(path).discard()
    assert lock.exists()


@on_posix
def test_a_library_named_by_a_link_is_the_library_itself(path):
    new_library(path).close()
    link = path.with_name("link.db")
    link.symlink_to(path)
    with open_store(link) as store:
        assert store.path == path
        with pytest.raises(UserError, match=HELD):
            open_store(path)
    kept = library.restore(link, library.backup(path, path.with_name("copy.db")))
    assert kept.name.startswith("beiguan.before-restore")
    assert link.is_symlink()


def test_a_library_opened_for_reading_is_never_taken_away(path):
    new_library(path).close()
    open_store(path, read_only=True).discard()
    assert path.exists()


@on_posix
def test_a_place_without_locks_is_an_error_of_the_file_system(path, monkeypatch):
    def refuse(*_):
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with pytest.raises(UserError, match="那里不能加锁"):
        open_store(path, create=True)


def test_the_sentences_name_what_to_do_and_everything_else_is_a_bug(path):
    error = sqlite3.OperationalError("disk full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    assert "请腾出" in str(failures.trouble(error, path))
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert "请检查磁盘" in str(failures.trouble(error, path))
    error.sqlite_errorcode = sqlite3.SQLITE_CONSTRAINT_UNIQUE
    assert failures.trouble(error, path) is None
    assert failures.trouble(sqlite3.ProgrammingError("a bug"), path) is None
    with pytest.raises(sqlite3.ProgrammingError), failures.in_words(path):
        raise sqlite3.ProgrammingError("a bug")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    with pytest.raises(UserError), failures.in_words(path):
        raise error


def test_a_busy_library_says_so_and_writes_when_it_is_free(store, monkeypatch):
    monkeypatch.setattr("beiguan_desktop.storage.engine.WAIT", 0.05)
    store.close()
    with open_store(store.path) as again, closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match="占用"):
            again.desk.put_setting("a", "b")
        other.rollback()
        again.desk.put_setting("a", "b")
        assert again.desk.setting("a") == "b"


def test_a_window_shows_a_newer_library(path):
    new_library(path).close()
    change_header(path, user_version=schema.SCHEMA_VERSION + 1)
    with library.open_for_window(path) as store:
        assert store.read_only


def test_a_program_without_its_report_asks_to_be_installed_again(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "shipped_report", lambda: tmp_path / "nothing")
    with (
        library.open_for_window(tmp_path / "new.db") as store,
        pytest.raises(UserError, match="请重新安装"),
    ):
        library.fill(store, now="2026-02-26T09:00:00+08:00")


@on_posix
@pytest.mark.parametrize("kilobytes", [0, 10])
def test_a_library_that_could_not_be_made_leaves_nothing(path, tmp_path_factory, kilobytes):
    small = tmp_path_factory.mktemp("limit") / "small"
    small.write_bytes(b"x" * 1024 * kilobytes)
    with full_disk(small), pytest.raises(UserError):
        open_store(path, create=True)
    assert list(path.parent.iterdir()) == []


def test_a_library_that_was_only_just_made_can_be_taken_away_again(path):
    open_store(path, create=True).discard()
    assert list(path.parent.iterdir()) == []
    new_library(path).close()
    open_store(path, create=True).discard()
    assert path.exists()
