"""Which library, which report and which file the words of a command mean."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from beiguan_desktop.cli import printing
from beiguan_desktop.core.errors import NoReportError, UserError
from beiguan_desktop.core.report import Read, Reading, Source
from beiguan_desktop.core.text import clean
from beiguan_desktop.storage.whereabouts import located

if TYPE_CHECKING:
    from beiguan_desktop.storage.store import Store

_SHORTEST = 6
"""How many characters of an id are enough, when only one report begins with them."""


def database(arguments: argparse.Namespace) -> Path:
    """Return the path of the library; raise UserError for what can be none."""
    if "://" in arguments.database:
        raise UserError("还不支持网络数据库的地址。请用 --database 写本机一个文件的路径。")
    if not arguments.database or "\0" in arguments.database:
        raise UserError("资料库的路径不能用。请用 --database 写本机一个文件的路径。")
    return located(Path(arguments.database))


def store(arguments: argparse.Namespace, *, write: bool = False) -> "Store":
    """Open the library, for reading unless `write`."""
    from beiguan_desktop.services import library

    return library.open_library(database(arguments), read_only=not write)


def report_id(opened: "Store", wanted: str) -> str:
    """Find a report by its id or by an unmistakable beginning of it."""
    known = sorted(opened.descriptions())
    is_enough = len(wanted) >= _SHORTEST
    found = [r for r in known if r == wanted or (is_enough and r.startswith(wanted))]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(f"资料库里有{len(found)}份报告的编号以“{wanted}”开头。请把编号再写长一些。")
    raise UserError(f"资料库里没有编号为“{wanted}”的报告。用 reports 命令看有哪些。")


def report_file(path: Path, *, is_plain: bool = False) -> tuple[Source, Reading]:
    """Return bytes and reading of a report's file; see `read_file`."""
    read = read_file(path, is_plain=is_plain)
    return read.source, read.reading


def read_file(path: Path, *, is_plain: bool = False) -> Read:
    """Read a report from its file; say so when that may take a while.

    `is_plain`: as plain paragraphs, whatever it is.
    """
    from beiguan_desktop.services import clock, importing

    if importing.takes_time(path):
        printing.tell(f"正在读“{clean(path.name)}”……")
    try:
        return importing.read_file(path, now=clock.now(), is_plain=is_plain)
    except NoReportError as error:
        raise UserError(f"{error}确实要读它，请加上 --plain，按普通段落读。") from None
