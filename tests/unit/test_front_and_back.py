"""What stands before the report's first words and after its last."""

import pytest

from beiguan_desktop.core.backmatter import back_matter, body_end
from beiguan_desktop.core.frontmatter import body_start, front_matter, plain_title
from beiguan_desktop.core.lines import cut

PROSE = (
    "过去一年，全区上下同心协力，奋力推动经济平稳健康发展，各项工作取得了新的成效，"
    "群众生活持续改善，发展基础更加稳固，前进信心更加坚定，成绩来之不易。"
)


def lines_of(*lines, joint="\n\n"):
    return cut(joint.join(lines))[0]


def back(*lines, body=()):
    return [part.kind for part in back_matter(lines_of(*lines), body)]


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
        "石山市人民检察院检察长 石青",
        "石山市中级人民法院代理院长 石 青",
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


@pytest.mark.parametrize("rest", ["第五次会议上", "议上）"])
def test_an_occasion_that_could_end_above_its_rest_is_one_unit(rest):
    first = "（2031年1月20日在青石县第十四届人民代表大会" + ("第五次会" if rest[0] == "议" else "")
    assert front("政府工作报告", first, rest, joint="\n") == ["title", "meta"]


def test_furniture_is_residue_and_the_last_title_counts():
    found = front(
        "政府工作报告", "当前位置", "首页", "青石区会议文件（2）", "政府工作报告", "大", "小"
    )
    assert found == [None, None, None, "meta", "title", None, None]


def test_furniture_is_no_part_of_a_broken_title():
    assert front("打印本页", "政府工作报", "告", joint="\n") == [None, "title"]


def test_the_date_a_page_was_published_on_is_residue_and_that_of_the_report_is_not():
    found = front("首页", "政府工作报告", "2031年01月13日", "【字体：大】", "（2031年1月9日）")
    assert found == [None, "title", None, None, "meta"]
    assert front("政府工作报告", "2031年1月13日") == ["title", "meta"]


def test_the_source_and_a_caption_make_no_web_page():
    found = front(
        "2031年石山省政府工作报告",
        "来源：石山日报",
        "政府工作报告",
        "2031年1月13日在石山省第十四届人民代表大会第三次会议上省长石青作政府工作报告。",
        "石青作政府工作报告。记者 石红摄",
    )
    assert found == ["title", None, "title", "meta", None]


def test_on_a_web_page_one_plain_line_between_known_ones_is_the_reports():
    occasion = "——2031年2月27日在青石区第十二届人民代表大会第三次会议上"
    found = front("首页", "政府工作报告", "当前的形势和任务", occasion, "石青")
    assert found == [None, "title", "meta", "meta", "meta"]
    assert front("首页", "政府工作报告", "走进石山", "图说石山", occasion) == [
        None,
        "title",
        None,
        None,
        "meta",
    ]


def test_an_extractions_header_is_residue_and_what_follows_is_read_as_a_file():
    found = front(
        "标题：政府工作报告——在某次会议上",
        "发文单位：石山市人民政府",
        "来源URL：http://localhost/",
        "正文：",
        "夯实基础 提速发展 为建设新石山而努力奋斗",
        "——在石山市第十二届人民代表大会第五次会议上的政府工作报告",
        "石青",
    )
    assert found == [None, None, None, None, "title", "meta", "meta"]


def test_a_motto_over_two_lines_above_the_occasion_is_the_title():
    lines = lines_of("高举伟大旗帜", "为建设新石山而奋斗", "——在某党第二十次代表大会上的报告")
    parts = front_matter(lines)
    assert [(part.first, part.last, part.kind) for part in parts] == [
        (0, 2, "title"),
        (2, 3, "meta"),
    ]


def test_without_a_title_what_is_known_stays():
    assert front("——在石山省第十届人民代表大会第五次会议上", "甲报") == ["meta", "meta"]


def test_parts_far_apart_are_not_one():
    assert front("政府工作报", "告", joint="\n\n\n\n") == [None, None]


def test_the_body_begins_at_the_salutation():
    assert body_start(lines_of("政府工作报告", "各位代表：", "现在报告。")) == 1
    assert body_start(lines_of("报告", "各位代表，现在，我代表国务院报告工作。")) == 1


def test_without_a_salutation_the_first_chapter_or_prose_begins_the_body():
    assert body_start(lines_of("首页", "一、工作回顾", PROSE, "各位代表！" + PROSE)) == 1
    assert body_start(lines_of("首页", "当前位置：", "一、工作回顾", "短句。", PROSE)) == 2
    assert body_start(lines_of("首页", PROSE)) == 1
    assert body_start(lines_of("首页", "尾页")) == 0
    assert body_start([]) == 0


def test_the_body_does_not_begin_above_its_own_head():
    motto = "制度是根本安排，要长期坚持下去。"
    assert body_start(lines_of(motto, "首页", "政府工作报告", "石青", "各位代表：", PROSE)) == 4
    assert body_start(lines_of("标题：政府工作报告", "年份：2031", "=====", "一、回顾", PROSE)) == 3


def test_the_peroration_ends_the_body_and_a_later_annex_may_number_anew():
    last = f"各位代表！{PROSE}让我们为谱写新篇章而努力奋斗！"
    assert body_end(lines_of("一、回顾", PROSE, last, "附件1", "一、建设工程", "二、民生工程")) == 3
    assert body_end(lines_of("一、回顾", last, "二、安排", PROSE, "责任编辑：石")) == 4


def test_without_any_closed_line_everything_up_to_the_licence_is_body():
    assert body_end(lines_of("甲乙", "丙丁", "本作品是某国的法律")) == 2
    assert body_end([]) == 0


NOTE = "1.某工程：指为了说明而写的一个词条，并不存在。"
LAST = f"各位代表！{PROSE}让我们为谱写新篇章而努力奋斗！"


def test_what_follows_is_footer_note_or_residue():
    found = back(
        "大会秘书处 2031年2月26日印",
        "（共印500份）",
        "附件：",
        NOTE,
        "正文里已经有过的、长长的一整行，又来了一遍。",
        "主办单位：某局",
        "相关链接：",
        "别的报告",
        body={"正文里已经有过的、长长的一整行，又来了一遍。"},
    )
    assert found == ["footer", "footer", "note", "note", None, "note", None, None]


def test_what_stands_above_any_annex_is_residue_but_for_the_annexs_own_heading():
    assert back("首页", "孤零零", "版权所有") == [None, None, None]
    assert back("首页", "甲镇十件实事", "2031年安排", NOTE) == [None, "note", "note", "note"]


@pytest.mark.parametrize(
    "title",
    [
        "名词解释",
        "※名词解释※",
        "【名词解释】",
        "[名词解释]",
        "《政府工作报告》名词解释",
        "管委会工作报告有关名词解释：",
        "附件一：名词解释",
        "附：有关用语说明",
        "生僻字注释：",
        "注：",
    ],
)
def test_the_title_of_a_glossary_is_a_note_and_ends_the_body(title):
    assert back(title, NOTE) == ["note", "note"]
    last = f"各位代表！{PROSE}让我们以优异成绩庆祝某个日子！"  # not one of the usual words
    assert body_end(lines_of("一、回顾", PROSE, last, title, NOTE, NOTE)) == 3


@pytest.mark.parametrize("text", ["附近的居民都来了", "注重绿色发展", "名词解释。"])
def test_a_torn_line_of_the_body_is_no_annex(text):
    assert body_end(lines_of("一、回顾", PROSE, text, LAST)) == 4


def test_an_annex_does_not_begin_in_the_upper_part_of_a_report():
    assert body_end(lines_of("甲。", "附件：", PROSE, PROSE, LAST, "附件：", NOTE)) == 5


def test_a_note_that_the_print_broke_is_one_unit():
    lines = cut(
        "名词解释\n1.某工程：指为了说明\n而写的\n一个词条。\n2.另一工程\n附件2\n3.某事，\n\u3000后来"
    )[0]
    parts = back_matter(lines)
    assert [(part.first, part.last) for part in parts] == [
        (0, 1),
        (1, 4),
        (4, 5),
        (5, 6),
        (6, 7),
        (7, 8),
    ]


def test_notes_of_printed_lines_go_on_at_a_full_line():
    rest = "是为了说明才写下来的一个词条，它并不存在于任何一份报告。"
    notes = [
        f"[{n}]某词：它要说的就是这么一件又小又小的小事情，写它\n{rest}\n就是这样。"
        for n in range(1, 9)
    ]
    parts = back_matter(cut("\n".join(["名词解释", *notes]))[0])
    assert [part.last - part.first for part in parts] == [1] + [3] * 8
    assert all(part.kind == "note" for part in parts)


def test_an_entry_that_names_an_office_is_no_imprint():
    assert back("名词解释", "[6]某事：2031年，某市政府办公厅印发", NOTE) == ["note"] * 3


def test_the_cells_of_a_table_stay_apart():
    lines = cut("附件1\n某市的某个很长很长很长很长名字的建设项目（一期）\n占地100亩。\n启动")[0]
    assert len(back_matter(lines)) == 4


def test_a_page_number_among_notes_is_residue():
    assert back("名词解释", NOTE, "- 23 -", NOTE) == ["note", "note", None, "note"]


def test_a_number_that_the_body_holds_too_is_no_copy_of_it():
    body = {"2", "各位代表：", PROSE}
    assert back("附件1", "2", "某工程", body=body) == ["note", "note", "note"]
    assert back("附件1", "2", "各位代表：", PROSE, body=body) == ["note", None, None, None]


def test_a_table_in_an_annex_is_its_own_though_the_body_holds_its_rows_too():
    rows = ["指标\t去年\t今年", "规模以上工业企业生产经营情况\t12\t13", "合计"]
    body = {*rows, "各位代表：", PROSE}
    assert back("附表：主要指标", *rows, body=body) == ["note"] * 4
    assert back("附件1", "某工程", *rows, body=body) == ["note"] * 5
    assert back("附件1", *rows, PROSE, body=body) == ["note", None, None, None, None]
    assert back("附件1", *rows, NOTE, *rows, PROSE, body=body) == ["note"] * 5 + [None] * 4


def test_nothing_of_a_report_follows_a_licence():
    assert back("名词解释", NOTE, "本作品是某国的法律", PROSE) == ["note", "note", None, None]


def test_a_signature_is_a_footer():
    assert back("某市人民政府", "2031年1月9日") == ["footer", "footer"]


def test_a_title_loses_the_blanks_it_was_spaced_with():
    assert plain_title("政 府 工\u3000作 报 告") == "政府工作报告"
    assert plain_title("夯实基础\u3000提速发展  为新石山奋斗") == "夯实基础 提速发展 为新石山奋斗"


def test_on_a_web_page_the_first_words_may_say_on_whose_behalf():
    page = ["首页", "当前位置：", "工作报告"]
    words = "现在，我代表区人民政府报告工作，请予审议。"
    assert body_start(lines_of(*page, words, "一、回顾", PROSE)) == 3
    assert body_start(lines_of(*page, "一、我的工作回顾", PROSE[:20] + "。", words)) == 3
    assert body_start(lines_of(*page, "现将有关情况报告如下：", "一、回顾", PROSE)) == 3
    assert body_start(lines_of(*page, words[:-1] + "......", words, PROSE)) == 4


def test_on_a_web_page_a_heading_over_the_first_prose_is_the_bodys():
    assert body_start(lines_of("首页", "当前位置：", "2031年工作回顾", PROSE)) == 2


def test_a_name_above_a_first_chapter_is_the_speaker():
    head = ["——在石山市第十二届人民代表大会第五次会议上", "石\u3000青"]
    assert body_start(lines_of(*head, "一、回顾", PROSE)) == 2
    assert body_start(lines_of(head[0], "从石山说起的故事", "一、回顾", PROSE)) == 1


def test_a_report_that_breaks_off_is_whole_up_to_the_foot():
    open_end = "今后五年的目标是，"
    assert body_end(lines_of("一、回顾", PROSE, open_end, "分享到：", "某空间")) == 3
    assert body_end(lines_of("一、回顾", PROSE, "首页", "分享到：", "某空间")) == 2


def test_an_annex_may_stand_below_a_line_or_two_of_its_own_or_above_an_entry():
    slogans = ["推进四城同创", "着力打造新城"]
    body = ["一、回顾", PROSE, PROSE[:-1] + "，做出应有的贡献。"]
    assert body_end(lines_of(*body, *slogans, "名词解释", NOTE)) == 3
    open_end = PROSE[:-1] + "，"
    assert body_end(lines_of(*body, open_end, "名词解释", "[1]某词：某事。")) == 4
    assert body_end(lines_of("甲。", PROSE[:-1] + "，详见", "附件所列的项目", "建设", LAST)) == 5
