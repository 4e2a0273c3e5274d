"""What is written in the cells of a table, and what it is taken for."""

import pytest

from beiguan_desktop.core import table_entry
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.table import FIELDS
from beiguan_desktop.core.table_entry import Kind

BLANK = dict.fromkeys(FIELDS, "")


def kind(**cells):
    return table_entry.kind_in(BLANK | {"text": "写明"} | cells)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("代表甲", "代表甲"),
        (" 张　三 ", "张三"),
        ("李 四 光", "李四光"),
        ("\u200b王伟\ufeff", "王伟"),
        ("阿布都·热合曼", "阿布都·热合曼"),
        ("John Smith", "John Smith"),
        ("𠮷 田", "𠮷田"),
    ],
)
def test_a_name_is_written_in_one_way(cell, name):
    assert table_entry.name_in(cell) == name


@pytest.mark.parametrize("cell", ["", "　", "\u200b"])
def test_a_line_without_a_name_is_a_problem(cell):
    with pytest.raises(UserError, match="没有写姓名"):
        table_entry.name_in(cell)


@pytest.mark.parametrize(
    "cell", ["张三、李四", "张三,李四", "张三\n李四", "张三/李四", "王小明　李大山"]
)
def test_two_names_in_one_cell_are_a_problem(cell):
    with pytest.raises(UserError, match=r"不止一个人.*意见相同的代表"):
        table_entry.name_in(cell)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({}, Kind("建议", "")),
        ({"kind": "提 建议"}, Kind("建议", "")),
        ({"kind": "问情况"}, Kind("询问", "")),
        ({"kind": "数据核实"}, Kind("数据核实", "")),
        ({"replacement": "新"}, Kind("修改", "修改")),
        ({"kind": "改报告", "replacement": "新"}, Kind("修改", "修改")),
        ({"kind": "增加一句", "replacement": "新"}, Kind("修改", "增加")),
        ({"act": "补充", "replacement": "新"}, Kind("修改", "增加")),
        ({"kind": "修改", "act": "移位", "replacement": "第三段后"}, Kind("修改", "移位")),
        ({"kind": "删去", "text": ""}, Kind("修改", "删除")),
        ({"kind": "删去", "act": "修改", "replacement": "新"}, Kind("修改", "修改")),
        ({"kind": "修改", "text": "", "reason": "不通"}, Kind("修改", "修改")),
        ({"kind": "批评", "act": "修改"}, Kind("批评", "修改")),
    ],
)
def test_kind_and_act_are_found_by_their_usual_words(cells, found):
    assert kind(**cells) == found


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"kind": "议案"}, "类型“议案”认不出来。请写：建议、批评"),
        ({"act": "重写"}, "动作“重写”认不出来。请写：修改、增加"),
        ({"act": "增加"}, "没有写增加什么"),
        ({"kind": "移位"}, "没有写移到哪里"),
        ({"text": ""}, "没有写意见的内容"),
    ],
)
def test_what_means_nothing_is_a_problem(cells, reason):
    with pytest.raises(UserError, match=reason):
        kind(**cells)


def test_capacity_and_manner():
    assert table_entry.capacity_in("") == ""
    assert table_entry.capacity_in("列席") == "列席人员"
    assert table_entry.manner_in("") == "书面意见"
    found = [table_entry.manner_in(it) for it in ("本人录入", "纸质代录", "发言代录", "书面发言")]
    assert found == ["会前书面", "书面意见", "口头发言", "书面发言"]
    with pytest.raises(UserError, match="身份“记者”认不出来。请写：代表、列席人员"):
        table_entry.capacity_in("记者")
    with pytest.raises(UserError, match="提出方式“飞鸽”认不出来"):
        table_entry.manner_in("飞鸽")


@pytest.mark.parametrize(
    ("cell", "is_ticked"), [("是", True), ("√", True), ("", False), ("No", False)]
)
def test_a_tick_is_a_tick(cell, is_ticked):
    assert table_entry.is_yes(cell) is is_ticked
