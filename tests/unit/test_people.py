"""Several people on one laptop, and staff who write for others."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import paragraph
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import commenting, people
from beiguan_desktop.services.commenting import Words
from tests.unit.small_report import small

NOW = "2026-02-27T09:41:00+08:00"
ZHANG = Person("1", "张建国", "第三代表团", version=1)
LI = Person("2", "李梅", version=1)
NAMELESS = Person("3", "", version=1)


def recorded(author=ZHANG, **fields):
    given = {"recorder": "王秘书", "manner": "口头发言"} | fields
    return people.record(
        small(),
        paragraph(small(), 5),
        Words("建议", "建议扩建。"),
        author=author,
        comment_id="c1",
        change_id="k1",
        now=NOW,
        **given,
    )


def test_each_sees_his_own_and_staff_see_what_is_not_private():
    (edit,) = recorded().edits
    private = replace(edit.after, private=True)
    assert private.is_seen_by(ZHANG, is_staff=False)
    assert not edit.after.is_seen_by(LI, is_staff=False)
    assert edit.after.is_seen_by(LI, is_staff=True)
    assert not private.is_seen_by(LI, is_staff=True)
    assert private.is_seen_by(None, is_staff=False)


def test_somebody_known_is_found_and_somebody_else_is_new():
    known = [ZHANG, LI, NAMELESS]
    assert people.named(known, " 张建国 ", "第三代表团", fresh="9") is ZHANG
    assert people.named(known, "李梅", "", fresh="9") is LI
    made = people.named(known, "赵强", "第一代表团", capacity="列席人员", fresh="9")
    assert made == Person("9", "赵强", "第一代表团", "列席人员")
    other = people.named(known, "张建国", "第一代表团", fresh="9")
    assert (other.id, other.delegation, other.version) == ("9", "第一代表团", 0)


@pytest.mark.parametrize(
    ("name", "delegation", "message"),
    [
        ("张建国", "", "已经有“张建国”（第三代表团）。请写上代表团"),
        ("李梅", "第二代表团", "没有写代表团。是同一位，请不写代表团"),
        ("  ", "第二代表团", "姓名还空着"),
    ],
)
def test_who_is_meant_must_be_clear(name, delegation, message):
    with pytest.raises(UserError, match=message):
        people.named([ZHANG, LI], name, delegation, fresh="9")


def test_a_capacity_that_is_none_is_refused():
    with pytest.raises(UserError, match="没有“市长”这种身份"):
        people.named([], "赵强", "", capacity="市长", fresh="9")


def test_who_wrote_nothing_can_be_struck_off_and_nobody_else():
    (mine,) = recorded().edits
    (edit,) = people.take_out(LI, [mine.after], change_id="k", now=NOW).edits
    assert (edit.before, edit.after) == (LI, None)
    withdrawn = replace(mine.after, withdrawn_at=NOW)
    with pytest.raises(UserError, match="写过 1 条意见（连回收站里的），不能从名单里去掉"):
        people.take_out(ZHANG, [withdrawn], change_id="k", now=NOW)
    with pytest.raises(UserError, match="这位在这台电脑上写过 1 条"):
        people.take_out(NAMELESS, [replace(withdrawn, person="3")], change_id="k", now=NOW)


def test_what_is_recorded_bears_its_author_and_who_wrote_it_down():
    new = Person("9", "赵强", "第一代表团", "列席人员")
    change = recorded(new)
    who, what = change.edits
    assert (change.label, change.person, who.after) == ("代录意见", "9", new)
    kept = what.after
    assert (kept.author_name, kept.capacity, kept.manner) == ("赵强", "列席人员", "口头发言")
    assert (kept.recorder, kept.text, kept.anchor.unit) == ("王秘书", "建议扩建。", 5)
    assert recorded(recorder="").edits[0].after.recorder == "工作人员"
    with pytest.raises(UserError, match="还没有写字"):
        people.record(
            small(),
            paragraph(small(), 5),
            Words("建议", " "),
            author=ZHANG,
            recorder="",
            manner="口头发言",
            comment_id="c",
            change_id="k",
            now=NOW,
        )
    assert commenting.More.of(kept).recorder == "王秘书"
