"""Excel files: what their cells show, and what is refused."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import table_in, xlsx_in
from beiguan_desktop.formats.kinds import XLSX
from beiguan_desktop.formats.xlsx_values import Format, shown
from tests.formats.made_files import docx, packed
from tests.formats.made_tables import R, S, relations, sheet, words, xlsx


def sheets(data):
    found = xlsx_in.read(data)
    assert found.media == XLSX
    return table_in.loads(found.text)


def lines(data):
    (only,) = sheets(data)
    return [(line.number, *line.cells) for line in only.lines]


def cells(row, **others):
    """Return what one row of cells shows."""
    ((_, *found),) = lines(xlsx(sheet(f"<row>{row}</row>"), **others))
    return found


def test_words_of_a_cell_and_words_that_cells_share():
    strings = "<si><t>姓名</t></si><si><r><t>很</t></r><r><rPr><b/></rPr><t> 好</t></r></si>"
    row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>里面</t></is></c>'
    assert cells(row, strings=strings) == ["姓名", "很 好", "里面"]


def test_what_is_read_above_the_words_is_left_out_and_escapes_are_read():
    strings = (
        "<si><t>北关</t><rPh sb='0' eb='2'><t>bei guan</t></rPh></si><si><t>一_x000A_二</t></si>"
    )
    row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c>'
    assert cells(row, strings=strings) == ["北关", "一\n二"]


@pytest.mark.parametrize(
    ("kind", "value", "seen"),
    [
        ("s", "9", ""),
        ("s", "-1", ""),
        ("s", "", ""),
        ("s", "0000000000", ""),
        ("str", "由公式来", "由公式来"),
        ("e", "#N/A", "#N/A"),
        ("b", "1", "1"),
        ("n", "20", "20"),
        ("n", "20.0", "20"),
        ("n", "0.30000000000000004", "0.3"),
        ("n", "1E3", "1000"),
        ("n", "12345678901234567890", "12345678901234567890"),
        ("n", "nan", "nan"),
        ("n", "不是数", "不是数"),
    ],
)
def test_a_value_looks_as_excel_would_show_it(kind, value, seen):
    row = f'<c t="inlineStr"><is><t>头</t></is></c><c t="{kind}"><v>{value}</v></c><c><v>1</v></c>'
    assert cells(row) == ["头", seen, "1"]


STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d"/>'
    '<numFmt numFmtId="165" formatCode="[Red]0.0&quot;d&quot;_d\\d"/>'
    '<numFmt numFmtId="166" formatCode="h:mm;@"/><numFmt numFmtId="167" formatCode="0.00%"/>'
    '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>'
    + "".join(f'<xf numFmtId="{n}"/>' for n in (0, 14, 164, 165, 166, 167, 31, 9, 20, "x"))
    + '</cellXfs><cellStyles><xf numFmtId="14"/></cellStyles>'
)


@pytest.mark.parametrize(
    ("style", "value", "seen"),
    [
        (0, "46079", "46079"),
        (1, "46079", "2026-02-26"),
        (2, "46079", "2026-02-26"),
        (3, "46079", "46079"),
        (4, "0.375", "09:00"),
        (4, "46079.375", "2026-02-26 09:00"),
        (5, "0.075", "7.5%"),
        (6, "46079.5", "2026-02-26 12:00"),
        (7, "0.5", "50%"),
        (8, "0.5", "12:00"),
        (9, "3", "3"),
        (10, "46079", "46079"),
        ("", "46079", "46079"),
        (1, "1", "1900-01-01"),
        (1, "-5", "-5"),
        (1, "99999999", "99999999"),
    ],
)
def test_days_times_and_shares_are_shown_as_such(style, value, seen):
    assert cells(f'<c s="{style}"><v>{value}</v></c>', styles=STYLES) == [seen]


def test_some_files_count_days_from_1904():
    assert cells('<c s="1"><v>44617</v></c>', styles=STYLES, book='<workbookPr date1904="1"/>') == [
        "2026-02-26"
    ]
    assert shown("0", Format("day", is_1904=True)) == "1904-01-01"
    assert shown("0", Format("day")) == "1899-12-30"


def test_rows_and_cells_stand_where_they_say_and_blank_ones_count():
    rows = (
        '<row r="3"><c r="B3"><v>1</v></c><c r="AA3"><v>2</v></c></row>'
        '<row r="4"><c r="A4" s="1"/></row><row r="9999999999">'
        '<c><v>3</v></c><c r="?"><v>4</v></c></row>'
    )
    assert lines(xlsx(sheet(rows))) == [
        (3, "", "1", *[""] * 24, "2"),
        (5, "3", "4"),
    ]


def test_columns_far_to_the_right_are_left_out():
    assert cells('<c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c>') == ["1"]


def test_a_cell_merged_downwards_speaks_for_each_line_that_has_words():
    made = words(
        [["代表甲", "一"], ["", "二"], ["", ""], ["代表乙", "三"], ["", "四"], ["", "五"]],
        ["A1:A3", "A4:A5", "B1:C1", "A6:A7", "?", "A1:Z"],
    )
    assert lines(xlsx(made)) == [
        (1, "代表甲", "一"),
        (2, "代表甲", "二"),
        (4, "代表乙", "三"),
        (5, "代表乙", "四"),
        (6, "", "五"),
    ]


def test_several_sheets_come_in_order_and_hidden_or_blank_ones_not():
    made = xlsx(
        words([["甲"]]),
        words([["乙"]]),
        words([[""]]),
        names=("一", "藏", "空"),
        states=("visible", "hidden", "visible"),
    )
    assert [(it.name, it.lines[0].cells) for it in sheets(made)] == [("一", ("甲",))]


def test_a_workbook_is_found_without_its_package_saying_where():
    book = (
        f'<workbook xmlns="{S}" xmlns:r="{R}"><sheets><sheet name="一" r:id="s"/><sheet/></sheets>'
    )
    parts = {
        "xl/workbook.xml": f"{book}</workbook>",
        "xl/_rels/workbook.xml.rels": relations({"s": ("worksheet", "worksheets/1.xml")}),
        "xl/worksheets/1.xml": words([["甲"]]),
    }
    assert lines(packed(parts)) == [(1, "甲")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (xlsx(), "是空的"),
        (xlsx(words([["  "]])), "是空的"),
        (docx(""), "不是表格"),
        (packed({"a.txt": "甲"}), "不是表格"),
        (xlsx("<worksheet><row>"), "坏了"),
        (xlsx(f'<!DOCTYPE worksheet><worksheet xmlns="{S}"/>'), "DOCTYPE"),
        (xlsx(words([["甲"]]))[:-40], "不完整"),
        (xlsx(words([["甲"]] * 5_003)), "5000 行"),
        (xlsx(words([["甲" * 1000]] * 2_500)), "200 万字"),
        (xlsx(words([["甲"]]), strings=f"<si><t>{'甲' * 2_000_001}</t></si>"), "200 万字"),
    ],
    ids=[
        "nothing",
        "blanks",
        "Word",
        "zip",
        "broken",
        "doctype",
        "torn",
        "rows",
        "long",
        "strings",
    ],
)
def test_what_cannot_be_read_is_refused_in_words(data, reason):
    with pytest.raises(UserError, match=reason):
        xlsx_in.read(data)


def test_shared_words_repeated_without_end_are_refused():
    row = '<row><c t="s"><v>0</v></c></row>'
    made = xlsx(sheet(row * 3_000), strings=f"<si><t>{'甲' * 1_000}</t></si>")
    with pytest.raises(UserError, match="200 万字"):
        xlsx_in.read(made)


ALL = xlsx(
    sheet(
        '<row r="2"><c r="A2" t="s" s="1"><v>0</v></c><c r="B2" s="1"><v>46079.5</v></c></row>'
        '<row r="3"><c r="B3" t="inlineStr"><is><t>意见</t></is></c></row>',
        ["A2:A3"],
    ),
    strings="<si><r><t>姓名</t></r></si>",
    styles=STYLES,
)
NAMES = ("xl/worksheets/1.xml", "xl/strings.xml", "xl/styles.xml", "xl/workbook.xml")


@given(st.sampled_from(NAMES), st.integers(0, 2000), st.binary(max_size=8), st.integers(0, 20))
def test_a_part_that_was_written_over_is_a_table_or_a_sentence(name, at, data, gone):
    with zipfile.ZipFile(io.BytesIO(ALL)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    at = min(at, len(parts[name]))
    parts[name] = parts[name][:at] + data + parts[name][at + gone :]
    try:
        found = sheets(packed(parts))
    except UserError as error:
        found = error
    assert isinstance(found, tuple) or str(found)
