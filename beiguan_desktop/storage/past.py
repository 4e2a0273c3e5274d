"""The past of a record: its states in order, and the only way to forget one for good."""

import json
from collections.abc import Sequence
from typing import cast

from sqlalchemy import Connection, delete, select

from beiguan_desktop.core.comment import Comment, Highlight
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.past import State, returned
from beiguan_desktop.storage import records
from beiguan_desktop.storage.engine import Database
from beiguan_desktop.storage.schema import (
    CHANGE,
    COMMENT,
    DECISION,
    DRAFT,
    HANDED,
    PRINTED,
    VERSION,
)
from beiguan_desktop.storage.writing import batches

_WENT_OUT = "这一条刚才已经交出去了，不能彻底清除。它还在回收站里。"
_IN_USE = "这一条刚才又找回来了，没有清除。"


class Past:
    """What one library remembers of its records."""

    def __init__(self, database: Database) -> None:
        """Use a library's database; Store makes the one past."""
        self._database = database

    def states(self, comment_id: str) -> list[State]:
        """Return every state of an opinion, the oldest first."""
        rows, changes = VERSION, CHANGE
        query = (
            select(rows.c.version, changes.c.label, changes.c.at, changes.c.undoes, rows.c.state)
            .join(changes, changes.c.id == rows.c.change)
            .where(rows.c.record == comment_id, rows.c.type == "comment")
            .order_by(rows.c.version)
        )
        with self._database.reading() as connection:
            return [
                State(version, label, at, undoes is not None, _comment(state))
                for version, label, at, undoes, state in connection.execute(query)
            ]

    def homes(self, ids: Sequence[str], reading: str) -> dict[str, Comment | Highlight]:
        """Return of opinions and marks where they were in a reading they have left.

        Not of those that somebody has moved since they left it.
        """
        rows = VERSION
        been = select(rows.c.record).where(rows.c.state.contains(f'"reading":"{reading}"'))
        query = (
            select(rows.c.record, rows.c.type, rows.c.state)
            .where(rows.c.state.is_not(None), rows.c.type.in_(("comment", "highlight")))
            .where(rows.c.record.in_(been))
            .order_by(rows.c.record, rows.c.version)
        )
        states: dict[str, list[Comment | Highlight]] = {}
        with self._database.reading() as connection:
            for record, kind, state in connection.execute(query):
                found = cast("Comment | Highlight", records.from_state(kind, state))
                states.setdefault(record, []).append(found)
        wanted = ((record, states[record]) for record in ids if record in states)
        homes = {record: returned(them, reading) for record, them in wanted}
        return {record: home for record, home in homes.items() if home is not None}

    def forget(self, comment_ids: Sequence[str]) -> None:
        """Forget withdrawn opinions: as they are, all they ever were, and what a box held.

        What was noted of their adoption goes too; an opinion that follows one stays. Nothing of
        their words stays in the file. There is no way back. Raises ConflictError, and forgets
        none, when one was ever handed in or printed, or is no longer withdrawn.
        """
        with self._database.writing() as connection:
            for batch in batches(comment_ids):
                _require_unused(connection, batch)
                about = select(DECISION.c.id).where(DECISION.c.comment.in_(batch))
                gone = [*batch, *connection.execute(about).scalars()]
                for table, key in (
                    (VERSION, VERSION.c.record),
                    (DECISION, DECISION.c.id),
                    (COMMENT, COMMENT.c.id),
                    (DRAFT, DRAFT.c.record),
                ):
                    for some in batches(gone):
                        connection.execute(delete(table).where(key.in_(some)))
        self._database.compact()


def _comment(state: str | None) -> Comment | None:
    return None if state is None else cast("Comment", records.from_state("comment", state))


def _require_unused(connection: Connection, comment_ids: Sequence[str]) -> None:
    printed = select(PRINTED.c.comment).where(PRINTED.c.comment.in_(comment_ids))
    contents = connection.execute(select(HANDED.c.contents)).scalars()
    handed = {one for text in contents for one in json.loads(text)}
    if connection.execute(printed).first() or not handed.isdisjoint(comment_ids):
        raise ConflictError(_WENT_OUT)
    used = select(COMMENT.c.id).where(
        COMMENT.c.id.in_(comment_ids), COMMENT.c.withdrawn_at.is_(None)
    )
    if connection.execute(used).first():
        raise ConflictError(_IN_USE)
