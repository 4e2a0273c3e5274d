"""How the rows of opinions with proposed places are laid out and painted."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from beiguan_desktop.core.differing import pieces
from beiguan_desktop.ui import faces, icons, utf16
from beiguan_desktop.ui.flowing import MIDDLE, em, flow, height
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.labels import closed_up
from beiguan_desktop.ui.painted_list import (
    FlowedList,
    FlowedRows,
    Index,
    paint_chosen,
    paint_frame,
)
from beiguan_desktop.ui.places_rows import PlacesModel, Role, Row
from beiguan_desktop.ui.places_runs import Span, draw, joined
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_LEFT, _RIGHT, _PAD, _GAP = 24, 20, 12, 4
_BUTTON, _BETWEEN = 44, 8
_BESIDE = 900
"""Pixels of width from which the buttons stand beside the words, not below."""
_LINES = 2
"""The most lines of words; the text has the rest."""
_HEAD = 48
_HANG = 0.45
"""How much of an opening quotation mark is empty: it hangs out."""
_Line = tuple[QTextLayout, tuple[Span, ...], str]
"""Words laid out, what is done to them, and the ink they are written in."""


@dataclass(frozen=True)
class Laid:
    """A row laid out for a width: its lines from top to bottom, and where its buttons stand."""

    lines: tuple[_Line, ...]
    buttons: tuple[QRectF, ...]
    height: float


class PlacesRows(FlowedRows):
    """Paints heads and rows."""

    def __init__(self, view: FlowedList, theme: Theme) -> None:
        super().__init__(view, theme)
        self._laid_rows: dict[tuple[object, ...], Laid] = {}

    def forget(self) -> None:
        """Drop what was laid out."""
        super().forget()
        self._laid_rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the words ask."""
        row: Row | None = index.data(Role.ROW)
        return QSize(0, px(_HEAD) if row is None else round(self.laid(row).height))

    def laid(self, row: Row) -> Laid:
        """Lay a row out for the present width and size of letters, once."""
        width, small = self._view.viewport().width(), faces.sans(14)
        key = (row.key, row.words, row.new, row.where, row.acts, width, small.key())
        if key not in self._laid_rows:
            self._laid_rows[key] = self._lay_out(row, width, small)
        return self._laid_rows[key]

    def _lay_out(self, row: Row, width: int, small: QFont) -> Laid:
        sizes = [em(small) * len(act) + px(28) for act in row.acts]
        wide = sum(sizes) + px(_BETWEEN) * max(0, len(sizes) - 1)
        is_beside = bool(sizes) and width >= px(_BESIDE)
        room = width - px(_LEFT) - px(_RIGHT) - (wide + px(_LEFT) if is_beside else 0)
        head = px(_PAD) + em(small) * 1.7 + px(_GAP)
        lines: list[_Line] = [(_short(row.words, faces.sans(14), room), (), "ink")]
        lines += self._passages(row, room)
        if row.told:
            lines.append((_short(row.told, small, room), (), "ink2" if row.new else "warn"))
        high = head + sum(height(it) + px(_GAP) for it, _, _ in lines)
        left = width - px(_RIGHT) - wide if is_beside else px(_LEFT)
        top = max(px(_PAD), (high - px(_BUTTON)) / 2) if is_beside else high + px(_GAP)
        buttons = []
        for size in sizes:
            buttons.append(QRectF(left, top, size, px(_BUTTON)))
            left += size + px(_BETWEEN)
        foot = buttons[-1].bottom() if buttons else 0.0
        return Laid(tuple(lines), tuple(buttons), max(high, foot) + px(_PAD))

    def _passages(self, row: Row, room: float) -> list[_Line]:
        old, new, face = closed_up(row.old), closed_up(row.new), faces.serif(14)
        if not old or new in ("", old):
            words = f"“{old or new}”" if old or new else ""
            return [(_short(words, face, room), (), "ink2")] if words else []
        words, spans = joined(pieces(old, new))
        layout = _short(words, face, room)
        shown = len(layout.text())
        return [(layout, tuple(it for it in spans if it.start < shown), "ink")]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row or head."""
        row: Row | None = index.data(Role.ROW)
        box, theme = QRectF(option.rect), self.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index == self._view.currentIndex():
            paint_chosen(painter, box, theme)
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        thin = theme.hairline
        line = QRectF(box.left(), box.bottom() - thin, box.width(), thin)
        painter.fillRect(line, QColor(theme.line))
        if row is None:
            self._paint_head(painter, box, index)
        else:
            self._paint_row(painter, box, row)
        if self.is_framed(index):
            paint_frame(painter, box, theme)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRectF, index: Index) -> None:
        model, section = index.model(), index.data(Role.SECTION)
        font, side = faces.sans(14, bold=True), px(20)
        is_folded = isinstance(model, PlacesModel) and model.is_folded(section)
        sign = QRectF(px(_LEFT), box.center().y() - side / 2, side, side)
        drawing = "chevron-right" if is_folded else "chevron-down"
        icons.paint(painter, sign, drawing, self.theme.ink2)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.warn if section == "lost" else self.theme.ink))
        base = box.center().y() + MIDDLE * em(font)
        painter.drawText(QPointF(sign.right() + px(8), base), index.data())

    def _paint_row(self, painter: QPainter, box: QRectF, row: Row) -> None:
        laid, top = self.laid(row), box.top() + px(_PAD)
        self._paint_top(painter, row, QPointF(px(_LEFT), top))
        top += em(faces.sans(14)) * 1.7 + px(_GAP)
        for layout, spans, ink in laid.lines:
            painter.setPen(QColor(getattr(self.theme, ink)))
            at = QPointF(px(_LEFT), top)
            if spans:
                draw(painter, layout, spans, at, self.theme)
            else:
                _write(painter, layout, at)
            top += height(layout) + px(_GAP)
        for act, button in zip(row.acts, laid.buttons, strict=True):
            self._paint_button(painter, button.translated(0, box.top()), act, row)

    def _paint_top(self, painter: QPainter, row: Row, at: QPointF) -> None:
        """Paint the pill, who wrote it and where it goes."""
        font, theme = faces.sans(14, bold=True), self.theme
        side = em(font)
        wide = QFontMetricsF(font).horizontalAdvance(row.kind) + side
        pill = QRectF(at.x(), at.y(), wide, side * 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.kinds.get(row.kind, theme.ink2)))
        painter.drawRoundedRect(pill, 4, 4)
        base = pill.center().y() + MIDDLE * side
        painter.setFont(font)
        painter.setPen(QColor(theme.field))
        painter.drawText(QPointF(pill.left() + side / 2, base), row.kind)
        painter.setFont(faces.sans(14))
        painter.setPen(QColor(theme.ink2))
        goes = f"放到{row.where}" if row.where else ""
        said = "　".join(part for part in (row.author, goes) if part)
        painter.drawText(QPointF(pill.right() + side * 0.6, base), said)

    def _paint_button(self, painter: QPainter, box: QRectF, act: str, row: Row) -> None:
        theme, is_on = self.theme, row.decision == act
        painter.setPen(QPen(QColor(theme.accent if is_on else theme.strong), 1 + is_on))
        painter.setBrush(QColor(theme.tint if is_on else theme.field))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        painter.setFont(faces.sans(14, bold=is_on))
        painter.setPen(QColor(theme.accent if is_on else theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, act)


def _write(painter: QPainter, layout: QTextLayout, at: QPointF) -> None:
    """Write words; a mark that opens them hangs out."""
    hang = _HANG * em(layout.font()) if layout.text().startswith("“") else 0.0
    for number in range(layout.lineCount()):
        layout.lineAt(number).draw(painter, at - QPointF(0 if number else hang, 0))


def _short(words: str, font: QFont, room: float) -> QTextLayout:
    """Lay words out in at most so many lines; what is left over is …"""
    most = round(room / max(1.0, em(font)) * _LINES * 2)
    layout = flow(words[:most], font, room)
    while layout.lineCount() > _LINES:
        last = layout.lineAt(_LINES - 1)
        kept = utf16.by_units(layout.text())[: last.textStart() + last.textLength()]
        layout = flow(f"{''.join(kept)[:-2]}…", font, room)
    return layout
