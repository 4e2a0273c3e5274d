"""Reading a report: units, kinds, levels, paths, joins and repairs."""

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.outline import READER
from tests.unit.reading_checks import assert_whole, kinds, read
from tests.unit.specimen import (
    ADDRESS,
    CLOSING_ITEMS,
    ECONOMY,
    OPENING,
    PERORATION,
    PROBLEMS,
    TEXT,
    report,
)


def unit_of(reading, text):
    return next(unit for unit in reading.units if unit.source_text.startswith(text))


def test_the_specimen_has_the_units_that_people_count():
    reading = read(TEXT)
    assert kinds(reading) == (
        ["meta", "title", "meta", "meta", "salutation", "paragraph", "heading1"]
        + ["paragraph"] * 7
        + ["heading1", "paragraph", "paragraph", "heading1", "heading2"]
        + ["paragraph", "paragraph", "heading2"]
        + ["paragraph"] * 4
        + ["footer", "footer"]
    )
    assert reading.title == "政府工作报告"
    assert reading.reader == READER
    assert reading.characters == len(TEXT)
    assert_whole(TEXT, reading)


def test_a_label_broken_over_two_lines_is_one_unit():
    label = read(TEXT).units[0]
    assert label.text == "青石区十二届人大三次会议文件（3）"
    assert len(label.spans) == 2


def test_run_ins_of_every_type_are_found():
    reading = read(TEXT)
    found = {u.runin.text: (u.runin.level, u.runin.type) for u in reading.units if u.runin}
    assert found["（一）经济运行稳中有进。"] == (2, "numbered")
    assert found["一是高质量发展实现突破。"] == (2, "ordinal")
    assert found["——综合实力稳步提升。"] == (2, "dash")
    assert found["提振消费能级。"] == (3, "topic")
    assert len(found) == 10


def test_a_path_holds_the_headings_above_but_not_the_own_run_in():
    reading = read(TEXT)
    assert unit_of(reading, ECONOMY).path == ("一、2030年工作回顾",)
    topic = unit_of(reading, "提振消费能级")
    assert topic.path == ("三、2031年重点工作", "（一）扩内需稳增长，夯实发展根基")
    items = unit_of(reading, CLOSING_ITEMS)
    assert items.path == ("三、2031年重点工作", "（二）惠民生增福祉，提升幸福指数")


def test_addressing_the_deputies_or_naming_problems_closes_level_two():
    reading = read(TEXT)
    for text in (ADDRESS, PROBLEMS):
        assert unit_of(reading, text).path == ("一、2030年工作回顾",)
    assert unit_of(reading, PERORATION).path == ("三、2031年重点工作",)
    alone = read(report("一、回顾工作", ECONOMY, "各位代表！", "我们还有许多工作要做，任务很重。"))
    assert kinds(alone)[4] == "salutation"
    assert alone.units[5].path == ("一、回顾工作",)


def test_a_paragraph_torn_by_a_page_is_joined_and_the_place_kept():
    place = ECONOMY.index("精准")
    torn = ECONOMY[:place] + "\n\n" + ECONOMY[place:]
    text = TEXT.replace(ECONOMY, torn)
    unit = unit_of(read(text), ECONOMY)
    assert unit.seams == (place,)
    assert len(unit.spans) == 2
    assert read(text).letters == read(TEXT).letters


def test_what_was_mended_is_listed_and_nothing_else_changed():
    reading = read(TEXT)
    unit = unit_of(reading, ECONOMY)
    assert unit.source_text == ECONOMY
    assert "5.5%，与全市" in unit.text
    assert "PM₂.₅浓度" in unit.text
    assert "完成 189.3 亿元" in unit.text
    kinds_of_repair = [repair.kind for repair in reading.repairs]
    assert kinds_of_repair == ["join", "half-width punctuation", "subscript"]
    assert all(repair.grade == "必错" for repair in reading.repairs)


def test_a_seam_makes_no_false_heading():
    torn = "扩大清洁\n\n能源使用规模。支持企业开展绿色化改造，积极倡导低碳生活。"
    reading = read(report("一、工作安排", "推动绿色低碳发展。大力发展光伏发电，" + torn))
    assert kinds(reading)[3:5] == ["paragraph", "paragraph"]


def test_repairs_after_a_seam_point_into_the_source():
    text = report("一、工作安排", "大力发展光伏发电，扩大清洁\n\n能源规模,支持企业改造,确保落实。")
    reading = read(text)
    assert [text[r.start : r.end] for r in reading.repairs] == ["\n\n", ",", ","]
    assert_whole(text, reading)


def test_a_report_without_any_heading_is_still_read():
    reading = read(report("没有标题的一段文字，写得并不算长。"))
    assert kinds(reading) == ["salutation", "paragraph", "paragraph", "paragraph"]
    assert reading.title == "政府工作报告"


def test_an_empty_text_has_no_units():
    reading = read(" \n\u3000\n")
    assert reading.units == ()
    assert reading.noise == ()


def test_residue_goes_to_noise_and_the_words_stay():
    text = "\n".join(
        ("当前位置：", "首页", "政府工作报告", "来源：某报", "各位代表：", OPENING, PERORATION)
    )
    text += "  百度搜索某 数 据 网\n责任编辑：某某\n扫一扫在手机打开当前页"
    reading = read(text)
    assert kinds(reading) == ["title", "salutation", "paragraph", "paragraph"]
    assert reading.units[-1].text == PERORATION
    assert_whole(text, reading)


def test_a_second_copy_of_the_body_is_noise():
    long = [
        f"第{n}件事情写得足够长，长到不会被看作标题，并且每一段都各不相同。" * 2 for n in "甲乙丙丁"
    ]
    body = "\n".join(("各位代表：", OPENING, *long, PERORATION))
    reading = read(f"政府工作报告\n{body}\n政府工作报告\n{body}")
    assert kinds(reading) == ["title", "salutation"] + ["paragraph"] * 6
    assert_whole(f"政府工作报告\n{body}\n政府工作报告\n{body}", reading)


def test_a_glossary_after_the_last_words_is_notes():
    text = report() + "\n\n名词解释\n\n1.某工程：指为了说明而写的一个词条，并不存在。"
    assert kinds(read(text))[-2:] == ["note", "note"]


def test_page_numbers_in_the_flow_are_noise():
    parts = [f"持续推进第{n}项工作，着力解决群众反映的突" for n in "甲乙丙"]
    lines = [f"{part}\n\n- {i} -\n\n出问题，取得实效。" for i, part in enumerate(parts, 1)]
    reading = read(report(*lines))
    assert kinds(reading)[2:5] == ["paragraph"] * 3
    assert len(reading.noise) == 3
    bare = read(report(*(line.replace("- ", "").replace(" -", "") for line in lines)))
    assert kinds(bare) == kinds(reading)


def test_literal_line_ends_part_paragraphs():
    text = report("一、工作回顾", ECONOMY, joint=r"\r\n")
    reading = read(text)
    assert kinds(reading)[2:4] == ["heading1", "paragraph"]
    assert_whole(text, reading)


def test_a_report_without_a_title_has_the_one_its_extraction_names():
    reading = read("标题：2031年石山市政府工作报告——在会议上\n年份：2031\n" + report())
    assert reading.title == "2031年石山市政府工作报告"
    assert kinds(reading)[0] == "salutation"


def test_a_running_head_in_the_flow_is_noise():
    name = "政府工作报告"
    text = f"{name}\n\n" + report(name, ECONOMY, name)
    reading = read(text)
    assert [unit.source_text for unit in reading.units].count(name) == 1
    assert len(reading.noise) == 2
    assert_whole(text, reading)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一、去年工作回顾\n去年的工作做得很好。", "石山市2031年"),
        ("政府工作报告\n一、去年工作回顾\n去年的工作做得很好。", "政府工作报告"),
        ("各位代表：\n现在，我代表市人民政府，向大会报告工作。", "政府工作报告"),
    ],
)
def test_a_report_without_a_title_is_called_by_its_file(text, title):
    assert outline.read(text, source="0" * 64, called="石山市2031年").title == title
    assert outline.read(text, source="0" * 64, called="1").title != "1"
