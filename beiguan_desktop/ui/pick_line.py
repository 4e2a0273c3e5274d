"""A line to write in, with a button that opens a menu of what is often written there."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import px

_HEIGHT = 44
_LONGEST = 420
"""Pixels of a menu's line at the standard size."""


class PickLine(QWidget):
    """Free words or words from a menu; `choices` are asked for when the menu opens."""

    edited = Signal()
    picked = Signal(str)
    """A line of the menu was chosen: what becomes of it is for others to say."""
    last_chosen = Signal()
    """The last line of the menu was chosen, which leads elsewhere."""

    def __init__(self, name: str, hint: str, *, last: str = "") -> None:
        super().__init__()
        self.choices: Callable[[], Iterable[str]] = tuple
        self._last = last
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setFont(faces.sans(14))
        self.button = QPushButton()
        self.button.setAccessibleName(f"选{name}")
        self.button.setToolTip(f"选{name}")
        icons.put(self.button, "chevron-down")
        self.menu = QMenu(self)
        self.menu.setFont(faces.sans(14))
        self.menu.setAccessibleName(name)
        self.menu.setToolTipsVisible(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _words: self.edited.emit())
        self.button.clicked.connect(self.open)
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.line.setMinimumHeight(px(_HEIGHT))
        self.button.setFixedHeight(px(_HEIGHT))
        self.menu.setFont(faces.sans(14))

    def words(self) -> str:
        """Return what stands in the line."""
        return self.line.text().strip()

    def put(self, words: str) -> None:
        """Fill the line without telling anybody that it was edited."""
        self.line.setText(words)
        self.line.setCursorPosition(0)

    def open(self) -> None:
        """Open the menu under the line, filled as things are now."""
        self.menu.clear()
        metrics = QFontMetrics(self.menu.font())
        for words in self.choices():
            end = Qt.TextElideMode.ElideRight
            shown = metrics.elidedText(words, end, px(_LONGEST)).replace("&", "&&")
            action = self.menu.addAction(shown)
            action.setToolTip("" if shown == words else words)
            action.triggered.connect(lambda _checked=False, it=words: self.picked.emit(it))
        if self._last:
            self.menu.addSeparator()
            self.menu.addAction(self._last).triggered.connect(self.last_chosen)
        self.menu.popup(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        if self.button.hasFocus() and self.menu.actions():  # pressed by a key, and keys go on
            self.menu.setActiveAction(self.menu.actions()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu by ↓."""
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)
