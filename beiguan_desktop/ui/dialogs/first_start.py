"""The page shown once: name, delegation, size of letters. It can be skipped."""

from itertools import takewhile

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.core.text import clean
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.icons import icon
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.title_breaking import break_title

STANDARD, LARGE = 18, 24
_COLUMN = 460.0
"""Pixels a line under the title may be wide before it is broken."""
_SAMPLE = "始终把稳增长作为首要任务"


class SizeCard(QAbstractButton):
    """A size of letters, shown in that size."""

    def __init__(self, word: str, points: int, theme: Theme) -> None:
        super().__init__()
        self.points = points
        self._word, self._theme = word, theme
        self.setCheckable(True)
        self.setFixedHeight(132)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{word}，{points}磅")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the frame, the mark, the name, the size and a line of the report."""
        theme, chosen = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if chosen or self.hasFocus() else 1
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.strong), width))
        painter.setBrush(QColor(theme.field))
        inset = width / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 6, 6)
        self._paint_mark(painter, chosen=chosen)
        painter.setPen(QColor(theme.ink))
        painter.setFont(faces.sans(16, bold=chosen))
        line = QRect(48, 8, self.width() - 64, 40)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self._word)
        painter.setPen(QColor(theme.ink2))
        painter.setFont(faces.sans(14))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, right, f"{self.points}磅")
        painter.setPen(QColor(theme.ink))
        sample = faces.serif(self.points)
        painter.setFont(sample)
        room = self.width() - 32
        low = QRect(16, 56, room, 66)
        painter.drawText(low, Qt.AlignmentFlag.AlignVCenter, self._fitting(sample, room))
        painter.end()

    def _fitting(self, font: QFont, room: int) -> str:
        metrics = QFontMetrics(font)
        return next(
            _SAMPLE[:n]
            for n in range(len(_SAMPLE), -1, -1)
            if metrics.horizontalAdvance(_SAMPLE[:n]) <= room
        )

    def _paint_mark(self, painter: QPainter, *, chosen: bool) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.strong), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(18, 18, 19, 19)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(23, 23, 9, 9)


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_left(), 7)
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
        column.setContentsMargins(64, 40, 64, 40)
        column.setSpacing(8)
        column.addStretch(1)
        ink, ink2 = self._theme.ink, self._theme.ink2
        column.addWidget(self._label("请填写姓名和代表团", ink, faces.serif(28, bold=True)))
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
        column.addSpacing(20)
        column.addWidget(self.trouble)
        column.addLayout(self._build_feet())
        column.addStretch(2)
        return _scrolling(inside)

    def _build_feet(self) -> QHBoxLayout:
        self.start_button.setProperty("role", "main")
        for button, points in ((self.skip_button, 14), (self.start_button, 16)):
            button.setFont(faces.sans(points))
            button.setMinimumHeight(60)
        self.skip_button.setMinimumWidth(130)
        self.start_button.clicked.connect(self._on_start)
        self.skip_button.clicked.connect(lambda: self.skipped.emit(self._points))
        self.name_edit.returnPressed.connect(self.delegation_edit.setFocus)
        self.delegation_edit.returnPressed.connect(self._on_start)
        feet = QHBoxLayout()
        feet.setSpacing(12)
        feet.addWidget(self.skip_button)
        feet.addWidget(self.start_button, 1)
        return feet

    def put(self, name: str, delegation: str, points: int) -> None:
        """Fill in what is known already."""
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
        return button.points if isinstance(button, SizeCard) else STANDARD

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
