"""The left column of 对照: how much changed, which of it is shown, and room for what follows."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.comparing import Status
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.compare_model import TAGS
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.painted_list import paint_chosen
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.tick_box import TickBox

ALL = "all"
NAMES: Mapping[str, str] = MappingProxyType(
    {ALL: "全部", **{it: words for it, words in TAGS.items() if words}, "same": "没有改的段落"}
)
"""What can be shown, in order, and what it is called."""
WIDTH = 280
_LEAST, _SHARE = 240, 0.28
_PADDING, _ROW, _RIGHT = 20, 46, 18


class FilterRow(QAbstractButton):
    """One of the choices of what is shown, and how many rows it holds."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme, self.count = words, theme, 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many rows the choice holds."""
        self.count = count
        self.setText(self._words)
        self.setAccessibleName(f"{self._words}，{count}处")
        self.update()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Be high enough for every hand."""
        return QSize(px(WIDTH), px(_ROW))

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(0, px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next choice by arrows, and choose it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        rows = group.buttons()
        at = rows.index(self) + step
        if 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.TabFocusReason)
            rows[at].click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint name and number; the chosen one on a tint with a bar."""
        theme, box, is_on = self._theme, self.rect(), self.isChecked()
        with QPainter(self) as painter:
            if is_on:
                paint_chosen(painter, box.toRectF(), theme)
            elif self.underMouse():
                painter.fillRect(box, QColor(theme.hover))
            painter.setFont(faces.sans(14, bold=is_on))
            inside = box.adjusted(px(_PADDING), 0, -px(_RIGHT), 0)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(QColor(theme.ink))
            painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, self._words)
            painter.setPen(QColor(theme.accent if is_on else theme.ink2))
            painter.drawText(inside, middle | Qt.AlignmentFlag.AlignRight, str(self.count))
            if self.hasFocus():
                painter.setPen(QColor(theme.accent))
                painter.drawRect(box.adjusted(1, 1, -2, -2))


class CompareSide(QScrollArea):
    """`chosen`: other rows are to be shown. `only_changes` is the tick that shortens them."""

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.head = plain_label("", "ink", faces.sans(16, bold=True))
        self.under = plain_label("", "ink2", faces.sans(14))
        self.rows = {key: FilterRow(words, theme) for key, words in NAMES.items()}
        self._group = QButtonGroup(self)
        self.only_changes = TickBox("只看改动")
        self.only_changes.setChecked(True)
        self.slot_title = plain_label("意见的位置", "ink", faces.sans(14, bold=True))
        self._inside, self._slot = _Ground(theme), QVBoxLayout()
        self._filters = QWidget()
        self._build()
        self._group.buttonClicked.connect(lambda _row: self.chosen.emit())
        self.only_changes.toggled.connect(lambda _on: self.chosen.emit())

    def _build(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(0)
        for label in (self.head, self.under):
            label.setContentsMargins(px(_PADDING), 0, px(_RIGHT), 0)
            column.addWidget(label)
        column.addSpacing(10)
        column.addWidget(Hairline(self._theme))
        self._line = Hairline(self._theme)
        self._build_filters()
        column.addWidget(self._filters)
        self._slot.setContentsMargins(_PADDING, 14, _RIGHT, 0)
        self._slot.setSpacing(6)
        self._slot.addWidget(self.slot_title)
        column.addLayout(self._slot)
        column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._line.hide()
        self.slot_title.hide()

    def _build_filters(self) -> None:
        column = QVBoxLayout(self._filters)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for row in self.rows.values():
            self._group.addButton(row)
            column.addWidget(row)
        self.rows[ALL].setChecked(True)
        padded = QVBoxLayout()
        padded.setContentsMargins(_PADDING - 2, 8, _RIGHT, 12)
        padded.addWidget(self.only_changes)
        column.addLayout(padded)
        column.addWidget(self._line)

    def offer_filters(self, *, has_rows: bool) -> None:
        """Let the rows be chosen, or not where something else stands in their place."""
        self._filters.setVisible(has_rows)

    @property
    def choice(self) -> str:
        """Which rows are to be shown: one of NAMES."""
        return next(key for key, row in self.rows.items() if row.isChecked())

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        self.rows[key].setChecked(True)

    def set_slot(self, widget: QWidget) -> None:
        """Put what is said of the opinions' places under its title; it may be hidden again."""
        self._slot.addWidget(widget)
        self._line.show()
        self.slot_title.show()

    def show_counts(self, counts: Mapping[Status, int], changes: int) -> None:
        """Say how many rows changed, and how many of each kind there are."""
        self.head.setText(f"修改了 {changes} 处" if changes else "两稿的文字相同")
        for key, row in self.rows.items():
            row.set_count(
                changes
                if key == ALL
                else next((number for status, number in counts.items() if status == key), 0)
            )

    def show_discussed(self, changes: int) -> None:
        """Say how many changes are where opinions had been."""
        self.under.setText(f"其中 {changes} 处有代表提过意见" if changes else "")
        self.under.setVisible(changes > 0)

    def fit(self, width: int) -> None:
        """Take as much of a page's width as the interface is large, and no more than a share."""
        self.setFixedWidth(max(_LEAST, min(px(WIDTH), round(width * _SHARE))))


class _Ground(QWidget):
    """Lies on the colour of bars and side panes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._theme.ground))


class Hairline(QWidget):
    """A hairline from side to side."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.hairline)

    def set_theme(self, theme: Theme) -> None:
        """Be as thick as the palette's hairlines."""
        self.setFixedHeight(theme.hairline)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        with QPainter(self) as painter:
            painter.fillRect(QRect(0, 0, self.width(), self.height()), QColor(self._theme.line))
