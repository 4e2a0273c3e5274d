"""Word and PDF files made by hand, sound ones, as small as they can be."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\n'
    f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
A4 = (595, 842)


def packed(parts: Mapping[str, bytes | str]) -> bytes:
    """Zip parts in order."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def document(body: str, space: str = W) -> str:
    return (
        f'<?xml version="1.0"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    )


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, others: Mapping[str, bytes | str] | None = None) -> bytes:
    """Make a Word file of the XML of its body and other parts."""
    own = {"_rels/.rels": RELATIONS, "word/document.xml": document(body)}
    return packed({**own, **(others or {})})


def pdf_objects(objects: dict[int, bytes], *, trailer: bytes = b"") -> bytes:
    """Make a PDF of numbered objects, with a table of where they are; 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        known = number in places
        out += b"%010d %05d %c \n" % (places.get(number, 0), 0 if known else 65535, b"fn"[known])
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        *(size, trailer, start),
    )
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


def pdf(contents: list[bytes], resources: bytes = b"") -> bytes:
    """Make a PDF of the drawing of each page; `song` is a Chinese face of no file."""
    kids = b" ".join(b"%d 0 R" % (10 + 2 * at) for at in range(len(contents)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(contents), kids),
        3: b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
        b" /DescendantFonts [4 0 R] >>",
        4: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>"
        b" /FontDescriptor 5 0 R >>",
        5: b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /Ascent 880 /Descent -120"
        b" /CapHeight 880 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >>",
    }
    for at, content in enumerate(contents):
        objects[10 + 2 * at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R"
            b" /Resources << /Font << /song 3 0 R >> %s >> >>" % (*A4, 11 + 2 * at, resources)
        )
        objects[11 + 2 * at] = stream(content)
    return pdf_objects(objects)


def printed(lines: list[tuple[str, float, float]], size: float = 16) -> bytes:
    """Draw lines of text at their places, left and height in points."""
    return b"\n".join(
        b"BT /song %g Tf %g %g Td <%s> Tj ET"
        % (size, left, up, text.encode("utf-16-be").hex().encode())
        for text, left, up in lines
    )


PICTURE = b"q 500 0 0 700 40 70 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
"""The drawing of a page that is one picture."""
