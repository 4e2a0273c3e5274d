"""What an opinion said before, what changed, and how what was done is called."""

from dataclasses import replace

import pytest

from beiguan_desktop.core.anchoring import paragraph, passage, section
from beiguan_desktop.core.change import Change, Edit
from beiguan_desktop.core.comment import WHOLE_REPORT, Highlight, Person
from beiguan_desktop.core.past import (
    Difference,
    State,
    differences,
    distinct,
    returned,
    shortened,
    subject,
    told,
)
from beiguan_desktop.core.report import Description
from tests.unit.small_report import small
from tests.unit.test_sifting import NOW, opinion

REPORT = Description("r1", "计划报告", "计划", "审议稿")


def change(*edits, label="改意见"):
    return Change("k1", label, NOW, "p1", tuple(edits))


def test_each_field_that_people_see_is_told_by_its_name():
    before = opinion(text="太少")
    after = replace(
        before,
        kind="修改",
        act="修改",
        text="",
        replacement="多些",
        private=True,
        departments="住建局",
        recorder="小李",
        changed_at="later",
        version=4,
    )
    assert differences(before, after) == (
        Difference("类型", "建议", "修改"),
        Difference("改法", "", "修改"),
        Difference("意见", "太少", "", is_words=True),
        Difference("改为", "", "多些", is_words=True),
        Difference("涉及部门", "", "住建局"),
        Difference("仅自己可见", "否", "是"),
        Difference("记录人", "", "小李"),
    )
    assert differences(after, replace(after, version=5, changed_at="still later")) == ()


def test_places_and_the_bin_are_told_in_words():
    report = small()
    unit = 8
    places = [
        (passage(report, unit, 0, 4), f"“{report.units[unit].text[:4]}”"),
        (paragraph(report, unit), "整段"),
        (section(report, unit), "整节"),
    ]
    for anchor, words in places:
        (found,) = differences(opinion(), opinion(anchor=anchor))
        assert (found.name, found.before, found.after) == ("位置", "整篇报告", words)
    (found,) = differences(opinion(), opinion(withdrawn_at=NOW))
    assert (found.name, found.before, found.after) == ("回收站", "在用", "已撤回")


def test_the_past_is_told_from_the_newest_and_nothing_twice_in_a_row():
    first, second = opinion(text="一"), opinion(text="二")
    states = [
        State(1, "写意见", NOW, False, first),
        State(2, "写上姓名", NOW, False, replace(first, version=2)),
        State(3, "改意见", NOW, False, second),
        State(4, "写意见", NOW, True, None),
        State(5, "写意见", NOW, True, replace(second, version=5)),
        State(6, "改意见", NOW, True, first),
    ]
    assert [it.version for it in distinct(states)] == [6, 3, 1]
    assert distinct([]) == []


def mark(**fields):
    values = {"quote": "推进教育优质均衡", **fields}
    return Highlight("m1", "r1", "reading", "p1", 1, 0, 8, 0, 8, created_at=NOW, **values)


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (
            change(Edit("c1", None, opinion(text="停车位太少")), label="写意见"),
            "写意见“停车位太少”",
        ),
        (
            change(Edit("c1", opinion(), opinion(text="一二三四五六七八九十一二三四"))),
            "改意见“一二三四五六七八九十一二…”",
        ),
        (change(Edit("c1", opinion(text="旧话"), None), label="写意见"), "写意见“旧话”"),
        (
            change(Edit("c1", None, opinion(text="", kind="修改", replacement="新的"))),
            "改意见“新的”",
        ),
        (
            change(Edit("c1", None, opinion(text="", anchor=passage(small(), 6, 0, 5)))),
            f"改意见“{small().units[6].text[:5]}”",
        ),
        (change(Edit("c1", None, opinion(text=""))), "改意见"),
        (
            change(
                Edit("c1", opinion(), opinion(text="甲")), Edit("c2", opinion("c2"), opinion("c2"))
            ),
            "改意见（2 条）",
        ),
        (change(Edit("m1", None, mark()), label="画重点"), "画重点“推进教育优质均衡”"),
        (
            change(
                Edit("p1", None, Person("p1", "张建国")),
                Edit("c1", opinion(), opinion()),
                Edit("c2", opinion("c2"), opinion("c2")),
                label="写上姓名",
            ),
            "写上姓名“张建国”",
        ),
        (change(Edit("p1", None, Person("p1", "")), label="写上姓名"), "写上姓名"),
        (change(Edit("r1", REPORT, REPORT), label="改报告信息"), "改报告信息“计划报告”"),
    ],
)
def test_what_was_done_is_called_by_its_words(done, words):
    assert told(done) == words


def test_the_subject_is_the_opinion_or_the_mark_before_the_person():
    person, written = Person("p1", "甲"), opinion()
    assert subject(change(Edit("p1", None, person), Edit("c1", None, written))) == written
    assert subject(change(Edit("c1", written, None))) == written
    assert subject(change(Edit("m1", mark(), None))) == mark()
    assert subject(change(Edit("p1", person, None))) == person
    assert subject(change()) is None


def test_words_stand_on_one_line_and_are_short():
    assert shortened("  一\n二  三 ") == "一 二 三"
    assert WHOLE_REPORT.unit is None


def test_what_never_left_a_reading_or_never_was_in_it_has_no_place_to_go_back_to():
    here = mark()
    assert returned([here], here.reading) is None
    assert returned([here], "another") is None
    gone = replace(here, reading="another")
    assert returned([here, gone], here.reading) == here
