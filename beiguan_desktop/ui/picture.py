"""Pictures of the real window, for the README and the manual."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.anchoring import paragraph as paragraph_anchor
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui.main_window import MainWindow


def draw_reading(
    database: Path,
    output: Path,
    *,
    size: tuple[int, int],
    text_size: int,
    report: str | None,
    paragraph: int | None,
) -> None:
    """Draw 阅读 as it would look; the library is only read.

    Raises UserError when the library, the report, the paragraph or the output cannot be used.
    """
    app = application.application()
    window = MainWindow(database, is_picture=True)
    window.resize(*size)
    window.open()
    if report is not None:
        window.workspace.show_report(report)
    window.looks.set_text_size(text_size)
    window.show()
    _settle(app)
    if paragraph is not None:
        here = window.workspace.report
        unit = here.paragraphs.get(paragraph) if here else None
        if here is None or unit is None:
            raise UserError(f"报告里没有第{paragraph}段。")
        window.reading.show_anchor(paragraph_anchor(here, unit.ordinal))
        window.reading.writing.choose(paragraph_anchor(here, unit.ordinal))
    _settle(app)
    drawn = window.grab()
    window.close()
    if not drawn.save(str(output), "PNG"):
        raise UserError(f"图片存不到“{output}”。请换一个能写的文件夹。")


def _settle(app: QApplication) -> None:
    """Let layouts and paints that are waiting happen."""
    for _ in range(5):
        app.processEvents()
