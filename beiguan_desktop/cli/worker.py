"""The command that nobody types: the process that reads one file for the program."""

import argparse
import sys

from beiguan_desktop.services import own_limits, worker


def run(arguments: argparse.Namespace) -> int:
    """Read a file into its private folder, as long as somebody waits for it."""
    if sys.stdin is not None:
        own_limits.end_when_alone(sys.stdin.fileno(), arguments.folder)
    return worker.run(
        arguments.file, arguments.folder, memory=arguments.memory, is_table=arguments.table
    )
