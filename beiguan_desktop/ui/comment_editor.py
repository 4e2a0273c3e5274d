"""The writing box: what kind of opinion, the words, and for 改报告 the new wording."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.fields import Fields
from beiguan_desktop.ui.fitting import Fitting
from beiguan_desktop.ui.kind_button import KindButton
from beiguan_desktop.ui.labels import BUTTONS, NOT_A_PROPOSAL
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.words_box import WordsBox
from beiguan_desktop.ui.words_view import WordsView

CHANGE = "修改"

_USUAL = (((44, 100), (44, 100), (64, 150), (44, 240)), ((120, 170),) * 4)
_LOW = (((44, 76), (44, 76), (60, 100), (44, 240)), ((100, 100),) * 4)
"""Least and most heights of words, original, new wording and print, in the form and else."""

_WORDING = {"修改": "改为", "增加": "在后面增加", "移位": "移到哪里"}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the box: `words` are the opinion, or the reason of a change of text."""

    kind: str
    words: str
    replacement: str

    def is_empty(self, quote: str) -> bool:
        """Whether nothing was written: the sentence offered for changing is no word of his."""
        changed = self.kind == CHANGE and self.replacement.strip() not in ("", quote.strip())
        return not (self.words.strip() or changed)


class CommentEditor(QWidget):
    """Kind buttons, boxes and the main button; it knows no library and no report.

    The box of words is one and the same for every kind, so that changing the kind keeps
    what was written: under 改报告 it holds the reason.
    """

    edited = Signal()
    kind_chosen = Signal(str)
    shaped = Signal()
    """The form has opened or closed: other room is needed."""
    finished = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        self._kind = "建议"
        self._remark = ""
        self._carried = ("", "")
        self._is_note_due = True
        self.words_box = WordsBox("意见")
        self.replacement_box = WordsBox("改为")
        self._kinds = QButtonGroup(self)
        self.kind_buttons = {kind: KindButton(kind, theme) for kind in BUTTONS}
        self.original = WordsView("原文")
        self.preview = WordsView("印出来是这样")
        self.note = _label(NOT_A_PROPOSAL, theme.ink3)
        self.cancel_button = QPushButton("不改了")
        self.finish_button = QPushButton("完成并到下一段")
        self._is_low = False
        self._fits = tuple(
            Fitting(box)
            for box in (self.words_box, self.original, self.replacement_box, self.preview)
        )
        self._build(theme)
        self.set_kind("建议")

    # -- what stands in it

    def written(self) -> Written:
        """Return the contents. Raises UserError when the words are too long to keep."""
        return Written(self.kind, self.words_box.words(), self.replacement_box.words())

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

    @property
    def kind(self) -> str:
        """The kind that is chosen; a rewording may have one that has no button."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Choose a kind; 改报告 turns the box into the form."""
        self._kind = kind
        self._kinds.setExclusive(False)
        for name, button in self.kind_buttons.items():
            button.setChecked(name == kind)
        self._kinds.setExclusive(True)
        is_change = kind == CHANGE
        for widget in (*self._form, self._words_label, *self._print):
            widget.setVisible(is_change)
        self.note.setVisible(kind == "建议" and self._is_note_due)
        self._fit()
        self.words_box.setAccessibleName("为什么" if is_change else "意见")
        placeholder = "为什么要这样改" if is_change else "在这里写，写下就自动保存"
        self.words_box.setPlaceholderText(placeholder)
        self.shaped.emit()

    def set_passage(self, quote: str, *, fill: bool) -> None:
        """Show the report's own words; `fill` offers them for changing."""
        self._quote = quote
        self.original.setPlainText(quote or "请在左边点一下要改的那句话。")
        if fill:
            self.replacement_box.blockSignals(True)
            self.replacement_box.put(quote)
            self.replacement_box.blockSignals(False)

    def set_remark(self, remark: str) -> None:
        """Take what was said beside a change of text: the form does not show it."""
        self._remark = remark

    def set_act(self, act: str) -> None:
        """Name the box of the new wording after the act; 删除 needs none."""
        self._wording_label.setText(_WORDING.get(act, ""))
        self._wording_label.setVisible(act in _WORDING)
        self.replacement_box.setVisible(act in _WORDING)

    def set_preview(self, sentence: str) -> None:
        """Show the sentence as it will be printed."""
        self.preview.setPlainText(sentence)

    def set_note_due(self, *, is_due: bool) -> None:
        """Say what a review opinion is not, until somebody has written one."""
        self._is_note_due = is_due
        self.note.setVisible(is_due and self._kind == "建议")

    def set_low(self, *, is_low: bool) -> None:
        """Do with less where the window is low; the words scroll within their boxes."""
        if is_low != self._is_low:
            self._is_low = is_low
            for button in self.kind_buttons.values():
                button.set_terse(is_terse=is_low)
            self._fit()

    def _fit(self) -> None:
        limits = _LOW if self._is_low else _USUAL
        for fit, change, other in zip(self._fits, *limits, strict=True):
            fit.set_limits(*(change if self._kind == CHANGE else other))

    def set_editing(self, *, is_rewording: bool) -> None:
        """Name the buttons after what they do: a new opinion, or another wording."""
        self.cancel_button.setVisible(is_rewording)
        self.finish_button.setText("改好了" if is_rewording else "完成并到下一段")

    def focus_box(self) -> None:
        """Put the cursor where the next word belongs."""
        box = self.replacement_box if self.kind == CHANGE and self._quote else self.words_box
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building

    def _build(self, theme: Theme) -> None:
        self.words_box.setFont(faces.sans(16))
        self.replacement_box.setFont(faces.serif(16))
        self.original.setFont(faces.serif(16))
        self.preview.setFont(faces.sans(14))
        for view in (self.original, self.preview):
            view.set_ground(theme.hover)
        heads = [_label(text, theme.ink2) for text in ("原文", "改为", "印出来是这样")]
        self._wording_label = heads[1]
        self._words_label = _label("为什么（可不填）", theme.ink2)
        self._form = (heads[0], self.original, heads[1], self.replacement_box)
        self._print = (heads[2], self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._build_kinds())
        fields = Fields(spacing=6)
        for widget in (*self._form, self._words_label, self.words_box, self.note, *self._print):
            fields.column.addWidget(widget)
        fields.column.addStretch(1)
        column.addWidget(fields)
        column.addSpacing(2)
        column.addLayout(self._build_feet())
        column.addStretch(1)
        for box in (self.words_box, self.replacement_box):
            box.textChanged.connect(self.edited)
            box.finished.connect(self.finished)

    def _build_kinds(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.kind_buttons.values():
            self._kinds.addButton(button)
            row.addWidget(button)
            button.clicked.connect(self._on_kind)
        return row

    def _build_feet(self) -> QHBoxLayout:
        feet = QHBoxLayout()
        feet.setSpacing(8)
        self.cancel_button.setFixedHeight(52)
        self.cancel_button.clicked.connect(self.cancelled)
        self.cancel_button.hide()
        self.finish_button.setFixedHeight(52)
        self.finish_button.setProperty("role", "main")
        self.finish_button.clicked.connect(self.finished)
        feet.addWidget(self.cancel_button)
        feet.addWidget(self.finish_button, 1)
        return feet

    def _on_kind(self) -> None:
        button = self._kinds.checkedButton()
        if isinstance(button, KindButton):
            self._carry(button.kind)
            self.set_kind(button.kind)
            self.kind_chosen.emit(button.kind)
            self.focus_box()

    def _carry(self, kind: str) -> None:
        """Take words along into sight when the form closes, and back when it opens again."""
        words, new = self.words_box.toPlainText(), self.replacement_box.toPlainText()
        if self._kind == CHANGE != kind:
            wording = "" if new.strip() in ("", self._quote.strip()) else new
            along = "\n".join(filter(None, (self._remark, wording)))
            self._carried = (along, wording)
            self.put(kind, "\n".join(filter(None, (words, along))), "")
        elif kind == CHANGE != self._kind and (along := self._carried[0]) and words.endswith(along):
            self.put(kind, words.removesuffix(along).rstrip("\n"), self._carried[1])


def _label(text: str, colour: str) -> QLabel:
    """Make a label of plain words that wraps and can be read aloud."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(faces.sans(14))
    palette = label.palette()
    palette.setColor(label.foregroundRole(), colour)
    label.setPalette(palette)
    return label
