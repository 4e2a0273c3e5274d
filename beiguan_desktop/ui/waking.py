"""The first line after a crash: the words are there, and so many opinions wait to be handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from beiguan_desktop.services import handing_in
from beiguan_desktop.ui import faces, icons
from beiguan_desktop.ui.above_text import AboveText
from beiguan_desktop.ui.dialogs.plain_label import plain_label
from beiguan_desktop.ui.scale import px

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.page_view import PageView
    from beiguan_desktop.ui.theme import Theme

CRASHED = "上次没有正常关闭，写到一半的话还在"


class CrashLine(AboveText):
    """Says that nothing is lost; it goes when it was read or the words are an opinion."""

    def __init__(self, theme: Theme, view: PageView) -> None:
        super().__init__(theme, view)
        sign = QLabel()
        icons.put(sign, "info", "ink2")
        self.words = plain_label(CRASHED, "ink", faces.sans(14))
        self.button = QPushButton("知道了")
        self.button.setProperty("role", "flat")
        self.button.setFont(faces.sans(14))
        self.button.setMinimumHeight(px(44))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.button.clicked.connect(self.closed)
        self.closed.connect(self.hide)

    def in_order(self) -> list[QWidget]:
        """Return what takes the focus, in the order of Tab."""
        return [self.button]


def tell_of_crash(window: MainWindow) -> CrashLine:
    """Say above the text that the words of the box were saved from a crash, and what waits."""
    line = CrashLine(window.page.view.theme, window.page.view)
    count = _unsent(window)
    line.words.setText(f"{CRASHED}；有 {count} 条还没交" if count else CRASHED)
    line.lie_down(window.top_bar.last)
    line.appear()
    window.workspace.changed.connect(lambda _change: line.hide())
    return line


def _unsent(window: MainWindow) -> int:
    """Count the opinions of whoever sits here that are not handed in as they stand."""
    workspace = window.workspace
    me = workspace.me.id if workspace.me else None
    mine = [it for it in workspace.comments.values() if it.person == me]
    return len(handing_in.unsent(workspace.store, workspace.shown, mine))
