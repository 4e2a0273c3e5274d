"""更多: what is needed seldom, each with its key; few lines, and menus below them by subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QFontMetrics
from PySide6.QtWidgets import QMenu

from beiguan_desktop.ui import faces
from beiguan_desktop.ui.flows import flow_of
from beiguan_desktop.ui.scale import px

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction

    from beiguan_desktop.core.shelving import Listed
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.replacing_flow import ReplacingFlow

_OFTEN = ("undo", "redo", "", "find", "go_to", "")
_SUBJECTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "意见": (
            *("on_selection", "whole_report", "copy_place", ""),
            *("previous", "next", "bin", "", "person", "people"),
        ),
        "阅读": (
            *("next_unread", "one_by_one", "concerns", "terms", "statistics", ""),
            *("highlight", "star", "my_marks"),
        ),
        "打印": ("print", "large_print", "", "speech", "blank_sheet"),
    }
)
_PAGE_STYLES = ("不写页码", "写页：第20页", "写页和行：第20页第3行（行数确切时）")
_MOST = 8
"""Reports that the menu offers: a page has all of them."""
_LONGEST = 330
"""Pixels of a report's title or file; a menu with several must not be wider than a small screen."""


def fill_menu(window: MainWindow, menu: QMenu) -> None:
    """Fill the menu as things stand now."""
    actions, stack = window.actions_by_name.by_name, window.workspace.stack
    undo, redo = actions["undo"], actions["redo"]
    undo.setText(f"撤销：{stack.undoText()}" if stack.canUndo() else "撤销")
    redo.setText(f"重做：{stack.redoText()}" if stack.canRedo() else "重做")
    _add(menu, actions, _OFTEN)
    for title, names in _SUBJECTS.items():
        below = submenu(menu, title)
        _add(below, actions, names)
        if title == "意见" and window.is_ready:
            _offer_page_style(window, submenu(below, "页码写法"))
            _offer_staff(window, below)
    _fill_reports(window, menu)
    _fill_looks(window, submenu(menu, "外观"))
    menu.addSeparator()
    menu.addAction(actions["about"])


def submenu(menu: QMenu, title: str) -> QMenu:
    """Add a menu that opens beside a line of another one."""
    below = menu.addMenu(title)
    below.setFont(menu.font())  # a menu is a window: it takes no face from its parent
    below.setAccessibleName(title)
    return below


def _add(menu: QMenu, actions: Mapping[str, QAction], names: Iterable[str]) -> None:
    """Add actions by name; an empty name is a line between."""
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()


def _offer_staff(window: MainWindow, menu: QMenu) -> None:
    """Offer the switch between a deputy's window and that of a delegation's staff."""
    from beiguan_desktop.ui.staff import staff_of  # noqa: PLC0415 - on first use

    staff = staff_of(window.workspace)
    switch = menu.addAction("我是工作人员")
    switch.setCheckable(True)
    switch.setChecked(staff.is_on)
    switch.setEnabled(not window.workspace.store.read_only)
    switch.triggered.connect(lambda is_on: switch_staff(window, is_on=is_on))
    if staff.is_on:
        _add(menu, window.actions_by_name.by_name, ("record", "table"))


def _offer_page_style(window: MainWindow, menu: QMenu) -> None:
    """Offer how sheet, text and speech name the page of the print."""
    from beiguan_desktop.services import page_style  # noqa: PLC0415 - seldom needed
    from beiguan_desktop.ui.looks_menu import choice  # noqa: PLC0415 - on first use

    workspace = window.workspace

    def keep(wanted: str) -> None:
        workspace.attempt(lambda: page_style.keep(workspace.store, wanted))

    choices = dict(zip(page_style.STYLES, _PAGE_STYLES, strict=True))
    choice(menu, choices, page_style.style(workspace.store), keep)
    menu.setEnabled(not workspace.store.read_only)


def switch_staff(window: MainWindow, *, is_on: bool) -> None:
    """Turn the window into staff's or a deputy's: other opinions are seen then."""
    from beiguan_desktop.ui.staff import staff_of  # noqa: PLC0415 - on first use

    if window.reading.leave():
        staff_of(window.workspace).set_on(is_on=is_on)
        window.workspace.stack.clear()  # a step of staff may be about what a deputy does not see
        window.workspace.show_report(window.workspace.shown)


def _fill_looks(window: MainWindow, menu: QMenu) -> None:
    """Offer what changes how the window looks."""
    from beiguan_desktop.ui.looks_menu import fill_looks  # noqa: PLC0415 - on first use

    fill_looks(menu, window.looks)
    _add(menu, window.actions_by_name.by_name, ("", "normal_size", "full_screen"))


def show_about(window: MainWindow) -> None:
    """Say whose work the program is."""
    from beiguan_desktop.ui.dialogs import about  # noqa: PLC0415 - seldom needed

    about.show_about(window)


def show_one_by_one(window: MainWindow) -> None:
    """Show one paragraph only, or the whole text again."""
    from beiguan_desktop.ui.paragraph_flow import ParagraphFlow  # noqa: PLC0415 - on first use

    flow_of(window, ParagraphFlow).toggle()


def show_marks(window: MainWindow) -> None:
    """Show in place of the text what somebody marked for himself."""
    from beiguan_desktop.ui import marks_flow  # noqa: PLC0415 - seldom needed

    marks_flow.show_marks(window)


def _fill_reports(window: MainWindow, menu: QMenu) -> None:
    """Offer another report: from a file, and the newest of the library when there are several."""
    below, actions = submenu(menu, "报告"), window.actions_by_name.by_name
    _add(below, actions, ("open", "library"))
    _offer_correcting(window, below)
    _offer_better_text(window, below)
    if window.workspace.report is None:
        return
    entries = _newest(window)
    if len(entries) < 2:
        return
    below.addAction(window.actions_by_name["compare"])
    below.addSeparator()
    below.setToolTipsVisible(True)
    shown = entries[:_MOST]
    here = next((it for it in entries[_MOST:] if it.id == window.workspace.shown), None)
    shown[-1:] = [here or shown[-1]]  # the one that is open is among them
    alike, group = Counter((it.title, it.edition) for it in shown), QActionGroup(below)
    for entry in shown:
        names = [entry.title or entry.file, entry.edition]
        if alike[entry.title, entry.edition] > 1:
            names.append(entry.file)  # most reports are called the same
        action = below.addAction(_report_line(names, entry.comments))
        action.setToolTip(entry.title.replace("<", "＜"))
        action.setCheckable(True)
        action.setChecked(entry.id == window.workspace.shown)
        group.addAction(action)
        action.triggered.connect(
            lambda _checked=False, wanted=entry.id: window.change_report(wanted)
        )
    if len(entries) > len(shown):
        every = below.addAction(f"全部 {len(entries)} 份报告…")
        every.triggered.connect(actions["library"].trigger)


def _newest(window: MainWindow) -> list[Listed]:
    """Return the reports that are not hidden, what came last first, editions together."""
    from beiguan_desktop.core.shelving import in_order  # noqa: PLC0415 - on first use
    from beiguan_desktop.services import library_list  # noqa: PLC0415 - on first use

    workspace = window.workspace
    found = library_list.listed(workspace.store, workspace.me, is_staff=workspace.is_staff)
    return [it.report for it in in_order(it for it in found if it.hidden_at is None)]


def _offer_correcting(window: MainWindow, menu: QMenu) -> None:
    """Offer to look through what was recognised of the report that is shown."""
    if window.workspace.report is not None and not window.workspace.store.read_only:
        menu.addAction("校对这份报告", lambda: _correct(window))


def _correct(window: MainWindow) -> None:
    from beiguan_desktop.ui.correcting_flow import correct_report  # noqa: PLC0415 - on first use

    correct_report(window)


def _offer_better_text(window: MainWindow, menu: QMenu) -> None:
    """Offer another reading of the report where today's rules may read it better."""
    from beiguan_desktop.services.rereading import is_better_there  # noqa: PLC0415 - seldom needed

    report, store = window.workspace.report, window.workspace.store
    if report is not None and not store.read_only and is_better_there(store, report.id):
        menu.addAction("换成更好的文字", lambda: _replacing(window).begin())


def _replacing(window: MainWindow) -> ReplacingFlow:
    from beiguan_desktop.ui.replacing_flow import ReplacingFlow  # noqa: PLC0415 - on first use

    return flow_of(window, ReplacingFlow)


def _report_line(names: Iterable[str], comments: int) -> str:
    """Return the line of a report: what it is called, no name of it too long, and its opinions."""
    metrics = QFontMetrics(faces.sans(14))
    short = (metrics.elidedText(it, Qt.TextElideMode.ElideMiddle, px(_LONGEST)) for it in names)
    return f"{'　'.join(short)}　意见 {comments} 条".replace("&", "&&")
