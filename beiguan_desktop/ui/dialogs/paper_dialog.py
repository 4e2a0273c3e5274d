"""What all pages share that end on paper: choices at the left, the printed pages at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.paper import Paper
from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.choice_button import ChoiceButton
from beiguan_desktop.ui.dialogs.page_strip import PageStrip
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.on_screen import on_screen
from beiguan_desktop.ui.page_preview import WHOLE, WIDE, PagePreview
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

_SETTING = "正在排版……"
_SIDE, _LEAST = 372, 216
"""Pixels of the choices, and the least where the screen is narrow."""
_SIZE = (1280, 820)
_PADDING = 24
_BUTTON, _MAIN = 48, 56


class PaperDialog(QDialog):
    """Pages that can be turned and enlarged, and what is said while they go out.

    A page of its own calls `lay_out` with its choices and its acts.
    """

    print_asked = Signal()
    save_asked = Signal(str)
    """Store a file with this suffix."""
    cancel_asked = Signal()

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None = None, *, side: int = _SIDE
    ) -> None:
        super().__init__(parent)
        self._theme, self._width = theme, side
        self._asked_by: QWidget | None = None
        """Where the focus was when the work began."""
        self._buttons: tuple[QPushButton, ...] = ()
        self._choices = QWidget()
        self.is_busy = False
        """Whether something is on its way to the paper or the file."""
        self.setWindowTitle(title)
        self.preview, self._side = PagePreview(theme), QWidget()
        self.place = plain_label("", "ink2", faces.sans(14), wraps=False)
        self.result_label = plain_label("", "ink", faces.sans(14))
        self.back_button = _turner("上一页", "chevron-left", "上一页（PgUp）")
        self.on_button = _turner("下一页", "chevron-right", "下一页（PgDn）")
        self.smaller_button = _turner("缩小", "minus", "看整页（Ctrl+滚轮）")
        self.larger_button = _turner("放大", "plus", "放大来看（Ctrl+滚轮）")
        turning = (self.back_button, self.on_button, self.smaller_button, self.larger_button)
        self._strip = PageStrip(self.place, turning)
        self.cancel_button = self.act("取消", "x")

    # -- building

    def act(self, words: str, sign: str, *, is_main: bool = False) -> QPushButton:
        """Make a button that begins something."""
        button = QPushButton(f" {words}")  # the icon stands too close otherwise
        button.setAccessibleName(words)
        button.setProperty("role", "main" if is_main else "")
        button.setFont(faces.sans(16))
        icons.put(button, sign, "on_accent" if is_main else "ink")
        button.setAutoDefault(is_main)
        button.setDefault(is_main)
        return button

    def lay_out(
        self, choices: QWidget, acts: Sequence[QWidget | QLayout], buttons: Sequence[QPushButton]
    ) -> None:
        """Put choices, which give way where the screen is low, over the acts, which stay.

        The choices and `buttons` wait while something is being done.
        """
        self._choices, self._buttons = choices, tuple(buttons)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(8)
        column.addWidget(choices, 1)
        feet = QVBoxLayout()
        feet.setContentsMargins(_PADDING, 0, _PADDING, 0)
        feet.setSpacing(8)
        feet.addWidget(self.result_label)
        for act in acts:
            if isinstance(act, QLayout):
                feet.addLayout(act)
            else:
                feet.addWidget(act)
        feet.addWidget(self.cancel_button)
        column.addLayout(feet)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self._strip)
        pages.addWidget(self.preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the screen decides
        row.addWidget(self._side)
        row.addLayout(pages, 1)
        self.cancel_button.hide()
        self.result_label.hide()
        self._connect()
        self.rescale()
        self._show_place()

    @staticmethod
    def over_list(above: Sequence[QWidget | QLayout], rows: QWidget) -> QWidget:
        """Put what is said and asked over a list, which reaches to both edges."""
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(6)
        over = QVBoxLayout()
        over.setContentsMargins(_PADDING, 0, _PADDING, 0)
        over.setSpacing(6)
        for each in above:
            if isinstance(each, QLayout):
                over.addLayout(each)
            else:
                over.addWidget(each)
        column.addLayout(over)
        column.addWidget(rows, 1)
        return choices

    def file_button(self) -> QPushButton:
        """Return the button that helps where nothing can be printed."""
        return self._buttons[1]

    def _connect(self) -> None:
        preview = self.preview
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.finished.connect(lambda _how: self.cancel_asked.emit())
        self.back_button.clicked.connect(lambda: preview.turn(-1))
        self.on_button.clicked.connect(lambda: preview.turn(1))
        self.smaller_button.clicked.connect(lambda: preview.set_zoom(WHOLE))
        self.larger_button.clicked.connect(lambda: preview.set_zoom(WIDE))
        preview.turned.connect(lambda _at: self._show_place())
        preview.zoomed.connect(lambda _zoom: self._show_place())

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for button in self.findChildren(QPushButton):
            if button.window() is not self or isinstance(button, ChoiceButton):
                continue  # a choice knows its own height
            is_main = button.property("role") == "main"
            button.setMinimumHeight(bar(_MAIN if is_main else _BUTTON))
        self.resize(on_screen(QSize(*(px(side) for side in _SIZE))))
        self._fit_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages some room."""
        super().resizeEvent(event)
        self._fit_side()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure again: letters that changed while this was hidden are only now as wide."""
        super().showEvent(event)
        self._fit_side()

    def _fit_side(self) -> None:
        self._strip.fit()
        beside = self.width() - self._strip.minimumSizeHint().width()
        self._side.setFixedWidth(min(px(self._width), max(px(_LEAST), beside)))
        self._fit_result()

    def _fit_result(self) -> None:
        """Let nothing of what is said be cut: a layout asks a label too late for its height."""
        room = self._side.width() - 2 * _PADDING
        high = self.result_label.heightForWidth(room) if self.result_label.text() else 0
        self.result_label.setMinimumHeight(max(0, high))

    # -- showing

    def show_setting(self) -> None:
        """Say that the pages are being set."""
        self.preview.tell(_SETTING)
        self._show_place()

    def show_set(self, paper: Paper, pages: Sequence[SetPage]) -> None:  # noqa: ARG002
        """Show the pages from the first on."""
        self.preview.show_pages(pages)

    def show_busy(self, words: str) -> None:
        """Say what is being done; it can be cancelled, nothing else begun and nothing changed."""
        self._say(words, "ink2")
        if self.is_busy:
            return
        self._asked_by = self.focusWidget()
        self.turn(is_busy=True)
        self.cancel_button.setFocus()

    def show_result(self, words: str, *, is_done: bool) -> None:
        """Say what became of it, and give the focus back to what had asked for it."""
        sign, tone = ("✓", "ok") if is_done else ("△", "warn")
        self._say(f"{sign} {words}", tone)
        self.turn(is_busy=False)
        if self._asked_by is not None:
            self._asked_by.setFocus()
            self._asked_by = None

    def forget_result(self) -> None:
        """Leave what was said before; what is being done is said until it has ended."""
        if not self.is_busy:
            self.result_label.hide()
            self.turn(is_busy=False)

    def _say(self, words: str, tone: str) -> None:
        ink(self.result_label, tone)
        self.result_label.setAccessibleName(words)
        self.result_label.setText(_breakable(words))
        self._fit_result()
        self.result_label.show()

    def turn(self, *, is_busy: bool) -> None:
        """Offer what can be begun, or only to cancel what is being done."""
        self.is_busy = is_busy
        self.cancel_button.setVisible(is_busy)
        self._choices.setEnabled(not is_busy)
        for button in self._buttons:
            button.setVisible(not is_busy)

    def _show_place(self) -> None:
        count, at, zoom = self.preview.count, self.preview.place, self.preview.zoom
        words = (f"第 {at + 1} 页，共 {count} 页", f"{at + 1}/{count}") if count else ("", "")
        self._strip.set_place(*words)
        self.back_button.setEnabled(at > 0)
        self.on_button.setEnabled(at + 1 < count)
        self.smaller_button.setEnabled(zoom == WIDE)
        self.larger_button.setEnabled(count > 0 and zoom == WHOLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgUp and PgDn turn the pages wherever the focus is."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.preview.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)


def _breakable(words: str) -> str:
    """Let a long path end its line behind a separator."""
    for sign in "\\/_.-":
        words = words.replace(sign, f"{sign}\u200b")
    return words


def _turner(words: str, sign: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setAccessibleName(words)
    button.setProperty("role", "flat")
    button.setFont(faces.sans(14))
    icons.put(button, sign)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    return button
