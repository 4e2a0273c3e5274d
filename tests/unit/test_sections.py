"""The section tree."""

from beiguan_desktop.core.sections import sections
from tests.unit.reading_checks import read
from tests.unit.small_report import body, heading, report_of
from tests.unit.specimen import TEXT


def flat(tree, depth=0):
    for section in tree:
        yield depth, section
        yield from flat(section.children, depth + 1)


def test_standing_and_run_in_headings_alike_are_in_the_tree():
    found = [(depth, s.label, s.words) for depth, s in flat(sections(read(TEXT).units))]
    assert found == [
        (0, "一、", "2030年工作回顾"),
        (1, "（一）", "经济运行稳中有进"),
        (1, "（二）", "民生福祉持续增进"),
        (1, "——", "综合实力稳步提升"),
        (1, "——", "城乡面貌深刻变化"),
        (0, "二、", "今后五年主要目标任务"),
        (1, "一是", "高质量发展实现突破"),
        (1, "二是", "生态环境持续改善"),
        (0, "三、", "2031年重点工作"),
        (1, "（一）", "扩内需稳增长，夯实发展根基"),
        (2, "", "提振消费能级"),
        (2, "", "扩大有效投资"),
        (1, "（二）", "惠民生增福祉，提升幸福指数"),
        (2, "", "抓实稳岗就业"),
        (2, "", "完善社会保障"),
    ]


def test_a_section_reaches_to_the_last_unit_that_names_it():
    reading = read(TEXT)
    first, second, third = sections(reading.units)
    assert (first.first, first.last) == (6, second.first - 1)
    assert [(s.first, s.last) for s in first.children] == [(8, 8), (9, 9), (11, 11), (12, 12)]
    last = third.children[-1]
    assert reading.units[last.last].text.startswith("加强国防动员")
    assert reading.units[third.last].text.startswith("各位代表！山海")
    assert all(s.unit == s.first <= s.last for _, s in flat((first, second, third)))


def test_labels_lose_blanks_and_half_widths():
    text = TEXT.replace("（二）民生", "(二) 民生").replace("一是高质量", "第一，高质量")
    labels = [s.label for _, s in flat(sections(read(text).units))]
    assert labels[2] == "（二）"
    assert "第一" in labels


def test_a_report_without_headings_has_no_sections():
    assert sections(read("各位代表：\n\n没有标题的一段文字。").units) == ()


def test_a_unit_under_another_title_closes_the_section():
    below = body("甲。", "一、回顾"), body("乙。", "二、安排"), body("丙。", "二、安排")
    units = report_of(heading("一、回顾", 1), *below).units
    (only,) = sections(units)
    assert (only.first, only.last) == (0, 1)
