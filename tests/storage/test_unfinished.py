"""A process that died while it wrote: the next one that reads undoes the half, or says why not."""

import subprocess
import sys
import threading
import time

import pytest

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import library
from beiguan_desktop.services.checking import check
from beiguan_desktop.storage.lock import Lock
from beiguan_desktop.storage.store import open_store
from tests.storage.library import adding, an_ordinary_user, new_library, opinion

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def leave_unfinished(path):
    """Make a library with one opinion, and let a process die that writes into it."""
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1"), change="one"))
        wanted = store.comments()
    command = [sys.executable, "-m", "tests.studies.dying", str(path)]
    died = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert died.returncode == -9, died.stderr
    assert journal(path).stat().st_size > 512
    return wanted


def journal(path):
    return path.with_name(path.name + "-journal")


def opinions_of(path):
    with open_store(path, read_only=True) as store:
        return store.comments()


def test_a_reader_undoes_what_was_half_written(path):
    wanted = leave_unfinished(path)
    assert opinions_of(path) == wanted
    assert not journal(path).exists()
    assert check(path).ok


def test_a_check_undoes_what_was_half_written(path):
    leave_unfinished(path)
    assert check(path).ok
    assert not journal(path).exists()


def test_a_backup_of_what_was_half_written_is_whole(path):
    wanted = leave_unfinished(path)
    copy = library.backup(path, path.with_name("copy.db"))
    assert opinions_of(copy) == wanted
    assert check(copy).ok


def test_a_backup_may_take_the_place_of_one_that_was_half_written(path):
    leave_unfinished(path)
    sound = path.with_name("sound.db")
    new_library(sound).close()
    assert library.backup(sound, path) == path
    assert not journal(path).exists()
    assert check(path).ok
    assert opinions_of(path) == []


def test_what_was_half_written_can_be_restored_from_and_restored_over(path, tmp_path):
    wanted = leave_unfinished(path)
    other = tmp_path / "other" / "beiguan.db"
    library.restore(other, path)
    assert opinions_of(other) == wanted
    leave_unfinished(tmp_path / "third.db")
    kept = library.restore(tmp_path / "third.db", other)
    assert opinions_of(kept) == wanted
    assert check(kept).ok


def test_a_reader_that_was_open_all_along_goes_on(path):
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1"), change="one"))
    with open_store(path, read_only=True) as reader:
        wanted = reader.comments()
        command = [sys.executable, "-m", "tests.studies.dying", str(path)]
        subprocess.run(command, capture_output=True, check=False, timeout=60)
        assert journal(path).exists()
        assert reader.comments() == wanted


def test_a_reader_waits_for_whoever_may_write_and_then_says_so(path, monkeypatch):
    monkeypatch.setattr("beiguan_desktop.storage.engine.WAIT", 0.2)
    leave_unfinished(path)
    before = path.read_bytes(), journal(path).read_bytes()
    held = Lock(path)
    try:
        for read in (opinions_of, check, lambda it: library.backup(it, it.with_name("copy.db"))):
            with pytest.raises(UserError, match="正在写，现在还读不了。请稍等"):
                read(path)
        assert (path.read_bytes(), journal(path).read_bytes()) == before
    finally:
        held.release()
    assert check(path).ok


def test_a_reader_that_waits_goes_on_when_the_right_is_given_back(path):
    wanted = leave_unfinished(path)
    held = Lock(path)
    timer = threading.Timer(0.3, held.release)
    timer.start()
    began = time.monotonic()
    assert opinions_of(path) == wanted
    assert time.monotonic() - began > 0.2
    timer.join()


def test_a_reader_of_a_library_that_is_being_written_says_so(path, monkeypatch):
    monkeypatch.setattr("beiguan_desktop.storage.engine.WAIT", 0.05)
    with new_library(path) as store, store._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA locking_mode=EXCLUSIVE")
        connection.exec_driver_sql("PRAGMA cache_size=1")
        for number in range(400):
            words = (str(number), "x" * 500)
            connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", words)
        with pytest.raises(UserError, match="正在写，现在还读不了。请稍等"):
            opinions_of(path)


def test_a_place_that_cannot_be_written_says_what_to_take_along(open_folder):
    path = open_folder / "beiguan.db"
    wanted = leave_unfinished(path)
    with an_ordinary_user(open_folder):
        open_folder.chmod(0o555)
        for read in (opinions_of, check, open_store):
            with pytest.raises(UserError, match=r"没有写完.*“beiguan.db-journal”一起复制"):
                read(path)
        open_folder.chmod(0o755)
        assert opinions_of(path) == wanted
