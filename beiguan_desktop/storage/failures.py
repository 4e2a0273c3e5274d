"""Which failures of SQLite are the surroundings' fault, and what the user can do about them.

Everything that is not in the table stays a bug. The original message is dropped on
purpose: some of SQLite's quote the text they stumbled over.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from beiguan_desktop.core.errors import UserError


class UnfinishedError(UserError):
    """A process died while it wrote: its journal must be rolled back before anybody reads."""


GONE = (
    "资料库“{name}”不见了或被换掉了（它本来在“{folder}”），这次没有写进去。"
    "请先把框里的文字复制到别处，再把原来的文件放回去（移动盘请插好）；找不到原来的文件，就重新打开程序。"
)


class IncompleteError(UserError):
    """A table is missing from the file."""


_WRITING = (
    "资料库“{name}”正在写，现在还读不了。请稍等几秒再试；"
    "如果窗口开着，请先在窗口里保存，或者关闭窗口。"
)
_UNFINISHED = {sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY}

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "资料库“{name}”正被别的程序占用，这次没有写进去。请稍等几秒再试；"
    "如果有同步或杀毒软件在处理它，请先让它停下来。",
    sqlite3.SQLITE_READONLY: "资料库“{name}”是只读的，写不进去。请检查文件和它所在文件夹的权限，"
    "或者把资料库复制到能写的文件夹里再用。",
    sqlite3.SQLITE_IOERR: "读写资料库“{name}”时磁盘出错，这次没有写进去，以前写好的还在。"
    "请检查磁盘是否已满、移动盘是否插好，然后再试。",
    sqlite3.SQLITE_CORRUPT: "资料库“{name}”已经损坏。请不要删除它，先另存一份，"
    "再用 restore 从最近的备份恢复。",
    sqlite3.SQLITE_FULL: "磁盘已满，这次没有写进去，以前写好的还在。请腾出一些空间再试。",
    sqlite3.SQLITE_CANTOPEN: "打不开资料库“{name}”。请检查文件夹是否存在、有没有读写权限。",
    sqlite3.SQLITE_NOTADB: "“{name}”不是北关审议的资料库，没有动它。请换一个文件。",
}


def trouble(error: sqlite3.Error, path: Path, *, reads: bool = False) -> UserError | None:
    """Return what to tell the user about an error; None when it is a bug.

    `reads` when nothing was to be written.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith("Could not decode"):
        code = sqlite3.SQLITE_CORRUPT  # the driver's own check of text; it bears no code
    if code is None:
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return gone(path)
    if code in _UNFINISHED:
        return UnfinishedError(_WRITING.format(name=path.name))
    if code == sqlite3.SQLITE_ERROR and str(error).startswith("no such table"):
        return IncompleteError(_SENTENCES[sqlite3.SQLITE_CORRUPT].format(name=path.name))
    primary = code & 0xFF
    is_waiting = reads and primary == sqlite3.SQLITE_BUSY
    words = _WRITING if is_waiting else _SENTENCES.get(primary)
    return UserError(words.format(name=path.name)) if words else None


def gone(path: Path) -> UserError:
    """Say that an open library is no longer where it was, or no longer itself."""
    return UserError(GONE.format(name=path.name, folder=path.parent))


@contextmanager
def in_words(path: Path, *, reads: bool = False) -> Iterator[None]:
    """Turn what the surroundings did to the database at `path` into a UserError."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        told = trouble(cause, path, reads=reads) if isinstance(cause, sqlite3.Error) else None
        if cause is None or told is None:
            raise
        # It stays reachable as the context of what is raised: without its message.
        error.args = cause.args = ()
        raise told from None
