"""Small tags on a card: what was set under 更多, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.departments import names
from beiguan_desktop.ui.theme import Theme

_AIR, _GAP, _HIGH = 0.45, 0.35, 1.5
"""Beside the letters, between tags, and how high a tag is, in em."""
PRIVATE, APART = "仅自己可见", "单独反映"
FOLLOWS = "接着上一稿的意见"


@dataclass(frozen=True)
class Tag:
    """Words and the box they stand in, from the left and top of all tags."""

    words: str
    box: QRectF


def tag_words(comment: Comment) -> tuple[str, ...]:
    """Say what was set of an opinion; nothing for most."""
    same = comment.cosigners and f"意见相同：{comment.cosigners}"
    marks = (PRIVATE if comment.private else "", APART if comment.apart else "")
    follows = FOLLOWS if comment.follows else ""
    said = (follows, *marks, comment.weight, comment.field, *names(comment.departments), same)
    return tuple(filter(None, said))


def lay_tags(words: Iterable[str], font: QFont, width: float) -> tuple[Tag, ...]:
    """Set tags in rows; one wider than a row ends in …, and is whole for the ear."""
    metrics = QFontMetricsF(font)
    em = metrics.horizontalAdvance("国")
    x, y, found = 0.0, 0.0, []
    for each in words:
        end = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(each, end, width - 2 * _AIR * em)
        wide = metrics.horizontalAdvance(shown) + 2 * _AIR * em
        if x and x + wide > width:
            x, y = 0.0, y + (_HIGH + _GAP) * em
        found.append(Tag(shown, QRectF(x, y, wide, _HIGH * em)))
        x += wide + _GAP * em
    return tuple(found)


def tags_height(tags: tuple[Tag, ...]) -> float:
    """Return how high tags are; nought without any."""
    return tags[-1].box.bottom() if tags else 0.0


def paint_tags(painter: QPainter, tags: tuple[Tag, ...], at: QPointF, theme: Theme) -> None:
    """Paint tags in the painter's font: words in a hairline, no colour of their own."""
    em = QFontMetricsF(painter.font()).horizontalAdvance("国")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tag in tags:
        box = tag.box.translated(at)
        painter.setPen(QPen(QColor(theme.strong), theme.hairline))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.ink2))
        painter.drawText(QPointF(box.left() + _AIR * em, box.center().y() + 0.38 * em), tag.words)
