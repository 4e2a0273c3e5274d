"""Headings of their own, and run-ins."""

import pytest

from beiguan_desktop.core.headings import is_standing, run_in


@pytest.mark.parametrize(
    "text",
    [
        "一、工作回顾",
        "（一）扩内需稳增长，夯实根基",
        "二是着力扩大内需。",
        "1.主要目标",
        "（七）守底线。",
        "第一章 工作回顾",
        "第二节 民生事业",
        "壹、工作回顾",
        "一、工作回顾：",
        "（二）社会事业：",
    ],
)
def test_a_numbered_sentence_alone_on_its_line_is_a_heading(text):
    assert is_standing(text, "正文从这里开始。")


@pytest.mark.parametrize(
    "text",
    [
        "——经济增长保持平稳",
        "一是居民消费不够活跃；",
        "一是经济增长5%左右。",
        "（一）经济稳中有进。全年完成投资。",
        "五、民",
        "主要做了以下工作：",
        "3.新建学校 5 所",
        "（一）主要目标如下：",
        "二、主要预期目标是：",
        "1、扩大投资：",
        "①三项行动：指甲、乙和丙。",
    ],
)
def test_items_and_sentences_with_figures_are_no_headings(text):
    assert not is_standing(text, "正文从这里开始。")


def test_a_colon_that_the_next_line_goes_on_from_ends_no_heading():
    assert not is_standing("一、工作回顾：", "，全年保持稳定。")


def test_a_list_of_numbered_lines_is_no_row_of_headings():
    assert not is_standing("1.主要目标", "2.重点任务")


@pytest.mark.parametrize(
    ("text", "level", "kind"),
    [
        ("（一）经济运行稳中有进。全年增长。", 2, "numbered"),
        ("3．实施提升工程。全年增长。", 3, "numbered"),
        ("一是治理实现突破。改革取得进展。", 2, "ordinal"),
        ("——实力稳步提升。总量跃升。", 2, "dash"),
    ],
)
def test_a_labelled_first_sentence_is_run_in(text, level, kind):
    found = run_in(text)
    assert (found.level, found.type) == (level, kind)
    assert text.startswith(found.text)


@pytest.mark.parametrize(
    "text",
    [
        "没有编号的一句。后面还有。",
        "（一）只有一句。",
        "——投资增长 5%左右。同时优化结构。",
        "——" + "很长的一句话" * 10 + "。后面还有。",
        "1、质量效益：结构优化。后面还有。",
        "一是问题；二是问题。后面还有。",
    ],
)
def test_figures_colons_and_long_sentences_are_not_run_in(text):
    assert run_in(text) is None
