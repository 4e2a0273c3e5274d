"""The limits a process sets itself before it touches a stranger's file."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

if sys.platform == "win32":  # pragma: no cover - the other half runs on Linux and macOS
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
    _DIE_ON_UNHANDLED, _KILL_ON_CLOSE = 0x400, 0x2000
    _MOST_CHILDREN = 16
    _EXTENDED = 9  # JobObjectExtendedLimitInformation
    _SILENT = 0x1 | 0x2 | 0x8000  # SetErrorMode: no box for a crash or a missing disk

    class _Basic(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION; times in units of 100 ns."""

        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _set(memory: int, seconds: int, largest: int | None) -> None:
        """Put this process into a job of its own; the handle stays open until it ends."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (wintypes.LPVOID, wintypes.LPCWSTR)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.argtypes = ()
        kernel.SetInformationJobObject.argtypes = (
            *(wintypes.HANDLE, ctypes.c_int, wintypes.LPVOID, wintypes.DWORD),
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.SetErrorMode(_SILENT)
        limits = _Extended()
        basic = limits.BasicLimitInformation
        basic.LimitFlags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED
        basic.LimitFlags |= _KILL_ON_CLOSE
        basic.PerProcessUserTimeLimit = seconds * 10_000_000
        basic.ActiveProcessLimit = 1 if largest is None else _MOST_CHILDREN
        limits.ProcessMemoryLimit = memory
        job = kernel.CreateJobObjectW(None, None)
        is_set = job and kernel.SetInformationJobObject(
            job, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        if not is_set or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess()):
            raise OSError(ctypes.get_last_error(), "job object")
else:
    import resource

    def _set(memory: int, seconds: int, largest: int | None) -> None:
        """Bound the address space and the processor time; no core file holds a report's words."""
        files = () if largest is None else ((resource.RLIMIT_FSIZE, largest),)
        wanted = (
            *files,
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_AS, memory),  # macOS knows it and may not keep it
        )
        for what, most in wanted:
            hard = resource.getrlimit(what)[1]
            with suppress(OSError, ValueError):  # no limit is no reason not to read
                resource.setrlimit(what, (most, hard))


_TRIES, _PAUSE = 40, 0.05  # seconds between two tries to delete a folder
PRIVATE = "beiguan-read-"
"""What the name of a worker's own folder begins with."""


def set_limits(*, memory: int, seconds: int, largest: int | None = None) -> None:
    """Bound this process: bytes of memory, seconds of processor time.

    With `largest`, the bytes of the largest file it may write, it may start others, which share
    its limits; without, it may not (on Windows; elsewhere whoever started it ends its group).
    """
    with suppress(OSError):  # the program that waits outside watches the time as well
        _set(memory, seconds, largest)


def remove(folder: Path) -> None:
    """Delete a private folder; what was killed a moment ago may still hold something in it."""
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            break
        time.sleep(_PAUSE)


def end_when_alone(pipe: int, folder: Path, end: Callable[[int], object] = os._exit) -> Thread:
    """Watch, in a thread, for the end of the program that holds the other end of a pipe.

    Then nobody waits for an answer: the private folder is removed and the process ends.
    """

    def wait() -> None:
        while os.read(pipe, 1):  # not sys.stdin: Python would wait for its lock at its end
            pass
        if folder.name.startswith(PRIVATE):  # nobody else's, should somebody type the command
            shutil.rmtree(folder, ignore_errors=True)
        end(1)

    thread = Thread(target=wait, daemon=True)
    thread.start()
    return thread
