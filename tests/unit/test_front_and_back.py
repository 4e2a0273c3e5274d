"""What stands before the report's first words and after its last."""

import pytest

from beiguan_desktop.core.backmatter import back_kinds, body_end, copy_start, strays
from beiguan_desktop.core.frontmatter import body_start, front_matter, plain_title
from beiguan_desktop.core.lines import cut

PROSE = (
    "过去一年，全区上下同心协力，奋力推动经济平稳健康发展，各项工作取得了新的成效，"
    "群众生活持续改善，发展基础更加稳固，前进信心更加坚定，成绩来之不易。"
)


def lines_of(*lines, joint="\n\n"):
    return cut(joint.join(lines))[0]


def front(*lines, joint="\n\n"):
    return [part.kind for part in front_matter(lines_of(*lines, joint=joint))]


@pytest.mark.parametrize(
    "title",
    [
        "政府工作报告",
        "政 府 工 作 报 告",
        "2026年石山省人民政府工作报告",
        "关于2030年预算执行情况的报告",
    ],
)
def test_titles_are_known_however_they_are_spaced(title):
    assert front(title) == ["title"]


def test_a_title_broken_over_lines_is_one():
    assert front("政府工作报", "告") == ["title"]
    assert front("关于石山省国民", "经济和社会发", "展第十个五年计划纲要的报告") == ["title"]


@pytest.mark.parametrize(
    "line",
    [
        "——2031年2月27日在青石区第十二届人民代表大会第三次会议上",
        "（2031年2月27日在青石区第十二届人民代表大会第三次会议上）",
        "二〇三一年一月十四日在石山省第十三届人民代表大会第二次会议上",
        "——在石山省第十届人民代表大会第五次会议上",
        "青石区人民政府区长 石青",
        "国务院总理\u3000石青",
        "（2031年1月16日）",
        "青石区十二届人大三次会议文件（3）",
    ],
)
def test_occasion_speaker_date_and_label_are_meta(line):
    assert front("政府工作报告", line) == ["title", "meta"]


def test_speaker_and_occasion_over_two_lines_are_one_unit_each():
    found = front(
        "政府工作报告",
        "——2031年2月27日在青石区第十二届",
        "人民代表大会第三次会议上",
        "国务院总理",
        "石青",
    )
    assert found == ["title", "meta", "meta"]


def test_furniture_is_residue_and_the_last_title_counts():
    found = front(
        "政府工作报告", "当前位置", "首页", "青石区会议文件（2）", "政府工作报告", "大", "小"
    )
    assert found == [None, None, None, "meta", "title", None, None]


def test_without_a_title_what_is_known_stays():
    assert front("——在石山省第十届人民代表大会第五次会议上", "甲报") == ["meta", "meta"]


def test_parts_far_apart_are_not_one():
    assert front("政府工作报", "告", joint="\n\n\n\n") == [None, None]


def test_the_body_begins_at_the_salutation():
    assert body_start(lines_of("政府工作报告", "各位代表：", "现在报告。")) == 1
    assert body_start(lines_of("报告", "各位代表，现在，我代表国务院报告工作。")) == 1


def test_without_a_salutation_the_first_chapter_or_prose_begins_the_body():
    assert body_start(lines_of("首页", "一、工作回顾", PROSE, "各位代表！" + PROSE)) == 1
    assert body_start(lines_of("首页", PROSE)) == 1
    assert body_start(lines_of("首页", "尾页")) == 0
    assert body_start([]) == 0


def test_the_peroration_ends_the_body_and_a_later_annex_may_number_anew():
    last = f"各位代表！{PROSE}让我们为谱写新篇章而努力奋斗！"
    assert body_end(lines_of("一、回顾", PROSE, last, "附件1", "一、建设工程", "二、民生工程")) == 3
    assert body_end(lines_of("一、回顾", last, "二、安排", PROSE, "责任编辑：石")) == 4


def test_without_any_closed_line_everything_up_to_the_licence_is_body():
    assert body_end(lines_of("甲乙", "丙丁", "本作品是某国的法律")) == 2
    assert body_end([]) == 0


def test_what_follows_is_footer_note_or_residue():
    found = back_kinds(
        lines_of(
            "大会秘书处 2031年2月26日印",
            "（共印500份）",
            "打印本页",
            "孤零零",
            "附件：",
            "1.某工程：指为了说明而写的一个词条，并不存在。",
            "正文的一行",
            "相关链接：",
            "别的报告",
        ),
        {"正文的一行"},
    )
    assert found == ["footer", "footer", None, None, "note", "note", None, None, None]


def test_a_copy_begins_at_the_short_lines_above_it():
    body = [f"{n}。{PROSE}" for n in "甲乙丙丁"]
    assert copy_start(lines_of("题目", *body, "题目", *body)) == 5
    assert copy_start(lines_of(*body, body[0], "戊。" + PROSE)) == 5 + 1


def test_a_bare_number_is_a_page_number_only_in_a_row():
    assert strays(lines_of("甲，", "1", "乙，", "2", "丙，", "3")) == {1, 3, 5}
    assert strays(lines_of("甲，", "202", "6年")) == set()
    assert strays(lines_of("甲，", "- 7 -", "乙", "第 8 页", "百度某数据网")) == {1, 3, 4}


def test_a_title_loses_the_blanks_it_was_spaced_with():
    assert plain_title("政 府 工\u3000作 报 告") == "政府工作报告"
