"""The margin beside the text: seals, number, bar and page marks of one unit.

Page marks stand on the line of their seam and go first: the number gives way by a line, seals
skip it. What finds no line of its own is told by 「＋3」.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.ui.comment_marks import Mark
from beiguan_desktop.ui.faces import sans
from beiguan_desktop.ui.page_lines import Line
from beiguan_desktop.ui.report_document import MIDDLE
from beiguan_desktop.ui.theme import SEALS, Theme

SEAL = 26
SEAL_LEFT = 6
SEAL_REACH = 44
"""How far from the left a click still means the seal."""
NUMBER_RIGHT = 64
BAR_LEFT = 76
BAR = 4
POINTS = 14
"""The least size of the interface."""

_RADIUS = 4
_FIGURE_MIDDLE = 0.36
"""Half the height of figures, in em."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What stands in the seals' column of a line: one opinion, or all that found no room."""

    line: int
    comments: tuple[Comment, ...]

    @property
    def is_rest(self) -> bool:
        """Whether it counts opinions and shows none."""
        return len(self.comments) > 1


@dataclass(frozen=True, slots=True)
class Margin:
    """The margin of one unit; `number_line` is the line its number stands on."""

    seals: tuple[Seal, ...]
    pages: Mapping[int, str]
    number_line: int


def margin(lines: int, pages: Mapping[int, str], marks: Sequence[Mark]) -> Margin:
    """Give every mark of a unit with so many lines its line; `pages` maps lines to 第3页."""
    free = [line for line in range(lines) if line not in pages] or [0]
    comments = [mark.comment for mark in marks]
    fitting = len(free) if len(comments) <= len(free) else len(free) - 1
    pairs = zip(free, comments[:fitting], strict=False)
    seals = [Seal(line, (comment,)) for line, comment in pairs]
    if len(comments) > fitting:
        seals.append(Seal(free[-1], tuple(comments[fitting:])))
    return Margin(tuple(seals), pages, free[0])


class GutterPainter:
    """Paints margins; `left` is where the page begins, in pixels."""

    def __init__(self, painter: QPainter, theme: Theme, left: int) -> None:
        self._painter = painter
        self._theme = theme
        self._left = left

    def paint_bar(self, first: Line, last: Line) -> None:
        """Draw the bar of the current paragraph."""
        bar = QRectF(self._left + BAR_LEFT, first.top, BAR, last.bottom - first.top)
        self._painter.fillRect(bar, QColor(self._theme.accent))

    def paint_number(self, line: Line, number: int, *, is_current: bool) -> None:
        """Write a paragraph's number."""
        colour = self._theme.accent if is_current else self._theme.ink3
        self._write_right(line, str(number), colour, bold=is_current)

    def paint_page(self, line: Line, words: str) -> None:
        """Write which page of the print begins on a line."""
        self._write_right(line, words, self._theme.ink3, bold=False)

    def paint_seal(self, line: Line, seal: Seal, current: str | None) -> None:
        """Draw a seal, framed if it is the current opinion's, or the count of the rest."""
        box = QRectF(self._left + SEAL_LEFT, floor(line.middle - SEAL / 2), SEAL, SEAL)
        painter = self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = any(comment.id == current for comment in seal.comments)
        if seal.is_rest:
            box.adjust(-2.5, 0.5, 5.5, -0.5)
            edge = self._theme.accent if is_current else self._theme.strong
            painter.setPen(QPen(QColor(edge), 1 + is_current))
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

    def _write_right(self, line: Line, words: str, colour: str, *, bold: bool) -> None:
        font = sans(POINTS, bold=bold)
        metrics = QFontMetricsF(font)
        right = self._left + NUMBER_RIGHT
        baseline = floor(line.middle + _FIGURE_MIDDLE * _em(metrics))
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
