"""How soon a large report is open, and how smoothly it scrolls, against Qt's bare text pane.

python3 go.py bench reading

The floor is a QTextEdit with the same characters as plain text, of the same size: set, laid out
and painted, then scrolled by the same steps. Processor time of the process; the rounds of both
take turns, and a short report is shown before each of ours. What of a long report is out of view
is laid out after the first paint: how long that takes until all is there is told beside.
"""

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from beiguan_desktop.ui import app as application
from beiguan_desktop.ui import faces
from beiguan_desktop.ui.jobs import Jobs
from beiguan_desktop.ui.main_window import MainWindow
from beiguan_desktop.ui.motion import SWITCH
from tests.large import large_library

SIZES = ((60_000, 1_000, 9), (1_000_000, 10_000, 5))
"""Characters, opinions and rounds."""
OPEN_MS = 100
"""The most a report of 60,000 characters may take."""
OPEN_RATIO = 6
"""The most times the floor that a report of any size may take."""
QUALCODER, TIMES = {1_000_000: 49.5}, 100
"""Seconds that QualCoder 3.7 took to open so many characters with 10,000 codings, measured once
on the machine of the design study, and how many times as fast this program is at least."""
FRAME_MS = 16
STEPS = 400


class Room:
    """The real window on a large library, and the bare pane beside it."""

    def __init__(self, folder: Path, characters: int, opinions: int) -> None:
        database = folder / f"{characters}.db"
        self.report = large_library(database, characters, opinions)
        short = folder / "short.txt"
        short.write_text("政府工作报告\n全区生产总值增长5.2%。", encoding="utf-8")
        self.window = MainWindow(database, jobs=Jobs(is_synchronous=True))
        self.window.resize(1440, 900)
        self.window.show()
        self.window.open()
        self.window.import_report(short)
        self._short = self.window.workspace.shown
        self.bare = QTextEdit()
        self.bare.setReadOnly(True)
        self.bare.setFont(faces.serif(18))
        self.bare.resize(self.window.page.view.size())
        self.bare.show()
        self._text = "\n".join(unit.text for unit in self.report.units)
        QApplication.processEvents()

    def leave(self) -> None:
        """Show the short report."""
        self.window.workspace.show_report(self._short)
        QApplication.processEvents()

    def finish(self) -> None:
        """Lay out what is out of view."""
        self.window.page.view.document().size()

    def open_ours(self) -> None:
        """Show the report after another."""
        self.window.workspace.show_report(self.report.id)
        QApplication.processEvents()

    def open_bare(self) -> None:
        """Set and lay out the same characters."""
        self.bare.setPlainText(self._text)
        self.bare.document().size()
        QApplication.processEvents()

    def close(self) -> None:
        self.bare.close()
        self.window.close()


def milliseconds(act: Callable[[], object]) -> float:
    gc.collect()
    began = time.process_time()
    act()
    return 1000 * (time.process_time() - began)


def opening(room: Room, rounds: int) -> tuple[float, float, float]:
    """Return the medians of ours, of the floor, and of what ours leaves for later."""
    acts = room.open_bare, room.open_ours, room.finish
    times: dict[Callable[[], None], list[float]] = {act: [] for act in acts}
    for _ in range(rounds):
        room.leave()
        for act, found in times.items():
            found.append(milliseconds(act))
    bare, ours, later = map(statistics.median, times.values())
    return ours, bare, later


def frames(view: QTextEdit) -> list[float]:
    """Return how long each step of a wheel takes until it is painted."""
    port = view.viewport()
    middle = QPointF(port.rect().center())
    above = QPointF(port.mapToGlobal(middle.toPoint()))
    nothing, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    view.verticalScrollBar().setValue(0)
    found = []
    for _ in range(STEPS):
        turn, phase = QPoint(0, -120), Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(middle, above, QPoint(), turn, nothing, plain, phase, False)
        began = time.thread_time()
        QApplication.sendEvent(port, event)
        port.repaint()
        found.append(1000 * (time.thread_time() - began))
    return sorted(found)


def line(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def measure(folder: Path, characters: int, opinions: int, rounds: int) -> bool:
    """Measure one size; tell whether everything is within its bounds."""
    room = Room(folder, characters, opinions)
    ours, bare, later = opening(room, rounds)
    peer = QUALCODER.get(characters)
    beside = f", {1000 * peer / ours:.0f} times as fast as QualCoder's {peer} s" if peer else ""
    line(f"{characters:,} characters, {opinions:,} opinions")
    line(f"  open: {ours:.0f} ms; bare text pane {bare:.0f} ms; ratio {ours / bare:.1f}{beside}")
    line(f"  out of view, laid out later: {later:.0f} ms")
    mine, floor = frames(room.window.page.view), frames(room.bare)
    p99, floor99 = (found[int(0.99 * STEPS)] for found in (mine, floor))
    line(f"  scroll: p99 {p99:.1f} ms, median {mine[STEPS // 2]:.1f}; bare p99 {floor99:.1f}")
    room.close()
    is_soon = ours <= OPEN_RATIO * bare and (characters > 60_000 or ours <= OPEN_MS)
    is_soon &= not peer or TIMES * ours <= 1000 * peer
    return is_soon and p99 <= FRAME_MS


def main() -> bool:
    """Print all times; tell whether they are within their bounds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = application.application()
    application.put_on_sheet()
    SWITCH.is_reduced = True
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(Path(folder), *size) for size in SIZES]
    line(f"bounds: open {OPEN_MS} ms at 60,000 characters, {OPEN_RATIO} times the bare pane at any")
    line(f"size, {TIMES} times as fast as QualCoder at 1,000,000;")
    line(f"a step of the wheel {FRAME_MS} ms in 99 of 100")
    return all(results)


if __name__ == "__main__":
    sys.exit(not main())
