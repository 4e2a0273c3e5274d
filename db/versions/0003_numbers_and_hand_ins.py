"""交意见: the numbers that opinions bear on paper, and what was handed in when."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables; what is there stays as it is."""
    op.create_table(
        "printed",
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_printed_report")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_printed_person")),
        sa.PrimaryKeyConstraint("report", "person", "number", name=op.f("pk_printed")),
    )
    op.create_index(op.f("ix_printed_comment"), "printed", ["comment"], unique=False)
    op.create_table(
        "handed",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("contents", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_handed_report")),
        sa.ForeignKeyConstraint(["person"], ["person.id"], name=op.f("fk_handed_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed")),
    )
    op.create_index(op.f("ix_handed_report"), "handed", ["report"], unique=False)
