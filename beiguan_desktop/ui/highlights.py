"""Passages as painted: tints below the text, kind lines and seam ticks above it.

A tint fills the line's band, so that the lines of a passage join without gaps; overlapping
tints mix, their lines run one below the other.
"""

from collections.abc import Iterator
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.page_lines import PageLines, Strip
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

DROP = 0.30
"""How far below the baseline the first line runs, in em."""
STACK = 4
TICK, WIDE, FOOT = 0.2, 0.4, 0.34
"""Height and width of the mark of a seam, and how far below the baseline it ends, in em."""
OVER, OVER_THICK = 0.22, 3
"""Where the line of a stroke ends in high contrast, as a share of the line's band from its top:
just above the letters, or it would be taken for one below those above. Its thickness in pixels.
"""
INSET = 0.16
"""How much of a line's band above and below a stroke leaves to the ground of a choice."""
FRAME, RIM, LINE_OF_HIT = 2, 2, 3
KNOB = 5
"""How large the knob of a mark's end is: its radius."""
HIT_INSET = 0.09
"""How much of a line's height stays free above and below a hit."""
EMPHASIS = 1.7
"""How much stronger the current opinion's tint is."""

_WAVE = 4.0
_DASHES = {"询问": (1.0, 2.0), "数据核实": (5.0, 2.5)}
_WAVY = ("批评", "修改")


def paint_selection(painter: QPainter, strips: list[Strip], theme: Theme) -> None:
    """Lay the ground of the chosen passage."""
    for strip in strips:
        painter.fillRect(_band(strip), QColor(theme.sel))


def paint_inverted(painter: QPainter, strips: list[Strip], theme: Theme) -> None:
    """Turn white words on black, painted already, into black ones on the chosen passage's ground.

    Where no tint is allowed the ground of a choice is bright: its words must be dark.
    """
    modes = QPainter.CompositionMode
    for mode, colour in (
        (modes.CompositionMode_Difference, QColor("#FFFFFF")),
        (modes.CompositionMode_Multiply, QColor(theme.sel)),
    ):
        painter.setCompositionMode(mode)
        for strip in strips:
            painter.fillRect(_band(strip), colour)
    painter.setCompositionMode(modes.CompositionMode_SourceOver)


def paint_glow(painter: QPainter, strips: list[Strip], theme: Theme, strength: float) -> None:
    """Lay the colour of what was found over a passage, as strongly as it still glows."""
    colour = QColor(theme.mark)
    colour.setAlphaF(strength)
    for strip in strips:
        band = _band(strip)
        if theme.is_stark:  # words are white: a line below them is bright enough
            band.setTop(band.bottom() - OVER_THICK)
        painter.fillRect(band, colour)


def paint_strokes(
    painter: QPainter, strips: list[Strip], grounds: list[Strip], theme: Theme
) -> None:
    """Lay the strokes of 画重点, but not where a choice or an opinion's tint will lie.

    Where nothing is tinted a stroke is a line above the letters: below run the opinions' own.
    """
    if theme.is_stark:
        for strip in strips:
            line = _band(strip)
            foot = round(OVER * line.height())
            line = line.adjusted(0, foot - OVER_THICK, 0, foot - line.height())
            painter.fillRect(line, QColor(theme.mark))
        return
    for strip in strips:
        painter.fillRect(_band(strip), QColor(theme.mark))
    for both in _shared(strips, grounds):
        painter.fillRect(both, QColor(theme.paper))


def paint_strokes_within(
    painter: QPainter, strips: list[Strip], grounds: list[Strip], theme: Theme
) -> None:
    """Lay strokes over a choice or a tint, as high as the letters: both are seen, unblended."""
    for both in () if theme.is_stark else _shared(strips, grounds):
        inset = both.height() * INSET
        painter.fillRect(both.adjusted(0, round(inset), 0, -round(inset)), QColor(theme.mark))


def _shared(strips: list[Strip], grounds: list[Strip]) -> Iterator[QRectF]:
    for strip in strips:
        for ground in grounds:
            if ground.line == strip.line:
                both = _band(strip).intersected(_band(ground))
                if not both.isEmpty():
                    yield both


def paint_found(painter: QPainter, strips: list[Strip], theme: Theme) -> None:
    """Mark words that were looked for; two lines of them do not join.

    A rim of paper parts them from a stroke of 画重点. A palette without tints has a line.
    """
    for strip in strips:
        box = _hit(strip)
        if theme.tint_share:
            painter.fillRect(box.adjusted(-RIM, -RIM, RIM, RIM), QColor(theme.paper))
        else:
            box.setTop(box.bottom() - LINE_OF_HIT)
        painter.fillRect(box, QColor(theme.mark))


def paint_frame(painter: QPainter, strips: list[Strip], theme: Theme) -> None:
    """Frame the hit one stands at; the letters inside stay free."""
    pen = QPen(QColor(theme.accent), FRAME)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for strip in strips:
        painter.drawRect(_hit(strip).adjusted(-1, 0, 1, 0))


def paint_tint(
    painter: QPainter, strips: list[Strip], kind: str, theme: Theme, *, is_current: bool
) -> None:
    """Lay a kind's tint over what is there already.

    Where tints meet the darker one (in the dark: the lighter) holds, red, green and blue apart:
    they mix, and yet however many there are, words can be read on them.
    """
    modes = QPainter.CompositionMode
    painter.setCompositionMode(
        modes.CompositionMode_Lighten if theme.is_dark else modes.CompositionMode_Darken
    )
    for strip in strips:
        painter.fillRect(_band(strip), theme.tint_of(kind, EMPHASIS if is_current else 1))
    painter.setCompositionMode(modes.CompositionMode_SourceOver)


def paint_line(
    painter: QPainter, strips: list[Strip], kind: str, theme: Theme, style: tuple[float, int, bool]
) -> None:
    """Draw a kind's line; `style` is the letters' size, the line's slot, whether it is current."""
    em, slot, is_current = style
    pen = QPen(QColor(theme.kinds[kind]), theme.stroke + is_current)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind in _DASHES:
        pen.setDashPattern(_DASHES[kind])
    is_wavy = kind in _WAVY
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, is_wavy)
    if is_wavy:
        pen.setWidthF(0.8 * theme.stroke + is_current * 0.6)
    painter.setPen(pen)
    for strip in strips:
        y = floor(strip.line.baseline + DROP * em) + round(slot * STACK * theme.stroke / 2)
        if is_wavy:
            painter.drawPath(wave(strip.left, strip.right, y))
        else:
            painter.drawLine(QPointF(round(strip.left), y), QPointF(round(strip.right), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_handles(
    painter: QPainter, strips: list[Strip], theme: Theme, style: tuple[str, bool | None]
) -> None:
    """Draw what a passage can be taken hold of by: a bar at either end, and a knob at the bar.

    `style` is the opinion's kind, and which end is held (True: the last), None for neither.
    """
    if not strips:
        return
    kind, held = style
    colour = QColor(theme.kinds[kind])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for is_end, (x, y) in enumerate(knobs(strips)):
        band = _band(strips[-1 if is_end else 0])
        painter.fillRect(QRectF(round(x) - 1, band.top(), 2, band.height()), colour)
        painter.setPen(QPen(colour, theme.stroke))
        painter.setBrush(
            colour if held is not None and held == bool(is_end) else QColor(theme.paper)
        )
        painter.drawEllipse(QPointF(x, y), px(KNOB), px(KNOB))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def knobs(strips: list[Strip]) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the middles of the knobs of a passage: above its beginning and below its end."""
    first, last = strips[0], strips[-1]
    return (first.left, first.line.top), (last.right, last.line.bottom)


def paint_seam(
    painter: QPainter, lines: PageLines, place: tuple[int, int], em: float, colour: str
) -> None:
    """Draw the mark at which a page of the print ended; `place` is unit and position.

    It stands at the foot of the line: a tick as high as the letters was taken for a caret.
    """
    unit, position = place
    line = lines.at(unit, position)
    x = round(line.x(lines.document.displays[unit].start(position))) - 1
    foot, height, wide = floor(line.baseline + FOOT * em), round(TICK * em), round(WIDE * em)
    fill(painter, QRectF(x, foot - height, 2, height), colour)
    fill(painter, QRectF(x + 1 - wide // 2, foot - 2, wide, 2), colour)


def _hit(strip: Strip) -> QRectF:
    inset = round(strip.line.height * HIT_INSET)
    return _band(strip).adjusted(0, inset, 0, -inset)


def _band(strip: Strip) -> QRectF:
    left, right = round(strip.left), round(strip.right)
    return QRectF(left, strip.line.top, right - left, strip.line.height)


def wave(left: float, right: float, y: float) -> QPainterPath:
    """Return a wavy line between two places, at one height."""
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        end = min(x + _WAVE, right)
        path.quadTo(QPointF((x + end) / 2, y + (-_WAVE if up else _WAVE) * 0.75), QPointF(end, y))
        x, up = end, not up
    return path
