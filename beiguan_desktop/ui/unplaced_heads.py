"""Heads over the cards: first what has no place in the text, then the rest."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from beiguan_desktop.ui.comment_model import Role
from beiguan_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

_ROOM = 2.4
"""How high a head is, in em."""
LOST, REST = "没找到位置的意见", "正文里的意见"


def head_over(index: Index) -> str:
    """Return the head that stands over a card, empty where none does.

    Opinions without a place come first in every order; where there is none there are no heads.
    """
    is_lost, row = bool(index.data(Role.IS_LOST)), index.row()
    if is_lost:
        return f"{LOST}　{lost_rows(index.model())} 条" if row == 0 else ""
    if row == 0 or not index.model().index(row - 1, 0).data(Role.IS_LOST):
        return ""
    return f"{REST}　{index.model().rowCount() - row} 条"


def lost_rows(model: QAbstractItemModel) -> int:
    """Count the cards without a place: they are the first rows."""
    low, high = 0, model.rowCount()
    while low < high:
        middle = (low + high) // 2
        if model.index(middle, 0).data(Role.IS_LOST):
            low = middle + 1
        else:
            high = middle
    return low


def head_room(font: QFont) -> float:
    """Return how high a head in a font is."""
    return QFontMetricsF(font).horizontalAdvance("国") * _ROOM


def paint_head(painter: QPainter, words: str, font: QFont, at: QPointF, theme: Theme) -> None:
    """Write a head in the room above its card; without words, nothing."""
    if words:
        painter.setFont(font)
        painter.setPen(QColor(theme.ink2))
        em = QFontMetricsF(font).horizontalAdvance("国")
        painter.drawText(at + QPointF(0, head_room(font) / 2 + 0.38 * em), words)
