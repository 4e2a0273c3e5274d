"""交意见 leaves a trace: numbers that stay taken, and what was handed in when."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.handing_in import HandIn, Printed
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.storage.library import NOW, WANG, adding, opinion, report_of


@pytest.fixture
def filled(store):
    """A library with one opinion of 王."""
    store.apply(adding(opinion(store, "c1"), change="one"))
    return store


def number(store, text, comment="c1"):
    return Printed(report_of(store).id, WANG.id, text, comment, NOW)


def hand_in(store, ordinal=1, **fields):
    made = HandIn(f"h{ordinal}", report_of(store).id, WANG.id, ordinal, "打印", NOW, {"c1": "ab"})
    return replace(made, **fields)


def test_numbers_and_hand_ins_come_back_as_they_were_given(filled):
    report = report_of(filled).id
    assert filled.out_tray.printed(report) == filled.out_tray.hand_ins(report, WANG.id) == []
    filled.out_tray.put([number(filled, "甲1"), number(filled, "甲2", "c2")], hand_in(filled))
    filled.out_tray.put([], hand_in(filled, 2, manner="Word", contents={"c1": "cd", "c2": "𠮷"}))
    filled.out_tray.put([])
    path = filled.path
    filled.close()
    with open_store(path) as again:
        tray = again.out_tray
        assert [(it.number, it.comment) for it in tray.printed(report)] == [
            ("甲1", "c1"),
            ("甲2", "c2"),
        ]
        assert tray.hand_ins(report, WANG.id) == [
            hand_in(again),
            hand_in(again, 2, manner="Word", contents={"c1": "cd", "c2": "𠮷"}),
        ]
        assert tray.printed("another") == tray.hand_ins(report, "another") == []
    assert inspect(path)[1] == []


def test_a_number_that_is_taken_is_refused_and_the_hand_in_with_it(filled):
    filled.out_tray.put([number(filled, "甲1")])
    with pytest.raises(ConflictError, match="刚才已经给了别的意见"):
        filled.out_tray.put([number(filled, "甲1", "c2")], hand_in(filled))
    assert filled.out_tray.hand_ins(report_of(filled).id, WANG.id) == []
