"""The margin beside the text: seals, number, bar and page marks of one unit.

The number stands on the first line, where people look for it. Page marks stand on the line of
their seam, but give way to the number by a line, in a short paragraph into the space below it;
seals skip them. What finds no line of its own is told by 「＋3」.
"""

from collections.abc import Mapping, Sequence
from math import cos, floor, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.ui.comment_marks import Mark
from beiguan_desktop.ui.faces import sans
from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.page_lines import Line
from beiguan_desktop.ui.page_measure import Measure
from beiguan_desktop.ui.report_document import MIDDLE
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import SEALS, Theme

SEAL = 26
SEAL_AIR = 6
"""The least between the seals of two lines, however large the interface is."""
SEAL_REACH = 38
"""How far from a seal's left a click still means it."""
BAR = 4
POINTS = 14
"""The least size of the interface."""
BELOW = 26
"""How far below the middle of its line a page mark stands that found no line of its own."""
BELOW_ROOM = 48
"""How far away the next line must be for that: seals of both lines stay clear of the mark."""

_RADIUS = 4
_STAR, _STAR_ASIDE = 0.46, 6
"""Half the size of a star: within an indent in em, beside the bar in pixels."""
_FIGURE_MIDDLE = 0.36
"""Half the height of figures, in em."""


class Seal(NamedTuple):
    """What stands in the seals' column of a line: one opinion, or all that found no room."""

    line: int
    comments: tuple[Comment, ...]
    is_beside: bool = False
    """Whether it stands to the right of another seal, where a number would be."""

    @property
    def is_rest(self) -> bool:
        """Whether it counts opinions and shows none."""
        return self.is_beside or len(self.comments) > 1


class Margin(NamedTuple):
    """The margin of one unit; `below` is the page mark that stands below its last line."""

    seals: tuple[Seal, ...]
    pages: Mapping[int, str]
    below: str = ""


def margin(
    lines: int, pages: Mapping[int, str], marks: Sequence[Mark], *, numbered: bool
) -> Margin:
    """Give every mark of a unit with so many lines its line; `pages` maps lines to 第3页."""
    pages, below = dict(pages), ""
    if numbered and 0 in pages:
        words = pages.pop(0)
        other = next((line for line in range(1, lines) if line not in pages), None)
        if other is None:
            below = words
        else:
            pages[other] = words
    free = [line for line in range(lines) if line not in pages] or [0]
    comments = [mark.comment for mark in marks]
    fitting = len(free) if len(comments) <= len(free) else len(free) - 1
    pairs = zip(free, comments[:fitting], strict=False)
    seals = [Seal(line, (comment,)) for line, comment in pairs]
    if len(comments) > fitting:
        has_room = fitting == 0 and not numbered and free[-1] not in pages
        if has_room:  # a title of one line
            seals = [Seal(free[-1], (comments[0],))]
        rest = tuple(comments[fitting + has_room :])
        seals.append(Seal(free[-1], rest, is_beside=has_room))
    return Margin(tuple(seals), pages, below)


def star(middle: QPointF, radius: float) -> QPolygonF:
    """Return a star of five points."""
    corners = []
    for at in range(10):
        reach = radius if at % 2 == 0 else radius * 0.42
        turn = pi * at / 5
        corners.append(QPointF(middle.x() + reach * sin(turn), middle.y() - reach * cos(turn)))
    return QPolygonF(corners)


class GutterPainter:
    """Paints margins where the measure of the page has them."""

    def __init__(self, painter: QPainter, theme: Theme, measure: Measure) -> None:
        self._painter = painter
        self._theme = theme
        self._measure = measure

    def paint_bar(self, first: Line, last: Line) -> None:
        """Draw the bar of the current paragraph."""
        bar = QRectF(self._measure.bar, first.top, BAR, last.bottom - first.top)
        fill(self._painter, bar, self._theme.accent)

    def paint_number(self, line: Line, number: int, *, is_current: bool) -> None:
        """Write a paragraph's number."""
        colour = self._theme.accent if is_current else self._theme.ink3
        self._write_right(line.middle, str(number), colour, bold=is_current)

    def paint_star(self, line: Line, em: float) -> None:
        """Draw a star before the first letter: within the indent, else beside the bar."""
        begin, edge = line.x(line.start), float(self._measure.text)
        has_room = begin - edge >= em
        middle = QPointF((begin + edge) / 2 if has_room else edge - _STAR_ASIDE, line.middle)
        radius = _STAR * em if has_room else _STAR_ASIDE
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._theme.warn))
        self._painter.drawPolygon(star(middle, radius))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def paint_page(self, line: Line, words: str) -> None:
        """Write which page of the print begins on a line."""
        self._write_right(line.middle, words, self._theme.ink3, bold=False)

    def paint_page_below(self, last: Line, following: Line | None, words: str) -> None:
        """Write it below a paragraph's last line, unless the next line leaves no room there."""
        if following is None or following.middle - last.middle >= px(BELOW_ROOM):
            self._write_right(last.middle + px(BELOW), words, self._theme.ink3, bold=False)

    def paint_seal(self, line: Line, seal: Seal, framed: Sequence[str | None]) -> None:
        """Draw a seal, framed if it is one of these opinions', or the count of the rest."""
        left = self._measure.seals + (px(SEAL_REACH) if seal.is_beside else 0)
        side = min(px(SEAL), line.height - SEAL_AIR)
        box = QRectF(left, floor(line.middle - side / 2), side, side)
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = any(comment.id in framed for comment in seal.comments)
        if seal.is_rest:
            box.adjust(-2.5, 0.5, 5.5, -0.5)
            edge = self._theme.accent if is_current else self._theme.strong
            painter.setPen(QPen(QColor(edge), self._theme.hairline + is_current))
            painter.setBrush(QColor(self._theme.field))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            self._write_centred(box, f"＋{len(seal.comments)}", self._theme.ink2)
        else:
            kind = seal.comments[0].kind
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.kinds[kind]))
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            self._write_centred(box, SEALS[kind], self._theme.on_accent)
            if is_current:
                painter.setPen(QPen(QColor(self._theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), _RADIUS + 2, _RADIUS + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _write_right(self, middle: float, words: str, colour: str, *, bold: bool) -> None:
        font = sans(POINTS, bold=bold)
        right = self._measure.numbers
        width = QFontMetricsF(font).horizontalAdvance(words)
        if width > right:  # 「第100页」
            font.setStretch(int(100 * right / width))
        metrics = QFontMetricsF(font)
        baseline = floor(middle + _FIGURE_MIDDLE * _em(metrics))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(right - metrics.horizontalAdvance(words), baseline), words)

    def _write_centred(self, box: QRectF, words: str, colour: str) -> None:
        font = sans(POINTS, bold=True)
        width = QFontMetricsF(font).horizontalAdvance(words)
        if width > box.width() - 2:  # 「＋12」
            font.setStretch(int(100 * (box.width() - 2) / width))
            width = QFontMetricsF(font).horizontalAdvance(words)
        em = _em(QFontMetricsF(font))
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        baseline = box.center().y() + MIDDLE * em
        self._painter.drawText(QPointF(box.center().x() - width / 2, baseline), words)


def _em(metrics: QFontMetricsF) -> float:
    return float(metrics.horizontalAdvance("审"))
