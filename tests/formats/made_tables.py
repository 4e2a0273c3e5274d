"""Excel files made by hand, as small as they can be: parts as Excel, WPS and others write them."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.formats.made_files import R, packed

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{found}</Relationships>'


def sheet(rows: str, merges: Sequence[str] = ()) -> str:
    """Spell a sheet of the XML of its rows."""
    merged = "".join(f'<mergeCell ref="{it}"/>' for it in merges)
    return (
        f'<worksheet xmlns="{S}"><sheetData>{rows}</sheetData>'
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )


def words(rows: Sequence[Sequence[str]], merges: Sequence[str] = ()) -> str:
    """Spell a sheet of words, in strings of its own."""
    spelt = "".join(
        "<row>"
        + "".join(f'<c t="inlineStr"><is><t>{escape(it)}</t></is></c>' for it in row)
        + "</row>"
        for row in rows
    )
    return sheet(spelt, merges)


def xlsx(
    *sheets: str,
    strings: str | None = None,
    styles: str | None = None,
    book: str = "",
    names: Sequence[str] = ("第一组", "第二组", "第三组"),
    states: Sequence[str] = ("visible",) * 3,
) -> bytes:
    """Pack a workbook."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{at}" state="{state}" r:id="s{at}"/>'
        for at, (name, state, _) in enumerate(zip(names, states, sheets, strict=False), 1)
    )
    targets = {f"s{at}": ("worksheet", f"worksheets/{at}.xml") for at in range(1, len(sheets) + 1)}
    targets |= {"t": ("sharedStrings", "/xl/strings.xml"), "f": ("styles", "styles.xml")}
    parts = {
        "_rels/.rels": relations({"a": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{book}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(targets),
        **{f"xl/worksheets/{at}.xml": text for at, text in enumerate(sheets, 1)},
    }
    if strings is not None:
        parts["xl/strings.xml"] = f'<sst xmlns="{S}">{strings}</sst>'
    if styles is not None:
        parts["xl/styles.xml"] = f'<styleSheet xmlns="{S}">{styles}</styleSheet>'
    return packed(parts)
