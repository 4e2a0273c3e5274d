"""Taking back, going back to earlier words, forgetting for good."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.handing_in import HandIn, Printed
from beiguan_desktop.services import binning, commenting, moving
from beiguan_desktop.services.library import backup
from tests.storage.library import NOW, WANG, new_library, report_of
from tests.unit.small_report import small, unit_of
from tests.unit.test_sifting import opinion

LATER = "2026-02-28T09:00:00+08:00"
WORDS = commenting.Words("建议", "头一稿")


@pytest.fixture
def store(tmp_path):
    with new_library(tmp_path / "beiguan.db") as opened:
        yield opened


def add(store, text="头一稿", identity="c-1") -> Comment:
    report = report_of(store)
    change = commenting.add(
        report,
        paragraph(report, 1),
        commenting.Words("建议", text),
        author=store.people()[0],
        comment_id=identity,
        change_id=f"add {text}",
        now=NOW,
    )
    return store.apply(change).edits[-1].after


def reword(store, comment, text) -> Comment:
    words = commenting.Words("建议", text)
    change = commenting.reword(comment, words, change_id=f"to {text}", now=LATER)
    return store.apply(change).edits[0].after


def withdraw(store, comment) -> Comment:
    change = commenting.withdraw(comment, change_id=f"bin {comment.id}", now=LATER)
    return store.apply(change).edits[0].after


def test_an_opinion_comes_back_from_the_bin_as_it_was(store):
    written = add(store)
    change = binning.take_back(withdraw(store, written), change_id="back", now=LATER)
    assert change.label == "找回意见"
    back = store.apply(change).edits[0].after
    assert back == replace(written, version=3)
    with pytest.raises(UserError, match="没有撤回"):
        binning.take_back(back, change_id="again", now=LATER)


def test_any_earlier_state_can_be_gone_back_to(store):
    now = reword(store, reword(store, add(store), "第二稿"), "第三稿")
    found = binning.states(store, now.id)
    assert [it.comment.text for it in found] == ["第三稿", "第二稿", "头一稿"]
    change = binning.go_back(now, found[-1].comment, change_id="back", now=LATER)
    assert change.label == "换回以前的写法"
    store.apply(change)
    assert [it.comment.text for it in binning.states(store, now.id)][:2] == ["头一稿", "第三稿"]


def test_going_back_keeps_whose_opinion_it_is_and_takes_it_out_of_the_bin(store):
    first = opinion(text="旧", author_name="")
    now = replace(first, text="新", author_name="张建国", withdrawn_at=NOW, version=4)
    after = binning.go_back(now, first, change_id="k", now=LATER).edits[0].after
    assert (after.text, after.author_name, after.withdrawn_at) == ("旧", "张建国", None)
    assert (after.version, after.changed_at) == (4, LATER)


def test_a_place_of_an_earlier_reading_stays_behind(store):
    first = opinion(text="旧", anchor=paragraph(small(), 7))
    now = replace(first, text="新", reading="reading-2", anchor=paragraph(small(), 8))
    after = binning.go_back(now, first, change_id="k", now=LATER).edits[0].after
    assert (after.text, after.anchor, after.reading) == ("旧", now.anchor, "reading-2")


def test_going_back_to_what_is_there_is_refused(store):
    with pytest.raises(UserError, match="现在就是这个写法"):
        binning.go_back(opinion(), opinion(), change_id="k", now=LATER)


def test_what_is_out_of_the_house_is_followed_by_its_numbers_and_hand_ins(store):
    one, two = add(store), add(store, "另一条", "c-2")
    report = one.report
    handed = HandIn("h1", report, WANG.id, 1, "打印", NOW, {one.id: "ab"})
    store.out_tray.put([Printed(report, WANG.id, "甲1", one.id, NOW)], handed)
    assert binning.trail(store, one).numbers == ("甲1",)
    assert not binning.trail(store, two).was_out


def test_only_what_never_went_out_is_forgotten_and_older_copies_on_wish(store):
    one, two = withdraw(store, add(store)), withdraw(store, add(store, "另一条", "c-2"))
    copy = backup(store.path, store.path.with_name("beiguan.v2-20260227-090000.db"))
    store.out_tray.put([Printed(one.report, WANG.id, "甲1", one.id, NOW)])
    with pytest.raises(UserError, match="不能彻底清除"):
        binning.forget(store, [two, one])
    assert len(store.comments(withdrawn=True)) == 2
    assert binning.copies_with(store, [two]) == [copy]
    binning.forget(store, [two])
    assert copy.exists()
    assert [it.id for it in store.comments(withdrawn=True)] == [one.id]
    assert binning.copies_with(store, [two]) == [copy], (
        "still to be deleted, as long as it is there"
    )
    three = withdraw(store, add(store, "第三条", "c-3"))
    binning.forget(store, [three], [copy])
    assert not copy.exists()


# -- another place


def moved(comment, anchor, report=None):
    return moving.move(report or small(), comment, anchor, change_id="k", now=LATER)


def test_an_opinion_goes_to_another_paragraph_with_its_words():
    report = small()
    comment = opinion(anchor=paragraph(report, 6))
    change = moved(comment, paragraph(report, 7))
    assert change.label == "换地方"
    after = change.edits[0].after
    assert (after.text, after.anchor.unit, after.changed_at) == (comment.text, 7, LATER)
    assert moving.original_words(report, change) == ""
    assert moved(comment, comment.anchor) is None
    earlier = replace(comment, reading="reading-0")
    assert moved(earlier, comment.anchor).edits[0].after.reading == "reading"


def test_a_mark_that_grows_is_told_apart_and_takes_its_original_words_along():
    report = small()
    unit = unit_of(report, "优化公共服务")
    short, long = (commenting.anchoring.passage(report, unit, 7, end) for end in (11, 13))
    change = moved(opinion(anchor=short, kind="修改", act="修改", replacement="新"), long)
    assert change.label == "改位置"
    assert moving.original_words(report, change) == long.quote
    whole = moved(opinion(anchor=short, kind="修改", act="删除", text=""), paragraph(report, unit))
    assert whole.label == "换地方"
    assert moving.original_words(report, whole) == report.units[unit].text
    adding = moved(opinion(anchor=short, kind="修改", act="增加", replacement="新"), long)
    assert moving.original_words(report, adding) == ""


def test_places_that_do_not_fit_are_refused_with_what_to_do():
    report = small()
    unit = unit_of(report, "优化公共服务")
    anchor = commenting.anchoring.passage(report, unit, 7, 11)
    change = opinion(anchor=paragraph(report, 7), kind="修改", act="修改", replacement=anchor.quote)
    with pytest.raises(UserError, match="和原文一样"):
        moved(change, anchor)
    with pytest.raises(UserError, match="点要改的那句话"):
        moved(change, commenting.WHOLE_REPORT)
    with pytest.raises(UserError, match="先把它找回来"):
        moved(opinion(withdrawn_at=NOW), anchor)
    with pytest.raises(UserError, match="另一份报告"):
        moved(opinion(), anchor, replace(report, id="r2"))


def test_original_words_of_a_taken_away_opinion_are_none():
    report = small()
    change = moved(opinion(anchor=paragraph(report, 6)), paragraph(report, 7))
    gone = replace(change, edits=(replace(change.edits[0], after=None),))
    assert moving.original_words(report, gone) == ""
