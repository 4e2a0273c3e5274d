"""The worker's other half: a process of its own that has LibreOffice turn one file into .docx.

What it starts shares its limits and ends with it: one process group, on Windows one job.
"""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from beiguan_desktop.services import libreoffice, own_limits

MEMORY = 2 * 1024 * 1024 * 1024
"""Bytes that each process may have."""
SECONDS = 90
"""Processor time after which the system ends one that nobody watches any more."""
LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that may be written."""


def run(
    file: Path, folder: Path, program: Path, *, memory: int = MEMORY, seconds: int = SECONDS
) -> int:
    """Turn a file into `libreoffice.RESULT` in its private folder, whole or not at all.

    Returns 0 when that was done.
    """
    own_limits.set_limits(memory=memory, seconds=seconds, largest=LARGEST)
    libreoffice.write_profile(folder)
    if sys.platform == "win32":  # pragma: no cover - the other half runs on Linux and macOS
        import ctypes  # noqa: PLC0415 - only there

        ctypes.WinDLL("kernel32").SetDllDirectoryW(None)  # a frozen program's is inherited
    try:
        subprocess.run(  # noqa: S603 - a program that is installed here
            libreoffice.command(program, file, folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=libreoffice.environment(folder),
            check=False,
        )
        (folder / "made" / f"{file.stem}.docx").replace(folder / libreoffice.RESULT)
    except OSError:
        return 1
    return 0


def end_all(folder: Path) -> None:  # pragma: no cover - ends the process that would count it
    """End this process and what it has started, then remove the private folder once more."""
    if sys.platform == "win32":
        os._exit(1)  # the job ends with its last handle, and takes the others along
    if os.getpgrp() != os.getpid():  # started by hand: the group is the shell's
        os._exit(1)
    if os.fork() == 0:  # outside the group, to clean up when it is gone
        group = os.getpgrp()
        os.setsid()
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        if folder.name.startswith(own_limits.PRIVATE):
            own_limits.remove(folder)
        os._exit(0)
