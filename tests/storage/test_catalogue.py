"""The list of all reports: what each is, what was written on it, without reading any text."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from beiguan_desktop.core.comment import Draft, Person
from tests.storage.library import NOW, WANG, adding, opinion, source_and_reading

LATER = "2026-03-05T09:00:00+08:00"
LI = Person("p-li", "李红", "第一代表团")


@pytest.fixture
def plan(store):
    """Another report, received later."""
    source, reading = source_and_reading("关于2026年计划的报告", "plan.txt")
    return store.shelf.add(
        replace(source, received_at=LATER),
        reading,
        edition="草案",
        genre="计划",
        meeting="六次会议",
    )


def listed(store):
    return {it.id: it for it in store.catalogue.reports()}


def test_a_report_says_what_it_is_and_where_it_came_from(store, plan):
    found = listed(store)[plan]
    assert (found.title, found.genre, found.edition) == ("关于2026年计划的报告", "计划", "草案")
    assert (found.meeting, found.file, found.received_at) == ("六次会议", "plan.txt", LATER)
    assert (found.reader, found.hidden_at, found.edition_of) == (1, None, None)
    assert len(listed(store)) == 2


@pytest.mark.parametrize(
    "gone", ["DELETE FROM unit WHERE reading = ?", "DELETE FROM reading WHERE id = ?"]
)
def test_a_report_whose_text_is_gone_is_listed_as_damaged(store, plan, gone):
    reading = store.shelf.load(plan).reading
    with closing(sqlite3.connect(store.path)) as file:
        file.execute(gone, (reading,))
        file.commit()
    found = listed(store)
    assert found[plan].is_damaged
    assert [it.is_damaged for it in found.values()].count(False) == 1


def test_opinions_are_counted_for_who_sits_here(store):
    (report,) = listed(store)
    store.apply(adding(LI, change="li"))
    store.apply(adding(opinion(store, "c1"), change="1"))
    store.apply(adding(replace(opinion(store, "c2"), person=LI.id), change="2"))
    store.apply(adding(replace(opinion(store, "c3", private=True), person=LI.id), change="3"))
    store.apply(adding(opinion(store, "c4", withdrawn_at=NOW), change="4"))
    catalogue = store.catalogue
    assert catalogue.opinions(WANG.id, is_staff=False) == {report: (1, 1)}
    assert catalogue.opinions(LI.id, is_staff=False) == {report: (2, 2)}
    assert catalogue.opinions(WANG.id, is_staff=True) == {report: (2, 1)}
    assert catalogue.opinions(None, is_staff=False) == {report: (3, 0)}


def test_drafts_are_those_of_all_reports(store):
    box = opinion(store, "c9")
    store.desk.put_draft(Draft(box, 0, NOW))
    assert store.catalogue.drafts() == [box]


def test_the_first_lines_of_reports_are_told_by_report(store, plan):
    (other,) = set(listed(store)) - {plan}
    assert store.catalogue.first_lines([plan]) == {plan: ["关于2026年计划的报告"]}
    assert set(store.catalogue.first_lines([plan, other, "unknown"])) == {plan, other}
    assert store.catalogue.first_lines([]) == {}
