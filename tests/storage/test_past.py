"""The past of an opinion: what it was, and how it is forgotten so that nothing of it stays."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, lists, text, tuples

from beiguan_desktop.core.comment import Draft
from beiguan_desktop.core.errors import ConflictError, UserError
from beiguan_desktop.core.handing_in import HandIn, Printed
from beiguan_desktop.storage import backup, engine, old_copies
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.storage.library import NOW, WANG, adding, changing, new_library, opinion, report_of

ANGRY = "这句气话谁也不该再看见𠮷"


def write(store, record, *texts):
    """Write an opinion and reword it; return it as it is then."""
    first = opinion(store, record, texts[0])
    now = store.apply(adding(first, change=f"w{record[1:]}-0")).edits[0].after
    for at, words in enumerate(texts[1:], start=1):
        after = replace(now, text=words)
        now = store.apply(changing(now, after, change=f"w{record[1:]}-{at}")).edits[0].after
    return now


def withdraw(store, comment):
    after = replace(comment, withdrawn_at=NOW)
    return store.apply(changing(comment, after, change=f"w{comment.id[1:]}-bin")).edits[0].after


def test_every_state_comes_back_with_its_act_the_oldest_first(store):
    write(store, "c1", "一", "二", "三")
    write(store, "c2", "别的")
    found = store.past.states("c1")
    assert [(it.version, it.comment.text) for it in found] == [(1, "一"), (2, "二"), (3, "三")]
    assert {it.at for it in found} == {NOW}
    assert not any(it.is_undoing for it in found)
    assert store.past.states("none") == []


def test_a_state_of_a_person_is_no_state_of_an_opinion(store):
    assert store.past.states(WANG.id) == []


def test_an_opinion_taken_back_has_a_state_without_words(store):
    comment = write(store, "c1", "一")
    store.apply(changing(comment, None, change="gone"))
    assert [it.comment and it.comment.text for it in store.past.states("c1")] == ["一", None]


def test_nothing_of_what_was_forgotten_stays_in_the_file(store):
    kept = write(store, "c1", "留下的话")
    angry = withdraw(store, write(store, "c2", ANGRY, f"{ANGRY}，改", "轻一点"))
    store.desk.put_draft(Draft(replace(angry, text=f"{ANGRY}还在框里"), angry.version, NOW))
    path = store.path
    assert ANGRY.encode() in path.read_bytes()
    store.past.forget(["c2"])
    assert ANGRY.encode() not in path.read_bytes()
    assert b"w2-0" in path.read_bytes(), "that something was done stays known, not what"
    assert store.past.states("c2") == []
    assert store.comments(withdrawn=True) == []
    assert store.desk.drafts(report_of(store).id) == []
    assert store.comments() == [kept]
    after = replace(kept, text="还能写")
    assert store.apply(changing(kept, after, change="later")).edits[0].after.text == "还能写"
    store.close()
    assert inspect(path)[1] == []
    with open_store(path) as again:
        assert [it.text for it in again.comments()] == ["还能写"]


def test_the_words_are_gone_even_when_the_file_cannot_be_written_anew(store, monkeypatch):
    """A reader or a full disk may come between; so may a power cut."""
    monkeypatch.setattr(Database, "compact", lambda _: None)
    withdraw(store, write(store, "c2", *(ANGRY * count for count in range(1, 60))))
    store.past.forget(["c2"])
    assert ANGRY.encode() not in store.path.read_bytes()


def test_a_reader_in_between_only_leaves_the_file_larger(store, monkeypatch):
    monkeypatch.setattr(engine, "WAIT", 0.01)
    withdraw(store, write(store, "c2", ANGRY))
    with Database(store.path, "ro").reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM comment").scalar()
        store._database.compact()
    assert [it.id for it in store.comments(withdrawn=True)] == ["c2"]


@pytest.mark.parametrize("way", ["printed", "handed"])
def test_what_went_out_is_never_forgotten(store, way):
    withdraw(store, write(store, "c1", "交过"))
    report = report_of(store).id
    printed = [Printed(report, WANG.id, "甲1", "c1", NOW)] if way == "printed" else []
    handed = HandIn("h1", report, WANG.id, 1, "打印", NOW, {"c1": "ab"})
    store.out_tray.put(printed, handed if way == "handed" else None)
    withdraw(store, write(store, "c2", "没交过"))
    with pytest.raises(ConflictError, match="不能彻底清除"):
        store.past.forget(["c2", "c1"])
    assert len(store.comments(withdrawn=True)) == 2
    assert len(store.past.states("c2")) == 2


def test_what_is_in_force_is_not_forgotten(store):
    write(store, "c1", "还在用")
    with pytest.raises(ConflictError, match="又找回来了"):
        store.past.forget(["c1"])
    assert [it.text for it in store.comments()] == ["还在用"]


@settings(max_examples=25, deadline=None)
@given(
    texts=lists(
        tuples(lists(text(min_size=1, max_size=30), min_size=1, max_size=4), booleans()),
        min_size=1,
        max_size=6,
    )
)
def test_forgetting_some_leaves_all_others_as_they_were(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("past") / "beiguan.db"
    store = new_library(path)
    all_, gone = {}, []
    for number, (words, goes) in enumerate(texts):
        clean = [one.encode("utf-8", "ignore").decode() or "字" for one in words]
        comment = write(store, f"c{number}", *clean)
        if goes:
            withdraw(store, comment)
            gone.append(comment.id)
        else:
            all_[comment.id] = store.past.states(comment.id)
    if gone:
        store.past.forget(gone)
    assert {one: store.past.states(one) for one in all_} == all_
    assert all(store.past.states(one) == [] for one in gone)
    assert {it.id for it in store.comments()} == set(all_)
    store.close()
    assert inspect(path)[1] == []


# -- older copies


ANGRY_ID = "01926c7e-0000-7000-8000-00000angry"
"""As long as ids are: two letters may stand in a file by chance."""


def test_copies_that_still_hold_the_words_are_found_and_deleted(store):
    withdraw(store, write(store, ANGRY_ID, ANGRY))
    path = store.path
    holds, before = (backup.stamped(path, label) for label in ("v2", "before-restore"))
    backup.copy(path, holds)
    journal = holds.with_name(f"{holds.name}-journal")
    journal.write_bytes(b"left")
    store.past.forget([ANGRY_ID])
    backup.copy(path, before)
    elsewhere, own = path.with_name("别的.db"), path.with_name(f"{path.stem}.我的备份.db")
    for theirs in (elsewhere, own):
        theirs.write_bytes(holds.read_bytes())
    path.with_name(f"{path.stem}.txt").write_bytes(ANGRY_ID.encode())
    backup.stamped(path, "v1").touch()
    backup.stamped(path, "v3").mkdir()
    assert old_copies.holding(path, [ANGRY_ID]) == [holds]
    assert old_copies.holding(path, ["another opinion altogether"]) == []
    old_copies.delete([holds, path.with_name("gone already.db")])
    assert not holds.exists()
    assert not journal.exists()
    assert before.exists()
    assert elsewhere.exists()
    assert own.exists(), "what people have put there is theirs"


def test_a_copy_that_cannot_be_deleted_is_told(store):
    folder = store.path.with_name("a folder")
    folder.mkdir()
    with pytest.raises(UserError, match="不能读写"):
        old_copies.delete([folder])
