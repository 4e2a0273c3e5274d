"""The list of the library and the acts on it, as the window and the tests call them."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.comment import Draft
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.past import told
from beiguan_desktop.core.shelving import Listed, older_choices, why_shown
from beiguan_desktop.services import describing, library_list
from beiguan_desktop.storage.store import open_store
from tests.storage.library import NOW, WANG, adding, new_library, opinion, source_and_reading


@pytest.fixture
def store(tmp_path):
    with new_library(tmp_path / "库.db") as opened:
        yield opened


def report(name, **more):
    return Listed(name, name, received_at=f"2026-01-0{len(name)}", **more)


def by(change):
    return describing.Signed(change, NOW, WANG.id)


def test_a_report_shows_what_is_written_on_it(store):
    store.apply(adding(opinion(store, "c1"), change="1"))
    store.desk.put_draft(Draft(opinion(store, "c2"), 0, NOW))
    store.shelf.add(*source_and_reading("计划报告", "plan.txt"), edition="草案")
    by_title = {it.title: it for it in library_list.listed(store, WANG, is_staff=False)}
    found = by_title["政府工作报告"]
    assert (found.comments, found.mine, found.drafts) == (1, 1, 1)
    assert (by_title["计划报告"].comments, by_title["计划报告"].drafts) == (0, 0)


def test_a_report_shows_a_box_that_is_open_alone(store):
    store.desk.put_draft(Draft(opinion(store, "c2"), 0, NOW))
    (found,) = library_list.listed(store, WANG, is_staff=False)
    assert (found.comments, found.drafts) == (0, 1)


def test_nobody_hears_of_the_boxes_of_others(store):
    store.desk.put_draft(Draft(opinion(store, "c2"), 0, NOW))
    other = replace(WANG, id="p-li")
    (found,) = library_list.listed(store, other, is_staff=False)
    assert found.drafts == 0


def test_how_much_was_read_is_told_once_somebody_began(store):
    (found,) = library_list.listed(store, WANG, is_staff=False)
    assert library_list.read_share(store, found.id) is None
    store.desk.put_read_marks(found.id, [8])
    assert library_list.read_share(store, found.id) == 100


def test_each_act_is_one_change_and_is_told_by_its_name(store):
    (found,) = library_list.listed(store, WANG, is_staff=False)
    now = describing.description(store, found.id)
    change = describing.described(now, "title", "政府工作报告（修改稿）", by("d"))
    store.apply(change)
    assert told(change).startswith("改报告标题“政府工作报告")
    now = describing.description(store, found.id)
    assert now.title == "政府工作报告（修改稿）"
    store.apply(describing.hidden(now, by("h")))
    now = describing.description(store, found.id)
    assert now.hidden_at == NOW
    store.apply(describing.put_back(now, by("b")))
    assert describing.description(store, found.id).hidden_at is None


def test_what_somebody_said_of_a_report_is_one_change_or_none(store):
    (found,) = library_list.listed(store, WANG, is_staff=False)
    now = describing.description(store, found.id)
    said = replace(now, id="", genre="计划", edition="修改稿", hidden_at=None)
    store.apply(describing.redescribed(now, said, by("d")))
    after = describing.description(store, found.id)
    assert (after.genre, after.edition, after.title) == ("计划", "修改稿", now.title)
    assert describing.redescribed(after, said, by("e")) is None


def test_a_report_that_is_gone_is_said_so(store):
    with pytest.raises(UserError, match="没有这份报告"):
        describing.description(store, "unknown")


def test_the_last_report_and_the_open_one_are_not_hidden():
    one, two = report("a"), report("bb")
    assert "打开着" in why_shown([one, two], "a", shown="a")
    assert why_shown([one, two], "bb", shown="a") == ""
    hidden = replace(two, hidden_at=NOW)
    assert "最后一份" in why_shown([one, hidden], "a", shown="a")


def test_an_older_edition_is_proposed_by_kind_and_never_makes_a_circle():
    draft = report("a", genre="计划")
    second = report("bb", genre="计划", edition_of="a")
    third = report("ccc", genre="计划", edition_of="bb")
    court = report("dddd", genre="法院")
    every = [draft, second, third, court]
    assert [it.id for it in older_choices(every, draft)] == ["dddd"]
    assert [it.id for it in older_choices(every, third)] == ["bb", "a", "dddd"]
    assert [it.id for it in older_choices(every, court)] == ["ccc", "bb", "a"]


def test_reports_that_go_in_a_circle_can_be_chosen_from_outside():
    one, two = report("a", edition_of="bb"), report("bb", edition_of="a")
    assert [it.id for it in older_choices([one, two, report("ccc")], report("ccc"))] == ["bb", "a"]


def test_what_was_shown_last_is_shown_again_unless_it_is_hidden(store):
    (first,) = library_list.listed(store, WANG, is_staff=False)
    source, reading = source_and_reading("计划报告", "plan.txt")
    later = replace(source, received_at="2026-03-01T09:00:00+08:00")
    plan = store.shelf.add(later, reading, edition="草案")
    assert library_list.in_turn(store) == [plan, first.id]
    store.desk.put_setting("report", first.id)
    assert library_list.in_turn(store) == [first.id, plan]
    store.apply(describing.hidden(describing.description(store, first.id), by("h1")))
    assert library_list.in_turn(store) == [plan]
    store.apply(describing.hidden(describing.description(store, plan), by("h2")))
    assert library_list.in_turn(store) == [first.id, plan]


def test_a_library_without_reports_shows_none(tmp_path):
    with open_store(tmp_path / "空.db", create=True) as empty:
        assert library_list.in_turn(empty) == []
