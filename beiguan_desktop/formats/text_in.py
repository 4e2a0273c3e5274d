"""Bytes of a TXT file to text: which encoding it is, or why it cannot be read."""

import codecs
import re

from beiguan_desktop.core.errors import UserError

LARGEST = 20 * 1024 * 1024
"""The most bytes a report may have."""
LONGEST = 2_000_000
"""The most characters a report may have."""

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_USUAL = re.compile("[\t\r\n -~\u2010-\u2027\u3000-\u301f\u4e00-\u9fa5\uff01-\uff5e]")
_NO_TEXT = (
    "这个文件不是文字，认不出报告的内容。"
    "请选择报告的 .txt、.docx 或 .pdf 文件，或在 WPS 或 Word 中另存为“纯文本（.txt）”。"
)
_TRADITIONAL = (
    "这个文件像是繁体（Big5）编码，硬读会出乱码。请用记事本打开它，另存为 UTF-8 编码，再导入。"
)
_HAN = re.compile("[\u3400-\u9fff]")
_LOOKED_AT = 10_000
"""Characters by which two encodings are told from one another."""
_RARE = 0.4
"""The share of Han characters outside GB 2312 from which on a text may be Big5: read wrongly, it
has 0.55; simplified text has none, traditional text up to 0.35."""
_COMMON = 0.9
"""The share of Han characters of Big5's first level from which on a text is Big5."""
_SECOND_LEVEL = 0xC9
"""The lead byte of Big5's rarer characters."""


def decode(data: bytes) -> tuple[str, str]:
    """Decode a file and name its encoding.

    In this order: byte order mark, strict UTF-8, UTF-16 without a mark (by its zero bytes),
    strict GB18030 – the rule that was right on all files tried. What looks like Big5 is refused,
    for it reads as GB18030 without an error. Carriage returns are kept; a byte order mark is
    not part of the text.

    Raises UserError for an empty, binary, too large or undecodable file; what is another
    kind of file is told before (`kinds`).
    """
    if len(data) > LARGEST:
        raise UserError(
            f"文件有 {len(data) // 1024 // 1024} MB，超过了 20 MB 的上限，不像一份报告。"
            "请核对后换一个文件。"
        )
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
        text, encoding = _strict(data, ("utf-8", "gb18030"))
        if encoding == "gb18030" and _is_big5(data, text[:_LOOKED_AT]):
            raise UserError(_TRADITIONAL)
        return text, encoding
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = data.decode(encoding, errors="replace")
    if 2 * len(_USUAL.findall(text)) < len(text):
        raise UserError(_NO_TEXT)
    return _strict(data, (encoding,))


def _is_big5(data: bytes, text: str) -> bool:
    """Tell whether a text is of rare characters as GB 18030, and of common ones as Big5."""
    usual = text.encode("gb2312", "ignore").decode("gb2312")
    found = len(_HAN.findall(text))
    if found - len(_HAN.findall(usual)) <= _RARE * found:
        return False
    try:
        han = _HAN.findall(data.decode("cp950")[:_LOOKED_AT])
    except UnicodeDecodeError:
        return False
    return sum(_is_common(sign) for sign in han) > _COMMON * len(han)


def _is_common(sign: str) -> bool:
    return sign.encode("cp950")[0] < _SECOND_LEVEL


def _strict(data: bytes, encodings: tuple[str, ...]) -> tuple[str, str]:
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise UserError(
        "认不出这个文件的编码，硬读会出乱码。请用记事本打开它，另存为 UTF-8 编码，再导入。"
    )
