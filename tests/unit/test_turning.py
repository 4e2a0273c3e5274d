"""A reading offered, decided on row by row, put in place, taken back and done again."""

import pytest

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.correction import Discard, Merge, Split
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.services.turning import (
    offered,
    offered_anew,
    settle_reader,
    settled,
    turned,
    turned_back,
)
from tests.unit.test_rereading import (  # noqa: F401 - fixtures
    CARE,
    LATER,
    TEXT,
    again,
    at,
    current,
    everything,
    mark,
    path,
    put,
    store,
    write,
)
from tests.unit.without_place import unplaced


def lost(store):  # noqa: F811
    return {it.record.id for it in unplaced(store, current(store))}


def test_what_is_shown_already_is_offered_as_the_same(store):  # noqa: F811
    offer = offered_anew(store, current(store), 5)
    assert (offer.is_same, offer.unfit, offer.top) == (True, (), 5)
    settle_reader(store, offer, now=LATER)
    assert len(store.readings.of(offer.old.id)) == 1


def test_what_was_declined_stays_without_a_place_and_is_again_once_it_is_done_again(store):  # noqa: F811
    report = current(store)
    cut = [Split(TEXT.index("切实兜牢"))]
    write(store, "c1", at(report, "救助政策，切实兜牢"))
    write(store, "c2", at(report, "稳岗就业"))
    write(store, "c3", at(report, "全区"))
    mark(store, "h1", "救助政策，切实兜牢")
    before = everything(store)
    offer = offered(store, report, again(store, *cut), cut, 3)
    rules = {record: placed.rule for record, placed in offer.shown.how.items()}
    assert rules == {"c1": "torn", "c2": "letters", "c3": "letters", "h1": "torn"}
    shown = settled(offer, declined=["c3"], taken=["c1", "h1"])
    done = turned(store, offer, shown, 3, change_id="t", now=LATER)
    assert (done.report, done.top, done.back_top) == (report.id, 3, 3)
    assert lost(store) == {"c3", "h1"}
    in_new = everything(store)
    undone = turned_back(store, done, change_id="u", now=LATER)
    assert everything(store) == before
    redone = turned_back(store, undone, change_id="r", now=LATER)
    assert everything(store) == in_new
    assert lost(store) == {"c3", "h1"}
    turned_back(store, redone, change_id="u2", now=LATER)
    assert everything(store) == before
    with pytest.raises(ConflictError, match="后来又换过"):
        turned_back(store, redone, change_id="u3", now=LATER)


def test_one_goes_on_reading_in_the_same_paragraph_where_letters_differ(store):  # noqa: F811
    report = current(store)
    gone = [Discard(CARE)]
    last = report.units[-1]
    reading = again(store, *gone)
    offer = offered(store, report, reading, gone, last.letter + 2)
    new = offer.shown.new
    assert new.place_of(offer.top)[0] == len(new.units) - 1
    care = next(it for it in report.units if it.text.startswith("完善社会保障"))
    assert offered(store, report, reading, gone, care.letter).top == care.letter
    assert paragraph(report, care.ordinal).letter_start == care.letter


def test_corrections_that_no_longer_fit_are_told(store):  # noqa: F811
    put(store, again(store, Merge(CARE)), [Merge(CARE), Merge(10**6)])
    offer = offered_anew(store, current(store), 0)
    assert offer.unfit == (Merge(10**6),)
    assert offer.corrections == (Merge(CARE),)
