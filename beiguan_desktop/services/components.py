"""What Qt expects of the system on Linux, and in which words its lack is told.

Standard library only: go.py asks here before anything is installed.
"""

import ctypes
import re
import sys
from collections.abc import Callable, Mapping
from types import MappingProxyType

DRAWING: Mapping[str, str] = MappingProxyType(
    {
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libfontconfig.so.1": "libfontconfig1",
        "libdbus-1.so.3": "libdbus-1-3",
    }
)
"""Shared library → Debian package: needed for every picture, even one that nobody sees."""

WINDOW: Mapping[str, str] = MappingProxyType(
    {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libX11-xcb.so.1": "libx11-xcb1",
    }
)
"""The same for a window on X11."""

_FILE = re.compile(r"\b(lib[\w.+-]+\.so(?:\.\d+)*)")


def missing(
    libraries: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL
) -> dict[str, str]:
    """Return those of the libraries that cannot be loaded, with their packages."""
    found = {}
    for name, package in libraries.items():
        try:
            load(name)
        except OSError:
            found[name] = package
    return found


def import_in_words(error: ImportError) -> str | None:
    """Tell which system library an import lacked; None when that was not the reason."""
    named = _FILE.search(str(error)) if sys.platform.startswith("linux") else None
    if named is None:
        return None
    known = {**DRAWING, **WINDOW}
    return in_words({named[1]: known.get(named[1], "")} | missing(DRAWING))


def window_in_words() -> str:
    """Tell why Qt finds no way to show a window."""
    lacking = missing({**DRAWING, **WINDOW}) if sys.platform.startswith("linux") else {}
    if lacking:
        return in_words(lacking)
    return "这里打不开窗口：没有图形界面，或者不让程序用它。请在自己的桌面上运行。"


def in_words(lacking: Mapping[str, str]) -> str:
    """Name the libraries and the line that installs them."""
    packages = " ".join(sorted(filter(None, lacking.values())))
    how = "请安装后再打开"
    if packages:
        how += f"（Debian、统信、麒麟：sudo apt-get install {packages}；别的系统装同样的组件）"
    return f"系统里缺少显示界面要用的组件 {'、'.join(sorted(lacking))}。{how}。"
