"""One card of the list of opinions: where its parts stand, and how they are painted.

Words of people are plain text, laid out by QTextLayout, and never cut.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.services import clock
from beiguan_desktop.ui.card_buttons import CardButtons, height_for
from beiguan_desktop.ui.card_tags import Tag, lay_tags, paint_tags, tags_height
from beiguan_desktop.ui.comment_model import Role
from beiguan_desktop.ui.fonts import SERIF
from beiguan_desktop.ui.hovering import is_hovered
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.unplaced_heads import head_over, head_room, paint_head

Index = QModelIndex | QPersistentModelIndex

PADDING = 20
_TOP, _GAP, _BOTTOM = 15, 9, 12
_BAR = 4
_PITCH = 1.45
_PILL = 28 / (14 * 4 / 3)
_OPEN = "\u200b"
_BEFORE_QUOTE = re.compile("(?<=[^\\s“‘（《])(?=[“‘])")
_AFTER_QUOTE = re.compile("(?<=[”’])(?=[^\\s，。；：、！？”’）》…])")


@dataclass(frozen=True)
class Card:
    """What is painted for one opinion at one width."""

    comment: Comment
    key: tuple[object, ...]
    over: str
    """The head of the group that begins with this card."""
    pill: QRectF
    time: QPointF
    stamp: str
    head: float
    """Where kind and time end."""
    quote: QTextLayout | None
    quote_top: float
    words: QTextLayout
    words_top: float
    tags: tuple[Tag, ...]
    tags_top: float
    height: float


class CardDelegate(QStyledItemDelegate):
    """Paints cards, and gives the current one its buttons."""

    menu_asked = Signal(str, object)
    """As of the buttons: the opinion's id, and a point of the screen."""

    def __init__(self, view: QListView, theme: Theme, act: Callable[[str, str], None]) -> None:
        super().__init__(view)
        self._view = view
        self._act = act
        self._cards: dict[str, Card] = {}
        self.theme = theme
        self.shows_place = False
        self.shows_frame = False
        self.has_buttons = True
        self.has_heads = False
        """Whether what has no place in the text stands apart."""

    def forget(self) -> None:
        """Drop what was laid out."""
        self._cards.clear()

    def card(self, index: Index) -> Card:
        """Lay a card out for the present width and font, once."""
        comment: Comment = index.data(Role.COMMENT)
        font = self._view.font()
        tags: tuple[str, ...] = index.data(Role.TAGS)
        over = head_over(index) if self.has_heads else ""
        stamp = (index.data(Role.IS_OWN), clock.today(), tags, over)  # what the words depend on
        key = (self._view.width(), font.key(), self.shows_place, stamp)
        card = self._cards.get(comment.id)
        if card is None or card.comment is not comment or card.key != key:
            card = self._lay_out(comment, key, index, over)
            self._cards[comment.id] = card
        return card

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Be as high as the words ask, and the buttons of the current card."""
        height = self.card(index).height + self._buttons_room(index)
        return QSize(self._view.viewport().width(), round(height))

    def _buttons_room(self, index: Index) -> int:
        """Return how far the words give way to the buttons of the current card."""
        has_them = self._is_current(index) and self.offers_buttons(index)
        return height_for(self._view.font()) + _GAP if has_them else 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, pill, whose and when, quote, words and the hairline below."""
        card, theme, rect = self.card(index), self.theme, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        left, top = rect.left() + PADDING, rect.top()
        font = self._view.font()
        paint_head(painter, card.over, _bold(font), QPointF(left, top), theme)
        self._paint_pill(painter, card.pill.translated(left, top), index.data(Role.KIND))
        painter.setFont(font)
        painter.setPen(QColor(theme.ink3))
        painter.drawText(card.time + QPointF(left, top), card.stamp)
        top += self._buttons_room(index)
        clip = QRectF(painter.clipBoundingRect()) if painter.hasClipping() else QRectF(rect)
        if card.quote is not None:
            painter.setPen(QColor(theme.ink2))
            card.quote.draw(painter, QPointF(left, top + card.quote_top), [], clip)
        painter.setPen(QColor(theme.ink))
        card.words.draw(painter, QPointF(left, top + card.words_top), [], clip)
        paint_tags(painter, card.tags, QPointF(left, top + card.tags_top), theme)
        painter.restore()

    def offers_buttons(self, index: Index) -> bool:
        """Tell whether a card has buttons: nobody edits the words of somebody else."""
        return self.has_buttons and bool(index.data(Role.MAY_CHANGE))

    def _is_current(self, index: Index) -> bool:
        return self._view.currentIndex() == index

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self.theme, QRectF(option.rect)
        box.setWidth(self._view.viewport().width())
        if self.card(index).over:
            box.setTop(box.top() + head_room(_bold(self._view.font())))
            painter.fillRect(QRectF(0, box.top(), box.width(), theme.hairline), QColor(theme.line))
        is_current = self._is_current(index)
        if is_current:
            painter.fillRect(box, QColor(theme.tint))
            bar = QRectF(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(bar, QColor(theme.accent))
        elif is_hovered(self._view, option):
            painter.fillRect(box, QColor(theme.hover))
        model: QAbstractItemModel = self._view.model()
        if index.row() < model.rowCount() - 1:
            thin = theme.hairline
            foot = QRectF(PADDING, box.bottom() - thin, self._view.width() - 2 * PADDING, thin)
            painter.fillRect(foot, QColor(theme.line))
        if self.shows_frame and is_current and self._view.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def _paint_pill(self, painter: QPainter, box: QRectF, kind: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.kinds[kind]))
        painter.drawRoundedRect(box, 4, 4)
        font = _bold(self._view.font())
        painter.setFont(font)
        painter.setPen(QColor(self.theme.field))
        em = QFontMetricsF(font).horizontalAdvance("国")
        painter.drawText(QPointF(box.left() + em / 2, box.center().y() + 0.38 * em), kind)

    # -- layout

    def _lay_out(self, comment: Comment, key: tuple[object, ...], index: Index, over: str) -> Card:
        font = self._view.font()
        metrics, bold = QFontMetricsF(font), QFontMetricsF(_bold(font))
        em = metrics.horizontalAdvance("国")
        width = float(self._view.width() - 2 * PADDING)
        top = _TOP + (head_room(_bold(font)) if over else 0)
        pill = QRectF(0, top, bold.horizontalAdvance(comment.kind) + em, round(em * _PILL))
        said = " ".join(filter(None, (index.data(Role.AUTHOR), index.data(Role.TIME))))
        said = metrics.elidedText(said, Qt.TextElideMode.ElideLeft, width)
        stamp = metrics.horizontalAdvance(said)
        bottom = pill.bottom()
        baseline = pill.center().y() + 0.38 * em
        time = QPointF(width - stamp, baseline)
        if pill.width() + em / 2 + stamp > width:
            time = QPointF(0, baseline + em * _PITCH + 2)
            bottom += em * _PITCH
        head = bottom
        quote, quote_top = self._quote(index, width), bottom + _GAP
        if quote is not None:
            bottom = quote_top + _height(quote)
        words = _flow(index.data(Qt.ItemDataRole.DisplayRole), font, width)
        words_top = bottom + _GAP
        tags = lay_tags(index.data(Role.TAGS), font, width)
        tags_top = words_top + _height(words) + (_GAP if tags else 0)
        height = tags_top + tags_height(tags) + _BOTTOM
        ends = (quote, quote_top, words, words_top, tags, tags_top, height)
        return Card(comment, key, over, pill, time, said, head, *ends)

    def _quote(self, index: Index, width: float) -> QTextLayout | None:
        """Lay out place and quote; a quote alone hangs the blank half of its first mark."""
        place = index.data(Role.PLACE) if self.shows_place else ""
        quote = index.data(Role.QUOTE)
        text = " ".join(part for part in (place, quote) if part)
        if not text:
            return None
        font = self._view.font()
        serif = QFont(font)
        serif.setFamily(SERIF)
        hang = 0.0 if place else 0.45 * QFontMetricsF(font).horizontalAdvance("国")
        return _flow(text, font if place and not quote else serif, width + hang, -hang)

    # -- the buttons of the current card

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,
    ) -> QWidget:
        """Make the buttons of a card."""
        is_lost = bool(index.data(Role.IS_LOST))
        buttons = CardButtons(index.data(Role.COMMENT), parent, is_lost=is_lost)
        buttons.asked.connect(self._act)
        buttons.menu_asked.connect(self.menu_asked)
        QWidget.setTabOrder(self._view, buttons.edit)
        QWidget.setTabOrder(buttons.edit, buttons.withdraw)
        QWidget.setTabOrder(buttons.withdraw, buttons.more)
        return buttons

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Put the buttons at the head of the card: they are seen however long the words are."""
        rect: QRect = option.rect
        height = height_for(self._view.font())
        top = rect.top() + round(self.card(index).head) + _GAP
        editor.setGeometry(rect.left() + PADDING, top, self._view.width() - 2 * PADDING, height)

    def eventFilter(self, object: QObject, event: QEvent) -> bool:  # noqa: A002, ARG002
        """Leave the keys of the buttons alone: they edit no text."""
        return False


def _flow(text: str, font: QFont, width: float, left: float = 0.0) -> QTextLayout:
    """Lay plain text out in lines of one pitch; lines may end round quotation marks."""
    shown = _AFTER_QUOTE.sub(_OPEN, _BEFORE_QUOTE.sub(_OPEN, text)).replace("\n", "\u2028")
    layout = QTextLayout(shown, font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    pitch = QFontMetricsF(font).horizontalAdvance("国") * _PITCH
    layout.beginLayout()
    number = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(left, number * pitch + (pitch - line.height()) / 2))
        number += 1
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    return layout.lineCount() * QFontMetricsF(layout.font()).horizontalAdvance("国") * _PITCH


def _bold(font: QFont) -> QFont:
    face = QFont(font)
    face.setBold(True)
    return face
