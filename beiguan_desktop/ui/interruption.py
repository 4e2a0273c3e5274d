"""Ctrl+C in the terminal closes the window as its own cross would: words in the box are kept."""

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget


@contextmanager
def closes(window: QWidget) -> Iterator[None]:
    """Let Ctrl+C close the window from now on, and be what it was afterwards.

    Python hears of a signal only when it runs, which under Qt may be never, and then in the
    middle of anything: so the signal comes through a socket, as an event like others.
    """
    end, begin = socket.socketpair()
    end.setblocking(False)
    begin.setblocking(False)

    def hear() -> None:
        if signal.SIGINT in end.recv(64):
            window.close()

    notifier = QSocketNotifier(end.fileno(), QSocketNotifier.Type.Read, window)
    notifier.activated.connect(hear)
    known = signal.signal(signal.SIGINT, lambda *_: None)
    waker = signal.set_wakeup_fd(begin.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(waker)
        signal.signal(signal.SIGINT, known)
        notifier.setEnabled(False)
        notifier.deleteLater()
        end.close()
        begin.close()
