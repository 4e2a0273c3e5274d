"""更多: what is needed seldom, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow

_ABOVE = ("undo", "redo", "", "find", "go_to", "")
_WRITING = ("whole_report", "on_selection", "copy_place", "highlight", "star", "")
_WAYS = ("next", "previous", "next_unread", "my_marks", "")
_READING = ("concerns", "terms", "one_by_one", "full_screen", "")
_VIEWS = ("statistics", "normal_size", "", "print", "large_print")


def fill_menu(window: MainWindow, menu: QMenu) -> None:
    """Fill the menu as things stand now."""
    from beiguan_desktop.ui.looks_menu import fill_looks  # noqa: PLC0415 - on first use

    actions, stack = window.actions_by_name, window.workspace.stack
    undo, redo = actions["undo"], actions["redo"]
    undo.setText(f"撤销：{stack.undoText()}" if stack.canUndo() else "撤销")
    redo.setText(f"重做：{stack.redoText()}" if stack.canRedo() else "重做")
    for name in (*_ABOVE, *_WRITING, *_WAYS, *_READING, *_VIEWS):
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    _fill_reports(window, menu)
    menu.addSeparator()
    fill_looks(menu, window.looks)
    menu.addSeparator()
    menu.addAction(actions["person"])
    menu.addAction(actions["about"])


def show_about(window: MainWindow) -> None:
    """Say whose work the program is."""
    from beiguan_desktop.ui.dialogs import about  # noqa: PLC0415 - seldom needed

    about.show_about(window)


def show_one_by_one(window: MainWindow) -> None:
    """Show one paragraph only, or the whole text again."""
    from beiguan_desktop.ui.paragraph_flow import ParagraphFlow  # noqa: PLC0415 - on first use

    (window.findChild(ParagraphFlow) or ParagraphFlow(window)).toggle()


def show_marks(window: MainWindow) -> None:
    """Show in place of the text what somebody marked for himself."""
    from beiguan_desktop.ui import marks_flow  # noqa: PLC0415 - seldom needed

    marks_flow.show_marks(window)


def show_printing(window: MainWindow, *, points: int | None = None) -> None:
    """Show how the report will be printed, in type of so many points or of the last choice."""
    from beiguan_desktop.ui.print_flow import PrintFlow  # noqa: PLC0415 - on first use

    if window.workspace.report is not None and not window.stage.is_asking:
        flow = window.findChild(PrintFlow) or PrintFlow(window.workspace, window.jobs, window)
        flow.open(points)


def _fill_reports(window: MainWindow, menu: QMenu) -> None:
    """Offer the reports of the library, when there are several."""
    report, entries = window.workspace.report, window.workspace.store.shelf.entries()
    if report is None or len(entries) < 2:
        return
    menu.addSeparator()
    for entry in entries:
        action = menu.addAction(
            f"{entry.title}　{entry.edition}　意见 {entry.comments} 条".replace("&", "&&")
        )
        action.setCheckable(True)
        action.setChecked(entry.report == report.id)
        action.triggered.connect(
            lambda _checked=False, wanted=entry.report: window.change_report(wanted)
        )
