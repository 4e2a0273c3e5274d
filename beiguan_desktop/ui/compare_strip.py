"""The strip of 对照: the way back, the tabs, at which change one is, and the way to others."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scope_tab import ScopeTab
from beiguan_desktop.ui.theme import Theme

_NAME = "name"


class CompareStrip(QWidget):
    """Lays the page's buttons out; their words give way where there is little room."""

    def __init__(
        self,
        theme: Theme,
        row: QHBoxLayout,
        back: QPushButton,
        steps: tuple[QPushButton, QPushButton],
    ) -> None:
        super().__init__()
        self._theme, self._row, self._steps = theme, row, steps
        self._said = ""
        self.place = plain_label("", "ink2", faces.sans(14), wraps=False)
        self.tabs, self._tab_row = QButtonGroup(self), QHBoxLayout()
        self._giving = [(button, button.text()) for button in (*steps, back)]
        for button, words in self._giving:
            button.setAccessibleName(words)
        self.setLayout(row)
        row.addWidget(back)
        self._tab_row.setSpacing(24)
        row.addLayout(self._tab_row)
        row.addStretch(1)
        for widget in (self.place, *steps):
            row.addWidget(widget)

    def add_tab(self, name: str) -> ScopeTab:
        """Put a name behind the others."""
        tab = ScopeTab(name, self._theme, things="")
        tab.setProperty(_NAME, name)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.addButton(tab)
        self._tab_row.addWidget(tab)
        return tab

    @property
    def tab(self) -> str:
        """The name of the tab that is shown."""
        return next(str(it.property(_NAME)) for it in self.tabs.buttons() if it.isChecked())

    def choose(self, name: str) -> None:
        """Show a tab by its name."""
        next(it for it in self.tabs.buttons() if it.property(_NAME) == name).click()

    def tell(self, words: str) -> None:
        """Say at which change one is; without any there is nowhere to go."""
        self._said = words
        for button in self._steps:
            button.setVisible(bool(words))
        self.fit()

    def fit(self) -> None:
        """Let words give way, one after another; the signs of the buttons stay."""
        for bare in (0, 2, 3):
            for number, (button, words) in enumerate(self._giving):
                button.setText("" if number < bare else words)
            self.place.setText(self._said)
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return
        self.place.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words give way, or come back."""
        super().resizeEvent(event)
        self.fit()
