"""The body of a Word file as it goes by: its text, and what Word shows beside it.

What stands in the text counts as characters of the source: paragraphs, tables, what was inserted.
Left out is what Word keeps elsewhere or shows again: text boxes, page heads, comments, a table of
contents in its control, what was struck out, readings above characters. Which notes at the foot are
named is kept for `docx_notes`.
"""

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.docx_fields import Fields
from beiguan_desktop.formats.docx_numbers import Definitions, Numbering
from beiguan_desktop.formats.docx_text import Written
from beiguan_desktop.formats.docx_words import (
    FALLBACK,
    SPACES,
    Attributes,
    Branch,
    known,
    value,
)
from beiguan_desktop.formats.hearing import Heard
from beiguan_desktop.formats.kinds import AS_TEXT
from beiguan_desktop.formats.symbol_signs import sign

_HOLDERS = {"body": "\n", "tbl": "\n", "tr": "\t", "tc": "\n", "p": ""}
"""What holds texts, and what stands between them."""
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_CONTROL = ("sdt", "docPartGallery", "sdtContent")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_OTHERS = (*("r", "t", "br", "sym", "pPr", "rPr", "fldChar", "fldSimple", "instrText"),)
_HEARD = known((*_HOLDERS, *_SIGNS, *_CONTROL, *_NOTES, *_OTHERS)) | {
    f"{{{space}}}{name}": name for space in _MATHS for name in ("r", "t")
}
_PASSED_OVER = {
    f"{{{space}}}{name}"
    for space in SPACES
    for name in ("del", "moveFrom", "txbxContent", "rt")  # struck out, beside, above
} | {FALLBACK}
_OF_PARAGRAPH = (*("pStyle", "numPr/numId", "numPr/ilvl", "outlineLvl", "rPr/del", "rPr/moveFrom"),)
_OF_RUN = ("rStyle", "vanish")
_CONTENTS = "Table of Contents"


class Body(Heard):
    """Writes down the texts of the body's children.

    `_open` holds, outermost first, what is being read – body, tables, rows, cells, a
    paragraph – each with how many children it has had.
    """

    def __init__(self, most: int, definitions: Definitions) -> None:
        """Read at most so many paragraphs, numbered as the definitions say."""
        self.written = Written()
        self.notes: list[tuple[str, str]] = []
        """Notes that are named, in order: their kind and their id."""
        self._most, self._count = most, 0
        self._definitions, self._numbering = definitions, Numbering(definitions)
        self._open: list[tuple[str, int]] = []
        self._rows = 0  # of those, how many are rows of tables
        self._controls: list[bool] = []
        self._fields = Fields()
        self._paragraph, self._run = Branch(_OF_PARAGRAPH), Branch(_OF_RUN)
        self._branch: Branch | None = None
        self._is_numbered = self._is_hidden_style = False
        self._runs = self._passed_over = 0
        self._text = ""
        """Which element the characters that go by are in: t, instrText or another."""

    def start(self, tag: str, attributes: Attributes) -> None:
        """Open a container, or write what a sign in a run stands for."""
        name = _HEARD.get(tag, "")
        self._text = ""
        if name == "p":
            self._count_paragraph()
        if self._branch is not None:
            self._branch.start(tag, attributes)
        elif self._passed_over or tag in _PASSED_OVER:
            self._passed_over += 1
        elif name in _HOLDERS:
            self._begin(name)
        elif name in _CONTROL:
            self._control(name, attributes)
        elif not self._has_begun(name, attributes) and self._runs:
            self._sign(name, attributes)

    def end(self, tag: str) -> None:
        """Close a container."""
        name = _HEARD.get(tag, "")
        self._text = ""
        if self._branch is not None:
            if self._branch.end():
                self._branch = None
        elif self._passed_over:
            self._passed_over -= 1
        elif name == "r":
            self._runs -= 1
        elif name == "sdt":
            self._controls.pop()
        elif name == "fldSimple":
            self._fields.character("end")
        elif name in _HOLDERS and self._open:
            self._finish()

    def data(self, text: str) -> None:
        """Write the characters of a run's text."""
        if self._text == "t":
            self._add(text)
        elif self._text == "instrText":
            self._fields.instruct(text)

    def _has_begun(self, name: str, attributes: Attributes) -> bool:
        """Begin what of a paragraph is more than a sign, if it is."""
        if name == "pPr" and self._is_in("p"):
            self._branch = self._paragraph
        elif name == "rPr" and self._runs:
            self._branch = self._run
        elif name == "r":
            self._number()
            self._run.forget()
            self._runs += 1
        elif name == "fldSimple":
            self._fields.character("begin")
            self._fields.instruct(value(attributes, "instr") or "")
            self._fields.character("separate")
        else:
            return False
        return True

    def _count_paragraph(self) -> None:
        self._count += 1
        if self._count > self._most:
            raise UserError(f"这个文件超过了 {self._most} 段，不像一份报告，已停下。{AS_TEXT}")

    def _is_in(self, name: str) -> bool:
        return bool(self._open) and self._open[-1][0] == name

    def _begin(self, name: str) -> None:
        """Open a container in the body, or the body itself."""
        if not self._open and name != "body":
            return
        if self._open:
            holder, count = self._open[-1]
            self._open[-1] = holder, count + 1
            self.written.add(_HOLDERS[holder] if count else "")
        self._open.append((name, 0))
        if name == "tr":
            self._rows += 1
            self.written.begin_row()
        if name == "p":
            self._paragraph.forget()
            self._is_numbered = False

    def _finish(self) -> None:
        """Close the innermost container."""
        name = self._open[-1][0]
        if name == "p":
            self._number()
            is_row = self._rows > 0
            self.written.end_paragraph(
                goes_on=self._is_struck_out(),
                keeps_number=is_row,
                outline=None if is_row else self._outline(),
            )
        elif name == "tr":
            self._rows -= 1
            self.written.end_paragraph(goes_on=False, keeps_number=False)
            self.written.begin_row()
        self._open.pop()

    def _outline(self) -> int | None:
        """Return the outline level that the paragraph says itself, else that of its style."""
        chain = self._definitions.paragraph_chain(self._paragraph.value("pStyle") or "")
        levels = [self._paragraph.number("outlineLvl"), *(each.outline for _, each in chain)]
        return next((level for level in levels if level is not None), None)

    def _is_struck_out(self) -> bool:
        """Tell whether the end of the paragraph is: a mark of its own in Word."""
        return "rPr/del" in self._paragraph or "rPr/moveFrom" in self._paragraph

    def _number(self) -> None:
        """Say, once a paragraph and before its words, what number it has."""
        if self._is_numbered or not self._is_in("p"):
            return
        self._is_numbered = True
        said = self._paragraph
        style = said.value("pStyle") or ""
        chain = self._definitions.paragraph_chain(style)
        self._is_hidden_style = _is_hidden([each.is_hidden for _, each in chain])
        if not self._is_struck_out():  # it goes on in the next, which has the number
            own = said.value("numPr/numId"), said.number("numPr/ilvl")
            self.written.number(self._numbering.before(style, *own))

    def _control(self, name: str, attributes: Attributes) -> None:
        """Pass over what is in a control that holds the table of contents."""
        if name == "sdt":
            self._controls.append(False)
        elif name == "docPartGallery" and self._controls:
            self._controls[-1] = value(attributes) == _CONTENTS
        elif name == "sdtContent" and self._controls and self._controls[-1]:
            self._passed_over += 1

    def _sign(self, name: str, attributes: Attributes) -> None:
        self._text = name
        if name == "fldChar":
            self._fields.character(value(attributes, "fldCharType"))
        elif name == "sym":
            self._add(_symbol(attributes))
        elif name in _NOTES:
            self.notes.append((_NOTES[name], value(attributes, "id") or ""))
        else:
            is_line = name == "br" and value(attributes, "type") in (None, "textWrapping")
            self._add("\n" if is_line else _SIGNS.get(name, ""))

    def _add(self, text: str) -> None:
        if text and self._is_in("p"):
            self.written.add(text, is_hidden=self._fields.is_contents or self._is_hidden())

    def _is_hidden(self) -> bool:
        """Tell whether Word hides the run: it says so, or its style, or the paragraph's."""
        here = self._run.is_on("vanish")
        chain = self._definitions.chain(self._run.value("rStyle") or "")
        return _is_hidden([here, *(each.is_hidden for _, each in chain), self._is_hidden_style])


def _is_hidden(said: list[bool | None]) -> bool:
    """Return what the first says that says anything."""
    return next((each for each in said if each is not None), False)


def _symbol(attributes: Attributes) -> str:
    try:
        code = int((value(attributes, "char") or "")[:6], 16)
        return sign(chr(code), value(attributes, "font") or "")
    except (ValueError, OverflowError):
        return ""
