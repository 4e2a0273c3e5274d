"""Cutting a head that an extraction glued together."""

import pytest

from beiguan_desktop.core.head_gluing import unglued_head
from beiguan_desktop.core.lines import cut

OCCASION = "2031年1月20日在青石县第十四届人民代表大会第五次会议上"


def cut_up(*lines):
    found = unglued_head(cut("\n".join(lines))[0])
    text = "\n".join(lines)
    assert all(text[line.start : line.end] == line.text for line in found)
    return [line.text for line in found]


def test_a_glued_head_is_cut_into_its_lines():
    assert cut_up(f"政府工作报告——{OCCASION}青石县县长 石青各位代表：现在报告工作。") == [
        "政府工作报告",
        f"——{OCCASION}",
        "青石县县长 石青",
        "各位代表：",
        "现在报告工作。",
    ]


@pytest.mark.parametrize("gap", ["", " ", "\u3000"])
def test_spaced_titles_and_names_and_blanks_between_the_parts_are_no_hindrance(gap):
    head = ["政 府 工 作 报 告（讨论稿）", f"（{OCCASION}）", "青石县县长 石 青", "各位代表："]
    assert cut_up(gap.join([*head, "甲"])) == [*head, "甲"]


def test_a_head_of_another_form_is_cut_off_the_salutation():
    head = f"2031年石山市政府工作报告{OCCASION}省长石青作政府工作报告"
    assert cut_up(f"{head}各位代表：甲") == [head, "各位代表：", "甲"]


def test_a_speaker_may_be_a_name_alone_or_one_with_a_dot():
    assert cut_up(f"{OCCASION}石青各位代表：甲") == [OCCASION, "石青", "各位代表：", "甲"]
    speaker = "自治区主席 石尔肯·石亚"
    assert cut_up(f"{OCCASION}{speaker}各位代表：甲")[1] == speaker


def test_a_web_pages_words_glued_above_the_salutation_are_cut_off():
    page = "首页政务公开政府工作报告发布时间：2031-04-13信息来源：某网分享到："
    assert cut_up(f"{page}各位代表：现在报告工作。") == [page, "各位代表：", "现在报告工作。"]


def test_the_date_may_stand_before_or_behind_the_speaker():
    for day_first in (True, False):
        middle = ["（2031年1月9日）", "青石县县长石青"][:: 1 if day_first else -1]
        head = ["政府工作报告", *middle, "各位代表："]
        assert cut_up("".join(head) + "甲") == [*head, "甲"]


def test_title_and_occasion_glued_on_one_line_are_two():
    assert cut_up(f"政府工作报告{OCCASION[:-6]}", "第五次会议上", "各位代表：", "甲") == [
        "政府工作报告",
        OCCASION[:-6],
        "第五次会议上",
        "各位代表：",
        "甲",
    ]


def test_a_salutation_is_cut_off_the_first_words():
    assert cut_up("各位代表、同志们：现在报告。", "各位代表：再说一遍。") == [
        "各位代表、同志们：",
        "现在报告。",
        "各位代表：再说一遍。",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "政府工作报告2031年1月9日各位代表：现在......",
            "政府工作报告",
            "各位代表：",
            "现在报告。",
        ),
        ("各位代表，现在报告。",),
        ("首页", "大会上报告了别的。各位代表：现在报告。"),
        (f"{'会议' * 70}报告", "各位代表：", "甲"),
    ],
)
def test_an_abstract_and_the_bodys_own_lines_are_left_whole(lines):
    assert cut_up(*lines) == list(lines)
