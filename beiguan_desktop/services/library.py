"""The library as a whole: opening, filling, backing up, restoring."""

from pathlib import Path

from beiguan_desktop import paths
from beiguan_desktop.services import importing
from beiguan_desktop.storage.store import Store, open_store


def open_library(path: Path, *, create: bool = False, read_only: bool = False) -> Store:
    """Open a library; the caller closes it.

    A place that cannot be written is opened for reading and `Store.notice` says why. Raises
    UserError for anything that is no usable library.
    """
    return open_store(path, create=create, read_only=read_only)


def fill(store: Store, *, now: str) -> None:
    """Put the shipped report into a library that holds none; `now` is ISO-8601."""
    if not store.shelf.entries():
        importing.import_report(store, paths.shipped_report(), now=now)
