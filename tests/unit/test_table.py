"""Head lines as people make them, and what the lines below say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.table import FIELDS, Head, Line, Sheet, entries, head_of


def sheet(*rows):
    return Sheet("", tuple(Line(at, tuple(row)) for at, row in enumerate(rows, 1) if any(row)))


def said(*rows):
    """Return what each line says, blank fields left out."""
    made = sheet(*rows)
    head = head_of(made)
    return [(at, {k: v for k, v in cells.items() if v}) for at, cells in entries(made, head)]


def test_columns_stand_in_any_order_under_their_usual_names():
    head = head_of(sheet(["序号", "改为（可不填）", " 原 文 ", "代表姓名*", "意见：", "电话"]))
    assert head.columns == {"replacement": (1,), "quote": (2,), "author": (3,), "text": (4,)}
    assert (head.unused, head.above, head.first) == (("电话",), {}, 1)


@pytest.mark.parametrize("rows", [[], [["姓名", "电话"]], [["意见"]], [["代表", "代表团", "段"]]])
def test_a_table_without_names_for_its_words_has_no_head(rows):
    assert head_of(sheet(*rows)) is None


def test_a_head_in_the_third_line_and_what_is_said_above_it_for_all():
    rows = (
        ["北关区十一届人大六次会议审议意见登记表"],
        ["代表团：第三代表团　记录人: 李四", "姓名：", "电话：1"],
        ["姓名", "意见"],
        ["代表甲", "写明"],
        [],
        ["代表乙", "补上"],
    )
    always = {"delegation": "第三代表团", "recorder": "李四"}
    assert said(*rows) == [
        (4, {"author": "代表甲", "text": "写明", **always}),
        (6, {"author": "代表乙", "text": "补上", **always}),
    ]


def test_what_a_line_says_itself_comes_before_what_is_said_above():
    rows = (["代表团：第三"], ["姓名", "代表团", "意见"], ["甲", "第一", "好"], ["乙", "", "好"])
    assert [cells["delegation"] for _, cells in said(*rows)] == ["第一", "第三"]


def test_two_head_lines_with_merged_cells_are_read_as_one():
    rows = (
        ["姓名", "位置", "", "意见"],
        ["", "页", "段"],
        ["代表甲", "20", "", "写明"],
    )
    assert said(*rows) == [(3, {"author": "代表甲", "page": "20", "text": "写明"})]
    wider = (["姓名", "意见"], ["", "", "理由"], ["代表甲", "写明", "看不懂"])
    assert said(*wider)[0][1]["reason"] == "看不懂"


@pytest.mark.parametrize("title", [(), (["审议意见登记表"], ["代表团：第三代表团"])])
def test_the_upper_of_two_head_lines_counts_where_the_lower_names_more(title):
    rows = (
        *title,
        ["姓名", "代表团", "位置", "", "意见", ""],
        ["", "", "页", "行", "类型", "改为", "理由"],
        ["代表甲", "第一", "20", "3", "修改", "写准", "看不懂"],
    )
    (_, cells), *_ = said(*rows)
    assert cells == {
        "author": "代表甲",
        "delegation": "第一",
        "page": "20",
        "line": "3",
        "kind": "修改",
        "replacement": "写准",
        "reason": "看不懂",
    }
    assert len(said(*rows, *rows[-3:-1], rows[-1])) == 2, "printed again on the next page"


def test_one_name_alone_over_the_others_is_read_with_them():
    rows = (["姓名"], ["", "段", "意见"], ["代表甲", "3", "好"])
    assert said(*rows) == [(3, {"author": "代表甲", "paragraph": "3", "text": "好"})]


def test_the_head_that_is_printed_again_and_lines_without_words_are_left_out():
    head = ["序号", "姓名", "代表团", "意见"]
    rows = (head, ["1", "甲", "第一", "好"], head, ["2", "乙", "第一", ""], ["合计", "", "", ""])
    assert said(*rows) == [(2, {"author": "甲", "delegation": "第一", "text": "好"})]


def test_several_columns_of_words_are_lines_and_of_other_fields_the_first_counts():
    rows = (
        ["姓名", "意见", "建议", "原文", "原句"],
        ["甲", "一", "二", "", "句"],
        ["乙", "", "三"],
    )
    assert said(*rows) == [
        (2, {"author": "甲", "text": "一\n二", "quote": "句"}),
        (3, {"author": "乙", "text": "三"}),
    ]
    assert said(["姓名", "原文", "原句"], ["甲", "一", "二"])[0][1]["quote"] == "一"


def test_a_name_that_is_all_in_brackets_is_still_a_name():
    assert head_of(sheet(["姓名", "意见", "（ 备 注 ）"])).unused == ("（备注）",)


ROWS = st.lists(st.lists(st.sampled_from(["姓名", "意见", "代表团：甲", "段", "页", "（", ""])))


@given(ROWS)
def test_any_rows_have_a_head_or_none_and_every_entry_has_every_field(rows):
    made = sheet(*rows)
    head = head_of(made)
    assert head is None or isinstance(head, Head)
    for _, cells in entries(made, head) if head else []:
        assert set(cells) == set(FIELDS)
