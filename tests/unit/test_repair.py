"""Repairs of words: certain, listed, without effect on letters."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.letters import letters
from beiguan_desktop.core.repair import mended, moved, patches


def mend(text, joints=()):
    return mended(text, patches(text, joints))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("稳步增长,成交额完成", "稳步增长，成交额完成"),
        ("增长 24.3%,高于全市", "增长 24.3%，高于全市"),
        ("基本完工;翠园街", "基本完工；翠园街"),
        ("(四) 改革开放", "（四） 改革开放"),
        ("PM_{2.5}浓度", "PM₂.₅浓度"),
        ("m^{2}以上", "m²以上"),
        ("１９５５年增长３．６８％", "1955年增长3.68％"),
        ("支出３２８，１４４，０００元", "支出328,144,000元"),
        ("分别为１２０，３５０，都比上年多", "分别为120，350，都比上年多"),
        ("增长9．5％，达到6076．2亿元", "增长9.5％，达到6076.2亿元"),
        ("这样做对吗?当然", "这样做对吗？当然"),
        ("这样做对吗??当然", "这样做对吗当然"),
        ("县长&nbsp;石青", "县长 石青"),
        ("县长??石青", "县长石青"),
        ("北\u200b京", "北京"),
        (
            "加 快城镇化进程，优化生产力布局，推动各项事业。",
            "加快城镇化进程，优化生产力布局，推动各项事业。",
        ),
    ],
)
def test_what_is_certainly_wrong_is_mended(before, after):
    assert mend(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "完成 189.3 亿元",
        "1,234万元",
        "GDP(PPP)",
        "涇泉涌流",
        "10:30开会",
        "什么?"[:2],
        "A, B",
        "投资的英利?光伏项目",
    ],
)
def test_what_may_be_right_is_left_alone(text):
    assert mend(text) == text


def test_nothing_is_mended_across_a_joint():
    assert mend("PM_{2.5}", joints=[4]) == "PM_{2.5}"
    assert mend("PM_{2.5}", joints=[2]) == "PM₂.₅"


def test_positions_move_with_the_words():
    text = "PM_{2.5}和&nbsp;你"
    found = patches(text, ())
    assert moved([0, 2, 8, 9, len(text)], found) == [0, 2, 5, 6, len(mended(text, found))]


@given(st.text("甲乙吗,;:!?()123_{}^+-.０５．％ \u200b各", max_size=40))
def test_repairs_never_touch_a_letter_and_never_overlap(text):
    found = patches(text, ())
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert letters(mended(text, found)) == letters(text)
