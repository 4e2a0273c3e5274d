"""What a line of a report's head is."""

import pytest

from beiguan_desktop.core.head_lines import (
    is_label,
    is_name,
    is_occasion,
    is_open_date,
    is_plausible,
    kind_of,
)

OCCASION = "2031年1月20日在青石县第十四届人民代表大会第五次会议上"


@pytest.mark.parametrize(
    "line",
    [
        OCCASION,
        f"——{OCCASION}的政府工作报告",
        "——在某党第二十次全国代表大会上的报告",
        "----2031年1月15日石青市长在石山市第十六届人民代表大会第三次会议的政府工作报告",
        f"{OCCASION}省长石青作政府工作报告。",
    ],
)
def test_an_occasion_may_name_the_speaker_and_the_report(line):
    assert is_occasion(line)
    assert kind_of([line]) == "meta"


@pytest.mark.parametrize(
    "line", ["在会议上，他作了报告。", "现在，我代表县政府报告工作。", "在这次会议上的报告", "石青"]
)
def test_other_lines_are_no_occasion(line):
    assert not is_occasion(line)


def test_a_date_may_have_brackets_and_a_name():
    assert kind_of(["（2031年1月12日 石青）"]) == "meta"
    assert is_open_date("2031年01月13日")
    assert not is_open_date("（2031年1月12日）")


def test_a_label_and_a_plausible_line():
    assert is_label("青石区会议文件（2）")
    assert is_plausible("当前的形势和任务")
    assert not any(map(is_plausible, ["首页", "一、回顾", "大", "A|B", "全屏", "来源：某报"]))


def test_a_name_alone():
    assert is_name("石\u3000青")
    assert is_name("石山·青石红")
    assert not is_name("石山青石红")
