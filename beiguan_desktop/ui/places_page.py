"""Opinions with the places proposed for them, shown in place of the text before anything moves."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.places_list import PlacesList
from beiguan_desktop.ui.places_rows import SECTIONS, PlacesModel, Row
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_PADDING, _AIR = 24, 14
_FOOT = 60


class PlacesPage(RoomPage):
    """What it is about, the list, and a foot with what can be done with all of it.

    `decided`: an act was chosen for the row with this key. `accepted`: the main button.
    `back_asked`: leave everything as it is; while work is done that is 取消.
    """

    accepted = Signal()
    decided = Signal(str, str)

    def __init__(self, theme: Theme, name: str, *, leave: str = "回到报告") -> None:
        """Make the page; `leave` is what the button says that leaves everything as it is."""
        super().__init__(theme)
        self.title = plain_label(name, "ink", faces.sans(16, bold=True), wraps=False)
        self.head = plain_label("", "ink", faces.sans(16, bold=True))
        self.said = plain_label("", "ink2", faces.sans(14))
        self.told = plain_label("", "warn", faces.sans(14))
        self.model = PlacesModel(self)
        self.list = PlacesList(self.model, theme)
        self.hint = plain_label("", "ink2", faces.sans(14))
        self._leave = leave
        self.leave_button = self.button(leave, "", f"{leave}（Esc）")
        self.main_button = self.button("", "", "", role="main")
        self._strip, self._foot, self._above = QWidget(), QWidget(), QWidget()
        self._build()
        self.list.decided.connect(self.decided)
        self.main_button.clicked.connect(self.accepted)
        self.leave_button.clicked.connect(self.back_asked)
        self.rescale()

    def _build(self) -> None:
        self._strip.setLayout(self.strip)
        self.strip.addWidget(self.back_button)
        self.strip.addWidget(self.title)
        self.strip.addStretch(1)
        above = QVBoxLayout(self._above)
        for label in (self.told, self.head, self.said):
            above.addWidget(label)
        self._row = QHBoxLayout(self._foot)
        self._row.addWidget(self.hint, 1)
        self._row.addWidget(self.leave_button)
        self._row.addWidget(self.main_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip)
        column.addWidget(self._above)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self._foot)

    # -- what is shown

    def show_rows(
        self,
        head: str,
        said: Iterable[str],
        rows: Iterable[Row],
        *,
        accept: str,
        sections: Mapping[str, str] = SECTIONS,
    ) -> None:
        """Show what it is about and the rows; `accept` is what the main button says."""
        self.head.setText(head)
        self._say(self.said, "".join(said))
        self._say(self.told, "")
        self.model.put(rows, sections)
        self.list.show()
        self._foot.show()
        self._offer_leave(self._leave, may_leave=True)
        self.main_button.setText(accept)
        self.main_button.setToolTip(accept)
        self.main_button.show()
        self.hint.setText("")
        self.list.choose_first()

    def show_busy(self, words: str, *, may_leave: bool = True) -> None:
        """Say what is being done; nothing is to be decided meanwhile."""
        self.head.setText(words)
        for label in (self.said, self.told):
            self._say(label, "")
        self.model.put(())
        self.list.hide()
        self.main_button.hide()
        self.hint.setText("")
        self._foot.show()
        self._offer_leave("取消", may_leave=may_leave)

    def show_end(self, head: str, said: str) -> None:
        """Say how it ended where there is no list to be seen."""
        self.show_busy(head)
        self._say(self.said, said)
        self._foot.hide()

    def _offer_leave(self, words: str, *, may_leave: bool) -> None:
        self.leave_button.setText(words)
        self.leave_button.setToolTip(f"{words}（Esc）")
        for button in (self.back_button, self.leave_button):
            button.setEnabled(may_leave)

    def tell(self, words: str) -> None:
        """Say in amber over the list what has gone otherwise than one thought."""
        self._say(self.told, words)

    def _say(self, label: QWidget, words: str) -> None:
        if hasattr(label, "setText"):
            label.setText(words)
        label.setVisible(bool(words))

    def panes(self) -> Sequence[QWidget]:
        """Return the list, and what puts it in place."""
        return self.list, self.main_button

    def take_focus(self) -> None:
        """Let the keys go to the list, or to the button that leaves."""
        is_listed = self.list.isVisible() and self.model.rowCount() > 0
        leave = self.leave_button if self._foot.isVisible() else self.back_button
        target: QWidget = self.list if is_listed else leave
        if self.main_button.isVisible() and not self.model.count("lost"):
            target = self.main_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- looks

    def rescale(self) -> None:
        """Be as large as the interface is."""
        super().rescale()
        for widget, air in ((self._above, _AIR), (self._foot, 0)):
            layout = widget.layout()
            if layout is not None:
                layout.setContentsMargins(px(_PADDING), px(air), px(20), px(air))
                layout.setSpacing(px(8))
        self._foot.setMinimumHeight(bar(_FOOT))

    def strip_height(self) -> int:
        """Return how high the strip is."""
        return self._strip.height()

    def paint_within(self, painter: QPainter, strip: int) -> None:  # noqa: ARG002
        """Paint the ground of the foot, and the hairlines round the list."""
        theme, thin, foot = self._theme, self._theme.hairline, self._foot.geometry()
        painter.fillRect(foot, QColor(theme.ground))
        for top in (foot.top(), self._above.geometry().bottom()):
            painter.fillRect(0, top, self.width(), thin, QColor(theme.line))
