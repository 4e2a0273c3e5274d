"""What one can do with the current card."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.ui import icons
from beiguan_desktop.ui.scale import px

EDIT, WITHDRAW = "edit", "withdraw"
PLACE = "指一处"
_MORE, _SPACING = "更多", 6


def height_for(font: QFont) -> int:
    """Return how high the buttons are: 44 px, more for large letters."""
    return max(px(44), round(QFontMetricsF(font).horizontalAdvance("国") * 1.9))


class CardButtons(QWidget):
    """修改, 撤回 and what is needed seldom, at the head of an opinion's card."""

    asked = Signal(str, str)
    """EDIT or WITHDRAW, and the opinion's id."""
    menu_asked = Signal(str, object)
    """The opinion's id, and the point of the screen where a menu may open."""

    def __init__(self, comment: Comment, parent: QWidget, *, is_lost: bool = False) -> None:
        """Make the buttons; an opinion without a place gets one before it gets other words."""
        super().__init__(parent)
        self._id = comment.id
        word, sign = (PLACE, "") if is_lost else ("修改", "pencil")
        self.edit = _button(word, sign, parent.font())
        self.withdraw = _button("撤回", "trash-2", parent.font())
        self.more = _button(_MORE, "menu", parent.font())
        acts = "" if is_lost else "改位置、换地方、"
        self.more.setAccessibleName(f"这条{comment.kind}：{acts}以前的写法")
        self.more.clicked.connect(self._on_more)
        whole = f"给这条{comment.kind}在正文里{word}" if is_lost else f"{word}这条{comment.kind}"
        self.edit.setAccessibleName(whole)
        self.withdraw.setAccessibleName(f"撤回这条{comment.kind}")
        self.edit.clicked.connect(self._on_edit)
        self.withdraw.clicked.connect(self._on_withdraw)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for button in (self.edit, self.withdraw, self.more):
            row.addWidget(button)
        row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the last button do with its sign where there is no room for its word."""
        super().resizeEvent(event)
        self.more.setText(_MORE)
        asked = sum(it.minimumSizeHint().width() for it in (self.edit, self.withdraw, self.more))
        if asked + 2 * _SPACING > self.width():
            self.more.setText("")

    def _on_edit(self) -> None:
        self.asked.emit(EDIT, self._id)

    def _on_withdraw(self) -> None:
        self.asked.emit(WITHDRAW, self._id)

    def _on_more(self) -> None:
        corner = QPoint(0, self.more.height() + 2)
        self.menu_asked.emit(self._id, self.more.mapToGlobal(corner))


class _CardButton(QPushButton):
    """A button that the second press of a double click on its card does not press."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore it: the button may have come under the pointer with the first press."""
        event.accept()


def _button(word: str, drawing: str, font: QFont) -> QPushButton:
    button = _CardButton(word)
    if drawing:
        icons.put(button, drawing, "ink2", 20)
    button.setFixedHeight(height_for(font))
    button.setAutoDefault(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
