"""Files that mean harm or are no report at all, each built from nothing.

Run as a script, it writes them into a folder, to be opened by hand.
"""

import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

from tests.formats import made_files
from tests.formats.made_files import (
    document,
    docx,
    packed,
    paragraph,
    pdf,
    pdf_objects,
    printed,
    stream,
)

GB = 1024 * 1024 * 1024
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0" + bytes(80)
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")  # a directory entry, APPNOTE.TXT 4.3.12
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f']><w:document xmlns:w="{made_files.W}"><w:body>{paragraph("&i;")}</w:body></w:document>'
)


@cache
def deflated(size: int, start: bytes = b"", fill: bytes = b" ", *, raw: bool = False) -> bytes:
    """Deflate a very long run of one byte without ever holding it."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15 if raw else 15)
    block = fill * (1024 * 1024)
    parts = [deflate.compress(start), *(deflate.compress(block) for _ in range(size // len(block)))]
    return b"".join([*parts, deflate.flush()])


def with_entry(data: bytes, name: str, change: Callable[[list[int]], None]) -> bytes:
    """Change the fields of a part's directory entry."""
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    fields = list(_ENTRY.unpack_from(data, at))
    change(fields)
    return data[:at] + _ENTRY.pack(*fields) + data[at + _ENTRY.size :]


FLAGS, METHOD, CRC, PACKED, SIZE, HEADER = 5, 6, 9, 10, 11, 18
"""Where the fields of a directory entry stand."""


@cache
def bomb(size: int = GB + GB // 8, *, declared: int | None = None) -> bytes:
    """A document that inflates to `size` bytes; its directory says `declared`."""
    start = document("").removesuffix("</w:body></w:document>").encode()
    body = deflated(size, start, raw=True)
    stored = BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("_rels/.rels", made_files.RELATIONS)
        archive.writestr("word/document.xml", body)
    real = len(start) + size // (1024 * 1024) * (1024 * 1024)

    def lie(fields: list[int]) -> None:
        fields[METHOD], fields[SIZE] = zipfile.ZIP_DEFLATED, declared or min(real, 0xFFFFFFF0)

    return with_entry(stored.getvalue(), "word/document.xml", lie)


@cache
def many_bombs() -> bytes:
    """Twenty parts of one body: the same packed bytes are listed again and again."""
    parts = {f"word/media/{n}.bin": bytes(8 * 1024 * 1024) for n in range(20)}
    return docx(paragraph("报告"), parts)


@cache
def many_paragraphs() -> bytes:
    return docx("<w:p/>" * 600_000)


@cache
def many_parts() -> bytes:
    return docx(paragraph("报告"), {f"word/media/{n}.png": b"" for n in range(3_000)})


@cache
def paragraphs_in_cells(depth: int = 60_000) -> bytes:
    """Make a Word file with cells in cells, and paragraphs in the innermost one."""
    inside = "<w:p></w:p>" * 19_000
    return docx(f"{'<w:tc>' * depth}{inside}{'</w:tc>' * depth}")


def slow_docx() -> bytes:
    """A sound document of thirty megabytes of nothing: seconds of work, little memory."""
    return docx(paragraph("报告") + "<w:r/>" * 5_000_000)


def encrypted_docx() -> bytes:
    """The outside of an encrypted Word file: OLE with the names of its two streams."""
    names = "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + names + bytes(2048)


def ole(*streams: str, start: int = 1, size: int = 4096, head: bytes = b"\xec\xa5") -> bytes:
    """The outside of an OLE file: a header and a directory of streams that begin at a sector."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + b"\x09\x00"
    entries = b"".join(
        struct.pack("<64sHB49xIII", name, len(name) + 2, 2, start, size, 0)
        for name in (stream.encode("utf-16-le") for stream in streams)
    )
    return header.ljust(512, b"\0") + entries.ljust(512, b"\0") + head.ljust(4096, b"\0")


def old_word(*, flags: int = 0) -> bytes:
    """The outside of a .doc whose text is nonsense."""
    return ole("WordDocument", head=b"\xec\xa5" + bytes(8) + struct.pack("<H", flags))


def locked_zip() -> bytes:
    def lock(fields: list[int]) -> None:
        fields[FLAGS] |= 1

    return with_entry(docx(paragraph("报告")), "word/document.xml", lock)


@cache
def flate_bomb(size: int = 700 * 1024 * 1024) -> bytes:
    """A page whose drawing inflates to hundreds of megabytes."""
    content = stream(deflated(size, b"BT ", b"("), b"/Filter /FlateDecode")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return pdf_objects({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page, 4: content})


@cache
def nested_flate_bomb() -> bytes:
    """A bomb in a bomb: the filter is applied twice, 700 bytes become 1 GB."""
    twice = zlib.compress(deflated(GB, b"BT ", b" "), 9)
    content = stream(twice, b"/Filter [/FlateDecode /FlateDecode]")
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return pdf_objects({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page, 4: content})


def many_pages(claimed: int = 2_000_000_000) -> bytes:
    """A tree of pages that claims billions."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pages = b"<< /Type /Pages /Count %d /Kids [3 0 R] >>" % claimed
    return pdf_objects({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page})


def real_pages(count: int = 20_000) -> bytes:
    """As many pages as are claimed, all of them one object."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    pages = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, b"3 0 R " * count)
    return pdf_objects({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page})


def drawn_in_drawn(depth: int = 20) -> bytes:
    """Drawings that draw others ten times each: a billion laughs in a PDF."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /a 5 0 R >> >> >>",
        4: stream(b"/a Do"),
    }
    for number in range(5, 5 + depth):
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources"
        entries += b" << /XObject << /a %d 0 R >> >>" % (number + 1)
        objects[number] = stream(b"/a Do " * 10, entries)
    return pdf_objects(objects)


@cache
def deep_tree(depth: int = 200_000) -> bytes:
    """A tree of pages as deep as the file is long."""
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for number in range(2, depth):
        objects[number] = b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (number + 1)
    objects[depth] = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth - 1)
    return pdf_objects(objects)


def looped_tree() -> bytes:
    pages = b"<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>"
    return pdf_objects({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages})


@cache
def deep_arrays(depth: int = 3_000_000) -> bytes:
    """Brackets in brackets."""
    return pdf_objects({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"[" * depth + b"]" * depth})


def encrypted_pdf() -> bytes:
    """A document locked with a password: what opens it is nonsense here."""
    trailer = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
        % (b"41" * 32, b"42" * 32)
    )
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: pages, 3: page}
    return pdf_objects(objects, trailer=trailer)


def sound_pdf() -> bytes:
    words = ["各位代表：", "现在，我代表区人民政府向大会报告工作，请予审议。"]
    return pdf([printed([(text, 80, 700 - 30 * at) for at, text in enumerate(words)])])


def sound_docx() -> bytes:
    return docx("".join(map(paragraph, ["政府工作报告", "各位代表：", "现在报告工作，请予审议。"])))


DEEP_XML = docx("<w:p>" * 100_000 + "</w:p>" * 100_000)

FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "炸弹.docx": (bomb, "32 MB"),
    "炸弹说小.docx": (lambda: bomb(declared=1_000), "32 MB|坏了"),
    "一堆炸弹.docx": (many_bombs, "64 MB"),
    "大小说谎.docx": (lambda: bomb(2 * 1024 * 1024, declared=4_000_000_000), "坏了"),
    "六十万段.docx": (many_paragraphs, "20000 段"),
    "三千部件.docx": (many_parts, "2000 个部件"),
    "一层一层.docx": (lambda: DEEP_XML, "坏了|20000 段"),
    "哈哈.docx": (
        lambda: packed({"_rels/.rels": made_files.RELATIONS, "word/document.xml": LAUGHS}),
        "DOCTYPE",
    ),
    "哈哈十六.docx": (
        lambda: packed({"word/document.xml": b"\xff\xfe" + LAUGHS.encode("utf-16-le")}),
        "DOCTYPE",
    ),
    "格中格.docx": (paragraphs_in_cells, "没有文字"),
    "断了.docx": (lambda: sound_docx()[:-200], "不完整"),
    "断在头上.docx": (lambda: sound_docx()[:40], "不完整"),
    "加锁.docx": (locked_zip, "密码"),
    "加密.docx": (encrypted_docx, "密码"),
    "加密.doc": (lambda: old_word(flags=0x0100), "密码"),
    "表格.doc": (lambda: ole("Workbook"), "表格"),
    "演示.wps": (lambda: ole("PowerPoint Document"), "演示"),
    "别的.wps": (lambda: ole("MatOST"), "请在 WPS 或 Word 中另存为 .docx"),
    "网页.doc": (lambda: b"<html><body>\xe6\x8a\xa5</body></html>", "网页"),
    "图片.docx": (lambda: PNG, "图片"),
    "没有正文.docx": (lambda: packed({"word/styles.xml": "<a/>"}), "没有 Word 的正文"),
    "宏.docx": (lambda: docx(paragraph("报告"), {"word/vbaProject.bin": b"x"}), "宏"),
    "跑出去.docx": (lambda: docx(paragraph("报告"), {"../../逃.xml": "<a/>"}), "指向别处"),
    "没有字.docx": (lambda: docx("<w:p/>"), "没有文字"),
    "炸弹.pdf": (flate_bomb, "中途断了|超过|没有文字|内存"),
    "双重炸弹.pdf": (nested_flate_bomb, "中途断了|超过|没有文字|内存"),
    "画中画.pdf": (drawn_in_drawn, "中途断了|超过"),
    "亿万页.pdf": (many_pages, "页|坏了|没有文字"),
    "两万页.pdf": (real_pages, "页"),
    "深树.pdf": (deep_tree, "坏了|没有文字|中途断了"),
    "转圈.pdf": (looped_tree, "坏了|没有文字"),
    "深括号.pdf": (deep_arrays, "坏了|中途断了"),
    "断了.pdf": (lambda: sound_pdf()[:-60], "不完整"),
    "断在中间.pdf": (lambda: sound_pdf()[:700], "不完整"),
    "加密.pdf": (encrypted_pdf, "密码"),
    "图片.pdf": (lambda: PNG, "图片"),
    "扫描.pdf": (lambda: pdf([made_files.PICTURE] * 3), "扫描件"),
    "空.pdf": (lambda: pdf([b""]), "没有文字"),
    "没有东西.pdf": (lambda: b"", "空的"),
}
"""By name: how it is made, and words of the sentence with which it is refused."""

REFUSED_AT_ONCE = (
    *("加密.docx", "加密.doc", "表格.doc", "演示.wps", "别的.wps", "网页.doc"),
    *("图片.docx", "图片.pdf", "没有东西.pdf"),
)
"""Those whose first bytes are enough: no worker is started."""


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, (make, _words) in FILES.items():
        (folder / name).write_bytes(make())
