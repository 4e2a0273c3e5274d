"""What stands between the top bar and the status line: the text, or a page in its place."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QWidget

from beiguan_desktop.ui.reading_page import ReadingPage


class Rooms(QStackedWidget):
    """The text comes first; `tab` is its name in the top bar and leads back to it."""

    def __init__(self, page: ReadingPage, tab: QAbstractButton) -> None:
        super().__init__()
        self._page, self._tab = page, tab
        self.addWidget(page)
        tab.clicked.connect(self.show_text)

    def minimumSizeHint(self) -> QSize:
        """Ask for what is seen alone: the others still lie as they did when they were seen."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def show_text(self) -> None:
        """Show the text, and let the keys go to it."""
        self.setCurrentWidget(self._page)
        self._tab.setChecked(True)
        self._page.view.setFocus()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the text."""
        self.setCurrentWidget(page)
        self._tab.setChecked(False)

    def in_text(self, act: Callable[[], object]) -> Callable[[], object]:
        """Return what does an act on the text in sight of it."""

        def do() -> None:
            if self.currentWidget() is not self._page:
                self.show_text()
            act()

        return do
