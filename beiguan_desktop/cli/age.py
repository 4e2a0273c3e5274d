"""How long this process has lived; a bare program asks the same way, so it brings nothing along."""

import os
import time

_STARTED = time.monotonic()


def age_ms() -> int:
    """Return the milliseconds since this process began; to 10 ms on Linux."""
    try:
        with open("/proc/self/stat", encoding="ascii") as file:  # noqa: PTH123 - no pathlib here
            fields = file.read().rpartition(")")[2].split()
        up = time.clock_gettime(time.CLOCK_BOOTTIME)
        return round((up - int(fields[19]) / os.sysconf("SC_CLK_TCK")) * 1000)
    except (OSError, ValueError, IndexError, AttributeError):
        return round((time.monotonic() - _STARTED) * 1000)  # since the command line was read
