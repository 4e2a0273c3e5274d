"""涉及部门: proposed by a table of words, near words before far ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.departments import MOST, Row, joined, names, parse, propose

TABLE = parse(
    "# 说明：不是一行\n"
    "医疗、医院：卫生健康委员会\n"
    "医疗保障、医保：医疗保障局\n"
    "学校、学位: 教育局、街道办事处\n"
    "没有部门：\n"
    "：没有词\n"
    "随便写的一行\n"
)


def test_a_table_is_read_line_by_line_and_what_is_no_row_is_left_out():
    assert [row.departments for row in TABLE] == [
        ("卫生健康委员会",),
        ("医疗保障局",),
        ("教育局", "街道办事处"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲、乙，丙", ("甲", "乙", "丙")),
        ("甲 乙；甲;乙,丁", ("甲", "乙", "丁")),
        (" 、", ()),
        ("", ()),
    ],
)
def test_names_are_split_as_people_part_them(text, found):
    assert names(text) == found
    assert names(joined(found)) == found


def test_a_longer_word_is_not_taken_for_the_shorter_one_within():
    assert propose(TABLE, ["医疗保障要跟上"]) == ("医疗保障局",)
    assert propose(TABLE, ["医疗保障和医疗服务"]) == ("卫生健康委员会", "医疗保障局")


def test_the_nearest_text_that_says_anything_decides_and_more_words_come_before_fewer():
    near, far = "学位不够", "医保和医院、医院"
    assert propose(TABLE, ["没有说到", near, far]) == ("教育局", "街道办事处")
    assert propose(TABLE, [far, near]) == ("卫生健康委员会", "医疗保障局")
    assert propose(TABLE, [far, near], most=1) == ("卫生健康委员会",)


def test_words_that_nobody_knows_propose_nothing():
    assert propose(TABLE, ["天气很好", ""]) == ()
    assert propose((), ["学校"]) == ()
    assert propose(TABLE, []) == ()


def test_one_word_may_belong_to_two_rows():
    rows = (Row(("停车",), ("城市管理局",)), Row(("停车",), ("公安部门",)))
    assert propose(rows, ["停车难"]) == ("城市管理局", "公安部门")


@given(st.lists(st.text(max_size=40), max_size=4))
def test_whatever_is_written_few_departments_of_the_table_are_proposed(texts):
    found = propose(TABLE, texts)
    assert len(found) <= MOST
    assert set(found) <= {name for row in TABLE for name in row.departments}
