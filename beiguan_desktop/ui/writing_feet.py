"""常用语, 更多, the main button, and the way back if there is one.

They stand under the boxes, beside them, or in the row of the kinds.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import icons
from beiguan_desktop.ui.scale import bar

_HEIGHT, _GAP, _SIGN = 52, 6, 44
_ANY = 16_777_215
"""Qt's own: no limit."""
_SHORT: Mapping[str, str] = MappingProxyType({"完成并到下一段": "完成"})
"""What the main button says where it has no room for more."""


class WritingFeet(QWidget):
    """Buttons in a row under the boxes; beside them the main one on top where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.cancel_button = QPushButton("不改了")
        self.phrases_button = _narrow("常用语", "把一句常用的话放进来")
        self.more_button = _narrow("更多", "领域、涉及部门、重要程度……")
        self.finish_button = QPushButton()
        self.finish_button.setProperty("role", "main")
        self._words, self.is_up, self._room = "", False, 0
        self._more, self._is_sign = "更多", False
        self.is_squeezed = False
        """Whether 常用语 has given its room to the kinds: it is found under 更多 then."""
        self._small = QHBoxLayout()
        self._small.setSpacing(_GAP)
        for button in (self.cancel_button, self.phrases_button, self.more_button):
            self._small.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addLayout(self._small)
        self._row.addWidget(self.finish_button, 1)
        self.cancel_button.hide()
        self.name_finish("完成并到下一段")
        self.rescale()

    def name_finish(self, words: str) -> None:
        """Say what the main button does."""
        self._words = words
        self.finish_button.setText(words)
        self.finish_button.setAccessibleName(words)

    def show_cancel(self, *, is_shown: bool) -> None:
        """Offer the way back."""
        self.cancel_button.setVisible(is_shown)

    def show_more(self, count: int, *, is_open: bool) -> None:
        """Say how many things are set under 更多, or how to put the form away."""
        said = f"更多 {count}" if count else "更多"
        self._more = "收起" if is_open else said
        self._name_more()
        self.more_button.setAccessibleName(f"更多，填了{count}项" if count else "更多")

    def lift(self, above: QBoxLayout, below: QBoxLayout, *, is_up: bool) -> None:
        """Stand in the row of the kinds, where the boxes need the whole width, or with them."""
        if is_up != self.is_up:
            self.is_up = is_up
            if is_up:
                above.addWidget(self)
            else:
                below.addWidget(self, 0, Qt.AlignmentFlag.AlignTop)

    def fit(self, width: int, kinds: int) -> None:
        """Say no more on the main button than has room in a pane, beside kinds of a width."""
        is_beside = self._room and self._row.direction() == QBoxLayout.Direction.LeftToRight
        room = width - kinds - self._row.spacing() if self.is_up else 0 if is_beside else width
        self._squeeze(is_squeezed=False)
        self.finish_button.setText(self._words)
        self.finish_button.setToolTip("")
        if self.sizeHint().width() > room:
            self.finish_button.setText(_SHORT.get(self._words, self._words))
            self.finish_button.setToolTip(self._words)
        least = room if self.is_up else width // 2  # half is the boxes', beside which it stands
        if (self.is_up or self._room) and self.sizeHint().width() > least:
            self._squeeze(is_squeezed=True, is_sign=self.is_up)

    def _squeeze(self, *, is_squeezed: bool, is_sign: bool = False) -> None:
        """Let 常用语 give its room to the kinds, and 更多 its word, a chevron in its place."""
        self.is_squeezed, self._is_sign = is_squeezed, is_sign
        self.phrases_button.setVisible(not is_squeezed)
        self._name_more()
        self._small.invalidate()  # 不改了 may have come or gone
        self._row.invalidate()
        self.updateGeometry()

    def _name_more(self) -> None:
        more = self.more_button
        more.setText("" if self._is_sign else self._more)
        more.setStyleSheet("padding: 0;" if self._is_sign else "")
        if self._is_sign:
            icons.put(more, "chevron-down")
            more.setFixedWidth(bar(_SIGN))
        else:
            icons.take_off(more)
            more.setMinimumWidth(0)
            more.setMaximumWidth(_ANY)

    def minimumSizeHint(self) -> QSize:
        """Do with the room of the few words: the pane may become so narrow."""
        least, main = super().minimumSizeHint(), self.finish_button
        metrics, few = main.fontMetrics(), _SHORT.get(self._words, self._words)
        spare = metrics.horizontalAdvance(main.text()) - metrics.horizontalAdvance(few)
        is_stacked = self._row.direction() == QBoxLayout.Direction.BottomToTop
        if self.is_up and not self.is_squeezed:
            spare += self.phrases_button.sizeHint().width() + self._small.spacing()
        return least if is_stacked else QSize(least.width() - max(0, spare), least.height())

    def rescale(self) -> None:
        """Be as large as the interface is."""
        small = (self.cancel_button, self.phrases_button, self.more_button)
        for button in (*small, self.finish_button):
            button.setFixedHeight(bar(_HEIGHT))

    def stand_beside(self, height: int) -> None:
        """Stand beside the boxes, the main button on top if both have room in so many pixels.

        Nought: stand under them.
        """
        directions, both = QBoxLayout.Direction, 2 * bar(_HEIGHT) + self._row.spacing()
        self._room = height
        self._row.setDirection(directions.BottomToTop if height >= both else directions.LeftToRight)
        self.updateGeometry()


def _narrow(word: str, tip: str) -> QPushButton:
    button = QPushButton(word)
    button.setToolTip(tip)
    button.setAccessibleName(word)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret in the words
    return button
