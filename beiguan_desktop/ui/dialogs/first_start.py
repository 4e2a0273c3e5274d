"""The page shown once: name, delegation, size of letters. It can be skipped."""

from itertools import takewhile

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.text import clean
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.size_card import SizeCard
from beiguan_desktop.ui.icons import icon
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.title_breaking import break_title

STANDARD, LARGE = 18, 24
_FIRST, _AGAIN = "请填写姓名和代表团", "姓名和代表团"
_BOTH = 1180
"""Pixels of width that the page of the report and the questions need together."""
_COLUMN = 460.0
"""Pixels a line under the title may be wide before it is broken."""


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
        self.cards[0].setChecked(True)
        self.skip_button = QPushButton("以后再填")
        self.start_button = QPushButton("开始读报告")
        self.trouble = self._label("", theme.warn, faces.sans(14))
        self.trouble.hide()
        self._opening = QVBoxLayout()
        self._head = self._label(_FIRST, theme.ink, faces.serif(28, bold=True))
        self._given, self._is_again = STANDARD, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = self._build_left()
        row.addWidget(self._left, 7)
        row.addWidget(self._build_right(), 5)

    def set_report(self, report: Report) -> None:
        """Show the first lines of the report as they are printed."""
        while self._opening.count():
            item = self._opening.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()  # it goes when the event loop comes round
                widget.deleteLater()
        before_title = True
        for unit in takewhile(lambda unit: unit.kind != "heading", report.units):
            self._opening.addWidget(self._opening_line(unit, before_title=before_title))
            before_title = before_title and unit.kind != "title"
        self._opening.addStretch(1)

    def _opening_line(self, unit: Unit, *, before_title: bool) -> QLabel:
        ink, ink2 = self._theme.ink, self._theme.ink2
        if unit.kind == "title":
            label = self._label(unit.text, ink, _spaced(faces.serif(32, bold=True), 8))
            label.setContentsMargins(0, 32, 0, 12)
        elif unit.kind == "meta":
            face = faces.sans(14) if before_title else faces.kai(17)
            label = self._label(_broken_by_sense(unit.text, face), ink2, face)
        elif unit.kind == "paragraph":
            return self._label(f"　　{unit.text}", ink, faces.serif(18))
        else:
            return self._label(unit.text, ink, faces.serif(18))
        if not before_title or unit.kind == "title":
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _build_left(self) -> QWidget:
        inside = QWidget()
        inside.setObjectName("page")
        inside.setStyleSheet(f"#page {{ background: {self._theme.paper}; }}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(96, 72, 96, 32)
        self._opening.setSpacing(20)
        column.addLayout(self._opening, 1)
        foot = QHBoxLayout()
        lock = QLabel()
        lock.setPixmap(icon("lock-keyhole", self._theme.ink2).pixmap(20, 20))
        foot.addWidget(lock)
        words = "不连网。您写的都存在这台电脑上。"
        foot.addWidget(self._label(words, self._theme.ink2, faces.sans(14)), 1)
        column.addLayout(foot)
        return _scrolling(inside)

    def _build_right(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(64, 32, 64, 8)
        column.setSpacing(8)
        column.addStretch(1)
        ink2 = self._theme.ink2
        column.addWidget(self._head)
        note = "只写在您的意见后面，不作他用。也可以以后再填。"
        column.addWidget(self._label(note, ink2, faces.sans(14)))
        for word, edit in (("姓名", self.name_edit), ("代表团", self.delegation_edit)):
            column.addSpacing(16)
            column.addWidget(self._label(word, ink2, faces.sans(14, bold=True)))
            column.addWidget(edit)
        column.addSpacing(16)
        column.addWidget(self._label("字的大小", ink2, faces.sans(14, bold=True)))
        sizes = QHBoxLayout()
        sizes.setSpacing(12)
        for card in self.cards:
            sizes.addWidget(card)
        column.addLayout(sizes)
        column.addWidget(self._label("随时可以用右上角的 A+ 改。", ink2, faces.sans(14)))
        column.addStretch(2)
        foot = QVBoxLayout()
        foot.setContentsMargins(64, 8, 64, 32)
        foot.addWidget(self.trouble)
        foot.addLayout(self._build_feet())
        right = QWidget()
        right.setMinimumWidth(480)
        whole = QVBoxLayout(right)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolling(inside), 1)
        whole.addLayout(foot)  # always in sight
        return right

    def _build_feet(self) -> QHBoxLayout:
        self.start_button.setProperty("role", "main")
        for button, points in ((self.skip_button, 14), (self.start_button, 16)):
            button.setFont(faces.sans(points))
            button.setMinimumHeight(60)
        self.skip_button.setMinimumWidth(130)
        self.start_button.clicked.connect(self._on_start)
        self.skip_button.clicked.connect(self._on_skip)
        self.name_edit.returnPressed.connect(self.delegation_edit.setFocus)
        self.delegation_edit.returnPressed.connect(self._on_start)
        feet = QHBoxLayout()
        feet.setSpacing(12)
        feet.addWidget(self.skip_button)
        feet.addWidget(self.start_button, 1)
        return feet

    def put(self, name: str, delegation: str, points: int, *, is_again: bool) -> None:
        """Fill in what is known already; asked again, nothing is begun or put off."""
        self._given, self._is_again = points, is_again
        self._head.setText(_AGAIN if is_again else _FIRST)
        self.skip_button.setText("不改了" if is_again else "以后再填")
        self.start_button.setText("改好了" if is_again else "开始读报告")
        self.name_edit.setText(name)
        self.delegation_edit.setText(delegation)
        nearest = min(self.cards, key=lambda card: abs(card.points - points))
        nearest.setChecked(True)
        self.tell("")

    def tell(self, words: str) -> None:
        """Say why the page is still here; empty says nothing."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    @property
    def _points(self) -> int:
        button = self._sizes.checkedButton()
        is_same = button is min(self.cards, key=lambda card: abs(card.points - self._given))
        return button.points if isinstance(button, SizeCard) and not is_same else self._given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_skip()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page of the report away where there is room for the questions only."""
        super().resizeEvent(event)
        self._left.setVisible(self.width() >= _BOTH)

    def _on_skip(self) -> None:
        self.skipped.emit(self._given if self._is_again else self._points)

    def _on_start(self) -> None:
        edits = (self.name_edit, self.delegation_edit)
        name, delegation = (clean(edit.text()).strip() for edit in edits)
        if name:
            self.answered.emit(name, delegation, self._points)
        else:
            self.tell("请先写姓名，或点“以后再填”。")
            self.name_edit.setFocus()

    def _label(self, text: str, colour: str, font: QFont) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(font)
        palette = label.palette()
        palette.setColor(label.foregroundRole(), QColor(colour))
        label.setPalette(palette)
        return label


def _broken_by_sense(text: str, face: QFont) -> str:
    metrics = QFontMetricsF(face)
    lines = break_title(text, metrics.horizontalAdvance, _COLUMN, _COLUMN, _COLUMN)
    return "\n".join(lines)


def _line_edit(name: str, placeholder: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText(placeholder)
    edit.setFont(faces.sans(18))
    edit.setMinimumHeight(54)
    edit.setMaxLength(60)
    return edit


def _spaced(font: QFont, pixels: float) -> QFont:
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels)
    return font


def _scrolling(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
