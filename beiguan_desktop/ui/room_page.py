"""What all pages share that are shown in place of the text: a strip with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import SCALE, bar
from beiguan_desktop.ui.theme import Theme

BUTTON = 48
_AIR = 6


class RoomPage(QWidget):
    """Paper under a strip of the ground's colour; `back_asked` by the button or Esc."""

    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[QPushButton] = []
        self.strip = QHBoxLayout()
        self._space()
        self.back_button = self.button("回到报告", "chevron-left", "回到报告（Esc）")
        self.back_button.clicked.connect(self.back_asked)

    def button(self, words: str, sign: str, tip: str, *, role: str = "flat") -> QPushButton:
        """Make a button in the page's looks; it stands nowhere yet."""
        button = QPushButton(words)
        button.setProperty("role", role)
        button.setFont(faces.sans(14))
        button.setMinimumHeight(bar(BUTTON))
        self._buttons.append(button)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if sign:
            icons.put(button, sign)
        return button

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._space()
        for button in self._buttons:
            button.setMinimumHeight(bar(BUTTON))

    def _space(self) -> None:
        air = 0 if SCALE.is_low else _AIR
        self.strip.setContentsMargins(12, air, 16, air)
        self.strip.setSpacing(16)

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        raise NotImplementedError

    def undo_here(self) -> bool:
        """Take back the page's own last step; False where the library's is meant."""
        return False

    def redo_here(self) -> bool:
        """Do the page's own step again; False as above."""
        return False

    def panes(self) -> Sequence[QWidget]:
        """Return where F6 goes, in turn; a page that has nothing leads to the text."""
        return ()

    def next_pane(self) -> bool:
        """Let the keys go to the page's next pane; False where there is none to go to."""
        seen = [pane for pane in self.panes() if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = [pane for pane in seen if focus and (pane is focus or pane.isAncestorOf(focus))]
        if seen:
            at = seen.index(here[0]) + 1 if here else 0
            seen[at % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(seen)

    def paint_within(self, painter: QPainter, strip: int) -> None:
        """Paint what else parts the page, below a strip of so many pixels."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the report."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the paper, the strip and the hairline between."""
        theme, strip, thin = self._theme, self.strip_height(), self._theme.hairline
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.paper))
            painter.fillRect(0, 0, self.width(), strip, QColor(theme.ground))
            painter.fillRect(0, strip - thin, self.width(), thin, QColor(theme.line))
            self.paint_within(painter, strip)
