"""What 更多 offers on paper: the report, 发言提纲, 空白意见表."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beiguan_desktop.ui.flows import flow_of, has_report

if TYPE_CHECKING:
    from beiguan_desktop.ui.main_window import MainWindow


def show_printing(window: MainWindow, *, points: int | None = None) -> None:
    """Show how the report will be printed, in type of so many points or of the last choice."""
    from beiguan_desktop.ui.print_flow import PrintFlow  # noqa: PLC0415 - on first use

    if has_report(window):
        flow_of(window, PrintFlow, lambda w: PrintFlow(w.workspace, w.jobs, w)).open(points)


def show_speech(window: MainWindow) -> None:
    """Show one's opinions as they will be spoken from; words in the open box count too."""
    from beiguan_desktop.ui.speech_flow import SpeechFlow  # noqa: PLC0415 - on first use

    if has_report(window) and window.reading.writing.leave():
        flow_of(window, SpeechFlow, lambda w: SpeechFlow(w.workspace, w.jobs, w)).open()


def show_blank(window: MainWindow) -> None:
    """Show the sheet that is filled in by hand."""
    from beiguan_desktop.ui.blank_flow import BlankFlow  # noqa: PLC0415 - on first use

    if has_report(window):
        flow_of(window, BlankFlow, lambda w: BlankFlow(w.workspace, w.jobs, w)).open()
