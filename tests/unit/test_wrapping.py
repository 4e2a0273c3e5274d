"""Printed lines to paragraphs: full lines, first lines, headings, indents, blank lines."""

import pytest

from beiguan_desktop.core.lines import cut
from beiguan_desktop.core.wrapping import paragraphs
from tests.unit.reading_checks import kinds, read
from tests.unit.specimen import report

WIDTH = 28
FULL = "各级各部门认真落实各项工作部署，持续推动经济平稳健康发展"
"""A line of 28 columns that ends open."""
CLOSED = FULL[:-1] + "。"
FIRST = FULL[2:]
LAST = "成效显著。"


def groups(*lines):
    found = paragraphs(cut("\n".join(lines))[0], WIDTH)
    return [[line.text for line in group] for group in found]


def test_a_short_line_ends_a_paragraph_and_a_full_one_goes_on():
    assert groups(FIRST, FULL, LAST, FIRST, LAST) == [[FIRST, FULL, LAST], [FIRST, LAST]]


def test_a_full_line_goes_on_even_after_a_full_stop():
    assert groups(FIRST, CLOSED, FULL, LAST) == [[FIRST, CLOSED, FULL, LAST]]
    assert groups(FIRST, CLOSED, LAST) == [[FIRST, CLOSED, LAST]]


def test_a_line_as_wide_as_first_ones_begins_a_paragraph_after_a_full_stop():
    assert groups(FIRST, CLOSED, FIRST, LAST) == [[FIRST, CLOSED], [FIRST, LAST]]


def test_a_line_that_only_lacks_room_for_a_number_goes_on():
    number = "2030.55亿元，成效显著。"
    assert groups(FIRST, CLOSED, FIRST, number) == [[FIRST, CLOSED, FIRST, number]]
    assert groups(FIRST, FULL[:-3], number) == [[FIRST, FULL[:-3], number]]


def test_a_heading_of_two_lines_ends_at_the_short_one():
    heading = "（一）" + FULL[3:26]
    assert groups(heading, "开放", FIRST, LAST) == [[heading, "开放"], [FIRST, LAST]]
    assert groups(heading, FIRST, LAST) == [[heading], [FIRST, LAST]]


def test_a_short_open_line_after_a_full_stop_is_a_heading():
    assert groups(FIRST, CLOSED, "2031年工作安排", FIRST, LAST)[1] == ["2031年工作安排"]


def test_a_paragraph_that_begins_with_a_label_is_joined_however_long_it_is():
    assert len(groups("（一）" + FULL[5:], *[FULL] * 90, LAST)) == 1


def test_labels_and_addresses_begin_whatever_stands_before():
    assert len(groups(FIRST, CLOSED, "（二）扩大投资。" + FULL[8:26], LAST)) == 2
    assert len(groups(FIRST, CLOSED, "各位代表！" + FULL[5:], LAST)) == 2
    assert len(groups("各位代表：", FIRST, LAST)) == 2


def test_kept_indents_say_where_paragraphs_begin():
    first = "\u3000\u3000" + FIRST
    found = groups(first, CLOSED, FULL, LAST, first, CLOSED, first, LAST)
    assert [len(group) for group in found] == [4, 2, 2]


def test_blank_lines_part_paragraphs_and_are_no_more_than_pages_inside_them():
    parted = [line for _ in range(6) for line in (FIRST, CLOSED, LAST, "")]
    assert [len(group) for group in groups(*parted, FIRST, CLOSED, "", LAST)] == [3] * 6 + [2, 1]
    assert [len(g) for g in groups(FIRST, FULL, "", LAST, FIRST, CLOSED, "", LAST)] == [3, 2, 1]


def printed(text, width):
    """Print a paragraph: an indent, then full lines; no closing mark begins a line."""
    lines, room = [""], width - 2
    for character in text:
        if len(lines[-1]) >= room and character not in "，。、；：！”":
            lines.append("")
            room = width
        lines[-1] += character
    return lines


@pytest.mark.parametrize("width", [22, 28, 36])
def test_a_printed_report_is_read_like_the_whole_one(width):
    story = "持续推动经济平稳健康发展，统筹做好各项重点工作，取得了明显的成效，群众更加满意。"
    sections = [
        line
        for number in "一二三四五"
        for line in (
            f"（{number}）推进第{number}项重点工作，不断提升人民群众的获得感和幸福感安全感",
            f"提振消费能级。{story * 2}",
            f"扩大有效投资。{story * 3}",
        )
    ]
    whole = read(report("一、工作安排", *sections, joint="\n"))
    lines = report("一、工作安排", *sections, joint="\n").split("\n")
    reading = read("\n".join(part for line in lines for part in printed(line, width)))
    assert [unit.text for unit in reading.units] == [unit.text for unit in whole.units]
    assert kinds(reading) == kinds(whole)
    assert [unit.runin for unit in reading.units] == [unit.runin for unit in whole.units]
