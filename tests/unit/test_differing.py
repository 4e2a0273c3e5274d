"""What was struck and what was added, as a reader sees it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.differing import differences, is_alike, pieces


def marked(old: str, new: str) -> str:
    """Write struck words in [ ] and added ones in { }."""
    around = {"same": "{}", "deleted": "[{}]", "added": "{{{}}}"}
    return "".join(around[kind].format(words) for kind, words in pieces(old, new))


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ("建管并重申中", "建管并重中", "建管并重[申]中"),
        ("培训 3000 人次", "培训7000人次", "培训 [3000]{7000} 人次"),
        ("增长15.2%左右", "增长15.25%左右", "增长[15.2%]{15.25%}左右"),
        ("推广5G应用", "推广6G应用", "推广[5G]{6G}应用"),
        ("甲一，乙二。", "甲一，丙三，乙二。", "甲一{，丙三}，乙二。"),
        ("丙三，甲一。", "甲一。", "[丙三，]甲一。"),
        ("甲一。乙二。", "甲一。丙三。乙二。", "甲一。{丙三。}乙二。"),
        ("甲一、乙二、丙三", "甲一、丙三", "甲一[、乙二]、丙三"),
        ("甲一，乙二，丙三。", "甲一，丙三。", "甲一，[乙二，]丙三。"),
        ("甲一，乙二。", "甲一。", "甲一[，乙二]。"),
        ("一二三四", "五二六四", "[一二三]{五二六}四"),
        ("多措并举化解难题", "采取措施，切实化解难题", "[多措并举]{采取措施，切实}化解难题"),
        ("改造𠮷林路", "改造𠮷安路", "改造𠮷[林]{安}路"),
        ("e\u0301cole", "ecole", "[e\u0301cole]{ecole}"),
        ("", "甲", "{甲}"),
        ("甲", "", "[甲]"),
        ("甲 乙", "甲乙", "甲 乙"),
        ("", "", ""),
    ],
)
def test_what_is_struck_stands_before_what_is_added(old, new, seen):
    assert marked(old, new) == seen


def test_blanks_and_what_nobody_sees_do_not_count():
    assert is_alike("甲 乙\u200b", "\n甲乙")
    assert not is_alike("甲", "乙")


def test_long_texts_are_compared_where_they_differ_only():
    clauses = [f"第{n}件事要办好，" for n in range(300)]
    old = "".join(clauses)
    new = old.replace("第5件事", "第5件大事").replace("第200件事", "第200件小事")
    assert marked(old, new).count("{") == 2
    assert "{大}" in marked(old, new)
    middle = old.replace("第150件事要", "第150件事一定要")
    (one,) = differences(old, middle)
    assert middle[one.low : one.high] == "一定"
    strange = "".join(map(chr, range(0x4E00, 0x4E00 + 1500)))
    assert marked(strange, strange[::-1]).startswith(f"[{strange}]")
    assert marked(f"{old}甲乙", f"{old}丙乙").endswith("[甲]{丙}乙")


def test_two_additions_beside_one_word_never_pass_one_another():
    found = differences("、11“", "、、11“1、11“")
    assert marked("、11“", "、、11“1、11“") == "、{、11“1、}11“"
    assert all(one.end < other.start for one, other in pairwise(found))


@given(st.text("甲乙丙，。 12\n", max_size=40), st.text("甲乙丙，。 12\n", max_size=40))
def test_the_pieces_hold_both_texts(old, new):
    found = pieces(old, new)
    assert "".join(words for kind, words in found if kind != "added") == old
    assert is_alike("".join(words for kind, words in found if kind != "deleted"), new)
    assert all(words for _, words in found)
