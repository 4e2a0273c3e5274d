"""Where to store a file, or which is meant: asked in Chinese, without holding the window up."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from beiguan_desktop.ui.chinese import label_in_chinese
from beiguan_desktop.ui.on_screen import on_screen


@dataclass(frozen=True, slots=True)
class Question:
    """What a file dialog says: its title, the kind of file in words, the suffix of such files.

    `others` are further kinds that may be chosen, each with its suffix.
    """

    title: str
    kind: str
    suffix: str
    others: tuple[tuple[str, str], ...] = ()


def ask_file(
    window: QWidget, question: Question, start: Path, chosen: Callable[[Path], object]
) -> None:
    """Show the dialog, `start` proposed; Qt asks before an existing file is replaced."""
    kinds = {
        f"{kind} (*.{suffix})": suffix
        for kind, suffix in ((question.kind, question.suffix), *question.others)
    }
    dialog = QFileDialog(window, question.title, str(start), ";;".join(kinds))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    label_in_chinese(dialog)
    dialog.setDefaultSuffix(question.suffix)

    def turn(kind: str) -> None:
        """Let the name follow the kind of file."""
        dialog.setDefaultSuffix(kinds[kind])
        for name in dialog.selectedFiles():
            dialog.selectFile(Path(name).with_suffix(f".{kinds[kind]}").name)

    dialog.filterSelected.connect(turn)
    dialog.resize(on_screen(QSize(960, 640)))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def ask_existing(
    window: QWidget, title: str, kinds: str, folder: Path, chosen: Callable[[Path], object]
) -> None:
    """Show the dialog for a file that is there, beginning in a folder."""
    dialog = QFileDialog(window, title, str(folder), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    label_in_chinese(dialog)
    dialog.resize(on_screen(QSize(960, 640)))
    dialog.fileSelected.connect(lambda name: chosen(Path(name)))
    dialog.open()


def documents(*, besides: Path | None = None) -> Path:
    """Return the folder of documents, the desktop or home: the first there is.

    `besides` has just refused a file and is not proposed again.
    """
    places = QStandardPaths.StandardLocation
    for place in (places.DocumentsLocation, places.DesktopLocation):
        folder = Path(QStandardPaths.writableLocation(place))
        if folder.is_dir() and folder != besides:
            return folder
    return Path.home()
