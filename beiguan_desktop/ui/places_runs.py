"""A passage as it was and as it is, in one: struck and waved, or framed on a tint."""

from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextLine

from beiguan_desktop.ui import utf16
from beiguan_desktop.ui.flowing import MIDDLE
from beiguan_desktop.ui.highlights import wave
from beiguan_desktop.ui.theme import Theme

_DROP = 0.22
_ROUND = 3


class Span(NamedTuple):
    """What is done to words: their kind, and where they stand as Qt counts."""

    kind: str
    start: int
    end: int


def joined(pieces: Sequence[tuple[str, str]], before: str = "") -> tuple[str, list[Span]]:
    """Return the words of both wordings in one, after others, and what is done to them."""
    words, spans, at = before, [], utf16.width(before)
    for kind, piece in pieces:
        end = at + utf16.width(piece)
        if kind != "same":
            spans.append(Span(kind, at, end))
        words, at = words + piece, end
    return words, spans


def draw(
    painter: QPainter, layout: QTextLayout, spans: Sequence[Span], at: QPointF, theme: Theme
) -> None:
    """Paint words that are laid out, with what is done to them."""
    found = _strips(layout, spans)
    strips = [(kind, strip.translated(at), base + at.y()) for kind, strip, base in found]
    for kind, strip, _ in strips:
        if kind == "added":
            painter.setPen(QPen(QColor(theme.accent), theme.hairline))
            painter.setBrush(QColor(theme.tint))
            painter.drawRoundedRect(strip.adjusted(0.5, 1.5, -0.5, -1.5), _ROUND, _ROUND)
    painter.setPen(QColor(theme.ink))
    layout.draw(painter, at)
    em = QFontMetricsF(layout.font()).horizontalAdvance("国")
    for kind, strip, base in strips:
        if kind == "deleted":
            painter.setPen(QPen(QColor(theme.accent), theme.hairline + theme.is_stark))
            y = floor(base - MIDDLE * em) + 0.5
            painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
            painter.setPen(QPen(QColor(theme.accent), 0.6 * theme.stroke))
            painter.drawPath(wave(strip.left(), strip.right(), floor(base + _DROP * em)))


def _strips(layout: QTextLayout, spans: Sequence[Span]) -> Iterator[tuple[str, QRectF, float]]:
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = line.textStart()
        for kind, start, end in spans:
            low, high = max(start, first), min(end, first + line.textLength())
            if low < high:
                left, right = _x(line, low), _x(line, high)
                strip = QRectF(left, line.y(), right - left, line.height())
                yield kind, strip, line.y() + line.ascent()


def _x(line: QTextLine, position: int) -> float:
    found = cast("tuple[float, int]", line.cursorToX(position))  # typed as object
    return found[0]
