"""What a file is by its first bytes, whatever its name says; what is no report is refused here."""

from dataclasses import dataclass

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.layout import PLAIN, Layout

TEXT = "text/plain"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
"""An OLE file: .doc and .wps, until it is looked into (`ole_look`)."""
RTF = "application/rtf"
CONVERTED = (DOC, RTF)
"""What LibreOffice turns into DOCX before it is read."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

AS_TEXT = "请在 WPS 或 Word 中打开它，另存为“纯文本（.txt）”，再导入。"
"""What to do with a file that cannot be read as it is."""
AS_DOCX = "请在 WPS 或 Word 中另存为 .docx，再导入。"
"""What to do with a file of Word that is no .docx."""
AS_TABLE = "请在 WPS 或 Excel 中打开它，另存为 .xlsx 或“CSV UTF-8”，再来一次。"
"""What to do with a table that cannot be read as it is."""
WITHOUT_PASSWORD = "请先在 WPS 或 Word 中打开它，取消密码，另存一份，再导入。"  # noqa: S105 - words

NO_REPORT_A_TABLE = (
    "这是表格（Excel）文件，不是报告。请选择报告的 .txt、.docx 或 .pdf 文件；"
    "里面是意见的话，请工作人员用“更多—意见—从表格录入”。"
)
_PICTURE = "这是一张图片，没有文字可读。请换成报告的文字版。"
_ARCHIVE = "这是压缩文件，里面的报告要先取出来。请先解压，再导入报告文件。"
_OLE = b"\xd0\xcf\x11\xe0"
_BY_BEGINNING = ((b"PK\x03\x04", DOCX), (_OLE, DOC), (b"{\\rtf", RTF))
_SECRET = "EncryptedPackage".encode("utf-16-le")
"""The stream that holds an encrypted .docx ([MS-OFFCRYPTO] 2.3.4.4)."""

_FOREIGN: tuple[tuple[int, bytes, str], ...] = (
    (0, b"PK\x05\x06", "这是一个空的压缩文件，里面没有报告。请换一个文件。"),
    (0, b"\x89PNG", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (0, b"II*\0", _PICTURE),
    (0, b"MM\0*", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (6, b"\0\0\0\0\x36\0\0\0", _PICTURE),  # BMP: reserved, then where the pixels begin
    (0, b"Rar!", _ARCHIVE),
    (0, b"7z\xbc\xaf", _ARCHIVE),
    (0, b"\x1f\x8b", _ARCHIVE),
    (
        0,
        b"SQLite format 3\x00",
        "这是一个资料库文件，不是报告。请选择报告的 .txt、.docx 或 .pdf 文件。",
    ),
)
ENOUGH = 1024
"""Bytes at the beginning of a file that say what kind it is."""
_BEFORE_PDF = b"\0\t\n\x0c\r \xef\xbb\xbf"
_WEB = (b"<html", b"<!doctype html", b"mime-version:", b"<?xml")
_A_WEB_PAGE = f"这是网页或 XML 文件，有的也叫 .doc，不能直接读。{AS_DOCX}"

_OF_A_TABLE = (
    (AS_TEXT, AS_TABLE),
    (WITHOUT_PASSWORD, WITHOUT_PASSWORD.replace("Word", "Excel").replace("再导入", "再来一次")),
    (" Word 文件", "表格文件"),
    ("一份报告", "一张意见表"),
    ("另存为不带宏的 .docx，再导入", "另存为不带宏的 .xlsx，再来一次"),
)


def about(media: str, words: str) -> str:
    """Return a sentence about a file as it is said of its kind: each is saved in its own way."""
    if media in CONVERTED:
        return words.replace(AS_TEXT, AS_DOCX)
    for usual, other in _OF_A_TABLE if media == XLSX else ():
        words = words.replace(usual, other)
    return words


@dataclass(frozen=True, slots=True)
class Extracted:
    """The plain text of a file, a table spelt as text; `pages` is None where it has none."""

    text: str
    media: str
    pages: int | None = None
    layout: Layout = PLAIN


def media_of(data: bytes) -> str:
    """Return TEXT, PDF, DOCX, DOC or RTF by content.

    A zip counts as DOCX, an OLE file as DOC, until it is looked into.

    Raises UserError, with what to do next, for the files known to be no report.
    """
    if is_pdf(data):
        return PDF
    if data.startswith(_OLE) and _SECRET in data:
        raise UserError(f"这个 Word 文件加了密码，读不了。{WITHOUT_PASSWORD}")
    for magic, media in _BY_BEGINNING:
        if data.startswith(magic):
            return media
    if data[:ENOUGH].lstrip(_BEFORE_PDF).lower().startswith(_WEB):
        raise UserError(_A_WEB_PAGE)
    for at, magic, message in _FOREIGN:
        if data.startswith(magic, at):
            raise UserError(message)
    return TEXT


def is_pdf(data: bytes) -> bool:
    """Tell a PDF file, blanks or a byte order mark before its first line allowed."""
    return data[:ENOUGH].lstrip(_BEFORE_PDF).startswith(b"%PDF")
