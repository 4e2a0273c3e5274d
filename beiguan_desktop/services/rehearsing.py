"""What the program tries of itself that no user asks for: a Word file to read, an old library."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.paper import Paper, block
from beiguan_desktop.formats import gongwen_docx
from beiguan_desktop.storage import older
from beiguan_desktop.storage.store import open_store

_OLDER = 1
"""The version of the first library: every upgrade leads on from there."""


def word_file(lines: Iterable[str], target: Path) -> None:
    """Write a Word file with a paragraph for each line."""
    blocks = tuple(block("body", line) for line in lines)
    paper = Paper("试读的报告", "北关审议", blocks)
    target.write_bytes(gongwen_docx.paint(paper, today=date(2026, 2, 27)))


def upgrade_a_copy(library: Path, folder: Path) -> tuple[list[Comment], list[Comment]]:
    """Open a copy of a library that is made as the first version of the program left it.

    The copy and its backup lie in `folder`. Returns the opinions as they were and as they are
    read from the upgraded copy. Raises UserError when the upgrade fails.
    """
    copy = folder / "旧资料库 %.db"
    with open_store(library, read_only=True) as store:
        before = store.comments()
    older.make_older(library, copy, _OLDER)
    with open_store(copy) as store:
        return before, store.comments()
