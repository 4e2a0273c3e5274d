"""Of which report this one is another edition: a button that says it, and a menu."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import px

NONE = "没有，这是第一稿"
_TARGET, _BESIDE = 44, 60
_LONGEST = 420


class OlderChoice(QPushButton):
    """`chosen` carries the id of the older edition, "" for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._value = ""
        self._choices: list[tuple[str, str]] = []
        self.setFont(faces.sans(14))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign stands behind the words
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        icons.put(self, "chevron-down", "ink2")
        self.menu_of_choices = QMenu(self)
        self.menu_of_choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu_of_choices.setAccessibleName("上一稿")
        self.clicked.connect(self._offer)
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setMinimumHeight(px(_TARGET))

    def put(self, value: str, choices: Sequence[tuple[str, str]]) -> None:
        """Say which one it is; the choices are ids and names."""
        self._value, self._choices = value, [("", NONE), *choices]
        self._write()

    def _write(self) -> None:
        words = dict(self._choices).get(self._value, NONE)
        room = max(1, self.width() - px(_BESIDE))
        end = Qt.TextElideMode.ElideMiddle
        self.setText(QFontMetrics(self.font()).elidedText(words, end, room).replace("&", "&&"))
        self.setToolTip(words.replace("<", "＜"))
        self.setAccessibleName(f"上一稿：{words}，按空格换")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._write()

    def _offer(self) -> None:
        menu = self.menu_of_choices
        menu.clear()
        menu.setFont(faces.sans(14))
        menu.setToolTipsVisible(True)
        group, metrics = QActionGroup(menu), QFontMetrics(menu.font())
        for value, words in self._choices:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, px(_LONGEST))
            action = menu.addAction(shown.replace("&", "&&"))
            action.setToolTip(words.replace("<", "＜"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, it=value: self.chosen.emit(it))
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])
