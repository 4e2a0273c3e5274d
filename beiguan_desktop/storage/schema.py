"""The tables: what is read, who, the present, the past on this machine, local comfort.

What an opinion may point to one day (a table, a speech, an earlier opinion) comes by later
migrations, together with what it points to. Dialect-neutral. No ON DELETE CASCADE anywhere: a
rebuilt table must never take others with it. Lists inside a column are canonical JSON in
TEXT, for sqlalchemy.JSON would respell them. Plain tables: classes mapped by SQLAlchemy's ORM
would take 70 ms more of every start, and nothing here needs them.
"""

from sqlalchemy import ForeignKey, Table

from beiguan_desktop.storage import stamp
from beiguan_desktop.storage.columns import METADATA, flag, number, raw, text, texts

SCHEMA_VERSION = stamp.SCHEMA_VERSION
APPLICATION_ID = stamp.APPLICATION_ID

# -- what is read: immutable rows

SOURCE = Table(
    "source",
    METADATA,
    text("sha256", primary_key=True),
    text("name"),
    text("media"),
    text("encoding"),
    raw("bytes"),
    text("received_at"),
)
"""The bytes of a file as received."""

REPORT = Table(
    "report",
    METADATA,
    text("id", primary_key=True),
    text("title"),
    text("genre"),
    text("edition"),
    text("edition_of", ForeignKey("report.id"), nullable=True),
    # No foreign key: reading points to report, and a circle of keys cannot be inserted.
    text("current_reading"),
    text("hidden_at", nullable=True),
    text("meeting"),
    number("version"),
)
"""What people talk about; its id is the letters hash of its first reading.

Version 0: it was imported and nobody has described it since; there is no past of it.
"""

ALIAS = Table(
    "alias",
    METADATA,
    text("key", primary_key=True),
    text("report", ForeignKey("report.id")),
)
"""A key by which a report is found again: "source:<sha256>" or "letters:<sha256>"."""

READING = Table(
    "reading",
    METADATA,
    text("id", primary_key=True),
    text("report", ForeignKey("report.id"), index=True),
    text("source", ForeignKey("source.sha256")),
    number("reader"),
    text("corrections", nullable=True),
    text("letters"),
    text("made_at"),
)
"""What one version of the reader made of a source."""

UNIT = Table(
    "unit",
    METADATA,
    text("reading", ForeignKey("reading.id"), primary_key=True),
    number("ordinal", primary_key=True, autoincrement=False),
    text("kind"),
    number("level"),
    number("number", nullable=True),
    text("text"),
    text("source_text"),
    text("generated"),
    text("spans"),
    text("seams"),
    text("runin", nullable=True),
    text("path"),
    number("letter"),
)
"""One unit of a reading; `path` is kept because only the reader can compute it."""

PAGE_MARK = Table(
    "page_mark",
    METADATA,
    text("report", ForeignKey("report.id"), primary_key=True),
    number("letter", primary_key=True, autoincrement=False),
    number("page"),
    number("line"),
    text("origin"),
)
"""A known page start of a report."""

# -- who

PERSON = Table(
    "person",
    METADATA,
    text("id", primary_key=True),
    text("name"),
    text("delegation"),
    text("capacity"),
    text("post"),
    text("roster_number", nullable=True),
    text("same_as", nullable=True),
    number("version"),
)
"""Somebody who writes, or whose opinions are recorded."""

LIBRARY = Table(
    "library",
    METADATA,
    text("id", primary_key=True),
    text("device"),
    text("me", ForeignKey("person.id"), nullable=True),
)
"""One row: which library this is, on which device, and who sits before it."""

SETTING = Table(
    "setting",
    METADATA,
    text("key", primary_key=True),
    text("value"),
)
"""A setting of the institution."""

# -- the present

COMMENT = Table(
    "comment",
    METADATA,
    text("id", primary_key=True),
    number("version"),
    text("report", ForeignKey("report.id"), index=True),
    text("reading", ForeignKey("reading.id")),
    text("place"),
    number("unit", nullable=True),
    number("start"),
    number("end"),
    number("letter_start"),
    number("letter_end"),
    *texts("quote", "prefix", "suffix", "nature", "kind", "act", "text", "replacement", "reason"),
    *texts("field", "departments", "weight", "cosigners"),
    text("person", ForeignKey("person.id"), index=True),
    *texts("author_name", "author_delegation", "capacity", "manner"),
    text("recorder", nullable=True),
    flag("private"),
    flag("apart"),
    text("origin"),
    text("import_key", unique=True, nullable=True),
    text("created_at"),
    text("changed_at"),
    text("withdrawn_at", nullable=True),
    # No foreign key: the older opinion may be forgotten for good, the newer one is another's text.
    text("follows", nullable=True),
)
"""An opinion as it stands now."""

HIGHLIGHT = Table(
    "highlight",
    METADATA,
    text("id", primary_key=True),
    number("version"),
    text("person", ForeignKey("person.id"), index=True),
    text("head", nullable=True),
    text("report", ForeignKey("report.id"), index=True),
    text("reading", ForeignKey("reading.id")),
    number("unit"),
    number("start"),
    number("end"),
    number("letter_start"),
    number("letter_end"),
    text("quote"),
    text("created_at"),
    text("withdrawn_at", nullable=True),
)
"""Words that somebody marked for himself, as they stand now."""

DECISION = Table(
    "decision",
    METADATA,
    text("id", primary_key=True),
    number("version"),
    text("person", ForeignKey("person.id")),
    text("head", nullable=True),
    text("comment", ForeignKey("comment.id")),
    text("report", ForeignKey("report.id"), index=True),
    text("outcome"),
    text("note"),
    text("decided_at"),
    text("withdrawn_at", nullable=True),
)
"""What became of an opinion in a newer edition, as a person confirmed it."""

# -- the past on this machine: insert-only

CHANGE = Table(
    "change",
    METADATA,
    text("id", primary_key=True),
    text("label"),
    text("at"),
    text("person", nullable=True),
    text("undoes", ForeignKey("change.id"), nullable=True),
)
"""What was done, when, by whom. No key to person: taking a person back keeps the past."""

VERSION = Table(
    "version",
    METADATA,
    text("record", primary_key=True),
    number("version", primary_key=True, autoincrement=False),
    text("type"),
    text("change", ForeignKey("change.id")),
    text("state", nullable=True),
    text("sha256"),
)
"""One state of one record; NULL = from here on it did not exist."""

# -- what went out of the house on paper: insert-only, and only known here

PRINTED = Table(
    "printed",
    METADATA,
    text("report", ForeignKey("report.id"), primary_key=True),
    text("person", ForeignKey("person.id"), primary_key=True),
    text("number", primary_key=True),
    text("comment", index=True),
    text("at"),
)
"""The short number (甲1) that an opinion got when it was first on paper: never given again.

No key to comment: a number stays taken when its opinion is gone for good.
"""

HANDED = Table(
    "handed",
    METADATA,
    text("id", primary_key=True),
    text("report", ForeignKey("report.id"), index=True),
    text("person", ForeignKey("person.id")),
    number("ordinal"),
    text("manner"),
    text("contents"),
    text("at"),
)
"""That opinions were handed in, the `ordinal`th time: which, and what they said."""

# -- local comfort: no history

DRAFT = Table(
    "draft",
    METADATA,
    text("record", primary_key=True),
    text("report", ForeignKey("report.id"), index=True),
    number("base_version"),
    text("fields"),
    text("at"),
)
"""The contents of an open box."""

READ_MARK = Table(
    "read_mark",
    METADATA,
    text("report", ForeignKey("report.id"), primary_key=True),
    number("letter", primary_key=True, autoincrement=False),
)
"""A place that has been read."""

STAR = Table(
    "star",
    METADATA,
    text("report", ForeignKey("report.id"), primary_key=True),
    text("person", ForeignKey("person.id"), primary_key=True),
    number("letter", primary_key=True, autoincrement=False),
)
"""A paragraph or heading that somebody wants to find again, by its first letter."""

LAST_PLACE = Table(
    "last_place",
    METADATA,
    text("report", ForeignKey("report.id"), primary_key=True),
    number("letter"),
)
"""Where reading stopped."""


def revision(version: int) -> str:
    """Return the name of the migration that leads to a version of the schema."""
    return f"{version:04d}"
