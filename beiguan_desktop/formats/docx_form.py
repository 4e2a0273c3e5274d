"""The page and the sizes of a Word file: those of the template, or of larger type.

The template has the standard's page and type of 16 points. For larger type every length that
follows from a character or a line grows with it; the page's number stays as it is.
"""

from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from lxml import etree

from beiguan_desktop.core.page_form import Form
from beiguan_desktop.core.paper import POINTS

CHARACTER = 315
"""Twips; 28 characters in 156 mm (GB/T 9704-2012, 5.2.3)."""
_PITCH = 579  # twips; 22 lines in 225 mm (5.2.3)
_TEXT_HEIGHT = 12756  # twips; A4 less 37 mm above and 35 mm below
_TWIPS = 1440 / 25.4  # in a millimetre
_FOOTER = 677  # twips from the text to the lower edge of the page's number: 7 mm and its height


def put_on(document: DocumentType, form: Form) -> None:
    """Give a document, made from the template, the page of a form."""
    section = document.element.body.find(qn("w:sectPr"))
    grid = section.find(qn("w:docGrid"))
    if form.is_standard:
        grid.set(qn("w:linePitch"), str(_TEXT_HEIGHT // form.lines))
        return
    grid.set(qn("w:linePitch"), str(int(form.pitch * _TWIPS)))
    bottom = form.height - form.top - form.depth
    sides = {
        "top": form.top * _TWIPS,
        "bottom": bottom * _TWIPS,
        "left": form.left * _TWIPS,
        "right": (form.width - form.left - form.measure) * _TWIPS,
        "footer": bottom * _TWIPS - _FOOTER,
    }
    margins = section.find(qn("w:pgMar"))
    for side, twips in sides.items():
        margins.set(qn(f"w:{side}"), str(int(twips)))
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) != "Footer":
            _grow(style, form)


def character(form: Form) -> int:
    """Return the width of a character on the line, in twips."""
    return CHARACTER if form.is_standard else int(form.cell * _TWIPS)


def _grow(style: etree._Element, form: Form) -> None:
    """Make everything in a style larger that follows from the size of type."""
    size = form.points / POINTS
    cell = character(form) / CHARACTER
    line = form.pitch * _TWIPS / _PITCH
    lengths = (
        *(("w:sz", "w:val", size), ("w:szCs", "w:val", size), ("w:tab", "w:pos", cell)),
        *(("w:spacing", f"w:{name}", line) for name in ("line", "before", "after")),
        *(("w:ind", f"w:{name}", cell) for name in ("firstLine", "left", "right")),
    )
    for element, name, factor in lengths:
        for found in style.iter(qn(element)):
            value = found.get(qn(name))
            if value is not None:
                found.set(qn(name), str(round(int(value) * factor)))
    squeeze = round((form.cell - form.em) * _TWIPS)  # what characters give up, to fill a line
    for spacing in style.iter(qn("w:spacing")):
        if spacing.get(qn("w:val")) not in (None, "0"):
            spacing.set(qn("w:val"), str(squeeze))
