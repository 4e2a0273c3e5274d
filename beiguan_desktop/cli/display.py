"""Whether a window can be shown here: Qt would end the process without a word to the user."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from beiguan_desktop.core.errors import UserError

_X11 = re.compile(r"(?:unix|([^:/]*)):(\d+)(?:\.\d+)?")
_PATIENCE = 3.0  # seconds; a forwarded display lies on another machine


def need_display() -> None:
    """Refuse in words where there is no screen."""
    if not has_display(sys.platform, os.environ):
        raise UserError("这里没有图形界面，打不开窗口。请在桌面上运行，或先用 selftest 试一遍。")


@contextmanager
def offscreen() -> Iterator[None]:
    """Let Qt paint where there is no screen, and none is opened where there is one."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from beiguan_desktop.ui import app, offscreen

    with offscreen.quiet():
        app.application()
        yield


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown: nothing to ask but on Linux."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("WAYLAND_DISPLAY")) or _answers(environment.get("DISPLAY", ""))


def _answers(display: str) -> bool:
    """Knock at an X server: the variable outlives the server it names."""
    import socket

    found = _X11.fullmatch(display)
    if found is None:
        return False
    host, number = found[1] or "", int(found[2])
    # X.Org's Xtrans: a socket file, the same name in Linux's abstract space, or TCP
    place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the name is fixed by X11
    doors: tuple[tuple[int, str | tuple[str, int]], ...] = (
        ((socket.AF_INET, (host, 6000 + number)),)
        if host
        else ((socket.AF_UNIX, place), (socket.AF_UNIX, f"\0{place}"))
    )
    return any(_opens(family, address) for family, address in doors)


def _opens(family: int, address: str | tuple[str, int]) -> bool:
    import socket

    with socket.socket(family) as knock:
        knock.settimeout(_PATIENCE)
        try:
            knock.connect(address)
        except (OSError, OverflowError):
            return False
    return True
