"""Joining: page seams, links torn out, hard-wrapped lines, page marks."""

from beiguan_desktop.core.line_habit import wrap_width
from beiguan_desktop.core.lines import cut
from beiguan_desktop.core.seams import joined
from tests.unit.reading_checks import assert_whole, kinds, read
from tests.unit.specimen import ECONOMY, PEOPLE, REVIEW, report

STORY = (
    "始终把稳增长作为首要任务，系统施策、精准发力，推动经济持续回升向好。全区生产总值同比增长，"
    "财政运行总体平稳，重点项目完成年度投资计划，发展动能稳步增强，人民生活更加美好，前景广阔。"
)


def wrapped(text, width=28):
    """Break a paragraph into printed lines, the first two columns shorter."""
    first = text[: width - 2]
    rest = [text[i : i + width] for i in range(width - 2, len(text), width)]
    return "\n".join([first, *rest])


def blocks_of(text):
    return joined(cut(text)[0])


def test_open_lines_go_on_and_closed_ones_do_not():
    assert [len(b.lines) for b in blocks_of("甲乙丙，\n\n丁戊。\n\n己庚。")] == [2, 1]


def test_a_label_that_is_not_next_is_the_accident_of_a_tear():
    found = blocks_of("推动一二三产融合，重点发展第一、\n\n二、三产业，取得成效。")
    assert [len(b.lines) for b in found] == [2]


def test_a_dash_after_a_dash_is_no_heading():
    found = blocks_of("奋力谱写新篇章——\n\n——为民服务，取得成效。")
    assert [len(b.lines) for b in found] == [2]


def test_hard_wrapped_lines_are_joined_even_after_a_full_stop():
    paragraphs = [f"{n}年来，{STORY}" for n in ("一", "二", "三", "四", "五", "六")]
    text = "\n".join(["一、工作回顾", *map(wrapped, paragraphs)])
    assert wrap_width(cut(text)[0]) == 28
    found = blocks_of(text)
    assert [b.text for b in found] == ["一、工作回顾", *paragraphs]
    assert not any(b.seams for b in found)


def test_a_long_heading_in_a_wrapped_file_takes_its_second_line():
    heading = "（一）全力以赴扩内需稳增长促转型，坚定不移夯实全区高质量发展根基"
    text = "\n".join([wrapped(heading), *(wrapped(STORY) for _ in range(6)), "各位代表！再见。"])
    found = blocks_of(text)
    assert found[0].text == heading
    assert found[-1].text == "各位代表！再见。"


def test_single_line_ends_join_where_links_were_torn_out():
    torn = "推动\n十三五\n规划和\n对外开放\n战略顺利\n实施。\n继续努力，\n不断前进。"
    text = report(*(f"过去第{n}个年头，{REVIEW}" for n in "一二三四五六"), torn, ECONOMY)
    reading = read(text)
    unit = next(u for u in reading.units if u.text.startswith("推动十三五"))
    assert unit.text == "推动十三五规划和对外开放战略顺利实施。继续努力，不断前进。"
    assert unit.seams == ()


def test_a_lone_zero_width_line_is_the_end_of_a_page():
    text = report(
        *(f"过去第{n}个年头，{REVIEW}" for n in "一二三四五六"),
        "持续推进改革。\n\u200b\n不断扩大开放，取得成效。",
        ECONOMY,
    )
    unit = next(u for u in read(text).units if u.text.startswith("持续推进"))
    assert unit.text == "持续推进改革。不断扩大开放，取得成效。"
    assert len(unit.seams) == 1


def test_a_heading_torn_in_a_row_of_run_ins_is_joined():
    third = "（三）创新驱动\n\n纵深推进。创新平台能级不断跃升，主体不断壮大。"
    fourth = "（四）改革开放不断深化。营商环境优化升级，区域合作纵深推进。"
    reading = read(report("一、工作回顾", ECONOMY, PEOPLE, third, fourth))
    assert kinds(reading)[3:7] == ["paragraph"] * 4
    assert reading.units[5].runin.text == "（三）创新驱动纵深推进。"


def test_a_standing_heading_among_standing_ones_stays_one():
    reading = read(report("一、工作安排", "（一）扩大投资", REVIEW, "（二）改善民生", REVIEW))
    assert kinds(reading)[3:5] == ["heading2", "paragraph"]


def test_catchwords_are_not_joined_into_a_sentence():
    words = ["上级文件", "规范文件", "其他文件", "通知公告", "政策解读", "机构概况"]
    text = "\n".join(words * 5)
    assert_whole(text, read(text))
    assert max(len(b.lines) for b in blocks_of("\n".join(["首页", *words * 5]))) <= 3


def test_rows_of_a_table_are_joined_to_nothing():
    rows = ["附表：主要指标", "地区生产总值\t6%左右", "一般公共预算收入\t5%", "说明如下"]
    assert [block.text for block in blocks_of("\n".join(rows))] == rows
    filled = "\n".join([*wrapped(STORY * 9).split("\n"), *rows, *wrapped(STORY).split("\n")])
    assert wrap_width(cut(filled)[0])
    assert [block.text for block in blocks_of(filled)][-5:-1] == rows


PARTED = [f"过去第{n}个年头，{REVIEW}" for n in "一二三四五六"]


def test_a_bold_first_sentence_on_its_line_goes_on_below():
    bold = [f"{head}\n{STORY}" for head in ("加强农业。", "办好教育。", "扩大开放。", "改善民生。")]
    text = report("一、今后的工作", *PARTED, *bold, "——经济平稳增长。\n" + STORY, ECONOMY)
    units = [u for u in read(text).units if len(u.spans) == 2]
    assert [u.runin.text for u in units] == [
        "加强农业。",
        "办好教育。",
        "扩大开放。",
        "改善民生。",
        "——经济平稳增长。",
    ]


def test_links_torn_out_of_headings_and_paragraphs_go_back():
    lines = ["1、民主", "法制", "建设得到加强，局面进一步巩固", "村务公开进一步深入，效果良好。"]
    torn = [x for n in "甲乙丙" for x in (f"{n}地认真做好", "法制", "工作，取得成效。")]
    found = blocks_of("\n\n".join([*lines, *torn, "前进了一大步。", "法制", "得到加强。"]))
    assert [(b.text, b.is_heading) for b in found[:2]] == [
        ("1、民主法制建设得到加强，局面进一步巩固", True),
        ("村务公开进一步深入，效果良好。", False),
    ]
    assert found[-1].text == "前进了一大步。法制得到加强。"


def test_a_line_never_begins_with_a_comma():
    assert [b.text for b in blocks_of("农村。\n\n，重点在农村。\n\n结束。")] == [
        "农村。，重点在农村。",
        "结束。",
    ]


def test_an_indented_line_begins_a_paragraph_where_all_are_indented():
    lines = ["\u3000\u3000" + line for line in (STORY, STORY, "今后的主要思路", STORY, STORY)]
    assert [b.text for b in blocks_of("\n".join(lines))][2] == "今后的主要思路"


def test_two_open_ordinals_in_a_row_are_headings_and_one_is_torn():
    first, second = "第一，着力推进重点领域改革，为科学发展提供保障", "第二，进一步优化发展环境"
    found = blocks_of("\n".join([first, STORY, second, STORY]))
    assert [b.is_heading for b in found] == [True, False, True, False]
    assert [len(b.lines) for b in blocks_of("\n".join([first, STORY]))] == [2]
    short = blocks_of("\n".join(["一要", STORY, "二要", STORY]))
    assert [len(b.lines) for b in short] == [2, 2]


def test_a_dash_under_a_chapter_is_its_second_line():
    found = blocks_of(f"一、工作回顾\n——稳中有进、质效向好\n{STORY}")
    assert [(len(b.lines), b.is_heading) for b in found] == [(2, True), (1, False)]
    assert not found[0].seams


def test_an_address_before_a_private_character_is_still_one():
    assert [b.text for b in blocks_of("各位代表:\ue004\n现在，报告工作。")] == [
        "各位代表:",  # the character is a sign of a web page's own face
        "现在，报告工作。",
    ]


def test_a_long_heading_torn_at_a_seam_takes_its_rest():
    first, rest = "（二）坚定不移深化改革开放创新，奋力在高质量发展", "上实现新突破"
    found = blocks_of("\n\n".join([first, rest, STORY]))
    assert [(b.text, b.is_heading, b.seams) for b in found[:1]] == [(first + rest, True, [1])]
    apart = blocks_of("\n\n".join(["（二）深化改革", "发展质量稳步提升", STORY]))
    assert [b.text for b in apart[:1]] == ["（二）深化改革"]
