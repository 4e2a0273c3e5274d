"""采纳对照 as widgets: what was asked, what the text says now, and what a person confirms."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from beiguan_desktop.services.editions import OUTCOMES
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.adoption_rows import SECTIONS, UNDO
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.places_list import PlacesList
from beiguan_desktop.ui.places_rows import PlacesModel, Role, Row
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme

_KEYS = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), OUTCOMES, strict=True))
_HELP = "按 1 采纳，2 部分采纳，3 未见；Delete 取消确认；↑↓ 换一条"
_LONGEST = 500
_HEIGHT, _FOOT = 44, 60


class AdoptionList(PlacesList):
    """Opinions with what came of them: 1, 2 and 3 confirm, Delete takes that back."""

    def __init__(self, model: PlacesModel, theme: Theme) -> None:
        super().__init__(model, theme)
        self.setAccessibleName("上一稿要改文字的意见和采纳情况")
        self.setAccessibleDescription(_HELP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm by a figure; what is left over is the list's."""
        row: Row | None = self.currentIndex().data(Role.ROW)
        is_away = event.key() == Qt.Key.Key_Delete
        act = UNDO if is_away else _KEYS.get(Qt.Key(event.key()), "")
        if row is not None and act in row.acts:
            self.shows_frame = True
            self.decided.emit(row.key, act)
        else:
            super().keyPressEvent(event)


class AdoptionTab(QWidget):
    """`decided`: an outcome, or UNDO, was chosen for the opinion with this key.

    `noted`: these words were written about it.
    """

    decided = Signal(str, str)
    noted = Signal(str, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = plain_label("", "ink", faces.sans(16, bold=True))
        self.under = plain_label("这是程序照文字比出来的，请您看过再确认。", "ink2", faces.sans(14))
        self.model = PlacesModel(self)
        self.model.fold("exact")
        self.list = AdoptionList(self.model, theme)
        self.note_label = plain_label("说明", "ink2", faces.sans(14), wraps=False)
        self.note = QLineEdit()
        self.note_button = QPushButton("记下说明")
        self._above, self._foot = QWidget(), QWidget()
        self._build()
        self.list.decided.connect(self.decided)
        self.list.selectionModel().currentChanged.connect(lambda *_rows: self._show_note())
        self.note.returnPressed.connect(self._tell_note)
        self.note_button.clicked.connect(self._tell_note)
        self.note.installEventFilter(self)
        self.rescale()

    def _build(self) -> None:
        self.note.setMaxLength(_LONGEST)
        self.note.setFont(faces.sans(14))
        self.note.setPlaceholderText("可不填；要写就写在这里，再确认")
        self.note.setAccessibleName("这一条的说明")
        self.note_button.setFont(faces.sans(14))
        self.note_label.setBuddy(self.note)
        above = QVBoxLayout(self._above)
        above.addWidget(self.head)
        above.addWidget(self.under)
        foot = QHBoxLayout(self._foot)
        foot.addWidget(self.note_label)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.note_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self._foot)

    # -- what is shown

    def show_rows(self, head: str, rows: Iterable[Row], *, notes: dict[str, str]) -> None:
        """Show the rows; one stands where one stood, or at what took that place."""
        here, at = self.key, self.list.currentIndex().row()
        self._notes = notes
        self.head.setText(head)
        self.model.put(rows, SECTIONS)
        has_rows = self.model.rowCount() > 0
        for widget in (self.list, self._foot):
            widget.setVisible(has_rows)
        self.under.setVisible(has_rows and not SCALE.is_low)
        if has_rows:
            wanted = self.model.index_of(here) if here else self.model.index(max(1, at))
            self.list.setCurrentIndex(wanted if wanted.isValid() else self.model.index(0))
        self._show_note()

    def tell(self, words: str) -> None:
        """Say something in place of the rows."""
        self.show_rows(words, (), notes={})

    def stand_on(self, key: str) -> None:
        """Stand on a row that was changed, or at the next one where it is folded away."""
        index = self.model.index_of(key)
        if index.isValid():
            self.list.setCurrentIndex(index)
        elif self.model.row(key) is not None:
            self.stand_on_next(key)

    def step(self, way: int) -> None:
        """Go to the next opinion that is shown (1) or to the one before (-1), round at the ends."""
        here = self.list.currentIndex().row()
        shown = [self.model.index_of(row.key) for row in self.model.rows()]
        places = sorted(index.row() for index in shown if index.isValid())[::way]
        beyond = [at for at in places if (at - here) * way > 0]
        if places:
            self.list.setCurrentIndex(self.model.index((beyond or places)[0]))
            self.list.shows_frame = True

    def stand_on_next(self, key: str) -> None:
        """Go from a row to the next one that is not settled, if there is any."""
        keys = [row.key for row in self.model.rows() if row.section == "changed"]
        order = [row.key for row in self.model.rows()]
        later = [it for it in keys if order.index(it) > order.index(key)]
        if later or keys:
            self.list.setCurrentIndex(self.model.index_of((later or keys)[0]))

    @property
    def key(self) -> str:
        """The opinion one stands on, empty on a head."""
        row: Row | None = self.list.currentIndex().data(Role.ROW)
        return row.key if row else ""

    _notes: dict[str, str]

    def _show_note(self) -> None:
        """Show what was written about the opinion one stands on."""
        self.note.setText(self._notes.get(self.key, ""))
        row = self.model.row(self.key)
        may_write = row is not None and bool(row.acts)
        self.note.setEnabled(may_write)
        self.note_button.setVisible(may_write and self.key in self._notes)

    def _tell_note(self) -> None:
        if self.key in self._notes:
            self.noted.emit(self.key, self.note.text())
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in the note leads back to the list."""
        is_press = watched is self.note and event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._show_note()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    # -- looks

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.under.setVisible(self.model.rowCount() > 0 and not SCALE.is_low)
        for widget, air in ((self._above, 6 if SCALE.is_low else 14), (self._foot, 6)):
            layout = widget.layout()
            if layout is not None:
                layout.setContentsMargins(px(24), px(air), px(20), px(air))
                layout.setSpacing(px(8))
        self._foot.setMinimumHeight(bar(_FOOT))
        for box in (self.note, self.note_button):
            box.setMinimumHeight(bar(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the paper, the ground of the foot, and the hairlines round the list."""
        theme, thin = self._theme, self._theme.hairline
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.paper))
            if self._foot.isVisible():
                foot = self._foot.geometry()
                painter.fillRect(foot, QColor(theme.ground))
                for top in (foot.top(), self._above.geometry().bottom()):
                    painter.fillRect(0, top, self.width(), thin, QColor(theme.line))
