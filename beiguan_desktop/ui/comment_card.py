"""The cards at the right: every opinion of the paragraph, the section or the report."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from beiguan_desktop.ui import icons, painted_list
from beiguan_desktop.ui.card_buttons import EDIT, WITHDRAW
from beiguan_desktop.ui.card_delegate import PADDING, CardDelegate
from beiguan_desktop.ui.comment_filter import CommentFilter
from beiguan_desktop.ui.comment_model import CommentModel, Index, Role, Scope
from beiguan_desktop.ui.scale import SCALE, px
from beiguan_desktop.ui.theme import WORN, Theme

EMPTY: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "paragraph": ("这一段还没有意见", "直接在上面写就可以。"),
        "section": ("这一节还没有意见", "直接在上面写就可以。"),
        "report": ("对整篇报告还没有意见", "直接在上面写就可以。"),
        "all": ("还没有意见", "在正文里点一句话，\n再在上面写。"),
    }
)
"""What stands in an empty list, by scope: what is so, and what to do."""

SIFTED = ("这里没有要看的那几种", "点上面的“全部显示”，看藏起来的意见。")
"""What stands there when there are opinions, and all are hidden."""

_ICON = 34
_IN_BATCHES = QListView.LayoutMode.Batched
_BATCH = 200
"""How many cards are laid out in one go: some 20 ms."""
_KEYS: dict[int, str] = {
    Qt.Key.Key_Return: EDIT,
    Qt.Key.Key_Enter: EDIT,
    Qt.Key.Key_Delete: WITHDRAW,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class CommentList(QListView):
    """Cards of one scope, in document order; the current one has buttons."""

    chosen = Signal(str)
    """Somebody went to an opinion, by click or key."""
    edit_asked = Signal(str)
    withdraw_asked = Signal(str)
    menu_asked = Signal(str, object)
    """Somebody wants what is needed seldom: the opinion's id, and a point of the screen."""
    finished = Signal()
    """Ctrl+Enter: it means the box, whatever card is current."""

    def __init__(
        self, model: CommentModel, theme: Theme = WORN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # to name Qt's own takes 20 ms once
        self._theme = theme
        self._pressed, self.is_beside = QModelIndex(), False
        self.shown = CommentFilter(model, self)
        self._acts = {EDIT: self.edit_asked.emit, WITHDRAW: self.withdraw_asked.emit}
        self._delegate = CardDelegate(self, theme, lambda act, identity: self._acts[act](identity))
        self._delegate.menu_asked.connect(self.menu_asked)
        self.setItemDelegate(self._delegate)
        self.setModel(self.shown)
        painted_list.prepare(self, "意见")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setBatchSize(_BATCH)
        self.verticalScrollBar().setSingleStep(27)
        for signal in (
            self.shown.modelReset,
            self.shown.rowsInserted,
            self.shown.rowsRemoved,
        ):
            signal.connect(self._describe)
        self.shown.modelReset.connect(self._delegate.forget)
        self.set_theme(theme)
        self.set_scope(self.shown.scope)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours, and in letters of another size."""
        self._theme = self._delegate.theme = theme
        painted_list.lie_on(self, theme.ground)
        self.setMinimumHeight(px(44))  # in a low window the box comes first
        self._delegate.forget()
        self._move_buttons(self.currentIndex(), self.currentIndex())

    def set_scope(self, scope: Scope) -> None:
        """Show the opinions of a unit, a section, the whole report, or all."""
        self._delegate.shows_place = scope.name in ("section", "all")
        self._delegate.has_heads = scope.name == "all" and not self.shown.comments.is_bin
        self.setLayoutMode(_IN_BATCHES)  # nobody waits for a thousand
        self.shown.set_scope(scope)
        self._describe()
        self.scheduleDelayedItemsLayout()

    def set_read_only(self, read_only: bool) -> None:
        """Offer no acts where nothing can be written."""
        self._delegate.has_buttons = not read_only
        self._move_buttons(self.currentIndex(), self.currentIndex())

    def set_author(self, person_id: str | None) -> None:
        """Say who sits here: acts are offered on one's own opinions, others bear a name."""
        self.shown.comments.set_author(person_id)
        self._move_buttons(self.currentIndex(), self.currentIndex())

    @property
    def is_empty(self) -> bool:
        """Whether there is no card."""
        return self.shown.rowCount() == 0

    @property
    def current(self) -> str | None:
        """The opinion whose card is the current one."""
        found: str | None = self.currentIndex().data(Role.ID)
        return found

    def show_comment(self, comment_id: str | None) -> bool:
        """Make a card the current one and bring it into view; False when it is not shown."""
        row = None if comment_id is None else self.shown.comments.row_of(comment_id)
        source = QModelIndex() if row is None else self.shown.comments.index(row)
        index = self.shown.mapFromSource(source)
        self.setCurrentIndex(index)
        return index.isValid()

    # -- what people do

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wait for the release: a card that opens at the press slips from under the pointer."""
        self._delegate.shows_frame = False
        self._pressed = self.indexAt(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the card that was pressed."""
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and index == self._pressed:
            self.setCurrentIndex(index)
            self.chosen.emit(index.data(Role.ID))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second press of a double click for none: the cards have moved by then."""
        self._pressed = QModelIndex()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the cards; Enter rewords, Delete withdraws."""
        self._delegate.shows_frame = True
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
            return
        before = self.current
        act = _KEYS.get(event.key())
        if before and act:
            if self._delegate.offers_buttons(self.currentIndex()):
                self._acts[act](before)
        else:
            super().keyPressEvent(event)
            after = self.current
            if after and after != before:
                self.chosen.emit(after)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame to those who come by keyboard."""
        self._delegate.shows_frame = event.reason() in _BY_KEYBOARD
        if self._delegate.shows_frame:
            super().focusInEvent(event)  # makes the first card current when none is
        self.viewport().update()

    # -- Qt's side

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Move the buttons to the current card."""
        super().currentChanged(current, previous)
        self._move_buttons(previous, current)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """Leave no card current in place of one that goes: its buttons would be pressed next."""
        if start <= self.currentIndex().row() <= end:
            focused = QApplication.focusWidget()
            if focused is not None and self.viewport().isAncestorOf(focused):
                self.setFocus()
            self.setCurrentIndex(QModelIndex())
        super().rowsAboutToBeRemoved(parent, start, end)

    def changeEvent(self, event: QEvent) -> None:
        """Wrap the words anew in another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, or what to do when there is none."""
        super().paintEvent(event)
        if self.is_empty:
            painter = QPainter(self.viewport())
            painter.setFont(self.font())
            words = empty_words(self.shown, is_beside=self.is_beside)
            _paint_empty(painter, self.viewport().rect(), words, self._theme)
            painter.end()

    def _describe(self) -> None:
        """Tell a screen reader what the empty list says."""
        words = empty_words(self.shown, is_beside=self.is_beside) if self.is_empty else ()
        self.setAccessibleDescription("，".join(words))
        self.viewport().update()

    def _move_buttons(self, previous: Index, current: Index) -> None:
        if previous.isValid():
            self.closePersistentEditor(previous)
            self._delegate.sizeHintChanged.emit(previous)
        if current.isValid() and self._delegate.offers_buttons(current):
            self.openPersistentEditor(current)
            self._delegate.sizeHintChanged.emit(current)
            self.doItemsLayout()
            self._bring_into_view(current)

    def _bring_into_view(self, index: Index) -> None:
        """Show a whole card; of one higher than the list its head, where the buttons are."""
        if not self.visualRect(index).isValid():
            self.setLayoutMode(QListView.LayoutMode.SinglePass)
            self.doItemsLayout()
        is_high = self.visualRect(index).height() > self.viewport().height()
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtTop if is_high else hint.EnsureVisible)


def empty_words(shown: CommentFilter, *, is_beside: bool) -> tuple[str, str]:
    """Return what is so in an empty list, and what to do; it lies below the box, or beside it."""
    if shown.hides_some:
        return SIFTED
    title, hint = EMPTY[shown.scope.name]
    return title, hint.replace("上面", "左边") if is_beside else hint


def _paint_empty(painter: QPainter, area: QRect, words: tuple[str, str], theme: Theme) -> None:
    title, hint = words
    side = px(_ICON)
    box = QRectF((area.width() - side) / 2, px(30), side, side)
    if SCALE.is_low:
        box.moveBottom(0)  # the words need its room
    icons.paint(painter, box, "message-square-plus", theme.ink3)
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    face = painter.font()
    large = QFont(face)
    large.setBold(True)
    large.setPointSizeF(face.pointSizeF() + 2)
    place = area.adjusted(PADDING, round(box.bottom()) + 14, -PADDING, 0)
    painter.setFont(large)
    painter.setPen(QColor(theme.ink))
    used = painter.boundingRect(place, flags, title)
    painter.drawText(place, flags, title)
    place.setTop(used.bottom() + 6)
    painter.setFont(face)
    if painter.boundingRect(place, flags, hint).bottom() > area.height():
        return  # half a line says nothing
    painter.setPen(QColor(theme.ink2))
    painter.drawText(place, flags, hint)
