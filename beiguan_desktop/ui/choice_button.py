"""A flat button that says what is chosen, and offers the other choices in a menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import bar

_HEIGHT = 44


class ChoiceButton(QPushButton):
    """「方式：口头发言」: a name and one of a few values; Space or a click offers the others."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[str], value: str) -> None:
        super().__init__()
        self._name, self._choices = name, tuple(choices)
        self.value, self._is_terse = value, False
        self.setProperty("role", "flat")
        self.setFont(faces.sans(14))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words
        icons.put(self, "chevron-down", "ink2")
        self.menu_of_choices = QMenu(self)
        self.menu_of_choices.setAccessibleName(name)
        self.menu_of_choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.clicked.connect(self._offer)
        self.rescale()
        self.put(value)

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setMinimumHeight(bar(_HEIGHT))

    def put(self, value: str) -> None:
        """Choose without telling anybody."""
        self.value = value
        self.setText(value if self._is_terse else f"{self._name}：{value}")
        self.setToolTip(self._name if self._is_terse else "")
        self.setAccessibleName(f"{self._name}：{value}，按空格换")

    def set_choices(self, choices: Sequence[str]) -> None:
        """Offer other values from now on; what is chosen stays."""
        self._choices = tuple(choices)

    def set_terse(self, *, is_terse: bool, has_sign: bool = True) -> None:
        """Say the value alone where there is little room, the tip names it; with less, no sign."""
        self._is_terse = is_terse
        if has_sign:
            icons.put(self, "chevron-down", "ink2")
        else:
            icons.take_off(self)
        self.put(self.value)

    def _offer(self) -> None:
        menu, group = self.menu_of_choices, QActionGroup(self.menu_of_choices)
        menu.clear()
        menu.setFont(faces.sans(14))
        for choice in self._choices:
            action = menu.addAction(choice)
            action.setCheckable(True)
            action.setChecked(choice == self.value)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, value=choice: self._choose(value))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _choose(self, value: str) -> None:
        self.put(value)
        self.chosen.emit(value)
