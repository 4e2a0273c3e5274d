"""How a Change becomes rows, inside the transaction of the caller.

Everything is written in a few statements of many rows each, because one Change may hold
the opinions of 2,000 packages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from sqlalchemy import Connection, Delete, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from beiguan_desktop.core.change import Change, Edit, Record
from beiguan_desktop.core.errors import ConflictError
from beiguan_desktop.core.report import Description
from beiguan_desktop.storage import records
from beiguan_desktop.storage.schema import CHANGE, VERSION

_NAMED = (
    "这个人名下还有意见，或者正在使用这台电脑；或者这条意见已经记了采纳情况，不能撤销。"
    "请先撤回那些意见或采纳情况。"
)
_BATCH = 500
"""Ids in one statement; SQLite takes 999 parameters in its older versions."""


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Cut ids into pieces that fit into one statement."""
    return (ids[at : at + _BATCH] for at in range(0, len(ids), _BATCH))


def write(connection: Connection, change: Change) -> Change:
    """Compare, write the present, one version row a record and the change row.

    Returns the Change with the versions that are now stored. Raises ConflictError when a
    record is not what the Change says it was; the caller's transaction is then to be undone.
    """
    _check_shape(change)
    stored = _stored_versions(connection, [edit.record for edit in change.edits])
    for edit in change.edits:
        if stored.get(edit.record) != (None if edit.before is None else edit.before.version):
            raise ConflictError("这条意见刚才已经改过了，这次没有写进去。请看一下现在的样子再改。")
    last = _last_versions(connection, change.edits)
    edits = tuple(_numbered(edit, last[edit.record]) for edit in change.edits)
    row = {
        "id": change.id,
        "label": change.label,
        "at": change.at,
        "person": change.person,
        "undoes": change.undoes,
    }
    connection.execute(insert(CHANGE), row)
    _write_present(connection, edits)
    states = [_version_row(edit, last[edit.record], change) for edit in edits]
    connection.execute(insert(VERSION), states)
    return replace(change, edits=edits)


def _check_shape(change: Change) -> None:
    for edit in change.edits:
        sides = [side for side in (edit.before, edit.after) if side is not None]
        named = {(side.id, type(side)) for side in sides}
        if len(named) != 1 or sides[0].id != edit.record:
            raise ValueError("an edit holds one record, the one it names")
        if isinstance(sides[0], Description) and len(sides) < len((edit.before, edit.after)):
            raise ValueError("no record of a report is added or removed: a report is imported")
    if not change.edits or len({edit.record for edit in change.edits}) < len(change.edits):
        raise ValueError("a change names each of its records once")


def _stored_versions(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for batch in batches(ids):
        for rows in records.TABLES.values():
            query = select(rows.c.id, rows.c.version).where(rows.c.id.in_(batch))
            found.update((record, version) for record, version in connection.execute(query))
    return found


def _last_versions(connection: Connection, edits: Sequence[Edit]) -> dict[str, int]:
    """Return the last version each record ever had, 0 for none.

    A record that is absent now may have existed before; its numbers go on.
    """
    versions = VERSION
    last = {edit.record: edit.before.version if edit.before else 0 for edit in edits}
    for batch in batches([edit.record for edit in edits if edit.before is None]):
        query = (
            select(versions.c.record, func.max(versions.c.version))
            .where(versions.c.record.in_(batch))
            .group_by(versions.c.record)
        )
        last.update((record, version) for record, version in connection.execute(query))
    return last


def _numbered(edit: Edit, last: int) -> Edit:
    after = None if edit.after is None else replace(edit.after, version=last + 1)
    return replace(edit, after=after)


def _write_present(connection: Connection, edits: Sequence[Edit]) -> None:
    """Persons come before the opinions that name them, and go after them."""
    kinds = tuple(records.TABLES.items())
    for kind, rows in kinds:
        mine = [edit for edit in edits if _kind(edit) == kind]
        added = [records.row(e.after) for e in mine if e.after and not e.before]
        if added:
            connection.execute(insert(rows), added)
        changed = [
            records.row(e.after) | {"record": e.record} for e in mine if e.after and e.before
        ]
        if changed:
            connection.execute(update(rows).where(rows.c.id == bindparam("record")), changed)
    for kind, rows in reversed(kinds):
        gone = [{"record": e.record} for e in edits if e.after is None and _kind(e) == kind]
        if gone:
            _remove(connection, delete(rows).where(rows.c.id == bindparam("record")), gone)


def _remove(connection: Connection, statement: Delete, gone: Sequence[dict[str, str]]) -> None:
    try:
        connection.execute(statement, gone)
    except IntegrityError:
        refused = True
    else:
        refused = False
    if refused:
        raise ConflictError(_NAMED)


def _version_row(edit: Edit, last: int, change: Change) -> dict[str, object]:
    state = records.state(edit.after)
    return {
        "record": edit.record,
        "version": last + 1,
        "type": _kind(edit),
        "change": change.id,
        "state": state,
        "sha256": records.digest(state),
    }


def _kind(edit: Edit) -> str:
    return records.type_of(cast("Record", edit.after or edit.before))
