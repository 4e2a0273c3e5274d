"""Titles are broken by sense, and never lose a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.ui.title_breaking import break_title


def broken(title: str, width: float, *, first: float | None = None, last: float | None = None):
    """Break in a face in which Han are 1 wide and ASCII half of it."""
    return break_title(title, ems, width, first or width, last or width)


def ems(text: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in text)


@pytest.mark.parametrize(
    ("title", "width", "lines"),
    [
        ("经济运行稳中有进", 8, ["经济运行稳中有进"]),
        ("五年接续奋斗，综合实力稳步提升", 10, ["五年接续奋斗，", "综合实力稳步提升"]),
        ("一、2025年和“十四五”时期工作回顾", 12, ["一、2025年和“十四五”", "时期工作回顾"]),
        ("二、“十五五”时期主要目标任务", 12, ["二、“十五五”", "时期主要目标任务"]),
        ("三、2026年重点工作", 7, ["三、2026年", "重点工作"]),
        ("高质量发展实现重大突破", 9, ["高质量发展", "实现重大突破"]),
        ("建设现代化产业体系取得显著成效", 9, ["建设现代化产业体系", "取得显著成效"]),
        ("四、加强政府自身建设", 9, ["四、加强政府", "自身建设"]),
        ("扩内需稳增长，夯实高质量发展根基", 6.5, ["扩内需稳增长，", "夯实高质量", "发展根基"]),
        ("加强Windows11终端管理", 6, ["加强", "Windows11", "终端管理"]),
    ],
)
def test_a_title_is_broken_where_people_pause(title, width, lines):
    assert list(broken(title, width)) == lines


def test_a_title_leaves_room_beside_its_first_or_last_line():
    assert list(broken("提升群众幸福指数工作", 10, first=4)) == ["提升群众", "幸福指数工作"]
    assert ems(broken("提升群众幸福指数工作", 10, last=4)[-1]) <= 4


def test_the_blank_half_of_a_closing_mark_may_hang_out():
    assert broken("促改革优环境，释放发展内生动力", 6.5)[0] == "促改革优环境，"


def test_an_empty_title_is_one_empty_line():
    assert broken("", 5) == ("",)


@given(st.text(max_size=40), st.floats(0.5, 30), st.floats(0, 1))
def test_no_title_loses_a_character(title, width, share):
    lines = broken(title, width, first=max(0.1, width * share))
    assert "".join(lines) == title


@given(st.text("建设发展“”，、（）", max_size=30), st.floats(1, 12))
def test_no_line_is_wider_than_its_room_but_for_a_hanging_mark(title, width):
    for line in broken(title, width):
        assert len(line) == 1 or ems(line) <= width + 0.5
