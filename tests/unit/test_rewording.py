"""Differences of two editions as a reader sees them: what stayed is shown to have stayed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core import rewording
from beiguan_desktop.core.differing import Difference, differences
from beiguan_desktop.core.rewording import reworded
from beiguan_desktop.core.whole_words import whole_words

KNOWN = "中国特色，中华民族，中国梦，中华文化。热点问题。现代化的，现代性的，现代化，现代性。"


def told(old, new, *, known=None):
    found = reworded(old, new, differences(old, new))
    return found if known is None else whole_words(old, new, found, known)


def marked(old, new, *, known=None):
    """Write struck words in [ ] and added ones in { }."""
    out, at = "", 0
    for it in told(old, new, known=known):
        gone, come = old[it.start : it.end], new[it.low : it.high]
        out += old[at : it.start] + (f"[{gone}]" if gone else "") + (f"{{{come}}}" if come else "")
        at = it.end
    return out + old[at:]


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        (
            "继续发展公租房，因地制宜提高比例",
            "继续发展公租房等保障性住房，因地制宜、多种方式提高比例",
            "继续发展公租房{等保障性住房}，因地制宜{、多种方式}提高比例",
        ),
        (
            "加强教育、文化、旅游等交流",
            "加强教育、科技、文化、卫生、旅游等交流",
            "加强教育、{科技、}文化{、卫生}、旅游等交流",
        ),
        (
            "加强教育、科技、文化、卫生、旅游等交流",
            "加强教育、文化、旅游等交流",
            "加强教育、[科技、]文化[、卫生]、旅游等交流",
        ),
        (
            "重点流域区域水污染防治",
            "重点流域、区域、海域水污染防治",
            "重点流域{、}区域{、海域}水污染防治",
        ),
        (
            "汇聚力量。繁荣哲学社会科学",
            "汇聚力量，坚定文化自信。繁荣发展哲学社会科学",
            "汇聚力量{，坚定文化自信}。繁荣{发展}哲学社会科学",
        ),
        (
            "市场监管。推动文化走出去",
            "市场监管，净化网络环境。深化中外交流，推动文化走出去",
            "市场监管{，净化网络环境}。{深化中外交流，}推动文化走出去",
        ),
        (
            "为政之要，贵在担当，重在力行。",
            "为政之要，重在力行，贵在担当。",
            "为政之要，{重在力行，}贵在担当[，重在力行]。",
        ),
        (
            "分别下降19.4%、31.2%、14.5%、5%",
            "分别下降1367%、31.2%、1524%、5%",
            "分别下降[19.4%]{1367%}、31.2%、[14.5%]{1524%}、5%",
        ),
        # what is left as it was
        ("必须严厉打击；对", "必须依法惩治；对", "必须[严厉打击]{依法惩治}；对"),
        ("依法办事。加大", "依法行政，建设政府。加大", "依法[办事]{行政，建设政府}。加大"),
        ("人民政府，所有", "人民政府的所有", "人民政府[，]{的}所有"),
        ("力争10个，", "力争210个，做好甲乙。", "力争[10个，]{210个，做好甲乙。}"),
        ("增5%；降4%，减6%；收入", "增5%，收入", "增5%[；降4%，减6%；]{，}收入"),
        ("建第15区、", "建第1、5区、6、5区、", "建第[15区]{1、5区、6、5区}、"),
        ("甲" * 9, "甲" * 9, "甲" * 9),
        ("", "", ""),
    ],
)
def test_what_stayed_is_shown_to_have_stayed(old, new, seen):
    assert marked(old, new) == seen


def test_a_figure_is_never_cut_by_what_is_left_off():
    old, new = "甲乙，丙丁戊己，25", "庚辛，丙丁戊己，35"
    assert rewording._between_clauses(old, new, Difference(0, len(old), 0, len(new))) == [
        Difference(0, 2, 0, 2),
        Difference(8, 10, 8, 10),
    ]
    assert rewording._common("15件", "16件") == 0
    assert rewording._common("年甲乙", "年丙丁") == 0
    assert rewording._common("，甲一", "，甲二") == 1
    assert rewording._common("，甲乙丙", "，甲乙丁") == 3


def test_an_endless_list_is_told_as_it_is(monkeypatch):
    monkeypatch.setattr(rewording, "_MOST", 3)
    old, new = "甲乙，丙丁，戊己", "庚辛，丙丁，壬癸"
    whole = Difference(0, len(old), 0, len(new))
    assert reworded(old, new, [whole]) == (whole,)
    monkeypatch.undo()
    assert len(reworded(old, new, [whole])) == 2


def test_what_is_told_too_widely_is_told_closely():
    assert reworded("甲乙", "甲乙丙", [Difference(0, 2, 0, 3)]) == (Difference(2, 2, 2, 3),)
    assert reworded("丙甲乙", "甲乙", [Difference(0, 3, 0, 2)]) == (Difference(0, 1, 0, 0),)


def test_one_letter_between_two_changes_is_swallowed():
    two = [Difference(1, 1, 1, 3), Difference(2, 3, 4, 4)]
    assert reworded("甲乙丙", "甲丁戊乙", two) == (Difference(1, 3, 1, 4),)
    apart = [Difference(1, 1, 1, 3), Difference(2, 3, 4, 4)]
    assert reworded("甲，丙", "甲丁戊，", apart) == tuple(apart)


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("推动中国文化", "推动中华文化", "推动[中国]{中华}文化"),
        ("地区执点问题", "地区热点问题", "地区[执点]{热点}问题"),
        # nobody knows, or it is part of a longer word
        ("东方红旗", "东方白旗", "东方[红]{白}旗"),
        ("现代化城市", "现代性城市", "[现代化]{现代性}城市"),
        # figures, little words and marks stay as they are
        ("第二次会议", "第三次会议", "第[二]{三}次会议"),
        ("3000人", "5000人", "[3000]{5000}人"),
        ("工作的成绩", "工作和成绩", "工作[的]{和}成绩"),
        ("中国，", "中国。", "中国[，]{。}"),
        ("文化", "", "[文化]"),
        ("国", "华", "[国]{华}"),
        ("中国", "中华", "[中国]{中华}"),
    ],
)
def test_a_word_of_which_one_character_changed_is_told_whole(old, new, seen):
    known = KNOWN + "热点城市，热点问题，二次、三次、工作的、工作和"
    assert marked(old, new, known=known) == seen


def test_of_an_idiom_the_one_character_is_told():
    known = "因地制宜，因时制宜，因地制宜，因时制宜。"
    assert marked("要因地制宜", "要因时制宜", known=known) == "要因[地]{时}制宜"
    long = "甲社会主义，乙社会主义，丙社会主义。"
    assert marked("办社会主意", "办社会主义", known=long) == "办社会主[意]{义}"


def test_between_two_changes_a_word_takes_no_more_than_is_seen():
    known = "中国，中华，" * 3
    found = [Difference(0, 1, 0, 1), Difference(3, 4, 3, 4)]
    assert whole_words("甲在中国", "乙在中华", found, known) == tuple(found)
    found = [Difference(0, 1, 0, 1), Difference(4, 5, 4, 5)]
    told = whole_words("甲要在中国", "乙要在中华", found, known)
    assert told == (found[0], Difference(3, 5, 3, 5))


def test_a_neighbour_that_belongs_elsewhere_is_no_part_of_the_word():
    known = (
        "县人大，区人才，县人均，区人口，人民，人民，人民，人民，人民，人民，人民，县人士，区人社。"
    )
    assert marked("表县人民", "表区人民", known=known) == "表[县]{区}人民"
    assert marked("表县人", "表区人", known=known) == "表[县人]{区人}"


PARTS = "文化 科技 区域 流域 海 中国 中华 3000 5G 1.5% 的 推 进 ， 、 。 ； ："
WORDS = st.lists(st.sampled_from(PARTS.split()), max_size=14).map("".join)


@given(WORDS, WORDS, WORDS)
def test_done_to_the_old_words_they_give_the_new_ones(old, new, known):
    before, after = differences(old, new), told(old, new, known=known)
    made, at = "", 0
    for it in after:
        assert it.start < it.end or it.low < it.high
        made += old[at : it.start]
        assert len(made) == it.low
        made, at = made + new[it.low : it.high], it.end
    assert made + old[at:] == new
    assert all(one.end < other.start for one, other in pairwise(after))
    assert bool(before) == bool(after)


@given(WORDS, WORDS)
def test_never_is_more_told_than_before_but_for_letters_swallowed(old, new):
    before, after = differences(old, new), told(old, new)
    sizes = [sum(it.end - it.start + it.high - it.low for it in some) for some in (before, after)]
    assert sizes[1] <= sizes[0] + 2 * len(before)


@given(WORDS, WORDS)
def test_no_figure_is_cut(old, new):
    for it in told(old, new):
        for text, at in ((old, it.start), (old, it.end), (new, it.low), (new, it.high)):
            around = text[max(0, at - 1) : at + 1]
            assert not (len(around) == 2 and around.isascii() and around.isalnum())
