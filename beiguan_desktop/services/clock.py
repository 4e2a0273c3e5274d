"""The clock and the dice: the only place where time and new ids come from."""

import os
import time
from datetime import datetime

from beiguan_desktop.core.identity import uuid7


def now() -> str:
    """Return the time as this machine has it: ISO-8601 with offset, in seconds."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def new_id() -> str:
    """Draw an id for a record: a UUIDv7."""
    return uuid7(time.time_ns() // 1_000_000, os.urandom(10))
