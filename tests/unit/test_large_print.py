"""A report becomes a paper in large type: its words, its numbers, its pages."""

from dataclasses import replace

import pytest

from beiguan_desktop.core import large_print
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import Run
from beiguan_desktop.core.report import PageMark
from tests.unit.small_report import body, heading, line, report_of, small, unit_of


def built(report, marks=()):
    return large_print.build(report, Pages(report.units, marks))


def test_every_word_is_there_and_every_kind_has_its_role():
    report = small()
    paper = built(report)
    text = "".join("".join(line.split()) for line in paper.lines)
    assert text == "".join("".join(unit.text.split()) for unit in report.units)
    assert (paper.subject, paper.points) == ("政府工作报告", 22)
    roles = [block.role for block in paper.blocks]
    assert roles[:7] == ["byline", "title", "byline", "byline", "addressee", "body", "heading1"]
    assert roles[-1] == "imprint"
    assert "heading2" in roles


def test_paragraphs_bear_their_numbers_and_nothing_else_does():
    paper = built(small())
    labels = [block.label for block in paper.blocks if block.label]
    assert labels == [f"第{number}段" for number in range(1, len(labels) + 1)]
    assert all(bool(block.label) == (block.role == "body") for block in paper.blocks)


def test_a_heading_inside_a_paragraph_is_set_off():
    report = small()
    blocks = built(report).blocks
    numbered = blocks[unit_of(report, "（三）")]
    assert numbered.runs[0] == Run("（三）创新驱动纵深推进。", "楷体")
    assert blocks[unit_of(report, "——五年")].runs[0].face == "加粗"
    assert blocks[unit_of(report, "优化")].runs[0] == Run("优化公共服务。", "加粗")
    only = report_of(body("只有一句。", runin="只有一句。"))
    assert built(only).blocks[0].runs == (Run("只有一句。", "加粗"),)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("完成 189.3 亿元", "完成189.3亿元"),
        ("（四） 改革", "（四）改革"),
        ("区长\u3000可振虎", "区长 可振虎"),
        ("New\u00a0 York 市", "New York市"),
        ("一\t二", "一 二"),
        (" 首尾 ", "首尾"),
    ],
)
def test_only_blanks_that_part_two_words_are_kept(text, shown):
    assert built(report_of(line("note", text))).lines == [shown]


def test_the_last_lines_part_who_printed_them_from_the_date():
    report = report_of(line("footer", "会议秘书处 2026年2月 26日印"), line("note", "在 2026年"))
    assert built(report).lines == ["会议秘书处 2026年2月26日印", "在2026年"]
    report = report_of(
        body("力量！"), *(line("footer", words) for words in ("秘书处", "共印", "份"))
    )
    assert [each.role for each in built(report).blocks] == ["body", "imprint", "byline", "byline"]


def test_where_a_page_of_the_print_began_is_marked_in_the_text():
    report = report_of(line("title", "报告"), body("甲" * 10 + " 55 " + "乙" * 900))
    pages = Pages(report.units, (PageMark(2 + 10 + 2 + 40, 2, 1, "pdf"),))
    (_, _, position), *_ = [start for start in pages.starts() if start[0] == 2]
    marked = large_print.build(report, pages).blocks[1]
    assert marked.marks[0] == (position - 2, "原件\n第2页")
    assert [words for _, words in marked.marks[1:]] == ["原件约\n第3页"]
    assert built(report).blocks[1].marks == ()


def test_headings_of_any_depth_and_notes_have_a_role():
    report = report_of(heading("一、", 1), heading("1.", 3), line("note", "注"))
    blocks = built(report).blocks
    assert [block.role for block in blocks] == ["heading1", "heading3", "body"]
    assert blocks[2].runs[0].face == "楷体"


def test_empty_lines_are_left_out():
    report = report_of(line("title", "报告"))
    units = (*report.units, replace(report.units[0], ordinal=1, text=""))
    assert built(replace(report, units=units)).lines == ["报告"]
