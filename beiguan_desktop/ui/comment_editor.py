"""The writing box: what kind of opinion, the words, and for 改报告 the new wording."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.composing import CHANGE, PRESET, Written, act_of, as_words
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.kind_button import KindButton
from beiguan_desktop.ui.kind_row import KindRow
from beiguan_desktop.ui.labels import BUTTONS, NOT_A_PROPOSAL
from beiguan_desktop.ui.scale import SCALE
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.writing_feet import WritingFeet
from beiguan_desktop.ui.writing_fields import WritingFields

_KIND_SHARE = 3


class CommentEditor(QWidget):
    """Kind buttons, boxes and the main button; it knows no library and no report.

    The box of words is one and the same for every kind, so that changing the kind keeps
    what was written: under 改报告 it holds the reason.
    """

    edited = Signal()
    kind_chosen = Signal(str)
    shaped = Signal()
    """The form has opened or closed: other room is needed."""
    wanted = Signal()
    """The cursor is about to be put into a box: it has to be in sight."""
    finished = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self.kind, self.act = PRESET, ""
        """Kind and act that are chosen; a rewording may have some that have no button."""
        self.remark = ""
        """What was said beside a change of text: the form does not show it."""
        self._carried = ("", "")
        self._is_note_due = True
        self._is_rewording = False
        self.fields = WritingFields()
        self.words_box = self.fields.words_box
        self.replacement_box = self.fields.replacement_box
        self.original = self.fields.original
        self.preview = self.fields.preview
        self._kinds = QButtonGroup(self)
        self.kind_buttons = {kind: KindButton(kind, theme) for kind in BUTTONS}
        self._kind_row = KindRow(self.kind_buttons.values())
        self.note = plain_label(NOT_A_PROPOSAL, "ink3", faces.sans(14))
        self.note.setParent(self)  # shown without one it would be a window
        self.feet = WritingFeet()
        self.cancel_button = self.feet.cancel_button
        self.finish_button = self.feet.finish_button
        self.kinds_row = QHBoxLayout()
        self._is_lying = False
        self._build()
        self.set_kind(PRESET)

    # -- what stands in it

    def written(self) -> Written:
        """Return the contents. Raises UserError when the words are too long to keep."""
        words, replacement = self.words_box.words(), self.replacement_box.words()
        return Written(self.kind, words, replacement, self.act)

    def put(self, kind: str, words: str, replacement: str) -> None:
        """Fill the boxes without telling anybody that they were edited."""
        boxes = (self.words_box, self.replacement_box)
        for box in boxes:
            box.blockSignals(True)
        self.words_box.put(words)
        self.replacement_box.put(replacement)
        for box in boxes:
            box.blockSignals(False)
        self.set_kind(kind)

    @property
    def has_text(self) -> bool:
        """Whether anything stands in the boxes that are in sight."""
        return not (self.words_box.is_blank and self.replacement_box.is_blank)

    def set_kind(self, kind: str) -> None:
        """Choose a kind; 改报告 turns the box into the form."""
        self.kind = kind
        self._kinds.setExclusive(False)
        for name, button in self.kind_buttons.items():
            button.setChecked(name == kind)
            if name == kind:
                self._kind_row.show_kind(button)
        self._kinds.setExclusive(True)
        self.act = act_of(kind, None)
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
        self.cancel_button.setVisible(self._is_rewording or is_change)
        self.feet.fit(self.width(), self._kind_row.widest())
        self._middle.setStretchFactor(self.fields, int(is_change or self._is_lying))
        self._column.setStretchFactor(self._middle, int(is_change))
        self._column.setStretch(self._column.count() - 1, int(not is_change))
        self._show_note()
        self.shaped.emit()

    def set_act(self, act: str) -> None:
        """Name the box of the new wording after the act; 删除 needs none."""
        self.act = act
        self._shape()

    def put_act(self, act: str, replacement: str) -> None:
        """Choose an act and fill its box, without telling anybody."""
        self.put(self.kind, self.words_box.toPlainText(), replacement)
        self.set_act(act)

    def set_note_due(self, *, is_due: bool) -> None:
        """Say what a review opinion is not, until somebody has written one."""
        self._is_note_due = is_due
        self._show_note()

    def _show_note(self) -> None:
        """Show the note, which the pane has at its foot: no button moves when it goes."""
        is_said = self._is_note_due and self.kind == PRESET
        self.note.setVisible(is_said and not self._is_lying)

    def set_low(self, *, lowness: int, lying: int = 0) -> None:
        """Do with less (0…2) where the window is low.

        Where the pane lies under the text, `lying` are the pixels of height there are.
        """
        is_lying = lying > 0
        for button in self.kind_buttons.values():
            button.set_terse(is_terse=lowness > 0 or is_lying)
        self._kind_row.fit()
        self.feet.lift(self.kinds_row, self._middle, is_up=is_lying and SCALE.is_low)
        room = max(1, lying - self.kinds_row.sizeHint().height() - self._column.spacing())
        self.fields.set_low(lowness=lowness, room=room if is_lying else 0)
        self.feet.stand_beside(0 if self.feet.is_up or not is_lying else room)
        if is_lying != self._is_lying:
            self._is_lying = is_lying
            directions = QBoxLayout.Direction
            self._middle.setDirection(
                directions.LeftToRight if is_lying else directions.TopToBottom
            )
            self._middle.setSpacing(20 if is_lying else 8)  # room for the bar of the boxes
            self._shape()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say on the buttons what there is room for."""
        super().resizeEvent(event)
        self.feet.fit(self.width(), self._kind_row.widest())

    def set_editing(self, *, is_rewording: bool) -> None:
        """Name the buttons after what they do: a new opinion, or another wording."""
        self._is_rewording = is_rewording
        self.feet.name_finish("改好了" if is_rewording else "完成并到下一段")
        self._shape()

    def focus_box(self) -> None:
        """Put the cursor where the next word belongs; a form that asks has no box yet."""
        self.wanted.emit()
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
        self.kinds_row.addWidget(self._kind_row, len(BUTTONS) * _KIND_SHARE)
        for button in self.kind_buttons.values():
            self._kinds.addButton(button)
            button.clicked.connect(self._on_kind)
        self._middle = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._middle.setSpacing(8)
        self._middle.addWidget(self.fields)
        self._middle.addWidget(self.feet, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._middle)
        column.addStretch(1)
        for box in (self.words_box, self.replacement_box):
            box.textChanged.connect(self.edited)
            box.finished.connect(self.finished)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.finish_button.clicked.connect(self.finished)

    def _on_kind(self) -> None:
        button = self._kinds.checkedButton()
        if isinstance(button, KindButton) and button.kind != self.kind:
            self.turn_to(button.kind)
        else:
            self.focus_box()  # what stands in the form stays, whatever act it is

    def _on_cancel(self) -> None:
        """Give a rewording up; a form for a new change only goes back to the box of words."""
        if self._is_rewording:
            self.cancelled.emit()
        else:
            self.turn_to(PRESET)

    def turn_to(self, kind: str) -> None:
        """Choose a kind as its button does: words are taken along, the cursor is in the box."""
        self._carry(kind)
        self.set_kind(kind)
        self.kind_chosen.emit(kind)
        self.focus_box()

    def _carry(self, kind: str) -> None:
        """Take words along into sight when the form closes, and back when it opens again."""
        words, new = self.words_box.toPlainText(), self.replacement_box.toPlainText()
        if self.kind == CHANGE != kind:
            told = as_words(self._quote, new, self.act)
            along = "\n".join(filter(None, (self.remark, told)))
            self._carried = (along, new if told else "")
            self.put(kind, "\n".join(filter(None, (words, along))), "")
        elif kind == CHANGE != self.kind and (along := self._carried[0]) and words.endswith(along):
            self.put(kind, words.removesuffix(along).rstrip("\n"), self._carried[1])
