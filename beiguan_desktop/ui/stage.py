"""What fills the window: the hall with the report, or the page that asks who sits here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from beiguan_desktop.core.report import Report
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from beiguan_desktop.ui.dialogs.first_start import FirstStart
    from beiguan_desktop.ui.introduction import Introduction


class Hall(QWidget):
    """Bar, rooms and foot, one under another; `heightened` tells the window's height in pixels."""

    heightened = Signal(int)

    def __init__(self, above: QWidget, rooms: QWidget, below: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(rooms, 1)
        column.addWidget(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell another height."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.heightened.emit(self.window().height())


class Stage(QStackedWidget):
    """The hall from the start; the first page is made when somebody has to be asked."""

    introduced = Signal(int)
    """The first page was answered; carries the size of letters."""
    dropped = Signal(object)
    """Files were let go over it, whatever it shows: their QMimeData."""
    other_named = Signal(object, int)
    """Somebody else is to sit here: the Person, and the size of letters."""

    def __init__(self, workspace: Workspace, hall: QWidget, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._hall, self._theme = workspace, hall, theme
        self.addWidget(hall)

    def minimumSizeHint(self) -> QSize:
        """Ask for what is seen alone: the others still lie as they did when they were seen."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files come; words that are dragged belong into a box."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    @cached_property
    def _introduction(self) -> Introduction:
        from beiguan_desktop.ui.introduction import Introduction  # noqa: PLC0415 - on first use

        made = Introduction(self._workspace, self._theme)
        made.done.connect(self.introduced)
        made.other_named.connect(self.other_named)
        self.addWidget(made.page)
        self.take_report(made.page)
        return made

    @property
    def first_start(self) -> FirstStart:
        """The page that asks."""
        return self._introduction.page

    @property
    def is_asking(self) -> bool:
        """Whether the page that asks is shown."""
        return self.currentWidget() is not self._hall

    def take_report(self, page: FirstStart | None = None) -> None:
        """Let the page that asks, once it is there, show the beginning of the present report."""
        there = page or (self.first_start if self.count() > 1 else None)
        report: Report | None = self._workspace.report
        if there is not None and report is not None:
            there.set_report(report)

    def ask(self, points: int) -> None:
        """Show the page that asks; `points` is the size of letters now."""
        self._introduction.ask(points)
        self._show_page()

    def ask_other(self, points: int) -> None:
        """Show the page that asks, for somebody else than who sat here until now."""
        self._introduction.ask_other(points)
        self._show_page()

    def _show_page(self) -> None:
        self.setCurrentWidget(self.first_start)
        self.first_start.name_edit.setFocus()

    def tell(self, words: str) -> None:
        """Say on the page that asks, if it is shown, what went wrong."""
        if self.is_asking:
            self.first_start.tell(words)

    def show_hall(self) -> None:
        """Show the report."""
        self.setCurrentWidget(self._hall)
