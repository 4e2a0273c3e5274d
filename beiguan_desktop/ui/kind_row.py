"""The kinds side by side, which scroll where they have no room."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from beiguan_desktop.ui import icons
from beiguan_desktop.ui.kind_button import KindButton
from beiguan_desktop.ui.scale import HAND

_GAP = 8
_NOTCH = 120
"""What a wheel turned by one notch tells."""


class KindRow(QScrollArea):
    """Never lower than its buttons and never wider than its place.

    Where kinds are out of sight a chevron lies over that end; Tab and the wheel lead there too.
    The buttons stand in one row, or as they are laid out in a widget `inside`.
    """

    def __init__(self, buttons: Iterable[KindButton], inside: QWidget | None = None) -> None:
        super().__init__()
        self.setViewport(QWidget(self))  # to name Qt's own takes 20 ms once
        self._buttons = tuple(buttons)
        self._inside = _in_a_row(self._buttons) if inside is None else inside
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("意见的类型")
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for part in (self.viewport(), self._inside):
            part.setAutoFillBackground(False)
        self._ends: tuple[QPushButton, ...] = ()
        bar = self.horizontalScrollBar()
        bar.rangeChanged.connect(self._show_ends)
        bar.valueChanged.connect(self._show_ends)
        self.fit()

    def fit(self) -> None:
        """Be as high as the buttons are now."""
        layout = self._inside.layout()
        if layout is not None:
            layout.invalidate()
        self.setFixedHeight(self._inside.sizeHint().height())
        least = min(button.minimumSizeHint().width() for button in self._buttons)
        self.setMinimumWidth(least)

    def widest(self) -> int:
        """Return how many pixels all of them take when none is out of sight."""
        return self._inside.minimumSizeHint().width()

    def show_kind(self, button: KindButton) -> None:
        """Bring a kind into sight whole."""
        spare = (self.width() - button.width()) // 2  # with more, Qt would show its middle
        self.ensureWidgetVisible(button, max(0, min(HAND + _GAP, spare)), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chevrons at the ends."""
        super().resizeEvent(event)
        self._show_ends()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go sideways, whichever way the wheel turns."""
        turned = event.angleDelta()
        notches = (turned.y() or turned.x()) / _NOTCH
        self._go(-notches)
        event.accept()

    def _go(self, buttons: float) -> None:
        bar = self.horizontalScrollBar()
        step = self._buttons[0].width() + _GAP
        bar.setValue(bar.value() + round(buttons * step))

    def _show_ends(self) -> None:
        bar = self.horizontalScrollBar()
        if not self._ends and bar.maximum() > 0:
            self._ends = (self._end("chevron-left", -1), self._end("chevron-right", 1))
        is_hidden = (bar.value() > 0, bar.value() < bar.maximum())
        places = (0, self.width() - HAND)
        for end, is_shown, x in zip(self._ends, is_hidden, places, strict=False):
            end.setGeometry(x, 0, HAND, self.height())
            end.setVisible(is_shown)

    def _end(self, sign: str, step: int) -> QPushButton:
        """Make a chevron that leads to what is out of sight; keys need none."""
        button = QPushButton(self)
        name = "前面的类型" if step < 0 else "后面的类型"
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setStyleSheet("padding: 0;")  # a sign alone
        icons.put(button, sign)
        button.clicked.connect(lambda: self._go(step))
        return button


def _in_a_row(buttons: Iterable[KindButton]) -> QWidget:
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for button in buttons:
        row.addWidget(button)
    return inside
