"""Pictures of the real window, for the README and the manual."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QCursor, QPixmap
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import paragraph as paragraph_anchor
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Report
from beiguan_desktop.services import exporting, library_list
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.looks import LARGEST, LEAST, NORMAL, SMALLEST
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.motion import SWITCH


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a picture shows: `view` is reading, statistics or compare, `size` in pixels."""

    view: str = "reading"
    theme: str = "light"
    size: tuple[int, int] = (1440, 900)
    text_size: int = NORMAL
    report: str | None = None
    paragraph: int | None = None


def draw(
    database: Path,
    output: Path,
    wanted: Wanted,
    act: Callable[[MainWindow], object] | None = None,
) -> None:
    """Draw a view as it would look, after `act` if there is one; the library is only read.

    Raises UserError when the library, the report, the paragraph, a size or the output cannot
    be used.
    """
    if output.suffix.lower() != ".png":
        raise UserError(f"图片只能存成 .png。请把文件名“{output.name}”的后缀写成“.png”。")
    if not SMALLEST <= wanted.text_size <= LARGEST:
        raise UserError(f"正文字号只能是 {SMALLEST} 到 {LARGEST}。请改 --text-size。")
    app = application.application()
    SWITCH.is_reduced = True  # a picture shows where things come to rest
    window = MainWindow(database, jobs=Jobs(is_synchronous=True), is_picture=True)
    try:
        window.looks.wear(palette=wanted.theme)
        _prepare(window, wanted.size, wanted.report)
        window.looks.set_text_size(wanted.text_size)
        QCursor.setPos(*wanted.size)  # nothing lies under the pointer
        window.show()
        _settle(app)
        if wanted.paragraph is not None:
            _turn_to(window, wanted.paragraph)
            _settle(app)
        _show(window, wanted.view)
        _settle(app)
        if act is not None:
            act(window)
            _settle(app)
        drawn = window.grab()
    finally:
        window.close()
        window.deleteLater()
        window.looks.wear(palette="light")  # as it was found
    _store(drawn, output)


def _prepare(window: MainWindow, size: tuple[int, int], report: str | None) -> None:
    if size[0] < LEAST.width() or size[1] < LEAST.height():
        raise UserError(f"窗口最小是 {LEAST.width()}x{LEAST.height()}。请改 --window。")
    window.setWindowState(Qt.WindowState.WindowNoState)  # whatever the user's window was
    window.resize(*size)
    window.open()
    people = window.workspace.store.people()
    if window.workspace.me is None and len(people) == 1:
        window.workspace.me = people[0]  # the library as its only author would see it
    window.workspace.show_report(report or _id(window.workspace.report))


def _id(report: Report | None) -> str | None:
    return report.id if report else None


def _turn_to(window: MainWindow, number: int) -> None:
    here = window.workspace.report
    unit = here.paragraphs.get(number) if here else None
    if here is None or unit is None:
        raise UserError(f"报告里没有第{number}段。请用 outline 命令看有哪些段。")
    window.reading.cards.look_at(paragraph_anchor(here, unit.ordinal))
    window.reading.writing.choose(paragraph_anchor(here, unit.ordinal))


def _show(window: MainWindow, view: str) -> None:
    """Show another view than the text, where one is wanted."""
    if view == "statistics":
        window.open_statistics()
    elif view == "compare":
        if len(library_list.to_choose(window.workspace.store)) < 2:
            raise UserError("资料库里只有一份报告，没有可对照的。请先用 import 命令放进另一稿。")
        window.actions_by_name["compare"].trigger()


def _store(drawn: QPixmap, output: Path) -> None:
    """Store a picture whole or not at all."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not drawn.save(buffer, "PNG"):
        raise UserError("图片太大，画不出来。请把 --window 改小一些。")
    exporting.put(output, bytes(buffer.data().data()), lambda _stored: True)


def _settle(app: QApplication) -> None:
    """Let layouts and paints that are waiting happen."""
    for _ in range(5):
        app.processEvents()
