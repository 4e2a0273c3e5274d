"""阅读 as widgets: the tree, the report with its running head, the writing pane."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beiguan_desktop.core.comment import Glimpse
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.outline_model import OutlineModel
from beiguan_desktop.ui.outline_tree import OutlineTree
from beiguan_desktop.ui.pane_layout import PaneLayout
from beiguan_desktop.ui.panes import ROOMY
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.running_head import RunningHead
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.ui.comment_panel import CommentPanel
    from beiguan_desktop.ui.seal_list import SealList
    from beiguan_desktop.ui.undo_bar import UndoBar


class ReadingPage(PaneLayout):
    """What stands in the three panes; `reading.Reading` makes them work together.

    The first paint needs tree and text alone: the writing pane is made when it is asked for.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._shown: Report | None = None
        self._in_tree: Report | None = None
        self.model = OutlineModel(self)
        self.tree = OutlineTree(self.model, theme)
        self.view = ReportView(theme=theme)
        self.head = RunningHead(self.view)
        self.banner = self._banner()
        self.text_pane = QWidget()
        self._aside = QWidget()
        self._beside = QVBoxLayout(self._aside)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self.hold(self._build_tree(), self.tree, self._build_text(), self._aside)
        self.laid.connect(self._lay_panel)

    @cached_property
    def panel(self) -> CommentPanel:
        """The writing pane; it is seen after `show_panel`."""
        from beiguan_desktop.ui.comment_panel import (  # noqa: PLC0415 - after the first paint
            CommentPanel,
        )

        return CommentPanel(self._theme)

    @cached_property
    def seals(self) -> SealList:
        """The margin's seals for keys and screen readers."""
        from beiguan_desktop.ui.seal_list import SealList  # noqa: PLC0415 - after the first paint

        made = SealList(self.panel.model, self.view)
        made.resize(self.view.measure.text, self.view.height())
        return made

    @cached_property
    def undo_bar(self) -> UndoBar:
        """The bar over the foot of the text, hidden."""
        from beiguan_desktop.ui.undo_bar import UndoBar  # noqa: PLC0415 - after the first paint

        made = UndoBar(self._theme, self.text_pane)
        made.lie_on(lambda: (self.view.measure.text, self.view.measure.width))
        return made

    def show_panel(self) -> None:
        """Put the writing pane into its place."""
        if self.panel.parentWidget() is self._aside:
            return
        in_order = _focus_chain(self.panel)
        self._lay_panel()
        self._beside.addWidget(self.panel)
        self.panel.show()
        for before, widget in pairwise([self.view, self.seals, *in_order, self.undo_bar.button]):
            self.setTabOrder(before, widget)  # Qt puts what comes late behind everything

    def _lay_panel(self) -> None:
        if "panel" in vars(self):
            self.panel.set_lying(is_lying=self.arrangement.is_lying)

    def set_text_size(self, points: int) -> None:
        """Set the size of the report's letters, and the panes as there is room then."""
        self.view.set_text_size(points)
        self.fit_letters(points, points * self.logicalDpiY() / 72)

    def glimpse(self, seen: Glimpse) -> None:
        """Show the text as it will be; opinions come when the library is open."""
        self._show_text(seen.report, Pages(seen.report.units, seen.report.marks))
        self.stand_at(seen.letter)

    def show_report(self, report: Report, pages: Pages) -> None:
        """Set a report in tree and text, but not again one that is there.

        The tree follows the text once the rows know what they show: each change lays them out.
        """
        self._show_text(report, pages)
        self.show_tree(follows=False)

    def _show_text(self, report: Report, pages: Pages) -> None:
        if report != self._shown:
            self._shown = report
            self.view.set_report(report, pages)
            self.head.set_pages(pages)

    def show_tree(self, *, follows: bool = True) -> None:
        """Set the sections of the report that is shown; the first paint does not wait for them."""
        if self._shown != self._in_tree:
            self._in_tree = self._shown
            self.model.set_report(self._shown)
            if follows:
                self.tree.follow(self.view.top_place()[0])

    def stand_at(self, letter: int) -> None:
        """Show the line with a letter as the first."""
        if self._shown is not None:
            self.view.show_place(*self._shown.place_of(letter), settle=False)

    def _build_tree(self) -> QWidget:
        pane = QWidget()
        self.tree_column = column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        title = QLabel("目录")
        title.setFont(faces.sans(16, bold=True))
        title.setMinimumHeight(px(44))  # of the button that comes beside it later
        self.tree_head = QHBoxLayout()
        self.tree_head.setContentsMargins(20, 6, 8, 2)
        self.tree_head.addWidget(title, 1)
        column.addLayout(self.tree_head)
        column.addWidget(self.tree, 1)
        return pane

    def _build_text(self) -> QWidget:
        column = QVBoxLayout(self.text_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        return self.text_pane

    def _banner(self) -> QLabel:
        label = QLabel("")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(faces.sans(14))
        label.setContentsMargins(24, 10, 24, 10)
        label.hide()
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the text or the tree goes to the box: keys alone suffice to write."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel.editor.focus_box()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close_tree()  # and the window leads back to the text
        super().keyPressEvent(event)

    def show_banner(self, words: str) -> None:
        """Say above the text what holds for the whole library; empty hides it."""
        if words:
            from beiguan_desktop.ui.inks import ink  # noqa: PLC0415 - seldom needed

            ink(self.banner, "warn")
        self.banner.setText(words)
        self.banner.setVisible(bool(words))

    def hide_undo_bar(self) -> None:
        """Take the bar away, and the focus that stood on it back to the text."""
        if self.undo_bar.button.hasFocus():
            self.view.setFocus()
        self.undo_bar.hide()

    def next_pane(self) -> None:
        """Move the focus: tree, text, box, cards; first to the undo bar while it is there."""
        focused = QApplication.focusWidget()
        bar = self.undo_bar.button
        if bar.isVisible() and focused is not bar:
            bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        first = self.rail if self.rail is not None and self.rail.isVisible() else self.tree
        panes: list[QWidget] = [first, self.view, self.panel.editor, self.panel.list]
        here = [
            pane for pane in panes if focused and (pane is focused or pane.isAncestorOf(focused))
        ]
        at = panes.index(here[0]) if here else 1
        following = [pane for pane in panes[at + 1 :] + panes[:at] if pane.isVisible()]
        if following and following[0] is self.panel.editor:
            self.panel.editor.focus_box()
        elif following:
            following[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the undo bar over the foot of the text."""
        super().resizeEvent(event)
        if "undo_bar" in vars(self):
            self.undo_bar.place()


def put_aside(page: ReadingPage, *, is_away: bool) -> None:
    """Take the writing pane away where it lies under a low text, or bring it back."""
    is_low = page.arrangement.is_lying and page.height() < px(ROOMY)
    aside, is_shown = page.down.widget(1), not (is_away and is_low)
    if aside is not None and aside.isHidden() == is_shown:
        aside.setVisible(is_shown)
        page.down.refresh()  # the text has its new height at once, whoever asks for it


def when_wanted(page: ReadingPage, give_way: Callable[[], object]) -> None:
    """Let what has taken the writing pane's room give way when somebody wants to write."""

    def act() -> None:
        if not page.panel.isVisible():
            give_way()

    page.panel.editor.wanted.connect(act)


def _focus_chain(pane: QWidget) -> list[QWidget]:
    """Return what takes the focus within a pane that stands alone, in the order of Tab."""
    found: list[QWidget] = []
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
