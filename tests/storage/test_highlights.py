"""画重点 and 星标 in the library: a history for the one, none for the other, each his own."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from beiguan_desktop.core.change import Change, Edit, inverse
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.storage.library import NOW, WANG, adding, changing, highlight, opinion, report_of


def test_a_highlight_comes_back_as_it_was_marked(store):
    mark = highlight(store, "h1")
    applied = store.apply(adding(mark, change="one"))
    assert applied.edits[0].after == replace(mark, version=1)
    path, report = store.path, report_of(store).id
    store.close()
    with open_store(path) as again:
        assert again.highlights(report) == [replace(mark, version=1)]
        assert again.present(["h1"]) == {"h1": replace(mark, version=1)}
        assert again.highlights("another report") == []
        assert again.comments() == []


def test_highlights_come_in_the_order_of_the_report_without_those_taken_off(store):
    marks = [highlight(store, "h1"), highlight(store, "h2", "推进教育"), highlight(store, "h3")]
    store.apply(adding(*marks, change="one"))
    (_, first, _), report = store.highlights(report_of(store).id), report_of(store).id
    gone = replace(first, withdrawn_at=NOW)
    store.apply(changing(first, gone, change="two"))
    assert [mark.id for mark in store.highlights(report)] == ["h2", "h3"]
    assert store.present([first.id]) == {first.id: replace(gone, version=2)}


def test_a_highlight_is_undone_and_done_again_beside_an_opinion(store):
    added = store.apply(adding(highlight(store, "h1"), opinion(store, "c1"), change="one"))
    back = inverse(added, store.present(["h1", "c1"]), change_id="two", at=NOW)
    gone = store.apply(back)
    report = report_of(store).id
    assert (store.highlights(report), store.comments()) == ([], [])
    store.apply(inverse(gone, store.present(["h1", "c1"]), change_id="three", at=NOW))
    assert [mark.version for mark in store.highlights(report)] == [3]
    assert inspect(store.path) == (7, [])


def test_a_stale_highlight_is_refused(store):
    store.apply(adding(highlight(store, "h1"), change="one"))
    with pytest.raises(ConflictError):
        store.apply(adding(highlight(store, "h1"), change="two"))
    with pytest.raises(ConflictError):
        store.apply(adding(opinion(store, "h1"), change="two"))


def test_who_marked_something_cannot_be_taken_back(store):
    li = Person("p-li", "李梅")
    mark = highlight(store, "h1", person=li.id)
    added = store.apply(adding(li, mark, change="one")).edits[0].after
    with pytest.raises(ConflictError, match="不能撤销"):
        store.apply(changing(added, None, change="two"))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE highlight SET quote = '别的话'",
        "UPDATE highlight SET start = start + 1",
        "UPDATE highlight SET unit = 9",
        "UPDATE highlight SET end = 999",
    ],
)
def test_a_check_sees_a_highlight_that_stands_elsewhere(store, damage):
    store.apply(adding(highlight(store, "h1"), change="one"))
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(damage)
        connection.commit()
    problems = inspect(store.path)[1]
    assert problems == [
        "记录 h1 现在的内容和它的最后一稿不符",
        "重点 h1 摘的原文和报告里那个位置的文字不符",
    ]


def test_everybody_has_stars_of_his_own(store):
    li = Person("p-li", "李梅")
    store.apply(Change("one", "填写姓名", NOW, li.id, (Edit(li.id, None, li),)))
    report = report_of(store).id
    store.desk.put_stars(report, WANG.id, [6, 0, 6])
    store.desk.put_stars(report, li.id, [6])
    assert store.desk.stars(report, WANG.id) == {0, 6}
    store.desk.put_stars(report, WANG.id, [])
    assert store.desk.stars(report, WANG.id) == set()
    assert store.desk.stars(report, li.id) == {6}
    assert store.desk.stars("another report", li.id) == set()
    assert inspect(store.path) == (2, [])
