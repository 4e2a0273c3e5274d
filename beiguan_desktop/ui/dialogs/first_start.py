"""The page shown once: name, delegation, size of letters. It can be skipped, and comes again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.report import Report
from beiguan_desktop.core.text import clean
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.dialogs.report_opening import ReportOpening
from beiguan_desktop.ui.dialogs.size_card import SizeCard
from beiguan_desktop.ui.fields import BAR
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme

STANDARD, LARGE = 18, 24
_LONGEST = 60
"""Characters that a name or a delegation may have, counted as people do: 𠮷 is one."""
_LEAST = 520
"""Pixels of width that the questions need."""
_OPENING, _ALONE = 420, 640
"""What the report's opening needs beside them; how wide they are without it."""
_WIDE, _HIGH = 1240, 700
"""A window below one of these has no room for wide margins."""
_NOTE, _LATER = "只写在您的意见后面，不作他用。", "也可以以后再填。"
_ASKED = (
    ("请填写姓名和代表团", "以后再填", "开始读报告"),
    ("姓名和代表团", "不改了", "改好了"),
    ("换人：请填写姓名和代表团", "不换了", "换成这位"),
)
"""Head and buttons for the first time, again, and for somebody else."""
_A_PLUS = "随时可以用右上角的 A+ 改。"


class FirstStart(QWidget):
    """Left the beginning of the report, right three questions.

    `answered` carries name, delegation and points; `skipped` points only.
    """

    answered = Signal(str, str, int)
    skipped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name_edit = _line_edit("姓名", "例如：张建国")
        self.delegation_edit = _line_edit("代表团", "例如：第三代表团")
        self.cards = (SizeCard("标准", STANDARD, theme), SizeCard("大字", LARGE, theme))
        self._sizes = QButtonGroup(self)
        for card in self.cards:
            self._sizes.addButton(card)
        self.skip_button = QPushButton()
        self.start_button = QPushButton()
        self.trouble = plain_label("", "warn", faces.sans(14))
        self._head = plain_label("", "ink", faces.serif(28, bold=True), wraps=False)
        self._note = plain_label("", "ink2", faces.sans(14), wraps=False)
        self._size_note = plain_label("", "ink2", faces.sans(14), wraps=False)
        self._given, self._is_again = STANDARD, False
        self.opening = ReportOpening()
        self._form, self._column = QScrollArea(), QVBoxLayout()
        self._foot = QVBoxLayout()
        self._right = self._build_right()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.opening, 1)
        row.addWidget(self._right)
        self.put("", "", STANDARD, is_again=False)

    def set_report(self, report: Report) -> None:
        """Show the first lines of the report as they are printed."""
        self.opening.set_report(report)

    def _build_right(self) -> QWidget:
        """Put the questions into a part that can scroll, and the buttons under it."""
        inside = QWidget()
        inside.setLayout(self._column)
        self._fill_form()
        self._form.setWidget(inside)
        self._form.setWidgetResizable(True)
        self._form.setFrameShape(QFrame.Shape.NoFrame)
        self._form.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._form.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot.setSpacing(10)
        self._foot.addWidget(self.trouble)
        self._foot.addLayout(self._build_feet())
        right = QWidget()
        whole = QVBoxLayout(right)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addStretch(1)
        whole.addWidget(self._form)
        whole.addLayout(self._foot)
        whole.addStretch(2)
        return right

    def _fill_form(self) -> None:
        column, ink2 = self._column, "ink2"
        bold = faces.sans(14, bold=True)
        column.addWidget(self._head)
        column.addWidget(self._note)
        for word, edit in (("姓名", self.name_edit), ("代表团", self.delegation_edit)):
            column.addSpacing(8)
            column.addWidget(plain_label(word, ink2, bold, wraps=False))
            column.addWidget(edit)
        column.addSpacing(8)
        column.addWidget(plain_label("字的大小", ink2, bold, wraps=False))
        sizes = QHBoxLayout()
        sizes.setSpacing(12)
        for card in self.cards:
            sizes.addWidget(card)
        column.addLayout(sizes)
        column.addWidget(self._size_note)

    def _build_feet(self) -> QHBoxLayout:
        self.start_button.setProperty("role", "main")
        for button, points in ((self.skip_button, 14), (self.start_button, 16)):
            button.setFont(faces.sans(points))
            button.setMinimumHeight(px(60))
        self.skip_button.setMinimumWidth(px(130))
        self.start_button.clicked.connect(self._on_start)
        self.skip_button.clicked.connect(self._on_skip)
        self.name_edit.textEdited.connect(self._on_name)
        self.name_edit.returnPressed.connect(self.delegation_edit.setFocus)
        self.delegation_edit.returnPressed.connect(self._on_start)
        feet = QHBoxLayout()
        feet.setSpacing(12)
        feet.addWidget(self.skip_button)
        feet.addWidget(self.start_button, 1)
        return feet

    def put(
        self,
        name: str,
        delegation: str,
        points: int,
        *,
        is_again: bool,
        is_other: bool = False,
    ) -> None:
        """Fill in what is known already; asked again, nothing is begun or put off.

        `is_other`: somebody else is asked than who sat here until now.
        """
        self._given, self._is_again = points, is_again
        head, skip, start = _ASKED[2 if is_other else int(is_again)]
        self._head.setText(head)
        self.skip_button.setText(skip)
        self.start_button.setText(start)
        self.name_edit.setText(name)
        self.delegation_edit.setText(delegation)
        self._sizes.setExclusive(False)  # a size between the two is neither
        for card in self.cards:
            card.setChecked(card.points == points)
        self._sizes.setExclusive(True)
        is_other = self._sizes.checkedButton() is None
        self._size_note.setText(f"现在是{points}磅，{_A_PLUS}" if is_other else _A_PLUS)
        self.tell("")

    def tell(self, words: str) -> None:
        """Say why the page is still here; empty says nothing."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self._fit()

    @property
    def _points(self) -> int:
        button = self._sizes.checkedButton()
        return button.points if isinstance(button, SizeCard) else self._given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was, once there is something to go back to."""
        if event.key() == Qt.Key.Key_Escape and self._is_again:
            self._on_skip()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: only now the style sheet has given every part its height."""
        super().showEvent(event)
        self._fit()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for edit in (self.name_edit, self.delegation_edit):
            edit.setMinimumHeight(px(54))
        for button in (self.skip_button, self.start_button):
            button.setMinimumHeight(px(60))
        self.skip_button.setMinimumWidth(px(130))
        self._fit()

    def _fit(self) -> None:
        """Let the report give way first, then the margins; scroll only when that is not enough."""
        is_tight = self.width() < px(_WIDE) or self.height() < px(_HIGH)
        self.opening.set_tight(is_tight=is_tight)
        width, side = max(px(_LEAST), self.width() * 5 // 12), 36 if is_tight else 64
        has_room = self.width() - width >= _OPENING
        if not has_room:
            width, side = self.width(), max(36, (self.width() - px(_ALONE)) // 2)
        self.opening.setVisible(has_room)
        self._right.setFixedWidth(width)
        self._column.setContentsMargins(side, 16, side, 0)
        self._column.setSpacing(6 if is_tight else 8)
        self._foot.setContentsMargins(side, 12 if is_tight else 24, side, 16)
        for card in self.cards:
            card.setFixedHeight(px(104 if is_tight else 132))
        self._note.setText(_note(width - 2 * side, self._note.font(), is_again=self._is_again))
        self._column.invalidate()
        self._column.activate()  # the row of cards has a new height
        words = self._column.sizeHint().height()
        foot = self._foot.sizeHint().height()
        if self.trouble.isVisibleTo(self):
            foot += self.trouble.heightForWidth(width - 2 * side)
            foot -= self.trouble.sizeHint().height()
        room = max(0, self.height() - foot)
        self._form.setFixedHeight(min(words, room))
        bar = BAR if words > room else 0  # the boxes end where the buttons do
        self._column.setContentsMargins(side, 16, side - bar, 0)

    def _on_name(self, words: str) -> None:
        """Take back the question for a name: it is answered."""
        if words.strip():
            self.tell("")

    def _on_skip(self) -> None:
        self.skipped.emit(self._given if self._is_again else self._points)

    def _on_start(self) -> None:
        edits = (self.name_edit, self.delegation_edit)
        name, delegation = (clean(edit.text()).strip() for edit in edits)
        longer = next((edit for edit in edits if len(clean(edit.text()).strip()) > _LONGEST), None)
        if longer is not None:
            self.tell(f"{longer.accessibleName()}最多写{_LONGEST}个字。请写短一些。")
            longer.setFocus()
        elif name:
            self.answered.emit(name, delegation, self._points)
        else:
            self.tell(f"请先填写姓名，或点“{self.skip_button.text()}”。")
            self.name_edit.setFocus()


def _note(room: int, face: QFont, *, is_again: bool) -> str:
    """Say what the name is for: two sentences, each on a line where one does not hold both."""
    if is_again:
        return _NOTE
    is_short = QFontMetricsF(face).horizontalAdvance(_NOTE + _LATER) <= room
    return _NOTE + _LATER if is_short else f"{_NOTE}\n{_LATER}"


def _line_edit(name: str, placeholder: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText(placeholder)
    edit.setFont(faces.sans(18))
    edit.setMinimumHeight(px(54))
    return edit
