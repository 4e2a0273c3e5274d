"""花脸: how words look that are struck and waved, or framed on a tint, wherever they stand."""

from collections.abc import Iterable, Iterator, Sequence
from math import floor
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine

from beiguan_desktop.ui.flowing import MIDDLE
from beiguan_desktop.ui.highlights import wave
from beiguan_desktop.ui.theme import Theme

_DROP = 0.22
"""How far below the baseline the wave runs, in em."""
_ROUND = 3

Span = tuple[str, int, int]
"""What is done, `deleted` or `added`, from here to there in UTF-16 units of a layout."""
Strip = tuple[str, QRectF, float]
"""The part of a span in one line: what is done, where it stands, and the line's baseline."""


def strips(layout: QTextLayout, spans: Sequence[Span], at: QPointF) -> Iterator[Strip]:
    """Yield what is marked in a layout that is painted at a place, line by line."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = line.textStart()
        for kind, start, end in spans:
            low, high = max(start, first), min(end, first + line.textLength())
            if low < high:
                left, right, top = _x(line, low), _x(line, high), at.y() + line.y()
                strip = QRectF(left + at.x(), top, right - left, line.height())
                yield kind, strip, top + line.ascent()


def paint_under(painter: QPainter, found: Iterable[Strip], theme: Theme) -> None:
    """Paint the frames of what is added, on their tints; the words come over them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), theme.hairline))
    painter.setBrush(QColor(theme.tint))
    for kind, strip, _ in found:
        if kind == "added":
            painter.drawRoundedRect(strip.adjusted(0.5, 1.5, -0.5, -1.5), _ROUND, _ROUND)


def paint_over(painter: QPainter, found: Iterable[Strip], em: float, theme: Theme) -> None:
    """Paint strokes and waves over the words that are deleted; `em` is as wide as one of them."""
    for kind, strip, baseline in found:
        if kind == "deleted":
            _strike(painter, strip, baseline, em, theme)


def _strike(painter: QPainter, strip: QRectF, baseline: float, em: float, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(QColor(theme.accent), theme.hairline + theme.is_stark))
    y = floor(baseline - MIDDLE * em) + 0.5
    painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 0.6 * theme.stroke))
    painter.drawPath(wave(strip.left(), strip.right(), floor(baseline + _DROP * em)))


def _x(line: QTextLine, position: int) -> float:
    found = cast("tuple[float, int]", line.cursorToX(position))  # typed as object
    return found[0]
