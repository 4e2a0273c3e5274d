"""Die in the middle of a transaction whose first pages are already in the file.

python -m tests.studies.dying LIBRARY

What stays behind is a hot journal: the library must be rolled back before it can be read.
"""

import os
import signal
import sys
from pathlib import Path

from beiguan_desktop.storage.store import open_store


def die(path: Path) -> None:
    """Spill half of a transaction into the file, then be killed."""
    with open_store(path) as store, store._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=1")
        connection.exec_driver_sql("UPDATE unit SET text = 'half-written'")
        for number in range(400):
            words = (str(number), "x" * 500)
            connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", words)
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    die(Path(sys.argv[1]))
