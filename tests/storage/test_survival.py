"""Kills, full disks, flipped bits, copies: nothing acknowledged is lost or altered unseen."""

import json
import logging
import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import library
from beiguan_desktop.services.checking import check
from beiguan_desktop.storage import backup
from beiguan_desktop.storage.store import open_store
from tests.storage.library import (
    NOW,
    WANG,
    adding,
    changing,
    new_library,
    opinion,
    sit,
    source_and_reading,
)

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of POSIX")
CANARY = "金丝雀的意见𠮷=1+1"


def study(module, *arguments):
    command = [sys.executable, "-m", f"tests.studies.{module}", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return json.loads(done.stdout)


@on_posix
def test_nothing_acknowledged_is_lost_when_the_process_is_killed():
    figures = study("killing", "--rounds", 25, "--seed", 7)
    assert figures["acknowledged"] > 0
    assert (figures["lost"], figures["damaged"]) == (0, 0)


@on_posix
def test_a_full_disk_is_said_and_loses_nothing(tmp_path):
    found = study("full_disk", tmp_path / "beiguan.db")
    assert "磁盘" in found.pop("said")
    assert found.pop("written") > 0
    assert found == {"kept": True, "goes on": True, "problems": []}


@pytest.fixture
def full(path):
    """A library with opinions in force, reworded, withdrawn and taken back."""
    with new_library(path) as store:
        opinions = [opinion(store, f"c{n}", f"{CANARY}{n}" * 20) for n in range(6)]
        added = [edit.after for edit in store.apply(adding(*opinions, change="one")).edits]
        store.apply(changing(added[0], replace(added[0], text=f"改{CANARY}"), change="two"))
        store.apply(changing(added[1], replace(added[1], withdrawn_at=NOW), change="three"))
        store.apply(changing(added[2], None, change="four"))
        sit(store, WANG.id)
    return path


def test_every_flipped_bit_in_an_opinion_is_found(full):
    whole = full.read_bytes()
    chance = random.Random(11)  # noqa: S311 - damage, repeatable
    wanted = CANARY.encode()
    places = [at for at in range(len(whole)) if whole.startswith(wanted, at)]
    for at in chance.sample(places, 40):
        spoilt = bytearray(whole)
        spoilt[at + chance.randrange(len(wanted))] ^= 1 << chance.randrange(8)
        full.write_bytes(spoilt)
        findings = check(full)
        assert not findings.ok
        assert CANARY not in "".join(findings.problems)


def test_a_flipped_bit_anywhere_is_a_finding_or_a_sentence_and_never_a_crash(full):
    whole = full.read_bytes()
    chance = random.Random(12)  # noqa: S311 - damage, repeatable
    for at in chance.sample(range(len(whole)), 60):
        spoilt = bytearray(whole)
        spoilt[at] ^= 1 << chance.randrange(8)
        full.write_bytes(spoilt)
        try:
            problems = "".join(check(full).problems)
        except UserError as error:
            problems = str(error)
        assert CANARY not in problems


def test_bytes_that_are_no_text_are_told_without_the_words(full, caplog):
    data = full.read_bytes()
    full.write_bytes(data.replace("改金".encode(), b"\xff\xfe\xfd\xfc\xfb\xfa"))
    caplog.set_level(logging.DEBUG)
    with open_store(full) as store, pytest.raises(UserError, match="损坏") as caught:
        store.comments()
    told, error = caplog.text, caught.value
    while error is not None:
        told, error = told + str(error) + repr(error), error.__context__ or error.__cause__
    assert "=1+1" not in told
    assert not check(full).ok


DAMAGE = {
    "DELETE FROM version WHERE record = 'c0' AND version = 1": "历史缺了一段",
    "UPDATE version SET sha256 = '' WHERE record = 'c0'": "和它的校验码不符",
    "UPDATE version SET record = 'c9' WHERE record = 'c3'": "放错了地方",
    "UPDATE comment SET text = '别的' WHERE id = 'c3'": "最后一稿不符",
    "DELETE FROM comment WHERE id = 'c3'": "最后一稿不符",
    "UPDATE comment SET nature = '' WHERE id = 'c3'": "性质和类型不符",
    "UPDATE comment SET start = 0 WHERE id = 'c3'": "那个位置的文字不符",
    "UPDATE comment SET unit = 99 WHERE id = 'c3'": "那个位置的文字不符",
    "UPDATE comment SET unit = NULL WHERE id = 'c3'": "那个位置的文字不符",
    "UPDATE comment SET report = 'nowhere' WHERE id = 'c3'": "不存在的内容",
    "UPDATE unit SET text = '别的' WHERE ordinal = 1": "文字和它的校验码不符",
    "UPDATE unit SET letter = 1 WHERE ordinal = 1": "文字和它的校验码不符",
    "UPDATE unit SET spans = 'x' WHERE ordinal = 1": "的文字有一处读不出来",
    "DELETE FROM alias WHERE key LIKE 'letters:%'": "不能按",
    "UPDATE report SET current_reading = 'x'": "正文不见了",
    "UPDATE source SET bytes = x'00'": "原文件",
    "DROP TABLE version": "已经损坏",
    "DROP INDEX ix_comment_report; PRAGMA writable_schema = ON; "
    "UPDATE sqlite_master SET rootpage = 2 WHERE name = 'ix_comment_person'": "",
}


@pytest.mark.parametrize("statement", DAMAGE)
def test_damage_is_found_and_named(full, statement):
    assert check(full) == type(check(full))(ok=True, revisions=10, problems=())
    with closing(sqlite3.connect(full)) as connection:
        connection.executescript(statement)
    problems = check(full).problems
    assert any(DAMAGE[statement] in problem for problem in problems), problems


def test_a_backup_comes_back_whole_as_another_device(full):
    before = full.read_bytes()
    copy = library.backup(full, full.parent / "备份" / "一.db")
    assert library.backup(full, copy) == copy
    assert full.read_bytes() == before
    with open_store(full) as store:
        wanted = store.comments(), store.comments(withdrawn=True), store.people()
        store.apply(adding(opinion(store, "later"), change="later"))
    kept = library.restore(full, copy)
    assert kept.parent == full.parent
    with open_store(kept) as store:
        assert len(store.comments()) == len(wanted[0]) + 1
    with open_store(full) as store:
        assert (store.comments(), store.comments(withdrawn=True), store.people()) == wanted
        assert store.desk.me() == wanted[2][0]
    assert check(full).ok
    devices = {device(path) for path in (full, copy, kept)}
    assert len(devices) == 2
    assert device(copy) == device(kept)
    assert not list(full.parent.glob("**/*.part*"))


def device(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT device FROM library").fetchone()[0]


def test_restoring_where_there_is_none_makes_one(full, tmp_path):
    new = tmp_path / "new" / "beiguan.db"
    assert library.restore(new, full) == new
    assert check(new).ok
    again = [library.restore(new, full) for _ in range(3)]
    assert len(set(again)) == 3


def test_a_copy_never_lands_on_something_else(full):
    letter = full.with_name("信.docx")
    letter.write_text("一封信", encoding="utf-8")
    with pytest.raises(UserError, match="已经有别的文件"):
        library.backup(full, letter)
    with pytest.raises(UserError, match="自己的位置"):
        library.backup(full, full)
    with pytest.raises(UserError, match="正在用的资料库"):
        library.restore(full, full)
    with pytest.raises(UserError, match="没有找到"):
        library.backup(full.with_name("missing.db"), letter)
    with pytest.raises(UserError, match="不是北关审议"):
        library.restore(full, letter)
    empty = full.with_name("empty.db")
    empty.touch()
    with pytest.raises(UserError, match="是空的"):
        library.restore(full, empty)
    assert library.backup(full, empty) == empty
    assert letter.read_text(encoding="utf-8") == "一封信"


@on_posix
def test_a_copy_never_takes_the_place_of_a_pipe_or_a_device(full):
    pipe = full.with_name("pipe")
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="已经有别的文件"):
        library.backup(full, pipe)
    assert pipe.is_fifo()


def test_a_damaged_library_is_not_taken_for_a_backup(full):
    with closing(sqlite3.connect(full)) as connection:
        connection.execute("UPDATE comment SET report = 'nowhere' WHERE id = 'c3'")
        connection.commit()
    with pytest.raises(UserError, match="没有通过检查"):
        library.backup(full, full.with_name("copy.db"))
    assert sorted(it.name for it in full.parent.iterdir()) == ["beiguan.db", "beiguan.db.lock"]


def test_a_damaged_library_and_its_journal_are_kept_when_a_backup_comes_back(full):
    copy = library.backup(full, full.with_name("copy.db"))
    full.write_bytes(b"spoilt" * 1000)
    journal = full.with_name("beiguan.db-journal")
    journal.write_bytes(b"left by a crash")
    kept = library.restore(full, copy)
    assert kept.read_bytes() == b"spoilt" * 1000
    assert not journal.exists()  # SQLite saw that it was no journal
    assert check(full).ok
    journal.write_bytes(b"left by a crash")
    backup._rename_with_journal(full, full.with_name("moved.db"))
    assert full.with_name("moved.db-journal").read_bytes() == b"left by a crash"


def test_a_library_stays_when_the_new_one_cannot_take_its_place(full):
    before = full.read_bytes()
    with pytest.raises(UserError, match="不能读写"):
        backup.put_in_place(full.with_name("no such part"), full, "test")
    assert full.read_bytes() == before
    new = full.with_name("new.db")
    with pytest.raises(UserError, match="不能读写"):
        backup.put_in_place(full.with_name("no such part"), new, "test")
    assert not new.exists()


def test_a_copy_that_cannot_be_made_names_its_target_and_no_file_of_ours(full, tmp_path):
    (tmp_path / "file").touch()
    for output in (tmp_path / "file" / "x.db", tmp_path / f"{'x' * 245}.db"):
        with pytest.raises(UserError, match=f"{output.name}|那里已经有同名的文件") as caught:
            library.backup(full, output)
        assert ".part" not in str(caught.value)
    assert not list(tmp_path.glob("**/*.part*"))


def test_only_sqlite_copies_its_pages(full):
    class Other:
        class connection:  # noqa: N801 - stands for another database's connection
            driver_connection = None

    with pytest.raises(TypeError):
        backup._copy_pages(Other, full.with_name("part"), full)


def test_the_shipped_report_fills_an_empty_library_once(path):
    with library.open_library(path, create=True) as store:
        library.fill(store, now=NOW)
        library.fill(store, now=NOW)
        (entry,) = store.shelf.entries()
        assert entry.paragraphs == 63
    assert check(path).problems == ()


def test_a_library_that_holds_a_report_is_not_filled(path):
    with library.open_library(path, create=True) as store:
        store.shelf.add(*source_and_reading(), edition="审议稿")
        library.fill(store, now=NOW)
        assert len(store.shelf.entries()) == 1
