"""打开报告: what was recognised beside what was repaired, before a report is taken in."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.one_line import OneLine
from beiguan_desktop.ui.preview_band import QuestionBand
from beiguan_desktop.ui.preview_description import DescriptionStrip
from beiguan_desktop.ui.preview_findings import FindingsList
from beiguan_desktop.ui.preview_finds import ALL, TABS, Finds
from beiguan_desktop.ui.preview_foot import PreviewFoot
from beiguan_desktop.ui.preview_rows import UnitRows
from beiguan_desktop.ui.preview_unit import UnitPane
from beiguan_desktop.ui.preview_units import UnitList
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.scope_tab import ScopeTab
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.wrapped_row import WrappedRow

FIELDS = "改名称、类别、哪一稿、哪次会议"
_LEFT, _SHARE = 304, 0.3
_SIDE = 24
_EMPTY = "这里没有要看的。左边的目录对不对，请看一眼，再打开。"
_LEAST, _LOW, _CROWDED = 560, 700, 540
"""Pixels at the standard size below which the fields have no room, alone and with other things;
and those below which a unit has none beside the findings."""
_KEYS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "discard",
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier): "merge",
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier): "turn",
}


class PreviewPage(RoomPage):
    """The widgets; what they show and lead to is `PreviewConduct`'s."""

    undo_asked = Signal()
    redo_asked = Signal()
    act_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.rows, self.finds = UnitRows(self), Finds(self)
        self.units = UnitList(self.rows, theme)
        self.findings = FindingsList(self.finds, theme)
        self.unit = UnitPane(theme)
        self.band = QuestionBand(theme)
        self.description = DescriptionStrip()
        self.left_head = plain_label("认出的目录", "ink", faces.sans(16, bold=True), wraps=False)
        self.left_words = plain_label("", "ink2", faces.sans(14))
        self.head = OneLine(faces.sans(20, bold=True), "ink")
        self.words = plain_label("", "ink2", faces.sans(14))
        self.fields_button = self.button("名称、哪一稿", "chevron-down", FIELDS)
        self.views = {
            True: ScopeTab("目录", theme, things="，{}行"),
            False: ScopeTab("正文", theme, things="，{}行"),
        }
        self.tabs = {key: ScopeTab(word, theme, things="，{}处") for key, word in TABS}
        self.foot = PreviewFoot()
        self._left, self._right = QWidget(), QWidget()
        self._stretch, self._is_crowded = QWidget(), False
        self._build()

    def _build(self) -> None:
        self._build_left()
        self._build_right()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(self._theme.hairline)
        across.addWidget(self._left)
        across.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.hairline)
        column.addLayout(across, 1)
        column.addWidget(self.foot)
        self.foot.undo_button.clicked.connect(self.undo_asked)
        self.foot.redo_button.clicked.connect(self.redo_asked)
        self.unit.hide()
        self._take_widths()

    def _build_left(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 12, 0)
        head.setSpacing(2)
        head.addWidget(self.left_head)
        head.addWidget(self.left_words)
        views = QHBoxLayout()
        views.setSpacing(px(20))
        group = QButtonGroup(self)
        for is_contents, tab in self.views.items():
            group.addButton(tab)
            views.addWidget(tab)
            tab.clicked.connect(lambda _checked=False, it=is_contents: self.show_view(it))
        views.addStretch(1)
        head.addLayout(views)
        self.views[True].setChecked(True)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.hairline)
        column.addLayout(head)
        column.addWidget(self.units, 1)

    def _build_right(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 12, _SIDE, 8)
        head.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.fields_button)
        head.addLayout(top)
        head.addWidget(self.words)
        head.addWidget(self.description)
        self.fields_button.setCheckable(True)
        self.fields_button.clicked.connect(self._open_fields)
        self.band.answered.connect(self.make_room)
        self._tabs_row = WrappedRow(gap=22)
        group = QButtonGroup(self)
        for key, tab in self.tabs.items():
            group.addButton(tab)
            tab.clicked.connect(lambda _checked=False, it=key: self.show_tab(it))
        self._tabs_row.set_parts(list(self.tabs.values()))
        self.tabs[ALL].setChecked(True)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(_SIDE, 0, _SIDE, 0)
        tabs.addWidget(self._tabs_row, 1)
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.band)
        column.addWidget(self.unit)
        column.addLayout(tabs)
        column.addWidget(self.findings, 1)
        self._empty = plain_label(_EMPTY, "ink2", faces.sans(16))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(0, 40, 0, 0)
        column.addWidget(self._empty, 1)
        column.addWidget(self._stretch, 1)

    # -- what is shown

    def show_view(self, is_contents: bool) -> None:
        """Show headings only, or every unit; one stays where one stood."""
        unit = self.units.unit()
        self.views[is_contents].setChecked(True)
        self.rows.show_contents(is_contents=is_contents)
        if unit is not None:
            self.units.stand_on(unit.ordinal)

    def show_tab(self, tab: str) -> None:
        """Show the findings of a tab."""
        self.finds.set_tab(tab)
        self.look_at_list()
        self.findings.stand_at(0)

    def show_counts(self, views: Mapping[bool, int], tabs: Mapping[str, int]) -> None:
        """Show on each choice how much it holds; a tab without anything is not there."""
        for is_contents, count in views.items():
            self.views[is_contents].set_count(count)
        for key, tab in self.tabs.items():
            tab.set_count(tabs.get(key, 0))
            tab.setVisible(bool(tabs.get(key)) or key == ALL)
        self._tabs_row.lay()

    def look_at_list(self) -> None:
        """Say that a tab has nothing to show; a unit that is open may need all the room."""
        is_empty = not self.finds.rowCount()
        self.findings.setVisible(not is_empty and not self._is_crowded)
        self._empty.setVisible(is_empty and not self._is_crowded)
        self._stretch.setVisible(self._is_crowded)

    def _open_fields(self) -> None:
        """Open or close the fields where they have no room beside a unit."""
        if not self.unit.isHidden():
            self.unit.left.emit()
        self.make_room()

    def make_room(self) -> None:
        """Let the fields give way where the page is low: they are opened by a button then."""
        others = not self.unit.isHidden() or not self.band.isHidden()
        is_low = self.height() < px(_LOW if others else _LEAST)
        is_wanted = not is_low or self.fields_button.isChecked()
        self.description.setVisible(is_wanted)
        is_filled = not self.unit.isHidden() or (is_low and is_wanted)
        self._is_crowded = self.height() < px(_CROWDED) and is_filled
        self._tabs_row.setHidden(self._is_crowded)
        is_alone = self._is_crowded and not self.unit.isHidden()
        self.words.setHidden(is_alone or (is_low and is_wanted))
        self.head.setHidden(is_alone)
        self.fields_button.setHidden(is_alone or not is_low)
        self.look_at_list()

    def panes(self) -> Sequence[QWidget]:
        """Return the units, what is said of one, what was found, and the way out."""
        return self.units, self.unit.text, self.findings, self.foot.main_button

    def take_focus(self) -> None:
        """Let the keys go to the findings, or to the units where there are none."""
        (self.findings if self.finds.rowCount() else self.units).setFocus()

    # -- how large things are

    def _take_widths(self) -> None:
        self._left.setFixedWidth(min(px(_LEFT), max(240, round(self.width() * _SHARE))))
        self.make_room()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self._take_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the width to what was repaired."""
        super().resizeEvent(event)
        self._take_widths()

    def strip_height(self) -> int:
        """Return 0: the title has the strip's place."""
        return 0

    def paint_within(self, painter: QPainter, strip: int) -> None:  # noqa: ARG002
        """Paint the ground and the hairlines between the parts."""
        theme, thin, foot = self._theme, self._theme.hairline, self.foot.y()
        painter.fillRect(self.rect(), QColor(theme.ground))
        lines = (
            QRect(0, foot - thin, self.width(), thin),
            QRect(self._left.width(), 0, thin, foot),
            QRect(0, self.units.y() - thin, self._left.width(), thin),
        )
        for line in lines:
            painter.fillRect(line, QColor(theme.line))
        if self._is_crowded:
            return
        over = self._right.x(), self.findings.y() - thin, self._right.width(), thin
        painter.fillRect(*over, QColor(theme.line))

    # -- keys

    def undo_here(self) -> bool:
        """Take the last correction back: Ctrl+Z is the page's."""
        self.undo_asked.emit()
        return True

    def redo_here(self) -> bool:
        """Do again what was taken back last."""
        self.redo_asked.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo anywhere; what changes a unit where a unit is chosen."""
        act = _KEYS.get((Qt.Key(event.key()), event.modifiers()))
        steps: dict[QKeySequence.StandardKey, Callable[[], bool]] = {
            QKeySequence.StandardKey.Undo: self.undo_here,
            QKeySequence.StandardKey.Redo: self.redo_here,
        }
        for key, step in steps.items():
            if event.matches(key):
                step()
                return
        focus = QApplication.focusWidget()
        if act and focus is not None and (focus is self.units or self.unit.isAncestorOf(focus)):
            self.act_asked.emit(act)
        else:
            super().keyPressEvent(event)
