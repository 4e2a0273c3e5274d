"""Draw the program's icon: 审 in paper on a rounded square of cinnabar.

Needs fontTools and PySide6; writes beiguan.svg, beiguan.png and beiguan.ico beside itself.
"""

import struct
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
FACE = HERE.parent / "fonts" / "NotoSerifSC-Bold.ttf"
CINNABAR, PAPER = "#9A2B20", "#FCFAF5"
SIZE, CHARACTER = 256, 176
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def draw() -> str:
    """Return the icon as SVG, the character as outlines centred in the square."""
    font = TTFont(FACE)
    glyphs, name = font.getGlyphSet(), font.getBestCmap()[ord("审")]
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    left, bottom, right, top = bounds.bounds
    scale = CHARACTER / max(right - left, top - bottom)
    across = SIZE / 2 - scale * (left + right) / 2
    down = SIZE / 2 + scale * (bottom + top) / 2
    path = SVGPathPen(glyphs, ntos=lambda number: f"{number:.1f}".removesuffix(".0"))
    glyphs[name].draw(TransformPen(path, (scale, 0, 0, -scale, across, down)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<rect width="{SIZE}" height="{SIZE}" rx="44" fill="{CINNABAR}"/>'
        f'<path fill="{PAPER}" d="{path.getCommands()}"/></svg>\n'
    )


def paint(svg: str, size: int) -> bytes:
    """Return the icon as PNG of so many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def bundle(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon file holding PNG pictures."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, picture in pictures.items():
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures.values())


def main() -> None:
    """Write the three files."""
    svg = draw()
    (HERE / "beiguan.svg").write_text(svg, encoding="utf-8")
    (HERE / "beiguan.png").write_bytes(paint(svg, SIZE))
    (HERE / "beiguan.ico").write_bytes(bundle({size: paint(svg, size) for size in ICO_SIZES}))


if __name__ == "__main__":
    main()
