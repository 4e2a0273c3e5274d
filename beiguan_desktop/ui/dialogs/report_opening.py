"""The beginning of the report as it is printed, beside the first questions."""

from itertools import islice, takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from beiguan_desktop.core.report import Report, Unit
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.dressing import TRUE_SIZE
from beiguan_desktop.ui.title_breaking import break_title

_MOST, _LONGEST = 12, 1_000
"""Units, and characters of one, that are shown: a text without headings has thousands."""
_COLUMN = 460.0
"""Pixels a line under the title may be wide before it is broken."""


class ReportOpening(QScrollArea):
    """Title, day, speaker and first paragraph on paper; the promise about the network below."""

    def __init__(self) -> None:
        super().__init__()
        self._opening = QVBoxLayout()
        self._opening.setSpacing(20)
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.addLayout(self._opening, 1)
        self._column.addLayout(self._build_foot())
        self.set_tight(is_tight=False)
        self.setWidget(inside)
        self.setAccessibleName("报告开头")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_tight(self, *, is_tight: bool) -> None:
        """Give the margins up where the window is small."""
        side, top, foot = (36, 32, 24) if is_tight else (96, 72, 32)
        self._column.setContentsMargins(side, top, side, foot)

    def set_report(self, report: Report) -> None:
        """Show the first lines of a report, instead of what was shown."""
        while self._opening.count():
            item = self._opening.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()  # it goes when the event loop comes round
                widget.deleteLater()
        before_title = True
        for unit in islice(takewhile(lambda it: it.kind != "heading", report.units), _MOST):
            line = self._line(unit, before_title=before_title)
            line.setProperty(TRUE_SIZE, True)
            self._opening.addWidget(line)
            before_title = before_title and unit.kind != "title"
        self._opening.addStretch(1)

    def _line(self, unit: Unit, *, before_title: bool) -> QLabel:
        ink, ink2 = "ink", "ink2"
        if unit.kind == "title":
            label = plain_label(unit.text, ink, _spaced(faces.serif(32, bold=True, true=True), 8))
            label.setContentsMargins(0, 32, 0, 12)
        elif unit.kind == "meta":
            face = faces.sans(14, true=True) if before_title else faces.kai(17, true=True)
            label = plain_label(_broken_by_sense(unit.text, face), ink2, face)
        elif unit.kind == "paragraph":
            return plain_label(f"　　{_shortened(unit.text)}", ink, faces.serif(18, true=True))
        else:
            return plain_label(_shortened(unit.text), ink, faces.serif(18, true=True))
        if not before_title or unit.kind == "title":
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _build_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        lock = QLabel()
        icons.put(lock, "lock-keyhole", "ink2", 20)
        foot.addWidget(lock)
        words = "不连网。您写的都存在这台电脑上。"
        foot.addWidget(plain_label(words, "ink2", faces.sans(14)), 1)
        return foot


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _broken_by_sense(text: str, face: QFont) -> str:
    metrics = QFontMetricsF(face)
    lines = break_title(text, metrics.horizontalAdvance, _COLUMN, _COLUMN, _COLUMN)
    return "\n".join(lines)


def _spaced(font: QFont, pixels: float) -> QFont:
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels)
    return font
