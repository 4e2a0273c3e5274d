"""The bar in which one types what to look for, and how many there are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.framed_bar import BUTTON, LEAST_BOX, BarBox, FramedBar
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_LONGEST_COUNT = "第 888 处，共 888 处"
_PADDING, _FRAME = 24, 72
"""What a button needs beside its words, and a bar beside its parts: icon, margins, gaps."""
_PREVIOUS, _NEXT = "上一处", "下一处"


class FindBar(FramedBar):
    """Words, count, previous and next; it says what somebody wants and does none of it."""

    stepped = Signal(int)
    """To the next hit (1) or the previous one (-1)."""
    list_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        box = BarBox("查找的字", "查找")
        super().__init__(theme, box, "search", "关闭查找（Esc）")
        self.count = QPushButton("")
        self.count.setProperty("role", "flat")
        self.count.setFont(faces.sans(14))
        self.count.setMinimumHeight(bar(BUTTON))
        self.count.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.count.setToolTip("列出每一处")
        self.previous = self._button(_PREVIOUS, "chevron-up", f"{_PREVIOUS}（Shift+F3）")
        self.next = self._button(_NEXT, "chevron-down", f"{_NEXT}（F3）")
        for widget in (self.count, self.previous, self.next, self.close_button):
            self.row.addWidget(widget)
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.count.clicked.connect(self.list_asked)
        box.entered.connect(self.stepped)
        box.down.connect(self.list_asked)
        self._words = self._short = ""
        self.set_count("", "")

    def set_count(self, words: str, short: str, *, can_step: bool = False) -> None:
        """Say at which hit one stands and how many there are; `short` where there is no room."""
        self._words, self._short = words, short
        self.count.setAccessibleName(f"{words}，列出每一处" if words else "")
        for button in (self.previous, self.next):
            button.setEnabled(can_step)
        self._fit()

    def rescale(self) -> None:
        """Be as high as the interface is large, and say what there is room for."""
        super().rescale()
        if hasattr(self, "_words"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the words of the buttons, then of the count, then that: the box comes first."""
        metrics = QFontMetrics(faces.sans(14))
        count = metrics.horizontalAdvance(_LONGEST_COUNT) + px(_PADDING)
        words = 2 * (metrics.horizontalAdvance(_PREVIOUS) + px(_PADDING))
        rest = self.width() - px(LEAST_BOX + _FRAME + 3 * BUTTON)
        self.previous.setText(_PREVIOUS if rest >= count + words else "")
        self.next.setText(_NEXT if rest >= count + words else "")
        self.count.setText(self._words if rest >= count else self._short)
        least = metrics.horizontalAdvance(self.count.text()) + px(_PADDING)
        self.count.setVisible(bool(self._words) and rest >= least)
