"""Over the tree: the button that leaves rows out and brings them back, and how many are out.

It comes when the library does: before that nobody knows what has opinions or was read.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.outline_filter import OutlineFilter
from beiguan_desktop.ui.scale import px

HEIGHT = 44
_NO_SECTIONS = "这份报告没有分章节，请在右边的正文里从上往下读。"


class OutlineHead(QObject):
    """Puts its button into the row of 目录, and what is left out between row and tree."""

    def __init__(
        self, outline_filter: OutlineFilter, row: QHBoxLayout, column: QVBoxLayout
    ) -> None:
        super().__init__(outline_filter)
        self._column = column
        self.filter = outline_filter
        self.button = QPushButton("")
        self.told: QLabel | None = None
        """How many sections are left out, or that there are none; made when it is to be said."""
        self.button.setProperty("role", "flat")
        self.button.setFont(faces.sans(14))
        self.button.setFixedHeight(px(HEIGHT))
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_button)
        row.addWidget(self.button)
        self.filter.changed.connect(self._tell)
        self._tell()

    def add_filters(self, menu: QMenu) -> None:
        """Offer in a menu what the tree can be reduced to, and everything again."""
        for only in self.filter.offers:
            action = menu.addAction(f"只看{only.words}")
            action.setCheckable(True)
            action.setChecked(only is self.filter.chosen)
            action.triggered.connect(lambda _checked=False, only=only: self.filter.choose(only))
        if self.filter.chosen is not None:
            menu.addAction("全部显示", lambda: self.filter.choose(None))

    def _on_button(self) -> None:
        if self.filter.chosen is not None:
            self.filter.choose(None)
            return
        menu = QMenu(self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(faces.sans(14))
        self.add_filters(menu)
        corner = self.button.mapToGlobal(self.button.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def _name_button(self) -> None:
        is_on = self.filter.chosen is not None
        tip = "目录里的各节全部显示" if is_on else "目录里只看有意见的，或者没读的"
        self.button.setText("全部显示" if is_on else "只看…")
        icons.put(self.button, "x" if is_on else "list-filter", "ink2")
        self.button.setToolTip(tip)
        self.button.setAccessibleName(tip)

    def _tell(self) -> None:
        self._name_button()
        self.button.setVisible(not self.filter.is_flat)
        words = self._words()
        if words and self.told is None:
            self.told = self._make_told()
        if self.told is not None:
            self.told.setText(words)
            self.told.setVisible(bool(words))

    def _words(self) -> str:
        only = self.filter.chosen
        if self.filter.is_flat:
            return _NO_SECTIONS
        if only is None:
            return ""
        what = f"只看{only.words}" if self.filter.kept else only.none
        return f"{what}，藏起 {self.filter.hidden} 节"

    def _make_told(self) -> QLabel:
        label = plain_label("", "ink2", faces.sans(14))
        label.setContentsMargins(20, 2, 12, 10)
        self._column.insertWidget(1, label)
        return label
