"""更多: what can be said of an opinion beside its words; nothing of it must be."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy

from beiguan_desktop.core.departments import joined, names
from beiguan_desktop.services.commenting import More
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.fields import Fields
from beiguan_desktop.ui.pick_line import PickLine
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.tick_box import TickBox

USUAL = "一般"
WEIGHTS = (USUAL, "重要", "紧急")
_TARGET = 44
_NOT_AGREED = "还没有勾“本人已同意”，这几位的姓名先不记下来。"
_EDIT_TABLE = "改部门对照表…"


class MoreForm(Fields):
    """A column of fields that scrolls; it knows no library: choices are given to it."""

    edited = Signal()
    escaped = Signal()
    table_asked = Signal()
    """Somebody wants to change the table by which departments are proposed."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.phrases = QPushButton("放一句常用语…")
        """Stands here where there is no room for its own button."""
        self.field = PickLine("领域", "可不填")
        self.departments = PickLine("涉及部门", "可不填，几个部门用顿号隔开", last=_EDIT_TABLE)
        self.proposal = QPushButton()
        self.weights = {word: QPushButton(word) for word in WEIGHTS}
        self.cosigners = QLineEdit()
        self.agreed = TickBox("本人已同意")
        self.told = plain_label("", "ink2", faces.sans(14))
        self.private = TickBox("仅自己可见", "不交、不印，只有自己看得到")
        self.apart = TickBox("单独反映（不合并）", "汇总时不和别的意见合成一条")
        self._proposed: tuple[str, ...] = ()
        self.setAccessibleName("更多")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fill()
        self._connect()
        self.rescale()
        self.propose(())

    # -- what stands in it

    def put(self, more: More) -> None:
        """Show what is set, without telling anybody that it was edited."""
        self.field.put(more.field)
        self.departments.put(more.departments)
        self.weights[more.weight if more.weight in self.weights else USUAL].setChecked(True)
        self.cosigners.setText(more.cosigners)
        for box, is_on in (
            (self.agreed, bool(more.cosigners)),
            (self.private, more.private),
            (self.apart, more.apart),
        ):
            box.setChecked(is_on)
        self._follow()

    def more(self, before: More) -> More:
        """Return what is set; what the form does not show stays as it was."""
        chosen = next(word for word, button in self.weights.items() if button.isChecked())
        agreed = names(self.cosigners.text()) if self.agreed.isChecked() else ()
        return replace(
            before,
            field=self.field.words(),
            departments=joined(names(self.departments.words())),
            weight="" if chosen == USUAL else chosen,
            cosigners=joined(agreed),
            private=self.private.isChecked(),
            apart=self.apart.isChecked(),
        )

    def propose(self, departments: tuple[str, ...]) -> None:
        """Offer to fill in the departments whose matter the words are; none offers nothing."""
        self._proposed = departments
        self._follow()

    def take_focus(self) -> None:
        """Let the keys go to the first field."""
        self.verticalScrollBar().setValue(0)
        self.field.line.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building

    def _fill(self) -> None:
        column = self.column
        column.setContentsMargins(0, 4, 0, 12)
        self.phrases.setProperty("role", "link")
        self.phrases.hide()
        column.addWidget(self.phrases)
        self._add_named("领域", self.field)
        self._add_named("涉及部门", self.departments)
        self.proposal.setProperty("role", "link")
        column.addWidget(self.proposal)
        row = QHBoxLayout()
        row.setSpacing(8)
        group = QButtonGroup(self)
        for button in self.weights.values():
            button.setProperty("role", "choice")
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button, 1)
        column.addWidget(plain_label("重要程度", "ink2", faces.sans(14), wraps=False))
        column.addLayout(row)
        self.cosigners.setPlaceholderText("可不填，几位代表用顿号隔开")
        self.cosigners.setFont(faces.sans(14))
        self._add_named("意见相同的代表", self.cosigners)
        for widget in (self.agreed, self.told, self.private, self.apart):
            column.addWidget(widget)
        column.addStretch(1)
        for button in (self.phrases, self.proposal, *self.weights.values()):
            button.setFont(faces.sans(14))

    def _add_named(self, name: str, field: PickLine | QLineEdit) -> None:
        self.column.addWidget(plain_label(name, "ink2", faces.sans(14), wraps=False))
        self.column.addWidget(field)
        line = field.line if isinstance(field, PickLine) else field
        line.setAccessibleName(name)

    def _connect(self) -> None:
        self.field.picked.connect(self._on_field)
        self.departments.picked.connect(lambda name: self._add((name,)))
        self.departments.last_chosen.connect(self.table_asked)
        self.proposal.clicked.connect(lambda: self._add(self._proposed))
        for line in (self.field, self.departments):
            line.edited.connect(self._on_edited)
        self.cosigners.textEdited.connect(lambda _words: self._on_edited())
        for button in (*self.weights.values(), self.agreed, self.private, self.apart):
            button.clicked.connect(self._on_edited)

    # -- what happens

    def _on_field(self, name: str) -> None:
        self.field.put(name)
        self._on_edited()

    def _add(self, wanted: tuple[str, ...]) -> None:
        """Put departments behind those that stand there, each once."""
        there = names(self.departments.words())
        self.departments.put(joined(dict.fromkeys((*there, *wanted))))
        if self.proposal.hasFocus():  # it goes as soon as nothing is left to fill in
            self.departments.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_edited()

    def _on_edited(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        """Say what is not taken yet, and offer what is not filled in yet."""
        is_waiting = bool(names(self.cosigners.text())) and not self.agreed.isChecked()
        self.told.setText(_NOT_AGREED if is_waiting else "")
        self.told.setVisible(is_waiting)
        there = names(self.departments.words())
        left = joined(name for name in self._proposed if name not in there)
        self.proposal.setVisible(bool(left))
        words = f"填上：{left}"
        room = self.width() - 2 * px(12)
        metrics = QFontMetrics(self.proposal.font())
        self.proposal.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.proposal.setAccessibleName(words)
        self.proposal.setToolTip(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much of the proposal as there is room for."""
        super().resizeEvent(event)
        self._follow()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.cosigners.setMinimumHeight(px(_TARGET))
        for button in (self.phrases, self.proposal, *self.weights.values()):
            button.setFixedHeight(px(_TARGET))
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the form away; the window hears nothing of it."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
