"""What the window remembers between two starts: its size, panes, letters, colours."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from beiguan_desktop.ui.motion import SWITCH
from beiguan_desktop.ui.panes import LEAST_TREE, LEAST_WRITING
from beiguan_desktop.ui.reading_page import ReadingPage
from beiguan_desktop.ui.scale import SCALE, SIZES, STANDARD
from beiguan_desktop.ui.theme import PALETTES, WORN

SMALLEST, NORMAL, LARGEST = 12, 18, 36
_STEP = 2
_WIDEST = 900
_FRAME = QSize(16, 40)
"""What a title bar and borders take of the screen."""
_USUAL = QSize(1440, 900)


LEAST = QSize(1024, 640)
"""What the window needs; on a smaller screen it does with less."""


def least_size() -> QSize:
    """Return how small the window may become: never larger than this screen has room for."""
    return LEAST.boundedTo(_room())


class Looks(QObject):
    """Size and state of one window, in an INI file beside the library."""

    told = Signal(str)
    """How large the letters are now, or why they do not change."""

    def __init__(self, path: Path, window: QMainWindow, *, is_picture: bool = False) -> None:
        """Put on what is remembered, before anything is made; a picture remembers nothing."""
        super().__init__(window)
        self._settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
        self._window, self._is_picture = window, is_picture
        self._is_restored = False
        self._height = _USUAL.height()
        self.text_size = NORMAL
        self.palette, self.interface, self.is_calm = "light", STANDARD, False
        if not is_picture:
            points = self._number("look/interface", STANDARD, STANDARD, max(SIZES))
            if self._settings.value("look/calm") == "true":
                self.set_calm(is_calm=True)
            self.wear(str(self._settings.value("look/palette", "light")), points)
            SCALE.stand_in(self._size().height())

    def wear(self, palette: str = "", points: int = 0) -> None:
        """Put on another palette (light, dark, contrast) or another size of the interface."""
        palette, points = palette or self.palette, points or self.interface
        self.palette = palette if palette in PALETTES else "light"
        self.interface = points if points in SIZES else STANDARD
        app = QApplication.instance()
        is_worn = SCALE.points == self.interface and WORN.is_like(PALETTES[self.palette])
        if isinstance(app, QApplication) and not is_worn:
            from beiguan_desktop.ui import dressing  # noqa: PLC0415 - most never change

            dressing.wear(app, self.palette, self.interface, height=self._height)
        self._keep_at_once()

    def stand_in(self, height: int) -> None:
        """Let bars be as high as there is room for in a window so many pixels high."""
        self._height = height
        if SCALE.stand_in(height):
            from beiguan_desktop.ui import dressing  # noqa: PLC0415 - most never change

            dressing.rescale(self._window)

    def set_calm(self, *, is_calm: bool) -> None:
        """Let nothing move by itself, or let it again."""
        self.is_calm = SWITCH.is_reduced = is_calm
        self._keep_at_once()

    def restore(self, page: ReadingPage) -> None:
        """Take what is remembered; a damaged file is as good as none."""
        self._page = page
        if self._is_picture:
            return
        self._window.resize(self._size())
        if self._settings.value("window/maximized") == "true":
            self._window.setWindowState(Qt.WindowState.WindowMaximized)
        widths = self._page.widths
        widths.tree = self._number("window/tree", widths.tree, LEAST_TREE, _WIDEST)
        widths.writing = self._number("window/writing", widths.writing, LEAST_WRITING, _WIDEST)
        widths.share = self._number("window/share", round(100 * widths.share), 20, 70) / 100
        self.set_text_size(self._number("text/size", NORMAL, SMALLEST, LARGEST))
        self._is_restored = True

    def _size(self) -> QSize:
        """Return the size that is remembered, or the usual one, as far as the screen has room."""
        size = self._settings.value("window/size")
        known = size if isinstance(size, QSize) and size.isValid() else _USUAL
        return known.boundedTo(_room())

    def _number(self, name: str, usual: int, least: int, most: int) -> int:
        """Return a number that is remembered, within its limits; the usual one if it is none."""
        words = str(self._settings.value(name, usual))
        return min(most, max(least, int(words))) if words.isdecimal() else usual

    def _keep_at_once(self) -> None:
        """Remember what somebody has just chosen: the power may go before the window is closed."""
        if self._is_restored:
            self.keep()

    def keep(self) -> None:
        """Remember all of it; where nothing can be written, forget it."""
        is_maximized = self._window.isMaximized()
        self._settings.setValue("window/maximized", "true" if is_maximized else "false")
        if not is_maximized and not self._window.isFullScreen():
            self._settings.setValue("window/size", self._window.size())
        widths = self._page.widths
        self._settings.setValue("window/tree", widths.tree)
        self._settings.setValue("window/writing", widths.writing)
        self._settings.setValue("window/share", round(100 * widths.share))
        self._settings.setValue("text/size", self.text_size)
        self._settings.setValue("look/palette", self.palette)
        self._settings.setValue("look/interface", self.interface)
        self._settings.setValue("look/calm", "true" if self.is_calm else "false")
        self._settings.sync()

    def set_text_size(self, points: int) -> None:
        """Set the size of the report's letters, 12…36 points."""
        self.text_size = min(LARGEST, max(SMALLEST, points))
        self._page.set_text_size(self.text_size)
        self._keep_at_once()

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


def _room() -> QSize:
    return QApplication.primaryScreen().availableSize() - _FRAME
