"""打印 and 大字稿: how large the type shall be, the pages as they will be, and where they go."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from beiguan_desktop.core.typesetting import SetPage
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.dialogs.hand_in import on_screen
from beiguan_desktop.ui.dialogs.page_strip import PageStrip
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.dialogs.type_row import TypeRow
from beiguan_desktop.ui.fields import keep_even
from beiguan_desktop.ui.inks import ink
from beiguan_desktop.ui.page_preview import WHOLE, WIDE, PagePreview
from beiguan_desktop.ui.scale import bar, px
from beiguan_desktop.ui.theme import Theme

SIZES = (
    (16, "三号字", "和公文一样大"),
    (18, "小二号字", "比公文大一点"),
    (22, "二号字", "大字稿，一般选这个"),
    (24, "小一号字", "更大"),
    (28, "特大字", "站着念也看得清"),
)
"""Points, the name of the size, and what it is good for."""
_MARGINS = ("左边空白处是段号。", "左边空白处是段号，右边是原件大约的页码。")
"""Without and with marks of the first print's pages."""
_SETTING = "正在排版……"
_SIDE, _LEAST_SIDE = 372, 216
_BUTTON, _MAIN = 48, 56


class _Side(QWidget):
    """The choices at the left, as wide as the interface is large."""

    def __init__(self) -> None:
        super().__init__()
        self.rescale()

    def rescale(self) -> None:
        """Take other widths."""
        self.setMinimumWidth(px(_LEAST_SIDE))
        self.setMaximumWidth(px(_SIDE))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the most; where the screen is narrow the pages have a share of it."""
        return QSize(px(_SIDE), super().sizeHint().height())


class PrintReport(QDialog):
    """Asks nothing that it can show: each size is seen at once on the page."""

    size_chosen = Signal(int)
    print_asked = Signal()
    save_asked = Signal(str)
    """Store a file with this suffix."""
    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._asked_by: QWidget | None = None
        """Where the focus was when the work began."""
        self.setWindowTitle("打印和大字稿")
        self.preview, self._side = PagePreview(theme), _Side()
        self.sizes = QButtonGroup(self)
        self.place = plain_label("", "ink2", faces.sans(14), wraps=False)
        self.margins = plain_label("", "ink2", faces.sans(14))
        self.result_label = plain_label("", "ink", faces.sans(14))
        self.back_button = _turner("上一页", "chevron-left", "上一页（PgUp）")
        self.on_button = _turner("下一页", "chevron-right", "下一页（PgDn）")
        self.smaller_button = _turner("缩小", "minus", "看整页（Ctrl+滚轮）")
        self.larger_button = _turner("放大", "plus", "放大来看（Ctrl+滚轮）")
        turning = (self.back_button, self.on_button, self.smaller_button, self.larger_button)
        self._strip = PageStrip(self.place, turning)
        self.print_button = self._act("打印", "printer", is_main=True)
        self.pdf_button = self._act("存成 PDF", "file-output")
        self.word_button = self._act("存成 Word 文件", "file-text")
        self.cancel_button = self._act("取消", "x")
        self._build()
        self.resize(on_screen(QSize(px(1280), px(820))))
        self._connect()
        self._show_place()
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        for button in (*self._acts(), self.cancel_button, *self._strip.turners):
            button.setMinimumHeight(bar(_MAIN if button is self.print_button else _BUTTON))

    # -- building

    def _act(self, words: str, sign: str, *, is_main: bool = False) -> QPushButton:
        button = QPushButton(f" {words}")  # the icon stands too close otherwise
        button.setAccessibleName(words)
        button.setProperty("role", "main" if is_main else "")
        button.setFont(faces.sans(16))
        icons.put(button, sign, "on_accent" if is_main else "ink")
        button.setAutoDefault(is_main)
        button.setDefault(is_main)
        return button

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side.setLayout(self._build_side())
        row.addWidget(self._side)
        pages = QVBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self._strip)
        pages.addWidget(self.preview, 1)
        row.addLayout(pages, 1)

    def _build_side(self) -> QVBoxLayout:
        """Put the choices, which scroll where the screen is low, over the acts, which stay."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(8)
        area = QScrollArea()
        choices, column_within = self._build_choices()
        area.setWidget(choices)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_even(area, column_within)
        column.addWidget(area, 1)
        acts = QVBoxLayout()
        acts.setContentsMargins(24, 0, 24, 0)
        acts.setSpacing(8)
        for widget in (self.result_label, *self._acts(), self.cancel_button):
            acts.addWidget(widget)
        column.addLayout(acts)
        self.cancel_button.hide()
        self.result_label.hide()
        return column

    def _build_choices(self) -> tuple[QWidget, QVBoxLayout]:
        ink, ink2 = "ink", "ink2"
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(8)
        column.addWidget(plain_label("打印和大字稿", ink, faces.sans(22, bold=True)))
        column.addWidget(plain_label("字的大小", ink2, faces.sans(14, bold=True)))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        for points, name, use in SIZES:
            choice = TypeRow(name, f"{points} 磅，{use}", self._theme)
            self.sizes.addButton(choice, points)
            rows.addWidget(choice)
        column.addLayout(rows)
        column.addWidget(self.margins)
        column.addStretch(1)
        return choices, column

    def _acts(self) -> tuple[QPushButton, ...]:
        return (self.print_button, self.pdf_button, self.word_button)

    def _connect(self) -> None:
        preview = self.preview
        self.sizes.idClicked.connect(self.size_chosen)
        self.print_button.clicked.connect(self.print_asked)
        self.pdf_button.clicked.connect(lambda: self.save_asked.emit(".pdf"))
        self.word_button.clicked.connect(lambda: self.save_asked.emit(".docx"))
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.finished.connect(lambda _how: self.cancel_asked.emit())
        self.back_button.clicked.connect(lambda: preview.turn(-1))
        self.on_button.clicked.connect(lambda: preview.turn(1))
        self.smaller_button.clicked.connect(lambda: preview.set_zoom(WHOLE))
        self.larger_button.clicked.connect(lambda: preview.set_zoom(WIDE))
        preview.turned.connect(lambda _at: self._show_place())
        preview.zoomed.connect(lambda _zoom: self._show_place())

    # -- showing

    def choose(self, points: int) -> None:
        """Mark the size that is shown."""
        self.sizes.button(points).setChecked(True)

    def show_setting(self) -> None:
        """Say that the pages are being set."""
        self.preview.tell(_SETTING)
        self._show_place()

    def show_pages(self, pages: Sequence[SetPage], *, has_marks: bool) -> None:
        """Show the pages from the first on; say what stands in their margins."""
        self.margins.setText(_MARGINS[has_marks])
        self.preview.show_pages(pages)

    def show_busy(self, words: str) -> None:
        """Say what is being done; it can be cancelled, and nothing else begun."""
        self._say(words, "ink2")
        if self.cancel_button.isVisibleTo(self):
            return
        self._asked_by = self.focusWidget()
        self._turn(is_busy=True)
        self.cancel_button.setFocus()

    def show_result(self, words: str, *, is_done: bool) -> None:
        """Say what became of it, and give the focus back to what had asked for it."""
        sign, tone = ("✓", "ok") if is_done else ("△", "warn")
        self._say(f"{sign} {words}", tone)
        self._turn(is_busy=False)
        if self._asked_by is not None:
            self._asked_by.setFocus()
            self._asked_by = None

    def forget_result(self) -> None:
        """Leave what was said before."""
        self.result_label.hide()
        self._turn(is_busy=False)

    def _say(self, words: str, tone: str) -> None:
        ink(self.result_label, tone)
        self.result_label.setAccessibleName(words)
        self.result_label.setText(_breakable(words))
        self.result_label.show()

    def _turn(self, *, is_busy: bool) -> None:
        self.cancel_button.setVisible(is_busy)
        for button in self._acts():
            button.setVisible(not is_busy)
        for choice in self.sizes.buttons():
            choice.setEnabled(not is_busy)

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
