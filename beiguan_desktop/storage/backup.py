"""Copies of a library: made by SQLite's backup API, opened and checked before they count."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection, update

from beiguan_desktop.core.causes import OTHER_FILE
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage import opening, schema
from beiguan_desktop.storage.creation import new_device
from beiguan_desktop.storage.engine import Database, connect
from beiguan_desktop.storage.failures import in_words
from beiguan_desktop.storage.inspection import census, structure
from beiguan_desktop.storage.lock import take_lock
from beiguan_desktop.storage.stamp import Mode
from beiguan_desktop.storage.whereabouts import files_in_words, located


def copy(path: Path, output: Path) -> Path:
    """Make a verified copy of a library; it works beside the window.

    An older copy at `output` is replaced in one step; any other file there is refused.
    """
    path, output = located(path), located(output, refusal=OTHER_FILE)
    _require(path)
    if output.exists() and output.samefile(path):
        raise UserError("备份不能写在资料库自己的位置上。请换一个文件名。")
    is_bare = output.exists() and not output.stat().st_size
    if output.exists() and not is_bare and not _is_library(output):
        raise UserError(OTHER_FILE.format(name=output))
    with files_in_words(output):
        output.parent.mkdir(parents=True, exist_ok=True)
    with part_of(output) as part:
        copy_checked(path, part, output)
        with files_in_words(output):
            part.replace(output)
    return output


def restore(path: Path, file: Path) -> Path:
    """Put a copy in the place of a library; the library is kept beside it.

    Returns where it is kept: `path` itself when there was none. What is restored is another
    device than the one copied. Raises UserError while another process writes.
    """
    path, file = located(path), located(file)
    _require(file)
    if path.exists() and file.samefile(path):
        raise UserError("这个备份就是正在用的资料库，不用恢复。请选另一个文件。")
    with files_in_words(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    lock = take_lock(path)
    if lock is None:
        raise UserError(opening.UNWRITABLE.format(name=path.name))
    try:
        with part_of(path) as part:
            copy_checked(file, part, path)
            with opened(part, "rw", named=path) as database, database.writing() as connection:
                rows = schema.LIBRARY
                connection.execute(update(rows).values(device=new_device()))
            kept = put_in_place(part, path, "before-restore")
    except BaseException:
        lock.discard()
        raise
    lock.release()
    return kept


def put_in_place(part: Path, path: Path, label: str) -> Path:
    """Rename a library, and a journal it left, out of the way, and a new one into its place.

    Returns where the old one is kept, `path` itself when there was none. A journal must never
    stay: SQLite would roll it back into whatever file comes next.
    """
    kept = path
    with files_in_words(path):
        if path.exists():
            _recover(path)
            kept = stamped(path, label)
            _rename_with_journal(path, kept)
        try:
            part.replace(path)
        except OSError:
            if kept != path:
                _rename_with_journal(kept, path)
            raise
    return kept


def _rename_with_journal(path: Path, target: Path) -> None:
    journal = path.with_name(path.name + "-journal")
    if journal.exists():
        journal.rename(target.with_name(target.name + "-journal"))
    path.rename(target)


STAMPED = r"(?:before-restore|v\d+)-\d{8}-\d{6}(?:-[0-9a-f]{4})?"
"""What `stamped` puts between the stem and the end of a name, by the labels there are."""


def stamped(path: Path, label: str) -> Path:
    """Return a name beside `path` that says when and why, and that is free."""
    at = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    names = (f"{path.stem}.{label}-{at}{end}{path.suffix}" for end in chain([""], _endings()))
    return next(path.with_name(name) for name in names if not path.with_name(name).exists())


def _endings() -> Iterator[str]:
    while True:
        yield f"-{secrets.token_hex(2)}"


def _require(path: Path) -> None:
    """Refuse what is no library, or one that this program does not know."""
    with files_in_words(path):
        if not path.exists():
            raise UserError(opening.MISSING.format(name=path))
    with opened(path, "ro") as database:
        version = opening.identify(database)
    if version == 0:
        raise UserError(opening.EMPTY.format(name=path.name))
    if version > schema.SCHEMA_VERSION:
        raise UserError(opening.TOO_NEW.format(name=path.name))


def _is_library(path: Path) -> bool:
    with suppress(UserError), opened(path, "ro") as database:
        return opening.identify(database) > 0
    return False


@contextmanager
def opened(path: Path, mode: Mode, *, named: Path | None = None) -> Iterator[Database]:
    """Open a file for a moment; `named` as for Database."""
    database = Database(path, mode, named=named)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """Name a file beside the target, to be renamed when it is whole; what is left goes."""
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    try:
        yield part
    finally:
        for left in (part, part.with_name(part.name + "-journal")):
            with suppress(OSError):
                left.unlink()


def copy_checked(path: Path, part: Path, target: Path) -> None:
    """Copy a library by the backup API into a new file, then open and check that.

    Messages name the target, not the part that is to become it.
    """
    with opened(path, "ro") as source, source.reading() as connection:
        _copy_pages(connection, part, target)
        expected = census(connection)
    with opened(part, "ro", named=target) as database, database.reading() as connection:
        if any(structure(connection)) or census(connection) != expected:
            raise UserError(
                f"“{path.name}”的副本没有通过检查，没有用它。请用 check 看一下“{path.name}”。"
            )
    with files_in_words(target), part.open("rb+") as file:
        os.fsync(file.fileno())


def _copy_pages(connection: Connection, part: Path, target: Path) -> None:
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError("only SQLite copies its pages")
    with in_words(target), closing(connect(part, "rwc")) as copied:
        driver.backup(copied)


def _recover(path: Path) -> None:
    """Let SQLite undo what a killed process left half-written, if the file still allows it."""
    with suppress(UserError), opened(path, "rw") as database, database.writing() as connection:
        connection.exec_driver_sql("PRAGMA user_version")
