"""Libraries that released programs left, kept as SQL: each opens, whole, with a backup beside."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage import backup, older
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.peek import glimpse
from beiguan_desktop.storage.stamp import SCHEMA_VERSION
from beiguan_desktop.storage.store import open_store
from tests.storage.library import WANG, adding, highlight, new_library, opinion, released, report_of


@pytest.fixture
def first(tmp_path):
    """A library of version 1: opinions of every kind, a draft, marks, a place."""
    return released(1, tmp_path / "资料 库%.db")


def rows(path, query):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def test_a_library_of_the_first_version_is_upgraded_and_holds_all_it_held(first):
    tables = [name for (name,) in rows(first, "SELECT name FROM sqlite_master WHERE type='table'")]
    kept = {it: rows(first, f'SELECT * FROM "{it}"') for it in tables if "alembic" not in it}  # noqa: S608
    with open_store(first) as store:
        report = report_of(store)
        assert [(it.id, it.text) for it in store.comments()] == [
            ("c1", "建议扩建，写明时限。𠮷"),
            ("c2", ""),
        ]
        assert [it.id for it in store.comments(withdrawn=True)] == ["c3"]
        assert [draft.comment.id for draft in store.desk.drafts(report.id)] == ["d1"]
        assert store.desk.read_marks(report.id) == {0, 6}
        assert (store.highlights(report.id), store.desk.stars(report.id, WANG.id)) == ([], set())
        store.apply(adding(highlight(store, "h1"), change="new"))
        store.desk.put_stars(report.id, WANG.id, [6])
    assert rows(first, "PRAGMA user_version") == [(SCHEMA_VERSION,)]
    assert_kept(first, kept, {"change", "version", "highlight", "star"})
    assert rows(first, "SELECT genre, meeting, version FROM report") == [("政府工作报告", "", 0)]
    assert inspect(first) == (7, [])


def assert_kept(path, kept, added=()):
    """Every row is there with every cell it had; only the genre of a report is told anew."""
    for name, before in kept.items():
        found = rows(path, f'SELECT * FROM "{name}"')  # noqa: S608
        was = [row[:2] + row[3:] if name == "report" else row for row in before]
        now = [row[:2] + row[3:] if name == "report" else row for row in found]
        assert [row[: len(old)] for row, old in zip(now, was, strict=False)] == was
        assert len(found) == len(before) + (name in added)


def test_a_library_of_version_3_gains_editions_and_keeps_every_state_as_it_was_hashed(tmp_path):
    path = released(3, tmp_path / "三.db")
    tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type='table'")]
    kept = {it: rows(path, f'SELECT * FROM "{it}"') for it in tables if "alembic" not in it}  # noqa: S608
    with open_store(path) as store:
        genres = {it.title: (it.genre, it.edition) for it in store.descriptions().values()}
        assert genres == {
            "政府工作报告": ("政府工作报告", "审议稿"),
            "关于2026年国民经济和社会发展计划草案的报告": ("计划", "征求意见稿"),
        }
        assert {it.follows for it in store.every_comment()} == {None}
        assert {it.version for it in store.descriptions().values()} == {0}
        (state, _) = store.past.states("c1")
        assert (state.comment.text, state.comment.follows) == ("建议扩建", None)
        (report,) = {it.report for it in store.comments()}
        assert store.decisions(report) == []
        assert [it.corrections for it in store.readings.of(report)][1]
        assert store.desk.drafts(report)[0].comment.follows is None
    assert_kept(path, kept)
    assert inspect(path) == (6, [])
    (copy,) = path.parent.glob("*.v3-*.db")
    assert rows(copy, "PRAGMA user_version") == [(3,)]


def test_the_backup_from_before_is_the_library_of_the_first_version(first):
    before = first.read_bytes()
    open_store(first).close()
    (copy,) = first.parent.glob("*.v1-*.db")
    assert rows(copy, "PRAGMA user_version") == [(1,)]
    assert rows(copy, "SELECT * FROM version") == rows(first, "SELECT * FROM version")
    shutil.copy(copy, first)
    assert len(first.read_bytes()) == len(before)
    open_store(first).close()
    assert inspect(first) == (6, [])


def test_a_library_of_the_first_version_is_not_upgraded_by_looking(first):
    before = first.read_bytes()
    assert glimpse(first) is None
    with pytest.raises(UserError, match="旧版本的北关审议写的，要先升级"):
        open_store(first, read_only=True)
    assert first.read_bytes() == before


def test_a_backup_of_the_first_version_can_be_restored_and_is_upgraded_then(first, tmp_path):
    path = tmp_path / "新.db"
    backup.restore(path, first)
    with open_store(path) as store:
        assert len(store.comments()) == 2
    assert inspect(path) == (6, [])


def test_a_library_can_be_made_older_and_loses_only_what_was_not_known_then(path, tmp_path):
    with new_library(path) as store:
        store.apply(adding(opinion(store, "c1"), highlight(store, "h1"), change="one"))
        store.desk.put_stars(report_of(store).id, WANG.id, [6])
    made = tmp_path / "older.db"
    older.make_older(path, made, 1)
    assert rows(made, "PRAGMA user_version") == [(1,)]
    names = {name for (name,) in rows(made, "SELECT name FROM sqlite_master")}
    assert not names & {"highlight", "star"}
    with open_store(made) as store:
        assert [comment.id for comment in store.comments()] == ["c1"]
        assert store.highlights(report_of(store).id) == []
    assert inspect(made) == (2, [])
