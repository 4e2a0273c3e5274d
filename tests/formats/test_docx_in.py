"""The plain text of Word files: all of it, in order, within limits."""

from contextlib import suppress

import docx as python_docx
import pytest
from docx.enum.text import WD_BREAK
from hypothesis import given, settings
from hypothesis import strategies as st

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import docx_in, docx_text
from beiguan_desktop.formats.kinds import DOCX
from tests.formats import hostile
from tests.formats.made_files import RELATIONS, document, docx, packed, paragraph

TWICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:r><w:t>一</w:t></w:r></mc:Choice>"
    "<mc:Fallback><w:r><w:t>二</w:t></w:r></mc:Fallback></mc:AlternateContent>"
)
BOX = f"<w:r><w:pict><w:txbxContent>{paragraph('框')}</w:txbxContent></w:pict></w:r>"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def text(body: str) -> str:
    return docx_in.read(docx(body)).text


def refusal(data: bytes, **limits) -> str:
    with pytest.raises(UserError) as refused:
        docx_in.read(data, **limits)
    assert "请" in str(refused.value)
    return str(refused.value)


def test_a_file_of_word_gives_its_paragraphs_as_lines(tmp_path):
    made = python_docx.Document()
    for words in ("政府工作报告", "", "各位代表："):
        made.add_paragraph(words)
    run = made.add_paragraph("一\t二").add_run("三")
    run.add_break(WD_BREAK.LINE)
    run.add_text("四\u00a0五")
    run.add_break(WD_BREAK.PAGE)
    made.save(str(tmp_path / "报告.docx"))
    read = docx_in.read((tmp_path / "报告.docx").read_bytes())
    assert read.text == "政府工作报告\n\n各位代表：\n一\t二三\n四\u00a0五"
    assert (read.media, read.pages) == (DOCX, None)


def test_tables_are_read_row_by_row_where_they_stand():
    cell = "<w:tc>{}</w:tc>".format
    rows = [
        "".join(cell(paragraph(words)) for words in ("指标", "2025年")),
        cell(paragraph("产值") + paragraph("税收")) + cell("<w:p/>"),
    ]
    inner = f"<w:tbl><w:tr>{cell(paragraph('里'))}</w:tr></w:tbl>"
    table = "".join(f"<w:tr>{row}</w:tr>" for row in [*rows, cell(inner + paragraph("外"))])
    got = text(paragraph("前") + f"<w:tbl><w:tblPr/>{table}</w:tbl>" + paragraph("后"))
    assert got == "前\n指标\t2025年\n产值\n税收\t\n里\n外\n后"


def test_where_rows_begin_is_told_and_what_follows_a_table():
    cell = "<w:tc>{}</w:tc>".format
    words = paragraph("甲") + paragraph("乙")
    row = f"<w:tr>{cell('<w:p/>')}{cell(words)}</w:tr>"
    read = docx_in.read(docx(paragraph("前") + f"<w:tbl>{row}{row}</w:tbl>" + paragraph("后") * 2))
    assert read.text == "前\n\t甲\n乙\n\t甲\n乙\n后\n后"
    assert read.layout.rows == (3, 8, 12)
    assert read.layout.fits(read.text)


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("<w:ins><w:r><w:t>加</w:t></w:r></w:ins>", "加"),
        ("<w:del><w:r><w:delText>删</w:delText><w:t>删</w:t></w:r></w:del>", ""),
        ("<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>", ""),
        ("<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>", "链"),
        ("<w:sdt><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt>", "控"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", ""),
        ("<w:r><w:t>甲</w:t><w:cr/><w:noBreakHyphen/><w:ptab/><w:t>乙</w:t></w:r>", "甲\n-\t乙"),
        ('<w:r><w:br w:type="textWrapping"/><w:t>下</w:t></w:r>', "\n下"),
        ('<w:r><w:br w:type="page"/><w:t>下</w:t></w:r>', "下"),
        (BOX, ""),
        (TWICE, "一"),
        ('<m:r xmlns:m="urn:m"><m:t>式</m:t></m:r>', ""),
    ],
)
def test_what_stands_in_a_paragraph_is_read_as_word_shows_it(run, words):
    tabs = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    assert text(f"<w:p>{tabs}<w:r><w:t>始</w:t></w:r>{run}</w:p>") == f"始{words}"


def test_content_controls_round_paragraphs_and_stray_runs_do_no_harm():
    stray = "<w:r><w:t>游</w:t></w:r>"
    got = text(f"{stray}<w:sdt><w:sdtContent>{paragraph('内')}</w:sdtContent></w:sdt>")
    assert got == "内"
    outside = document(paragraph("报")).replace("<w:body>", f"{paragraph('外')}<w:body>")
    assert docx_in.read(packed({"word/document.xml": outside})).text == "报"


def test_the_strict_kind_and_a_document_of_another_name_are_found():
    parts = {
        "_rels/.rels": RELATIONS.replace("word/document.xml", "/word/document2.xml"),
        "word/document2.xml": document(paragraph("报告"), STRICT),
    }
    assert docx_in.read(packed(parts)).text == "报告"
    parts["_rels/.rels"] = RELATIONS.replace("word/document.xml", "word/gone.xml")
    parts["word/document.xml"] = document(paragraph("另一份"))
    assert docx_in.read(packed(parts)).text == "另一份"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["xl/workbook.xml"], "表格"),
        (["ppt/presentation.xml"], "演示"),
        (["OFD.xml"], "OFD"),
        (["mimetype", "content.xml"], "ODT"),
        (["报告.txt"], "没有 Word 的正文"),
    ],
)
def test_another_kind_of_zip_is_told_apart(names, words):
    assert words in refusal(packed(dict.fromkeys(names, "<a/>")))


@pytest.mark.parametrize(
    "xml",
    ["", "<w:document", "<a>&b;</a>", "<a></b>", "<?xml version='1.0' encoding='x'?><a/>"],
)
def test_xml_that_is_none_is_broken(xml):
    assert "坏了" in refusal(packed({"word/document.xml": xml}))


def test_a_document_type_in_a_rare_encoding_is_refused_all_the_same():
    xml = "<?xml version='1.0' encoding='UTF-32'?><!DOCTYPE a><a/>".encode("utf-32")
    assert "坏了" in refusal(packed({"word/document.xml": xml}))


def test_a_document_type_in_a_part_that_is_not_called_xml_is_refused_all_the_same():
    relations = RELATIONS.replace("word/document.xml", "word/document.bin")
    assert "坏了" in refusal(
        packed({"_rels/.rels": relations, "word/document.bin": hostile.LAUGHS})
    )


def test_paragraphs_and_characters_are_counted_while_they_go_by(monkeypatch):
    many = docx(paragraph("报") * 30)
    assert "超过了 29 段" in refusal(many, paragraphs=29)
    assert docx_in.read(many, paragraphs=30).text.count("报") == 30
    monkeypatch.setattr(docx_text, "LONGEST", 29)
    assert "200 万字" in refusal(many)


def test_a_file_without_words_is_refused():
    assert "没有文字" in refusal(docx("<w:p/><w:p/>"))


@settings(max_examples=80)
@given(st.data())
def test_a_damaged_document_gives_text_or_a_sentence(data):
    xml = document(paragraph("各位代表") * 3).encode()
    at = data.draw(st.integers(0, len(xml) - 1))
    piece = data.draw(st.binary(max_size=12))
    with suppress(UserError):
        docx_in.read(packed({"word/document.xml": xml[:at] + piece + xml[at + len(piece) :]}))


def test_every_real_report_is_the_text_that_others_count_in(shared):
    files = sorted((shared / "corpus").rglob("*.docx"))
    assert files
    for file in files:
        lines = [p.text for p in python_docx.Document(str(file)).paragraphs]
        assert docx_in.read(file.read_bytes()).text == "\n".join(lines)


def test_hostile_words_stay_small():
    assert "20000 段" in refusal(hostile.many_paragraphs())
