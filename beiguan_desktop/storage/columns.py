"""The columns that tables are made of, and where all tables are known."""

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, Text

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)
"""All tables; constraints have names, so that a later migration can find them."""


def text(name: str, *keys: ForeignKey, nullable: bool = False, **more: Any) -> Column[Any]:
    """Make a column of text; lists inside it are canonical JSON."""
    return Column(name, Text, *keys, nullable=nullable, **more)


def texts(*names: str) -> list[Column[Any]]:
    """Make columns of text that say nothing else of themselves."""
    return [text(name) for name in names]


def number(name: str, *, nullable: bool = False, **more: Any) -> Column[Any]:
    """Make a column of whole numbers."""
    return Column(name, Integer, nullable=nullable, **more)


def flag(name: str) -> Column[Any]:
    """Make a column of yes and no."""
    return Column(name, Boolean, nullable=False)


def raw(name: str) -> Column[Any]:
    """Make a column of bytes, as they came."""
    return Column(name, LargeBinary, nullable=False)
