"""A paper becomes a Word file that says every word and follows GB/T 9704-2012."""

import hashlib
import os
import re
import runpy
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import ooxml_integrity
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Length
from openxml_audit import OpenXmlValidator

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.large_print import build
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.paper import Block, Paper, Run, block
from beiguan_desktop.core.report import PageMark
from beiguan_desktop.formats.gongwen_docx import lines, paint, read_back
from tests.formats.opinions import TODAY, WRITTEN, paper
from tests.unit.small_report import small

GOLDEN = Path(__file__).parent / "golden" / "my_opinions.txt"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def data():
    return paint(paper(), today=TODAY)


def part(data, name):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_the_sheet_reads_as_the_golden_one(data):
    assert read_back(data) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_word_is_in_the_file_and_none_became_a_field_or_a_link(data):
    text = "\n".join(read_back(data))
    for _, words in WRITTEN:
        for written in (words.text, words.reason, words.replacement):
            for line in written.split("\n"):
                assert line.replace("“", "‘").replace("”", "’") in text
    document = part(data, "word/document.xml")
    assert "w:instrText" not in document
    assert "w:hyperlink" not in document


def test_no_validator_finds_an_error(data, tmp_path):
    file = tmp_path / "意见 50%.docx"
    file.write_bytes(data)
    result = OpenXmlValidator().validate(file)
    assert (result.error_count, result.warning_count) == (0, 0), result
    assert ooxml_integrity.check(file) == []


def test_the_same_paper_gives_the_same_bytes_in_any_time_zone(data):
    code = (
        "import hashlib; from tests.formats.opinions import TODAY, paper;"
        "from beiguan_desktop.formats.gongwen_docx import paint;"
        "print(hashlib.sha256(paint(paper(), today=TODAY)).hexdigest())"
    )
    expected = hashlib.sha256(data).hexdigest()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/Adak", "2")):
        environment = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, cwd=ROOT, env=environment, check=True
        )
        assert run.stdout.decode().strip() == expected


def test_no_part_bears_the_hour_and_the_file_bears_the_day(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = Document(BytesIO(data)).core_properties
    assert about.created == about.modified
    assert about.created.date() == TODAY
    assert (about.title, about.author) == ("代表审议意见（政府工作报告）", "代表甲")


def test_the_page_is_that_of_the_standard(data):
    section = Document(BytesIO(data)).sections[0]
    sides = ("page_width", "page_height", "top_margin", "left_margin")
    assert [round(getattr(section, side).mm) for side in sides] == [210, 297, 37, 28]
    text_width = section.page_width - section.left_margin - section.right_margin
    text_height = section.page_height - section.top_margin - section.bottom_margin
    assert (round(Length(text_width).mm), round(Length(text_height).mm)) == (156, 225)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")
    assert Length(text_height).twips >= 22 * 579
    assert Length(text_width).twips >= 28 * 315


def test_page_numbers_stand_outside_on_odd_and_even_pages(data):
    document = Document(BytesIO(data))
    assert document.settings.odd_and_even_pages_header_footer
    section = document.sections[0]
    for footer, side, indent in (
        (section.footer, "right", "w:rightChars"),
        (section.even_page_footer, "left", "w:leftChars"),
    ):
        paragraph = footer.paragraphs[0]
        assert paragraph.text == "— 1 —"
        properties = paragraph._p.pPr
        assert properties.find(qn("w:jc")).get(qn("w:val")) == side
        assert properties.find(qn("w:ind")).get(qn(indent)) == "100"
        assert "PAGE" in paragraph._p.xml


@pytest.mark.parametrize(
    ("style", "family", "points"),
    [
        ("Normal", "仿宋_GB2312", 16),
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", None),
        ("Heading 2", "楷体_GB2312", None),
        ("footer", "宋体", 14),
    ],
)
def test_every_style_names_its_chinese_face(data, style, family, points):
    found = Document(BytesIO(data)).styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == family
    assert found.font.size is None if points is None else found.font.size.pt == points


def test_no_theme_font_is_referred_to_and_the_language_is_chinese(data):
    styles = part(data, "word/styles.xml")
    assert "Theme=" not in styles
    defaults = re.search("<w:docDefaults>.*</w:docDefaults>", styles, re.DOTALL)[0]
    assert "rFonts" not in defaults
    assert 'w:eastAsia="zh-CN"' in defaults


def test_every_run_bears_the_hint_and_wide_marks_the_chinese_face(data):
    for run in Document(BytesIO(data)).element.body.iter(qn("w:r")):
        fonts = run.rPr.rFonts
        assert fonts.get(qn("w:hint")) == "eastAsia"
        if set(run.text) <= set("“”‘’—…·"):
            assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:eastAsia")) == "仿宋_GB2312"


def test_an_office_may_name_its_own_typefaces():
    sheet = Paper("题", "甲", (block("heading1", "“一”"), block("body", Run("甲", "楷体"), "“二”")))
    renamed = paint(sheet, today=TODAY, families={"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体"})
    for name in ("word/styles.xml", "word/document.xml"):
        assert "_GB2312" not in part(renamed, name)
    assert 'w:eastAsia="仿宋"' in part(renamed, "word/styles.xml")
    assert 'w:eastAsia="楷体"' in part(renamed, "word/document.xml")
    assert 'w:ascii="黑体"' in part(renamed, "word/document.xml")


def test_the_cells_of_a_row_are_spread_over_the_line():
    sheet = Paper(
        "", "", (block("row", "甲甲\t乙乙\t丙丙"), block("row", "单"), block("body", "a\tb"))
    )
    first, second, third = Document(BytesIO(paint(sheet, today=TODAY))).paragraphs
    stops = [
        (round(stop.position.twips), str(stop.alignment))
        for stop in first.paragraph_format.tab_stops
    ]
    assert stops == [(13 * 315, "LEFT (0)"), (28 * 315, "RIGHT (2)")]
    assert not list(second.paragraph_format.tab_stops)
    assert not list(third.paragraph_format.tab_stops)


@pytest.mark.parametrize(("count", "pitch"), [(22, "579"), (23, "554"), (24, "531"), (25, "510")])
def test_the_grid_holds_the_lines_the_paper_asks_for(count, pitch):
    sheet = Paper("", "", (block("body", "好"),), lines_per_page=count)
    section = Document(BytesIO(paint(sheet, today=TODAY))).sections[0]
    assert section._sectPr.find(qn("w:docGrid")).get(qn("w:linePitch")) == pitch


def test_a_very_long_subject_is_shortened_where_the_file_format_asks_for_it():
    sheet = Paper("题" * 300, "名" * 300, (block("body", "好"),))
    about = Document(BytesIO(paint(sheet, today=TODAY))).core_properties
    assert (len(about.title), len(about.author)) == (255, 255)


def test_the_template_is_what_its_script_makes(tmp_path):
    script = paths.resources() / "docx" / "build_template.py"
    runpy.run_path(str(script))["build"](tmp_path / "gongwen.docx")
    assert (tmp_path / "gongwen.docx").read_bytes() == script.with_name("gongwen.docx").read_bytes()


def test_a_missing_template_asks_to_be_installed_again(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    with pytest.raises(UserError, match="请重新安装"):
        paint(Paper("题目", "张建国", ()), today=TODAY)


# -- a report in large type


def large(points=22.0):
    report = small()
    marks = (PageMark(130, 2, 1, "seam"),)
    return build(report, Pages(report.units, marks), points=points)


def test_large_type_makes_every_length_larger_and_the_page_its_own():
    document = Document(BytesIO(paint(large(), today=TODAY)))
    section = document.sections[0]
    assert (round(section.left_margin.mm), round(section.right_margin.mm)) == (30, 30)
    styles = document.styles
    assert (styles["Normal"].font.size.pt, styles["Title"].font.size.pt) == (22, 30)
    assert styles["footer"].font.size.pt == 14
    indent = styles["Body Text"].element.pPr.find(qn("w:ind"))
    cell = int(indent.get(qn("w:firstLine"))) / 2
    width = section.page_width - section.left_margin - section.right_margin
    assert 18.9 < Length(width).twips / cell < 19.1
    grid = section._sectPr.find(qn("w:docGrid"))
    height = section.page_height - section.top_margin - section.bottom_margin
    assert int(Length(height).twips / int(grid.get(qn("w:linePitch")))) == 18
    spacing = styles["Normal"].element.rPr.find(qn("w:spacing"))
    assert 0 <= int(spacing.get(qn("w:val"))) < 10  # the characters fill the line


def test_a_paragraphs_number_stands_in_the_margin_and_a_pages_mark_in_its_place():
    paper = large()
    data = paint(paper, today=TODAY)
    assert read_back(data) == lines(paper)
    document = Document(BytesIO(data))
    numbered = [p for p in document.paragraphs if p.style.name == "公文编段"]
    assert [p.text.split("\t")[0] for p in numbered] == [f"第{n}段" for n in range(1, 10)]
    indent = document.styles["公文编段"].element.pPr.find(qn("w:ind"))
    assert int(indent.get(qn("w:hanging"))) > 0
    marked = next(p for p in document.paragraphs if "〔" in p.text)
    run = next(run for run in marked.runs if run.text.startswith("〔"))
    assert run.text == "〔原件约第2页〕"
    assert run.font.size.pt == 13
    heads = [run for p in numbered for run in p.runs if run.bold]
    assert any("五年" in run.text for run in heads)


def test_marks_are_set_before_within_and_behind_runs():
    marked = Block(
        "body", (Run("一二"), Run("三四", "加粗")), "", ((4, "丁"), (0, "甲"), (3, "丙"))
    )
    assert lines(Paper("", "", (marked,))) == ["〔甲〕一二三〔丙〕四〔丁〕"]


def test_no_validator_finds_an_error_in_large_type(tmp_path):
    file = tmp_path / "大字稿.docx"
    file.write_bytes(paint(large(), today=TODAY))
    result = OpenXmlValidator().validate(file)
    assert (result.error_count, result.warning_count) == (0, 0), result
    assert ooxml_integrity.check(file) == []


def test_the_large_print_reads_as_the_golden_one():
    golden = GOLDEN.with_name("large_print.txt")
    assert lines(large()) == golden.read_text(encoding="utf-8").splitlines()
