"""The tables: what is read, who, the present, the past on this machine, local comfort.

What an opinion may point to one day (a table, a speech, an earlier opinion) comes by later
migrations, together with what it points to. Dialect-neutral. No ON DELETE CASCADE anywhere: a
rebuilt table must never take others with it. Lists inside a column are canonical JSON in
TEXT, for sqlalchemy.JSON would respell them. Plain tables: classes mapped by SQLAlchemy's ORM
would take 70 ms more of every start, and nothing here needs them.
"""

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Table, Text

from beiguan_desktop.storage import stamp

SCHEMA_VERSION = stamp.SCHEMA_VERSION
APPLICATION_ID = stamp.APPLICATION_ID

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
"""All tables; constraints have names, so that a later migration can find them."""


def _text(name: str, *keys: ForeignKey, nullable: bool = False, **more: Any) -> Column[Any]:
    return Column(name, Text, *keys, nullable=nullable, **more)


def _number(name: str, *, nullable: bool = False, **more: Any) -> Column[Any]:
    return Column(name, Integer, nullable=nullable, **more)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False)


def _bytes(name: str) -> Column[Any]:
    return Column(name, LargeBinary, nullable=False)


# -- what is read: immutable rows

SOURCE = Table(
    "source",
    METADATA,
    _text("sha256", primary_key=True),
    _text("name"),
    _text("media"),
    _text("encoding"),
    _bytes("bytes"),
    _text("received_at"),
)
"""The bytes of a file as received."""

REPORT = Table(
    "report",
    METADATA,
    _text("id", primary_key=True),
    _text("title"),
    _text("genre"),
    _text("edition"),
    _text("edition_of", ForeignKey("report.id"), nullable=True),
    # No foreign key: reading points to report, and a circle of keys cannot be inserted.
    _text("current_reading"),
    _text("hidden_at", nullable=True),
)
"""What people talk about; its id is the letters hash of its first reading."""

ALIAS = Table(
    "alias",
    METADATA,
    _text("key", primary_key=True),
    _text("report", ForeignKey("report.id")),
)
"""A key by which a report is found again: "source:<sha256>" or "letters:<sha256>"."""

READING = Table(
    "reading",
    METADATA,
    _text("id", primary_key=True),
    _text("report", ForeignKey("report.id"), index=True),
    _text("source", ForeignKey("source.sha256")),
    _number("reader"),
    _text("corrections", nullable=True),
    _text("letters"),
    _text("made_at"),
)
"""What one version of the reader made of a source."""

UNIT = Table(
    "unit",
    METADATA,
    _text("reading", ForeignKey("reading.id"), primary_key=True),
    _number("ordinal", primary_key=True, autoincrement=False),
    _text("kind"),
    _number("level"),
    _number("number", nullable=True),
    _text("text"),
    _text("source_text"),
    _text("generated"),
    _text("spans"),
    _text("seams"),
    _text("runin", nullable=True),
    _text("path"),
    _number("letter"),
)
"""One unit of a reading; `path` is kept because only the reader can compute it."""

PAGE_MARK = Table(
    "page_mark",
    METADATA,
    _text("report", ForeignKey("report.id"), primary_key=True),
    _number("letter", primary_key=True, autoincrement=False),
    _number("page"),
    _number("line"),
    _text("origin"),
)
"""A known page start of a report."""

# -- who

PERSON = Table(
    "person",
    METADATA,
    _text("id", primary_key=True),
    _text("name"),
    _text("delegation"),
    _text("capacity"),
    _text("post"),
    _text("roster_number", nullable=True),
    _text("same_as", nullable=True),
    _number("version"),
)
"""Somebody who writes, or whose opinions are recorded."""

LIBRARY = Table(
    "library",
    METADATA,
    _text("id", primary_key=True),
    _text("device"),
    _text("me", ForeignKey("person.id"), nullable=True),
)
"""One row: which library this is, on which device, and who sits before it."""

SETTING = Table(
    "setting",
    METADATA,
    _text("key", primary_key=True),
    _text("value"),
)
"""A setting of the institution."""

# -- the present

COMMENT = Table(
    "comment",
    METADATA,
    _text("id", primary_key=True),
    _number("version"),
    _text("report", ForeignKey("report.id"), index=True),
    _text("reading", ForeignKey("reading.id")),
    _text("place"),
    _number("unit", nullable=True),
    _number("start"),
    _number("end"),
    _number("letter_start"),
    _number("letter_end"),
    _text("quote"),
    _text("prefix"),
    _text("suffix"),
    _text("nature"),
    _text("kind"),
    _text("act"),
    _text("text"),
    _text("replacement"),
    _text("reason"),
    _text("field"),
    _text("departments"),
    _text("weight"),
    _text("cosigners"),
    _text("person", ForeignKey("person.id"), index=True),
    _text("author_name"),
    _text("author_delegation"),
    _text("capacity"),
    _text("manner"),
    _text("recorder", nullable=True),
    _flag("private"),
    _flag("apart"),
    _text("origin"),
    _text("import_key", unique=True, nullable=True),
    _text("created_at"),
    _text("changed_at"),
    _text("withdrawn_at", nullable=True),
)
"""An opinion as it stands now."""

HIGHLIGHT = Table(
    "highlight",
    METADATA,
    _text("id", primary_key=True),
    _number("version"),
    _text("person", ForeignKey("person.id"), index=True),
    _text("head", nullable=True),
    _text("report", ForeignKey("report.id"), index=True),
    _text("reading", ForeignKey("reading.id")),
    _number("unit"),
    _number("start"),
    _number("end"),
    _number("letter_start"),
    _number("letter_end"),
    _text("quote"),
    _text("created_at"),
    _text("withdrawn_at", nullable=True),
)
"""Words that somebody marked for himself, as they stand now."""

# -- the past on this machine: insert-only

CHANGE = Table(
    "change",
    METADATA,
    _text("id", primary_key=True),
    _text("label"),
    _text("at"),
    _text("person", nullable=True),
    _text("undoes", ForeignKey("change.id"), nullable=True),
)
"""What was done, when, by whom. No key to person: taking a person back keeps the past."""

VERSION = Table(
    "version",
    METADATA,
    _text("record", primary_key=True),
    _number("version", primary_key=True, autoincrement=False),
    _text("type"),
    _text("change", ForeignKey("change.id")),
    _text("state", nullable=True),
    _text("sha256"),
)
"""One state of one record; NULL = from here on it did not exist."""

# -- local comfort: no history

DRAFT = Table(
    "draft",
    METADATA,
    _text("record", primary_key=True),
    _text("report", ForeignKey("report.id"), index=True),
    _number("base_version"),
    _text("fields"),
    _text("at"),
)
"""The contents of an open box."""

READ_MARK = Table(
    "read_mark",
    METADATA,
    _text("report", ForeignKey("report.id"), primary_key=True),
    _number("letter", primary_key=True, autoincrement=False),
)
"""A place that has been read."""

STAR = Table(
    "star",
    METADATA,
    _text("report", ForeignKey("report.id"), primary_key=True),
    _text("person", ForeignKey("person.id"), primary_key=True),
    _number("letter", primary_key=True, autoincrement=False),
)
"""A paragraph or heading that somebody wants to find again, by its first letter."""

LAST_PLACE = Table(
    "last_place",
    METADATA,
    _text("report", ForeignKey("report.id"), primary_key=True),
    _number("letter"),
)
"""Where reading stopped."""


def revision(version: int) -> str:
    """Return the name of the migration that leads to a version of the schema."""
    return f"{version:04d}"
