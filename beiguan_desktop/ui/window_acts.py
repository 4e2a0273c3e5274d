"""What the window's actions do: every name of `actions` bound to its act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from beiguan_desktop.core.report import Description
from beiguan_desktop.ui import labels
from beiguan_desktop.ui.actions import Actions, make_actions
from beiguan_desktop.ui.flows import flow_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from PySide6.QtCore import QMimeData

    from beiguan_desktop.core.change import Change
    from beiguan_desktop.ui.find_flow import FindFlow
    from beiguan_desktop.ui.go_to_flow import GoToFlow
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.opening_flow import OpeningFlow
    from beiguan_desktop.ui.reading import Reading
    from beiguan_desktop.ui.term_tips import TermTips

_ONLY_STAFF = "代录是工作人员用的。请先在“更多”的“意见”里勾上“我是工作人员”。"
FULL = Qt.WindowState.WindowFullScreen


def bind_actions(window: MainWindow) -> Actions:
    """Make the actions and the buttons of the top bar.

    Acts look their widgets up when they are done: the writing pane comes after the first paint.
    """
    looks = window.looks
    acts: dict[str, Callable[[], object]] = {
        "smaller": looks.smaller,
        "larger": looks.larger,
        "normal_size": looks.normal,
        "full_screen": lambda: window.setWindowState(window.windowState() ^ FULL),
        "about": lambda: _more().show_about(window),
    }
    acts |= {name: _once_ready(window, act) for name, act in _on_library(window).items()}
    acts |= {
        name: _once_ready(window, window.rooms.in_text(act))
        for name, act in _in_text(window).items()
    }
    acts["next_pane"] = _once_ready(window, lambda: _next_pane(window))
    actions = make_actions(window, acts)
    for name, icon in (
        ("find", "search"),
        ("smaller", ""),
        ("larger", ""),
        ("hand_in", "file-output"),
    ):
        window.top_bar.add_action(actions[name], icon)
    window.top_bar.add_menu("更多", lambda menu: _more().fill_menu(window, menu))
    window.top_bar.name.clicked.connect(actions["library"].trigger)
    window.workspace.changed.connect(lambda change: _follow(window, change))
    window.page.view.term_asked.connect(lambda asked: _terms(window).explain(asked))
    window.page.view.menu_asked.connect(lambda menu, hit: _terms(window).offer(menu, hit))
    redo = actions["redo"]
    redo.setEnabled(False)  # grey in the menu while there is nothing to do again
    window.workspace.stack.canRedoChanged.connect(redo.setEnabled)
    return actions


def _on_library(window: MainWindow) -> dict[str, Callable[[], object]]:
    return {
        "open": lambda: _opening(window).ask(),
        "library": lambda: _open_library(window),
        "undo": window.undo,
        "redo": window.redo,
        "hand_in": window.open_hand_in,
        "print": lambda: _papers().show_printing(window),
        "large_print": lambda: _papers().show_printing(window, points=22),
        "speech": lambda: _papers().show_speech(window),
        "blank_sheet": lambda: _papers().show_blank(window),
        "statistics": window.open_statistics,
        "compare": lambda: _compare(window),
        "my_marks": lambda: _more().show_marks(window),
        "bin": lambda: _open_bin(window),
        "person": window.ask_person,
        "people": lambda: _open_people(window),
        "table": lambda: _take_table(window),
        "concerns": lambda: _open_concerns(window),
        "terms": lambda: _open_terms(window),
    }


def bring(window: MainWindow, brought: QMimeData) -> None:
    """Open what was dropped on the window."""
    _opening(window).bring(brought)


def _opening(window: MainWindow) -> OpeningFlow:
    from beiguan_desktop.ui.opening_flow import OpeningFlow  # noqa: PLC0415 - on first use

    return flow_of(window, OpeningFlow)


def _open_library(window: MainWindow) -> None:
    from beiguan_desktop.ui.library_flow import open_library  # noqa: PLC0415 - on first use

    open_library(window)


def _follow(window: MainWindow, change: Change) -> None:
    """Let the window follow what a report is called from now on."""
    if any(isinstance(edit.after, Description) for edit in change.edits):
        from beiguan_desktop.ui import described  # noqa: PLC0415 - seldom needed

        described.follow(window, change)


def _open_bin(window: MainWindow) -> None:
    from beiguan_desktop.ui.bin_flow import open_bin  # noqa: PLC0415 - on first use

    open_bin(window)


def _more() -> ModuleType:
    from beiguan_desktop.ui import more_menu  # noqa: PLC0415 - on first use

    return more_menu


def _papers() -> ModuleType:
    from beiguan_desktop.ui import paper_menu  # noqa: PLC0415 - on first use

    return paper_menu


def _compare(window: MainWindow) -> None:
    from beiguan_desktop.ui.compare_door import open_compare  # noqa: PLC0415 - on first use

    open_compare(window)


def _open_people(window: MainWindow) -> None:
    from beiguan_desktop.ui.people_flow import PeopleFlow  # noqa: PLC0415 - on first use

    flow_of(window, PeopleFlow).choose()


def _take_table(window: MainWindow) -> None:
    """Let staff take in a table; the menu offers it to nobody else."""
    from beiguan_desktop.ui.tables_flow import TablesFlow  # noqa: PLC0415 - on first use

    flow_of(window, TablesFlow).ask()


def _record(window: MainWindow) -> None:
    """Let staff write down what others said; whoever is none writes under his own name."""
    if not window.workspace.is_staff:
        window.workspace.refused.emit(_ONLY_STAFF)
        return
    from beiguan_desktop.ui.recording_flow import open_recording  # noqa: PLC0415 - on first use

    open_recording(window)


def _open_concerns(window: MainWindow) -> None:
    from beiguan_desktop.ui.concern_flow import open_concerns  # noqa: PLC0415 - on first use

    open_concerns(window)


def _open_terms(window: MainWindow) -> None:
    from beiguan_desktop.ui.terms_flow import open_terms  # noqa: PLC0415 - on first use

    open_terms(window)


def _terms(window: MainWindow) -> TermTips:
    from beiguan_desktop.ui.term_tips import tips_of  # noqa: PLC0415 - on first use

    return tips_of(window)


def _in_text(window: MainWindow) -> dict[str, Callable[[], object]]:
    def reading() -> Reading:
        return window.reading

    def go_on() -> None:
        window.progress.next_unread()

    def press(number: int) -> None:
        window.page.panel.editor.choice.press(number)

    found: dict[str, Callable[[], object]] = {
        "one_by_one": lambda: _more().show_one_by_one(window),
        "whole_report": lambda: reading().write_on_whole_report(),
        "on_selection": lambda: reading().write_on_selection(),
        "copy_place": window.page.view.copy_place,
        "highlight": lambda: reading().my_marks.stroke(None),
        "star": lambda: reading().my_marks.turn_star(None),
        "previous": lambda: reading().cards.step(-1),
        "next": lambda: reading().cards.step(1),
        "next_unread": go_on,
        "find": lambda: _finding(window).open(),
        "find_next": lambda: _finding(window).step(1),
        "find_previous": lambda: _finding(window).step(-1),
        "go_to": lambda: _going(window).open(),
        "record": lambda: _record(window),
    }
    for number in range(1, len(labels.BUTTONS) + 1):
        found[f"kind_{number}"] = partial(press, number)
    return found


def _next_pane(window: MainWindow) -> None:
    """Let the keys go to the next pane of what is seen; a page without panes leads to the text."""
    page = window.rooms.currentWidget()
    if page is not window.page:
        from beiguan_desktop.ui.room_page import RoomPage  # noqa: PLC0415 - on first use

        if isinstance(page, RoomPage) and page.next_pane():
            return
        window.rooms.show_text()
    window.page.next_pane()


def _finding(window: MainWindow) -> FindFlow:
    from beiguan_desktop.ui.find_flow import FindFlow  # noqa: PLC0415 - on first use

    return flow_of(window, FindFlow)


def look_for(window: MainWindow, words: str) -> None:
    """Show the text and look for words in it."""
    window.rooms.show_text()
    flow = _finding(window)
    flow.open()
    flow.pane.bar.box.setText(words)


def _going(window: MainWindow) -> GoToFlow:
    from beiguan_desktop.ui.go_to_flow import GoToFlow  # noqa: PLC0415 - on first use

    return flow_of(window, GoToFlow)


def _once_ready(window: MainWindow, act: Callable[[], object]) -> Callable[[], object]:
    """Return an act that does nothing while the report is seen and the library not yet open."""

    def do() -> None:
        if window.is_ready:
            act()

    return do
