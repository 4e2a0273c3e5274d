"""The clock and the dice: the only place where time and new ids come from.

Every hour and day that is shown or written is that of the place where the user sits, whatever
offset a stored time bears. What is printed in a report stays as printed.
"""

import os
import time
from datetime import date, datetime

from beiguan_desktop.core.identity import uuid7


def now() -> str:
    """Return the time as this machine has it: ISO-8601 with offset, in seconds."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def today() -> date:
    """Return the day on the user's calendar."""
    return date.today()  # noqa: DTZ011 - the user's, not that of Greenwich


def here(stamp: str) -> datetime:
    """Return a stored time by the clock of this machine; one without an offset is meant so."""
    return datetime.fromisoformat(stamp).astimezone()


def new_id() -> str:
    """Draw an id for a record: a UUIDv7."""
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
