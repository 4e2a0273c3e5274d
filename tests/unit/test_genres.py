"""What kind of report it is, and of which meeting."""

import pytest

from beiguan_desktop.core.genres import (
    USUAL_EDITION,
    act_of,
    edition_of_text,
    genre_of,
    is_examined,
    meeting_of,
)
from beiguan_desktop.core.report import Unit
from tests.unit.reading_checks import read
from tests.unit.specimen import TEXT


def unit(kind, text):
    return Unit(0, kind, 0, text, text, ())


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("政府工作报告", "政府工作报告"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("关于青石区2030年国民经济和社会发展计划执行情况与2031年计划草案的报告", "计划"),
        ("关于青石区2030年财政预算执行情况和2031年财政预算草案的报告", "预算"),
        ("青石区国民经济和社会发展第十五个五年规划纲要（草案）", "规划纲要"),
        ("青石区国民经济和社会发展第十个五年计划纲要", "规划纲要"),
        ("青石区人民代表大会常务委员会工作报告", "常委会"),
        ("青石区人民法院工作报告", "法院"),
        ("青石区人民检察院工作报告", "检察院"),
        ("在三级干部会议上的讲话", "其他"),
    ],
)
def test_a_title_says_what_it_is(title, genre):
    assert genre_of(title, ()) == genre
    assert genre_of("", [unit("title", title)]) == genre


@pytest.mark.parametrize(
    ("whose", "genre"),
    [
        ("区人民政府", "政府工作报告"),
        ("青石新区管理委员会", "政府工作报告"),
        ("区人大常委会", "常委会"),
        ("区人民法院", "法院"),
        ("区人民检察院", "检察院"),
    ],
)
def test_without_a_title_the_speaker_says_whose_it_is(whose, genre):
    words = f"现在，我代表{whose}向大会报告工作，请予审议。"
    assert (
        genre_of("工作报告", [unit("salutation", "各位代表："), unit("paragraph", words)]) == genre
    )


def test_plans_budgets_and_outlines_are_examined_and_all_else_is_deliberated():
    assert all(map(is_examined, ("计划", "预算", "规划纲要")))
    assert not any(map(is_examined, ("政府工作报告", "常委会", "法院", "检察院", "其他", "审议")))


def test_documents_say_what_is_done_with_a_report():
    assert (act_of("预算"), act_of("法院"), act_of("审议")) == ("审查", "审议", "审议")


@pytest.mark.parametrize(
    ("line", "edition"),
    [
        ("（征求意见稿）", "征求意见稿"),
        ("（政治协商稿）", "政治协商稿"),
        ("（ 送 审 稿 ）", "送审稿"),
        ("（第二次征求意见稿）", "第二次征求意见稿"),
        ("(3次修改稿 2031年2月)", "3次修改稿"),
        ("［讨论稿］", "讨论稿"),
        ("审议稿", "审议稿"),
        ("（草案）", "草案"),
        ("草案", "草案"),
        ("定稿", "定稿"),
        ("——2031年2月27日", USUAL_EDITION),
    ],
)
def test_the_first_lines_say_which_edition_it_is(line, edition):
    units = [unit("title", "政府工作报告"), unit("meta", line)]
    assert edition_of_text("政府工作报告", units, "报告（报批稿）") in (edition, "报批稿")
    assert edition_of_text("政府工作报告", units) == edition


def test_a_title_or_a_file_name_says_it_too():
    assert edition_of_text("政府工作报告（征求意见稿）", (), "审议稿") == "征求意见稿"
    assert edition_of_text("政府工作报告", (), "2031报告-修改稿-0227") == "修改稿"
    assert edition_of_text("规划纲要（草案）", ()) == "草案"
    about = "关于2030年计划执行情况与2031年计划草案的报告"
    assert edition_of_text(about, [unit("title", about)], about) == USUAL_EDITION


def test_an_edition_that_is_only_spoken_of_is_none():
    said = unit("paragraph", "《纲要（草案）》和征求意见稿一并提交审议。")
    assert edition_of_text("政府工作报告", [said]) == USUAL_EDITION


def test_the_meeting_is_that_of_the_first_lines():
    found = meeting_of(read(TEXT).units)
    assert found == "青石区十二届人大三次会议"
    line = "——2031年2月27日在青石区第十二届人民代表大会第三次会议上"
    assert meeting_of([unit("meta", line)]) == "青石区第十二届人民代表大会第三次会议"
    line = "自治区人民政府主席石青在青石自治区第十四届人民代表大会第三次会议上"
    assert meeting_of([unit("meta", line)]) == "青石自治区第十四届人民代表大会第三次会议"
    assert meeting_of([unit("paragraph", line), unit("meta", "区长 石青")]) == ""
    line = "——2017年3月5日在第十二届全国人民代表大会第五次会议上"
    assert meeting_of([unit("meta", line)]) == "第十二届全国人民代表大会第五次会议"
