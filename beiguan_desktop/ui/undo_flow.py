"""撤销 and 重做: what was taken back is named, shown where it is, and can be done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beiguan_desktop.core.past import told
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.room_page import RoomPage
from beiguan_desktop.ui.undo_steps import next_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.undo_steps import TextStep

_NOTHING = "没有可以撤销的"
_UNDONE, _REDONE = "撤销了", "重做了"


def undo(window: MainWindow) -> None:
    """Take back what the bar offers to, else the last change; say what it was and show where."""
    page, bar = window.rooms.currentWidget(), window.page.undo_bar
    if isinstance(page, RoomPage) and page.undo_here():
        return
    if bar.take_back():
        window.page.hide_undo_bar()
    elif (text := next_text(window.workspace.stack, is_undo=True)) is not None:
        _text(window, text, is_undo=True)
    elif not window.workspace.stack.canUndo():
        window.status.add_told(_NOTHING)
    else:
        _step(window, window.workspace.undo, _UNDONE)


def redo(window: MainWindow) -> None:
    """Do again what was taken back last; say what it was and show where."""
    page = window.rooms.currentWidget()
    if isinstance(page, RoomPage) and page.redo_here():
        return
    text = next_text(window.workspace.stack, is_undo=False)
    if text is not None:
        _text(window, text, is_undo=False)
    else:
        _step(window, window.workspace.redo, _REDONE)


def _text(window: MainWindow, step: TextStep, *, is_undo: bool) -> None:
    from beiguan_desktop.ui.replacing_flow import ReplacingFlow  # noqa: PLC0415 - seldom needed

    window.page.hide_undo_bar()
    flow_of(window, ReplacingFlow).reverse(step, is_undo=is_undo)


def _step(window: MainWindow, step: Callable[[], Change | None], word: str) -> None:
    window.page.hide_undo_bar()
    change = step()
    if change is None:
        return
    elsewhere = window.reading.show_change(change)
    where = f"《{elsewhere}》里的" if elsewhere else ""
    words = f"{word}：{where}{told(change)}"
    if window.page.isVisible():
        is_undone = word == _UNDONE
        sign = "undo-2" if is_undone else "redo-2"
        window.page.undo_bar.tell(words, sign=sign, leads_on=is_undone)
    else:
        window.status.add_told(words)  # another page lies over the text, and the bar
