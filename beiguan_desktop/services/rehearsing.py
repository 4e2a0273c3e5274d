"""What the program tries of itself that no user asks for: a Word file to read, an old library."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from beiguan_desktop import paths
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.paper import Paper, block
from beiguan_desktop.formats import gongwen_docx
from beiguan_desktop.storage import backup, migrate
from beiguan_desktop.storage.schema import SCHEMA_VERSION, revision
from beiguan_desktop.storage.store import open_store

_SCRIPT = '''"""A rehearsal: the tables that hold people's words are built anew."""

import sqlalchemy as sa
from alembic import op

revision = "{new}"
down_revision = "{old}"


def upgrade():
    for name in ("report", "person", "comment"):
        with op.batch_alter_table(name, recreate="always") as batch:
            batch.add_column(sa.Column("rehearsed", sa.Text()))
'''


def word_file(lines: Iterable[str], target: Path) -> None:
    """Write a Word file with a paragraph for each line."""
    blocks = tuple(block("body", line) for line in lines)
    paper = Paper("试读的报告", "北关审议", blocks)
    target.write_bytes(gongwen_docx.paint(paper, today=date(2026, 2, 27)))


def upgrade_a_copy(library: Path, folder: Path) -> tuple[list[Comment], list[Comment]]:
    """Upgrade a copy of a library to a version that does not exist yet.

    The copy, its backup and the migrations lie in `folder`. Returns the opinions as they were
    and as they are read from the upgraded copy. Raises UserError when the upgrade fails.
    """
    copy, scripts = folder / "旧资料库.db", folder / "升级 %"
    backup.copy(library, copy)
    with open_store(copy, read_only=True) as store:
        before = store.comments()
    new = SCHEMA_VERSION + 1
    shutil.copytree(paths.migrations(), scripts, ignore=shutil.ignore_patterns("*.pyc"))
    words = _SCRIPT.format(new=revision(new), old=revision(SCHEMA_VERSION))
    script = scripts / "versions" / f"{revision(new)}_rehearsal.py"
    script.write_text(words, encoding="utf-8")
    migrate.upgrade(copy, scripts=scripts, target=new)  # nobody else knows of the copy: no lock
    with open_store(copy, read_only=True) as store:
        return before, store.comments()
