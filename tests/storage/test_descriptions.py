"""What reports are called, and what became of opinions in newer editions: records with a past."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from beiguan_desktop.core.change import Change, Edit, inverse
from beiguan_desktop.core.comment import Decision
from beiguan_desktop.core.errors import ConflictError, UserError
from beiguan_desktop.core.past import told
from beiguan_desktop.core.report import Description
from beiguan_desktop.services.library_list import to_choose
from beiguan_desktop.storage.inspection import inspect
from tests.storage.library import NOW, WANG, adding, changing, opinion, source_and_reading

FIRST = source_and_reading()[1].letters
LATER = "2026-03-05T09:00:00+08:00"


@pytest.fixture
def plan(store):
    """Another report, received later."""
    source, reading = source_and_reading("计划报告", "plan.txt")
    return store.shelf.add(
        replace(source, received_at=LATER),
        reading,
        edition="草案",
        genre="计划",
        meeting="六次会议",
    )


def described(store, before, change="d1", **fields):
    edit = Edit(before.id, before, replace(before, **fields))
    return store.apply(Change(change, "改报告信息", NOW, WANG.id, (edit,)))


def decision(store, record, comment, **fields):
    return Decision(record, comment, FIRST, "采纳", WANG.id, NOW, **fields)


def test_a_report_that_was_imported_is_described_and_has_no_past(store, plan):
    found = store.descriptions()
    assert found[plan] == Description(plan, "计划报告", "计划", "草案", "六次会议")
    assert store.present([plan]) == {plan: found[plan]}
    assert inspect(store.path) == (1, [])


def test_describing_a_report_is_a_change_with_a_past_and_can_be_taken_back(store, plan):
    first = FIRST
    before = store.descriptions()[plan]
    after = {"title": "计划草案的报告", "edition": "审议稿", "edition_of": first, "meeting": ""}
    change = described(store, before, **after)
    assert store.shelf.load(plan).title == "计划草案的报告"
    assert store.shelf.load(plan).edition_of == first
    assert store.descriptions()[plan] == replace(before, **after, version=1)
    assert told(change) == "改报告信息“计划草案的报告”"
    assert inspect(store.path) == (2, [])
    back = inverse(change, store.present([plan]), change_id="d2", at=NOW)
    store.apply(back)
    assert store.descriptions()[plan] == replace(before, version=2)
    assert inspect(store.path) == (3, [])
    with pytest.raises(ConflictError, match="报告的名称或稿次后来又改过"):
        inverse(change, store.present([plan]), change_id="d3", at=NOW)
    with pytest.raises(ConflictError):
        described(store, before, "d4", title="过时的")


def test_a_hidden_report_is_out_of_sight_until_it_is_asked_for(store, plan):
    first = FIRST
    described(store, store.descriptions()[first], hidden_at=NOW)
    assert [it.report for it in store.shelf.entries()] == [plan]
    assert {it.id: it.hidden_at for it in store.catalogue.reports()} == {plan: None, first: NOW}
    assert store.descriptions()[first].hidden_at == NOW


def test_reports_are_listed_with_what_they_are_called_the_last_received_first(store, plan):
    listed = to_choose(store)
    assert [(it.id == plan, it.received_at) for it in listed] == [(True, LATER), (False, NOW)]
    assert [it.id for it in listed] == [it.report for it in store.shelf.entries()]
    assert (listed[0].genre, listed[0].meeting, listed[0].reader) == ("计划", "六次会议", 1)
    assert (listed[0].edition_of, listed[0].hidden_at) == (None, None)
    described(store, store.descriptions()[plan], edition_of=listed[1].id)
    assert to_choose(store)[0].edition_of == listed[1].id


@pytest.mark.parametrize("side", ["before", "after"])
def test_no_report_comes_or_goes_by_a_change(store, side):
    what = store.descriptions()[FIRST]
    edit = Edit(what.id, **{"before": None, "after": None} | {side: what})
    with pytest.raises(ValueError, match="added or removed"):
        store.apply(Change("d1", "删报告", NOW, WANG.id, (edit,)))


def test_an_edition_of_nothing_is_not_written(store, plan):
    with pytest.raises(Exception, match="FOREIGN KEY"):
        described(store, store.descriptions()[plan], edition_of="nothing")
    with pytest.raises(UserError, match="没有报告"):
        store.shelf.add(*source_and_reading("预算"), edition="草案", edition_of="nothing")


def test_an_altered_description_is_found(store, plan):
    described(store, store.descriptions()[plan], title="计划草案的报告")
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("UPDATE report SET edition = '别的' WHERE id = ?", (plan,))
        connection.commit()
    assert inspect(store.path)[1] == [f"记录 {plan} 现在的内容和它的最后一稿不符"]


def test_what_became_of_an_opinion_is_kept_and_taken_back(store):
    store.apply(adding(opinion(store, "c1"), change="one"))
    report = FIRST
    change = store.apply(adding(decision(store, "x1", "c1", note="写进第三部分"), change="two"))
    (found,) = store.decisions(report)
    assert found == replace(decision(store, "x1", "c1", note="写进第三部分"), version=1)
    assert store.decisions("other") == []
    assert inspect(store.path) == (3, [])
    store.apply(changing(found, replace(found, withdrawn_at=NOW), change="three"))
    assert store.decisions(report) == []
    store.apply(inverse(store_change(store, change), store.present(["x1"]), change_id="v", at=NOW))
    assert store.present(["x1"]) == {"x1": None}
    assert inspect(store.path)[1] == []


def store_change(store, change):
    """The change as if it had just been made: the decision as it is now."""
    (edit,) = change.edits
    return replace(change, edits=(replace(edit, after=store.present([edit.record])[edit.record]),))


def test_an_opinion_of_which_something_was_decided_is_not_taken_off(store):
    (comment,) = (it.after for it in store.apply(adding(opinion(store, "c1"), change="one")).edits)
    store.apply(adding(decision(store, "x1", "c1"), change="two"))
    with pytest.raises(ConflictError, match="采纳情况"):
        store.apply(changing(comment, None, change="gone"))
    assert store.comments() == [comment]


def test_an_opinion_that_is_forgotten_takes_what_was_decided_with_it_and_not_who_follows(store):
    store.apply(adding(opinion(store, "c1", withdrawn_at=NOW), change="one"))
    store.apply(adding(opinion(store, "c2", follows="c1"), change="two"))
    store.apply(adding(decision(store, "x1", "c1"), change="three"))
    store.past.forget(["c1"])
    assert store.decisions(FIRST) == []
    assert store.present(["c1", "x1"]) == {"c1": None, "x1": None}
    assert [it.follows for it in store.comments()] == ["c1"]
    assert inspect(store.path) == (2, [])
