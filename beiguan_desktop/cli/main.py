"""Which command does what, and how failure leaves the program.

Exit status: 0 done, 1 could not be done (a Chinese sentence on standard error), 2 wrong usage.
"""

import argparse
from collections.abc import Callable, Sequence

from beiguan_desktop import __version__
from beiguan_desktop.cli import printing
from beiguan_desktop.cli.parser import LATER, parse
from beiguan_desktop.core.errors import UserError

Command = Callable[[argparse.Namespace], int]


def run(words: Sequence[str]) -> int:
    """Run one command line and return the exit status."""
    printing.speak_utf8()
    try:
        arguments = parse(words)
        return _command(arguments.command)(arguments)
    except SystemExit as stop:  # the parser's: usage was wrong, or only help was wanted
        return int(stop.code or 0)
    except UserError as error:
        printing.tell(str(error))
    except ImportError as error:  # Qt's libraries are loaded when a command asks for them
        from beiguan_desktop.services import components

        lacking = components.import_in_words(error)
        if lacking is None:
            raise
        printing.tell(lacking)
    except KeyboardInterrupt:
        printing.tell("已中断，没有做完。")
    return 1


def _version(arguments: argparse.Namespace) -> int:
    if arguments.json:
        printing.show_json({"version": __version__})
    else:
        printing.say(f"北关审议 {__version__}")
    return 0


def _command(name: str) -> Command:
    """Find what runs a command; each is imported when it is wanted."""
    if name in LATER:
        raise UserError(f"“{name}”还没有做好，以后的版本会有。")
    if name == "version":
        return _version
    if name in ("window", "screenshot", "selftest"):
        from beiguan_desktop.cli import window

        return {
            "window": window.open_window,
            "screenshot": window.screenshot,
            "selftest": window.selftest,
        }[name]
    if name == "worker":
        from beiguan_desktop.cli import worker

        return worker.run
    if name == "export":
        from beiguan_desktop.cli import documents

        return documents.export
    if name == "compare":
        from beiguan_desktop.cli import editions

        return editions.compare
    from beiguan_desktop.cli import commands, listing

    return (listing.COMMANDS | commands.COMMANDS)[name]
