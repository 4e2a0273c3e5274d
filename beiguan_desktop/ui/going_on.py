"""接着读: offered in the running head for a while after a report was opened."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.running_head import HEIGHT, RunningHead
from beiguan_desktop.ui.scale import bar

STAYS = 10_000
"""Milliseconds it stays, and while the pointer or the focus is on it."""


class GoingOn(QPushButton):
    """One way to go on reading, at the right of the path; it goes when used, or by itself."""

    def __init__(self, head: RunningHead, view: QWidget) -> None:
        super().__init__(head)
        self._head, self._view = head, view
        self._act: Callable[[], object] = lambda: None
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self._on_time)
        self.setProperty("role", "link")
        self.setFont(faces.sans(14))
        self.setFixedHeight(bar(HEIGHT) - 4)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        head.installEventFilter(self)
        self.hide()

    def offer(self, words: str, tip: str, act: Callable[[], object]) -> None:
        """Show the button with these words."""
        self._act = act
        self.setText(words)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.resize(self.sizeHint().width(), self.height())
        self.show()
        self.raise_()
        self._place()
        self._timer.start()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.setFixedHeight(bar(HEIGHT) - 4)
        self.resize(self.sizeHint().width(), self.height())

    def withdraw(self) -> None:
        """Take the button away, and the focus that stood on it to the text."""
        self._timer.stop()
        if self.hasFocus():
            self._view.setFocus()
        self.hide()
        self._head.set_taken(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place beside the page's number."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Paint) and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self._head.set_taken(self.width())
        self.move(round(self._head.page_left()) - self.width(), 2)

    def _on_clicked(self) -> None:
        act = self._act
        self.withdraw()
        act()

    def _on_time(self) -> None:
        if self.underMouse() or self.hasFocus():
            self._timer.start()
        else:
            self.withdraw()
