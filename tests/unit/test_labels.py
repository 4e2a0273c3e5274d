"""Labels of headings and what a line says about itself."""

import pytest

from beiguan_desktop.core.labels import (
    first_sentence,
    is_address,
    is_closed,
    is_salutation,
    is_single,
    label,
)


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("一、工作回顾", "chinese", 1),
        ("十二、安排", "chinese", 12),
        ("二十、安排", "chinese", 20),
        ("第二部分 安排", "part", 2),
        ("第一章 总则", "part", 1),
        ("第三节　民生", "section", 3),
        ("贰、安排", "chinese", 2),
        ("（\u8cb3）安排", "bracket", 2),
        ("（三）创新", "bracket", 3),
        ("(四) 改革", "bracket", 4),
        ("㈠开局", "bracket", 1),
        ("1．主要指标", "arabic", 1),
        ("12. 指标", "arabic", 12),
        ("（1）指标", "circled", 1),
        ("③指标", "circled", 3),
        ("五是社会治理", "ordinal", 5),
        ("第一，坚持", "ordinal", 1),
        ("首先，坚持", "ordinal", 0),
        ("——综合实力", "dash", 0),
        ("----经济运行", "dash", 0),
        ("——2030年，综合实力", "dash", 0),
    ],
)
def test_every_numbering_met_in_reports_is_known(text, style, number):
    found = label(text)
    assert (found.style, found.number) == (style, number)


@pytest.mark.parametrize(
    "text", ["1.5亿元", "一带一路", "2026年", "—5%", "（草案）", "第一章程", "第三节课", ""]
)
def test_what_only_looks_like_a_label_is_none(text):
    assert label(text) is None


def test_the_level_of_a_style_is_that_of_the_standard():
    assert [label(t).level for t in ("一、甲", "（一）甲", "1.甲", "（1）甲")] == [1, 2, 3, 4]


def test_the_first_sentence_takes_its_closing_quote_along():
    assert first_sentence("“办好事。”然后") == "“办好事。”"
    assert first_sentence("没有句号") == "没有句号"


def test_a_line_is_closed_at_a_stop_even_inside_quotes():
    assert is_closed("办好。”")
    assert is_closed("如下：")
    assert not is_closed("以“四个革命”")


def test_a_line_with_a_stop_inside_is_no_single_sentence():
    assert is_single("（一）甲乙。")
    assert not is_single("（一）甲乙。丙丁")


def test_the_deputies_are_addressed_with_a_stop():
    assert is_address("各位代表！过去一年")
    assert is_address("各 位代表，过去一年")
    assert not is_address("各位代表提出的议案")
    assert not is_address("我们各位代表！")


@pytest.mark.parametrize("text", ["各位代表：", "各位代表！", "各位委员、各位代表：", "同志们："])
def test_a_salutation_does_nothing_but_address(text):
    assert is_salutation(text)
    assert not is_salutation(text + "现在报告工作。")
