"""打开报告: a file that is chosen, or dropped on the window, on its way to being read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from beiguan_desktop.ui.file_asking import ask_existing, documents

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow

_KINDS = "报告 (*.txt *.docx *.pdf *.doc *.wps *.rtf);;所有文件 (*)"
_ADDRESS = "拖进来的是网址，不是文件。请先把报告下载到这台电脑上，再拖进来。"


class OpeningFlow(QObject):
    """Asks which file, first where the last one lay; one at a time is read."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None

    def ask(self) -> None:
        """Ask which report."""
        folder = self._folder if self._folder and self._folder.is_dir() else documents()
        ask_existing(self._window, "打开哪份报告", _KINDS, folder, self._take)

    def bring(self, brought: QMimeData) -> None:
        """Take the one file that was dropped; say what to do with anything else."""
        files = [url.toLocalFile() for url in brought.urls() if url.isLocalFile()]
        if len(files) == 1 and len(brought.urls()) == 1:
            self._take(Path(files[0]))
        elif files:
            words = f"一次拖进来了 {len(brought.urls())} 个文件。请一次拖一份报告。"
            self._window.taking_in.refuse(words)
        else:
            self._window.taking_in.refuse(_ADDRESS)

    def _take(self, path: Path) -> None:
        self._folder = path.parent
        self._window.import_report(path)
