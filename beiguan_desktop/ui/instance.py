"""One window per library: a second start raises the first window and hands its file over.

The lock that protects the library is the store's; this is only courtesy between windows.
"""

import json
import os
import sys
from pathlib import Path
from zlib import adler32, crc32

from PySide6.QtCore import QDir, QObject, Signal

_PATIENCE = 800
"""Milliseconds to wait for the door to open."""
_ANSWER = 3000
"""Milliseconds a window that is there has to answer; it may just be busy with a report."""
_HEARD = b"heard\n"


def _name(database: Path) -> str:
    real = os.path.realpath(database)  # Path.resolve() raises where links go round in a circle
    data = real.encode("utf-8", "surrogateescape")  # sums suffice: nobody forges his own path
    return f"beiguan-{crc32(data):08x}{crc32(data[::-1]):08x}{adler32(data):08x}"


def _may_be_heard(name: str) -> bool:
    """Tell whether there is a door to knock at: Qt's lies among the temporary files."""
    return sys.platform == "win32" or Path(QDir.tempPath(), name).exists()


def hand_over(database: Path, report: Path | None) -> bool:
    """Ask the window that has this library open to come forward; False when none answers."""
    if not _may_be_heard(_name(database)):
        return False
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - 6 ms, for nothing mostly

    socket = QLocalSocket()
    socket.connectToServer(_name(database))
    if not socket.waitForConnected(_PATIENCE):
        return False
    message = json.dumps({"report": str(report.absolute()) if report else None})
    socket.write(message.encode() + b"\n")
    socket.waitForBytesWritten(_PATIENCE)  # the answer may come in while this waits
    is_heard = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_ANSWER)
    socket.disconnectFromServer()
    return is_heard


class Doorbell(QObject):
    """Listens for a second start. `rung` carries the path of a report, or empty."""

    rung = Signal(str)

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = _name(database)
        if not self._server.listen(name):
            QLocalServer.removeServer(name)  # left behind by a program that was killed
            self._server.listen(name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_connection(self) -> None:
        """Hear one knock to its end: who knocks writes one line at once."""
        socket = self._server.nextPendingConnection()
        while not socket.canReadLine() and socket.waitForReadyRead(_PATIENCE):
            pass
        report = _understood(bytes(socket.readLine().data()))
        if report is not None:
            socket.write(_HEARD)
            socket.waitForBytesWritten(_PATIENCE)
        socket.disconnectFromServer()
        socket.deleteLater()
        if report is not None:
            self.rung.emit(report)


def _understood(line: bytes) -> str | None:
    """Return the path in a line, empty for none; None when the line is not one of ours."""
    try:
        report = json.loads(line)["report"]
    except (ValueError, KeyError, TypeError):
        return None
    return report if isinstance(report, str) else ""
