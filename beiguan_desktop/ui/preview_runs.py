"""Words with what was done to them, in one line: before and after a repair."""

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from beiguan_desktop.core.findings import Runs
from beiguan_desktop.ui.flowing import MIDDLE
from beiguan_desktop.ui.highlights import wave
from beiguan_desktop.ui.theme import Theme

_DROP = 0.22
_ROUND = 3


def fitted(runs: Runs, metrics: QFontMetricsF, width: float) -> Runs:
    """Return runs that fit into a width: the words around give way first, on both sides."""
    out = [list(run) for run in runs]
    ends = [at for at in (0, len(out) - 1) if out[at][0] == "same"]
    while _width(out, metrics) > width:
        at = max(ends, key=lambda it: len(out[it][1]), default=-1)
        if at < 0 or len(out[at][1]) <= 2:
            break
        words = out[at][1].strip("…")
        is_first = at == 0 and len(out) > 1
        out[at][1] = f"…{words[1:]}" if is_first else f"{words[:-1]}…"
    return tuple((kind, words) for kind, words in out)


def _width(runs: Sequence[Sequence[str]], metrics: QFontMetricsF) -> float:
    return sum(metrics.horizontalAdvance(words) for _, words in runs)


def paint(painter: QPainter, box: QRectF, runs: Runs, font: QFont, theme: Theme) -> None:
    """Paint runs in one line, vertically in the middle of a box, cut at its right end."""
    metrics = QFontMetricsF(font)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setFont(font)
    x = box.left()
    baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    for kind, words in fitted(runs, metrics, box.width()):
        width = metrics.horizontalAdvance(words)
        strip = QRectF(x, box.top() + 2, width, box.height() - 4)
        _ground(painter, kind, strip, theme)
        is_faint = kind == "deleted" and not theme.is_stark
        painter.setPen(QColor(theme.ink2 if is_faint else theme.ink))
        painter.drawText(QPointF(x, baseline), words)
        if kind == "deleted":
            _strike(painter, strip, baseline, metrics.horizontalAdvance("国"), theme)
        x += width
    painter.restore()


def _ground(painter: QPainter, kind: str, strip: QRectF, theme: Theme) -> None:
    if kind == "added" or (theme.is_stark and kind in ("mark", "changed")):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent), theme.hairline))
        painter.setBrush(QColor(theme.tint))
        painter.drawRoundedRect(strip.adjusted(0.5, 1.5, -0.5, -1.5), _ROUND, _ROUND)
    elif kind in ("mark", "changed"):
        painter.fillRect(strip, QColor(theme.mark if kind == "mark" else theme.tint))


def _strike(painter: QPainter, strip: QRectF, baseline: float, em: float, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.accent), theme.hairline + theme.is_stark))
    y = floor(baseline - MIDDLE * em) + 0.5
    painter.drawLine(QPointF(strip.left(), y), QPointF(strip.right(), y))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 0.6 * theme.stroke))
    painter.drawPath(wave(strip.left(), strip.right(), floor(baseline + _DROP * em)))
