"""Word and PDF files with damage that a seed decides: the same number, the same bytes.

Half of the damage is done inside – to the XML of a part, to what a stream holds – and packed again
with every sum right, so that it gets deep into the parser and is not refused at the door.
"""

import random
import re
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO

from tests.formats import hostile
from tests.formats.made_files import PICTURE, W, docx, pdf, printed, stream
from tests.unit.specimen import LINES

Chance = random.Random
_HUGE = (b"0", b"-1", b"65536", b"2147483648", b"4294967295", b"99999999999999999999", b"1e308")
_LARGEST = 4_000_000  # bytes that are damaged again
_HEAD = 160  # bytes of a part that say what it is
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_ELEMENT = re.compile(rb"(?=(<(w:(?:p|r|tbl|tr|tc|t))>.{0,4000}?</\2>))", re.DOTALL)
_TAG = re.compile(rb"(?=(<[^<>]{1,200}>))")
_STREAM = re.compile(rb"<< /Length (\d+)([^>]*)>>\nstream\n(.*?)\nendstream", re.DOTALL)
_STYLES = (
    f'<w:styles xmlns:w="{W}"><w:style w:styleId="a" w:type="paragraph"><w:pPr><w:numPr>'
    '<w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
)
_NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


# -- sound files to begin with


@cache
def sound_files(kind: str) -> tuple[bytes, ...]:
    """Return files of a kind, docx or pdf, that are as they should be."""
    return tuple(_packed(_parts(it)) for it in _word_files()) if kind == "docx" else _prints()


def _word_files() -> list[bytes]:
    plain = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in LINES)
    numbered = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{line[:9]}</w:t><w:br/><w:tab/>'
        f"<w:t>{line[9:]}</w:t></w:r></w:p>"
        for line in LINES
    )
    cell = "<w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl>{f'<w:tr>{cell * 3}</w:tr>' * 4}</w:tbl>"
    parts = {"word/styles.xml": _STYLES, "word/numbering.xml": _NUMBERING}
    return [hostile.sound_docx(), docx(plain), docx(numbered + table + numbered, parts)]


def _prints() -> tuple[bytes, ...]:
    rows = [line[at : at + 28] for line in LINES for at in range(0, len(line), 28)]
    pages = [
        [
            *((row, 80, 740 - 28 * at) for at, row in enumerate(rows[low : low + 22])),
            (f"— {low} —", 280, 60),
        ]
        for low in range(0, len(rows), 22)
    ]
    drawn = [printed(page) for page in pages]
    return (
        hostile.sound_pdf(),
        pdf(drawn),
        pdf([drawn[0], PICTURE, b"", drawn[-1]]),
        _in_streams(),
    )


def _in_streams() -> bytes:
    """Make a PDF whose objects and their table lie in deflated streams (ISO 32000-1, 7.5.7)."""
    face = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /f 4 0 R >> >> >>"
    )
    inside = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: page,
        4: face,
    }
    places, bodies = [], b""
    for number, body in inside.items():
        places.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b" "
    head = b" ".join(places) + b" "
    out = bytearray(b"%PDF-1.7\n")
    at = {}
    drawing = zlib.compress(b"BT /f 16 Tf 80 700 Td (Report of 2026, 15.2 per cent.) Tj ET " * 9)
    held = zlib.compress(head + bodies)
    for number, data, entries in (
        (5, drawing, b"/Filter /FlateDecode"),
        (6, held, b"/Type /ObjStm /N 4 /First %d /Filter /FlateDecode" % len(head)),
    ):
        at[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, stream(data, entries))
    at[7] = len(out)
    rows = [(0, 0, 0), *((2, 6, index) for index in range(4)), *((1, at[n], 0) for n in (5, 6, 7))]
    table = b"".join(bytes([a]) + b.to_bytes(4, "big") + bytes([c]) for a, b, c in rows)
    entries = b"/Type /XRef /Size 8 /Root 1 0 R /W [1 4 1] /Filter /FlateDecode"
    out += b"7 0 obj\n%s\nendobj\n" % stream(zlib.compress(table), entries)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % at[7])


# -- damage to bytes of any kind


def _place(chance: Chance, data: bytes) -> int:
    return chance.randrange(len(data) + 1)


def flipped(chance: Chance, data: bytes) -> bytes:
    """Turn bits over."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 24) if out else 0):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def cut(chance: Chance, data: bytes) -> bytes:
    """Leave out what follows a place, or a block."""
    low = _place(chance, data)
    return data[:low] + data[chance.choice([len(data), low + chance.randint(1, 200)]) :]


def doubled(chance: Chance, data: bytes) -> bytes:
    """Repeat a block, here and there a thousand times."""
    low = _place(chance, data)
    block = data[low : low + chance.choice([1, 8, 64, 512])]
    return data[:low] + block * chance.choice([2, 2, 3, 40, 1000]) + data[low + len(block) :]


def exchanged(chance: Chance, data: bytes) -> bytes:
    """Let two neighbouring blocks change places."""
    one, two, three = sorted(_place(chance, data) for _ in range(3))
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def filled(chance: Chance, data: bytes) -> bytes:
    """Put bytes without sense in."""
    low = _place(chance, data)
    return data[:low] + chance.randbytes(chance.randint(1, 60)) + data[low:]


def enlarged(chance: Chance, data: bytes) -> bytes:
    """Put huge and odd numbers in the place of some."""
    found = list(_NUMBER.finditer(data))
    for match in sorted(chance.sample(found, min(len(found), 3)), key=lambda it: -it.start()):
        data = data[: match.start()] + chance.choice(_HUGE) + data[match.end() :]
    return data


Damage = Callable[[Chance, bytes], bytes]
BYTES: tuple[Damage, ...] = (flipped, cut, doubled, exchanged, filled, enlarged)


# -- damage to XML


def _around(chance: Chance, data: bytes, pattern: re.Pattern[bytes]) -> tuple[int, int]:
    found = [match.span(1) for match in pattern.finditer(data)]
    return chance.choice(found) if found else (0, 0)


def repeated(chance: Chance, data: bytes) -> bytes:
    """Repeat an element."""
    low, high = _around(chance, data, _ELEMENT)
    return data[:high] + data[low:high] * chance.choice([1, 5, 300, 30_000]) + data[high:]


def swapped(chance: Chance, data: bytes) -> bytes:
    """Let two elements change places, as they are or one within the other."""
    one, other = sorted(_around(chance, data, _ELEMENT) for _ in range(2))
    if one[1] > other[0]:
        return data[: one[1]] + data[one[0] :]
    middle = data[one[1] : other[0]]
    return data[: one[0]] + data[slice(*other)] + middle + data[slice(*one)] + data[other[1] :]


def untagged(chance: Chance, data: bytes) -> bytes:
    """Leave a tag out, or put another in its place."""
    low, high = _around(chance, data, _TAG)
    other = data[slice(*_around(chance, data, _TAG))]
    return data[:low] + chance.choice([b"", other]) + data[high:]


def nested(chance: Chance, data: bytes) -> bytes:
    """Put elements into elements, deep."""
    name = chance.choice([b"w:p", b"w:r", b"w:tbl", b"w:tc", b"w:del", b"x"])
    depth = chance.choice([2, 50, 300, 5_000])
    low, high = _around(chance, data, _ELEMENT)
    inside = b"<%s>" % name * depth + data[low:high] + b"</%s>" % name * depth
    return data[:low] + inside + data[high:]


def entitled(chance: Chance, data: bytes) -> bytes:
    """Use entities: unknown ones, declared ones, characters that are none."""
    _, high = _around(chance, data, _TAG)
    odd = chance.choice([b"&a;", b"&#0;", b"&#x10FFFF;", b"&#xD800;", b"&lt;" * 9, b"<!--", b"]]>"])
    start = b'<!DOCTYPE d [<!ENTITY a "b">]>' if chance.random() < 0.3 else b""
    return start + data[:high] + odd + data[high:]


def recoded(chance: Chance, data: bytes) -> bytes:
    """Write the part in another encoding, or say that it is."""
    name = chance.choice(["utf-16", "utf-16-le", "gb18030", "utf-7", "utf-32"])
    said = data.replace(b'"1.0"', b'"1.0" encoding="%s"' % name.encode(), 1)
    return data.decode("utf-8", "replace").encode(name) if chance.random() < 0.5 else said


def renumbered(chance: Chance, data: bytes) -> bytes:
    """Put odd numbers in, but not in the head, which says what the part is."""
    return data[:_HEAD] + enlarged(chance, data[_HEAD:])


XML: tuple[Damage, ...] = (untagged, entitled, recoded, *BYTES)
WELL_FORMED: tuple[Damage, ...] = (repeated, swapped, nested, renumbered)


# -- whole files


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip parts without the time of day, so that the bytes are always the same."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def _inside_word(chance: Chance, data: bytes) -> bytes:
    """Damage parts of a Word file and pack it again; here and there one goes or is renamed."""
    parts = _parts(data)
    name = chance.choice([*parts, *["word/document.xml"] * 4])
    for _ in range(chance.randint(1, 3)):
        damage = chance.choice(WELL_FORMED if chance.random() < 0.7 else XML)
        parts[name] = damage(chance, parts[name][:_LARGEST])
    turn = chance.random()
    if turn < 0.05:
        parts.pop(chance.choice(list(parts)))
    elif turn < 0.1:
        parts[name.upper()] = parts.pop(name)
    return _packed(parts, chance.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]))


def _inside_pdf(chance: Chance, data: bytes) -> bytes:
    """Damage what a stream of a PDF file holds, and say its new length, seldom a wrong one."""
    match = chance.choice(list(_STREAM.finditer(data)))
    is_deflated = b"FlateDecode" in match[2]
    held = zlib.decompress(match[3]) if is_deflated else match[3]
    for _ in range(chance.randint(1, 3)):
        held = chance.choice(BYTES)(chance, held)
    held = zlib.compress(held) if is_deflated else held
    said = len(held) if chance.random() < 0.8 else int(chance.choice(_HUGE[:5]))
    new = stream(held, match[2]).replace(b"/Length %d" % len(held), b"/Length %d" % said, 1)
    return data[: match.start()] + new + data[match.end() :]


def mutated(kind: str, number: int, seed: int) -> bytes:
    """Return the damaged file of a kind, docx or pdf, that has this number."""
    chance = random.Random(f"{seed}-{kind}-{number}")  # noqa: S311 - a study, repeatable by its seed
    data = chance.choice(sound_files(kind))
    inside = _inside_word if kind == "docx" else _inside_pdf
    if chance.random() < 0.55:
        return inside(chance, data)
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(BYTES)(chance, data)
    if kind == "pdf" and chance.random() < 0.8:
        data = b"%PDF" + data[4:] + b"\n%%EOF\n"  # so that the door lets it in
    return data
