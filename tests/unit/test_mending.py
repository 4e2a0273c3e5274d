"""A report whose text is damaged in the library is made whole, and nobody's words move."""

import sqlite3
from contextlib import closing

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.correction import Discard, Merge
from beiguan_desktop.core.errors import DamagedTextError, UserError
from beiguan_desktop.services.importing import import_report
from beiguan_desktop.services.library_list import read_share
from beiguan_desktop.services.mending import whole
from beiguan_desktop.services.rereading import replacement
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.peek import glimpse
from tests.unit.test_rereading import (  # noqa: F401 - fixtures
    CARE,
    LATER,
    again,
    at,
    current,
    mark,
    path,
    put,
    store,
    write,
)
from tests.unit.without_place import unplaced

LONG = "落实社会救助政策，切实兜牢民生底线"
DAMAGES = {
    "spans that are no list": "UPDATE unit SET spans = '[[1' WHERE ordinal = 3",
    "spans of another shape": "UPDATE unit SET spans = '[5]' WHERE ordinal = 3",
    "a run-in of another shape": "UPDATE unit SET runin = '{\"x\":1}' WHERE ordinal = 3",
    "words that were altered": "UPDATE unit SET text = text || '。' WHERE ordinal = 3",
    "words that are a number": "UPDATE unit SET number = 0.5 WHERE ordinal = 3",
    "a unit that is missing": "DELETE FROM unit WHERE ordinal = 3",
    "the end that is missing": "DELETE FROM unit WHERE ordinal > 20",
    "no units at all": "DELETE FROM unit",
}


def damage(store, *statements):  # noqa: F811 - the fixture's name
    with closing(sqlite3.connect(store.path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


@pytest.fixture
def written(store):  # noqa: F811
    """A report with opinions of every kind of place, and its text as it was."""
    report = current(store)
    write(store, "c1", at(report, LONG))
    write(store, "c2", paragraph(report, 8))
    write(store, "c3", WHOLE_REPORT)
    mark(store, "h1", "民生底线")
    return report


@pytest.mark.parametrize("what", DAMAGES)
def test_a_damaged_text_is_never_half_shown_and_is_made_whole_from_its_source(
    store,  # noqa: F811
    written,
    what,
):
    before = store.every_comment()
    damage(store, DAMAGES[what])
    with pytest.raises(DamagedTextError, match="文字在资料库里损坏了，意见还在。请打开窗口"):
        store.shelf.load(written.id)
    assert inspect(store.path)[1] != []
    assert whole(store, written.id, change_id="m", now=LATER) == (written, True)
    assert whole(store, written.id, change_id="m", now=LATER) == (written, False)
    assert store.every_comment() == before
    assert inspect(store.path)[1] == []


def test_to_open_the_file_again_makes_the_report_whole_and_its_source_too(
    store,  # noqa: F811
    written,
    tmp_path,
):
    damage(store, DAMAGES["no units at all"], "UPDATE source SET bytes = 'x'")
    with pytest.raises(UserError, match=r"原文件也损坏了.*restore.*重新打开手边的报告文件"):
        whole(store, written.id, change_id="m", now=LATER)
    done = import_report(store, tmp_path / "报告.txt", now=LATER)
    assert (done.report, done.already) == (written.id, True)
    assert store.shelf.load(written.id) == written
    assert inspect(store.path)[1] == []


def test_by_newer_rules_opinions_follow_by_their_letters(store, written, monkeypatch):  # noqa: F811
    corrections = [Merge(CARE)]
    put(store, again(store, *corrections), corrections)
    was = current(store)
    damage(store, f"DELETE FROM unit WHERE reading = '{was.reading}'")  # noqa: S608
    damage(store, "UPDATE reading SET corrections = '[{' WHERE corrections IS NOT NULL")
    assert not store.readings.of(written.id)[0].is_whole
    assert "手工改过的地方读不出来" in "".join(inspect(store.path)[1])
    monkeypatch.setattr(outline, "READER", outline.READER + 1)
    report, is_mended = whole(store, written.id, change_id="m", now=LATER)
    assert is_mended
    assert report.reading == written.reading, "without what was corrected it is as it was read"
    found = {it.id: it.anchor for it in store.comments()}
    assert found["c1"] == at(written, LONG)
    assert found["c3"] == WHOLE_REPORT
    assert {it.reading for it in store.comments()} == {report.reading}
    assert store.highlights(report.id)[0].quote == "民生底线"


def test_with_other_letters_opinions_follow_by_the_words_they_quote(store, written):  # noqa: F811
    corrections = [Discard(next(it for it in written.units if it.number == 2).spans[0][0])]
    put(store, again(store, *corrections), corrections)
    was = current(store)
    damage(store, f"DELETE FROM unit WHERE reading = '{was.reading}'")  # noqa: S608
    damage(store, "UPDATE reading SET corrections = '[{' WHERE corrections IS NOT NULL")
    report, _ = whole(store, written.id, change_id="m", now=LATER)
    assert report.reading == written.reading
    places = {it.id: it.reading for it in store.comments()}
    assert places["c1"] == places["c3"] == report.reading
    assert [it.record.id for it in unplaced(store, report)] == ["c2", "h1"]
    assert [it.words for it in unplaced(store, report)] == ["", "民生底线"]


def test_a_reading_that_is_missing_is_read_anew_from_another_of_the_report(store, path):  # noqa: F811
    report = current(store)
    put(store, again(store, Merge(CARE)), [Merge(CARE)])
    merged = current(store).reading
    damage(
        store,
        f"DELETE FROM unit WHERE reading = '{merged}'",  # noqa: S608
        f"DELETE FROM reading WHERE id = '{merged}'",  # noqa: S608
    )
    assert "的正文不见了" in "".join(inspect(path)[1])
    found, _ = whole(store, report.id, change_id="m", now=LATER)
    assert found == report
    damage(store, "DELETE FROM unit", "DELETE FROM reading")
    with pytest.raises(DamagedTextError, match=r"不知道它是从哪个原文件读来的.*restore"):
        whole(store, report.id, change_id="m", now=LATER)


def test_a_source_that_is_missing_is_told_with_the_next_step(store):  # noqa: F811
    with pytest.raises(UserError, match="restore"):
        store.readings.source("0" * 64)


def test_an_older_reading_that_is_damaged_stops_no_replacement(store, path):  # noqa: F811
    report = current(store)
    write(store, "c1", at(report, LONG))
    put(store, again(store, Discard(CARE)), [Discard(CARE)])
    damage(store, f"UPDATE unit SET spans = '[' WHERE reading = '{report.reading}'")  # noqa: S608
    now = current(store)
    assert [(it.record.id, it.words) for it in unplaced(store, now)] == [("c1", LONG)]
    shown = replacement(store, now, again(store, Merge(CARE)), [Merge(CARE)])
    assert [edit.record for edit in shown.moved] == ["c1"]
    assert "读不出来" in "".join(inspect(path)[1])


def test_a_huge_text_is_shown_without_being_proved(store, monkeypatch):  # noqa: F811
    report = current(store)
    monkeypatch.setattr("beiguan_desktop.storage.shelf._HUGE", 10)
    damage(store, DAMAGES["words that were altered"])
    assert store.shelf.load(report.id).units[3].text.endswith("。")
    damage(store, "DELETE FROM unit WHERE ordinal = 4")
    with pytest.raises(DamagedTextError):
        store.shelf.load(report.id)


def test_a_damaged_text_is_not_painted_before_the_library_is_open(store):  # noqa: F811
    report = current(store)
    store.desk.put_setting("report", report.id)
    damage(store, "UPDATE library SET me = 'p-wang'")
    assert glimpse(store.path) is not None
    damage(store, DAMAGES["a unit that is missing"])
    assert glimpse(store.path) is None


def test_the_list_of_reports_stumbles_over_no_damage(store):  # noqa: F811
    report = current(store)
    store.desk.put_read_marks(report.id, [report.units[3].letter])
    assert read_share(store, report.id) == 0
    damage(store, DAMAGES["a unit that is missing"])
    assert read_share(store, report.id) is None
