"""对照 as widgets: what changed from one edition to the next, and what more is said of the two."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from beiguan_desktop.core.side_by_side import Comparison, Row
from beiguan_desktop.ui.compare_body import CompareBody
from beiguan_desktop.ui.compare_door import PAGE
from beiguan_desktop.ui.compare_side import ALL, NAMES, CompareSide
from beiguan_desktop.ui.compare_strip import CompareStrip
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.scope_tab import ScopeTab
from beiguan_desktop.ui.theme import Theme

SIDES, MERGED = "左右对照", "花脸稿"
_WORKING = ("正在对照… {}%", "两稿很长的时候要等一会儿，可以先取消。", "取消")
_NONE = ("没有{}的地方", "在左边换一种看看。", "")
_SAME = ("两稿的文字相同", "换行、全角半角、引号的不同不算改动。", "")


class ComparePage(RoomPage):
    """Shown in place of the report; what it shows comes from the flow.

    `opened`: somebody wants to read the paragraph of a Row. `cancel_asked`: not wait any longer.
    """

    opened = Signal(object)
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(PAGE)
        self.side = CompareSide(theme)
        self.body = CompareBody(theme)
        self.previous_button = self.button("上一处", "chevron-up", "到上一处改动（Shift+F7）")
        self.next_button = self.button("下一处", "chevron-down", "到下一处改动（F7）")
        steps = (self.previous_button, self.next_button)
        self.top = CompareStrip(theme, self.strip, self.back_button, steps)
        self._stack = QStackedWidget()
        self._comparison = Comparison((), (), ())
        self._opinions: Mapping[int, int] = {}
        self._steps: dict[QWidget, Callable[[int], None]] = {}
        self._points = 16.0
        self._build()
        for name in (SIDES, MERGED):
            self.add_tab(name, self.body)
        self.top.tabs.buttons()[0].setChecked(True)
        self._stack.currentChanged.connect(
            lambda _at: self.side.offer_filters(has_rows=not self.body.isHidden())
        )
        self.side.chosen.connect(self._show)
        self.top.tabs.buttonClicked.connect(lambda _tab: self._show())
        self.body.list.stood.connect(self._tell_place)
        self.body.list.opened.connect(self.opened)
        self.body.message_button.clicked.connect(self.cancel_asked)
        self.previous_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.hairline)
        row.addWidget(self.side)
        row.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(row, 1)

    # -- what others put here

    def add_tab(
        self, name: str, widget: QWidget, step: Callable[[int], None] | None = None
    ) -> ScopeTab:
        """Let a widget be shown in place of the rows under a name beside 花脸稿.

        `step` is what F7 (1) and Shift+F7 (-1) do there.
        """
        tab = self.top.add_tab(name)
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        if step is not None:
            self._steps[widget] = step
        tab.clicked.connect(lambda: self._stack.setCurrentWidget(widget))
        return tab

    def set_slot(self, widget: QWidget) -> None:
        """Put what is said of the opinions' places into the left column."""
        self.side.set_slot(widget)

    # -- showing

    def show_working(self, percent: int) -> None:
        """Say that the two are being compared, and how far it is."""
        self.side.setEnabled(False)
        self.top.tell("")
        self.body.tell(_WORKING[0].format(percent), *_WORKING[1:])

    def show_comparison(
        self, comparison: Comparison, opinions: Mapping[int, int], warning: str
    ) -> None:
        """Show what changed; `opinions` are counted by old unit, `warning` is said above."""
        self._comparison, self._opinions = comparison, opinions
        self.side.setEnabled(True)
        self.side.show_counts(comparison.counts, comparison.changes)
        self.side.show_discussed(self._discussed())
        self.side.choose(ALL)
        self.body.warn(warning)
        self._show()
        changes = self.body.model.changes()
        if changes:
            self.body.list.stand_on(changes[0])
            self.body.list.verticalScrollBar().setValue(0)

    def show_opinions(self, opinions: Mapping[int, int]) -> None:
        """Count the opinions on the old edition anew."""
        self._opinions = opinions
        self.side.show_discussed(self._discussed())
        self.body.model.set_opinions(opinions)
        self.body.list.lay_again()

    def _discussed(self) -> int:
        changed = (row for row in self._comparison.rows if row.is_changed)
        return sum(any(at in self._opinions for at in row.olds) for row in changed)

    def set_points(self, points: float) -> None:
        """Set the size of the letters."""
        self._points = points
        self._show()

    def _show(self) -> None:
        """Show the rows that are chosen, and stand where one stood."""
        rows, here = self.body.model.rows, self.body.list.currentIndex().row()
        stood = rows[here] if 0 <= here < len(rows) else None
        wanted, is_short = self._wanted(), self.side.only_changes.isChecked()
        is_other = self.body.list.intend(
            points=self._points, is_merged=self.top.tab == MERGED, is_short=is_short
        )
        if rows != wanted or self.body.model.comparison is not self._comparison:
            self.body.model.put(self._comparison, wanted, self._opinions)
            if stood in wanted:
                self.body.list.stand_on(wanted.index(stood))
        elif is_other:
            self.body.list.lay_again()
        if not self._comparison.rows:
            self.body.tell("", "", "")  # nothing has been compared yet
        elif wanted:
            self.body.show_list()
        elif self._comparison.changes or self.side.choice != ALL:
            self.body.tell(_NONE[0].format(NAMES[self.side.choice]), *_NONE[1:])
        else:
            self.body.tell(*_SAME)
        self._tell_place()

    def _wanted(self) -> list[Row]:
        comparison, choice = self._comparison, self.side.choice
        if choice == "same":
            return [
                it for it in comparison.rows if not it.is_changed and comparison.is_paragraph(it)
            ]
        if choice != ALL:
            return [row for row in comparison.rows if row.status == choice]
        only = self.side.only_changes.isChecked()
        return [row for row in comparison.rows if row.is_changed or not only]

    # -- from change to change

    def step(self, way: int) -> None:
        """Go to the next change (1) or to the one before (-1), round at the ends."""
        shown = self._stack.currentWidget()
        if shown in self._steps:
            self._steps[shown](way)
        if shown is not self.body:
            return
        changes, here = self.body.model.changes(), self.body.list.currentIndex().row()
        if not changes:
            return
        beyond = [at for at in changes[::way] if (at - here) * way > 0]
        self.body.list.stand_on(beyond[0] if beyond else changes[::way][0])

    def _tell_place(self) -> None:
        changes, here = self.body.model.changes(), self.body.list.currentIndex().row()
        whole = f"共 {len(changes)} 处" if changes and not self.body.isHidden() else ""
        is_there = bool(whole) and here in changes
        self.top.tell(f"第 {changes.index(here) + 1} 处，{whole}" if is_there else whole)

    def take_focus(self) -> None:
        """Let the keys go to the rows."""
        self.body.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt

    def event(self, event: QEvent) -> bool:
        """Keep F7 from the window, where it leads to the next paragraph that was not read."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F7:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F7 leads to the next change, with Shift to the one before."""
        if event.key() == Qt.Key.Key_F7:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the left column its share."""
        super().resizeEvent(event)
        self.side.fit(self.width())
        self.top.fit()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        self.side.fit(self.width())
        self.top.fit()

    def strip_height(self) -> int:
        """Return how high the strip is, in pixels."""
        return self.top.height()

    def paint_within(self, painter: QPainter, strip: int) -> None:
        """Paint the hairline beside the left column."""
        thin, x = self._theme.hairline, self.side.geometry().right() + 1
        painter.fillRect(x, strip, thin, self.height() - strip, QColor(self._theme.line))
