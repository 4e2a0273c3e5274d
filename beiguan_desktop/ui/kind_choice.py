"""Which kind an opinion is of: a deputy's three buttons, or all kinds and acts for staff.

The two rows of staff are the 性质: what is said to the government, and what is done to the text.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QWidget,
)

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.composing import CHANGE
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.kind_button import KindButton
from beiguan_desktop.ui.kind_row import KindRow
from beiguan_desktop.ui.labels import BUTTONS
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
_GAP, _APART = 2, 16
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
        if chosen is not None:
            self._shown.show_kind(chosen)

    @property
    def _shown(self) -> KindRow:
        return self._all if self._all is not None and self.is_staff else self._three

    def widest(self) -> int:
        """Return how many pixels all of them take in one row when none is out of sight."""
        return self._shown.widest()

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


class _Rows(KindRow):
    """Both rows under their names, or all in one."""

    def __init__(self, theme: Theme) -> None:
        work = (KindButton(kind, theme, small=(word, hint, "")) for kind, word, hint in TO_WORK)
        words = (KindButton(CHANGE, theme, small=(word, hint, act)) for act, word, hint in TO_WORDS)
        halves = (tuple(work), tuple(words))
        names = tuple(plain_label(name, "ink2", faces.sans(14), wraps=False) for name in ROWS)
        both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        super().__init__((*halves[0], *halves[1]), _filled(both, names, halves))
        self.buttons = (*halves[0], *halves[1])
        self._names, self._both = names, both
        self._give_keys()
        self.lay(is_lying=False)

    def _give_keys(self) -> None:
        """Say the keys in the tips; those that no action of the window answers are given here."""
        for at, button in enumerate(self.buttons, start=1):
            key = f"Alt+{at}" if at <= _KEYS[-1] else ""
            if at in _KEYS:
                QShortcut(QKeySequence(key), self).activated.connect(button.click)
            button.setToolTip(f"{button.hint}{key and f'（{key}）'}")

    def lay(self, *, is_lying: bool, has_names: bool = True) -> None:
        """Stand in two rows under their names, or lie in one."""
        for name in self._names:
            name.setVisible(has_names and not is_lying)
        for button in self.buttons:
            button.updateGeometry()  # in a low window all are lower
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.LeftToRight if is_lying else directions.TopToBottom)
        self._both.setSpacing(_APART if is_lying else _GAP)
        self.fit()

    def rescale(self) -> None:
        """Be as high as the buttons are now."""
        self.fit()


def _filled(
    both: QBoxLayout, names: Sequence[QWidget], halves: Sequence[Sequence[QWidget]]
) -> QWidget:
    """Return a widget with each name over its half of the buttons."""
    inside = QWidget()
    inside.setLayout(both)
    both.setContentsMargins(0, 0, 0, 0)
    for name, buttons in zip(names, halves, strict=True):
        both.addWidget(name)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for button in buttons:
            row.addWidget(button)
        both.addLayout(row)
    return inside
