"""The plain text of a PDF file, page by page, by PDFium."""

import ctypes
from collections.abc import Iterator
from math import pi

import pypdfium2
from pypdfium2 import raw

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.lines import BLANKS
from beiguan_desktop.core.text import legible
from beiguan_desktop.formats.kinds import AS_TEXT, PDF, Extracted
from beiguan_desktop.formats.pdf_lines import laid_out
from beiguan_desktop.formats.pdf_page import PrintedLine
from beiguan_desktop.formats.text_in import LONGEST

MOST_PAGES = 1_000

_ANOTHER = "请换成报告的文字版（Word 文件或“纯文本（.txt）”），再导入。"
_OR = "或者换成报告的文字版（Word 文件或“纯文本（.txt）”）再导入。"
_BROKEN = f"这个 PDF 文件不完整，或者坏了，读不出来。请向给您文件的人再要一份，{_OR}"
_LOCKED = f"这个 PDF 文件加了密码，读不了。请取消密码后再导入，{_OR}"
_SCAN = (
    "这是扫描件，没有文字，请先识别成文字：在 WPS 中打开它，用带文字识别的“PDF 转 Word”"
    "另存为 .docx，核对后再导入；或者向给您文件的人要一份文字版。"
)
_EMPTY = f"这个 PDF 文件里没有文字。{_ANOTHER}"
_END = 2_048  # bytes at the end of a file among which its last line stands
_STAMP = 40  # characters; a scanned page may bear its number or who scanned it
_ROUND = 3  # characters that may come round a line: an indent, a line end
_LINE_ENDS = "\r\n"
_SOFT_HYPHEN = "\u00ad"
_NOTHING = dict.fromkeys(map(ord, "\0\u200b\u2060\ufeff"))

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


def read(data: bytes, *, pages: int = MOST_PAGES) -> Extracted:
    """Read the bytes of a PDF; the texts of its pages are joined by form feeds.

    `pages` is the most there may be. Raises UserError for a file that is broken, encrypted,
    a scan, too long or empty.
    """
    document = _opened(data)
    try:
        count = len(document)
        if count > pages:
            raise UserError(f"这个文件有 {count} 页，超过了 {pages} 页，不像一份报告。{AS_TEXT}")
        printed, pictures, length = [], 0, 0
        for number in range(count):
            page = document[number]
            lines = _lines(page)
            length += 1 + sum(len(line.text) + _ROUND for line in lines)
            if length > LONGEST:
                raise UserError(f"这个文件超过了 200 万字，不像一份报告，已停下。{AS_TEXT}")
            is_bare = sum(len(line.text) for line in lines) < _STAMP
            pictures += is_bare and _shows_a_picture(page)
            printed.append(lines)
            page.close()
    except pypdfium2.PdfiumError:
        raise UserError(_BROKEN) from None
    finally:
        document.close()
    if 2 * pictures > count:
        raise UserError(_SCAN)
    if not any(printed):
        raise UserError(_EMPTY)
    text, layout = laid_out(printed)
    return Extracted(text, PDF, count, layout)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    """Open a document; PDFium mends a file that was cut off and would say nothing of the loss."""
    if b"%%EOF" not in data.rstrip(b"\0\t\n\r ")[-_END:]:
        raise UserError(_BROKEN)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium also tells of the error before, when a document opens and has no page
        if error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
            raise UserError(_LOCKED) from None
        raise UserError(_BROKEN) from None


def _lines(page: pypdfium2.PdfPage) -> list[PrintedLine]:
    """Return the printed lines of a page that are not blank, in the order of the file."""
    text_page = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text_page, at) for at in range(text_page.count_chars())]
    text = "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)
    size = page.get_size() if page.get_rotation() % 180 == 0 else page.get_size()[::-1]
    lines = [_line(text_page, text, span, size) for span in _spans(text)]
    text_page.close()
    return [line for line in lines if line.text.strip(BLANKS)]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in [at for at, sign in enumerate(text) if sign in _LINE_ENDS] + [len(text)]:
        if text[start:end].translate(_NOTHING).strip():
            yield start, end
        start = end + 1


def _line(
    text_page: pypdfium2.PdfTextPage, text: str, span: tuple[int, int], size: tuple[float, float]
) -> PrintedLine:
    """Measure a line from its first letter to its last; PDFium gives rare ones in two halves."""
    start, end = span
    solid = text[start:end]
    first = start + len(solid) - len(solid.lstrip())
    last = end - 1 - (len(solid) - len(solid.rstrip()))
    quarter = round(raw.FPDFText_GetCharAngle(text_page, first) / (pi / 2)) % 4
    left, bottom, _, top = _upright(_box(text_page, first), quarter, size)
    right = _upright(_box(text_page, last), quarter, size)[2]
    whole = solid.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    words = legible(whole.replace(_SOFT_HYPHEN, "")).replace("\n", " ")
    return PrintedLine(words, left, right, top, bottom)


def _box(text_page: pypdfium2.PdfTextPage, at: int) -> _Box:
    """Return where a character stands; zeros if nowhere."""
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, at, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _upright(box: _Box, quarter: int, size: tuple[float, float]) -> _Box:
    """Turn the page, `size` wide and high, by quarters so that a line reads from left to right."""
    left, bottom, right, top = box
    width, height = size
    if quarter == 1:  # it reads downwards
        return height - top, left, height - bottom, right
    if quarter == 2:
        return width - right, height - top, width - left, height - bottom
    if quarter == 3:
        return bottom, width - right, top, width - left
    return box


def _shows_a_picture(page: pypdfium2.PdfPage) -> bool:
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2)
    return next(pictures, None) is not None
