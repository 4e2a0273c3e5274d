"""Notes at the foot of a Word file's pages and at its end are read after the body."""

import pytest

from beiguan_desktop.core import outline
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import docx_in
from beiguan_desktop.formats.kinds import Extracted
from tests.formats.made_files import R, W, docx, paragraph

SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"


def refer(name: str, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def noted(*texts: str) -> str:
    return paragraph("甲").replace("</w:p>", "".join(texts) + "</w:p>")


def note(name: str, inside: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{name}">{inside}</w:{kind}>'


def made(body: str, feet: str = "", ends: str = "") -> bytes:
    kinds = [("footnotes", feet), ("endnotes", ends)]
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for kind, notes in kinds
        if notes
    )
    parts = {
        f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}">{notes}</w:{kind}>' for kind, notes in kinds
    }
    parts["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{SPACE}">{relations}</Relationships>'
    )
    return docx(body, parts)


def read(data: bytes) -> Extracted:
    got = docx_in.read(data)
    assert got.layout.fits(got.text)
    return got


def test_notes_come_after_the_body_in_the_order_in_which_they_are_named():
    mark = "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {}</w:t></w:r></w:p>".format
    feet = note("-1", "<w:p/>") + note("2", mark("二网：指网。")) + note("7", mark("一网：指网。"))
    ends = note("1", paragraph("见附件。") + paragraph("完。"), "endnote")
    body = noted(refer("7"), refer("1", "endnote")) + noted(refer("2"), refer("7"))
    got = read(made(body, feet, ends))
    assert got.text == "甲\n甲\n一网：指网。\n二网：指网。\n见附件。\n完。"
    assert got.layout.generated == ((4, "1. "), (11, "2. "), (18, "i. "))
    assert got.layout.notes == (4, 11, 18)
    reading = outline.read(got.text, source="0" * 64, layout=got.layout)
    notes = [unit.text for unit in reading.units if unit.kind == "note"]
    assert notes == ["1. 一网：指网。", "2. 二网：指网。", "i. 见附件。", "完。"]


def test_notes_that_are_not_named_or_not_there_are_left_out():
    feet = note("1", "<w:p/>") + note("2", paragraph("没有提到。"))
    got = read(made(noted(refer("1"), refer("9"), "<w:r><w:footnoteReference/></w:r>"), feet))
    assert (got.text, got.layout.notes) == ("甲", ())
    assert read(made(noted(refer("1", "endnote")), feet)).text == "甲"
    assert read(made(noted(f"<w:del>{refer('2')}</w:del>"), feet)).text == "甲"


def test_of_two_notes_of_one_name_the_first_counts():
    feet = note("1", paragraph("先。")) + note("1", paragraph("后。"))
    assert read(made(noted(refer("1")), feet)).text == "甲\n先。"


def test_notes_are_counted_like_the_body(monkeypatch):
    data = made(noted(refer("1")), note("1", "<w:p/>" * 9))
    with pytest.raises(UserError, match="超过了 8 段"):
        docx_in.read(data, paragraphs=8)
    monkeypatch.setattr("beiguan_desktop.formats.docx_text.LONGEST", 9)
    data = made(noted(refer("1")), note("1", paragraph("九" * 9)))
    with pytest.raises(UserError, match="200 万字"):
        docx_in.read(data)


def test_notes_that_are_no_xml_are_broken():
    with pytest.raises(UserError, match="坏了"):
        docx_in.read(made(noted(refer("1")), "<w:footnote"))
