"""Another reading offered, decided row by row, put in place, and put back as a whole."""

import pytest

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.correction import Discard, Merge, Split
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.services import turning
from beiguan_desktop.services.rereading import read_again
from tests.unit.specimen import TEXT
from tests.unit.test_rereading import LATER, at, current, mark, path, store, write  # noqa: F401

CARE = TEXT.index("完善社会保障")
TORN = TEXT.index("发展养老服务") + 2


def offer(store, *corrections, letter=0):  # noqa: F811
    old = current(store)
    source = store.readings.source(store.readings.of(old.id)[0].source)
    reading, unfit = read_again(source, corrections)
    assert unfit == ()
    return turning.offered(store, old, reading, corrections, letter)


def turned(store, offered, *, declined=(), taken=()):  # noqa: F811
    shown = turning.settled(offered, declined=declined, taken=taken)
    return turning.turned(store, offered, shown, 7, change_id="turn", now=LATER)


def back(store, done, change="back"):  # noqa: F811
    return turning.turned_back(store, done, change_id=change, now=LATER)


def states(store):  # noqa: F811
    report = current(store)
    comments = [(c.id, c.reading, c.anchor) for c in store.every_comment(report.id)]
    marks = [(h.id, h.reading, h.start) for h in store.highlights(report.id)]
    return report.reading, sorted(comments), sorted(marks)


def test_today_s_rules_read_the_same_and_that_is_remembered(store):  # noqa: F811
    offered = turning.offered_anew(store, current(store), 0)
    assert offered.is_same
    assert (offered.unfit, offered.corrections) == ((), ())
    turning.settle_reader(store, offered, now=LATER)
    assert len(store.readings.of(current(store).id)) == 1


def test_what_was_put_in_place_is_taken_back_and_done_again(store):  # noqa: F811
    write(store, "c1", at(current(store), "社会救助政策"))
    mark(store, "h1", "民生底线")
    was = states(store)
    offered = offer(store, Merge(CARE))
    assert not offered.is_same
    assert offered.shown.how["c1"].rule == "letters"
    done = turned(store, offered)
    now = states(store)
    assert now != was
    undone = back(store, done)
    assert states(store) == was
    assert (undone.top, undone.report) == (7, done.report)
    again = back(store, undone, "again")
    assert states(store) == now
    with pytest.raises(ConflictError):
        back(store, undone, "late")
    assert again.report == done.report


def test_declined_places_stay_away_when_the_text_is_put_in_place_again(store):  # noqa: F811
    write(store, "c1", at(current(store), "社会救助政策"))
    write(store, "c2", at(current(store), "民生底线"))
    offered = offer(store, Merge(CARE))
    done = turned(store, offered, declined=("c1",))
    away = {c.id for c in store.comments() if c.reading != current(store).reading}
    assert away == {"c1"}
    undone = back(store, done)
    assert {c.reading for c in store.comments()} == {current(store).reading}
    back(store, undone, "again")
    assert {c.id for c in store.comments() if c.reading != current(store).reading} == {"c1"}


def test_words_torn_apart_go_where_they_begin_if_somebody_says_so(store):  # noqa: F811
    write(store, "c1", at(current(store), "发展养老服务"))
    write(store, "c2", at(current(store), "发展养老服务"), act="删除")
    mark(store, "h1", "发展养老服务")
    offered = offer(store, Split(TORN))
    lost = {it.record.id: it.record for it in offered.shown.unplaced}
    assert set(lost) == {"c1", "c2", "h1"}
    assert [turning.may_take(lost[it]) for it in ("c1", "c2", "h1")] == [True, False, False]
    turned(store, offered, taken=("c1", "c2", "h1"))
    report = current(store)
    placed = {c.id: c for c in store.comments() if c.reading == report.reading}
    assert set(placed) == {"c1"}
    anchor = placed["c1"].anchor
    assert anchor.place == "paragraph"
    assert anchor == paragraph(report, anchor.unit)


def test_one_reads_on_in_the_same_paragraph(store):  # noqa: F811
    report = current(store)
    later = next(unit for unit in report.units if "加强国防动员" in unit.text)
    same = offer(store, Merge(CARE), letter=later.letter + 2)
    assert same.top == later.letter + 2
    gone = next(unit for unit in report.units if "完善社会保障" in unit.text)
    other = offer(store, Discard(CARE), letter=later.letter + 2)
    moved = next(unit for unit in other.shown.new.units if "加强国防动员" in unit.text)
    assert other.top == moved.letter + 2
    away = offer(store, Discard(CARE), letter=gone.letter)
    assert away.top == gone.letter
