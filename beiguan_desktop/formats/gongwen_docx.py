"""Paper into a Word file laid out by GB/T 9704-2012, on the template in resources/docx.

The same paper on the same day gives the same bytes, in any time zone.
"""

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.page_form import form_of
from beiguan_desktop.core.paper import LINE, Block, Face, Paper, Role, Run, width
from beiguan_desktop.formats import docx_form

_STYLES: Mapping[Role, str] = {
    "title": "Title",
    "byline": "公文题下",
    "addressee": "公文主送",
    "heading1": "Heading 1",
    "heading2": "Heading 2",
    "heading3": "Heading 3",
    "body": "Body Text",
    "row": "公文栏目",
    "ruled row": "公文栏目末行",
    "closing": "公文结语",
    "signature": "Signature",
    "receipt": "公文收件",
    "imprint": "公文印发",
}
_FAMILIES: Mapping[Face, str] = {"黑体": "黑体", "楷体": "楷体_GB2312"}
_NUMBERED = "公文编段"
"""The style of a paragraph whose number stands in the margin."""
_OWN_FAMILY: Mapping[Role, str] = {
    "title": "方正小标宋简体",
    "byline": "楷体_GB2312",
    "imprint": "楷体_GB2312",
    "heading1": "黑体",
    "heading2": "楷体_GB2312",
}
_TEXT_FAMILY = "仿宋_GB2312"
_WIDE_MARKS = re.compile("([“”‘’—…·]+)")
_FONT_SLOTS = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def paint(paper: Paper, *, today: date, families: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a .docx that holds a paper.

    `today` becomes the date of the file; `families` gives other names for the standard's
    typefaces (仿宋_GB2312 → 仿宋), where an office has them under another name.
    """
    template = paths.resources() / "docx" / "gongwen.docx"
    if not template.is_file():
        raise UserError("程序文件不完整，请重新安装（缺少 Word 文件的样式）。")
    document = Document(str(template))
    _describe(document, paper, today)
    form = form_of(paper)
    docx_form.put_on(document, form)
    for block in paper.blocks:
        style = _NUMBERED if block.label else _STYLES[block.role]
        paragraph = document.add_paragraph(style=style)
        if block.begins_page:
            paragraph.paragraph_format.page_break_before = True
        for run, is_note in _parts(block):
            _write(paragraph, run, _OWN_FAMILY.get(block.role, _TEXT_FAMILY), form.note * is_note)
        _set_tabs(paragraph, block, docx_form.character(form))
    _rename_fonts(document, families or {})
    stream = BytesIO()
    document.save(stream)
    return _timeless(stream)


def read_back(data: bytes) -> list[str]:
    """Return the text of every paragraph of a .docx in order, tabs as \\t."""
    return [paragraph.text for paragraph in Document(BytesIO(data)).paragraphs]


def lines(paper: Paper) -> list[str]:
    """Return the text of every paragraph as it must be read back.

    A paragraph's number is its beginning; marks of pages stand within it in brackets.
    """
    return ["".join(run.text for run, _ in _parts(block)) for block in paper.blocks]


def _parts(block: Block) -> list[tuple[Run, bool]]:
    """Return the runs of a paragraph, and whether each is a note and not of its own words."""
    found = [(Run(f"{block.label}\t\t", "楷体"), True)] if block.label else []
    marks, at = sorted(block.marks), 0
    for run in block.runs:
        begin, end = at, at + len(run.text)
        while marks and marks[0][0] < end:
            position, words = marks.pop(0)
            found.append((Run(run.text[at - begin : position - begin], run.face), False))
            found.append((Run(_inline(words), "楷体"), True))
            at = position
        found.append((Run(run.text[at - begin :], run.face), False))
        at = end
    found += [(Run(_inline(words), "楷体"), True) for _, words in marks]
    return [(run, is_note) for run, is_note in found if run.text]


def _inline(words: str) -> str:
    return f"〔{words.replace(chr(10), '')}〕"


def _describe(document: DocumentType, paper: Paper, today: date) -> None:
    about = document.core_properties
    about.title = paper.subject[:255]
    about.author = about.last_modified_by = paper.creator[:255]
    about.created = about.modified = datetime(today.year, today.month, today.day)  # noqa: DTZ001
    about.revision = 1


def _write(paragraph: Paragraph, run: Run, own_family: str, points: float) -> None:
    """Add words, of the size of the paragraph or of so many points.

    “ ” ‘ ’ — … stand apart and in the Chinese face: the hint is enough for Word; LibreOffice and
    older WPS would set them narrow beside a digit.
    """
    family = _FAMILIES.get(run.face, "")
    for at, text in enumerate(_WIDE_MARKS.split(run.text)):
        if text:
            written = paragraph.add_run(text)
            written.bold = True if run.face == "加粗" else None
            written.font.size = Pt(round(points * 2) / 2) if points else None
            fonts = written.element.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:hint"), "eastAsia")
            for slot in _FONT_SLOTS if at % 2 else ("w:eastAsia",) if family else ():
                fonts.set(qn(slot), family or own_family)


def _set_tabs(paragraph: Paragraph, block: Block, character: int) -> None:
    """Spread the cells of a row over the line: the last ends at the margin."""
    cells = block.text.split("\t")
    if block.role not in ("row", "ruled row", "receipt") or len(cells) == 1:
        return
    stops = paragraph.paragraph_format.tab_stops
    gap = max(0.0, LINE - sum(map(width, cells))) / (len(cells) - 1)
    at = 0.0
    for cell in cells[:-2]:
        at += width(cell) + gap
        stops.add_tab_stop(Twips(round(at * character)))
    stops.add_tab_stop(Twips(LINE * character), WD_TAB_ALIGNMENT.RIGHT)


def _rename_fonts(document: DocumentType, families: Mapping[str, str]) -> None:
    for element in (document.styles.element, document.element):
        for fonts in element.iter(qn("w:rFonts")):
            for slot in _FONT_SLOTS:
                name = fonts.get(qn(slot))
                if name in families:
                    fonts.set(qn(slot), families[name])


def _timeless(stream: BytesIO) -> bytes:
    """Pack the parts anew without the hour and the system of this machine."""
    packed = BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name)  # 1980-01-01
            info.create_system = 0
            target.writestr(info, source.read(name), zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()
