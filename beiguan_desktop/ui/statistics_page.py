"""统计 as widgets: charts and, beside or below them, the table that says the same."""

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.progress import Share
from beiguan_desktop.ui import icons
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.statistics_model import StatisticsModel
from beiguan_desktop.ui.statistics_rows import Numbers
from beiguan_desktop.ui.statistics_sheet import StatisticsSheet, label
from beiguan_desktop.ui.statistics_table import StatisticsTable
from beiguan_desktop.ui.theme import Theme

_MARGIN, _BETWEEN = 24, 32
_LEAST_CHART = 520
_MOST_CHART = 900
_LEAST_OPINION = 8
"""The least pixels of a bar that one opinion gets while the table stands beside."""
_SEPARATOR = re.compile(r"[\\/_.-]")
_EMPTY = ("还没有意见", "在报告里点一句话，写下意见，这里就有各部分、各类的数目。")
_HINT = "粗体是各部分的数目，加起来就是合计；缩进的是其中各节。回车或双击一行，到报告里那一节。"


class StatisticsPage(RoomPage):
    """Shown in place of the reading page; what it shows comes from the flow."""

    save_asked = Signal()
    opened = Signal(object)
    """The unit that somebody wants to read; None for the whole report."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.model = StatisticsModel(self)
        self.table = StatisticsTable(self.model, theme)
        self.sheet = StatisticsSheet(theme)
        self.save_button = self.button("存成图片", "image-down", "把图存成 PNG 图片")
        self.result = label(14)
        self.result.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.drafts = label(14, "ink2")
        self.empty = self._build_empty()
        self._beside = self._build_beside()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.area, self._content = QScrollArea(), QWidget()
        self._build()
        self.save_button.clicked.connect(self.save_asked)
        self.table.chosen.connect(self.opened)
        self.table.moved.connect(self._reveal)
        self.sheet.opened.connect(self.opened)

    # -- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._build_strip())
        column.addWidget(self.area, 1)
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(_MARGIN, 20, _MARGIN, _MARGIN)
        inside.setSpacing(12)
        inside.addWidget(self.drafts)
        inside.addWidget(self.empty)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(self._row)
        inside.addStretch(1)
        self.area.setWidget(self._content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for ground in (self._content, self.area.viewport()):
            ground.setAutoFillBackground(False)  # the page's own paper is seen

    def _build_strip(self) -> QHBoxLayout:
        title = label(16, bold=True)
        title.setText("统计")
        title.setWordWrap(False)
        strip = self.strip
        strip.addWidget(self.back_button)
        strip.addWidget(title)
        strip.addWidget(self.result, 1)
        strip.addWidget(self.save_button)
        return strip

    def _build_beside(self) -> QWidget:
        title = label(16, bold=True)
        title.setText("同样的数字")
        hint = label(14, "ink2")
        hint.setText(_HINT)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (title, self.table, hint):
            column.addWidget(widget)
        return beside

    def _build_empty(self) -> QWidget:
        sign = QLabel()
        icons.put(sign, "message-square-plus", "ink3", 34)
        title, hint = label(16, bold=True), label(14, "ink2")
        title.setText(_EMPTY[0])
        hint.setText(_EMPTY[1])
        empty = QWidget()
        empty.setAccessibleName("，".join(_EMPTY))
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 28, 0, 28)
        column.setSpacing(10)
        for widget in (sign, title, hint):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        return empty

    # -- showing

    def show_numbers(self, numbers: Numbers, *, drafts: int) -> None:
        """Show the opinions; `drafts` counts boxes that are open and not counted."""
        self.result.setText("")
        self.result.setAccessibleName("")
        here = self.table.currentIndex().row()
        self.model.set_numbers(numbers if numbers.total else Numbers())
        self.table.setCurrentIndex(self.model.index(min(here, self.model.rowCount() - 1), 0))
        self.sheet.show_numbers(numbers)
        is_empty = not numbers.total
        self.empty.setVisible(is_empty)
        self._beside.setVisible(not is_empty)
        self.drafts.setText(f"还有 {drafts} 条草稿没有写完，没有算在里面。" if drafts else "")
        self.drafts.setVisible(drafts > 0)
        self._fit()

    def show_reading(self, shares: tuple[Share, ...]) -> None:
        """Show how much was read."""
        self.sheet.show_reading(shares)

    def tell(self, words: str, *, is_done: bool) -> None:
        """Say what became of the picture."""
        ink(self.result, "ok" if is_done else "warn")
        told = ("✓ " if is_done else "△ ") + words
        self.result.setAccessibleName(told)
        self.result.setText(_SEPARATOR.sub("\\g<0>\u200b", told))  # a long path may break
        self.result.setToolTip(words.replace("<", "＜"))

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self._fit()

    def take_focus(self) -> None:
        """Let the keys go to the first row, or to the way back."""
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal(self, row: QRect) -> None:
        """Scroll to a row of the table, which does not scroll itself."""
        middle = self.table.mapTo(self._content, row.center())
        self.area.ensureVisible(0, middle.y(), 0, row.height())

    def _fit(self) -> None:
        """Put the table beside the charts where both have room, else below them."""
        room = self.width() - 2 * _MARGIN - self.area.verticalScrollBar().sizeHint().width()
        left = room - _BETWEEN - self.table.least_width()
        is_empty = self.model.rowCount() == 0
        is_wide = left >= px(_LEAST_CHART) and not is_empty
        if is_wide:
            half = (room - _BETWEEN) * 52 // 100
            chart = max(px(_LEAST_CHART), min(px(_MOST_CHART), left, half))
            is_wide = self.sheet.opinions.gives(px(_LEAST_OPINION), chart)
        if is_wide:  # a chart of a hundred rows is drawn once only
            self.sheet.fit(chart)
            self.table.fit(room - chart - _BETWEEN)
        else:
            self.sheet.fit(min(room, px(_MOST_CHART)) if is_empty else room)
            self.table.fit(room)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        return self.area.y()
