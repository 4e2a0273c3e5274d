"""A look into an OLE file ([MS-CFB]), the outside of .doc, .wps, .xls and .ppt: what is in it.

Names are searched among all bytes, so that nothing has to be followed that a file only claims.
"""

import struct

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.kinds import AS_DOCX, NO_REPORT_A_TABLE, WITHOUT_PASSWORD

_TEXT = "WordDocument"
_OTHERS = (
    (("Workbook", "Book"), NO_REPORT_A_TABLE),
    (("PowerPoint Document",), "这是演示（PPT）文件，不能直接读。请选择报告的 Word 文件。"),
)
_ENTRY = struct.Struct("<64sHB49xII")  # name, its bytes, kind, first sector, size (2.6.1)
_STREAM, _IN_SECTORS = 2, 4096  # a smaller stream is packed with others
_LOCKED = 0x0100  # of the flags in a document's head ([MS-DOC] 2.5.2, FibBase)
_BROKEN = f"这个 .doc 文件不完整，或者坏了，读不出来。请向给您文件的人再要一份，或者：{AS_DOCX}"


def look(data: bytes) -> None:
    """Raise UserError, in words for the user, unless this is a Word document without password."""
    stream = _stream(data, _TEXT)
    if stream is None:
        for names, words in _OTHERS:
            if any(_stream(data, name) is not None for name in names):
                raise UserError(words)
        raise UserError(f"认不出这个文件里的文字：它可能不完整，或者不是 Word 文件。{AS_DOCX}")
    start, size = stream
    head = data[start : start + 12] if size >= _IN_SECTORS else bytes(12)
    if len(head) < 12:
        raise UserError(_BROKEN)
    if int.from_bytes(head[10:12], "little") & _LOCKED:
        raise UserError(f"这个 Word 文件加了密码，读不了。{WITHOUT_PASSWORD}")


def _stream(data: bytes, name: str) -> tuple[int, int] | None:
    """Return where the stream of this name begins and its size, None where there is none."""
    wanted = f"{name}\0".encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0:
        if len(data) >= at + _ENTRY.size:
            _, length, kind, sector, size = _ENTRY.unpack_from(data, at)
            if (length, kind) == (len(wanted), _STREAM):
                shift = int.from_bytes(data[30:32], "little")
                return (int(sector) + 1) << min(shift, 16), int(size)
        at = data.find(wanted, at + 1)
    return None
