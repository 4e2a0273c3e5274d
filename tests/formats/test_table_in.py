"""CSV files as people have them: any encoding, any separator, quotation marks and all."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.table import Line, Sheet
from beiguan_desktop.core.text import legible
from beiguan_desktop.formats import table_in
from beiguan_desktop.formats.kinds import XLSX
from tests.formats.made_files import docx

TEXT = '姓名,意见\r\n代表甲,"写明，“一、二”,\r\n两行"\r\n\r\n代表乙,"说""好"""\r\n'
LINES = (
    Line(1, ("姓名", "意见")),
    Line(2, ("代表甲", "写明，“一、二”,\n两行")),
    Line(4, ("代表乙", '说"好"')),
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.replace("\r\n", "\n").encode("gbk"),
        TEXT.replace("\r\n", "\r").encode(),
    ],
    ids=["UTF-8", "with a mark", "GB18030", "UTF-16", "without a mark", "GBK", "carriage returns"],
)
def test_encodings_and_line_ends_make_no_difference(data):
    assert table_in.read_csv(data) == Sheet("", LINES)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_the_one_by_which_the_head_line_has_most_names(separator):
    cells = [["姓名", "代表团", "意见"], ["代表甲", "第三", "一；二，三,四;五"]]
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(cells)
    (head, line) = table_in.read_csv(text.getvalue().encode()).lines
    assert (list(head.cells), list(line.cells)) == (cells[0], cells[1])


def test_a_table_of_one_column_and_one_without_a_head_are_read_as_they_are():
    assert table_in.read_csv("甲\n乙;丙\n".encode()).lines[1].cells == ("乙", "丙")
    assert table_in.read_csv("甲".encode()).lines == (Line(1, ("甲",)),)


def test_a_quotation_mark_without_partner_is_told_by_its_line():
    with pytest.raises(UserError, match=r"第3行附近的引号没有配对.*CSV UTF-8"):
        table_in.read_csv('姓名,意见\n代表甲,"一\n代表乙,二\n'.encode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "是空的"),
        (b" \r\n\t", "是空的"),
        (b"a" * (table_in.LARGEST + 1), "8 MB"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), r"\.xls、\.et"),
        (b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_what_is_no_table_is_refused_before_it_is_read(data, reason):
    with pytest.raises(UserError, match=reason):
        table_in.media_of(data)


def test_a_zip_counts_as_excel_and_everything_else_as_csv():
    assert table_in.media_of(docx("")) == XLSX
    assert table_in.media_of("姓名".encode()) == ""


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xff\xff\xff", b"\xef\xbb\xbf"])
def test_what_is_no_text_says_how_to_store_it(data):
    with pytest.raises(UserError, match=r"认不出这个文件里的表格。.*另存为 \.xlsx"):
        table_in.read_csv(data)


def test_a_table_has_a_most_of_lines_and_columns():
    row = ",".join("甲" * 200)
    (line,) = table_in.read_csv(row.encode()).lines
    assert len(line.cells) == table_in.MOST_COLUMNS
    most = "甲,乙\n" * table_in.MOST_LINES
    assert len(table_in.read_csv(most.encode()).lines) == table_in.MOST_LINES
    with pytest.raises(UserError, match=r"超过了 5000 行。请分成几个表"):
        table_in.read_csv(f"{most}甲,乙".encode())


def test_blank_lines_are_left_out_and_count():
    lines = table_in.read_csv("姓名,意见\n\n,,\n代表甲,好\n".encode()).lines
    assert [line.number for line in lines] == [1, 4]


@given(st.binary(max_size=400))
@example(b'"')
@example('姓名,意见\n"'.encode())
@example("姓名;意见\n甲;\x00".encode())
@example(b"+/v8-")
@example('姓名\t意见\n甲\t"乙"丙'.encode("utf-16"))
def test_any_bytes_are_a_table_or_a_sentence(data):
    try:
        found = None if table_in.media_of(data) == XLSX else table_in.read_csv(data)
    except UserError as error:
        found = error
    assert found is None or isinstance(found, Sheet) or "请" in str(found)


CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(legible)
ROW = st.lists(CELL, min_size=1, max_size=6)


@given(st.lists(ROW, max_size=8), st.sampled_from([",", ";", "\t"]), st.booleans())
@example([["甲\n乙", '"', "丙,丁;戊\t己"]], ",", True)
def test_a_table_that_was_written_comes_back(rows, separator, has_mark):
    head = ["姓名", "代表团", "段落", "原文", "意见"]
    text = io.StringIO()
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows([head, *rows])
    data = text.getvalue().encode("utf-8-sig" if has_mark else "utf-8")
    found = table_in.read_csv(data).lines
    wanted = [tuple(row) for row in [head, *rows] if any(cell.strip() for cell in row)]
    assert [line.cells for line in found] == wanted


@given(st.lists(st.tuples(CELL, st.lists(ROW, max_size=4)), min_size=1, max_size=3))
def test_sheets_spelt_as_text_come_back(made):
    sheets = tuple(Sheet(name, table_in.kept(enumerate(rows, 1))) for name, rows in made)
    assert table_in.loads(table_in.dumps(sheets)) == sheets


@pytest.mark.parametrize(
    "text", ["", "甲", "甲,乙,丙", ",甲\n乙,丙", ',甲\n"', ",甲\n-1,丙", ",a\f"]
)
def test_text_that_spells_no_sheets_is_refused(text):
    with pytest.raises(UserError):
        table_in.loads(text)
