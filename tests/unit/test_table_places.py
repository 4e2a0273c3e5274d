"""Places as people write them into tables."""

from dataclasses import replace
from functools import cache

import pytest

from beiguan_desktop import paths
from beiguan_desktop.core import anchoring
from beiguan_desktop.core.comment import WHOLE_REPORT
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.core.table import FIELDS
from beiguan_desktop.core.table_places import Places
from beiguan_desktop.services import clock, importing

BLANK = dict.fromkeys(FIELDS, "")


@cache
def shipped() -> Report:
    _, read = importing.read_report(paths.shipped_report(), now=clock.now())
    return Report(
        "r1", read.title, "审议", "审议稿", None, read.id, tuple(read.units), tuple(read.marks)
    )


@cache
def places() -> Places:
    return Places(shipped(), Pages(shipped().units, shipped().marks))


def find(**cells):
    return places().find(BLANK | cells)


def number(**cells):
    """Return the number of the paragraph that is found."""
    return shipped().units[find(**cells).unit].number


def refuses(**cells):
    with pytest.raises(UserError) as refused:
        find(**cells)
    return str(refused.value)


@pytest.mark.parametrize("place", ["", "全文", "整 篇"])
def test_nothing_said_is_the_whole_report(place):
    assert find(place=place) == WHOLE_REPORT


@pytest.mark.parametrize("said", ["52", "第52段", "五十二", "第五十二段", "５２", " 52 段"])
def test_a_paragraph_by_its_number(said):
    assert number(paragraph=said) == 52
    assert find(paragraph=said).place == "paragraph"


def test_a_paragraph_by_words_in_its_column_and_one_that_is_not_there():
    assert number(paragraph="优化公共服务") == 52
    assert refuses(paragraph="64") == ("没有第64段：这份报告一共63段。请核对段号，或者抄一句原文。")


@pytest.mark.parametrize(
    "place",
    [
        "第52段",
        "优化公共服务",
        "“优化公共服务”一段",
        "第三部分（六）“优化公共服务”一段（第20页）",
        "推进教育优质均衡",
    ],
)
def test_a_place_in_words(place):
    assert number(place=place) == 52


def test_a_heading_is_its_section():
    title = next(unit for unit in shipped().units if unit.kind == "heading")
    assert find(place=title.text) == anchoring.section(shipped(), title.ordinal)


@pytest.mark.parametrize("place", ["火星", "各位代表", "人民"])
def test_words_that_lead_nowhere_or_to_several_places_are_a_problem(place):
    assert "不知道是哪一段" in refuses(place=place)


@pytest.mark.parametrize(
    "cells",
    [
        {"place": "20/10"},
        {"place": "第20页第10行"},
        {"page": "20", "line": "10"},
        {"page": "第20页", "line": "第10行"},
        {"page": "20-10"},
        {"place": "20／10"},
    ],
)
def test_page_and_line_lead_to_the_paragraph_that_stands_there(cells):
    pages = Pages(shipped().units, shipped().marks)
    unit = find(**cells).unit
    text = shipped().units[unit].text
    at = [pages.at(unit, position) for position in range(len(text))]
    assert (20, 10) in {(it.page, it.line) for it in at}


def test_the_end_of_a_page_is_only_about():
    assert find(page="20", line="22").unit == find(page="20", line="21").unit
    assert "第20页没有第23行" in refuses(page="20", line="23")
    assert "没有第99页" in refuses(page="99")
    assert "没有第0页" in refuses(place="0/1")


def test_a_page_alone_is_enough_only_where_one_thing_stands_on_it():
    assert "第20页不止一段" in refuses(place="20")
    assert "第20页不止一段" in refuses(page="20")
    long = replace(shipped().units[20], text="字" * 2000, ordinal=0, seams=(), letter=0)
    report = replace(shipped(), units=(long,), marks=shipped().marks[:1])
    alone = Places(report, Pages(report.units, report.marks))
    assert alone.find(BLANK | {"page": "2"}).unit == 0


def test_words_in_the_column_of_pages_are_words():
    assert number(page="优化公共服务") == 52
    assert "行“十”不是数字" in refuses(page="20", line="十")


def test_a_report_without_pages_says_so():
    report = replace(shipped(), marks=())
    unpaged = Places(report, Pages(report.units, report.marks))
    with pytest.raises(UserError, match="不知道页码"):
        unpaged.find(BLANK | {"page": "20"})
    assert unpaged.find(BLANK | {"page": "20", "quote": "学位紧张难题"}).quote == "学位紧张难题"
    assert report.units[unpaged.find(BLANK | {"place": "52"}).unit].number == 52


@pytest.mark.parametrize(
    "quote", ["学位紧张难题", "“学位紧张难题”", "学位 紧张难题。", "…学位紧张难题…"]
)
def test_a_quotation_is_found_whatever_stands_round_it(quote):
    anchor = find(quote=quote)
    assert (anchor.place, anchor.quote) == ("passage", "学位紧张难题")


def test_quotation_marks_that_are_the_reports_own_are_kept():
    assert find(quote="“涇泉涌流”人才", nth="1").quote == "“涇泉涌流”人才"


def test_a_quotation_in_a_paragraph_whose_number_is_said():
    assert find(quote="学位紧张难题", paragraph="52").quote == "学位紧张难题"
    wrong = refuses(quote="学位紧张难题", paragraph="3")
    assert "这一段里没有找到原文“学位紧张难题”，它在第52段。请核对段号" in wrong
    assert "请照报告抄写" in refuses(quote="火星", paragraph="3")
    assert "请照报告抄写" in refuses(quote="政府工作报告", paragraph="3")  # only in the title


def test_several_places_are_told_apart_by_page_section_number_or_nth():
    assert "在报告里有" in refuses(quote="“涇泉涌流”")
    late, early = find(quote="“涇泉涌流”", page="20"), find(quote="“涇泉涌流”", page="2")
    assert late.letter_start > early.letter_start
    assert find(quote="“涇泉涌流”", nth="第2处") == late
    assert find(quote="“涇泉涌流”", place="抓实稳岗就业") == late
    assert find(quote="“涇泉涌流”", paragraph="50") == late
    assert "在报告里有" in refuses(quote="“涇泉涌流”", place="火星")
    assert "只有2处" in refuses(quote="“涇泉涌流”", nth="3")
    assert "第几处“末”不是数字" in refuses(quote="“涇泉涌流”", nth="末")


def test_a_section_tells_which_of_several_places_is_meant():
    title = next(it for it in shipped().units if it.kind == "heading" and "重点工作" in it.text)
    assert "在报告里有" in refuses(quote="同比增长")
    assert "有2处" in refuses(quote="同比增长", paragraph="3")
    assert find(quote="“涇泉涌流”", place=title.text) == find(quote="“涇泉涌流”", nth="2")


def test_a_quotation_over_the_end_of_a_paragraph_is_told():
    one, other = shipped().paragraphs[3], shipped().paragraphs[4]
    said = refuses(quote=one.text[-12:] + other.text[:12])
    assert "报告里没有找到原文“" in said
    assert "…”" in said
