"""The boxes of the writing pane: one for words, and for 改报告 the form round it.

In the form every box is as high as its words; the report's and the new ones are a few lines and
then scroll, so that the sentence as it is printed stays in sight. The column scrolls too, and the
box one types in is brought into sight whole.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from beiguan_desktop.ui import faces, utf16
from beiguan_desktop.ui.aside import Aside
from beiguan_desktop.ui.composing import CHANGE, MOVING, NO_SENTENCE, is_beside_wording
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.fields import Fields
from beiguan_desktop.ui.fitting import Fitting
from beiguan_desktop.ui.redline_view import RedlineView, SentenceView
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.words_box import WordsBox

_HEIGHTS = (168, 130, 80)
"""The box of words beside the text, by how low the window is. Words make it no higher: the buttons
below stand still."""
_LEAST, _LOWEST = 44, 36
_LINES = ((3, 4, 0, 0), (2, 3, 0, 0), (2, 3, 0, 0))
"""How many lines the boxes of the form have at most, in their order, by how low the window is; 0
is all. The sentence as it is printed has to begin in sight."""
_AIR, _THIN_AIR = 6, 2

_WORDING = {"修改": "改为", "增加": "在后面增加", "移位": "移到哪里"}
"""How the box of the new wording is called, by act; 删除 needs none."""
_IF_EMPTY = {"修改": "框里空着，就是把这句话删去", "移位": "点左边一段，放在它的后面"}
_MOVE, _MOVE_NOT = "移到别处", "不移了"


class WritingFields(Fields):
    """What stands between the buttons of the kinds and the main button."""

    move_asked = Signal()
    """Somebody wants to move the passage, or gives that up."""

    def __init__(self) -> None:
        super().__init__(spacing=_AIR)
        self.words_box = WordsBox("意见")
        self.replacement_box = WordsBox("改为")
        self.original = RedlineView("原文")
        self.preview = SentenceView("印出来是这样")
        self.move_button = QPushButton(_MOVE)
        self.warning = plain_label("", "warn", faces.sans(14))
        self.warning.hide()
        self._asking = plain_label(NO_SENTENCE, "ink", faces.sans(16))
        self._heads = [
            plain_label(text, "ink2", faces.sans(14))
            for text in ("原文", "改为", "为什么（可不填）", "印出来是这样")
        ]
        self._fits = {
            box: Fitting(box)
            for box in (self.original, self.replacement_box, self.words_box, self.preview)
        }
        self.aside = Aside(self.column, self.words_box)
        self._is_form = False
        self._lowness = self._room = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._reveal)
        self._dress()
        self._fill()

    def _dress(self) -> None:
        self.words_box.setFont(faces.sans(16))
        self.replacement_box.setFont(faces.serif(16))
        self.original.setFont(faces.serif(16))
        self.preview.setFont(faces.sans(14))
        self.move_button.setFont(faces.sans(14))

        self.move_button.setProperty("role", "flat")
        self.move_button.setAccessibleDescription("把这句话移到另一段后面")
        self.move_button.setMinimumHeight(px(44))
        self.move_button.clicked.connect(self.move_asked)

    def _fill(self) -> None:
        self.column.addWidget(self._asking)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._heads[0], 1)
        top.addWidget(self.move_button)
        for head, (box, fit) in zip(self._heads, self._fits.items(), strict=True):
            self.column.addWidget(self._top if head is self._heads[0] else head)
            self.column.addWidget(box)
            fit.fitted.connect(self._soon.start)
        self.column.addWidget(self.warning)
        self.column.addStretch(1)
        for box in (self.words_box, self.replacement_box):
            box.entered.connect(self._soon.start)
            box.told.connect(lambda words, box=box: self.warn(words, box))
        self.aside.entered.connect(self._soon.start)
        self.aside.told.connect(lambda words: self.warn(words, self.aside.box))

    def shape(self, *, is_change: bool, act: str, has_original: bool, is_rewording: bool) -> None:
        """Show what a kind and an act need.

        Without the report's words there is nothing to change yet: a new change asks for them.
        """
        is_asking = is_change and not has_original and not is_rewording
        self.ask(NO_SENTENCE if is_asking else "")
        self._is_form = is_form = is_change and not is_asking
        has_wording = is_form and act in _WORDING
        self._heads[1].setText(_WORDING.get(act, ""))
        self.replacement_box.setAccessibleName(_WORDING.get(act, "改为"))
        self.replacement_box.setPlaceholderText(_IF_EMPTY.get(act, ""))
        self.move_button.setText(_MOVE_NOT if act == MOVING else _MOVE)
        self.move_button.setVisible(act in (CHANGE, MOVING))
        self._top.setVisible(is_form and has_original)
        shown = (is_form and has_original, has_wording, not is_asking, is_form)
        for head, box, is_shown in zip(self._heads, self._fits, shown, strict=True):
            head.setVisible(is_shown and is_form)
            box.setVisible(is_shown)
        self.aside.show_as("" if is_asking else "说明" if is_form else "理由")
        self.words_box.setAccessibleName("为什么" if is_form else "意见")
        placeholder = "为什么要这样改" if is_form else "在这里写，写下就自动保存"
        self.words_box.setPlaceholderText(placeholder)
        vertical = QSizePolicy.Policy.Expanding if is_change else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        self._show_preview()
        self._fit()

    def stand_at(self, beginning: str) -> None:
        """Put the caret behind the beginning of the sentence, if it still begins so."""
        box = self.replacement_box
        if beginning and box.toPlainText().startswith(beginning):
            cursor = box.textCursor()
            cursor.setPosition(utf16.width(beginning))
            box.setTextCursor(cursor)

    def ask(self, words: str) -> None:
        """Ask for a click in the text; empty asks for nothing."""
        self._asking.setText(words)
        self._asking.setVisible(bool(words))
        self._soon.start()

    def set_preview(self, runs: Sequence[tuple[str, bool]]) -> None:
        """Show the sentence as it will be printed, once there is one; True marks own words."""
        self.preview.show_runs(runs)
        self._show_preview()

    def _show_preview(self) -> None:
        has_words = not self.preview.document().isEmpty()
        for widget in (self._heads[-1], self.preview):
            widget.setVisible(self._is_form and has_words)

    @property
    def is_form(self) -> bool:
        """Whether the boxes of a change are open."""
        return self._is_form

    def rescale(self) -> None:
        """Take other heights with other letters."""
        self.aside.fit()
        self._fit()

    def set_low(self, *, lowness: int, room: int = 0) -> None:
        """Do with a lower box of words (0…2) where the window is low; fill `room` if told."""
        self._lowness, self._room = lowness, room
        self._fit()

    def _fit(self) -> None:
        self.column.setSpacing(_THIN_AIR if self._is_form else _AIR)
        bar, height = Qt.ScrollBarPolicy, self._height()
        for (box, fit), lines in zip(self._fits.items(), _LINES[self._lowness], strict=True):
            box.setVerticalScrollBarPolicy(
                bar.ScrollBarAlwaysOff if self._is_form else bar.ScrollBarAsNeeded
            )
            if self._is_form:
                fit.set_limits(px(_LEAST), lines=lines)
            else:
                fit.set_limits(height, height)

    def _height(self) -> int:
        """Return the height of the box of words; what is said about it takes its room of it."""
        height = self._room or px(_HEIGHTS[self._lowness])
        if not self.warning.isHidden():
            said = self.warning.heightForWidth(self.viewport().width())
            self.warning.setMinimumHeight(said)  # what asks for room does not know the width
            height -= said + _AIR
        if self._room and self.aside.height:
            height = max(px(_HEIGHTS[-1]), height - self.aside.height)
        return max(px(_LOWEST), height)

    def warn(self, words: str, beside: WordsBox | None = None) -> None:
        """Say beside the box what is missing in it, or was left out; empty says nothing."""
        usual = self.replacement_box if is_beside_wording(words) else self.words_box
        box = beside or usual
        self.column.removeWidget(self.warning)
        self.column.insertWidget(self.column.indexOf(box) + 1, self.warning)
        self.warning.setText(words)
        # a column asks for the height of its labels at their own width, not at that of the pane
        self.warning.setMinimumHeight(0)
        height = self.warning.heightForWidth(self.viewport().width()) if words else 0
        self.warning.setMinimumHeight(height)
        self.warning.setVisible(bool(words))
        self._fit()
        if words:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            self._soon.start()

    def _reveal(self) -> None:
        """Bring the box one types in into sight, with its name and what is said about it."""
        box = QApplication.focusWidget()
        if not self._is_form and self.warning.isVisible():
            self.ensureWidgetVisible(self.warning, 0, 0)
        boxes = (self.replacement_box, self.words_box, self.aside.box) if self._is_form else ()
        heads = (self._heads[1], self._heads[2], self.aside.head)
        head = next((head for it, head in zip(boxes, heads, strict=False) if it is box), None)
        if not isinstance(box, WordsBox) or head is None:
            if self._asking.text():  # it stands above all
                self.verticalScrollBar().setValue(0)
            return
        whole = head.geometry().united(box.geometry())
        if self.warning.isVisible():
            whole = whole.united(self.warning.geometry())
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if whole.height() > room:  # the line one types in, and its neighbours, come first
            line = box.cursorRect().translated(box.pos())
            pitch = line.height()
            whole = whole.intersected(line.adjusted(-pitch, -2 * pitch, pitch, 2 * pitch))
        if whole.top() < bar.value():
            bar.setValue(whole.top())
        elif whole.bottom() >= bar.value() + room:
            bar.setValue(whole.bottom() + 1 - room)
