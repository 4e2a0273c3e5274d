"""The library as a whole: opening, filling, backing up, restoring."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beiguan_desktop import paths
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.services import importing
from beiguan_desktop.storage import backup as copies
from beiguan_desktop.storage.opening import NewerError
from beiguan_desktop.storage.store import Store, open_store


def open_library(path: Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open a library; the caller closes it.

    A place that cannot be written is opened for reading and `Store.notice` says why. Raises
    UserError for anything that is no usable library.
    """
    return open_store(path, create=create, read_only=read_only)


@contextmanager
def filling(path: Path) -> Iterator[Store]:
    """Open a library to put something into it, made when it is missing.

    One that was made for this goes again when nothing could be put in.
    """
    store = open_library(path, create=True)
    try:
        yield store
    except BaseException:
        store.discard()
        raise
    store.close()


def open_for_window(path: Path) -> Store:
    """Open a library as the window does: made when it is missing, read when it is newer.

    Raises UserError for anything that is no usable library, and while another window has it.
    """
    try:
        return open_library(path, create=True)
    except NewerError:
        return open_library(path, read_only=True)


def fill(store: Store, *, now: str) -> None:
    """Put the shipped report into a library that holds none; `now` is ISO-8601."""
    if not store.catalogue.reports():
        if not paths.shipped_report().is_file():
            raise UserError("程序文件不完整，请重新安装（缺少随程序带的报告）。")
        importing.import_report(store, paths.shipped_report(), now=now)


def backup(path: Path, output: Path) -> Path:
    """Make a verified copy of a library and return where it is; works beside the window.

    Raises UserError when the library is missing or damaged, when `output` is another file
    than an earlier copy, or when it cannot be written.
    """
    return copies.copy(path, output)


def restore(path: Path, file: Path) -> Path:
    """Put a copy in the place of a library and return where the library is now kept.

    That is `path` itself when there was no library before. Raises UserError when `file` is no
    usable copy, or while the window has the library.
    """
    return copies.restore(path, file)
