"""A bounded look into a zip before anything in it is parsed: nothing it says of itself is trusted.

The directory is read first; then every part is unpacked piece by piece, counted, thrown away.
Nothing is ever written to disk.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.formats.kinds import AS_TEXT, WITHOUT_PASSWORD

BROKEN = f"这个 Word 文件不完整，或者坏了，读不出来。请向给您文件的人再要一份，或者：{AS_TEXT}"
_PIECE = 64 * 1024  # bytes unpacked at a time
_SLICE = 16 * 1024  # packed bytes given to zlib at a time: it copies what it has not used
_HEAD = 30  # bytes of a local header (APPNOTE.TXT 4.3.7)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_FORBIDDEN = tuple(
    marker.encode(encoding)
    for marker in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_OVERLAP = max(map(len, _FORBIDDEN)) - 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """The most that a zip may hold: parts, unpacked bytes of one part, and of all together."""

    parts: int = 2_000
    part: int = 32 * 1024 * 1024
    whole: int = 64 * 1024 * 1024


USUAL = Bounds()


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a zip that was looked through; each is unpacked while it is read."""

    data: bytes
    infos: dict[str, zipfile.ZipInfo]

    def __contains__(self, name: str) -> bool:
        """Tell whether there is a part of this name."""
        return name in self.infos

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a part."""
        return _unpacked(self.data, self.infos[name])


def look(data: bytes, bounds: Bounds = USUAL) -> Parts:
    """Look through a zip and return its parts.

    Raises UserError when it is broken, encrypted, holds macros, names that lead out of a
    folder or document type declarations, or is larger than `bounds` once unpacked.
    """
    parts = Parts(data, _directory(data, bounds))
    whole = 0
    for name in parts.infos:
        pieces = _counted(parts.pieces(name), bounds.part)
        if name.lower().endswith((".xml", ".rels")):
            pieces = _declaring_nothing(pieces)
        for piece in pieces:
            whole += len(piece)
            if whole > bounds.whole:
                raise UserError(_too_large(bounds.whole))
    return parts


def _too_large(most: int) -> str:
    return f"这个文件解开后超过了 {most // 1024 // 1024} MB，不像一份报告，已停下。{AS_TEXT}"


def _directory(data: bytes, bounds: Bounds) -> dict[str, zipfile.ZipInfo]:
    """Read the list of parts; refuse by it what needs no unpacking to be refused."""
    if data.count(_DIRECTORY_ENTRY) > bounds.parts:  # before an object is made of each
        raise UserError(f"这个文件里有超过 {bounds.parts} 个部件，不像一份报告。{AS_TEXT}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            listed = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):
        raise UserError(BROKEN) from None
    names = [info.filename for info in listed if not info.filename.endswith("/")]
    if "" in names or len(set(names)) < len(names):  # two of one name: which one is the text?
        raise UserError(BROKEN)
    infos = {info.filename: info for info in listed if not info.filename.endswith("/")}
    for name, info in infos.items():
        _allow(name, info)
    return infos


def _allow(name: str, info: zipfile.ZipInfo) -> None:
    if info.flag_bits & 0x1:
        raise UserError(f"这个文件加了密码，读不了。{WITHOUT_PASSWORD}")
    if name.startswith("/") or ":" in name or ".." in name.replace("\\", "/").split("/"):
        raise UserError(f"这个文件里有指向别处的路径，为了安全不读它。{AS_TEXT}")
    if name.lower().endswith("vbaproject.bin"):
        raise UserError(
            "这个文件带有宏（里面藏着程序），为了安全不读它。"
            "请在 WPS 或 Word 中另存为不带宏的 .docx，再导入。"
        )


def _unpacked(data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield the bytes of a part; raise UserError unless they are what the directory says."""
    packed = _packed(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        pieces: Iterator[bytes] = map(bytes, _slices(packed))
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        pieces = _inflated(packed)
    else:
        raise UserError(BROKEN)  # no program that writes Word files packs in another way
    size, check = 0, 0
    for piece in pieces:
        size, check = size + len(piece), zlib.crc32(piece, check)
        yield piece
    if (size, check) != (info.file_size, info.CRC):
        raise UserError(BROKEN)


def _packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    head = data[info.header_offset : info.header_offset + _HEAD]
    if len(head) < _HEAD or not head.startswith(b"PK\x03\x04"):
        raise UserError(BROKEN)
    start = info.header_offset + _HEAD + sum(struct.unpack_from("<HH", head, 26))
    packed = memoryview(data)[start : start + info.compress_size]
    if len(packed) < info.compress_size:
        raise UserError(BROKEN)
    return packed


def _slices(packed: memoryview) -> Iterator[memoryview]:
    for start in range(0, len(packed), _SLICE):
        yield packed[start : start + _SLICE]


def _inflated(packed: memoryview) -> Iterator[bytes]:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in _slices(packed):
            rest: bytes | memoryview = piece
            while out := inflate.decompress(rest, _PIECE):
                yield out
                rest = inflate.unconsumed_tail
    except zlib.error:
        raise UserError(BROKEN) from None
    if not inflate.eof or inflate.unused_data:
        raise UserError(BROKEN)


def _counted(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise UserError(_too_large(most))
        yield piece


def _declaring_nothing(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Refuse document types and entities, in whatever encoding XML parts may have."""
    tail = b""
    for piece in pieces:
        seen = tail + piece
        if any(marker in seen for marker in _FORBIDDEN):
            raise UserError(f"这个文件里有不该有的声明（DOCTYPE），为了安全不读它。{AS_TEXT}")
        tail = seen[-_OVERLAP:]
        yield piece
