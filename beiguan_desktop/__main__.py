"""Where the program begins: `python -m beiguan_desktop` and the installed commands."""

import faulthandler
import sys


def main() -> int:
    """Run the command line and return its exit status."""
    if sys.stderr is not None:
        faulthandler.enable()
    from beiguan_desktop.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
