"""One row of 对照: laid out once for a width, painted as often as it is seen."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from beiguan_desktop.core.report import Unit
from beiguan_desktop.core.side_by_side import Comparison, Piece, Row, shortened
from beiguan_desktop.ui import faces, utf16
from beiguan_desktop.ui.compare_model import CompareModel
from beiguan_desktop.ui.flowing import MIDDLE, em, flow, height, set_in, unset
from beiguan_desktop.ui.redline import Span, paint_over, paint_under, strips
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

PITCH = 1.6
"""Distance of lines in em."""
_AIR = 12
"""Pixels above and below the words of a row."""
_BETWEEN, _END = 40, 24
"""Pixels between the two columns, and behind the last one."""
_LEAST = 11
"""Characters of a line; where there is less room the two stand one below the other."""
_MOST = 40
"""The most characters of a line in one column."""
_LEFT, _RIGHT = 20, 20
"""Pixels before and behind what stands in the margin."""
_WIDEST_NOTE = "原第888段"
_SHORT = 120
"""About how many letters are shown of a paragraph that is shortened."""
_ABSENT = ("原稿没有这一段", "新稿没有这一段")
_SET_IN = ("paragraph", "heading", "note")
"""Kinds whose first line is indented, as in the report."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What rows are laid out for, in pixels; `points` are those of the letters.

    `margin` holds number and tag, `column` is as wide as a line of words, `second` where the
    right column begins. `is_stacked`: there is too little room for two columns.
    """

    points: float
    is_merged: bool
    is_stacked: bool
    margin: float
    column: float
    second: float
    em: float

    @property
    def is_one(self) -> bool:
        """Whether words stand in one column."""
        return self.is_merged or self.is_stacked

    @property
    def face(self) -> QFont:
        """What paragraphs are set in."""
        return faces.serif(self.points, true=True)


def measure(width: int, points: float, *, is_merged: bool) -> Measure:
    """Part a width into margin and columns."""
    letter = em(faces.serif(points, true=True))
    margin = margin_width()
    half = (width - margin - _BETWEEN - _END) / 2
    is_stacked = not is_merged and half < _LEAST * letter
    is_one = is_merged or is_stacked
    column = max(4 * letter, width - margin - _END if is_one else half)
    if is_merged:
        column = min(column, _MOST * letter)
    second = margin if is_one else margin + column + _BETWEEN
    return Measure(points, is_merged, is_stacked, margin, column, second, letter)


def margin_width() -> float:
    """Return how wide the margin is."""
    return _LEFT + QFontMetricsF(faces.sans(14)).horizontalAdvance(_WIDEST_NOTE) + _RIGHT


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph laid out: where it stands in its row, and what is marked in it."""

    layout: QTextLayout
    spans: tuple[Span, ...]
    at: QPointF
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """A row laid out, and whether words of it are left out."""

    blocks: tuple[Block, ...]
    height: int
    is_short: bool


def guesses(
    rows: Iterable[Row], comparison: Comparison, sizes: Measure, *, is_short: bool
) -> list[int]:
    """Return about how high each row will be, without laying any out: ten thousand in 20 ms."""
    across, pitch, air = sizes.column / sizes.em, PITCH * sizes.em, 2 * px(_AIR)
    least = (_margin_height(1), _margin_height(2))
    old, new = ([len(unit.text) for unit in it] for it in (comparison.old, comparison.new))
    found = []
    for row in rows:
        is_changed = row.status != "same"
        most = _SHORT if is_short and is_changed and row.olds and row.news else sys.maxsize
        lines = [
            sum([ceil((min(letters[at], most) + 2) / across) for at in ats])
            for letters, ats in ((old, row.olds), (new, row.news))
        ]
        count = sum(lines) if sizes.is_stacked else max(lines)
        found.append(round(max(count * pitch, least[is_changed])) + air)
    return found


def lay(row: Row, model: CompareModel, sizes: Measure, *, is_short: bool) -> Laid:
    """Lay a row out; `is_short`: without what is far from anything that changed."""
    maker = _Maker(sizes, is_short=is_short and bool(row.olds and row.news) and row.is_changed)
    comparison = model.comparison
    if sizes.is_merged:
        units = [comparison.new[at] for at in row.news] or [comparison.old[at] for at in row.olds]
        foot = maker.column(comparison.merged_pieces(row), units, sizes.margin, px(_AIR))
    else:
        olds, news = (
            [units[at] for at in ats]
            for units, ats in ((comparison.old, row.olds), (comparison.new, row.news))
        )
        foot = maker.column(comparison.old_pieces(row), olds, sizes.margin, px(_AIR))
        top = foot + px(_AIR) if sizes.is_stacked else px(_AIR)
        right = maker.column(comparison.new_pieces(row), news, sizes.second, top)
        for is_new, units, left in ((False, olds, sizes.margin), (True, news, sizes.second)):
            if not units and not sizes.is_stacked:
                maker.absent(_ABSENT[is_new], left, px(_AIR))
        foot = max(foot, right)
    beside = px(_AIR) + _margin_height(1 + row.is_changed + len(model.notes(row)))
    high = ceil(max(foot, beside)) + px(_AIR)
    return Laid(tuple(maker.blocks), high, maker.is_cut)


class _Maker:
    """Makes the blocks of one row."""

    def __init__(self, sizes: Measure, *, is_short: bool) -> None:
        self._sizes, self._is_short = sizes, is_short
        self.blocks: list[Block] = []
        self.is_cut = False

    def column(
        self, paragraphs: Sequence[Sequence[Piece]], units: Sequence[Unit], left: float, top: float
    ) -> float:
        """Lay paragraphs below one another; return where the last one ends."""
        for pieces, unit in zip(paragraphs, units, strict=True):
            shown = shortened(pieces) if self._is_short else list(pieces)
            self.is_cut = self.is_cut or any(piece.kind == "left out" for piece in shown)
            face = self._face(unit)
            indent = 2 * em(face) if unit.kind in _SET_IN else 0
            text, spans = _spelt(shown)
            made = set_in(unset(text, face), self._sizes.column, indent=indent, pitch=PITCH)
            self.blocks.append(Block(made, spans, QPointF(left, top)))
            top += height(made, PITCH)
        return top

    def absent(self, words: str, left: float, top: float) -> None:
        """Say that there is nothing beside."""
        made = flow(words, faces.sans(14), self._sizes.column)
        top += max(0.0, (PITCH * self._sizes.em - height(made)) / 2)  # beside the first line
        self.blocks.append(Block(made, (), QPointF(left, top), is_quiet=True))

    def _face(self, unit: Unit) -> QFont:
        points = self._sizes.points
        if unit.kind in ("heading", "title"):
            return faces.sans(points, bold=True, true=True)
        return self._sizes.face


def _spelt(pieces: Sequence[Piece]) -> tuple[str, tuple[Span, ...]]:
    """Return the words of pieces in one, and what is marked in them."""
    spans, at = [], 0
    for kind, words in pieces:
        end = at + utf16.width(words)
        if kind in ("deleted", "added") and words:
            spans.append((str(kind), at, end))
        at = end
    return "".join(piece.text for piece in pieces), tuple(spans)


def _margin_height(lines: int) -> float:
    return lines * _margin_line()


def _margin_line() -> float:
    return em(faces.sans(14)) * 1.55


def paint(
    painter: QPainter, box: QRectF, row: Row, laid: Laid, model: CompareModel, theme: Theme
) -> None:
    """Paint a row into its box."""
    _paint_margin(painter, box, row, model, theme)
    for block in laid.blocks:
        at = block.at + box.topLeft()
        found = list(strips(block.layout, block.spans, at))
        paint_under(painter, found, theme)
        is_still = block.is_quiet or not row.is_changed
        painter.setPen(QColor(theme.ink3 if is_still else theme.ink))
        block.layout.draw(painter, at)
        paint_over(painter, found, em(block.layout.font()), theme)


def _paint_margin(
    painter: QPainter, box: QRectF, row: Row, model: CompareModel, theme: Theme
) -> None:
    """Paint number and tag, and what is said below them, flush with the right of the margin."""
    right = box.left() + margin_width() - _RIGHT
    top, line = box.top() + px(_AIR), _margin_line()
    face = faces.sans(14, bold=row.is_changed)
    colour = theme.accent if row.is_changed else theme.ink3
    _write(painter, model.name(row), face, colour, QPointF(right, top + line / 2))
    if not row.is_changed:
        return
    words, face = model.tag(row), faces.sans(14, bold=True)
    wide = QFontMetricsF(face).horizontalAdvance(words) + 2 * px(8)
    tag = QRectF(right - wide, top + line + 1, wide, line - 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), theme.hairline))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(tag.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    _write(painter, words, face, theme.accent, QPointF(tag.right() - px(8), tag.center().y()))
    for number, note in enumerate(model.notes(row), start=2):
        middle = QPointF(right, top + (number + 0.5) * line)
        _write(painter, note, faces.sans(14), theme.ink2, middle)


def _write(painter: QPainter, words: str, face: QFont, colour: str, end: QPointF) -> None:
    """Write words that end at a place, their visual middle at its height."""
    painter.setFont(face)
    painter.setPen(QColor(colour))
    wide = QFontMetricsF(face).horizontalAdvance(words)
    painter.drawText(QPointF(end.x() - wide, end.y() + MIDDLE * em(face)), words)
