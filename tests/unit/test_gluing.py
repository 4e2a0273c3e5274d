"""Cutting what an extraction glued together."""

import pytest

from beiguan_desktop.core.gluing import unglued, without_tails
from beiguan_desktop.core.lines import cut

PROSE = (
    "在各级党委的正确领导下，全市上下团结奋斗，经济社会发展取得了新的成绩，各项工作扎实推进，"
    "群众生活持续改善，发展基础更加稳固，前进信心更加坚定。"
)


def cut_up(text):
    lines = unglued(cut(text)[0])
    assert all(text[line.start : line.end] == line.text for line in lines)
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("heading", "opening"),
    [
        ("一、2007年政府的工作", "2007年，"),
        ("二、2008年政府工作的目标任务", "今年是关键的一年。"),
        ("三、加强自身建设，不断提高施政水平", "石山作为欠发达市，"),
        ("四、全面加强政府自身建设", "立足新的起点，我们要不负重托。"),
        ("二、今后五年的奋斗目标和主要任务", "未来五年，全市的目标是：富民。"),
        ("二、2031年工作总体要求", "今年政府工作的总体要求是：稳中求进。"),
    ],
)
def test_a_chapter_heading_is_cut_off_its_paragraph(heading, opening):
    text = heading + opening + PROSE
    assert cut_up(text) == [heading, opening + PROSE]


def test_in_such_a_file_dashes_and_addresses_begin_paragraphs():
    text = f"一、2007年政府的工作2007年，{PROSE}——成效显著。{PROSE} 各位代表！{PROSE}"
    assert [part[:4] for part in cut_up(text.replace("。 各", "。各"))][1:] == [
        "2007",
        "——成效",
        "各位代表",
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"一、坚持创新。{PROSE}——成效显著。",
        f"一、坚持把创新放在核心位置，{PROSE}各位代表！",
        "一、2007年工作回顾",
        f"（一）继续推进。{PROSE}",
    ],
)
def test_other_files_are_left_alone(text):
    assert cut_up(text) == [text]


def test_tails_of_web_pages_and_watermarks_are_cut_off():
    lines = without_tails(cut("为美好明天而努力奋斗！  百度搜索某 数 据 网\n平常的一段。")[0])
    assert [line.text for line in lines] == [
        "为美好明天而努力奋斗！",
        "百度搜索某 数 据 网",
        "平常的一段。",
    ]


def test_a_long_foot_glued_behind_the_last_sentence_is_cut_off():
    foot = "分享到：" + "某空间某社区" * 20 + "上一篇：别的报告"
    assert [line.text for line in without_tails(cut("为明天而奋斗！" + foot)[0])] == [
        "为明天而奋斗！",
        foot,
    ]
    sentence = "甲。来源：这是正文里的话，后面还有一句。"
    assert len(without_tails(cut(sentence)[0])) == 1


def test_a_report_in_one_line_is_cut_where_its_sections_begin():
    sections = [f"（{n}）推进第{n}项工作。{PROSE * 11}" for n in "一二三四"]
    text = "各位代表：现在报告工作。" + "".join(sections) + f"各位代表！{PROSE}"
    assert len(text) > 3000
    assert cut_up(text) == ["各位代表：", "现在报告工作。", *sections, f"各位代表！{PROSE}"]


def test_indents_left_inside_a_report_in_one_line_begin_paragraphs():
    text = f"一、工作回顾\u3000\u3000{PROSE * 30}\u3000\u3000{PROSE * 32}"
    assert cut_up(text) == ["一、工作回顾", PROSE * 30, PROSE * 32]


def test_in_such_a_file_topics_and_the_greeting_are_cut_off():
    topics = [f"大力发展{n}业。{PROSE}" for n in ("农", "工", "商")]
    lines = [
        "各位代表：现在我代表市政府报告工作。",
        f"一、2007年政府的工作2007年，{PROSE}",
        f"（一）发展生产。{PROSE}" + "".join(topics) + "积极做好服务。办好实事。",
        f"（二）改善民生。{PROSE}认真办好教育。{PROSE}",
    ]
    found = cut_up("\n".join(lines))
    assert found[:2] == ["各位代表：", "现在我代表市政府报告工作。"]
    assert [part[:6] for part in found[4:8]] == [
        "（一）发展生",
        *("大力发展" + n + "业" for n in "农工商"),
    ]
    assert found[8:] == [lines[3]]


def test_an_indent_after_a_full_stop_begins_a_paragraph_in_any_file():
    assert cut_up(f"{PROSE}\u3000\u3000做好后续工作。{PROSE}") == [PROSE, f"做好后续工作。{PROSE}"]


@pytest.mark.parametrize(
    "text",
    [
        "三、2031年重点任务具体要抓好九个方面的工作：",
        "四、加强政府自身建设发展的重任、人民的期盼，要求我们不断提高政府的治理水平和服务能力，不负重托。",
    ],
)
def test_a_short_line_is_cut_too_where_no_heading_ends_so(text):
    assert len(cut_up(text)) == 2


def test_a_heading_that_goes_on_after_such_words_is_left_whole():
    text = "四、加强政府自身建设，努力打造人民满意的服务型政府，不断开创各项工作的崭新局面。"
    assert cut_up(text) == [text]
