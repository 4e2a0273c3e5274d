"""打开报告: a file that is chosen, or dropped on the window, on its way to being looked at."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject

from beiguan_desktop.ui.file_asking import ask_existing, documents
from beiguan_desktop.ui.flows import flow_of

if TYPE_CHECKING:
    from beiguan_desktop.core.proofing import Proof
    from beiguan_desktop.ui.main_window import MainWindow
    from beiguan_desktop.ui.preview_flow import PreviewFlow

_KINDS = "报告 (*.txt *.docx *.pdf *.doc *.wps *.rtf);;所有文件 (*)"
_ONE_WAITS = "请先点“{}”或“{}”，再看下一份。"
_ADDRESS = "拖进来的是网址，不是文件。请先把报告下载到这台电脑上，再拖进来。"


class OpeningFlow(QObject):
    """Asks which file, first where the last one lay; one at a time is read."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None

    @cached_property
    def preview(self) -> PreviewFlow:
        """What shows a file that was read, before it is taken into the library."""
        from beiguan_desktop.ui.preview_flow import PreviewFlow  # noqa: PLC0415 - on first use

        return flow_of(self._window, PreviewFlow)

    @property
    def _waiting(self) -> bool:
        """Whether somebody has corrected a file that is not taken in yet."""
        return "preview" in vars(self) and not self.preview.is_untouched

    def ask(self) -> None:
        """Ask which report; show the one that waits first."""
        is_there = "preview" in vars(self)
        if is_there and not self.preview.page.isVisible() and self.preview.resume():
            return
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
        if self._waiting:
            self.preview.resume()
            self.preview.page.foot.ask_first(_ONE_WAITS)
            return
        self._window.taking_in.take(path, look=self._look)

    def _look(self, proof: Proof) -> None:
        self.preview.open(proof)
