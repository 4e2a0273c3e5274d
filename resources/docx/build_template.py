"""Make gongwen.docx, the clean template of every Word file the program writes.

Run it from anywhere: python resources/docx/build_template.py. The page and the faces follow
GB/T 9704-2012; the numbers in brackets are its clauses. Lengths are twentieths of a point.
"""

import zipfile
from pathlib import Path

MARGINS = {"top": 2098, "bottom": 1984, "left": 1587, "right": 1474}  # 37, 35, 28, 26 mm (5.2.1)
PITCH = 579  # 22 lines in 225 mm (5.2.3)
CHARACTER = 315  # 28 characters in 156 mm: 16 pt less a quarter of a point (5.2.3)
FOOTER = 1307  # the number begins 7 mm below the text (7.5)
NUMBER = 1191  # a paragraph's number begins 21 mm left of the text
LATIN = "Times New Roman"

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMES = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'

# name, the name it goes by where it is missing, family, PANOSE
FONTS = (
    ("仿宋_GB2312", "仿宋", "modern", "02010609030101010101"),
    ("楷体_GB2312", "楷体", "modern", "02010609030101010101"),
    ("黑体", "SimHei", "modern", "02010609060101010101"),
    ("宋体", "SimSun", "auto", "02010600030101010101"),
    ("方正小标宋简体", "华文中宋", "auto", "02010600040101010101"),
)


def faces(chinese: str, latin: str = LATIN) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def style(
    identifier: str,
    name: str,
    *,
    paragraph: str = "",
    run: str = "",
    based_on: str = "Normal",
    follows: str = "",
) -> str:
    default = ' w:default="1"' if identifier == "Normal" else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if not default else ""
    after = f'<w:next w:val="{follows}"/>' if follows else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f"{base}{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def indent(first: int = 0, right: int = 0, left: int = 0, size: int = CHARACTER) -> str:
    """Indent by characters; the plain length stands beside for programs that know no more."""
    sides = (("left", left), ("right", right), ("firstLine", first))
    pairs = (f'w:{side}Chars="{n * 100}" w:{side}="{n * size}"' for side, n in sides if n)
    return f"<w:ind {' '.join(pairs)}/>"


def rule(side: str, space: int) -> str:
    """A hairline over the width of the text, so many points from it."""
    return f'<w:pBdr><w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="auto"/></w:pBdr>'


def styles() -> str:
    lines = f'w:line="{PITCH}" w:lineRule="exact"'
    two = indent(first=2)
    return (
        f"{HEAD}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + style(
            "Normal",
            "Normal",
            paragraph='<w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/>'
            '<w:autoSpaceDN w:val="0"/><w:jc w:val="both"/>',
            run=faces("仿宋_GB2312") + '<w:spacing w:val="-5"/><w:sz w:val="32"/>'
            '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>',
        )
        + style("BodyText", "Body Text", paragraph=two)
        + style("Closing", "公文结语", paragraph="<w:keepNext/><w:keepLines/>", based_on="BodyText")
        + style(
            "Title",
            "Title",
            follows="BodyText",
            paragraph=f'<w:keepNext/><w:snapToGrid w:val="0"/>'
            f'<w:spacing w:afterLines="80" w:after="{PITCH * 4 // 5}" {lines}/>'
            '<w:jc w:val="center"/>',
            run=faces("方正小标宋简体") + '<w:spacing w:val="0"/><w:sz w:val="44"/>'
            '<w:szCs w:val="44"/>',
        )
        + style(
            "Heading1",
            "heading 1",
            follows="BodyText",
            paragraph=f'<w:keepNext/>{two}<w:outlineLvl w:val="0"/>',
            run=faces("黑体"),
        )
        + style(
            "Heading2",
            "heading 2",
            follows="BodyText",
            paragraph=f'<w:keepNext/>{two}<w:outlineLvl w:val="1"/>',
            run=faces("楷体_GB2312"),
        )
        + style(
            "Heading3",
            "heading 3",
            follows="BodyText",
            paragraph=f'<w:keepNext/>{two}<w:outlineLvl w:val="2"/>',
            run="<w:b/>",
        )
        + style(
            "Byline",
            "公文题下",
            follows="BodyText",
            paragraph='<w:keepNext/><w:jc w:val="center"/>',
            run=faces("楷体_GB2312"),
        )
        + style(
            "Imprint",
            "公文印发",
            paragraph=f'<w:spacing w:beforeLines="100" w:before="{PITCH}"/><w:jc w:val="center"/>',
            run=faces("楷体_GB2312"),
        )
        + style(
            "Numbered",
            "公文编段",
            paragraph=f'<w:tabs><w:tab w:val="left" w:pos="0"/>'
            f'<w:tab w:val="left" w:pos="{2 * CHARACTER}"/></w:tabs>'
            f'<w:ind w:left="0" w:hanging="{NUMBER}"/>',
        )
        + style("Addressee", "公文主送", follows="BodyText")
        + style("Row", "公文栏目", paragraph='<w:jc w:val="left"/>')
        + style(
            "RuledRow",
            "公文栏目末行",
            based_on="Row",
            paragraph=f'{rule("bottom", 5)}<w:spacing w:afterLines="20" w:after="{PITCH // 5}"/>',
        )
        + style(
            "Signature",
            "Signature",
            paragraph="<w:keepNext/><w:keepLines/>"
            f'<w:spacing w:beforeLines="100" w:before="{PITCH}"/>'
            f'{indent(right=2)}<w:jc w:val="right"/>',
        )
        + style(
            "Receipt",
            "公文收件",
            paragraph=f"<w:keepLines/>{rule('top', 6)}"
            f'<w:spacing w:beforeLines="50" w:before="{PITCH // 2}"/><w:jc w:val="left"/>',
        )
        + style(
            "Footer",
            "footer",
            paragraph='<w:snapToGrid w:val="0"/><w:spacing w:line="280" w:lineRule="exact"/>',
            run=faces("宋体", "宋体") + '<w:spacing w:val="0"/><w:sz w:val="28"/>'
            '<w:szCs w:val="28"/>',
        )
        + "</w:styles>"
    )


def footer(alignment: str, side: str) -> str:
    """The page number between dashes, one character from the outer edge (7.5)."""
    hint = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
    field = "".join(
        f'<w:r>{hint}<w:fldChar w:fldCharType="{kind}"/></w:r>{content}'
        for kind, content in (
            ("begin", f'<w:r>{hint}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'),
            ("separate", f"<w:r>{hint}<w:t>1</w:t></w:r>"),
            ("end", ""),
        )
    )
    place = indent(size=280, **{side: 1})
    return (
        f'{HEAD}<w:ftr {NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{place}'
        f'<w:jc w:val="{alignment}"/></w:pPr>'
        f'<w:r>{hint}<w:t xml:space="preserve">— </w:t></w:r>{field}'
        f'<w:r>{hint}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
    )


def document() -> str:
    margins = " ".join(f'w:{side}="{length}"' for side, length in MARGINS.items())
    return (
        f"{HEAD}<w:document {NAMES}><w:body><w:sectPr>"
        '<w:footerReference w:type="default" r:id="rId1"/>'
        '<w:footerReference w:type="even" r:id="rId2"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar {margins} w:header="851" w:footer="{FOOTER}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{PITCH}"/></w:sectPr></w:body></w:document>'
    )


def settings() -> str:
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    return (
        f'{HEAD}<w:settings {NAMES}><w:zoom w:percent="100"/>'
        f'<w:defaultTabStop w:val="{2 * CHARACTER}"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
        f'<w:compatSetting {mode} w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def fonts() -> str:
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{family}"/></w:font>'
        for name, other, family, panose in FONTS
    )
    return f"{HEAD}<w:fonts {NAMES}>{listed}</w:fonts>"


def theme() -> str:
    """The smallest theme: validators ask for one, no style of ours refers to it."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>'
        for slot, value in zip(
            ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"),
            ["000000", "FFFFFF"] * 2 + ["000000"] * 8,
            strict=True,
        )
    )
    face = '<a:latin typeface=""/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'{HEAD}<a:theme xmlns:a="{DRAWING}" name="gongwen"><a:themeElements>'
        f'<a:clrScheme name="gongwen">{colours}</a:clrScheme>'
        f'<a:fontScheme name="gongwen"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="gongwen"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def core_properties() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:language>zh-CN</dc:language>'
        "</cp:coreProperties>"
    )


def relations(*targets: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def content_types() -> str:
    parts = {
        "word/document.xml": f"{WORD}.document.main+xml",
        "word/styles.xml": f"{WORD}.styles+xml",
        "word/settings.xml": f"{WORD}.settings+xml",
        "word/fontTable.xml": f"{WORD}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "word/footer1.xml": f"{WORD}.footer+xml",
        "word/footer2.xml": f"{WORD}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def build(target: Path) -> None:
    """Write the template; the same bytes every time."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(
            (f"{RELATIONS}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations(
            (f"{RELATIONS}/footer", "footer1.xml"),
            (f"{RELATIONS}/footer", "footer2.xml"),
            (f"{RELATIONS}/styles", "styles.xml"),
            (f"{RELATIONS}/settings", "settings.xml"),
            (f"{RELATIONS}/fontTable", "fontTable.xml"),
            (f"{RELATIONS}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
        "word/theme/theme1.xml": theme(),
        "word/footer1.xml": footer("right", "right"),
        "word/footer2.xml": footer("left", "left"),
        "docProps/core.xml": core_properties(),
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name)  # 1980-01-01
            info.create_system = 0
            archive.writestr(info, text, zipfile.ZIP_STORED)


if __name__ == "__main__":
    build(Path(__file__).with_name("gongwen.docx"))
