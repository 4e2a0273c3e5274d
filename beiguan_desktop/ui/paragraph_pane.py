"""一段一段看 as widgets: one paragraph, large, where it stands, and the way to its neighbours."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.comment import Anchor, Comment
from beiguan_desktop.core.pagination import Pages
from beiguan_desktop.core.printed import Location
from beiguan_desktop.core.report import Report
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.one_line import OneLine
from beiguan_desktop.ui.report_view import ReportView
from beiguan_desktop.ui.running_head import section_path
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme

_BUTTON, _MAIN = 48, 52
_WIDE, _WIDE_MAIN = 112, 160
_GIVE_WAY: tuple[tuple[int, ...], ...] = ((), (0,), (0, 1, 3))
"""Which buttons give their words up for their signs: ×, then the chevrons too."""
_PADDING = 20
_LOW, _LEAST = 340, 300
"""Pixels of height below which there is no line for the path, and no foot."""
_INSIDE = 12
"""What a flat button keeps free beside its words."""


class _PagesOfOne(Pages):
    """The pages of the print as one unit, alone, knows them."""

    def __init__(self, pages: Pages, unit: int) -> None:
        self._whole, self._unit = pages, unit

    def at(self, unit: int, position: int = 0) -> Location | None:
        """Return page and line of a position in the one unit."""
        return self._whole.at(self._unit + unit, position)

    def starts_in(self, unit: int) -> Sequence[int]:
        """Return at which positions of the one unit pages begin."""
        return self._whole.starts_in(self._unit + unit)


class ParagraphView(ReportView):
    """One unit as a report of its own; sideways the keys go to the unit beside it.

    `turned` carries the direction, -1 or 1. Places that it tells are places of the whole
    report.
    """

    head, foot = 0.4, 1.0  # the last line must fit in although the page settles on whole lines
    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme=theme)
        self.unit = 0
        self.setAccessibleName("这一段")

    def show_unit(self, report: Report, pages: Pages, unit: int) -> None:
        """Show one unit of a report from its beginning."""
        self.unit = unit
        alone = replace(report, units=(replace(report.units[unit], ordinal=0),))
        self.set_report(alone, _PagesOfOne(pages, unit))

    def here(self, anchor: Anchor | None) -> Anchor | None:
        """Return a place of the whole report as a place of this unit; None for another's."""
        if anchor is None or anchor.unit != self.unit:
            return None
        return replace(anchor, unit=0)

    def there(self, anchor: Anchor) -> Anchor:
        """Return a place of this unit as a place of the whole report."""
        return anchor if anchor.unit is None else replace(anchor, unit=self.unit)

    def show_opinions(self, comments: list[Comment]) -> None:
        """Mark the opinions on this unit."""
        here = ((comment, self.here(comment.anchor)) for comment in comments)
        self.set_comments(replace(comment, anchor=at) if at else comment for comment, at in here)

    def move_paragraph(self, step: int) -> None:
        """Ask for the unit beside this one."""
        self.turned.emit(step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read on with the space bar, back with Shift and it, as by pages."""
        shift = Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Space and not (event.modifiers() & ~shift):
            is_back = bool(event.modifiers() & shift)
            self._move(Qt.Key.Key_PageUp if is_back else Qt.Key.Key_PageDown)
        else:
            super().keyPressEvent(event)

    def _move(self, key: int) -> bool:
        """Turn sideways; up and down and by pages move within, and turn at the ends."""
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(1 if key == Qt.Key.Key_Right else -1)
            return True
        down = key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
        if not down and key not in (Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            return super()._move(key)
        before, step = self.verticalScrollBar().value(), 1 if down else -1
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.scroller.by_page(step, self.viewport().height())
        else:
            self.scroller.by_lines(step)
        if self.verticalScrollBar().value() == before:
            self.turned.emit(step)
        return True


class ParagraphPane(QWidget):
    """Head, paragraph and buttons; it says what somebody wants and does none of it."""

    left = Signal()
    write_asked = Signal()
    heightened = Signal(int)
    """So many pixels of height are there for the paragraph."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.view = ParagraphView(theme)
        self.place = plain_label("", "ink", faces.sans(16, bold=True), wraps=False)
        self.page = plain_label("", "ink3", faces.sans(14), wraps=False)
        self.path = OneLine(faces.kai(14), "ink2")
        self.back_button = self._button("回到全文", "x", "回到全文（Esc）")
        self.previous_button = self._button("上一段", "chevron-left", "上一段（←）")
        self.next_button = self._button("下一段", "chevron-right", "下一段（→）")
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow last
        self.write_button = self._button("写意见", "", "对这一段写意见（回车）")
        self.write_button.setProperty("role", "main")
        self.setAutoFillBackground(True)
        self._turners = (self.previous_button, self.write_button, self.next_button)
        self._words = {button: button.text() for button in (self.back_button, *self._turners)}
        self._head, self._path, self._foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._rule = _Hairline(theme)
        self._left, self._width, self._is_low = _PADDING, 0, False
        self.set_theme(theme)
        self._build()
        self.rescale()
        self.back_button.clicked.connect(self.left)
        self.write_button.clicked.connect(self.write_asked)
        self.previous_button.clicked.connect(lambda: self.view.turned.emit(-1))
        self.next_button.clicked.connect(lambda: self.view.turned.emit(1))

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return [self.back_button, self.view, *self._turners]

    def set_theme(self, theme: Theme) -> None:
        """Lie on paper of another colour."""
        paper = self.palette()
        paper.setColor(QPalette.ColorRole.Window, QColor(theme.paper))
        self.setPalette(paper)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without the path where the paragraph needs its room."""
        super().resizeEvent(event)
        if self._has_little() != self._is_low:
            self.rescale()
        self._fit()
        self.heightened.emit(self.view.height())

    def rescale(self) -> None:
        """Be as large as the interface is; with little height all buttons stand in the head."""
        self._is_low = is_low = self._has_little()
        for button in (self.back_button, *self._turners):
            is_main = button is self.write_button
            least = 0 if is_low else px(_WIDE_MAIN if is_main else _WIDE)
            button.setMinimumSize(least, bar(_MAIN if is_main else _BUTTON))
        for at, button in enumerate(self._turners):
            if is_low:
                self._head.insertWidget(self._head.count() - 1, button)
            else:
                self._foot.insertWidget(1 + at, button)
        self._foot.setContentsMargins(*(0,) * 4 if is_low else (_PADDING, 8, _PADDING, 12))
        self._rule.setVisible(not is_low)
        self._fit()

    def _has_little(self) -> bool:
        return SCALE.is_low or 0 < self.height() < px(_LEAST)

    def _fit(self) -> None:
        """Do without the path where the paragraph needs its room, then without words."""
        is_low = self._is_low
        self.path.setVisible(not is_low and self.height() >= px(_LOW))
        self.page.setVisible(not is_low)
        for bare in _GIVE_WAY if is_low else _GIVE_WAY[:1]:
            for at, (button, words) in enumerate(self._words.items()):
                button.setText("" if at in bare else words)
            self._head.invalidate()  # it would not notice while the pane is out of sight
            if self._head.sizeHint().width() <= self.width():
                break
        self._stand_over()

    def _button(self, words: str, sign: str, tip: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "flat")
        button.setFont(faces.sans(14))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if sign:
            icons.put(button, sign)
        return button

    def _build(self) -> None:
        for label in (self.place, self.page):
            self._head.addWidget(label)
        self._head.addStretch(1)
        self._head.addWidget(self.back_button)
        self._path.addWidget(self.path)
        self._foot.setSpacing(8)
        for _end in range(2):
            self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(self._path)
        column.addWidget(_Hairline(self._theme))
        column.addWidget(self.view, 1)
        column.addWidget(self._rule)
        column.addLayout(self._foot)
        self.view.column_changed.connect(self._on_column)

    def _on_column(self, left: int, width: int) -> None:
        self._left, self._width = left, width
        self._fit()

    def _stand_over(self) -> None:
        """Let the head begin and end with the text, or with the pane where it holds more."""
        right = max(_PADDING, self.width() - self._left - self._width)
        is_low = self._is_low
        left, right = (_PADDING, _PADDING) if is_low else (self._left, right)
        self._head.setSpacing(4 if is_low else 16)
        self._head.setContentsMargins(left, 0 if is_low else 8, right - _INSIDE, 0)
        self._path.setContentsMargins(left, 0, right, 0 if is_low else 6)

    def show_unit(self, report: Report, pages: Pages, unit: int) -> None:
        """Show a unit of a report and say where it stands."""
        self.view.show_unit(report, pages, unit)
        here, last = report.units[unit], len(report.paragraphs)
        number = here.number
        self.place.setText(f"第{number}段，共{last}段" if number else f"标题，共{last}段")
        at = pages.at(unit)
        self.page.setText(f"原件{'约' if at.about else ''}第{at.page}页" if at else "")
        self.path.set_words("　".join(section_path(report, unit)))
        self._fit()
        self._offer(self.previous_button, can=unit > _first(report), why="这是第一段")
        self._offer(self.next_button, can=number != last, why="这是最后一段")

    def _offer(self, button: QPushButton, *, can: bool, why: str) -> None:
        button.setEnabled(can)
        button.setAccessibleDescription("" if can else why)
        button.setToolTip(button.accessibleName() if can else why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the whole text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Hairline(QLabel):
    """A line across the pane."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Be as thick as hairlines are."""
        self.setFixedHeight(theme.hairline)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.line))


def _first(report: Report) -> int:
    """Return the unit of the first paragraph."""
    return next((unit.ordinal for unit in report.units if unit.number is not None), 0)
