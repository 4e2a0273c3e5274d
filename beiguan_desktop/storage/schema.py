"""The tables: what is read, who, the present, the past on this machine, local comfort.

What an opinion may point to one day (a table, a speech, an earlier opinion) comes by later
migrations, together with what it points to. Dialect-neutral. No ON DELETE CASCADE anywhere: a
rebuilt table must never take others with it. Lists inside a column are canonical JSON in
TEXT, for sqlalchemy.JSON would respell them.
"""

from typing import cast

from sqlalchemy import ForeignKey, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from beiguan_desktop.storage import stamp

SCHEMA_VERSION = stamp.SCHEMA_VERSION
APPLICATION_ID = stamp.APPLICATION_ID


class Base(DeclarativeBase):
    """All tables; constraints have names, so that a later migration can find them."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )
    type_annotation_map = {str: Text}  # noqa: RUF012 - SQLAlchemy reads it from the class


# -- what is read: immutable rows


class SourceRow(Base):
    """The bytes of a file as received."""

    __tablename__ = "source"
    sha256: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    media: Mapped[str]
    encoding: Mapped[str]
    bytes: Mapped[bytes]
    received_at: Mapped[str]


class ReportRow(Base):
    """What people talk about; its id is the letters hash of its first reading."""

    __tablename__ = "report"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    genre: Mapped[str]
    edition: Mapped[str]
    edition_of: Mapped[str | None] = mapped_column(ForeignKey("report.id"))
    # No foreign key: reading points to report, and a circle of keys cannot be inserted.
    current_reading: Mapped[str]
    hidden_at: Mapped[str | None]


class AliasRow(Base):
    """A key by which a report is found again: "source:<sha256>" or "letters:<sha256>"."""

    __tablename__ = "alias"
    key: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(ForeignKey("report.id"))


class ReadingRow(Base):
    """What one version of the reader made of a source."""

    __tablename__ = "reading"
    id: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), index=True)
    source: Mapped[str] = mapped_column(ForeignKey("source.sha256"))
    reader: Mapped[int]
    corrections: Mapped[str | None]
    letters: Mapped[str]
    made_at: Mapped[str]


class UnitRow(Base):
    """One unit of a reading; `path` is kept because only the reader can compute it."""

    __tablename__ = "unit"
    reading: Mapped[str] = mapped_column(ForeignKey("reading.id"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str]
    level: Mapped[int]
    number: Mapped[int | None]
    text: Mapped[str]
    source_text: Mapped[str]
    generated: Mapped[str]
    spans: Mapped[str]
    seams: Mapped[str]
    runin: Mapped[str | None]
    path: Mapped[str]
    letter: Mapped[int]


class PageMarkRow(Base):
    """A known page start of a report."""

    __tablename__ = "page_mark"
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True)
    letter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    page: Mapped[int]
    line: Mapped[int]
    origin: Mapped[str]


# -- who


class PersonRow(Base):
    """Somebody who writes, or whose opinions are recorded."""

    __tablename__ = "person"
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    delegation: Mapped[str]
    capacity: Mapped[str]
    post: Mapped[str]
    roster_number: Mapped[str | None]
    same_as: Mapped[str | None]
    version: Mapped[int]


class LibraryRow(Base):
    """One row: which library this is, on which device, and who sits before it."""

    __tablename__ = "library"
    id: Mapped[str] = mapped_column(primary_key=True)
    device: Mapped[str]
    me: Mapped[str | None] = mapped_column(ForeignKey("person.id"))


class SettingRow(Base):
    """A setting of the institution."""

    __tablename__ = "setting"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


# -- the present


class CommentRow(Base):
    """An opinion as it stands now."""

    __tablename__ = "comment"
    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), index=True)
    reading: Mapped[str] = mapped_column(ForeignKey("reading.id"))
    place: Mapped[str]
    unit: Mapped[int | None]
    start: Mapped[int]
    end: Mapped[int]
    letter_start: Mapped[int]
    letter_end: Mapped[int]
    quote: Mapped[str]
    prefix: Mapped[str]
    suffix: Mapped[str]
    nature: Mapped[str]
    kind: Mapped[str]
    act: Mapped[str]
    text: Mapped[str]
    replacement: Mapped[str]
    reason: Mapped[str]
    field: Mapped[str]
    departments: Mapped[str]
    weight: Mapped[str]
    cosigners: Mapped[str]
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    author_name: Mapped[str]
    author_delegation: Mapped[str]
    capacity: Mapped[str]
    manner: Mapped[str]
    recorder: Mapped[str | None]
    private: Mapped[bool]
    apart: Mapped[bool]
    origin: Mapped[str]
    import_key: Mapped[str | None] = mapped_column(unique=True)
    created_at: Mapped[str]
    changed_at: Mapped[str]
    withdrawn_at: Mapped[str | None]


class HighlightRow(Base):
    """Words that somebody marked for himself, as they stand now."""

    __tablename__ = "highlight"
    id: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), index=True)
    head: Mapped[str | None]
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), index=True)
    reading: Mapped[str] = mapped_column(ForeignKey("reading.id"))
    unit: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    letter_start: Mapped[int]
    letter_end: Mapped[int]
    quote: Mapped[str]
    created_at: Mapped[str]
    withdrawn_at: Mapped[str | None]


# -- the past on this machine: insert-only


class ChangeRow(Base):
    """What was done, when, by whom. No key to person: taking a person back keeps the past."""

    __tablename__ = "change"
    id: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[str]
    at: Mapped[str]
    person: Mapped[str | None]
    undoes: Mapped[str | None] = mapped_column(ForeignKey("change.id"))


class VersionRow(Base):
    """One state of one record; NULL = from here on it did not exist."""

    __tablename__ = "version"
    record: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[str]
    change: Mapped[str] = mapped_column(ForeignKey("change.id"))
    state: Mapped[str | None]
    sha256: Mapped[str]


# -- local comfort: no history


class DraftRow(Base):
    """The contents of an open box."""

    __tablename__ = "draft"
    record: Mapped[str] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), index=True)
    base_version: Mapped[int]
    fields: Mapped[str]
    at: Mapped[str]


class ReadMarkRow(Base):
    """A place that has been read."""

    __tablename__ = "read_mark"
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True)
    letter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class StarRow(Base):
    """A paragraph or heading that somebody wants to find again, by its first letter."""

    __tablename__ = "star"
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True)
    person: Mapped[str] = mapped_column(ForeignKey("person.id"), primary_key=True)
    letter: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class LastPlaceRow(Base):
    """Where reading stopped."""

    __tablename__ = "last_place"
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True)
    letter: Mapped[int]


def table(row: type[Base]) -> Table:
    """Return the table of a model, for Core statements."""
    return cast("Table", row.__table__)


def revision(version: int) -> str:
    """Return the name of the migration that leads to a version of the schema."""
    return f"{version:04d}"
