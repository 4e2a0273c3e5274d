"""Where a library lies, or why none can lie there. Without SQLAlchemy."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beiguan_desktop.core.causes import in_chinese
from beiguan_desktop.core.errors import UserError

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:[/\\]")  # one letter alone is a drive
FOREIGN = "“{name}”不是北关审议的资料库，没有动它。请换一个文件。"


@contextmanager
def files_in_words(path: Path) -> Iterator[None]:
    """Turn what the file system did to `path` into a UserError."""
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise UserError(
            f"“{path}”不能读写（{in_chinese(error)}）。请检查磁盘空间、路径和权限，或者换一个位置。"
        ) from error


def located(path: Path, *, refusal: str = FOREIGN) -> Path:
    """Return the whole path of a library, of the file itself where a link names it.

    Raises UserError for an address, a folder, and a place that cannot be looked at; `refusal`
    is what is said of a pipe or a device, which is never opened: that could wait for ever.
    """
    if _URL.match(str(path)):
        raise UserError("资料库现在只能是本机的一个文件，数据库网址还不支持。请写文件的路径。")
    with files_in_words(path):
        path = Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
        try:
            mode = path.stat().st_mode
        except FileNotFoundError:
            return path
    if stat.S_ISDIR(mode):
        raise UserError(f"“{path}”是一个文件夹，不是资料库。请写到文件，比如 beiguan.db。")
    if not stat.S_ISREG(mode):
        raise UserError(refusal.format(name=path))
    return path
