"""What the window remembers between two starts: its size, its panes, the size of letters."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from beiguan_desktop.ui.reading_page import ReadingPage

SMALLEST, NORMAL, LARGEST = 12, 18, 36
_STEP = 2
_FRAME = QSize(16, 40)
"""What a title bar and borders take of the screen."""
_USUAL = QSize(1440, 900)


class Looks(QObject):
    """Size and state of one window, in an INI file beside the library."""

    told = Signal(str)
    """How large the letters are now, or why they do not change."""

    def __init__(self, path: Path, window: QMainWindow, page: ReadingPage) -> None:
        super().__init__(window)
        self._settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
        self._window, self._page = window, page
        self.text_size = NORMAL
        self._restore()

    def _restore(self) -> None:
        """Take what is remembered; a damaged file is as good as none."""
        size = self._settings.value("window/size")
        screen = QApplication.primaryScreen().availableSize()
        known = size if isinstance(size, QSize) and size.isValid() else _USUAL
        self._window.resize(known.boundedTo(screen - _FRAME))
        if self._settings.value("window/maximized") == "true":
            self._window.setWindowState(Qt.WindowState.WindowMaximized)
        panes = self._settings.value("window/panes")
        if isinstance(panes, QByteArray):
            self._page.restoreState(panes)
        points = str(self._settings.value("text/size", NORMAL))
        self.set_text_size(int(points) if points.isdecimal() else NORMAL)

    def keep(self) -> None:
        """Remember size, panes and letters; where nothing can be written, forget them."""
        is_maximized = self._window.isMaximized()
        self._settings.setValue("window/maximized", "true" if is_maximized else "false")
        if not is_maximized and not self._window.isFullScreen():
            self._settings.setValue("window/size", self._window.size())
        self._settings.setValue("window/panes", self._page.saveState())
        self._settings.setValue("text/size", self.text_size)
        self._settings.sync()

    def set_text_size(self, points: int) -> None:
        """Set the size of the report's letters, 12…36 points."""
        self.text_size = min(LARGEST, max(SMALLEST, points))
        self._page.view.set_text_size(self.text_size)

    def larger(self) -> None:
        """Make the report's letters one step larger."""
        self._change(self.text_size + _STEP)

    def smaller(self) -> None:
        """Make the report's letters one step smaller."""
        self._change(self.text_size - _STEP)

    def normal(self) -> None:
        """Give the report's letters the usual size."""
        self._change(NORMAL)

    def _change(self, points: int) -> None:
        """Set another size and say which it is, or that there is no further one."""
        self.set_text_size(points)
        end = "，已经最大" if points > LARGEST else "，已经最小" if points < SMALLEST else ""
        self.told.emit(f"正文 {self.text_size} 磅{end}")
