"""我的意见: what stands on the sheet, in which order, under which number."""

from dataclasses import replace
from datetime import date

import pytest

from beiguan_desktop.core.anchoring import paragraph, passage
from beiguan_desktop.core.comment import WHOLE_REPORT, Comment, Person
from beiguan_desktop.core.genres import meeting_of
from beiguan_desktop.core.my_opinions import build, parts
from beiguan_desktop.core.short_numbers import short_prefix
from tests.unit.small_report import body, line, report_of, small, unit_of

NOW = "2026-02-27T09:41:00+08:00"
TODAY = date(2026, 2, 27)
AUTHOR = Person("p1", "代表甲", "第三代表团")
REPORT = small()


def opinion(number, kind="建议", text="好", **more):
    anchor = more.pop("anchor", WHOLE_REPORT)
    return Comment(
        f"c{number}", "r1", "reading", anchor, kind, text, "p1", "代表甲", "三", NOW, NOW, **more
    )


def lines(comments, author=AUTHOR, report=REPORT, **more):
    return build(report, comments, author=author, today=TODAY, **more).lines


def numbers(comments, author=AUTHOR):
    return [
        (part.title, entry.number, entry.comment.id)
        for part in parts(comments, author)
        for entry in part.entries
    ]


def test_opinions_are_sorted_into_three_parts_and_numbered_through_by_place():
    late = paragraph(REPORT, unit_of(REPORT, "优化"))
    early = paragraph(REPORT, unit_of(REPORT, "（三）"))
    comments = [
        opinion(1, "询问", anchor=early),
        opinion(2, "批评", anchor=late),
        opinion(3, "修改", anchor=late, act="修改", replacement="乙"),
        opinion(4, "肯定", anchor=WHOLE_REPORT),
        opinion(5, "修改", anchor=early, act="修改", replacement="丙"),
    ]
    assert numbers(comments) == [
        ("对报告的修改意见", "甲1", "c5"),
        ("对报告的修改意见", "甲2", "c3"),
        ("对政府工作的意见建议", "甲3", "c4"),
        ("对政府工作的意见建议", "甲4", "c2"),
        ("询问", "甲5", "c1"),
    ]
    printed = lines(comments)
    assert "一、对报告的修改意见（2条）" in printed
    assert "二、对政府工作的意见建议（2条）" in printed
    assert "三、询问（1条）" in printed


def test_empty_parts_are_left_out_and_the_rest_numbered_anew():
    printed = lines([opinion(1, "询问")])
    assert "一、询问（1条）" in printed
    assert not any("二、" in text or "修改意见（" in text for text in printed)


@pytest.mark.parametrize("stays", [{"private": True}, {"withdrawn_at": NOW}])
def test_private_and_withdrawn_opinions_and_other_peoples_stay_at_home(stays):
    hidden = opinion(1, text="秘密", **stays)
    foreign = replace(opinion(2, text="别人"), person="p2")
    printed = "".join(lines([hidden, foreign, opinion(3, text="公开")]))
    assert "秘密" not in printed
    assert "别人" not in printed
    assert "甲1. 公开。" in printed
    assert "以上共1条。" in printed


@pytest.mark.parametrize(
    ("author", "prefix"),
    [
        (AUTHOR, "甲"),
        (Person("p1", "王𠮷"), "𠮷"),
        (Person("p1", "王伟", roster_number="012"), "012-"),
        (Person("p1", ""), ""),
    ],
)
def test_numbers_begin_with_the_roster_number_or_the_last_character_of_the_name(author, prefix):
    assert short_prefix(author) == prefix
    assert numbers([opinion(1)], author)[0][1] == f"{prefix}1"


@pytest.mark.parametrize(
    ("others", "prefix"),
    [
        ([("李四", "西关代表团")], "三"),
        ([("", "")], "三"),
        ([("王三", "东关代表团")], "西关三"),
        ([("王三", "西关代表团")], "李三"),
        ([("王三", "东关代表团"), ("赵三", "西关代表团")], "李三"),
        ([("李三", "东关代表团")], "西关三"),
        ([("李三", "西关代表团")], "李三"),
    ],
)
def test_authors_who_share_the_last_character_are_told_apart(others, prefix):
    foreign = [
        replace(opinion(n, text="别人"), person=f"q{n}", author_name=name, author_delegation=team)
        for n, (name, team) in enumerate(others, start=2)
    ]
    author = Person("p1", "李三", "西关代表团")
    assert [number for _, number, _ in numbers([opinion(1), *foreign], author)] == [f"{prefix}1"]
    assert lines([opinion(1), *foreign], author)[1].endswith(f"编号：{prefix}1")


def test_the_nameless_have_numbers_alone_whoever_else_wrote():
    foreign = replace(opinion(2), person="q", author_name="", author_delegation="东关代表团")
    assert short_prefix(Person("p1", "", "东关代表团"), [opinion(1), foreign]) == ""


def test_the_head_takes_meeting_and_date_from_the_reports_own_lines():
    printed = lines([opinion(1)], replace(AUTHOR, post="教师"))
    assert printed[:4] == [
        "代表审议意见",
        "北关区十一届人大六次会议\t编号：甲1",
        "代表团：第三代表团\t姓名：代表甲\t单位职务：教师",
        "审议文件：《政府工作报告》（2026年2月26日印）",
    ]


@pytest.mark.parametrize(
    ("unit", "meeting"),
    [
        (line("footer", "某市十五届人大三次会议 秘书处"), "某市十五届人大三次会议"),
        (
            line("meta", "——2025年1月5日在某市第十五届人民代表大会第三次会议上"),
            "某市第十五届人民代表大会第三次会议",
        ),
        (line("meta", "某市市长"), "＿" * 12),
        (body("在会议上说。"), "＿" * 12),
    ],
)
def test_the_meeting_is_found_in_other_reports_or_left_to_the_pen(unit, meeting):
    report = report_of(unit)
    printed = lines([opinion(1)], report=report)
    assert printed[1].split("\t")[0] == meeting
    assert "审议文件：《政府工作报告》" in printed


def test_a_meeting_that_somebody_named_is_on_the_sheet():
    said = lines([opinion(1)], report=replace(REPORT, meeting="十一届人大七次会议"))
    assert said[1].startswith("十一届人大七次会议\t")
    bare = report_of(line("paragraph", "没有会议的报告。"))
    assert lines([opinion(1)], report=replace(bare, meeting="七次会议"))[1].startswith("七次会议")
    own = replace(REPORT, meeting=meeting_of(REPORT.units))
    assert lines([opinion(1)], report=own) == lines([opinion(1)])


def test_another_edition_and_genre_are_named():
    report = replace(REPORT, edition="征求意见稿", genre="预算", title="财政预算报告")
    printed = lines([opinion(1)], report=report)
    assert printed[0] == "代表审查意见"
    assert printed[3] == "审查文件：《财政预算报告》（征求意见稿，2026年2月26日印）"


def test_what_is_not_known_of_the_author_is_left_to_the_pen():
    printed = lines([opinion(1)], Person("p1", ""))
    assert printed[1] == "北关区十一届人大六次会议\t编号：＿＿＿＿"
    assert printed[2] == "代表团：＿＿＿＿＿\t姓名：＿＿＿＿\t单位职务：＿＿＿＿"
    assert printed[5] == "1. 好。"


@pytest.mark.parametrize(("count", "number"), [(0, "＿＿＿＿"), (1, "甲1"), (8, "甲1—甲8")])
def test_the_sheets_own_number_names_the_opinions_on_it(count, number):
    printed = lines([opinion(n) for n in range(count)])
    assert printed[1].endswith(f"编号：{number}")


def test_the_sheets_own_number_runs_through_all_parts():
    roster = replace(AUTHOR, roster_number="012")
    printed = lines([opinion(1, "询问"), opinion(2), opinion(3, private=True)], roster)
    assert printed[1].endswith("编号：012-1—012-2")


def test_one_who_only_attends_does_not_sign_as_a_deputy():
    printed = lines([opinion(1)], replace(AUTHOR, capacity="列席人员"))
    assert printed[0] == "审议意见"
    assert printed[-2] == "签名：＿＿＿＿＿＿　2026年　月　日"


def test_sentence_reason_and_remark_are_paragraphs_of_their_own_with_their_pages():
    unit = unit_of(REPORT, "优化")
    comment = opinion(
        1,
        "修改",
        "年年提",
        anchor=passage(REPORT, unit, 7, 11),
        act="修改",
        replacement="办好",
        reason="太笼统",
    )
    printed = lines([comment], page_of=lambda _: "第20页")
    assert printed[5:8] == [
        "甲1. 第三部分（六）“优化公共服务”一段（第20页），将“推进教育”改为“办好”。",
        "理由：太笼统。",
        "说明：年年提。",
    ]


def test_line_ends_in_the_words_are_paragraphs_and_labels_stand_in_their_own_face():
    comment = opinion(1, text="=1+1\n\n　@某人 𠮷", reason="一是\n二是")
    paper = build(REPORT, [comment], author=AUTHOR, today=TODAY)
    assert paper.lines[5:9] == ["甲1. =1+1", "@某人 𠮷。", "理由：一是", "二是。"]
    assert [run.face for run in paper.blocks[5].runs] == ["黑体", ""]
    assert [run.face for run in paper.blocks[7].runs] == ["楷体", ""]


def test_the_foot_counts_and_leaves_lines_for_pen_and_office():
    printed = lines([opinion(1), opinion(2)])
    assert printed[-3:] == [
        "以上共2条。如需作为代表建议办理、要书面答复，请另填《代表建议、批评和意见》专用纸。",
        "代表签名：＿＿＿＿＿＿　2026年　月　日",
        "收件：＿＿＿＿\t时间：＿＿＿＿\t□已录入",
    ]


def test_what_is_taken_back_stands_before_the_end():
    found = lines([opinion(1)], taken_back=("甲1", "甲3"), ordinal=2)
    at = found.index("撤回：以前交的甲1，甲3，共2条，请不再列入。")
    assert found[at + 1].startswith("以上共1条（第2次交）。")
    alone = lines([], taken_back=("甲1",), ordinal=2)
    assert "没有别的意见（第2次交）。" in alone
    assert "编号：甲1" in "".join(alone)
