"""Tree, text and writing pane as there is room for them; widths that were dragged are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from beiguan_desktop.ui import panes
from beiguan_desktop.ui.panes import Arrangement
from beiguan_desktop.ui.scale import SCALE, px
from beiguan_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from beiguan_desktop.ui.outline_tree import OutlineTree
    from beiguan_desktop.ui.rail import Rail


class Widths:
    """What the panes have when there is room: pixels at the standard size, and a share."""

    tree = panes.TREE
    writing = panes.WRITING
    share = panes.SHARE


class PaneLayout(QWidget):
    """Three flat panes with hairlines between.

    Where lines would be too short the tree folds into a rail and opens over the text; with less
    room still the writing pane lies under the text.
    """

    laid = Signal()
    """The writing pane stands beside the text now, or lies under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.widths = Widths()
        self.arrangement = Arrangement()
        self.rail: Rail | None = None
        self.down = QSplitter(Qt.Orientation.Horizontal, self)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self._points, self._em = 18, 24.0
        self._edge: QWidget | None = None
        self._is_sized = self._is_alone = False
        for splitter in (self.across, self.down):
            splitter.setChildrenCollapsible(False)
            splitter.splitterMoved.connect(self._on_moved)

    def hold(self, pane: QWidget, tree: OutlineTree, text: QWidget, aside: QWidget) -> None:
        """Take the panes; `pane` is the tree's."""
        self._pane, self._tree, self._text, self._aside = pane, tree, text, aside
        self.across.addWidget(pane)
        self.across.addWidget(text)
        self.down.addWidget(self.across)
        self.down.addWidget(aside)
        pane.setAutoFillBackground(True)  # it may lie over the text
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Take hairlines and lengths anew."""
        self._theme = theme
        for splitter in (self.across, self.down):
            splitter.setHandleWidth(theme.hairline)
        self._pane.setMinimumWidth(px(panes.LEAST_TREE))
        self.arrange()

    def fit_letters(self, points: int, em: float) -> None:
        """Arrange for another size of the report: its points, and the pixels of a letter."""
        if (points, em) != (self._points, self._em):
            self._points, self._em = points, em
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the panes for the room there is."""
        super().resizeEvent(event)
        self._is_sized = True
        self.arrange()

    # -- arranging

    def arrange(self) -> None:
        """Lay the panes as there is room, each as wide as it was dragged."""
        if not self._is_sized:
            return  # nobody knows yet how much room there is
        found = panes.arranged(self.width(), self._points, self._em)
        if found.is_railed != self.arrangement.is_railed:
            self._fold(is_railed=found.is_railed)
        is_other = found.is_lying != self.arrangement.is_lying
        self.arrangement = found
        if is_other:
            vertical, horizontal = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
            self.down.setOrientation(vertical if found.is_lying else horizontal)
        self._limit()
        self._show_tree()
        has_rail = self.rail is not None and not self.rail.isHidden()
        rail = self.rail.sizeHint().width() if self.rail and has_rail else 0
        self.down.setGeometry(rail, 0, self.width() - rail, self.height())
        if self.rail is not None:
            self.rail.setGeometry(0, 0, rail, self.height())
        self._share_out()
        self._place_tree()
        if is_other:
            self.laid.emit()

    def _limit(self) -> None:
        """Set the least sizes, never more than the window has."""
        is_lying = self.arrangement.is_lying
        self._aside.setMinimumWidth(0 if is_lying else px(panes.LEAST_WRITING))
        least = min(px(panes.LEAST_LYING), self.height() // 2)
        self._aside.setMinimumHeight(least if is_lying else 0)
        beside = 0 if is_lying else px(panes.LEAST_WRITING)
        room = self.width() - px(panes.RAIL) - beside - 2 * self._theme.hairline
        self._text.setMinimumWidth(max(1, min(panes.least_text(self._em), room)))

    def _share_out(self) -> None:
        tree, writing = px(self.widths.tree), px(self.widths.writing)
        if self.arrangement.is_lying:
            writing = round(self.height() * self.widths.share)
            self.down.setSizes([max(1, self.height() - writing), writing])
        else:
            self.down.setSizes([max(1, self.down.width() - writing), writing])
        if not self.arrangement.is_railed:
            self.across.setSizes([tree, max(1, self.across.width() - tree)])

    def _on_moved(self) -> None:
        """Keep what somebody has dragged."""
        factor, sizes = SCALE.factor, self.down.sizes()
        if not self.arrangement.is_railed:
            self.widths.tree = round(self._pane.width() / factor)
        if self.arrangement.is_lying:
            self.widths.share = sizes[1] / max(1, sum(sizes))
        else:
            self.widths.writing = round(sizes[1] / factor)

    def set_alone(self, *, is_alone: bool) -> None:
        """Put the tree away, however it lies, while one paragraph stands alone."""
        self.close_tree()
        self._is_alone = is_alone
        self.arrange()

    def _show_tree(self) -> None:
        if self.rail is not None:
            self.rail.setVisible(self.arrangement.is_railed and not self._is_alone)
        if not self.arrangement.is_railed:
            self._pane.setVisible(not self._is_alone)

    # -- the folded tree

    def _fold(self, *, is_railed: bool) -> None:
        """Put the tree away behind its rail, or back into its place."""
        from beiguan_desktop.ui.rail import Rail  # noqa: PLC0415 - where there is no room

        self.close_tree()
        if self.rail is None:
            self.rail = Rail(self._tree, self._theme, self)
            self.rail.asked.connect(self.toggle_tree)
            self._tree.section_chosen.connect(self._on_chosen)
            self._edge = QWidget(self)
            self._edge.setObjectName("edge")
            self._edge.hide()
        if self.isVisible():
            from beiguan_desktop.ui.dressing import as_it_is  # noqa: PLC0415 - once it is seen

            with as_it_is(self._pane):
                self._move(is_railed=is_railed)
        else:
            self._move(is_railed=is_railed)
        self._pane.setVisible(not is_railed)

    def _move(self, *, is_railed: bool) -> None:
        self._tree.is_folded = is_railed
        if is_railed:
            self._pane.setParent(self)
        else:
            self.across.insertWidget(0, self._pane)

    @property
    def is_tree_open(self) -> bool:
        """Whether the folded tree lies over the text."""
        return self.arrangement.is_railed and not self._pane.isHidden()

    def toggle_tree(self, index: QModelIndex | None = None) -> None:
        """Open the folded tree over the text, or close it again; a row is gone to, and seen."""
        is_place = index is not None and index.isValid()
        if index is not None and is_place:
            self._tree.choose(index)
        if self.is_tree_open:
            if not is_place:
                self.close_tree()
            return
        self._pane.show()
        self._place_tree()
        self._tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._tree.show_here()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.installEventFilter(self)
            app.focusChanged.connect(self._on_focus)

    def close_tree(self) -> None:
        """Put the tree that lies over the text away."""
        if not self.is_tree_open:
            return
        self._pane.hide()
        if self._edge is not None:
            self._edge.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._on_focus)

    def _on_chosen(self) -> None:
        """Put the tree away, but for one who has chosen a part and has its sections before him."""
        if not self._tree.model().hasChildren(self._tree.here()):
            self.close_tree()

    def _place_tree(self) -> None:
        if not self.is_tree_open or self.rail is None or self._edge is None:
            return
        left, width = self.rail.width(), px(self.widths.tree)
        self._pane.setGeometry(left, 0, width, self.height())
        self._edge.setGeometry(left + width, 0, self._theme.hairline, self.height())
        for widget in (self._edge, self._pane):
            widget.show()
            widget.raise_()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and not _is_within(now, (self.rail, self._pane)):
            self.close_tree()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the next click anywhere else close the tree; it does what it does there, too."""
        holders = (self.rail, self._pane)
        is_press = event.type() == QEvent.Type.MouseButtonPress
        if is_press and isinstance(watched, QWidget) and not _is_within(watched, holders):
            self.close_tree()
        return super().eventFilter(watched, event)


def _is_within(widget: QWidget | None, holders: tuple[QWidget | None, ...]) -> bool:
    """Tell whether something lies in one of some panes, or is a menu of theirs."""
    while widget is not None and widget not in holders:
        widget = widget.parentWidget()
    return widget is not None
