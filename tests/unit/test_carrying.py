"""What was read, starred and reached, carried to another text, and back."""

from dataclasses import replace

from beiguan_desktop.core.carrying import comforted, given_back
from beiguan_desktop.core.comment import Comfort
from tests.unit.small_report import line, report_of

FIRST = "第一段说的是经济运行稳中有进。"
GONE = "第二段说的是城市更新，后来没有了。"
THIRD = "第三段说的是民生改善，一直都在这里。"


def text(*words):
    return report_of(line("title", "报告"), *(line("paragraph", it) for it in words))


OLD, NEW = text(FIRST, GONE, THIRD), replace(text(THIRD), reading="reading-2")
LETTERS = [unit.letter for unit in OLD.units]


def test_letters_that_are_equal_keep_everything():
    was = Comfort(frozenset(LETTERS), {"p": frozenset(LETTERS[1:2])}, 7)
    assert comforted(OLD, replace(OLD, reading="other"), was) is was


def test_what_is_gone_is_read_no_more_and_stars_go_to_what_stands_before():
    was = Comfort(frozenset(LETTERS), {"p": frozenset(LETTERS[1:3]), "q": frozenset()}, LETTERS[2])
    found = comforted(OLD, NEW, was)
    assert found.read == {0, NEW.units[1].letter}
    assert found.stars == {"p": {0}, "q": frozenset()}
    assert found.last == 0
    assert comforted(OLD, NEW, Comfort()) == Comfort()


def test_where_nothing_before_is_left_it_is_what_comes_next_or_the_beginning():
    old = report_of(*(line("paragraph", it) for it in (GONE, THIRD)))
    assert comforted(old, NEW, Comfort(last=0)).last == NEW.units[1].letter
    nothing = replace(report_of(line("paragraph", "完全不同的一段话。")), reading="x")
    assert comforted(old, nothing, Comfort(last=9)).last == 0


def test_what_nobody_touched_comes_back_and_what_came_since_stays():
    before = Comfort(frozenset({1, 2}), {"p": frozenset({1}), "q": frozenset({2})}, 2)
    then = Comfort(frozenset({5}), {"p": frozenset({5}), "q": frozenset({6})}, 6)
    home = Comfort(frozenset({1, 7}), {"p": frozenset({3}), "new": frozenset({4})}, 9)
    assert given_back(before, then, then, home) == Comfort(
        before.read, {**before.stars, "new": frozenset()}, before.last
    )
    now = Comfort(frozenset({5, 8}), {"p": frozenset(), "q": then.stars["q"], "new": {4}}, 8)
    found = given_back(before, then, now, home)
    assert found.read == {1, 2, 7}
    assert found.stars == {"p": {3}, "q": {2}, "new": {4}}
    assert found.last == 9
