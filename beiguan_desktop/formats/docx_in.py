"""The plain text of a Word file: the body in order, paragraph by paragraph, table by table.

The XML is heard as it is unpacked and never becomes a tree, so that memory does not grow with
it. What Word makes by itself (automatic numbers), notes, text boxes and page heads are left out.
"""

import posixpath

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.text import legible
from beiguan_desktop.formats import zip_look
from beiguan_desktop.formats.hearing import Heard, hear
from beiguan_desktop.formats.kinds import AS_TEXT, DOCX, Extracted
from beiguan_desktop.formats.text_in import LONGEST
from beiguan_desktop.formats.zip_look import BROKEN, Bounds, Parts

MOST_PARAGRAPHS = 20_000

_SPACES = (  # ECMA-376 part 1: transitional and strict
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_HOLDERS = {"body": "\n", "tbl": "\n", "tr": "\t", "tc": "\n", "p": ""}
"""What holds texts, and what stands between them."""
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_HEARD = {
    f"{{{space}}}{name}": name for space in _SPACES for name in (*_HOLDERS, "r", "t", "br", *_SIGNS)
}
_PASSED_OVER = {
    f"{{{space}}}{name}"
    for space in _SPACES
    for name in ("pPr", "del", "moveFrom", "txbxContent", "rt")  # struck out, beside, above
} | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}  # said twice
_A_TABLE = (
    "这是表格（Excel）文件，不是报告。请选择报告的 .txt、.docx 或 .pdf 文件；"
    "里面是意见的话，请工作人员用“更多—意见—从表格录入”。"
)
_OTHERS = (
    ("xl/workbook.xml", _A_TABLE),
    ("ppt/presentation.xml", f"这是演示（PPT）文件，不能直接读。{AS_TEXT}"),
    ("OFD.xml", "这是 OFD 文件，不能直接读。请在 WPS 里把它转成 Word 文件（.docx），再导入。"),
    ("content.xml", f"这是 ODT 文件，不能直接读。{AS_TEXT}"),
)
_NO_WORD_FILE = "这是压缩文件，里面没有 Word 的正文。请先解压，再导入里面的报告文件。"


def read(
    data: bytes, *, bounds: Bounds = zip_look.USUAL, paragraphs: int = MOST_PARAGRAPHS
) -> Extracted:
    """Read the bytes of a .docx.

    Children of the body are joined by a line feed, the cells of a row by a tab, its rows by a
    line feed; a line break is a line feed, a tab a tab. `paragraphs` is the most there may be.

    Raises UserError for a file that is broken, encrypted, no Word file, too large or empty.
    """
    parts = zip_look.look(data, bounds)
    main = _main_part(parts)
    body = _Body(paragraphs)
    hear(parts.pieces(main), body, BROKEN)
    text = legible("\n".join(body.texts))
    if not text.strip():
        raise UserError("这个 Word 文件里没有文字。如果里面是图片，请换成报告的文字版。")
    return Extracted(text, DOCX)


def _main_part(parts: Parts) -> str:
    """Find the document by the package's relationships (ECMA-376 part 2, 9.3)."""
    if "_rels/.rels" in parts:
        relations = _Relations()
        hear(parts.pieces("_rels/.rels"), relations, BROKEN)
        if relations.document in parts and relations.document.startswith("word/"):
            return relations.document
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise UserError(next((words for name, words in _OTHERS if name in parts), _NO_WORD_FILE))


class _Relations(Heard):
    """Finds which part is the document."""

    def __init__(self) -> None:
        self.document = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Look at one relationship."""
        kind = attributes.get("Type", "")
        if tag.endswith("}Relationship") and kind.endswith("/officeDocument"):
            self.document = posixpath.normpath(attributes.get("Target", "").lstrip("/"))


class _Body(Heard):
    """Collects the texts of the body's children.

    `_open` holds, outermost first, what is being read – body, tables, rows, cells, a
    paragraph – each with the texts gathered in it so far.
    """

    def __init__(self, most: int) -> None:
        self.texts: list[str] = []
        self._most, self._count, self._length = most, 0, 0
        self._open: list[tuple[str, list[str]]] = []
        self._runs, self._passed_over = 0, 0
        self._is_text = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a container, or add what a sign in a run stands for."""
        name = _HEARD.get(tag, "")
        if name == "p":
            self._count += 1
            if self._count > self._most:
                raise UserError(f"这个文件超过了 {self._most} 段，不像一份报告，已停下。{AS_TEXT}")
        if self._passed_over or tag in _PASSED_OVER:
            self._passed_over += 1
        elif name in _HOLDERS:
            self._open.append((name, []))
        elif name == "r":
            self._runs += 1
        elif self._runs:
            self._is_text = name == "t"
            is_line = name == "br" and _is_line_break(attributes)
            self._add("\n" if is_line else _SIGNS.get(name, ""))

    def end(self, tag: str) -> None:
        """Close a container and hand its text to the one round it."""
        name = _HEARD.get(tag, "")
        self._is_text = False
        if self._passed_over:
            self._passed_over -= 1
        elif name == "r":
            self._runs -= 1
        elif name in _HOLDERS:
            _, texts = self._open.pop()
            if name == "body":
                self.texts += texts
            elif self._open:
                self._open[-1][1].append(_HOLDERS[name].join(texts))

    def data(self, text: str) -> None:
        """Add the characters of a run's text."""
        if self._is_text:
            self._add(text)

    def _add(self, text: str) -> None:
        if text and self._open and self._open[-1][0] == "p":
            self._open[-1][1].append(text)
            self._length += len(text)
            if self._length > LONGEST:
                raise UserError(f"这个文件超过了 200 万字，不像一份报告，已停下。{AS_TEXT}")


def _is_line_break(attributes: dict[str, str]) -> bool:
    kinds = {attributes.get(f"{{{space}}}type") for space in _SPACES}
    return kinds <= {None, "textWrapping"}  # not the end of a page or a column
