"""Documents into files: whole and proved, or not at all.

A document is written beside its target, forced to the disk, read back, compared and only
then put in its place; a failure leaves what was there as it was.
"""

import contextlib
import errno
import itertools
import os
import re
import secrets
import stat
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beiguan_desktop.core.causes import OTHER_FILE, in_chinese
from beiguan_desktop.core.errors import UserError
from beiguan_desktop.core.report import Report

LONGEST_NAME = 80
"""The most characters a file name of ours has, suffix included."""

_PNG = b"\x89PNG\r\n\x1a\n"
_LONGEST_BYTES = 240  # Linux allows 255; room for a mark behind
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_NUMBERED = re.compile(r"(.+)\((\d{1,4})\)", re.DOTALL)
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$)", re.IGNORECASE)
_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_LOCKED_FOR = 2.5 if sys.platform == "win32" else 0.0  # seconds; a virus scanner lets go by then


class NameTakenError(UserError):
    """Nothing can be stored under this name, but beside it: another name would do."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A document as it was stored, and how many opinions it holds."""

    file: Path
    comments: int


def export_picture(output: Path, png: bytes) -> None:
    """Store a picture, given as the bytes of a PNG file.

    Raises UserError when the suffix is not .png and when the file cannot be written.
    """
    if output.suffix.lower() != ".png":
        raise UserError(f"图片只能存成 .png。请把文件名“{output.name}”的后缀写成“.png”。")
    put(output, png, lambda stored: stored.startswith(_PNG))


def picture_name(report: Report, today: date) -> str:
    """Propose a file name for a picture of the statistics of a report, of which day."""
    return safe_name("_".join(("意见统计", report.title, today.isoformat())), ".png")


def read_back(path: Path) -> list[str]:
    """Return the text of every paragraph of a document; UserError when it cannot be read."""
    from beiguan_desktop.formats import gongwen_docx  # noqa: PLC0415 - seldom needed

    try:
        return gongwen_docx.read_back(path.read_bytes())
    except OSError as error:
        raise UserError(f"“{path}”读不出来。请看看文件还在不在，是不是正开着。") from error


def put(output: Path, data: bytes, is_right: Callable[[bytes], bool]) -> None:
    """Put bytes into a file, whole or not at all; a link leads to the file that is meant.

    `is_right` sees what was read back from the disk. Raises UserError when the target cannot
    be written (NameTakenError when its folder can) or something else came back; the target is
    then as it was.
    """
    try:
        output = _file_meant(output)
    except (OSError, ValueError) as error:
        raise UserError(_reason(error, output)) from None
    temporary = output.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write(temporary, data)
        stored = temporary.read_bytes()
        if stored != data or not is_right(stored):
            raise UserError(f"“{output.name}”写出来对不上，没有存。请换一个文件夹或磁盘再存一次。")
        _replace(temporary, output)
    except (OSError, ValueError) as error:
        # a second name is told of by the last step only: what the folder took beside is whole
        is_name = getattr(error, "filename2", None) is not None
        raise (NameTakenError if is_name else UserError)(_reason(error, output)) from None
    finally:
        with contextlib.suppress(OSError, ValueError):
            temporary.unlink(missing_ok=True)


def _file_meant(output: Path) -> Path:
    """Follow a link; refuse what is there and no file, like a pipe: it would be gone for good."""
    real = Path(os.path.realpath(output)) if output.is_symlink() else output
    try:
        mode = real.stat().st_mode
    except FileNotFoundError:
        return real
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise NameTakenError(OTHER_FILE.format(name=output))
    return real


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _replace(temporary: Path, output: Path) -> None:
    """Put the finished file in its place, patient with a target that is locked for a moment."""
    deadline = time.monotonic() + _LOCKED_FOR
    while True:
        try:
            temporary.replace(output)
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.1)
        else:
            return


def _reason(error: OSError | ValueError, output: Path) -> str:
    """Say why a file could not be written, and what to do next."""
    name, folder = output.name, output.parent
    offer = f"或者另存为“{free_name(output).name}”"
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    if number == errno.EISDIR:
        return f"“{name}”是一个文件夹。请写上文件名，{offer}。"
    if number in (errno.ENOENT, errno.ENOTDIR):
        return f"没有“{folder}”这个文件夹。请换一个文件夹再存。"
    if number in _FULL:
        return f"磁盘满了，“{name}”没有存成，原来的文件没有动。请腾出空间，{offer}到别的磁盘。"
    if number in _REFUSED:
        is_folder = getattr(error, "filename2", None) is None  # not even beside the target
        return (
            f"“{folder}”这个文件夹不让写。请换一个文件夹，比如“文档”或桌面，再存一次。"
            if is_folder
            else f"“{name}”存不进去：可能正在 Word 或 WPS 里开着。请先关掉它再存，{offer}。"
        )
    if number == errno.ENAMETOOLONG:
        return f"文件名“{name[:20]}…”太长。请换一个短一些的名字再存。"
    return f"“{name}”没有存成（{in_chinese(error)}）。请换一个文件名或文件夹再存，{offer}。"


def free_name(path: Path) -> Path:
    """Return the next name beside a file that is not taken: 名字(2).docx, 名字(3).docx …"""
    numbered = _NUMBERED.fullmatch(path.stem)
    stem, last = (numbered[1], int(numbered[2])) if numbered else (path.stem, 1)
    for number in itertools.count(last + 1):
        mark = f"({number}){path.suffix}"
        free = path.with_name(_shortened(stem, mark) + mark)
        if not os.path.lexists(free):
            return free
    raise AssertionError  # pragma: no cover - the numbers do not end


def safe_name(stem: str, suffix: str) -> str:
    """Turn words into a file name that every system takes.

    No <>:"/\\|?*, no invisible characters, no reserved name (CON …), no dot or blank at the
    ends; at most LONGEST_NAME characters.
    """
    visible = "".join(c for c in stem if unicodedata.category(c)[0] != "C" or c == "\t")
    bare = _FORBIDDEN.sub("", " ".join(visible.split()))
    bare = _shortened(bare.strip(" ."), suffix).strip(" .")
    if _RESERVED.match(bare + suffix) or not bare:
        bare = f"意见{bare}"
    return bare + suffix


def _shortened(stem: str, suffix: str) -> str:
    stem = stem[: LONGEST_NAME - len(suffix)]
    while len((stem + suffix).encode()) > _LONGEST_BYTES:
        stem = stem[:-1]
    return stem
