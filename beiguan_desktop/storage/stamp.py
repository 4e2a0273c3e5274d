"""What marks a file as a library, and how SQLite is told where it lies. Without SQLAlchemy."""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import quote

Mode = Literal["ro", "rw", "rwc"]

SCHEMA_VERSION = 1
"""user_version of the file; migration number n is db/versions/000n_….py."""

APPLICATION_ID = int.from_bytes(b"BGSY")
"""Marks a file as a library of this program (北关审议)."""


def uri(path: Path, mode: Mode) -> str:
    """Spell a path as SQLite's URI; %, # and ? in it mean themselves."""
    posix = path.as_posix()
    root = "" if posix.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(posix), safe='/:')}?mode={mode}"
