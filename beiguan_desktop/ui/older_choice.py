"""Of which report this one is another edition: a button that says it, and a menu."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QActionGroup, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.scale import px
from beiguan_desktop.ui.theme import WORN

NONE = "没有，这是第一稿"
_TARGET, _BESIDE = 44, 9
_LONGEST = 420


class OlderChoice(QPushButton):
    """`chosen` carries the id of the older edition, "" for none."""

    chosen = Signal(str)

    def __init__(self, name: str = "上一稿", none: str = NONE) -> None:
        super().__init__()
        self._name, self._none = name, none
        self._value = ""
        self._choices: list[tuple[str, str]] = []
        self.setFont(faces.sans(14))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.menu_of_choices = QMenu(self)
        self.menu_of_choices.setAccessibleName(name)
        self.clicked.connect(self._offer)
        self.rescale()

    def rescale(self) -> None:
        """Be as high as the interface is large."""
        self.setMinimumHeight(px(_TARGET))

    def put(self, value: str, choices: Sequence[tuple[str, str]]) -> None:
        """Say which one it is; the choices are ids and names."""
        self._value, self._choices = value, [("", self._none), *choices]
        self._write()

    @property
    def value(self) -> str:
        """The id of the one chosen, "" for none."""
        return self._value

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return dict(self._choices).get(self._value, self._none)

    def _write(self) -> None:
        self.setToolTip(self.words.replace("<", "＜"))
        self.setAccessibleName(f"{self._name}：{self.words}，按空格换")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the words at its left as boxes have them."""
        super().paintEvent(event)
        side, beside = px(icons.SIZE), px(_BESIDE)
        box = QRectF(self.rect()).adjusted(beside, 0, -beside, 0)
        sign = QRectF(box.right() - side, box.center().y() - side / 2, side, side)
        box.setRight(sign.left() - beside)
        with QPainter(self) as painter:
            painter.setPen(QColor(WORN.ink))
            end = Qt.TextElideMode.ElideMiddle
            shown = painter.fontMetrics().elidedText(self.words, end, int(box.width()))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            icons.paint(painter, sign, "chevron-down", WORN.ink2)

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
