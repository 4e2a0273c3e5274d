"""One run of the program with a window: from the first paint to the last."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui.instance import Doorbell, hand_over
from beiguan_desktop.ui.main_window import MainWindow


def run(database: Path, report: Path | None) -> int:
    """Open the window and stay until it is closed; return the exit status."""
    app = application.application()
    if hand_over(database, report):
        return 0
    application.log_to(database.parent)
    application.report_bugs()
    window = MainWindow(database)
    bell = Doorbell(database, window)
    bell.rung.connect(lambda path: _come_forward(window, path))
    window.show()
    QTimer.singleShot(0, lambda: _open(window, report, lambda why: _refuse(window, str(why))))
    return app.exec()


def _open(window: MainWindow, report: Path | None, failed: Callable[[UserError], None]) -> None:
    """Open the library, once the empty window has been painted."""
    try:
        window.open(report)
    except UserError as error:
        failed(error)


def _come_forward(window: MainWindow, report: str) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if report:
        window.import_report(Path(report))


def _refuse(window: MainWindow, reason: str) -> None:
    """Say why the library cannot be opened, then end: there is nothing to work on."""
    box = QMessageBox(QMessageBox.Icon.Critical, "打不开", reason, parent=window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.addButton("退出", QMessageBox.ButtonRole.AcceptRole)
    box.finished.connect(lambda _result: QApplication.exit(1))
    box.open()


class _Stopwatch(QObject):
    """Notes when the report was first painted."""

    def __init__(self, window: MainWindow, age_ms: Callable[[], int]) -> None:
        super().__init__(window)
        self._window, self._age_ms = window, age_ms
        self.painted_ms: int | None = None
        window.page.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events; let every event pass."""
        is_first = self.painted_ms is None and self._window.workspace.report is not None
        if is_first and event.type() == QEvent.Type.Paint:
            self.painted_ms = self._age_ms()
        return super().eventFilter(watched, event)


def time_to_ready(
    database: Path, report: Path | None, age_ms: Callable[[], int]
) -> dict[str, int | None]:
    """Open the window as a user would, type a letter, take it back, quit.

    Returns milliseconds since the process began: report painted, letter accepted. Raises
    UserError when the library cannot be opened.
    """
    app = application.application()
    window = MainWindow(database)
    watch = _Stopwatch(window, age_ms)
    problems: list[UserError] = []
    ready: list[int] = []

    def type_a_letter() -> None:
        if watch.painted_ms is None:
            QTimer.singleShot(0, type_a_letter)
            return
        window.show_hall()
        box = window.page.panel.editor.words_box
        for key, text in ((Qt.Key.Key_A, "a"), (Qt.Key.Key_Backspace, "")):
            kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
            for kind in kinds:
                app.sendEvent(box, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
            if text and box.toPlainText() == text:
                ready.append(age_ms())
        window.close()
        app.quit()

    def failed(error: UserError) -> None:
        problems.append(error)
        app.quit()

    window.ready.connect(type_a_letter)
    window.show()
    QTimer.singleShot(0, lambda: _open(window, report, failed))
    app.exec()
    if problems:
        raise problems[0]
    return {"painted_ms": watch.painted_ms, "ready_ms": ready[0] if ready else None}
