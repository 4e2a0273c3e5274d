"""Plain words set in lines of one pitch, for rows that are painted."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from beiguan_desktop.ui import utf16

PITCH = 1.5
"""Distance of lines in em."""
MIDDLE = 0.38
"""How far above the baseline the letters' visual middle lies, in em."""


def em(font: QFont) -> float:
    """Return the width of a Han character."""
    return QFontMetricsF(font).horizontalAdvance("国")


def flow(
    text: str,
    font: QFont,
    width: float,
    marks: Iterable[tuple[int, int]] = (),
    marked: QTextCharFormat | None = None,
) -> QTextLayout:
    """Lay words out in a width; `marks` are code points that are set as `marked`."""
    layout = unset(text, font)
    if marked is not None:
        layout.setFormats([_range(text, start, end, marked) for start, end in marks])
    return set_in(layout, width)


def unset(text: str, font: QFont) -> QTextLayout:
    """Return words that have no lines yet."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    return layout


def set_in(
    layout: QTextLayout, width: float, *, indent: float = 0, pitch: float = PITCH
) -> QTextLayout:
    """Set words in lines; the first is indented by pixels, the pitch is in em."""
    letter = em(layout.font())
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        left = 0 if number else indent
        line.setLineWidth(width - left)
        middle = (number + 0.5) * pitch * letter
        line.setPosition(QPointF(left, middle + MIDDLE * letter - line.ascent()))
        number += 1
    layout.endLayout()
    return layout


def height(layout: QTextLayout, pitch: float = PITCH) -> float:
    """Return how high laid out words are."""
    return layout.lineCount() * em(layout.font()) * pitch


def _range(text: str, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = utf16.width(text[:start])
    found.length = utf16.width(text[start:end])
    found.format = form
    return found
