"""Editions: what a report is called and of which meeting, opinions that follow, 采纳情况."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from beiguan_desktop.core.genres import HEAD, genre_of
from beiguan_desktop.core.report import Unit

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_REPORTS = sa.text("SELECT id, title, current_reading FROM report")
_HEAD = sa.text(
    "SELECT kind, text FROM unit WHERE reading = :reading AND ordinal < :head ORDER BY ordinal"
)


def upgrade() -> None:
    """Rebuild report and comment with the new columns; make the table of decisions."""
    _rebuild("report", _report, {"meeting": "''", "version": "0"})
    _rebuild("comment", _comment, {"follows": "NULL"})
    _decision()
    _name_genres()


def _rebuild(name: str, make: Callable[[], None], added: dict[str, str]) -> None:
    """Make a table anew with columns more, which hold a value each, and its rows as they were.

    Set aside and put back: a renamed table would be spelt otherwise than a new one, and a column
    added by SQLite stands behind the keys.
    """
    rows = op.get_bind().exec_driver_sql(f'PRAGMA table_info("{name}")').all()
    known = ", ".join(f'"{row.name}"' for row in rows)
    columns, values = ", ".join(added), ", ".join(added.values())
    op.execute(f'CREATE TEMPORARY TABLE kept AS SELECT * FROM "{name}" ORDER BY rowid')  # noqa: S608 - our own names
    op.execute(f'DROP TABLE "{name}"')
    make()
    op.execute(
        f'INSERT INTO "{name}" ({known}, {columns}) '  # noqa: S608
        f"SELECT {known}, {values} FROM kept ORDER BY rowid"
    )
    op.execute("DROP TABLE kept")


def _report() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("genre", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("edition_of", sa.Text(), nullable=True),
        sa.Column("current_reading", sa.Text(), nullable=False),
        sa.Column("hidden_at", sa.Text(), nullable=True),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition_of"], ["report.id"], name=op.f("fk_report_edition_of")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )


def _comment() -> None:
    op.create_table(
        "comment",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("report", "reading", "place"),
        sa.Column("unit", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("letter_start", sa.Integer(), nullable=False),
        sa.Column("letter_end", sa.Integer(), nullable=False),
        *_texts("quote", "prefix", "suffix", "nature", "kind", "act", "text", "replacement"),
        *_texts("reason", "field", "departments", "weight", "cosigners"),
        *_texts("person", "author_name", "author_delegation", "capacity", "manner"),
        sa.Column("recorder", sa.Text(), nullable=True),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("apart", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("import_key", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("follows", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_comment_report")),
        sa.ForeignKeyConstraint(["reading"], ["reading.id"], name=op.f("fk_comment_reading")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_comment_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("import_key", name=op.f("uq_comment_import_key")),
    )
    op.create_index(op.f("ix_comment_person"), "comment", ["person"], unique=False)
    op.create_index(op.f("ix_comment_report"), "comment", ["report"], unique=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text(), nullable=False) for name in names]


def _decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_decision_person")),
        sa.ForeignKeyConstraint(["comment"], ["comment.id"], name=op.f("fk_decision_comment")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_decision_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )
    op.create_index(op.f("ix_decision_report"), "decision", ["report"], unique=False)


def _name_genres() -> None:
    """Say of each report what kind it is; until now it was only 审议 or 审查."""
    connection = op.get_bind()
    for report, title, reading in connection.execute(_REPORTS).all():
        head = connection.execute(_HEAD, {"reading": reading, "head": HEAD}).all()
        units = [Unit(at, kind, 0, text, text, ()) for at, (kind, text) in enumerate(head)]
        connection.execute(
            sa.text("UPDATE report SET genre = :genre WHERE id = :id"),
            {"genre": genre_of(title, units), "id": report},
        )
