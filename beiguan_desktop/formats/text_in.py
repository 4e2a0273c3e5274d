"""Bytes of a TXT file to text: which encoding it is, or why it cannot be read."""

import codecs
import re

from beiguan_desktop.core.errors import UserError

LARGEST = 20 * 1024 * 1024
"""The most bytes a report may have."""
LONGEST = 2_000_000
"""The most characters a report may have."""

_WORD = "请在 WPS 或 Word 中打开它，另存为“纯文本（.txt）”，再导入。"
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", f"这是 PDF 文件，现在还不能直接读。{_WORD}"),
    (b"PK\x03\x04", f"这是 Word（.docx）、WPS 或压缩文件，现在还不能直接读。{_WORD}"),
    (b"PK\x05\x06", "这是一个空的压缩文件，里面没有报告。请换一个文件。"),
    (b"\xd0\xcf\x11\xe0", f"这是 .doc 或 .wps 文件，现在还不能直接读。{_WORD}"),
    (b"{\\rtf", f"这是 RTF 文件，现在还不能直接读。{_WORD}"),
    (b"\x89PNG", "这是一张图片，没有文字可读。请换成报告的文字版。"),
    (b"\xff\xd8\xff", "这是一张图片，没有文字可读。请换成报告的文字版。"),
    (b"SQLite format 3\x00", "这是一个资料库文件，不是报告。请选择报告的 .txt 文件。"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_USUAL = re.compile("[\t\r\n -~\u2010-\u2027\u3000-\u301f\u4e00-\u9fa5\uff01-\uff5e]")
_NO_TEXT = (
    "这个文件不是文字，认不出报告的内容。"
    "请选择报告的 .txt 文件，或在 WPS 或 Word 中另存为“纯文本（.txt）”。"
)


def decode(data: bytes) -> tuple[str, str]:
    """Decode a file and name its encoding.

    In this order: byte order mark, strict UTF-8, UTF-16 without a mark (by its zero bytes),
    strict GB18030 – the rule that was right on all files tried. Carriage
    returns are kept; a byte order mark is not part of the text.

    Raises UserError for an empty, binary, foreign, too large or undecodable file.
    """
    if len(data) > LARGEST:
        raise UserError(
            f"文件有 {len(data) // 1024 // 1024} MB，超过了 20 MB 的上限，不像一份报告。"
            "请核对后换一个文件。"
        )
    for magic, message in _FOREIGN:
        if data.startswith(magic):
            raise UserError(message)
    text, encoding = _decoded(data)
    if not text.strip("\ufeff\u200b\0 \t\r\n\u3000\u00a0"):
        raise UserError("文件是空的，没有可读的文字。请换一个文件。")
    if "\0" in text:
        raise UserError(_NO_TEXT)
    if len(text) > LONGEST:
        raise UserError(
            f"文件有 {len(text)} 个字，超过了 200 万字的上限，不像一份报告。请核对后换一个文件。"
        )
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], (encoding,))
    if b"\0" not in data:
        return _strict(data, ("utf-8", "gb18030"))
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = data.decode(encoding, errors="replace")
    if 2 * len(_USUAL.findall(text)) < len(text):
        raise UserError(_NO_TEXT)
    return _strict(data, (encoding,))


def _strict(data: bytes, encodings: tuple[str, ...]) -> tuple[str, str]:
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UserError(
        "认不出这个文件的编码，硬读会出乱码。请用记事本打开它，另存为 UTF-8 编码，再导入。"
    )
