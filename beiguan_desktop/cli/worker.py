"""The command that nobody types: the process that reads one file for the program."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from beiguan_desktop.services import converting, own_limits, worker


def run(arguments: argparse.Namespace) -> int:
    """Read a file into its private folder, as long as somebody waits for it."""
    file, folder, memory = arguments.file, arguments.folder, arguments.memory
    if arguments.office:
        _end_when_alone(folder, lambda _: converting.end_all(folder))
        return converting.run(file, folder, arguments.office, memory=memory)
    _end_when_alone(folder, os._exit)
    return worker.run(file, folder, memory=memory, is_table=arguments.table)


def _end_when_alone(folder: Path, end: Callable[[int], object]) -> None:
    if sys.stdin is not None:
        own_limits.end_when_alone(sys.stdin.fileno(), folder, end)
