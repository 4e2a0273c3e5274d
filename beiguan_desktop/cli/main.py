"""Which command does what, and how failure leaves the program.

Exit status: 0 done, 1 could not be done (a Chinese sentence on standard error), 2 wrong usage.
"""

import argparse
from collections.abc import Callable, Sequence

from beiguan_desktop.cli import printing
from beiguan_desktop.cli.parser import LATER, parse
from beiguan_desktop.core.errors import UserError

Command = Callable[[argparse.Namespace], int]


def run(words: Sequence[str]) -> int:
    """Run one command line and return the exit status."""
    printing.speak_utf8()
    arguments = parse(words)
    try:
        return _command(arguments.command)(arguments)
    except UserError as error:
        printing.tell(str(error))
        return 1
    except BrokenPipeError:
        return 1


def _command(name: str) -> Command:
    """Find what runs a command; each is imported when it is wanted."""
    if name in LATER:
        raise UserError(f"“{name}”还没有做好，以后的版本会有。")
    if name in ("window", "screenshot", "selftest"):
        from beiguan_desktop.cli import window

        return {
            "window": window.open_window,
            "screenshot": window.screenshot,
            "selftest": window.selftest,
        }[name]
    from beiguan_desktop.cli import commands

    return commands.COMMANDS[name]
