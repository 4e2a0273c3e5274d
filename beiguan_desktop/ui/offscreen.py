"""Windows that nobody sees."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler


@contextmanager
def quiet() -> Iterator[None]:
    """Leave out what the off-screen plugin says of itself; other messages pass."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message.startswith("This plugin does not support"):
            return
        if before is None:
            sys.stderr.write(f"{message}\n")
        else:
            before(kind, context, message)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
