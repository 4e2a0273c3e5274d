"""Copies that the program itself has put beside a library: before a restore, before an upgrade.

They hold what the library held then, and are known by their names. Whatever people have put
there themselves, under a name of their own, is theirs.
"""

import mmap
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from beiguan_desktop.storage.backup import STAMPED
from beiguan_desktop.storage.whereabouts import files_in_words

_BEGINNING = b"SQLite format 3\0"


def holding(path: Path, record_ids: Sequence[str]) -> list[Path]:
    """Return the copies beside a library that still hold one of some records.

    Their bytes are looked through, so that a damaged or older copy tells as well.
    """
    wanted = [record.encode() for record in record_ids]
    with files_in_words(path):
        beside = sorted(path.parent.iterdir())
    name = re.compile(rf"{re.escape(path.stem)}\.{STAMPED}{re.escape(path.suffix)}")
    named = (it for it in beside if name.fullmatch(it.name))
    return [it for it in named if _holds(it, wanted)]


def _holds(file: Path, wanted: Iterable[bytes]) -> bool:
    with (
        suppress(OSError, ValueError),  # a folder, an empty file
        file.open("rb") as opened,
        mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as seen,
    ):
        is_database = seen[: len(_BEGINNING)] == _BEGINNING
        return is_database and any(seen.find(each) >= 0 for each in wanted)
    return False


def delete(copies: Iterable[Path]) -> None:
    """Delete copies, and a journal that one of them left. Raises UserError when one stays."""
    for copy in copies:
        with files_in_words(copy):
            copy.with_name(f"{copy.name}-journal").unlink(missing_ok=True)
            copy.unlink(missing_ok=True)
