"""The unit that was chosen, large, and under it what can be said of it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.core.report import Unit
from beiguan_desktop.ui import faces, icons, utf16
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.painted_list import ENTER
from beiguan_desktop.ui.preview_acts import ACTS
from beiguan_desktop.ui.preview_rows import KINDS, level_of, place_words
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.words_view import WordsView
from beiguan_desktop.ui.wrapped_row import WrappedRow

_SHOWN = ("heading", "paragraph", "up", "down", "merge", "split", "discard")
_OTHERS = ("title", "meta", "salutation", "footer", "note")
_LINES = 3


class UnitText(WordsView):
    """The words of a unit with a caret: Enter parts there, Backspace at the beginning joins."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("这一段的文字，点一下要分开的地方")
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFont(faces.serif(18))
        self.setCursorWidth(2)

    def place(self) -> int:
        """Return where the caret stands, in code points."""
        return len(utf16.by_units(self.toPlainText())[: self.textCursor().position()])

    def put_caret(self, place: int) -> None:
        """Put the caret before a code point."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16.width(self.toPlainText()[:place]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Part and join as in any text; Esc and acts are the page's."""
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and is_bare:
            self.asked.emit("split")
        elif event.key() == Qt.Key.Key_Backspace and self.place() == 0:
            self.asked.emit("merge")
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or _is_page_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_page_key(event: QKeyEvent) -> bool:
    held = event.modifiers()
    is_side = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return event.key() == Qt.Key.Key_Escape or bool(
        is_side and held & Qt.KeyboardModifier.AltModifier
    )


class UnitPane(QWidget):
    """`asked` carries an act's name, `page_asked` the number that was written, as written."""

    asked = Signal(str)
    page_asked = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit: Unit | None = None
        self.head = plain_label("", "ink", faces.sans(14, bold=True), wraps=False)
        self.text = UnitText()
        self.buttons = {name: self._button(name) for name in _SHOWN}
        self.page_box = QLineEdit()
        self.page_button = self._plain("页从这里开始")
        self.others = self._plain("改成别的")
        self.close_button = self._plain("收起")
        self.row = WrappedRow()
        self._build()

    def _plain(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setFont(faces.sans(14))
        button.setMinimumHeight(bar(44))
        return button

    def _button(self, name: str) -> QPushButton:
        act = ACTS[name]
        button = self._plain(act.words)
        button.setToolTip(f"{act.tip}（{act.key}）" if act.key else act.tip)
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def _build(self) -> None:
        self.page_box.setFont(faces.sans(14))
        self.page_box.setAccessibleName("第几页从光标处开始")
        self.page_box.setMaxLength(4)
        self.page_box.setFixedSize(px(64), px(44))
        page = QWidget()
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        line.addWidget(plain_label("第", "ink", faces.sans(14), wraps=False))
        line.addWidget(self.page_box)
        line.addWidget(self.page_button)
        self.row.set_parts([*self.buttons.values(), self.others, page])
        head = QHBoxLayout()
        head.addWidget(self.head)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 2, 24, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.row)
        self.close_button.setProperty("role", "flat")
        icons.put(self.close_button, "x", "ink2", 18)
        icons.put(self.others, "chevron-down", "ink2", 18)
        self.others.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.others.clicked.connect(self._offer_others)
        self.close_button.clicked.connect(self.left)
        self.text.asked.connect(self.asked)
        self.text.cursorPositionChanged.connect(self._name_split)
        self.page_button.clicked.connect(self._ask_page)
        self.page_box.returnPressed.connect(self._ask_page)
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self._fit()
        self.page_box.setFixedSize(px(64), bar(44))
        for button in (*self.buttons.values(), self.page_button, self.others, self.close_button):
            button.setMinimumHeight(bar(44))
        self.row.lay()

    def _fit(self) -> None:
        """Be as high as the words, up to LINES lines of them."""
        asked = max(1, round(self.text.document().size().height()))
        lines = min(_LINES - SCALE.is_low, asked)
        margin = round(self.text.document().documentMargin())
        air = margin * (2 if lines == asked else 1) + 2 * px(4) + 4
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + air)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find out how many lines the words take in another width."""
        super().resizeEvent(event)
        self._fit()

    def _ask_page(self) -> None:
        self.page_asked.emit(self.page_box.text())

    def _offer_others(self) -> None:
        menu = QMenu(self)
        menu.setFont(faces.sans(14))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in _OTHERS:
            if self._unit is not None and self._unit.kind != name:
                menu.addAction(ACTS[name].words).triggered.connect(partial(self.asked.emit, name))
        menu.popup(self.others.mapToGlobal(self.others.rect().bottomLeft()))

    def show_unit(self, unit: Unit, place: int = 0) -> None:
        """Show a unit with the caret before a code point of its text."""
        is_other = self._unit is None or self._unit.spans[0] != unit.spans[0]
        self._unit = unit
        level = level_of(unit)
        what = f"{KINDS[unit.kind]}，第{level}级" if unit.kind == "heading" else KINDS[unit.kind]
        if unit.number:
            what = place_words(unit) + (f"，开头是第{level}级标题" if unit.runin else "")
        self.head.setText(what)
        self.text.show_words(unit.text)
        self._fit()
        if is_other or place:
            self.text.put_caret(place)
        self.buttons["heading"].setVisible(unit.kind != "heading")
        self.buttons["paragraph"].setVisible(unit.kind != "paragraph")
        for name in ("up", "down"):
            self.buttons[name].setVisible(bool(level))
        self.buttons["merge"].setVisible(unit.ordinal > 0)
        self._name_split()
        self.row.lay()

    def _name_split(self) -> None:
        """Say on the button between which characters it parts."""
        words, place = self.text.toPlainText(), self.text.place()
        button = self.buttons["split"]
        is_within = 0 < place < len(words)
        left, right = words[max(0, place - 2) : place], words[place : place + 2]
        button.setText(f"从“{left}”“{right}”之间分开" if is_within else ACTS["split"].words)
        self.row.lay()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the hairline below."""
        theme, thin = self._theme, self._theme.hairline
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.paper))
            painter.fillRect(0, 0, self.width(), thin, QColor(theme.line))
            painter.fillRect(0, self.height() - thin, self.width(), thin, QColor(theme.line))
