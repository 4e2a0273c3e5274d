"""Have a file that is no TXT read by a process of its own, bounded in time and memory.

What the file does to the parser – a bomb, an endless loop, a crash – ends with that process;
here it becomes a sentence. What only LibreOffice reads, another such process first has it turned
into .docx. Knows no Qt; may run in any thread.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from beiguan_desktop import paths
from beiguan_desktop.core.causes import in_chinese
from beiguan_desktop.core.errors import CancelledError, UserError
from beiguan_desktop.formats.kinds import (
    AS_DOCX,
    AS_TEXT,
    CONVERTED,
    DOC,
    DOCX,
    PDF,
    RTF,
    XLSX,
    Extracted,
    about,
)
from beiguan_desktop.services import answer, converting, libreoffice, own_limits, worker

__all__ = ["USUAL", "CancelledError", "Limits", "read_apart"]

_TICK = 0.05  # seconds between two looks at the worker and at `stop`

_STOPPED = (
    "读这个文件时中途断了：文件可能坏了，也可能用了太多内存。什么都没有改动。"
    f"可以再试一次；还不行，{AS_TEXT}"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading may take: seconds on the wall by media type, bytes of memory."""

    seconds: Mapping[str, float]
    memory: int = worker.MEMORY


USUAL = Limits({DOCX: 10, PDF: 30, XLSX: 10, DOC: 60, RTF: 60})


def read_apart(
    data: bytes, media: str, *, stop: Event | None = None, limits: Limits = USUAL
) -> Extracted:
    """Return the text of a Word or PDF file, or the sheets of an XLSX file spelt as text.

    Raises CancelledError soon after `stop` is set, and UserError, in words for the user, when
    the file is refused, takes too long or too much, or the worker ends before its answer.
    Whatever happens, the worker is gone and its folder deleted afterwards.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix=own_limits.PRIVATE))  # mode 700
    except OSError as error:
        raise _no_room(error) from None
    try:
        file = folder / "file"
        file.write_bytes(data)
        stop = stop or Event()
        if media in CONVERTED:
            _convert(file, folder, media, stop, limits)
            file, media = folder / libreoffice.RESULT, DOCX
        options = ["--memory", str(limits.memory), *(["--table"] if media == XLSX else [])]
        code = _run([str(file), str(folder), *options], media, stop, limits)
        return _answer(folder / answer.NAME, media, code)
    except OSError as error:
        raise _no_room(error) from None
    finally:
        own_limits.remove(folder)


def _no_room(error: OSError) -> UserError:
    return UserError(
        f"读这个文件要用的临时文件建不了（{in_chinese(error)}）。请检查磁盘空间，再来一次。"
    )


def _convert(file: Path, folder: Path, media: str, stop: Event, limits: Limits) -> None:
    """Have LibreOffice turn the file into `libreoffice.RESULT`."""
    program = libreoffice.found()
    if program is None:
        what = ".doc 或 .wps" if media == DOC else "RTF"
        raise UserError(f"这是 {what} 文件，电脑上没有 LibreOffice，不能直接读。{AS_DOCX}")
    options = ["--memory", str(converting.MEMORY), "--office", str(program)]
    code = _run([str(file), str(folder), *options], media, stop, limits)
    if code != 0 or not (folder / libreoffice.RESULT).is_file():
        raise UserError(f"这个文件坏了，或者不是一般的写法，转换不了，什么都没有改动。{AS_DOCX}")


def _run(words: Sequence[str], media: str, stop: Event, limits: Limits) -> int:
    """Start the worker with these words and watch it; return how it ended."""
    seconds = limits.seconds[media]
    end = time.monotonic() + seconds
    with _started(words) as process:
        try:
            while (code := _ended(process)) is None:
                if stop.is_set():
                    raise CancelledError("已取消，没有导入。")
                if time.monotonic() > end:
                    slow = f"读这个文件用了超过 {seconds:g} 秒，已停下，什么都没有改动。{AS_TEXT}"
                    raise UserError(about(media, slow))
        finally:
            _kill(process)
    return code


def _started(words: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the worker, deaf and dumb but for a pipe that tells it when nobody waits any more."""
    if sys.platform == "win32":  # pragma: no cover - the other half runs on Linux and macOS
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        is_leader = False
    else:
        flags, is_leader = 0, True
    try:
        return subprocess.Popen(  # noqa: S603 - our own program
            [*paths.program(), "worker", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=paths.program_environment(),
            start_new_session=is_leader,
            creationflags=flags,
        )
    except OSError:
        raise UserError("程序文件不完整，启动不了读文件的部分。请重新安装北关审议。") from None


def _ended(process: subprocess.Popen[bytes]) -> int | None:
    with suppress(subprocess.TimeoutExpired):
        return process.wait(_TICK)
    return None


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the worker and whatever it may have started."""
    if process.poll() is None:
        if sys.platform == "win32":  # pragma: no cover - the other half runs on Linux and macOS
            process.kill()  # its job ends with it; a venv's launcher takes its own along
        else:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answer(path: Path, media: str, code: int) -> Extracted:
    """Read what the worker left; one that ended badly is not believed."""
    try:
        if code != 0 or path.stat().st_size > answer.LARGEST:
            raise UserError(about(media, _STOPPED))
        return answer.understood(path.read_bytes(), media)
    except (FileNotFoundError, answer.InvalidAnswerError):
        raise UserError(about(media, _STOPPED)) from None
