"""The application: fonts, palette, Chinese for Qt's own dialogs, and one window."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLocale,
    QMessageLogContext,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
    qWarning,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from beiguan_desktop import __version__, paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import fonts
from beiguan_desktop.ui.chinese import speak_chinese
from beiguan_desktop.ui.enter_key import EnterKey
from beiguan_desktop.ui.sheet import put_on, style_sheet
from beiguan_desktop.ui.theme import WORN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger(__name__)


_undressed: list[QApplication] = []


def application(arguments: Sequence[str] = (), *, wears_sheet: bool = True) -> QApplication:
    """Return the one QApplication, dressed; made at the first call.

    Without its style sheet a window is built 10 ms sooner; it is put on before anybody looks.
    """
    present = QApplication.instance()
    if isinstance(present, QApplication) and present not in _undressed:
        return present
    app = _undressed.pop() if _undressed else begin(arguments)
    _undressed.clear()
    dress(app)
    if wears_sheet:
        put_on_sheet()
    return app


def begin(arguments: Sequence[str] = ()) -> QApplication:
    """Make the QApplication before the window's modules are imported: its faces load meanwhile."""
    present = QApplication.instance()
    if isinstance(present, QApplication):
        return present
    if os.environ.get("QT_IM_MODULE") == "fcitx":
        os.environ["QT_IM_MODULE"] = "ibus"  # the wheels carry no fcitx plugin
    app = _made(["beiguan", "-style", "Fusion", *arguments])
    app.setApplicationName("beiguan")
    app.setApplicationDisplayName("北关审议")
    app.setApplicationVersion(__version__)
    fonts.load_beside()
    _undressed.append(app)
    return app


def _made(words: list[str]) -> QApplication:
    """Make the application; where Qt would end the process without a screen, say why first."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del context
        if kind != QtMsgType.QtFatalMsg:
            said.append(message)
        elif sys.stderr is not None:
            from beiguan_desktop.services import components  # noqa: PLC0415 - once, at the end

            sys.stderr.write(f"{components.window_in_words()}\n")
            sys.stderr.flush()
            os._exit(1)  # Qt aborts as soon as this returns

    said: list[str] = []
    before = qInstallMessageHandler(hear)
    try:
        return QApplication(words)
    finally:
        qInstallMessageHandler(before)
        for message in said:
            qWarning(message)


def put_on_sheet() -> None:
    """Give the application its style sheet, once: Qt polishes every widget there is anew."""
    app, sheet = QApplication.instance(), style_sheet(WORN)
    if isinstance(app, QApplication) and app.styleSheet() != sheet:
        app.setStyleSheet(sheet)


def dress(app: QApplication) -> None:
    """Give the application its style, palette, fonts and language, all but the style sheet."""
    fonts.load()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    speak_chinese(app)
    EnterKey(app)
    put_on(app)
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "beiguan.png")))


def log_to(folder: Path) -> None:
    """Write what goes wrong, never anybody's words, to a file beside the library."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(folder / "beiguan.log", encoding="utf-8")
    except OSError:
        return  # a read-only folder: the window says so itself
    if sys.stderr is None and handler.stream is not None:  # windowed, on Windows
        faulthandler.enable(handler.stream)  # a crash of Qt leaves its trace here
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("beiguan_desktop").addHandler(handler)


def report_bugs() -> None:
    """Show a bug instead of dying silently; the report names places in the code only."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, UserError):
            tell("没有做成", str(error))
            return
        frames = traceback.extract_tb(trace)
        where = "\n".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
        report = f"北关审议 {__version__}\n{kind.__name__}\n{where}"
        _log.error("bug: %s", report)
        tell(
            "程序出了一个错",
            "写完的意见都在。框里如果还有字，请先复制到别处，再关闭程序重新打开；"
            "如果还这样，请把下面的文字交给工作人员。",
            details=report,
        )

    sys.excepthook = hook


_told: list[QMessageBox] = []  # Qt keeps no box without a parent alive


def tell(title: str, words: str, *, details: str = "") -> QMessageBox:
    """Show a sentence in a box of plain text that does not hold the program up.

    While such a box is shown no other joins it: a fault of painting comes sixty times a second.
    """
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - seldom needed

    if _told:
        return _told[0]
    box = QMessageBox(QMessageBox.Icon.Warning, title, words)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDetailedText(details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(lambda _result: _told.clear())
    _told.append(box)
    box.open()
    return box
