"""Quiet lines of the writing pane: what a review opinion is not, and a hint about the words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.composing import PRESET
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.labels import NOT_A_PROPOSAL


class Note(QLabel):
    """What a review opinion is not, said to deputies until somebody has written one.

    The pane has it at its foot: no button moves when it goes.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(NOT_A_PROPOSAL, parent)
        self.setWordWrap(True)
        self.setFont(faces.sans(14))
        ink(self, "ink3")
        self._is_due, self._is_fit = True, True

    def set_due(self, *, is_due: bool) -> None:
        """Say it, or say it no more."""
        self._is_due = is_due
        self.setVisible(self._is_due and self._is_fit)

    def stand(self, kind: str, *, is_away: bool) -> None:
        """Say it beside the kind it is about, where there is room."""
        self._is_fit = kind == PRESET and not is_away
        self.setVisible(self._is_due and self._is_fit)


class QuietLine(QLabel):
    """A hint under the box. It gates nothing: no colour but that of secondary words."""

    fitted = Signal()
    """It has come or gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(faces.sans(14))
        ink(self, "ink2")
        self.words = ""
        """The hint that is shown, empty without one."""
        self._is_low, self._is_away = False, False
        self.hide()

    def say(self, words: str) -> None:
        """Show a hint; empty shows none."""
        self.words = words
        self.fit()

    def stand(self, *, is_low: bool, is_away: bool) -> None:
        """Know whether there is room for one line only, or for none."""
        self._is_low, self._is_away = is_low, is_away
        self.fit()

    def rescale(self) -> None:
        """Take the room that other letters need."""
        self.fit()

    @property
    def room(self) -> int:
        """The pixels of height it takes where it is one line; nought while it is away."""
        return 0 if self.isHidden() else QFontMetrics(self.font()).lineSpacing()

    def fit(self) -> None:
        """Say as much as there is room for, and all of it in the tip."""
        words = f"提示：{self.words}" if self.words else ""
        self.setWordWrap(not self._is_low)
        end, room = Qt.TextElideMode.ElideRight, max(0, self.width())
        shown = QFontMetrics(self.font()).elidedText(words, end, room) if self._is_low else words
        self.setText(shown)
        self.setToolTip(words if shown != words else "")
        self.setAccessibleName(words)
        was_hidden = self.isHidden()
        self.setVisible(bool(words) and not self._is_away)
        if was_hidden != self.isHidden():
            self.fitted.emit()

    def minimumSizeHint(self) -> QSize:
        """Do with any width where it is one line."""
        least = super().minimumSizeHint()
        return QSize(0, least.height()) if self._is_low else least

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much in one line as there is room for."""
        super().resizeEvent(event)
        if self._is_low:
            self.fit()
