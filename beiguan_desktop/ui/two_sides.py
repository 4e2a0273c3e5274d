"""A page with a list at the left and, at the right, what one row of it is and leads to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

_SIDE, _PADDING = 400, 20
_ICON = 34


class TwoSides(RoomPage):
    """Strip with the way back and a title; list, or what to do when it is empty; the side."""

    def __init__(self, theme: Theme, title: str, empty: tuple[str, str, str]) -> None:
        """Make the page; `empty` is the icon, what is so and what to do without a row."""
        super().__init__(theme)
        self.title = plain_label(title, "ink", faces.sans(16, bold=True), wraps=False)
        self.head = QHBoxLayout()
        """The strip's row: the way back, the title, and what a page puts at the right end."""
        self._strip = self._build_strip()
        self.empty = _empty(*empty)
        self.left = QVBoxLayout()
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(0)
        self.left.addWidget(self.empty, 1)
        self._inside = QWidget()
        self.side = QVBoxLayout(self._inside)
        self.side.setContentsMargins(*(px(_PADDING),) * 4)
        self.side.setSpacing(10)
        self.area = _area(self._inside)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self.left, 1)
        row.addWidget(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addLayout(row, 1)
        self.rescale()

    def rescale(self) -> None:
        """Give the side as much width as the interface is large."""
        self.area.setFixedWidth(min(px(_SIDE), 520))
        self.side.setContentsMargins(*(px(_PADDING),) * 4)

    def _build_strip(self) -> QWidget:
        made = QWidget()
        made.setLayout(self.head)
        self.head.setContentsMargins(12, 6, 16, 6)
        self.head.setSpacing(16)
        self.head.addWidget(self.back_button)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        return made

    def set_empty(self, *, is_empty: bool) -> None:
        """Show the list with its side, or what to do."""
        self.empty.setVisible(is_empty)
        self.area.setVisible(not is_empty)

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        return self._strip.height()

    def paint_within(self, painter: QPainter, strip: int) -> None:
        """Paint the hairline between list and side."""
        if self.area.isVisible():
            thin = self._theme.hairline
            x, high = self.area.x() - thin, self.height() - strip
            painter.fillRect(x, strip, thin, high, QColor(self._theme.line))


def _area(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _empty(sign: str, title: str, hint: str) -> QWidget:
    mark = QLabel()
    icons.put(mark, sign, "ink3", _ICON)
    made = QWidget()
    made.setAccessibleName(f"{title}，{hint}")
    column = QVBoxLayout(made)
    column.setContentsMargins(24, 64, 24, 64)
    column.setSpacing(10)
    words = (
        plain_label(title, "ink", faces.sans(16, bold=True)),
        plain_label(hint, "ink2", faces.sans(14)),
    )
    for label in (mark, *words):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
    column.addStretch(1)
    return made
