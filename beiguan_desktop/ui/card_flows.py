"""What the cards lead to, wired once; each part is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beiguan_desktop.core.sifting import Known

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from beiguan_desktop.ui.main_window import MainWindow


def wire_cards(window: MainWindow) -> None:
    """Let the panel's buttons, the marks in the text and the undo bar do what they say."""
    page, reading = window.page, window.reading
    page.undo_bar.undo_asked.connect(window.undo)
    page.undo_bar.redo_asked.connect(window.redo)
    page.panel.list.menu_asked.connect(lambda one, at: _open_menu(window, one, at))
    sifting = page.panel.sifting
    sifting.known_from = lambda: _known(window)
    reading.my_marks.changed.connect(lambda: _look_again(window))
    window.workspace.changed.connect(lambda _change: _look_again(window))


def _open_menu(window: MainWindow, comment_id: str, at: QPoint) -> None:
    from beiguan_desktop.ui.card_menu import open_menu  # noqa: PLC0415 - on first use

    open_menu(window, comment_id, at)


def _look_again(window: MainWindow) -> None:
    sieve = window.page.panel.sifting.sieve
    if sieve.is_starred or sieve.is_unsent:
        window.page.panel.sifting.refresh()


def _known(window: MainWindow) -> Known:
    """Return which units bear a star, and what has not been handed in."""
    from beiguan_desktop.services import binning  # noqa: PLC0415 - on first use

    workspace = window.workspace
    comments = list(workspace.comments.values())
    unsent = binning.unsent(workspace.store, workspace.shown, comments)
    return Known(frozenset(window.reading.my_marks.stars()), frozenset(unsent))
