"""A document is a value first."""

import pytest

from beiguan_desktop.core.paper import Paper, Run, blank, block, rows, width


def test_a_paper_knows_the_lines_that_must_be_read_back():
    paper = Paper("题", "甲", (block("title", "标题"), block("body", Run("甲1.", "黑体"), "好")))
    assert paper.lines == ["标题", "甲1.好"]


@pytest.mark.parametrize(
    ("text", "characters"),
    [("", 0), ("北关区", 3), ("2026年", 3), ("—“”…", 4), ("𠮷", 1), ("１", 1)],
)
def test_width_counts_latin_letters_as_half_a_character(text, characters):
    assert width(text) == characters


def test_cells_stand_side_by_side_as_far_as_the_line_reaches():
    cells = ("甲" * 9, "乙" * 9, "丙" * 9)
    assert [row.text for row in rows(*cells)] == ["\t".join(cells[:2]), cells[2]]
    assert [row.text for row in rows("甲", "乙", "丙")] == ["甲\t乙\t丙"]
    assert [row.text for row in rows("甲" * 40, "乙")] == ["甲" * 40, "乙"]
    assert rows() == ()


def test_a_blank_is_a_line_to_write_on():
    assert blank(3) == "＿＿＿"
