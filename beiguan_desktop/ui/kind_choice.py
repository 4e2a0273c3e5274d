"""Which kind an opinion is of: a deputy's three buttons, or all kinds and acts for staff.

The two rows of staff are the 性质: what is said to the government, and what is done to the text.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.composing import CHANGE
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.kind_button import KindButton
from beiguan_desktop.ui.kind_row import KindRow
from beiguan_desktop.ui.labels import BUTTONS
from beiguan_desktop.ui.scale import HAND, px
from beiguan_desktop.ui.theme import Theme

TO_WORK = (
    ("建议", "建议", "请政府做"),
    ("批评", "批评", "指出没做好的"),
    ("意见", "意见", "说说看法"),
    ("询问", "询问", "请说清楚"),
    ("肯定", "肯定", "做得好的"),
    ("数据核实", "数据核实", "数字请核对"),
)
TO_WORDS = (
    ("修改", "修改", "换个写法"),
    ("增加", "增加一句", "加在这句后面"),
    ("删除", "删去", "不要这几个字"),
    ("移位", "移位", "挪到别处"),
)
ROWS = ("对政府工作", "对报告文字")
_GAP, _APART = 4, 16
"""Pixels between small buttons, and between both halves where they stand in one row."""
_KEYS = range(4, 10)
"""The keys Alt+4…9; those before are the window's actions."""


class KindChoice(QWidget):
    """Says which kind and act somebody chooses; what is chosen is shown by `show_choice`."""

    chosen = Signal(str, str)
    """A kind, and the act if one was chosen with it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups: list[QButtonGroup] = []
        self._plain = tuple(KindButton(kind, theme) for kind in BUTTONS)
        self._all: _Rows | None = None
        self.is_staff = False
        self._now, self._lowness, self._is_lying = ("", ""), 0, False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._three = KindRow(self._plain)
        self._row.addWidget(self._three)
        self._take(self._plain)

    @property
    def buttons(self) -> tuple[KindButton, ...]:
        """The buttons in the order shown."""
        return self._all.buttons if self._all is not None and self.is_staff else self._plain

    @property
    def by_kind(self) -> Mapping[str, KindButton]:
        """The buttons by kind; for 修改 the one that changes."""
        found: dict[str, KindButton] = {}
        for button in self.buttons:
            found.setdefault(button.kind, button)
        return found

    def set_staff(self, *, is_staff: bool) -> None:
        """Show all kinds and acts, or a deputy's three."""
        if is_staff == self.is_staff:
            return
        self.is_staff = is_staff
        if self._all is None:
            self._all = _Rows(self._theme)
            self._row.addWidget(self._all)
            self._take(self._all.buttons)
        self._three.setVisible(not is_staff)
        self._all.setVisible(is_staff)
        self.show_choice(*self._now)
        self.set_low(lowness=self._lowness, is_lying=self._is_lying)

    def show_choice(self, kind: str, act: str) -> None:
        """Show which kind and act are chosen; none of a deputy's may be it."""
        self._now = kind, act
        for group in self._groups:
            group.setExclusive(False)
            for button in group.buttons():
                if isinstance(button, KindButton):
                    button.setChecked(button.kind == kind and button.act in ("", act))
            group.setExclusive(True)
        chosen = next((button for button in self.buttons if button.isChecked()), None)
        if chosen is not None and self._all is not None and self.is_staff:
            self._all.bring_into_sight(chosen)
        elif chosen is not None:
            self._three.show_kind(chosen)

    def widest(self) -> int:
        """Return how many pixels all of them take in one row when none is out of sight."""
        return self._all.widest() if self._all and self.is_staff else self._three.widest()

    def set_low(self, *, lowness: int, is_lying: bool) -> None:
        """Do with less height (0…3); where the pane lies under the text all stand in one row."""
        self._lowness, self._is_lying = lowness, is_lying
        for button in self._plain:
            button.set_terse(is_terse=lowness > 0 or is_lying)
        self._three.fit()
        if self._all is not None:
            self._all.lay(is_lying=is_lying or lowness > 2, has_names=lowness < 2)
        self.updateGeometry()

    def press(self, number: int) -> None:
        """Press a button by its place in the order shown, from 1."""
        if number <= len(self.buttons):
            self.buttons[number - 1].click()

    def _take(self, buttons: tuple[KindButton, ...]) -> None:
        group = QButtonGroup(self)
        self._groups.append(group)
        for button in buttons:
            group.addButton(button)
            button.clicked.connect(
                lambda _checked=False, it=button: self.chosen.emit(it.kind, it.act)
            )


class _Rows(QWidget):
    """Both rows under their names; in one row they scroll, and arrows over its ends say so."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._names = tuple(plain_label(name, "ink2", faces.sans(14), wraps=False) for name in ROWS)
        work = (KindButton(kind, theme, small=(word, hint, "")) for kind, word, hint in TO_WORK)
        words = (KindButton(CHANGE, theme, small=(word, hint, act)) for act, word, hint in TO_WORDS)
        self._halves = (tuple(work), tuple(words))
        self.buttons = (*self._halves[0], *self._halves[1])
        self._is_lying = False
        self._give_keys()
        self._inside = QWidget()
        self._area = _Area(self._inside)
        self._arrows = (_arrow("左边的", "left", self), _arrow("右边的", "right", self))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_arrows)  # not while the row is being laid out
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._fill()
        self._connect()
        self.lay(is_lying=False)

    def _give_keys(self) -> None:
        """Say the keys in the tips; those that no action of the window answers are given here."""
        for at, button in enumerate(self.buttons, start=1):
            key = f"Alt+{at}" if at <= _KEYS[-1] else ""
            if at in _KEYS:
                QShortcut(QKeySequence(key), self).activated.connect(button.click)
            button.setToolTip(f"{button.hint}{key and f'（{key}）'}")

    def _fill(self) -> None:
        self._inside.setLayout(self._both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(_GAP)
        for name, buttons in zip(self._names, self._halves, strict=True):
            self._both.addWidget(name)
            row = QHBoxLayout()
            row.setSpacing(_GAP)
            for button in buttons:
                row.addWidget(button)
            self._both.addLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area)

    def _connect(self) -> None:
        scroll = self._area.horizontalScrollBar()
        for arrow, sign in zip(self._arrows, (-1, 1), strict=True):
            arrow.clicked.connect(
                lambda _checked=False, by=sign: scroll.setValue(
                    scroll.value() + by * scroll.pageStep() // 2
                )
            )
        scroll.rangeChanged.connect(lambda _low, _high: self._soon.start())
        scroll.valueChanged.connect(lambda _at: self._soon.start())

    def lay(self, *, is_lying: bool, has_names: bool = True) -> None:
        """Stand in two rows under their names, or lie in one."""
        for name in self._names:
            name.setVisible(has_names and not is_lying)
        for button in self.buttons:
            button.updateGeometry()  # in a low window all are lower
        directions = QBoxLayout.Direction
        self._is_lying = is_lying
        self._both.setDirection(directions.LeftToRight if is_lying else directions.TopToBottom)
        self._both.setSpacing(_APART if is_lying else _GAP)
        self._area.updateGeometry()
        self.updateGeometry()
        self._show_arrows()

    def widest(self) -> int:
        """Return how many pixels the buttons take."""
        return self._inside.minimumSizeHint().width()

    def bring_into_sight(self, button: QAbstractButton) -> None:
        """Scroll to a button that is chosen."""
        if self._is_lying:
            self._area.ensureWidgetVisible(button, HAND + _GAP, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the arrows at the ends."""
        super().resizeEvent(event)
        self._soon.start()

    def _show_arrows(self) -> None:
        """Let an arrow lie over an end behind which there is more."""
        scroll = self._area.horizontalScrollBar()
        hidden = (scroll.value() > 0, scroll.value() < scroll.maximum())
        places = (0, self.width() - HAND)
        for arrow, has_more, x in zip(self._arrows, hidden, places, strict=True):
            arrow.setGeometry(x, 0, HAND, self.height())
            arrow.setVisible(self._is_lying and has_more)
            arrow.raise_()


class _Area(QScrollArea):
    """As high as what it holds; no wider than there is room, and then it scrolls."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self.setViewport(QWidget())  # to name Qt's own takes time once
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("意见的类型")
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidget(inside)
        for widget in (self.viewport(), inside):
            widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """Ask for the height of what it holds, and for no width: it takes what there is."""
        return QSize(px(44), self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be as high as that whatever the width."""
        return self.sizeHint()

    def rescale(self) -> None:
        """Be as high as the buttons are now."""
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the wheel into a way along the row."""
        scroll, turn = self.horizontalScrollBar(), event.angleDelta()
        scroll.setValue(scroll.value() - (turn.y() or turn.x()) // 2)


def _arrow(name: str, side: str, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setAccessibleName(f"{name}类型")
    button.setToolTip(f"{name}类型")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setStyleSheet("padding: 0;")  # a sign alone
    icons.put(button, f"chevron-{side}")
    button.hide()
    return button
