"""Word files with automatic numbers, made by hand."""

from collections.abc import Mapping, Sequence

from tests.formats.made_files import W, docx

Level = Mapping[str, str]
_ORDER = ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText")
"""The order of a level's elements in the schema."""


def level(at: int, **says: str) -> str:
    """Return the XML of a level: numFmt="decimal", lvlText="%1." …"""
    says = {"start": "1", **says}
    inside = "".join(f'<w:{name} w:val="{says[name]}"/>' for name in _ORDER if name in says)
    return f'<w:lvl w:ilvl="{at}">{inside}{says.get("more", "")}</w:lvl>'


def abstract(name: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def instance(name: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def first(at: int, number: int) -> str:
    """Return an override: the first number of a level."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def style(name: str, inside: str = "", *, based_on: str = "", kind: str = "paragraph") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    usual = ' w:default="1"' if name == "a" else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"{usual}><w:name w:val="{name}"/>'
        f"{base}{inside}</w:style>"
    )


def num_pr(list_id: int | None = None, at: int | None = None) -> str:
    level = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    name = "" if list_id is None else f'<w:numId w:val="{list_id}"/>'
    return f"<w:numPr>{level}{name}</w:numPr>"


def item(text: str, list_id: int | None = None, at: int | None = None, **more: str) -> str:
    """Return a paragraph of a list; `style`, and `mark`, what is said of its end."""
    style = f'<w:pStyle w:val="{more["style"]}"/>' if "style" in more else ""
    numbers = num_pr(list_id, at) if (list_id, at) != (None, None) else ""
    mark = f"<w:rPr>{more['mark']}</w:rPr>" if "mark" in more else ""
    runs = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{style}{numbers}{mark}</w:pPr>{runs}</w:p>"


def document(body: str, lists: Sequence[str] = (), styles: Sequence[str] = ()) -> bytes:
    """Make a Word file of its body, its lists and its styles, as LibreOffice opens it too."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    named = [("numbering", lists), ("styles", styles)]
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{kind}/{name}" Target="{name}.xml"/>'
        for at, (name, said) in enumerate(named)
        if said
    )
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{word}.{of}+xml"/>'
        for name, of in (("document", "document.main"), ("numbering",) * 2, ("styles",) * 2)
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{space}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}'
        "</Types>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}/relationships">'
        f"{relations}</Relationships>",
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{"".join(lists)}</w:numbering>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{"".join(styles)}</w:styles>',
    }
    return docx(body, parts)
