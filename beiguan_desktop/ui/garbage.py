"""Python's search for garbage, kept from looking through what somebody waits for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def held() -> Iterator[None]:
    """Look for no garbage while much is made that stays; what is there then is set aside.

    To look through a report of a million characters with its opinions while it is made takes a
    tenth of the time, and afterwards more than people may wait. It is freed nevertheless when
    nobody names it any more: nothing in it goes in a circle.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            set_aside()


def set_aside() -> None:
    """Look for garbage from now on, but not among what is there."""
    gc.freeze()
    gc.enable()
