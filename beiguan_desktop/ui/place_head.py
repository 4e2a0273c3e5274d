"""The head of the writing pane: where words belong, and a way back there."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_HEIGHT = 44
"""What every hand can hit."""
_BACK = "回到正在写的地方"


class PlaceHead(QAbstractButton):
    """第4段 in bold; 「写到：第4段」 in the accent, to be clicked, while one looks elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words, self._whom, self.is_away = "", "", False
        self.setFont(faces.sans(16, bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_place("")

    def set_place(self, words: str) -> None:
        """Name the place one looks at, where the words belong too."""
        self._words, self.is_away = words, False
        self._show(words)

    def set_whom(self, name: str) -> None:
        """Say for whom words are written; an empty name is whoever sits here."""
        self._whom = f"替{name}写　" if name else ""
        self.set_away(is_away=self.is_away)

    def set_away(self, *, is_away: bool) -> None:
        """Say that the words belong elsewhere than where one looks."""
        self.is_away = is_away
        self._show(f"写到：{self._words}" if is_away else self._words)

    def _show(self, words: str) -> None:
        words = self._whom + words
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(_BACK if self.is_away else "")
        self.setAccessibleDescription(_BACK if self.is_away else "")
        policy, shape = Qt.FocusPolicy, Qt.CursorShape
        self.setFocusPolicy(policy.TabFocus if self.is_away else policy.NoFocus)
        self.setCursor(shape.PointingHandCursor if self.is_away else shape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Be as large as the words."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, bar(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Give the end of the words up where there is no room; the ear hears all."""
        return QSize(px(64), bar(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words; a line under them says that they lead somewhere."""
        font = self.font()
        font.setUnderline(self.is_away)
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(self._theme.accent if self.is_away else self._theme.ink)
            end = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(self.text(), end, self.width())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
            if self.hasFocus():
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
