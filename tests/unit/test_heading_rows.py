"""Headings that only their row proves."""

import pytest

from beiguan_desktop.core.heading_rows import decimal, decimals, titled
from tests.unit.reading_checks import assert_whole, read
from tests.unit.specimen import report

ECONOMY = "始终把稳增长作为首要任务，系统施策、精准发力，经济持续回升向好，发展动能稳步增强。"
PEOPLE = "就业形势保持稳定，新增老年助餐场所四十个，一批学校加快建设，群众生活更加安心。"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 总则", (1,)),
        ("1　2031年工作回顾", (1,)),
        ("1.1 投资", (1, 1)),
        ("2.10投资", (2, 10)),
        ("1.2.3.4 人民生活", (1, 2, 3, 4)),
        ("1.2人民生活", (1, 2)),
        ("1.2 个体经济", (1, 2)),
        ("1.2人", ()),
        ("1总则", ()),
        ("5.5亿元项目", ()),
        ("5.5 亿元项目", ()),
        ("5.5个百分点", ()),
        ("1.1.2031年投资", ()),
        ("1.1 投资，", ()),
        ("1.1 投资：", ()),
        ("0.5 投资", ()),
        ("1.1 ABC", ()),
        ("1.1 " + "扩大有效投资" * 7, ()),
    ],
)
def test_a_decimal_number_stands_before_han_characters_and_no_unit(text, number):
    assert decimal(text) == number


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["1 回顾", "1.1 投资", ECONOMY, "1.2 消费", ECONOMY, "2 安排", "2.1 农业", PEOPLE], 5),
        (["一、回顾", "1.1 投资", ECONOMY, "1.2 消费", ECONOMY, "二、安排", "2.1 农业", PEOPLE], 3),
        (["1.1 投资", ECONOMY, "1.2 消费", ECONOMY, "一、安排", "1.1 农业", PEOPLE], 2),
        (["1.1 投资", ECONOMY, "5.5 增幅", ECONOMY, "1.2 消费", PEOPLE], 2),
        (["1.1 投资", ECONOMY, "1.1 投资", ECONOMY], 0),
        (["1.1 投资", ECONOMY, "5.5 增幅", ECONOMY], 0),
        ([ECONOMY, "1.1 投资", ECONOMY], 0),
        (["1 城南镇", "2 城北镇", "3 城东镇", ECONOMY], 0),
        (["1 城南镇", "城", "2 城北镇", "，城。"], 0),
        (["增长", "1.1 投资", ECONOMY, "增长", "1.2 消费", ECONOMY], 0),
        (["1.1 投资", ECONOMY, "1.2 消费"], 0),
        ([], 0),
    ],
)
def test_decimal_numbers_make_headings_two_in_a_row(texts, found):
    places = decimals(texts)
    assert len(places) == found
    assert all(decimal(texts[i]) not in ((), (5, 5)) for i in places)


def test_decimal_headings_nest_by_their_dots_below_what_is_above():
    body = ("1.1 投资", ECONOMY, "1.2 消费", ECONOMY, "1.2.1 城镇", PEOPLE, "1.2.2 乡村", PEOPLE)
    text = report(*body)
    reading = read(text)
    levels = {unit.text: unit.level for unit in reading.units if unit.kind == "heading"}
    assert [levels[words] for words in body[::2]] == [1, 1, 2, 2]
    assert_whole(text, reading)


def test_a_torn_figure_goes_on_with_its_sentence():
    text = report(f"{ECONOMY.rstrip('。')}，增长", "5.5 左右，形势向好。", PEOPLE)
    assert not any(unit.text.startswith("5.5") for unit in read(text).units)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["1、扩大投资：", ECONOMY, "2、促进消费：", PEOPLE], {0, 2}),
        (["（1）扩大投资：", ECONOMY, "（2）促进消费：", PEOPLE], {0, 2}),
        (["1、扩大投资：", ECONOMY], set()),
        (["1、扩大投资：", ECONOMY, "3、促进消费：", PEOPLE], set()),
        (["1、扩大投资：", ECONOMY, "（2）促进消费：", PEOPLE], set()),
        (["1、主要指标如下：", ECONOMY, "2、促进消费：", PEOPLE], set()),
        (["1、扩大投资：", "（1）" + ECONOMY, "2、促进消费：", PEOPLE], set()),
        (["1、双减：", "指减轻负担。", "2、双碳：", "即达峰。"], set()),
        (["1、扩大投资", ECONOMY, "2、促进消费", PEOPLE], set()),
        (["一、扩大投资：", ECONOMY, "二、促进消费：", PEOPLE], set()),
    ],
)
def test_numbered_lines_with_a_colon_are_headings_two_in_a_row(texts, found):
    assert titled(texts) == found


def test_headings_with_a_colon_stand_over_their_paragraphs():
    text = report("1、扩大投资：", ECONOMY, "2、促进消费：", PEOPLE)
    reading = read(text)
    kinds = {unit.text: unit.kind for unit in reading.units}
    assert kinds["1、扩大投资："] == kinds["2、促进消费："] == "heading"
    assert_whole(text, reading)
