"""The writing box: what kind of opinion, the words, and for 改报告 the new wording."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from beiguan_desktop.ui.carrying import Boxes, Tail, turned
from beiguan_desktop.ui.composing import CHANGE, DELETING, MOVING, PRESET, Written, act_of
from beiguan_desktop.ui.kind_button import KindButton
from beiguan_desktop.ui.kind_choice import KindChoice
from beiguan_desktop.ui.more_slot import MoreSlot
from beiguan_desktop.ui.quiet_line import Note, QuietLine
from beiguan_desktop.ui.scale import SCALE
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.writing_feet import WritingFeet
from beiguan_desktop.ui.writing_fields import WritingFields

_KIND_SHARE = 3
"""How wide a kind is beside the place (which is 5), where the pane lies under the text."""


class CommentEditor(QWidget):
    """Kind buttons, boxes and the main button; it knows no library and no report.

    The box of words is one and the same for every kind, so that changing the kind keeps
    what was written: under 改报告 it holds the reason. An opinion that has words and a reason
    shows the other of the two in a box aside.
    """

    edited = Signal()
    kind_chosen = Signal(str, str)
    """A kind and its act were chosen; the words have been taken along."""
    shaped = Signal()
    """The form, or what stands under 更多, has opened or closed: other room is needed."""
    wanted = Signal()
    """The cursor is about to be put into a box: it has to be in sight."""
    finished = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self.kind, self.act = PRESET, ""
        """Kind and act that are chosen; a rewording may have some that have no button."""
        self.usual_act = CHANGE
        """The act that 改报告 leads to when no other is chosen with it."""
        self._tail = Tail()
        self._is_rewording = self._is_lying = False
        self._low = 0, 0
        self.fields = WritingFields()
        self.words_box = self.fields.words_box
        self.replacement_box = self.fields.replacement_box
        self.original = self.fields.original
        self.preview = self.fields.preview
        self.choice = KindChoice(theme)
        self.note = Note(self)
        self.hint = QuietLine()
        self.feet = WritingFeet()
        self.cancel_button = self.feet.cancel_button
        self.finish_button = self.feet.finish_button
        self.kinds_row = QHBoxLayout()
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.extra = MoreSlot(self._middle, self.fields, self.feet)
        self._build()
        self.set_act("")

    # -- what stands in it

    @property
    def kind_buttons(self) -> Mapping[str, KindButton]:
        """The buttons of the kinds that can be chosen."""
        return self.choice.by_kind

    def written(self) -> Written:
        """Return the contents. Raises UserError when the words are too long to keep."""
        words, replacement = self.words_box.words(), self.replacement_box.words()
        aside = self.fields.aside.words()
        return Written(self.kind, words, replacement, self.act, self.extra.more, aside)

    def put(self, kind: str, words: str, replacement: str, aside: str = "") -> None:
        """Fill the boxes without telling anybody that they were edited."""
        self._tail = Tail()
        self._fill(words, replacement, aside)
        self.kind = kind
        self.set_act(act_of(kind, None))

    def _fill(self, words: str, replacement: str, aside: str) -> None:
        self.fields.aside.put(aside)
        for box, text in ((self.words_box, words), (self.replacement_box, replacement)):
            box.blockSignals(True)
            box.put(text)
            box.blockSignals(False)

    @property
    def has_text(self) -> bool:
        """Whether anything stands in the boxes that are in sight."""
        is_blank = self.words_box.is_blank and self.replacement_box.is_blank
        return not is_blank or bool(self.fields.aside.text())

    @property
    def is_tall(self) -> bool:
        """Whether the editor needs the room of the cards: a form is open in it."""
        return self.kind == CHANGE or (self.extra.is_open and not self._is_lying)

    def set_act(self, act: str) -> None:
        """Choose an act: the box of the new wording is named after it; 删除 needs none."""
        self.act = act
        self.choice.show_choice(self.kind, act)
        self._shape()

    def set_passage(self, quote: str, *, fill: bool) -> None:
        """Show the report's own words; `fill` offers them for changing."""
        self._quote = quote
        self.original.show_words(quote)
        if fill:
            self.replacement_box.blockSignals(True)
            self.replacement_box.put(quote)
            self.replacement_box.blockSignals(False)
        self._shape()

    def _shape(self) -> None:
        is_change = self.kind == CHANGE
        self.fields.shape(
            is_change=is_change,
            act=self.act,
            has_original=bool(self._quote),
            is_rewording=self._is_rewording,
        )
        self.feet.show_cancel(is_shown=self._is_rewording or is_change)
        self.extra.place(is_covering=is_change or self._is_lying or self._low[0] > 1)
        self.note.stand(self.kind, is_away=self._is_lying or self.choice.is_staff)
        self._share()

    def _share(self) -> None:
        """Give the height there is to what can use it."""
        is_tall = self.is_tall
        takes_all = self.kind == CHANGE or self._is_lying
        is_low = self._is_lying or self._low[0] > 1
        self.hint.stand(is_low=is_low, is_away=self.extra.is_open)
        self.feet.fit(self.width(), self.choice.widest())
        self._middle.setStretchFactor(self.fields, int(takes_all))
        self._column.setStretchFactor(self._middle, int(is_tall))
        self._column.setStretch(self._column.count() - 1, int(not is_tall))
        self.shaped.emit()

    def put_act(self, act: str, replacement: str) -> None:
        """Choose an act and fill its box, without telling anybody."""
        aside = self.fields.aside.text()
        self.put(self.kind, self.words_box.toPlainText(), replacement, aside)
        self.set_act(act)

    def set_low(self, *, lowness: int, lying: int = 0) -> None:
        """Do with less (0…3) where the window is low.

        Where the pane lies under the text, `lying` are the pixels of height there are.
        """
        is_lying = lying > 0
        self.choice.set_low(lowness=lowness, is_lying=is_lying)
        self.feet.lift(self.kinds_row, self._middle, is_up=is_lying and SCALE.is_low)
        self.kinds_row.setStretchFactor(self.choice, len(self.choice.buttons) * _KIND_SHARE)
        self.kinds_row.invalidate()
        is_other = is_lying != self._is_lying or (lowness > 1) != (self._low[0] > 1)
        self._low = lowness, lying
        hint = self.hint.room and self.hint.room + self._column.spacing()
        room = max(1, lying - self.kinds_row.sizeHint().height() - self._column.spacing() - hint)
        self.fields.set_low(lowness=min(lowness, 2), room=room if is_lying else 0)
        self.feet.stand_beside(0 if self.feet.is_up or not is_lying else room)
        if is_lying != self._is_lying:
            self._is_lying = is_lying
            directions = QBoxLayout.Direction
            self._middle.setDirection(
                directions.LeftToRight if is_lying else directions.TopToBottom
            )
            self._middle.setSpacing(20 if is_lying else 8)  # room for the bar of the boxes
        if is_other:
            self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say on the buttons what there is room for."""
        super().resizeEvent(event)
        self.feet.fit(self.width(), self.choice.widest())

    def set_editing(self, *, is_rewording: bool) -> None:
        """Name the buttons after what they do: a new opinion, or another wording."""
        self._is_rewording = is_rewording
        self.feet.name_finish("改好了" if is_rewording else "完成并到下一段")
        self._shape()

    def focus_box(self) -> None:
        """Put the cursor where the next word belongs; a form that asks has no box yet."""
        self.wanted.emit()
        if self.extra.hides_boxes:
            self.extra.close()
        boxes = (self.replacement_box if self.fields.is_form else self.words_box, self.words_box)
        shown = [box for box in boxes if box.isVisibleTo(self)]
        target = shown[0] if shown else self.kind_buttons[CHANGE]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.kinds_row)
        self.kinds_row.setSpacing(8)
        self.kinds_row.addWidget(self.choice, len(self.choice.buttons) * _KIND_SHARE)
        self.choice.chosen.connect(self._on_chosen)
        self._middle.setSpacing(8)
        self._middle.addWidget(self.fields)
        self._middle.addWidget(self.feet, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._middle)
        column.addWidget(self.hint)
        column.addStretch(1)
        for box in (self.words_box, self.replacement_box):
            box.textChanged.connect(self.edited)
            box.finished.connect(self.finished)
        for changed in (self.extra.edited, self.fields.aside.edited):
            changed.connect(self.edited)
        self.fields.aside.finished.connect(self.finished)
        self.extra.shaped.connect(self._share)
        self.hint.fitted.connect(lambda: self.set_low(lowness=self._low[0], lying=self._low[1]))
        self.extra.left.connect(self.focus_box)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.finish_button.clicked.connect(self.finished)

    def _on_chosen(self, kind: str, act: str) -> None:
        """Turn to what was chosen; what is chosen already stays, whatever act it has become."""
        if kind == self.kind and act in ("", self.act):
            self.choice.show_choice(self.kind, self.act)
            self.focus_box()
        elif act == MOVING and self._quote:  # another wording is told in words until it is back
            boxes = Boxes(self.kind, self.act, "", self.replacement_box.toPlainText())
            self.turn_to(CHANGE, DELETING if boxes.told(self._quote) else CHANGE)
            self.fields.move_asked.emit()
        else:
            self.turn_to(kind, act)

    def _on_cancel(self) -> None:
        """Give a rewording up; a form for a new change only goes back to the box of words."""
        if self._is_rewording:
            self.cancelled.emit()
        else:
            self.turn_to(PRESET)

    def turn_to(self, kind: str, act: str = "") -> None:
        """Choose a kind as its button does: words are taken along, the cursor is in the box."""
        act = (act or self._tail.act or self.usual_act) if kind == CHANGE else ""
        words, new = self.words_box.toPlainText(), self.replacement_box.toPlainText()
        boxes = Boxes(self.kind, self.act, words, new, self.fields.aside.text())
        after, self._tail = turned(boxes, self._tail, kind, act, original=self._quote)
        self._fill(after.words, after.wording, after.aside)
        self.kind = kind
        self.set_act(act)
        self.kind_chosen.emit(kind, act)
        self.focus_box()
