"""Opening a library: what kind of file it is, who may write it, and which way it goes."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import inspect, select
from sqlalchemy.exc import OperationalError

from beiguan_desktop.core.errors import UserError
from beiguan_desktop.storage import creation, schema, whereabouts
from beiguan_desktop.storage.columns import METADATA
from beiguan_desktop.storage.engine import Database, connect, number
from beiguan_desktop.storage.failures import IncompleteError, in_words
from beiguan_desktop.storage.lock import Lock, take_lock
from beiguan_desktop.storage.whereabouts import files_in_words

UNWRITABLE = (
    "资料库“{name}”所在的位置不能写，现在只能看，不能写意见。"
    "请把它复制到能写的文件夹里，或者请管理员开放权限。"
)
NEWER = (
    "资料库“{name}”是更新版本的北关审议写的，这个版本只能看，不能改。请换用新版程序，文件没有动。"
)
TOO_NEW = "资料库“{name}”是更新版本的北关审议写的，这个版本读不了。请换用新版程序，文件没有动。"
OLDER = (
    "资料库“{name}”是旧版本的北关审议写的，要先升级才能看。"
    "请先把它放在能写的位置，打开一次窗口（会自动备份并升级），然后再用这个命令。"
)
EMPTY = "“{name}”是空的，里面没有资料库。请检查是不是选错了文件。"
MISSING = "没有找到资料库“{name}”。请检查路径；第一次使用，请先打开窗口或用 import 导入一份报告。"


class NewerError(UserError):
    """The library was written by a newer program; it can be read at most."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A library that can be used; without a lock it is only read."""

    database: Database
    lock: Lock | None
    notice: str
    is_new: bool = False

    def discard(self) -> None:
        """Close, and take away again what this opening made: the library, the lock beside it."""
        self.database.close()
        if self.is_new:
            _remove(self.database.path)
        if self.lock is not None:
            self.lock.discard()


def open_file(path: Path, *, create: bool, read_only: bool) -> Opened:
    """Open a library file; raise UserError when it is none or cannot be used."""
    path = whereabouts.located(path)
    with files_in_words(path):
        if create and not read_only:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise UserError(MISSING.format(name=path))
    lock = None if read_only else take_lock(path)
    if lock is None:
        return _for_reading(path, "" if read_only else UNWRITABLE.format(name=path.name))
    is_new = not path.exists()  # only now: until then another process might have made it
    try:
        return Opened(_for_writing(path, create=create), lock, "", is_new)
    except BaseException:
        if is_new:
            _remove(path)
        lock.discard()
        raise


def _remove(path: Path) -> None:
    """Take away a library that was not finished, and the journal of it."""
    for left in (path.with_name(path.name + "-journal"), path):
        with suppress(OSError):
            left.unlink()


@contextmanager
def _closed_on_failure(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise


def identify(database: Database) -> int:
    """Return the version of a library's schema, 0 for a file with nothing in it.

    Raises UserError for a database of some other program.
    """
    with database.reading() as connection:
        mark, version = (number(connection, it) for it in ("application_id", "user_version"))
        is_bare = mark == 0 and version == 0 and not inspect(connection).get_table_names()
    if is_bare:
        return 0
    if mark != schema.APPLICATION_ID or version < 1:
        raise UserError(whereabouts.FOREIGN.format(name=database.path.name))
    return version


def _for_reading(path: Path, notice: str) -> Opened:
    database = Database(path, "ro", refusal=notice or "这个资料库只是打开来看的，没有写进去。")
    with _closed_on_failure(database):
        version = identify(database)
        if version < schema.SCHEMA_VERSION:
            raise UserError((OLDER if version else EMPTY).format(name=path.name))
        if version > schema.SCHEMA_VERSION:
            notice = NEWER.format(name=path.name)
            _try_to_read(database)
    return Opened(database, None, notice)


def _try_to_read(database: Database) -> None:
    """Look whether a newer file still has everything that this program asks for."""
    is_readable = True
    try:
        with database.reading() as connection:
            for known in METADATA.sorted_tables:
                connection.execute(select(known).limit(1)).all()
    except (IncompleteError, OperationalError):  # a table, a column
        is_readable = False
    if not is_readable:
        raise UserError(TOO_NEW.format(name=database.path.name))


def _for_writing(path: Path, *, create: bool) -> Database:
    if create:
        with in_words(path), closing(connect(path, "rwc")):
            pass  # only now may a file be made: one that goes later has gone
    database = Database(path, "rw")
    with _closed_on_failure(database):
        version = identify(database)
        if version > schema.SCHEMA_VERSION:
            raise NewerError(NEWER.format(name=path.name))
        if version == 0:
            _begin_new(database, create=create)
        elif version < schema.SCHEMA_VERSION:
            # Alembic is slow to import: only when a migration is due.
            from beiguan_desktop.storage import migrate  # noqa: PLC0415

            database.close()
            migrate.upgrade(path)
        database.watch()
    return database


def _begin_new(database: Database, *, create: bool) -> None:
    if not create:
        raise UserError(EMPTY.format(name=database.path.name))
    with database.writing() as connection:
        creation.create(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA_VERSION}")
