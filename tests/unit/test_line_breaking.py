"""Lines end where Chinese type may end one, and reach from edge to edge."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.line_breaking import AIR, atoms, break_lines, one_line

ROOM = 10.0


def width(text, face):
    """Latin letters are half as wide as a character; every sign not in ASCII fills it."""
    del face
    return sum(0.5 if c.isascii() or c == "·" else 1.0 for c in text)


def cut(*runs, room=ROOM, start=0):
    runs = [(run, "宋体") if isinstance(run, str) else run for run in runs]
    return atoms(runs, width, cell=1.0, room=room, start=start)


def lines(text, first=ROOM, *, justified=True):
    return break_lines(cut(text), first=first, room=ROOM, cell=1.0, justified=justified)


def words(line):
    return "".join(atom.text for atom in line.atoms)


def test_ten_characters_fill_a_line_and_the_first_one_is_indented():
    made = lines("一二三四五六七八九十" * 2, first=8)
    assert [len(line.atoms) for line in made] == [8, 10, 2]
    assert made[0].places == tuple(map(float, range(8)))
    assert [line.width for line in made] == [8, 10, 2]


def test_a_word_of_latin_letters_and_figures_is_never_torn():
    made = lines("一二三四五六七八增长189.3亿元")
    assert [words(line) for line in made] == ["一二三四五六七八增长", "189.3亿元"]
    assert [atom.text for atom in cut("同比增长5.5%，CO₂和PM2.5")][-3:] == ["CO₂", "和", "PM2.5"]


def test_a_compound_may_end_a_line_behind_its_sign():
    assert [atom.text for atom in cut("“12+2+N”应用")] == ["“", "12+", "2+", "N", "”", "应", "用"]
    assert [atom.text for atom in cut("=+=")] == ["=+="]


def test_a_word_wider_than_a_line_is_torn_somewhere():
    made = lines("见" + "a" * 45 + "处")
    assert [len(words(line)) for line in made] == [18, 20, 9]
    assert all(line.width <= ROOM + 0.01 for line in made)


@pytest.mark.parametrize("mark", "，。、；：！？…）》」』】”’％·")
def test_no_line_begins_with_a_closing_mark(mark):
    for before in range(7, 12):
        made = lines("字" * before + mark + "字" * 12)
        assert all(words(line)[0] != mark for line in made)


@pytest.mark.parametrize("mark", "（《「『【“‘￥")
def test_no_line_ends_with_an_opening_mark(mark):
    for before in range(7, 12):
        made = lines("字" * before + mark + "字" * 12)
        assert all(words(line)[-1] != mark for line in made)


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_dash_and_an_ellipsis_are_not_torn(pair):
    for before in range(7, 12):
        made = lines("字" * before + pair + "字" * 12)
        assert sum(pair in words(line) for line in made) == 1


def test_a_mark_is_taken_into_the_line_where_its_blank_half_is_enough():
    made = lines("一，三四五，七八九十。一二")
    assert words(made[0]) == "一，三四五，七八九十。"
    assert made[0].width == pytest.approx(ROOM + 0.5)  # the ink ends at the edge
    gaps = [b - a for a, b in pairwise(made[0].places)]
    assert gaps == pytest.approx([1, 0.75, 1, 1, 1, 0.75, 1, 1, 1, 1])


def test_without_marks_that_give_way_a_character_is_sent_on_instead():
    made = lines("一二三四五六七八九十。一二")
    assert [words(line) for line in made] == ["一二三四五六七八九", "十。一二"]
    assert made[0].width == pytest.approx(ROOM)


def test_an_opening_mark_that_is_squeezed_moves_to_the_left():
    made = lines("一二三（五六）八九十。一二")
    assert words(made[0]) == "一二三（五六）八九十。"
    opening = made[0].places[3]
    assert 2.5 < opening < 3.0
    assert made[0].width <= ROOM + 0.5 + 1e-9


def test_a_full_line_is_not_squeezed_for_the_next_character():
    made = lines("一，三，五，七，九十一二三四")
    assert words(made[0]) == "一，三，五，七，九十"
    assert made[0].width == ROOM


def test_air_stands_between_chinese_and_figures_but_not_at_the_end_of_a_line():
    made = one_line(cut("共55家"))
    assert made.places == pytest.approx((0, 1 + AIR, 2 + 2 * AIR))
    (line,) = lines("增长55", justified=True)
    assert line.width == pytest.approx(3 + AIR)
    assert one_line([]).width == 0


def test_the_last_line_and_lines_that_are_not_justified_stay_as_they_are():
    made = lines("字" * 9 + "abcdefg字", justified=False)
    assert [line.width for line in made] == pytest.approx([9, 4.5 + AIR])


def test_a_line_that_would_be_torn_apart_ends_where_it_ends():
    made = lines("字字" + "abcdefghijklmnopqr" + "字")
    assert words(made[0]) == "字字"
    assert made[0].width == 2
    single = lines("字" + "abcdefghijklmnopqrst" + "字")
    assert words(single[0]) == "字"


def test_blanks_end_no_line_and_begin_none():
    made = lines("一二三四五六七八九十   一二三四五六七八九  十")
    assert [words(line) for line in made] == ["一二三四五六七八九十", "一二三四五六七八九", "十"]
    assert lines("   ")[0].width >= 0


def test_marks_alone_still_fill_lines():
    for mark in "，“—":
        made = lines(mark * 33)
        assert "".join(map(words, made)) == mark * 33
        assert all(line.width <= ROOM + 0.6 for line in made)


def test_a_character_keeps_its_combining_marks_and_selectors():
    assert [atom.text for atom in cut("a\u0301葛\U000e0100𠮷")] == [
        "a",
        "\u0301",
        "葛\U000e0100",
        "𠮷",
    ]


def test_atoms_know_their_place_in_the_text():
    found = cut(("一二", "黑体"), "3.5亿", start=4)
    assert [(atom.start, atom.face) for atom in found] == [
        (4, "黑体"),
        (5, "黑体"),
        (6, "宋体"),
        (9, "宋体"),
    ]


@given(st.text("一二，。“”（）—…abc1. -𠮷\u3000", max_size=80), st.floats(3, 12))
def test_every_character_is_set_once_and_no_line_is_too_long(text, first):
    made = break_lines(cut(text, room=12.0), first=first, room=12.0, cell=1.0)
    seen = "".join(map(words, made))
    assert seen.replace(" ", "") == text.replace(" ", "")
    for at, line in enumerate(made):
        have = 12.0 if at else first
        assert line.width <= have + 0.5 + 1e-6 or len(line.atoms) == 1
