"""How the reports of a library stand beside one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.shelving import Listed, in_order, meetings, of_meeting

SIXTH, FIFTH = "北关区第七届人民代表大会第六次会议", "北关区第七届人民代表大会第五次会议"


def report(name: str, day: int, **more: object) -> Listed:
    return Listed(name, f"报告{name}", received_at=f"2026-01-{day:02}T09:00:00+08:00", **more)


def stands(reports: list[Listed]) -> list[tuple[str, int]]:
    return [(it.report.id, it.depth) for it in in_order(reports)]


def test_what_came_last_comes_first():
    assert stands([report("a", 1), report("c", 3), report("b", 2)]) == [
        ("c", 0),
        ("b", 0),
        ("a", 0),
    ]


def test_editions_stand_together_the_newest_first():
    draft = report("draft", 1, edition="征求意见稿")
    second = report("second", 2, edition="审议稿", edition_of="draft")
    third = report("third", 9, edition="修改稿", edition_of="second")
    found = in_order([draft, report("other", 5), second, third])
    assert [(it.report.id, it.depth) for it in found] == [
        ("third", 0),
        ("second", 1),
        ("draft", 2),
        ("other", 0),
    ]
    assert [it.newer.edition if it.newer else None for it in found] == [
        None,
        "修改稿",
        "审议稿",
        None,
    ]


def test_an_older_edition_that_came_later_still_stands_below():
    older, newer = report("older", 9), report("newer", 1, edition_of="older")
    assert stands([older, newer]) == [("newer", 0), ("older", 1)]


def test_two_editions_of_one_older_stand_above_it():
    older = report("older", 1)
    reports = [older, report("one", 2, edition_of="older"), report("two", 3, edition_of="older")]
    assert stands(reports) == [("two", 0), ("one", 0), ("older", 1)]


def test_an_edition_whose_older_one_is_hidden_stands_alone():
    assert stands([report("new", 2, edition_of="gone")]) == [("new", 0)]


@pytest.mark.parametrize("of", [("a",), ("b", "a"), ("b", "c", "a")])
def test_who_is_named_in_a_circle_stands_alone(of):
    reports = [report(name, 1, edition_of=older) for name, older in zip("abc", of, strict=False)]
    found = in_order([*reports, report("z", 9)])
    assert sorted(it.report.id for it in found) == sorted([*"abc"[: len(of)], "z"])
    assert {it.depth for it in found} == {0}
    assert all(it.newer is None for it in found)


def test_who_leads_into_a_circle_stands_alone_too():
    reports = [report("a", 1, edition_of="b"), report("b", 2, edition_of="a")]
    found = in_order([*reports, report("c", 3, edition_of="a")])
    assert sorted(it.report.id for it in found) == ["a", "b", "c"]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(0, 9)), max_size=9))
def test_every_report_stands_somewhere_once(pairs):
    reports = [report(str(at), day, edition_of=str(older)) for at, (day, older) in enumerate(pairs)]
    assert sorted(it.report.id for it in in_order(reports)) == sorted(it.id for it in reports)


def test_meetings_are_counted_the_newest_first_and_what_names_none_last():
    reports = [
        report("a", 1, meeting=FIFTH),
        report("b", 5),
        report("c", 2, meeting=SIXTH),
        report("d", 3, meeting=SIXTH),
    ]
    assert list(meetings(in_order(reports)).items()) == [(SIXTH, 2), (FIFTH, 1), ("", 1)]


def test_an_edition_that_names_no_meeting_lies_under_that_of_the_others():
    draft = report("draft", 1)
    final = report("final", 2, edition_of="draft", meeting=SIXTH)
    assert meetings(in_order([draft, final])) == {SIXTH: 2}


def test_a_meeting_hears_the_governments_report_first():
    reports = [
        report("court", 9, genre="法院", meeting=SIXTH),
        report("government", 1, genre="政府工作报告", meeting=SIXTH, edition_of="draft"),
        report("draft", 1, genre="政府工作报告", meeting=SIXTH),
        report("old", 3, genre="审议", meeting=SIXTH),
        report("budget", 3, genre="预算", meeting=SIXTH),
        report("elsewhere", 3, genre="预算", meeting=FIFTH),
    ]
    found = of_meeting(in_order(reports), SIXTH)
    assert [it.report.id for it in found] == ["government", "draft", "budget", "court", "old"]


def test_an_edition_heard_at_another_meeting_lies_there():
    draft = report("draft", 1, meeting=FIFTH)
    final = report("final", 2, meeting=SIXTH, edition_of="draft")
    found = of_meeting(in_order([draft, final]), FIFTH)
    assert [(it.report.id, it.depth) for it in found] == [("draft", 1)]


def test_a_report_without_reading_is_damaged():
    assert report("a", 1).is_damaged
    assert not report("a", 1, reader=3).is_damaged
