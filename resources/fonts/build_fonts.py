"""Make the fonts of the program from published font files.

Needs fontTools. Sources, with the versions that the committed files were made from:
  serif, sans   npm package @expo-google-fonts/noto-serif-sc 0.4.3, …/noto-sans-sc 0.4.3
  kai           Debian package fonts-lxgw-wenkai 1.250 (LXGWWenKai-Regular.ttf)
  more          Debian package fonts-noto-cjk 20220127 (.ttc): rare characters the first two lack

    python build_fonts.py --serif 400.ttf 700.ttf --sans 400.ttf 700.ttf \
        --more-serif Regular.ttc Bold.ttc --more-sans Regular.ttc Bold.ttc --kai Regular.ttf

The licence of the third reserves the names "LXGW" and "霞鹜": its subset is called "Beiguan Kai".
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

HERE = Path(__file__).resolve().parent
REPORT = HERE.parent / "report" / "beiguan-2026.txt"

SIGNS = (
    "₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
    "✓✕−×÷±≈≠≤≥—–…⋯‘’“”′″＋□☐☑＿←↑→↓↔●○◆◇■▲△▼▽★☆※℃‰€￥〔〕〇々㎡㎏•·"
)
BLANKS = {"\u2002": 500, "\u2005": 250, "\u2006": 167, "\u2009": 200, "\u202f": 200}
BLANKS |= {"\u200b": 0, "\u2060": 0, "\ufeff": 0}
FEATURES = ["ccmp", "locl", "liga", "kern", "mark", "mkmk", "halt", "chws"]


def wanted() -> set[str]:
    """Return every character a face shall have."""
    listed = (HERE / "characters.txt").read_text(encoding="utf-8")
    lines = [line for line in listed.splitlines() if not line.startswith("#")]
    latin = map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])
    wide = map(chr, [*range(0x3000, 0x3018), *range(0xFF01, 0xFF5F), 0xFFE5])
    report = REPORT.read_text(encoding="utf-8-sig")
    characters = {*"".join(lines), *_gb2312(), *latin, *wide, *report, *SIGNS, *BLANKS}
    return {character for character in characters if character >= " "}


def _gb2312() -> Iterable[str]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode("gb2312", errors="ignore")


def cut(source: Path) -> TTFont:
    """Reduce a face to the wanted characters, without hinting and vertical metrics."""
    font = TTFont(source)
    options = Options(
        hinting=False, layout_features=FEATURES, name_IDs=[*range(15)], glyph_names=False
    )
    options.drop_tables += ["vhea", "vmtx", "VORG", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=map(ord, wanted()))
    subsetter.subset(font)
    return font


def fill(font: TTFont, more: Path | None) -> None:
    """Give a face the signs it lacks: blanks, small figures, boxes, rare characters."""
    for character, width in BLANKS.items():
        _put(font, character, TTGlyphPen(None).glyph(), width)
    for digit in "0123456789":
        _small_figure(font, chr(0x2080 + int(digit)), digit, top=300)
        _small_figure(font, "⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)], digit, top=890)
    _compose(font, "☐", [("□", 1, 0, 0)])
    _compose(font, "☑", [("□", 1, 0, 0), ("✓", 0.62, 190, 150)])
    _compose(font, "✕", [("×", 1, 0, 0)])
    if more:
        _borrow(font, more)


def _compose(font: TTFont, sign: str, parts: list[tuple[str, float, int, int]]) -> None:
    cmap = font.getBestCmap()
    if any(ord(part) not in cmap for part, *_ in parts):
        return
    pen = TTGlyphPen(font["glyf"])
    for part, scale, right, up in parts:
        pen.addComponent(cmap[ord(part)], (scale, 0, 0, scale, right, up))
    _put(font, sign, pen.glyph(), font["hmtx"][cmap[ord(parts[0][0])]][0])


def _small_figure(font: TTFont, sign: str, digit: str, *, top: int) -> None:
    name = font.getBestCmap()[ord(digit)]
    scale = 0.6
    pen = TTGlyphPen(font["glyf"])
    pen.addComponent(name, (scale, 0, 0, scale, 15, top - int(font["glyf"][name].yMax * scale)))
    _put(font, sign, pen.glyph(), int(font["hmtx"][name][0] * scale) + 30)


def _borrow(font: TTFont, more: Path) -> None:
    """Take what is still missing from a larger collection of the same design."""
    other = next(
        face
        for face in TTCollection(more, lazy=True).fonts
        if face["name"].getDebugName(1).endswith("CJK SC")
    )
    has, lends, glyphs = font.getBestCmap(), other.getBestCmap(), other.getGlyphSet()
    for character in sorted(wanted()):
        code = ord(character)
        if code in lends and code not in has:
            pen = TTGlyphPen(None)
            glyphs[lends[code]].draw(Cu2QuPen(pen, max_err=0.6, reverse_direction=True))
            _put(font, character, pen.glyph(), glyphs[lends[code]].width)


def _put(font: TTFont, character: str, glyph: Glyph, width: int) -> None:
    code = ord(character)
    if code in font.getBestCmap():
        return
    name = f"u{code:05X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode() and (code < 0x10000 or table.format == 12):
            table.cmap[code] = name


def rename(font: TTFont, family: str) -> None:
    """Give a face another family name, in every record a user can meet."""
    names = font["name"]
    names.names = [n for n in names.names if n.platformID == 3 and n.langID == 0x409]
    given = {1: family, 3: f"{family} 1.0", 4: family, 6: family.replace(" ", "") + "-Regular"}
    for name_id, words in given.items():
        names.setName(words, name_id, 3, 1, 0x409)


def main() -> None:
    """Build every face named on the command line."""
    parser = argparse.ArgumentParser(description="Make the program's fonts.")
    for name, count in [("serif", 2), ("sans", 2), ("more-serif", 2), ("more-sans", 2), ("kai", 1)]:
        parser.add_argument(f"--{name}", nargs=count, type=Path, required=True)
    given = parser.parse_args()
    jobs = [
        ("NotoSerifSC-Regular.ttf", given.serif[0], given.more_serif[0]),
        ("NotoSerifSC-Bold.ttf", given.serif[1], given.more_serif[1]),
        ("NotoSansSC-Regular.ttf", given.sans[0], given.more_sans[0]),
        ("NotoSansSC-Bold.ttf", given.sans[1], given.more_sans[1]),
        ("BeiguanKai-Regular.ttf", given.kai[0], None),
    ]
    for target, source, more in jobs:
        font = cut(source)
        fill(font, more)
        if target.startswith("BeiguanKai"):
            rename(font, "Beiguan Kai")
        font.save(HERE / target)


if __name__ == "__main__":
    main()
