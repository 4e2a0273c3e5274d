"""A deputy's window that is killed while he writes: nothing is closed, nothing said goodbye to.

python -m tests.studies.dying_window LIBRARY WORDS

Three opinions are finished; the words are in the box, and on disk a second later.
"""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from beiguan_desktop.core.comment import Person
from beiguan_desktop.services import clock
from beiguan_desktop.ui import app as application
from beiguan_desktop.ui.main_window import MainWindow


def write(window: MainWindow, words: str) -> None:
    """Write as people do: through the input method."""
    box = window.page.panel.editor.words_box
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(box, event)


def die_writing(path: Path, words: str) -> None:
    """Write three opinions and half of another, and be killed once that is on disk."""
    app = application.application()
    window = MainWindow(path)
    window.show()
    window.open()
    window.workspace.be(Person(clock.new_id(), "张建国", "第三代表团"))
    window.show_hall()
    reading = window.reading
    for text in ("第一条", "第二条", "第三条"):
        window.page.view.move_paragraph(1)
        write(window, text)
        reading.finish()
    write(window, words)

    def look() -> None:
        if window.workspace.drafts():
            os.kill(os.getpid(), signal.SIGKILL)

    watch = QTimer(window, interval=20)
    watch.timeout.connect(look)
    watch.start()
    app.exec()


if __name__ == "__main__":
    die_writing(Path(sys.argv[1]), sys.argv[2])
