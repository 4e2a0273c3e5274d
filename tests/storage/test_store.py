"""The store writes a Change or nothing, and gives back what it was given."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from beiguan_desktop.core.change import Change, Edit, inverse
from beiguan_desktop.core.comment import Anchor, Draft, Person
from beiguan_desktop.core.errors import ConflictError, UserError
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.services.checking import check
from beiguan_desktop.storage.inspection import inspect
from beiguan_desktop.storage.store import open_store
from tests.storage.library import (
    NOW,
    ON_ALL,
    WANG,
    adding,
    changing,
    opinion,
    report_of,
    sit,
    source_and_reading,
)


def test_an_opinion_comes_back_as_it_was_written(store):
    full = opinion(
        store,
        "c1",
        '=1+1 𠮷\n"引号"\t制表',
        kind="修改",
        act="修改",
        replacement="吉祥里",
        reason="笔误",
        field="教育",
        departments="区教育局",
        weight="重",
        cosigners="李梅",
        recorder="p-li",
        private=True,
        apart=True,
        import_key="k1",
        withdrawn_at=NOW,
    )
    on_all = opinion(store, "c2", anchor=ON_ALL)
    applied = store.apply(adding(full, on_all, change="one"))
    assert [edit.after for edit in applied.edits] == [
        replace(full, version=1),
        replace(on_all, version=1),
    ]
    assert store.comments(withdrawn=True) == [replace(full, version=1)]
    assert store.comments(report_of(store).id) == [replace(on_all, version=1)]
    assert store.comments("another report") == []
    assert store.every_comment() == store.every_comment(full.report)
    assert [it.id for it in store.every_comment()] == ["c2", full.id]
    assert store.every_comment("another report") == []
    store.close()
    with open_store(store.path) as again:
        assert again.present(["c1", "c2", "c3", WANG.id]) == {
            "c1": replace(full, version=1),
            "c2": replace(on_all, version=1),
            "c3": None,
            WANG.id: replace(WANG, version=1),
        }
        assert again.people() == [replace(WANG, version=1)]


def test_a_stale_change_is_refused_and_writes_nothing(store):
    store.apply(adding(opinion(store, "c1"), change="one"))
    old = store.comments()[0]
    newer = store.apply(changing(old, replace(old, text="后来的"), change="two")).edits[0].after
    other = opinion(store, "c2")
    stale = [
        Edit("c2", None, other),
        Edit("c1", old, replace(old, text="旧的")),
    ]
    with pytest.raises(ConflictError, match="已经改过"):
        store.apply(Change("three", "改意见", NOW, WANG.id, tuple(stale)))
    with pytest.raises(ConflictError):
        store.apply(adding(old, change="three"))
    with pytest.raises(ConflictError):
        store.apply(changing(other, None, change="three"))
    assert store.comments() == [newer]
    assert newer.version == 2
    assert store.apply(adding(other, change="three")).edits[0].after.version == 1


def test_numbers_go_on_when_a_record_returns(store):
    added = store.apply(adding(opinion(store, "c1"), change="one"))
    undone = inverse(added, store.present(["c1"]), change_id="two", at=NOW)
    gone = store.apply(undone)
    assert gone.edits[0].after is None
    assert store.comments() == []
    redone = store.apply(inverse(gone, store.present(["c1"]), change_id="three", at=NOW))
    assert store.comments() == [redone.edits[0].after]
    assert redone.edits[0].after.version == 3
    assert inspect(store.path) == (4, [])


def test_a_person_and_the_opinion_come_and_go_together_in_any_order(store):
    li = Person("p-li", "李梅")
    theirs = opinion(store, "c1")
    theirs = replace(theirs, person="p-li", author_name="李梅")
    added = store.apply(adding(theirs, li, change="one"))
    present = store.present(["c1", "p-li"])
    back = inverse(added, present, change_id="two", at=NOW)
    store.apply(replace(back, edits=back.edits[::-1]))
    assert store.comments() == []
    assert len(store.people()) == 1


def test_a_person_who_has_opinions_or_sits_here_cannot_be_taken_back(store):
    me = store.people()[0]
    sit(store, WANG.id)
    with pytest.raises(ConflictError, match="不能撤销"):
        store.apply(changing(me, None, change="one"))
    assert store.desk.me() == me
    assert check(store.path).ok


def test_who_writes_and_who_sits_here_are_one_transaction(store):
    li = Person("p-li", "李梅")
    applied = store.apply(adding(li, change="one"), me=li.id)
    assert store.desk.me() == applied.edits[0].after == replace(li, version=1)
    nothing = Change("two", "填写姓名", NOW, WANG.id, ())
    assert store.apply(nothing, me=WANG.id) == nothing
    assert store.desk.me().id == WANG.id
    with pytest.raises(IntegrityError):
        store.apply(adding(opinion(store, "c1"), change="three"), me="nobody")
    assert store.comments() == []
    with pytest.raises(ConflictError):
        store.apply(adding(li, change="three"), me=li.id)
    assert store.desk.me().id == WANG.id
    assert inspect(store.path) == (2, [])


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (Edit("c1", None, None),),
        (Edit("other", None, WANG),),
        (Edit(WANG.id, None, WANG), Edit(WANG.id, None, WANG)),
    ],
)
def test_a_change_without_sense_is_a_bug(store, edits):
    with pytest.raises(ValueError, match="record"):
        store.apply(Change("one", "写意见", NOW, WANG.id, edits))


def test_a_bug_writes_nothing_tells_no_words_and_leaves_the_store_usable(store, caplog):
    canary = "金丝雀的话"
    bad = replace(opinion(store, "c1", canary), report="no such report")
    with pytest.raises(IntegrityError) as caught:
        store.apply(adding(bad, change="one"))
    told = "".join(str(error) for error in (caught.value, caught.value.orig)) + caplog.text
    assert canary not in told + repr(caught.value)
    good = opinion(store, "c1", canary)
    store.apply(adding(good, change="one"))
    assert store.comments() == [replace(good, version=1)]


def test_a_thousand_opinions_are_one_change(store):
    many = [opinion(store, f"c{number:04d}", f"第{number}条") for number in range(1001)]
    applied = store.apply(adding(*many, change="one"))
    assert store.comments() == [edit.after for edit in applied.edits]
    assert len(store.present(one.id for one in many)) == 1001
    assert inspect(store.path) == (1002, [])


def test_the_shelf_finds_a_report_by_bytes_and_by_letters(store):
    source, reading = source_and_reading()
    shelf = store.shelf
    report = shelf.load(reading.letters)
    assert (report.units, report.marks) == (reading.units, reading.marks)
    called = report.title, report.genre, report.edition
    assert called == ("政府工作报告", "政府工作报告", "审议稿")
    assert (report.edition_of, report.reading) == (None, reading.id)
    assert shelf.find(["letters:unknown"]) is None
    assert shelf.find(["letters:unknown", f"source:{source.sha256}"]) == report.id
    before = store.path.read_bytes()
    assert shelf.add(source, reading, edition="另一稿") == report.id
    assert store.path.read_bytes() == before
    shelf.add_alias("letters:known", report.id)
    shelf.add_alias("letters:known", report.id)
    assert shelf.find(["letters:known"]) == report.id
    with pytest.raises(UserError, match="没有报告"):
        shelf.load("unknown")


def test_the_print_outdoes_what_was_inferred_of_its_pages_and_not_what_was_told_by_hand(store):
    _, reading = source_and_reading()
    shelf, report = store.shelf, reading.letters
    hand, other = PageMark(5, 2, 1, "hand"), PageMark(0, 1, 1, "pdf")
    shelf.put_print(report, [PageMark(0, 1, 1, "seam"), hand])
    shelf.put_print(report, [other, PageMark(5, 1, 2, "pdf")])
    assert shelf.load(report).marks == (other, hand)
    shelf.put_print(report, [])
    assert shelf.load(report).marks == (hand,)


def test_another_file_or_a_better_reading_of_one_text_is_the_same_report(store):
    source, reading = source_and_reading()
    same_letters = replace(source, sha256="a" * 64, data=b"other bytes")
    assert store.shelf.add(same_letters, reading, edition="审议稿") == reading.letters
    assert store.shelf.find([f"source:{'a' * 64}"]) == reading.letters
    shorter = replace(reading, units=reading.units[1:], reader=2)
    assert store.shelf.add(source, shorter, edition="审议稿") == reading.letters
    assert store.shelf.load(reading.letters).reading == reading.id
    assert store.shelf.find([f"letters:{shorter.letters}"]) == reading.letters


def test_entries_count_paragraphs_and_opinions_that_are_not_withdrawn(store):
    first = report_of(store).id
    source, reading = source_and_reading("计划报告", "plan.txt")
    bare = replace(reading, units=(), marks=())
    second = store.shelf.add(source, bare, edition="草案", edition_of=first, genre="计划")
    store.apply(
        adding(
            opinion(store, "c1"),
            opinion(store, "c2"),
            opinion(store, "c3", withdrawn_at=NOW),
            change="one",
        )
    )
    entries = {entry.report: entry for entry in store.shelf.entries()}
    assert (entries[first].paragraphs, entries[first].comments) == (1, 2)
    assert (entries[second].paragraphs, entries[second].comments) == (0, 0)
    assert store.shelf.load(second).edition_of == first
    with pytest.raises(UserError, match="没有报告“unknown”"):
        store.shelf.add(*source_and_reading("预算报告"), edition="草案", edition_of="unknown")
    assert len(store.shelf.entries()) == 2


def test_the_desk_keeps_what_lies_on_it(store):
    report, desk = report_of(store).id, store.desk
    assert desk.me() is None
    sit(store, WANG.id)
    assert desk.me() == store.people()[0]
    later = Draft(opinion(store, "c1", "𠮷"), 0, "2026-02-27T10:00:00+08:00")
    sooner = Draft(opinion(store, "c2", ""), 3, NOW)
    for draft in (later, sooner, replace(later, base_version=2)):
        desk.put_draft(draft)
    assert desk.drafts(report) == [sooner, replace(later, base_version=2)]
    desk.drop_draft("c1")
    assert desk.drafts(report) == [sooner]
    assert desk.drafts("other") == []
    desk.put_last_place(report, 7)
    assert desk.last_place(report) == 7
    assert desk.last_place("other") is None
    desk.put_read_marks(report, [3, 1, 3])
    desk.put_read_marks(report, {1, 9})
    assert desk.read_marks(report) == {1, 9}
    desk.put_read_marks(report, [])
    assert desk.read_marks(report) == set()
    assert desk.setting("institution") is None
    desk.put_setting("institution", "北关区人大")
    desk.put_setting("institution", "北关区人大常委会")
    assert desk.setting("institution") == "北关区人大常委会"


def test_the_anchor_of_a_section_is_kept(store):
    section = opinion(store, "c1", anchor=Anchor("section", 1, 0, 7, 0, 6))
    store.apply(adding(section, change="one"))
    assert store.comments()[0].anchor == section.anchor
    assert check(store.path).problems == ()


def test_the_texts_of_a_report_come_with_their_paragraph_numbers(store):
    report = report_of(store)
    assert store.shelf.texts(report.id) == [(unit.text, unit.number) for unit in report.units]
    assert store.shelf.texts("no such report") == []
