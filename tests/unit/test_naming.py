"""Names come in by one door, and one rule says whom a name means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core import naming
from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.text import worded

ZHANG = Person("1", "张建国", "第三代表团", version=1)
LI = Person("2", "李\u200b梅", version=1)
OTHER = Person("3", "张建国", "第一代表团", version=1)
HOW = "请写代表团。"


@pytest.mark.parametrize(
    ("typed", "looks"),
    [
        ("\u202e李梅\u202c", "李梅"),
        ("李\u200d梅\ufeff", "李梅"),
        ("第一\u00ad代表团\u3164", "第一代表团"),
        ("  第一\t\u3000代表团\n", "第一 代表团"),
        ("\ue000某", "\ue000某"),
    ],
)
def test_a_name_is_kept_as_it_looks(typed, looks):
    assert naming.plain(typed) == looks


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("赵强 第一代表团", ("赵强", "第一代表团")),
        ("赵强\u3000第一代表团", ("赵强", "第一代表团")),
        ("赵强\t第一 代表团", ("赵强", "第一 代表团")),
        ("张　三", ("张三", "")),
        ("张　三　第一代表团", ("张三", "第一代表团")),
        ("zq 第", ("zq", "第")),
        ("", ("", "")),
    ],
)
def test_any_blank_parts_a_name_from_a_delegation(typed, parts):
    assert naming.parted(typed) == parts


@pytest.mark.parametrize("typed", ["王五、赵六", "王五；赵六", "王小五　赵大六", "甲/乙"])
def test_several_names_are_refused_in_words(typed):
    with pytest.raises(UserError, match="不止一个人：“"):
        naming.name_in(typed)


@pytest.mark.parametrize("typed", ["13800138000", "王五13800138000", "王五１３８００", "12", "——"])
def test_figures_are_no_name(typed):
    with pytest.raises(UserError, match="不像姓名"):
        naming.name_in(typed)


@pytest.mark.parametrize("typed", ["代表甲", "第12组王五", "阿布都·热合曼", "𠮷田", ""])
def test_what_may_be_a_name_is_one(typed):
    assert naming.name_in(typed) == typed


def test_one_rule_says_whom_a_name_means():
    known = [ZHANG, LI]
    assert naming.known(known, "张建国", "", how=HOW) is ZHANG
    assert naming.known(known, "张　建国", "第三代表团", how=HOW) is ZHANG
    assert naming.known(known, "张建国", "第二代表团", how=HOW) is None
    assert naming.known(known, "李梅", "", how=HOW) is LI
    assert naming.known(known, "赵强", "", how=HOW) is None
    with pytest.raises(UserError, match="没有写代表团。是同一位，请不写代表团"):
        naming.known(known, "李梅", "第二代表团", how=HOW)
    with pytest.raises(UserError, match="有2位（第三代表团、第一代表团）。请写代表团"):
        naming.known([ZHANG, OTHER], "张建国", "", how=HOW)


def test_a_name_that_is_free_may_be_taken_and_no_other():
    naming.check_free([ZHANG], "赵强", "")
    naming.check_free([ZHANG], "张建国", "第一代表团")
    with pytest.raises(UserError, match="已经有一位“张建国”（第三代表团）。您就是这一位"):
        naming.check_free([ZHANG], "张建国", "第三代表团")
    with pytest.raises(UserError, match="已经有“张建国”（第三代表团）。请写上代表团"):
        naming.check_free([ZHANG], "张建国", "")
    with pytest.raises(UserError, match="已经有一位“李梅”。您就是这一位"):
        naming.check_free([LI], "李梅", "")


def test_typed_words_lose_what_nobody_sees_like_pasted_ones():
    assert worded("零\u200b宽\u202e字👨\u200d👩") == "零宽字👨\u200d👩"


@given(st.text())
def test_a_name_is_plain_twice_as_it_is_once(typed):
    once = naming.plain(typed)
    assert naming.plain(once) == once
    assert " ".join(naming.parted(typed)).replace(" ", "") == once.replace(" ", "")
