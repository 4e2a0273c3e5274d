"""The bar along the top: which report, which view, size of letters, hand in, more."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QCursor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QWidget,
)

from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.filling import fill
from beiguan_desktop.ui.report_name import ReportName
from beiguan_desktop.ui.scale import SCALE, bar, px
from beiguan_desktop.ui.theme import Theme
from beiguan_desktop.ui.view_tab import HEIGHT, ViewTab

_BUTTON = 48
_VIEW_LEFT = 300
_END, _LOW_END = 16, 8
"""Pixels behind the last button."""
_SEAL, _AROUND, _AIR = 40, 40, 10
"""The mark's side, the pixels round it and the report's name, and the least above and below."""
_GIVE_WAY = ("查找", "更多", "交意见")
"""Whose words give way to the report's name, one after another; their signs stay."""
_LETTER = 0.45
"""Points of the mark's character for a pixel of its side."""


class Seal(QWidget):
    """The program's mark: 审 in a cinnabar square."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rescale()

    def rescale(self) -> None:
        """Be as large as the interface is."""
        side = min(px(_SEAL), bar(HEIGHT) - _AIR)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the square and its character."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setPen(QColor(self._theme.on_accent))
        painter.setFont(faces.serif(self.width() * _LETTER / SCALE.factor, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "审")
        painter.end()


class Menu(QMenu):
    """A menu whose lines that open another one say so by a chevron large enough to be seen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and the chevrons in place of Qt's arrows of five pixels."""
        super().paintEvent(event)
        side = px(icons.SIZE)
        with QPainter(self) as painter:
            for action in self.actions():
                box = QRectF(self.actionGeometry(action))
                if action.menu() is not None:
                    middle = box.center().y() - side / 2
                    place = QRectF(box.right() - side - px(8), middle, side, side)
                    icons.paint(painter, place, "chevron-right", self._theme.ink2)


class TopBar(QWidget):
    """Report and view on the left, what can be done on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = self._day = ""
        self._buttons: list[QPushButton] = []
        self._words: dict[str, QPushButton] = {}
        self._seal = Seal(theme)
        self.name = ReportName(theme, self._seal)
        self._title, self._under = self.name.title, self.name.under
        self.reading_tab = ViewTab("阅读", theme)
        self.reading_tab.setChecked(True)
        self.reading_tab.clicked.connect(lambda: self.reading_tab.setChecked(True))
        self.menu = Menu(theme, self)
        self._views = [self.reading_tab]
        self._right = QHBoxLayout()
        self._right.setSpacing(4)
        self._build()
        self.rescale()

    def _build(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self.name)
        row.addWidget(self.reading_tab)
        row.addStretch(1)
        row.addLayout(self._right)

    def rescale(self) -> None:
        """Be as large as the interface is."""
        self.setFixedHeight(bar(HEIGHT))
        self._seal.rescale()
        for tab in self._views:
            tab.rescale()
        self._under.setVisible(not SCALE.is_low)
        self._row.setContentsMargins(0, 0, _LOW_END if SCALE.is_low else _END, 0)
        for button in self._buttons:
            button.setMinimumSize(_button_size())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the report's name give way first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self._seal.width() + _AROUND
        usual = px(_VIEW_LEFT)
        whole = beside + self._title.fontMetrics().horizontalAdvance(self._name)
        wanted = min(usual, whole)
        for bare in range(len(_GIVE_WAY) + 1):
            for words, button in self._words.items():
                button.setText("" if words in _GIVE_WAY[:bare] else words)
            self._right.invalidate()  # it would not notice while the bar is out of sight
            tabs = sum(tab.width() for tab in self._views if not tab.isHidden())
            others = tabs + self._right.sizeHint().width()
            room = self.width() - others - self._row.contentsMargins().right()
            if room >= wanted:
                break
        most = max(usual, min(whole, 2 * usual))  # a long name takes what nobody needs
        self.name.setFixedWidth(max(beside, min(most, room)))
        if self._name:
            self._write_name()

    def set_report(self, title: str, under: str, days: str = "") -> None:
        """Name the report and its day and edition; `days` says what day that is."""
        self._name, self._day = title, under
        self._under.setToolTip(days)
        self._fit()

    def _write_name(self) -> None:
        title, under = self._name, self._day
        room = self.name.minimumWidth() - self._seal.width() - _AROUND
        end = Qt.TextElideMode.ElideRight
        shown = self._title.fontMetrics().elidedText(title, end, room)
        self._title.setText(shown)
        self._title.setToolTip("" if shown == title else title.replace("<", "＜"))
        self._title.setAccessibleName(title)
        self.name.put_name(title)
        self._under.setText(self._under.fontMetrics().elidedText(under, end, room))

    def add_view(self, name: str) -> ViewTab:
        """Put the name of another view behind the others, out of sight (see `show_view`)."""
        tab = ViewTab(name, self._theme)
        tab.hide()
        self._row.insertWidget(self._row.indexOf(self._views[-1]) + 1, tab)
        self.setTabOrder(self._views[-1], tab)
        self._views.append(tab)
        return tab

    def show_view(self, tab: ViewTab, *, is_seen: bool) -> None:
        """Show the name of a view, or hide it while there is nothing to see."""
        if tab.isHidden() == is_seen:
            tab.setVisible(is_seen)
            self._fit()

    def add_action(self, action: QAction, icon_name: str = "") -> QPushButton:
        """Put a button for an action at the right end."""
        button = QPushButton(action.text())
        button.setProperty("role", "flat")
        button.setFont(faces.sans(14))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.toolTip() or action.text())
        if icon_name:
            icons.put(button, icon_name)
            self._words[action.text()] = button
        button.clicked.connect(action.trigger)
        self._put(button)
        return button

    def add_menu(self, text: str, fill: Callable[[QMenu], None]) -> QPushButton:
        """Put a button at the right end that opens a menu, filled anew each time."""
        button = QPushButton(text)
        button.setProperty("role", "flat")
        button.setFont(faces.sans(14))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the words
        icons.put(button, "menu")
        self._words[text] = button
        self.menu.setFont(faces.sans(14))
        self.menu.setAccessibleName(text)

        def show() -> None:
            for below in self.menu.findChildren(QMenu):  # which clear() would leave behind
                below.deleteLater()
            self.menu.clear()
            fill(self.menu)
            corner = button.mapToGlobal(button.rect().bottomRight())
            self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))
            if button.hasFocus():  # it was pressed by a key, and keys go on
                self.menu.setActiveAction(self.menu.actions()[0])

        def hide() -> None:
            """The menu took the mouse: whether it left the button has not been told."""
            button.setDown(False)
            is_there = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_there)
            button.update()

        self.menu.aboutToHide.connect(hide)
        button.clicked.connect(show)
        self._put(button)
        return button

    def _put(self, button: QPushButton) -> None:
        """Put a button at the right end; Tab comes to it from what stands left of it."""
        before = self.last
        self._right.addWidget(button)
        self._buttons.append(button)
        button.setMinimumSize(_button_size())
        self.setTabOrder(before, button)

    @property
    def last(self) -> QPushButton:
        """What takes the focus last in the bar."""
        return self._buttons[-1] if self._buttons else self.reading_tab

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the hairline below."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.ground)
        thin = self._theme.hairline
        foot = QRect(0, self.height() - thin, self.width(), thin)
        fill(painter, foot, self._theme.line)
        painter.end()


def _button_size() -> QSize:
    """Return the least that a button of the bar is."""
    side = min(px(_BUTTON), bar(HEIGHT))
    return QSize(side, side)
