"""What is no part of a report."""

import pytest

from beiguan_desktop.core.furniture import (
    copy_start,
    foot_start,
    header_end,
    header_title,
    is_furniture,
    is_watermark,
    running,
    strays,
)
from beiguan_desktop.core.lines import cut

PROSE = (
    "过去一年，全区上下同心协力，奋力推动经济平稳健康发展，各项工作取得了新的成效，"
    "群众生活持续改善，发展基础更加稳固，前进信心更加坚定，成绩来之不易。"
)


def lines_of(*lines):
    return cut("\n\n".join(lines))[0]


def test_a_copy_begins_at_the_short_lines_above_it():
    body = [f"{n}。{PROSE}" for n in "甲乙丙丁"]
    assert copy_start(lines_of("题目", *body, "题目", *body)) == 5
    assert copy_start(lines_of(*body, body[0], "戊。" + PROSE)) == 5 + 1
    caption = "一张照片，第一回没有，第二回才放在那里的样子"
    assert copy_start(lines_of(*body, *body[:2], caption, *body[2:])) == 4


def test_a_copy_of_a_report_of_printed_lines_is_known_by_a_page_of_them():
    body = [
        f"{n}行字印在纸上，一行大约有二十八个字那么宽的样子" for n in "甲乙丙丁戊己庚辛壬癸"
    ] * 3
    body = [f"{i}{line}" for i, line in enumerate(body)]
    last = "为此而努力奋斗！"
    assert copy_start(lines_of("题目", *body, last, "首页", "题目", *body, last)) == 32
    assert (
        copy_start(lines_of("题目", *body, *body[:9], "另一行字印在纸上有二十多个字宽的样子")) == 41
    )
    assert copy_start(lines_of(*body[:9], PROSE, *body[:9], "某" + PROSE, *body[:9])) == 29


def test_a_bare_number_is_a_page_number_only_in_a_row():
    assert strays(lines_of("甲，", "1", "乙，", "2", "丙，", "3")) == {1, 3, 5}
    assert strays(lines_of("甲，", "202", "6年")) == set()
    assert strays(lines_of("甲，", "- 7 -", "乙", "第 8 页", "百度某数据网")) == {1, 3, 4}


@pytest.mark.parametrize("text", ["主办全国性赛事12场，承办", "阅读空间达到30个", "分享发展成果"])
def test_in_the_flow_a_torn_line_is_no_watermark(text):
    assert not is_watermark(text)
    assert strays(lines_of(PROSE, text, PROSE)) == set()


@pytest.mark.parametrize("text", ["来自某数 据 网", "责任编辑：石青", "扫一扫在手机打开当前页"])
def test_watermarks_are_known_in_the_flow(text):
    assert is_watermark(text)
    assert is_furniture(text)


def test_a_running_head_is_a_line_of_the_head_that_comes_again():
    heads = {running("政府工作报告"), running("会议文件（2）")}
    flow = lines_of(PROSE, "政府工作报告", PROSE, "— 3 —政府 工作报告", PROSE, "会议文件（2）")
    assert strays(flow, heads) == {1, 3, 5}
    assert strays(flow[:3], heads) == set()


def test_an_extractions_header_ends_at_the_first_line_of_another_form():
    header = ["标题：石山市2031年政府工作报告——在会议上", "年份：2031", "正文："]
    assert header_end(lines_of(*header, PROSE)) == 3
    assert header_title(lines_of(*header, PROSE)) == "石山市2031年政府工作报告"
    assert header_end(lines_of(*header)) == 3
    assert header_end(lines_of(PROSE)) == header_end([]) == 0
    assert header_title(lines_of(PROSE)) == ""


def test_a_web_pages_foot_begins_below_the_last_prose():
    foot = ["分享到：", "某空间", "上一篇：", "别的报告"]
    assert foot_start(lines_of("责任编辑：石青", PROSE, *foot)) == 2
    assert foot_start(lines_of(PROSE, "免责声明：本站只转载，不负责。", *foot)) == 1
    assert foot_start(lines_of(PROSE, "（责任编辑：石青）", PROSE), {PROSE}) == 1
    assert foot_start(lines_of(PROSE, "名词解释")) == 2


def test_a_summary_that_says_the_first_words_again_does_not_end_the_foot():
    summary = "各位代表：现在，我代表某地的人民政府向大会报告工作。"
    assert foot_start(lines_of("各位代表：", PROSE, "责任编辑：", "石青", summary)) == 2
