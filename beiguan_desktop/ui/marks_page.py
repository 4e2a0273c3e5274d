"""我的重点和星标 as widgets: a strip with the way back, what to show, and the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.marks_list import MarksList
from beiguan_desktop.ui.marks_model import STAR, STROKE, MarksModel, Row
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.scope_tab import ScopeTab
from beiguan_desktop.ui.theme import Theme

PRIVATE = "只有您自己看得见，不会交上去，也不会印出来。"
_EMPTY = {
    "": ("还没有画重点，也没有加星标", "选中几个字，点“画重点”；在一段上点右键，点“加星标”。"),
    STROKE: ("还没有画重点", "在正文里选中几个字，再点“画重点”。"),
    STAR: ("还没有加星标", "在一段上点右键，点“加星标”，或者按 Ctrl+D。"),
}
_ICON = 34


class MarksPage(RoomPage):
    """Shown in place of the reading page; what it shows comes from the flow."""

    opened = Signal(object)
    off_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = MarksModel(self)
        self.list = MarksList(self.model, theme)
        self._kinds = QButtonGroup(self)
        self.tabs = {
            kind: ScopeTab(word, theme, things="的地方，{}处")
            for kind, word in (("", "全部"), (STROKE, STROKE), (STAR, STAR))
        }
        self._empty_title = plain_label("", "ink", faces.sans(16, bold=True))
        self._empty_hint = plain_label("", "ink2", faces.sans(14))
        self.empty = self._build_empty()
        self._strip = QWidget()
        self._build()
        self.list.chosen.connect(self.opened)
        self.list.off_asked.connect(self.off_asked)

    def _build(self) -> None:
        self._build_strip()
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 1)
        row.setSpacing(20)
        for tab in self.tabs.values():
            self._kinds.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(self._show_kind)
        private = plain_label(PRIVATE, "ink2", faces.sans(14))
        private.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(private, 1)
        self.tabs[""].setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addLayout(row)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def _build_strip(self) -> None:
        title = plain_label("我的重点和星标", "ink", faces.sans(16, bold=True), wraps=False)
        strip = self.strip
        self._strip.setLayout(strip)
        strip.addWidget(self.back_button)
        strip.addWidget(title)
        strip.addStretch(1)

    def _build_empty(self) -> QWidget:
        sign = QLabel()
        icons.put(sign, "highlighter", "ink3", _ICON)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(24, 64, 24, 64)
        column.setSpacing(10)
        for label in (sign, self._empty_title, self._empty_hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        return empty

    def show_rows(self, found: list[Row], *, is_read_only: bool) -> None:
        """Show what is marked; the row one stood on, or the one in its place, stays current."""
        here = self.list.currentIndex().row()
        self.list.set_read_only(is_read_only=is_read_only)
        self.model.set_rows(found)
        for kind, tab in self.tabs.items():
            tab.set_count(self.model.count(kind))
        self._stand_at(here)

    def _show_kind(self) -> None:
        kind = next(kind for kind, tab in self.tabs.items() if tab.isChecked())
        self.model.set_kind(kind)
        self._stand_at(0)

    def _stand_at(self, row: int) -> None:
        kind = next(kind for kind, tab in self.tabs.items() if tab.isChecked())
        title, hint = _EMPTY[kind]
        self._empty_title.setText(title)
        self._empty_hint.setText(hint)
        self.empty.setAccessibleName(f"{title}，{hint}")
        last = self.model.rowCount() - 1
        self.empty.setVisible(last < 0)
        self.list.setVisible(last >= 0)
        if last >= 0:
            self.list.setCurrentIndex(self.model.index(min(max(0, row), last), 0))
        elif self.isVisible():
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Let the keys go to the list, or to the way back."""
        target = self.list if self.model.rowCount() else self.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        return self._strip.height()

    def paint_within(self, painter: QPainter, strip: int) -> None:  # noqa: ARG002
        """Paint the hairline over the list."""
        if self.list.isVisible():
            thin = self._theme.hairline
            over = self.list.y() - thin
            painter.fillRect(0, over, self.width(), thin, QColor(self._theme.line))
