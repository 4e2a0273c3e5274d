"""The out-tray: numbers given on paper and hand-ins; added, never undone."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from beiguan_desktop.core import canonical
from beiguan_desktop.core.change import Change
from beiguan_desktop.core.comment import Comment
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.handing_in import HandIn, Printed, followed
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.schema import HANDED, PRINTED

_TAKEN = "这些编号刚才已经给了别的意见，这次没有交。请关掉“交意见”，再打开一次。"


def follow(connection: Connection, report: str, change: Change) -> None:
    """Let hand-ins follow into another text of a report, in the caller's transaction."""
    rows = HANDED
    sides = [(edit.before, edit.after) for edit in change.edits]
    moved = [(a, b) for a, b in sides if isinstance(a, Comment) and isinstance(b, Comment)]
    query = select(rows.c.id, rows.c.contents).where(rows.c.report == report)
    for row in connection.execute(query).all():
        now = canonical.dumps(followed(json.loads(row.contents), moved))
        connection.execute(update(rows).where(rows.c.id == row.id).values(contents=now))


class OutTray:
    """What went out of one library."""

    def __init__(self, database: Database) -> None:
        """Use a library's database; Store makes the one tray."""
        self._database = database

    def printed(self, report: str) -> list[Printed]:
        """Return every number that was ever given on a report, oldest first."""
        rows = PRINTED
        query = (
            select(rows.c.report, rows.c.person, rows.c.number, rows.c.comment, rows.c.at)
            .where(rows.c.report == report)
            .order_by(rows.c.at, rows.c.person, rows.c.number)
        )
        with self._database.reading() as connection:
            return [Printed(*row) for row in connection.execute(query)]

    def hand_ins(self, report: str, person: str) -> list[HandIn]:
        """Return the hand-ins of a person's opinions on a report, in their order."""
        rows = HANDED
        query = (select(rows).where(rows.c.report == report, rows.c.person == person)).order_by(
            rows.c.ordinal, rows.c.at
        )
        with self._database.reading() as connection:
            return [
                HandIn(
                    row.id,
                    row.report,
                    row.person,
                    row.ordinal,
                    row.manner,
                    row.at,
                    json.loads(row.contents),
                )
                for row in connection.execute(query)
            ]

    def put(self, printed: Sequence[Printed], hand_in: HandIn | None = None) -> None:
        """Keep numbers given for the first time and, if it was one, the hand-in: all or nothing.

        Raises UserError when the library cannot be written, ConflictError when a number is
        taken by now.
        """
        with self._database.writing() as connection:
            if printed:
                try:
                    connection.execute(insert(PRINTED), [asdict(it) for it in printed])
                except IntegrityError:
                    raise ConflictError(_TAKEN) from None
            if hand_in is not None:
                contents = canonical.dumps(dict(hand_in.contents))
                connection.execute(insert(HANDED), [{**asdict(hand_in), "contents": contents}])
