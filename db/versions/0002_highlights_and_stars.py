"""画重点 and 星标: words and paragraphs that people mark for themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; what is there stays as it is."""
    op.create_table(
        "highlight",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=True),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("unit", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("letter_start", sa.Integer(), nullable=False),
        sa.Column("letter_end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_highlight_person")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_highlight_report")),
        sa.ForeignKeyConstraint(["reading"], ["reading.id"], name=op.f("fk_highlight_reading")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_highlight")),
    )
    op.create_index(op.f("ix_highlight_person"), "highlight", ["person"], unique=False)
    op.create_index(op.f("ix_highlight_report"), "highlight", ["report"], unique=False)
    op.create_table(
        "star",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("letter", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_star_report")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_star_person")),
        sa.PrimaryKeyConstraint("report", "person", "letter", name=op.f("pk_star")),
    )
