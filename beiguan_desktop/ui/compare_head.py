"""Above the two columns of 对照: which edition stands there, and a menu of the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.compare_row import Measure
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_HEIGHT, _INSET, _END = 52, 12, 24


@dataclass(frozen=True, slots=True)
class Choice:
    """A report one can choose: its id, what it is called, and its file."""

    report: str
    words: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What an edition is called where there is room, where there is little, and its report."""

    whole: str
    short: str
    tip: str
    report: str = ""


class EditionButton(QPushButton):
    """「审议稿　2026年2月27日」: which edition; a click offers the others."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._names = name, Names("", "", "")
        self.report = ""
        self.choices: Callable[[], Sequence[Choice]] = tuple
        self.setProperty("role", "flat")
        self.setFont(faces.sans(14, bold=True))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words
        icons.put(self, "chevron-down", "ink2")
        self.menu_of_choices = QMenu(self)
        self.menu_of_choices.setAccessibleName(name)
        self.menu_of_choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu_of_choices.setToolTipsVisible(True)
        self.clicked.connect(self.offer)

    def put(self, names: Names) -> None:
        """Say which edition it is."""
        self._names, self.report = names, names.report
        self.setToolTip(names.tip.replace("<", "＜"))
        self.setAccessibleName(f"{self._name}：{names.whole}，按空格换")

    def lie(self, box: QRect) -> None:
        """Lie in a box, or in as much of it as is needed; words that are too long are cut."""
        metrics, room = self.fontMetrics(), box.width() - self.iconSize().width() - px(34)
        is_whole = metrics.horizontalAdvance(self._names.whole) <= room
        words = self._names.whole if is_whole else self._names.short
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.setGeometry(box.x(), box.y(), min(box.width(), self.sizeHint().width()), box.height())

    def offer(self) -> None:
        """Open the menu of the other reports."""
        menu, group = self.menu_of_choices, QActionGroup(self.menu_of_choices)
        menu.clear()
        menu.setFont(faces.sans(14))
        for choice in self.choices():
            action = menu.addAction(choice.words.replace("&", "&&"))
            action.setToolTip(choice.tip.replace("<", "＜"))
            action.setCheckable(True)
            action.setChecked(choice.report == self.report)
            group.addAction(action)
            action.triggered.connect(
                lambda _checked=False, report=choice.report: self.chosen.emit(report)
            )
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class CompareHead(QWidget):
    """Both buttons, each above its column."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.old, self.new = EditionButton("前一稿"), EditionButton("后一稿")
        for button in (self.old, self.new):
            button.setParent(self)
        self._sizes: Measure | None = None
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setFixedHeight(bar(_HEIGHT))
        self._place()

    def put(self, old: Names, new: Names) -> None:
        """Say which editions they are."""
        self.old.put(old)
        self.new.put(new)
        self._place()

    def stand_over(self, sizes: Measure) -> None:
        """Stand over columns that are laid out like this."""
        self._sizes = sizes
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the columns."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._sizes is None:
            return
        sizes, top, high = self._sizes, 2, self.height() - 4
        left, inset = round(sizes.margin), px(_INSET) + self._theme.hairline
        if sizes.is_one:
            room = (self.width() - left - px(_END)) // 2
            self.old.lie(QRect(left - inset, top, room, high))
            self.new.lie(QRect(self.old.geometry().right() + inset, top, room, high))
        else:
            room = round(sizes.column) + inset
            self.old.lie(QRect(left - inset, top, room, high))
            self.new.lie(QRect(round(sizes.second) - inset, top, room, high))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the hairline below."""
        thin = self._theme.hairline
        with QPainter(self) as painter:
            painter.fillRect(0, self.height() - thin, self.width(), thin, QColor(self._theme.line))
