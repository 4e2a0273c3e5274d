"""Short numbers: given once, kept for good, never the same for two authors."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.comment import WHOLE_REPORT, Comment, Person
from beiguan_desktop.core.handing_in import Printed
from beiguan_desktop.core.short_numbers import numbered, ranges, short_prefix

NOW = "2026-02-27T09:41:00+08:00"
JIA = Person("p1", "代表甲", "第三代表团")
YI = Person("p2", "李甲", "第五代表团")


def opinion(identity, author=JIA):
    said = ("建议", "好", author.id, author.name, author.delegation, NOW, NOW)
    return Comment(identity, "r1", "reading", WHOLE_REPORT, *said)


def given_to(author, **numbers):
    return [Printed("r1", author.id, number, comment, NOW) for comment, number in numbers.items()]


def test_those_that_have_a_number_keep_it_and_new_ones_go_on_counting():
    mine = [opinion(one) for one in ("c4", "c1", "c5", "c2")]
    printed = given_to(JIA, c1="甲1", c2="甲2", c3="甲3")
    numbers = numbered(mine, JIA, printed=printed)
    assert numbers == {"c4": "甲4", "c1": "甲1", "c5": "甲5", "c2": "甲2"}


def test_the_number_of_a_withdrawn_one_is_never_given_again():
    assert numbered([opinion("c9")], JIA, printed=given_to(JIA, c1="甲1")) == {"c9": "甲2"}


def test_another_name_changes_no_number_that_was_given():
    printed = given_to(JIA, c1="甲1", c2="甲2")
    married = replace(JIA, name="代表乙")
    mine = [opinion(one) for one in ("c1", "c2", "c3")]
    assert list(numbered(mine, married, printed=printed).values()) == ["甲1", "甲2", "乙3"]


def test_what_the_numbers_began_with_stays_when_somebody_alike_comes_later():
    printed = given_to(JIA, c1="甲1")
    everyone = [opinion("c1"), opinion("c2"), opinion("d1", YI)]
    assert numbered(everyone[:2], JIA, everyone=everyone, printed=printed)["c2"] == "甲2"
    assert numbered([everyone[2]], YI, everyone=everyone, printed=printed) == {"d1": "五甲1"}


def test_whoever_printed_and_then_withdrew_everything_keeps_what_his_began_with():
    assert short_prefix(YI, [opinion("d1", YI)], given_to(JIA, c1="甲1")) == "五甲"


def test_two_without_a_name_never_share_a_number():
    nobody, other = Person("p1", ""), Person("p2", "")
    printed = given_to(nobody, c1="1", c2="3")
    assert numbered([opinion("d1"), opinion("d2")], other, printed=printed) == {
        "d1": "2",
        "d2": "4",
    }


def test_a_figure_at_the_end_of_a_name_is_kept_off_the_count():
    author = Person("p1", "代表1")
    first = numbered([opinion("c1", author)], author)
    assert first == {"c1": "1-1"}
    assert numbered([opinion("c2", author)], author, printed=given_to(author, **first)) == {
        "c2": "1-2"
    }


def test_a_roster_number_comes_before_any_name():
    author = replace(JIA, roster_number="012")
    printed = given_to(JIA, c1="甲1")
    assert numbered([opinion("c1"), opinion("c2")], author, printed=printed) == {
        "c1": "甲1",
        "c2": "012-2",
    }


def test_where_nothing_short_is_free_the_whole_name_stands():
    others = [opinion("d1", replace(YI, delegation="第三代表团"))]
    assert short_prefix(JIA, others) == "代表甲"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([], ""),
        (["甲1"], "甲1"),
        (["甲2", "甲1"], "甲1—甲2"),
        (["甲1", "甲2", "甲3", "甲5", "甲10", "甲9"], "甲1—甲3，甲5，甲9—甲10"),
        (["甲2", "乙3"], "乙3，甲2"),
        (["012-1", "012-2"], "012-1—012-2"),
        (["没有数"], "没有数"),
    ],
)
def test_numbers_are_named_in_few_words(numbers, words):
    assert ranges(numbers) == words


AUTHORS = st.sampled_from([JIA, YI, Person("p3", ""), Person("p4", ""), Person("p5", "王甲")])


@given(st.lists(st.tuples(AUTHORS, st.booleans()), max_size=25))
def test_whatever_is_written_printed_and_withdrawn_no_number_comes_twice(acts):
    printed: list[Printed] = []
    standing: list[Comment] = []
    for at, (author, is_withdrawn) in enumerate(acts):
        standing.append(opinion(f"c{at}", author))
        mine = [comment for comment in standing if comment.person == author.id]
        numbers = numbered(mine, author, everyone=standing, printed=printed)
        known = {each.comment: each.number for each in printed}
        assert all(known.get(one, number) == number for one, number in numbers.items())
        new = {one: number for one, number in numbers.items() if one not in known}
        printed += given_to(author, **new)
        if is_withdrawn:
            standing.pop()
    every = [each.number for each in printed]
    assert len(every) == len(set(every))
