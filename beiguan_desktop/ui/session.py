"""One run of the program with a window: from the first paint to the last."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui import garbage
from beiguan_desktop.ui.first_paint import FirstPaint
from beiguan_desktop.ui.instance import Doorbell, hand_over
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.workspace import look_ahead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_ONCE = Qt.ConnectionType.SingleShotConnection
_LONGEST = 120_000
"""Milliseconds after which a window that was never painted is given up."""


def run(database: Path, report: Path | None) -> int:
    """Open the window and stay until it is closed; return the exit status.

    Raises UserError, after a window has shown it, when the program or the library cannot be used.
    """
    try:
        app = application.application(wears_sheet=False)
    except UserError as error:
        application.tell("打不开", str(error)).finished.connect(QApplication.quit)
        QApplication.exec()
        raise
    if hand_over(database, report):
        return 0
    application.log_to(database.parent)
    application.report_bugs()
    window = MainWindow(database)
    problems: list[UserError] = []
    with ExitStack() as stack:
        window.ready.connect(lambda: _listen(window, stack), _ONCE)
        paint = _start(window, report, problems, lambda error: _refuse(window, error, report))
        paint.painted.connect(lambda: stack.enter_context(_closes(window)))
        status = app.exec()
    window.jobs.wait()
    window.workspace.close()
    window.hide()  # after a refusal it is still there
    if problems:
        raise problems[0]
    return status


def _start(
    window: MainWindow,
    report: Path | None,
    problems: list[UserError],
    refused: Callable[[UserError], object],
) -> FirstPaint:
    """Show the window with what was read last; once that is painted, open the library."""

    def begin() -> None:
        try:
            open_with(window, report)
        except UserError as error:
            problems.append(error)
            refused(error)

    application.put_on_sheet()
    window.show()
    if report is None:
        look_ahead(window.workspace)
    paint = FirstPaint(window.page.view, window)
    paint.painted.connect(
        lambda: window.jobs.run(_fetch, lambda _: begin(), window.workspace.refused.emit)
    )
    paint.painted.connect(window.furnish)
    window.ready.connect(garbage.set_aside, _ONCE)
    return paint


def _closes(window: MainWindow) -> AbstractContextManager[None]:
    """Let Ctrl+C in the terminal close the window."""
    from beiguan_desktop.ui import interruption  # noqa: PLC0415 - after the first paint

    return interruption.closes(window)


def _listen(window: MainWindow, stack: ExitStack) -> None:
    """Hear a second start, from when the library is ours to when the window is closed."""
    bell = Doorbell(window.workspace.path, window)
    bell.rung.connect(lambda path: come_forward(window, path))
    stack.callback(bell.close)


def _fetch() -> None:
    """Import what opens a library, a quarter of a second's work, beside the living window."""
    importlib.import_module("beiguan_desktop.services.library")
    importlib.import_module("beiguan_desktop.storage.store")


def _refuse(window: MainWindow, error: UserError, report: Path | None) -> None:
    """Say why the library cannot be opened; a window that was quicker comes forward instead."""
    garbage.set_aside()
    if hand_over(window.workspace.path, report):
        QApplication.exit(1)
        return
    box = _tell(window, "打不开", str(error), "退出")
    box.finished.connect(lambda _result: QApplication.exit(1))


def open_with(window: MainWindow, report: Path | None) -> None:
    """Open the library and, if it can be read, a report; raise UserError for the library.

    A report that takes time to read comes when the library is open and the window alive.
    """
    if report is None:
        window.open()
        return

    from beiguan_desktop.services import importing  # noqa: PLC0415 - after the first paint

    if not importing.takes_time(report):
        try:
            window.open(report)
        except UserError:  # of the library, and it comes again; or of the report, told below
            window.open()
        else:
            return
    else:
        window.open()
    window.import_report(report)


def come_forward(window: MainWindow, report: str) -> None:
    """Raise the window and, if a path is named, show that report."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if not report:
        return
    if window.workspace.report is None:  # somebody was quicker than the library
        window.ready.connect(lambda: window.import_report(Path(report)), _ONCE)
    else:
        window.import_report(Path(report))


def _tell(window: MainWindow, title: str, reason: str, answer: str) -> QMessageBox:
    """Show a sentence before the window without holding the program up."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - seldom needed

    box = QMessageBox(QMessageBox.Icon.Critical, title, reason, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def time_to_ready(database: Path, report: Path | None, age_ms: Callable[[], int]) -> dict[str, int]:
    """Open the window as a user would, type a letter, take it back, quit.

    Returns milliseconds since the process began: report painted, letter accepted. Raises
    UserError when the library cannot be opened or cannot be written.
    """
    app = application.application(wears_sheet=False)
    window = MainWindow(database)
    problems: list[UserError] = []
    times: dict[str, int] = {}

    def note(name: str) -> None:
        times.setdefault(f"{name}_ms", age_ms())
        if not problems and window.is_ready and "painted_ms" in times:
            if _takes_a_letter(window):
                times["ready_ms"] = age_ms()
            app.exit(0)  # not quit(): closing would make an opinion of a waiting draft

    window.ready.connect(window.show_hall)
    window.ready.connect(lambda: note("ready"))
    _start(window, report, problems, lambda _words: app.exit(1))
    watch = FirstPaint(window.page.view, window, needs_report=True)  # the last filter sees first
    watch.painted.connect(lambda: note("painted"))
    QTimer.singleShot(_LONGEST, window, lambda: app.exit(1))
    app.exec()
    notice = "" if problems else window.workspace.store.notice
    window.jobs.wait()
    window.workspace.close()
    window.hide()
    window.deleteLater()
    if problems:
        raise problems[0]
    if "ready_ms" not in times:
        raise UserError(notice or "窗口打开了，但是不能写字。请用 check 命令检查资料库。")
    return times


def _takes_a_letter(window: MainWindow) -> bool:
    """Type a letter into the box and take it back; tell whether it stood there."""
    box = window.page.panel.editor.words_box
    before = box.toPlainText()
    _press(box, Qt.Key.Key_A, "a")
    is_taken = box.toPlainText() != before
    if is_taken:
        _press(box, Qt.Key.Key_Backspace, "")
    return is_taken


def _press(box: QObject, key: Qt.Key, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
