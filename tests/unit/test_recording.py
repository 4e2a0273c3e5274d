"""代录: a name and a place as a recorder types them in a hurry."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.comment import Person
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.recording import MOST, PlaceReader, Spot, who_is_meant
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.services.searching import initials
from tests.unit.small_report import body, heading, line, report_of

PEOPLE = [
    Person("1", "张建国", "第一代表团"),
    Person("2", "张建"),
    Person("3", "朱军歌"),
    Person("4", "单小重"),
    Person("5", "欧阳娜"),
    Person("6", "张建国", "第二代表团"),
    Person("7", ""),
]
REPORT = report_of(
    line("title", "政府工作报告"),
    heading("三、2026年重点工作", 1),
    body("（六）优化公共服务。扩大学位。" + "字" * 600, runin="（六）优化公共服务。"),
    body("今年要 办好实事。" + "字" * 600),
    body("今年要，建好学校，扩大学位。"),
)
MARKED = replace(REPORT, marks=(PageMark(0, 1, 1, "hand"),))


def reader(report=MARKED):
    return PlaceReader(report, Pages(report.units, report.marks), initials())


def meant(typed):
    return who_is_meant(typed, PEOPLE, initials())


@pytest.mark.parametrize(
    ("typed", "ids", "is_sure"),
    [
        ("张建国", "16", True),
        ("张　建国", "", False),  # 建国 would be the delegation
        ("张建", "216", True),
        ("张", "126", False),
        ("张建国\u3000第二代表团", "6", True),
        ("张建国\t第二", "6", False),
        ("欧\u200b阳娜", "5", True),
        ("zjg", "136", True),
        ("ZJ", "1236", True),
        ("zjg 第二代表团", "6", True),
        ("sxc", "4", True),  # 单 is shan or dan, 重 zhong or chong
        ("dxz", "4", True),
        ("oyn", "5", True),
        ("zjgx", "", False),
        ("建国", "", False),
        (" ", "", False),
    ],
)
def test_a_name_is_meant_whole_or_by_its_initials_and_begun_it_is_a_question(typed, ids, is_sure):
    found = meant(typed)
    assert ([person.id for person in found.people], found.is_sure) == (list(ids), is_sure)


def test_letters_that_are_nobodys_initials_are_no_name():
    assert meant("zjgx").unread == "zjgx"
    assert meant("John Smith").unread == "John"
    assert meant("Muhammad").unread == ""
    assert meant("赵强").unread == ""


@pytest.mark.parametrize("typed", ["王五、赵六", "王五，赵六 第一代表团", "13800138000", "12"])
def test_several_names_and_figures_are_no_name(typed):
    with pytest.raises(UserError, match=r"不止一个人|不像姓名"):
        meant(typed)


@pytest.mark.parametrize("typed", ["2/10", "２／１０", "第2页第10行", "2页10行", "2 / 10"])
def test_page_and_line_are_one_paragraph_and_the_place_in_it(typed):
    (spot,) = reader().understand(typed)
    at = Pages(MARKED.units, MARKED.marks).at(spot.unit, spot.position)
    assert (at.page, at.line) == (2, 10)


@pytest.mark.parametrize("typed", ["9/1", "1/40", "1/1"])
def test_a_line_that_no_paragraph_has_is_no_place(typed):
    assert reader().understand(typed) == []


def test_on_a_page_those_that_begin_there_come_before_the_one_that_runs_on():
    pages = Pages(MARKED.units, MARKED.marks)
    begun, running = reader().understand("2")
    assert (begun, running.unit) == (Spot(3), 2)
    assert (pages.at(2, running.position).page, pages.at(2, running.position - 1).page) == (2, 1)
    assert reader().understand("9") == []
    assert reader(REPORT).understand("第2页") == []


def test_without_pages_a_bare_number_is_a_paragraph():
    assert reader(REPORT).understand("3") == [Spot(4)]
    assert reader().understand("段3") == [Spot(4)]
    assert reader().understand("段9") == []
    assert reader(REPORT).understand("1/1") == []


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("今年要", [3, 4]),
        ("优化公共", [2]),
        ("学位", [2, 4]),
        ("yhggfw", [2]),
        ("jny", [3, 4]),
        ("j", []),
        ("没有这句", []),
        ("，。", []),
        ("", []),
    ],
)
def test_words_are_a_beginning_or_stand_within_or_are_spelt_by_initials(typed, units):
    assert [spot.unit for spot in reader().understand(typed)] == units


def test_a_report_without_paragraphs_still_has_places():
    lines = report_of(line("title", "政府工作报告"), line("meta", "会议文件"))
    assert reader(lines).understand("会议") == [Spot(1)]


def test_no_more_places_are_offered_than_can_be_looked_over():
    many = report_of(*(body(f"今年要办第{n}件事。") for n in range(30)))
    assert len(reader(many).understand("今年要")) == MOST


@given(st.text(max_size=12))
def test_whatever_is_typed_leads_into_the_report_or_nowhere(typed):
    for spot in reader().understand(typed):
        assert 0 <= spot.position < len(MARKED.units[spot.unit].text)
    with suppress(UserError):
        who_is_meant(typed, PEOPLE, initials())
