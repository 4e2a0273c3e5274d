"""The plain text of a Word file: the body in order, paragraph by paragraph, table by table.

The XML is heard as it is unpacked and never becomes a tree, so that memory does not grow with
it. The numbers that Word makes by itself are told beside the text (`docx_numbers`).
"""

import posixpath

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats import docx_notes, zip_look
from beiguan_desktop.formats.docx_body import Body
from beiguan_desktop.formats.docx_lists import Lists, Styles
from beiguan_desktop.formats.docx_numbers import Definitions
from beiguan_desktop.formats.hearing import Heard, hear
from beiguan_desktop.formats.kinds import AS_TEXT, DOCX, NO_REPORT_A_TABLE, Extracted
from beiguan_desktop.formats.zip_look import BROKEN, Bounds, Parts

MOST_PARAGRAPHS = 20_000

_OTHERS = (
    ("xl/workbook.xml", NO_REPORT_A_TABLE),
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
    line feed; a line break is a line feed, a tab a tab. Notes at the foot come after the body, a
    line each. `paragraphs` is the most there may be.

    Raises UserError for a file that is broken, encrypted, no Word file, too large or empty.
    """
    parts = zip_look.look(data, bounds)
    main = _main_part(parts)
    body = Body(paragraphs, _definitions(parts, main))
    hear(parts.pieces(main), body, BROKEN)
    if body.notes:
        docx_notes.write(body, _notes(parts, main, paragraphs))
    if not body.written.text.strip():
        raise UserError("这个 Word 文件里没有文字。如果里面是图片，请换成报告的文字版。")
    return Extracted(body.written.text, DOCX, layout=body.written.layout)


def _main_part(parts: Parts) -> str:
    """Find the document by the package's relationships (ECMA-376 part 2, 9.3)."""
    document = _targets(parts, "").get("officeDocument", "")
    if document in parts and document.startswith("word/"):
        return document
    if "word/document.xml" in parts:
        return "word/document.xml"
    raise UserError(next((words for name, words in _OTHERS if name in parts), _NO_WORD_FILE))


def _definitions(parts: Parts, main: str) -> Definitions:
    """Hear what the file says of lists and styles, where it says anything."""
    targets = _targets(parts, main)
    lists, styles = Lists(), Styles()
    heard: tuple[tuple[str, Heard], ...] = (("numbering", lists), ("styles", styles))
    for kind, one in heard:
        name = targets.get(kind, "")
        if name in parts:
            hear(parts.pieces(name), one, BROKEN)
    return Definitions(lists.abstracts, lists.lists, styles.styles, styles.usual)


def _notes(parts: Parts, main: str, paragraphs: int) -> dict[str, dict[str, str]]:
    """Hear the parts that hold notes; return their texts by part and id."""
    targets, texts = _targets(parts, main), {}
    for kind in ("footnotes", "endnotes"):
        name = targets.get(kind, "")
        if name in parts:
            heard = docx_notes.Notes(paragraphs)
            hear(parts.pieces(name), heard, BROKEN)
            texts[kind] = heard.texts
    return texts


def _targets(parts: Parts, name: str) -> dict[str, str]:
    """Return what a part, or the whole package, is related to, by the kind of relation."""
    folder, base = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    heard = _Relations(folder)
    if relations in parts:
        hear(parts.pieces(relations), heard, BROKEN)
    return heard.targets


class _Relations(Heard):
    """Gathers the relations of a part; of several of one kind the first."""

    def __init__(self, folder: str) -> None:
        self.targets: dict[str, str] = {}
        self._folder = folder

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Look at one relationship."""
        if tag.endswith("}Relationship"):
            kind = attributes.get("Type", "").rpartition("/")[2]
            path = posixpath.join("/", self._folder, attributes.get("Target", ""))
            self.targets.setdefault(kind, posixpath.normpath(path).lstrip("/"))
