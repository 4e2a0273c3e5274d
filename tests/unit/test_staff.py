"""What a library keeps for staff: the switch by person, and the line of 代录."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import library, staff
from tests.formats.opinions import comments

WANG = Person("p-1", "王秘书")
LI = Person("p-2", "李梅")


@pytest.fixture
def store(tmp_path):
    opened = library.open_library(tmp_path / "库.db", create=True)
    yield opened
    opened.close()


def test_the_switch_is_each_persons_own(store):
    assert not staff.is_staff(store, None)
    assert not staff.is_staff(store, WANG)
    staff.put_staff(store, WANG, is_on=True)
    assert staff.is_staff(store, WANG)
    assert not staff.is_staff(store, LI)
    staff.put_staff(store, WANG, is_on=False)
    assert not staff.is_staff(store, WANG)


@pytest.mark.parametrize("own", [None, False])
def test_the_switch_of_an_older_library_is_whoevers_sits_here_then(store, own):
    store.desk.put_setting("staff", "1")
    if own is not None:
        staff.put_staff(store, WANG, is_on=own)
    assert staff.is_staff(store, WANG) is (own is None)
    assert not staff.is_staff(store, LI)
    assert staff.is_staff(store, WANG) is (own is None)


def test_a_library_that_can_only_be_read_keeps_its_older_switch(store):
    store.desk.put_setting("staff", "1")
    path = store.path
    store.close()
    with library.open_library(path, read_only=True) as seen:
        assert staff.is_staff(seen, WANG)
        assert seen.desk.setting("staff") == "1"


def test_the_line_is_kept_by_person_and_report(store):
    staff.put_line(store, "p-1", "r-1", {"name": "赵强", "words": "扩建停车场"})
    assert staff.line(store, "p-1", "r-1") == {"name": "赵强", "words": "扩建停车场"}
    assert staff.line(store, "p-2", "r-1") == staff.line(store, "p-1", "r-2") == {}
    staff.put_line(store, "p-1", "r-1", {})
    assert staff.line(store, "p-1", "r-1") == {}


@pytest.mark.parametrize("odd", ["[1", "[1]"])
def test_a_line_that_cannot_be_read_is_as_good_as_none(store, odd):
    store.desk.put_setting("recording:p-1:r-1", odd)
    assert staff.line(store, "p-1", "r-1") == {}


def test_staff_may_change_what_was_recorded_here_and_nobody_sent():
    own = replace(comments()[0], person=LI.id, recorder=None, private=False)
    recorded = replace(own, recorder="王秘书")
    assert own.may_be_changed_by(LI, is_staff=False)
    assert replace(own, person="").may_be_changed_by(None, is_staff=False)
    assert not own.may_be_changed_by(WANG, is_staff=True)
    assert recorded.may_be_changed_by(WANG, is_staff=True)
    assert not recorded.may_be_changed_by(WANG, is_staff=False)
    assert not replace(recorded, private=True).may_be_changed_by(WANG, is_staff=True)
    assert not replace(recorded, origin="jsonl").may_be_changed_by(WANG, is_staff=True)
