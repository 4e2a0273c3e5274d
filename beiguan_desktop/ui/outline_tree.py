"""The section tree at the left: it leads through the report and follows it.

Two rows matter. The current row is where the text is: tint, bar, bold. The row with the
keyboard's frame is Qt's current index; ↑ and ↓ move it, Enter or Space goes there. While
somebody is in the tree by keyboard, the text moves the first and leaves the second alone.
"""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from beiguan_desktop.ui.outline_model import OutlineModel, Role
from beiguan_desktop.ui.outline_row import OutlineDelegate
from beiguan_desktop.ui.theme import WORN, Theme

_CHEVRON = 36
_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why the focus goes only to come back."""


class OutlineTree(QTreeView):
    """The sections of the report with counts and, once they are known, read marks."""

    section_chosen = Signal(object)
    """The first unit of the section somebody wants to go to; None for the whole report."""
    pointed = Signal()
    """It was chosen with the mouse: the next word belongs in the box."""
    settled = Signal()
    """The text is in another row."""
    narrowed = Signal()
    """Rows are left out by another rule: see `only`."""
    menu_asked = Signal(QModelIndex, QPoint)
    """A row's menu is wanted at a place of the screen."""

    def __init__(
        self, model: OutlineModel, theme: Theme = WORN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # to name Qt's own takes 20 ms once
        self._pressed = QPoint()
        self._here = QPersistentModelIndex()
        self._opened: list[QPersistentModelIndex] = []
        self.opens_many = False
        """Whether opening one section leaves the others open: so it is with a filter."""
        self.only = ""
        """What is shown if rows are left out, in words: 只看没读的."""
        self.is_folded = False
        """Whether it lies over the text when it is seen: a part that is chosen stays there."""
        self._delegate = OutlineDelegate(self, theme, self.is_here)
        self._outline = model
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("目录")
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(240)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)
        self.expanded.connect(self._on_expanded)
        model.modelReset.connect(self._on_reset)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._delegate.theme = theme
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(theme.ground))
        self.setPalette(colours)
        self._delegate.forget()

    # -- places

    def follow(self, ordinal: int | None) -> None:
        """Make the section around a unit the current row; None means 整篇报告.

        Whoever moves the frame by keyboard is not taken away from it.
        """
        index = self._outline.index_of_unit(ordinal)
        if index != self._here:
            self._settle(index, is_shown=not self.hasFocus())

    def is_here(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether the text is in a row, or in what a closed row hides."""
        place = self.here()
        while place.isValid() and place != index:
            place = place.parent()
        return place.isValid() and (place == self._here or not self.isExpanded(place))

    def here(self) -> QModelIndex:
        """Return the row where the text is."""
        here = self._here
        return (
            self._outline.index(here.row(), 0, here.parent()) if here.isValid() else QModelIndex()
        )

    def show_here(self) -> None:
        """Bring the current row into view, with what it lies in and what it holds."""
        here = self.here()
        above = here
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(here)
        if self.isExpanded(here):
            self.scrollTo(self._outline.index(self._outline.rowCount(here) - 1, 0, here))
        self.scrollTo(here)

    def choose(self, index: QModelIndex) -> None:
        """Go to a row, in the tree and in the text."""
        if index.isValid():
            self._settle(index, is_shown=True)
            self.section_chosen.emit(self._outline.unit_at(index))

    def _settle(self, index: QModelIndex, *, is_shown: bool) -> None:
        self._here = QPersistentModelIndex(index)
        self.settled.emit()
        if is_shown:
            self.show_here()
        self.viewport().update()

    def expandAll(self) -> None:
        """Open everything; closing the others meanwhile would break Qt's own walk."""
        before, self.opens_many = self.opens_many, True
        super().expandAll()
        self.opens_many = before

    # -- what people do

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press was: the chevron opens and closes without going there."""
        self._pressed = event.position().toPoint()
        self._show_frame(False)
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a row: the one under the pointer, by key the framed one."""
        index, place = self.indexAt(event.pos()), event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            self.scrollTo(index)
            foot = self.visualRect(index).bottomLeft()
            place = self.viewport().mapToGlobal(QPoint(_CHEVRON, foot.y()))
        if index.isValid():
            self.menu_asked.emit(index, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the framed row by Enter or Space; Qt moves, opens and closes by arrows."""
        self._show_frame(True)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.currentIndex())
        elif event.text() and event.text().isprintable():
            event.ignore()  # Qt would look for titles by letters, and open everything at *
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame to those who come by keyboard, at the row where the text is."""
        self._show_frame(event.reason() in _BY_KEYBOARD)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Follow the text again."""
        super().focusOutEvent(event)
        if self.currentIndex() != self._here and event.reason() not in _PASSING:
            self.show_here()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the titles anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Wrap the titles anew in another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _show_frame(self, shown: bool) -> None:
        self._delegate.shows_frame = shown
        self.viewport().update()

    # -- slots

    def _on_clicked(self, index: QModelIndex) -> None:
        is_top = index.data(Role.LEVEL) == 1
        if is_top and self._pressed.x() < _CHEVRON and self._outline.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.choose(index)
            if not (self.is_folded and self._outline.hasChildren(index)):
                self.pointed.emit()

    def _on_expanded(self, index: QModelIndex) -> None:
        """Close the other section beside the one that was opened."""
        if self.opens_many:
            return
        for other in self._opened:
            if other != index and other.parent() == index.parent():
                self.collapse(other)
        still = [other for other in self._opened if other != index and self.isExpanded(other)]
        self._opened = [*still, QPersistentModelIndex(index)]

    def _on_reset(self) -> None:
        self._here = QPersistentModelIndex()
        self._opened.clear()
        self._delegate.forget()
