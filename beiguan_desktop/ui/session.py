"""One run of the program with a window: from the first paint to the last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui import interruption
from beiguan_desktop.ui.instance import Doorbell, hand_over
from beiguan_desktop.ui.main_window import MainWindow

_LONGEST = 120_000
"""Milliseconds after which a window that was never painted is given up."""


def run(database: Path, report: Path | None) -> int:
    """Open the window and stay until it is closed; return the exit status.

    Raises UserError, after the window has shown it, when the library cannot be opened.
    """
    app = application.application()
    if hand_over(database, report):
        return 0
    application.log_to(database.parent)
    application.report_bugs()
    window = MainWindow(database)
    bell = Doorbell(database, window)
    bell.rung.connect(lambda path: come_forward(window, path))
    problems: list[UserError] = []
    window.show()
    QTimer.singleShot(0, lambda: _begin(window, report, problems))
    with interruption.closes(window):
        status = app.exec()
    bell.close()
    window.workspace.close()
    window.hide()  # after a refusal it is still there
    if problems:
        raise problems[0]
    return status


def _begin(window: MainWindow, report: Path | None, problems: list[UserError]) -> None:
    """Open the library, once the empty window has been painted.

    A report that cannot be read is told about and the library opened without it.
    """
    try:
        open_with(window, report)
    except UserError as error:
        problems.append(error)
        box = _tell(window, "打不开", str(error), "退出")
        box.finished.connect(lambda _result: QApplication.exit(1))


def open_with(window: MainWindow, report: Path | None) -> None:
    """Open the library and, if it can be read, a report; raise UserError for the library."""
    try:
        window.open(report)
    except UserError as error:
        if report is None:
            raise
        window.open()
        _tell(window, "没有导入", str(error), "知道了")


def come_forward(window: MainWindow, report: str) -> None:
    """Raise the window and, if a path is named, show that report."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if not report:
        return
    if window.workspace.report is None:  # somebody was quicker than the library
        window.ready.connect(
            lambda: window.import_report(Path(report)), Qt.ConnectionType.SingleShotConnection
        )
    else:
        window.import_report(Path(report))


def _tell(window: MainWindow, title: str, reason: str, answer: str) -> QMessageBox:
    """Show a sentence before the window without holding the program up."""
    box = QMessageBox(QMessageBox.Icon.Critical, title, reason, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton(answer, QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


class _Stopwatch(QObject):
    """Notes when the report was first painted."""

    painted = Signal()

    def __init__(self, window: MainWindow, age_ms: Callable[[], int]) -> None:
        super().__init__(window)
        self._window, self._age_ms = window, age_ms
        self._is_seen = False
        self.painted_ms = 0
        window.page.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events; let every event pass."""
        is_first = not self._is_seen and self._window.workspace.report is not None
        if is_first and event.type() == QEvent.Type.Paint:
            self._is_seen = True
            QTimer.singleShot(0, self._note)  # when this paint is done
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.painted_ms = self._age_ms()
        self.painted.emit()


def time_to_ready(database: Path, report: Path | None, age_ms: Callable[[], int]) -> dict[str, int]:
    """Open the window as a user would, type a letter, take it back, quit.

    Returns milliseconds since the process began: report painted, letter accepted. Raises
    UserError when the library cannot be opened or cannot be written.
    """
    app = application.application()
    window = MainWindow(database)
    watch = _Stopwatch(window, age_ms)
    problems: list[UserError] = []
    ready: list[int] = []

    def begin() -> None:
        try:
            window.open(report)
        except UserError as error:
            problems.append(error)
            app.exit(1)

    def type_a_letter() -> None:
        if _takes_a_letter(window):
            ready.append(age_ms())
        app.exit(0)  # not quit(): closing the window would make an opinion of a waiting draft

    window.ready.connect(window.show_hall)
    watch.painted.connect(type_a_letter)
    window.show()
    QTimer.singleShot(0, begin)
    QTimer.singleShot(_LONGEST, window, lambda: app.exit(1))
    app.exec()
    notice = "" if problems else window.workspace.store.notice
    window.workspace.close()
    window.hide()
    window.deleteLater()
    if problems:
        raise problems[0]
    if not ready:
        raise UserError(notice or "窗口打开了，但是不能写字。请用 check 命令检查资料库。")
    return {"painted_ms": watch.painted_ms, "ready_ms": ready[0]}


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
