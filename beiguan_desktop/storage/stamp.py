"""What marks a file as a library, and how SQLite is told where it lies. Without SQLAlchemy."""

import os
from pathlib import Path
from typing import Literal

Mode = Literal["ro", "rw", "rwc"]

_PLAIN = frozenset(b"/:_.-~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

SCHEMA_VERSION = 4
"""user_version of the file; migration number n is db/versions/000n_….py."""

APPLICATION_ID = int.from_bytes(b"BGSY")
"""Marks a file as a library of this program (北关审议)."""


def uri(path: Path, mode: Mode) -> str:
    """Spell a path as SQLite's URI; %, # and ? in it mean themselves."""
    posix = path.as_posix()
    root = "" if posix.startswith("/") else "/"
    # by hand: urllib takes 3 ms to import, and the first paint waits for this
    spelt = "".join(chr(b) if b in _PLAIN else f"%{b:02X}" for b in os.fsencode(posix))
    return f"file://{root}{spelt}?mode={mode}"
