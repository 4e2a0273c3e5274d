"""Pages of a document painted in millimetres: in the window, into a PDF file, by a printer.

The faces are those that ship: Noto Serif SC stands for 仿宋 and 宋体, its bold for 小标宋,
Noto Sans SC for 黑体, Beiguan Kai for 楷体. Nothing here needs the window's thread.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPainter, QPen

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.page_rows import PageFace, Words
from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.typesetting import SetPage, set_pages
from beiguan_desktop.ui import faces, theme
from beiguan_desktop.ui.title_breaking import break_title

NOT_TAKEN = "打印机没有接收。请看看打印机是否接好、有没有纸，再打印一次，或者存成 PDF。"
_EM = 200.0
"""Points at which widths are measured: rounding then is far below what can be seen."""
_RULE = 0.18
"""The width of a hairline in millimetres."""
_WIDE_MARKS = "“”‘’—…"
"""Marks that 楷体 has narrow, as in Latin type; in Chinese they fill a cell."""


def laid_out(paper: Paper) -> Iterator[SetPage]:
    """Set a paper into pages in the faces that ship."""
    return set_pages(paper, _width, _titles)


def font(face: PageFace, points: float) -> QFont:
    """Return a face of the printed page; kerning off, as its widths were measured."""
    made = {
        "宋体": lambda: faces.serif(points, true=True),
        "加粗": lambda: faces.serif(points, bold=True, true=True),
        "黑体": lambda: faces.sans(points, bold=True, true=True),
        "楷体": lambda: faces.kai(points, true=True),
    }[face]()
    made.setKerning(False)
    return made


def paint_pages(
    device: QPagedPaintDevice, pages: Iterable[SetPage], on_page: Callable[[int], None]
) -> None:
    """Paint pages on a file or a printer whose margins are none.

    `on_page` is told how many are done, and may raise to stop. Raises UserError when the device
    does not take the first page.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise UserError(NOT_TAKEN)
    try:
        for done, page in enumerate(pages, start=1):
            if done > 1:
                device.newPage()
            paint_page(painter, page, device.logicalDpiY() / 25.4)
            on_page(done)
    finally:
        painter.end()


def paint_page(painter: QPainter, page: SetPage, scale: float) -> None:
    """Paint a page; the painter's origin is its corner, `scale` its units in a millimetre."""
    device = painter.device()
    to_points = scale * 25.4 / device.logicalDpiY()
    pen = QPen(QColor(theme.PRINT_INK))
    pen.setWidthF(_RULE * scale)
    painter.setPen(pen)
    for stroke in page.strokes:
        painter.drawLine(
            QLineF(*(scale * at for at in (stroke.x1, stroke.y1, stroke.x2, stroke.y2)))
        )
    used: tuple[PageFace, float] | None = None
    for words in page.words:
        shown = (face_of(words), words.points)
        if shown != used:
            painter.setFont(font(shown[0], shown[1] * to_points))
            used = shown
        painter.drawText(QPointF(words.x * scale, words.y * scale), words.text)


def face_of(words: Words) -> PageFace:
    """Return the face that words are painted in."""
    return "宋体" if words.face == "楷体" and words.text in _WIDE_MARKS else words.face


def _width(text: str, face: str) -> float:
    """Measure words in a face, in characters; one character is measured once only."""
    if len(text) == 1:
        return _advance(text, face)
    return _measured(text, face)


@cache
def _advance(character: str, face: str) -> float:
    is_wide = face == "楷体" and character in _WIDE_MARKS
    return _measured(character, "宋体" if is_wide else face)


def _measured(text: str, face: str) -> float:
    return _metrics(face).horizontalAdvance(text) / _metrics(face).horizontalAdvance("国")


@cache
def _metrics(face: str) -> QFontMetricsF:
    names: dict[str, PageFace] = {"加粗": "加粗", "黑体": "黑体", "楷体": "楷体"}
    return QFontMetricsF(font(names.get(face, "宋体"), _EM))


def _titles(
    title: str, width: Callable[[str], float], measure: float, first: float
) -> tuple[str, ...]:
    return break_title(title, width, measure, first, measure)
