"""One writing process a library: a kernel lock, so nothing stale is left by a crash.

The lock lies on `<database>.lock`, never on the database: SQLite's own locks are per process
and closing any second handle of the file would drop them. The lock file stays; only whoever
made it beside a file that turned out to be no library takes it away, while it is locked. A lock
on a file that has gone meanwhile locks nothing: whoever gets one tries again.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage.whereabouts import files_in_words

HELD = "北关审议正开着这个资料库，请先关闭窗口，或在窗口里操作"

if sys.platform == "win32":  # pragma: no cover - the other half runs on Linux and macOS
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _is_there(descriptor: int, path: Path) -> bool:
        del descriptor, path
        return True  # no open file can be deleted

    _BUSY: tuple[type[OSError], ...] = (PermissionError, BlockingIOError)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        # flock, not lockf: it belongs to this handle, not to the whole process.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_there(descriptor: int, path: Path) -> bool:
        """Tell whether the file that is locked is still the one that others would lock."""
        try:
            return os.path.samestat(os.fstat(descriptor), path.stat())
        except FileNotFoundError:
            return False

    _BUSY: tuple[type[OSError], ...] = (BlockingIOError,)


class HeldError(UserError):
    """Another process has the right to write."""


class Lock:
    """The right to write a library, held until `release`."""

    def __init__(self, database: Path) -> None:
        """Take the lock.

        Raises HeldError when another process has it, OSError when no file can be made.
        """
        self._path = database.with_name(database.name + ".lock")
        self._is_new = not self._path.exists()
        self._take()
        while not _is_there(self._file.fileno(), self._path):
            self._file.close()
            self._take()

    def _take(self) -> None:
        self._file = self._path.open("ab")
        try:
            _take(self._file.fileno())
        except _BUSY:
            self._file.close()
            raise HeldError(HELD) from None
        except OSError:
            self._file.close()
            raise

    def release(self) -> None:
        """Give the right back; a second time does nothing."""
        self._file.close()

    def discard(self) -> None:
        """Give the right back, and take the lock file away if this very lock made it."""
        if sys.platform == "win32":  # pragma: no cover - there it must be closed before
            self._file.close()
        if self._is_new:
            with suppress(OSError):
                self._path.unlink()
        self._file.close()


def take_lock(path: Path) -> Lock | None:
    """Take the right to write a library; None when its place cannot be written.

    Raises HeldError while another process writes, UserError when there is nothing to read either.
    """
    places = [place for place in (path.parent, path) if place.exists()]
    lock = None
    with files_in_words(path):
        if all(os.access(place, os.W_OK) for place in places):
            try:
                lock = Lock(path)
            except OSError as error:
                if error.errno not in {errno.EACCES, errno.EPERM, errno.EROFS}:
                    raise
    if lock is None and not path.exists():
        raise UserError(f"“{path.parent}”不能写，没法在那里建资料库。请换一个文件夹。")
    return lock
