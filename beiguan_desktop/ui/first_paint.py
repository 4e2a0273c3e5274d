"""When the report stood on the screen for the first time: the library is opened after that."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from beiguan_desktop.ui.page_view import PageView

_LATEST = 1000
"""Milliseconds after which nobody waits for a paint: a minimised window is never painted."""


class FirstPaint(QObject):
    """Watches a text pane. `painted` comes once, after its first paint or when none comes."""

    painted = Signal()

    def __init__(self, view: PageView, parent: QObject, *, needs_report: bool = False) -> None:
        """Watch from now on; `needs_report` waits for a paint with a report, however long."""
        super().__init__(parent)
        self._view, self._needs_report = view, needs_report
        view.viewport().installEventFilter(self)
        self._timer = QTimer(self, singleShot=True, interval=_LATEST)
        self._timer.timeout.connect(self._tell)
        if not needs_report:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at paint events; let every event pass."""
        if event.type() == QEvent.Type.Paint and (self._view.lines or not self._needs_report):
            self._view.viewport().removeEventFilter(self)
            self._timer.start(0)  # when this paint is done
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._view.viewport().removeEventFilter(self)
        self.painted.emit()
