"""A document is a value first."""

import pytest

from beiguan_desktop.core.paper import Paper, Run, blank, block, fitted, rows, width


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


@pytest.mark.parametrize(
    ("lines", "count"),
    [(3, 22), (18, 22), (19, 23), (20, 24), (21, 25), (22, 22), (90, 22)],
)
def test_lines_stand_closer_only_where_that_saves_a_second_page(lines, count):
    around = (block("title", "题"), block("signature", "签"), block("receipt", "收"))
    paper = Paper("", "", (*around, *[block("body", "字" * 20)] * (lines - 3)))
    assert fitted(paper).lines_per_page == count
    assert fitted(paper).blocks == paper.blocks


def test_a_paragraph_takes_the_lines_its_indent_and_its_size_ask_for():
    two = block("body", "字" * 26)
    assert fitted(Paper("", "", (two,) * 10)).lines_per_page == 22
    assert fitted(Paper("", "", (two,) * 11)).lines_per_page == 23
    assert fitted(Paper("", "", (block("addressee", "字" * 27),) * 22)).lines_per_page == 23
    assert fitted(Paper("", "", (block("title", "字" * 20),) * 7)).lines_per_page == 22
    assert fitted(Paper("", "", (block("title", "字" * 20),) * 8)).lines_per_page == 25


def test_a_short_document_is_set_closer_where_that_saves_a_page_and_a_long_one_is_not():
    line = block("body", "字")
    for lines, count in ((43, 23), (42, 22), (48, 25), (65, 22), (88, 22)):
        assert fitted(Paper("", "", (line,) * lines)).lines_per_page == count, lines
